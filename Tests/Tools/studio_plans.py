"""The documents that the studio is tried with."""
SAMPLE = "示例/gangshan-2022.txt"
PLAN = """format: 1
layout: newspaper-tabloid
facts: {section: 综合, page: "02"}
articles:
- {report: 示例/gangshan-2022.txt, importance: 3, photos: 示例/图片}
- {report: 短讯.txt}
"""
BRIEF = "我县新建文化广场三处\n\n" + "\n".join(
    "近日，我县在城东、城南、城北三处新建的文化广场陆续建成开放，附近居民早晚来此锻炼、下棋、看书，"
    "广场上的路灯和座椅都是新的，社区还请人来教太极拳。" for _ in range(6)) + "\n"
