"""Writes N different two-page bulletins with a chart each, and their job list.

usage: batch_jobs.py FOLDER N [--broken K]

Everything follows from the number of the bulletin, so two runs give the same bytes. With --broken,
K of the inputs, spread over the list, are of the kinds that a real run meets.
"""

import json
import pathlib
import random
import sys

PLACES = "东城 西关 南街 北园 河湾 柳林 桃园 石桥 松岭 云台 青山 白塔 龙泉 凤鸣 金水 银杏".split()
KINDS = "供水供电 物业管理 环境卫生 道路交通 邻里纠纷 劳动保障 教育医疗 噪音扰民".split()
ENDINGS = [
    "承办单位当日联系来电人，现场核实后列出办理步骤，约定回访时间。",
    "经三方协商，维修方案已在小区公示，工期十二天，费用由维修资金列支。",
    "专班每周会商一次，逐件对账，办结一件销号一件，群众不满意的不销号。",
    "网格员入户走访，把诉求分类登记，能当场解决的当场解决，不能的写明原因。",
    "相关单位已作出书面答复，并将同类事项纳入本月集中治理清单。",
]


def chart(number, rng):
    values = [{"类别": kind, "件数": rng.randint(8, 240)} for kind in KINDS]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": values},
        "mark": "bar",
        "encoding": {
            "y": {"field": "类别", "type": "nominal", "sort": "-x", "title": None},
            "x": {"field": "件数", "type": "quantitative", "title": "件数（件）"},
        },
    }


def bulletin(number, rng):
    place = PLACES[number % len(PLACES)]
    lines = [
        f"# {place}街道社情民意情况通报（第{number}期）",
        "",
        f"{place}街道办事处　2031年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
        "",
        f"今年以来，{place}街道共收到群众诉求{rng.randint(900, 4000)}件，办结率"
        f"{rng.randint(900, 999) / 10}%，满意率{rng.randint(850, 995) / 10}%。现将有关情况通报如下。",
        "",
    ]
    for section, head in enumerate("一、总体情况 二、主要做法 三、存在问题 四、下步打算".split()):
        lines += [f"## {head}", ""]
        for _ in range(1 + section % 2):
            words = [f"{rng.choice(PLACES)}社区受理{rng.choice(KINDS)}类诉求{rng.randint(3, 99)}件。"]
            words += rng.sample(ENDINGS, 3)
            lines += ["".join(words), ""]
        if section == 0:
            lines += [f"![图1　各类诉求受理量]({number:04}.vl.json)", ""]
    return "\n".join(lines)


def spoil(path, kind):
    if kind == 0:
        path.unlink()
    elif kind == 1:
        path.write_bytes(b"")
    elif kind == 2:
        path.write_bytes(path.read_bytes()[:300] + b"\xff\xfe\x80\xff")
    elif kind == 3:
        path.write_bytes(b"\x7fELF\0\1\2\0" * 64)
    else:
        path.unlink()
        path.mkdir()


def main():
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    broken = int(sys.argv[sys.argv.index("--broken") + 1]) if "--broken" in sys.argv else 0
    (folder / "in").mkdir(parents=True, exist_ok=True)
    with open(folder / "jobs.jsonl", "w", encoding="utf-8") as jobs:
        for number in range(1, count + 1):
            rng = random.Random(number)
            name = f"{number:04}"
            (folder / "in" / f"{name}.md").write_text(bulletin(number, rng), encoding="utf-8")
            spec = json.dumps(chart(number, rng), ensure_ascii=False)
            (folder / "in" / f"{name}.vl.json").write_text(spec, encoding="utf-8")
            job = {
                "id": name,
                "input": f"in/{name}.md",
                "layout": "bulletin-a4",
                "output": f"out/{name}.pdf",
            }
            jobs.write(json.dumps(job, ensure_ascii=False) + "\n")
    for turn in range(broken):
        number = (2 * turn + 1) * count // (2 * broken) + 1
        spoil(folder / "in" / f"{number:04}.md", turn % 5)


if __name__ == "__main__":
    main()
