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
ISSUE = """format: 1
layout: newspaper-tabloid
facts: {paper: 柳林报}
pages:
- articles:
  - {report: 短讯.txt, importance: 3}
- articles:
  - {report: 二讯.txt}
"""
TEMPLATE = """# 关于编号{{编号}}诉求的回执

{{来电人|居民}}：您于{{受理时间}}反映的“{{内容}}”，由{{承办单位}}办理，现{{状态}}。感谢您的支持。
"""


def cases(count=24):
    """A table of cases."""
    kinds, units = ("噪声", "停车", "环境卫生", "供水"), ("城管科", "社区办", "水务站")
    rows = ["编号,受理时间,来源,类别,承办单位,状态,办结时间,满意,来电人,内容"]
    for number in range(1, count + 1):
        day, isClosed = number % 28 + 1, number % 4 != 0
        rows.append(",".join((
            f"A{number:03}", f"2031-05-{day:02}", "热线" if number % 3 else "网络", kinds[number % 4], units[number % 3],
            "办结" if isClosed else "办理中", f"2031-05-{min(31, day + 3):02}" if isClosed else "",
            ("满意" if number % 5 else "不满意") if isClosed else "", f"居民{number}", f"第{number}号楼前{kinds[number % 4]}问题")))
    return "\n".join(rows) + "\n"
