#!/usr/bin/env python3
"""Makes the texts of a year book, binds them, and checks contents, index and links against the pages' text.

  yearbook.py make FOLDER [--months 12] [--features 40] [--seed 1]
  yearbook.py check BOOK.pdf BOOK-index.json FOLDER
  yearbook.py run BANXIN FOLDER [--archive]

`make` writes BOOK.yaml and its reports, seeded: months of several pages and features, with persons, projects
and numbers of its own making, listed in truth.json. `check` reads the finished file by another program
(MuPDF) and prints JSON: faults by kind, and how much was compared. `run` does both, with time and memory.
"""
import argparse
import json
import pathlib
import random
import re
import resource
import subprocess
import sys
import time

FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
GIVEN = ["玉兰", "志勇", "晓岚", "建平", "秀珍", "文博", "海燕", "国栋", "思远", "雅琴", "德顺", "欣怡", "永强", "美玲", "振邦", "淑芬"]
ROADS = ["凤凰路", "槐荫巷", "杏花里", "柳堤街", "云岭路", "望湖街", "石桥巷", "青禾路", "松风里", "白鹭洲"]
WORKS = ["北延工程", "雨污分流工程", "片区改造工程", "管网更新工程", "口袋公园工程", "立面整治工程"]
OFFICES = ["社区党委书记", "网格员", "居民", "志愿者", "技术员", "社区主任"]
SUBJECTS = [
    ("办结群众诉求", "件"), ("改造老旧小区", "个"), ("新增停车位", "个"), ("培训网格员", "人次"), ("走访企业", "家"), ("发放救助资金", "万元"),
    ("修缮路灯", "盏"), ("清运建筑垃圾", "吨"), ("建成社区食堂", "处"), ("化解矛盾纠纷", "起"), ("新增就业岗位", "个"), ("整治安全隐患", "处")]
PLAIN = [
    "各社区坚持把问题解决在一线，做到件件有回音、事事有着落。", "街道建立日调度、周通报、月分析制度，推动工作闭环管理。", "夜校课堂开到居民家门口，报名的人一期比一期多。",
    "党员带头清理楼道，邻里之间的话也多了起来。", "社区把征求意见的环节放在前面，把方案贴在楼下，谁都可以提。", "施工队避开早晚高峰，运料的车只在规定时段进出。",
    "老人们说，路平了，灯亮了，心里也敞亮了。", "下一步，街道将把好做法固定下来，形成可以照着做的清单。", "部门之间不推不拖，现场会开到了工地上。", "网格里的小事当天办，跨部门的难事由专班牵头办。"]


def texts(folder, months, features, seed):
    draw = random.Random(seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    persons = sorted({draw.choice(FAMILY) + draw.choice(GIVEN) for _ in range(90)})
    projects = [road + work for road in ROADS for work in WORKS]
    truth = {"persons": set(), "projects": set(), "numbers": []}

    def paragraph(name):
        words = [draw.choice(PLAIN) for _ in range(draw.randint(2, 4))]
        kind = draw.random()
        if kind < 0.45:
            (subject, unit), value = draw.choice(SUBJECTS), draw.randint(12, 9999)
            words.insert(draw.randint(0, len(words)), f"截至目前，全街道{subject}{value}{unit}。")
            truth["numbers"].append([name, str(value), unit])
        if kind > 0.35:
            person = draw.choice(persons)
            truth["persons"].add(person)
            words.insert(draw.randint(0, len(words)), f"{draw.choice(OFFICES)}{person}说，大家的事大家一起商量。")
        if kind > 0.7:
            some = draw.sample(projects, 2)
            truth["projects"].update(some)
            words.insert(0, f"重点推进{'、'.join('“' + one + '”项目' for one in some)}。")
        return "".join(words)

    def report(name, title, sections, paragraphs):
        lines = [f"# {title}", ""]
        for section in range(sections):
            lines += [f"## {'一二三四五六七八九十'[section]}、{draw.choice(ROADS)}片区工作情况", ""]
            for _ in range(paragraphs):
                lines += [paragraph(name), ""]
            if section % 3 == 1:
                lines += ["| 社区 | 受理（件） | 办结（件） |", "|---|---|---|"]
                for road in draw.sample(ROADS, 6):
                    count = draw.randint(40, 400)
                    lines.append(f"| {road}社区 | {count} | {count - draw.randint(0, 9)} |")
                lines.append("")
        (folder / name).write_text("\n".join(lines), encoding="utf-8")

    plan = ["format: 1", "title: 杏溪街道年鉴（2031）", "author: 杏溪街道办事处", "date: 2031-12-31", "layout: yearbook", "parts:"]
    plan += ["  - title: 月度分析", "    documents:"]
    for month in range(1, months + 1):
        report(f"m{month:02}.md", f"杏溪街道{month}月份群众诉求办理情况分析", 9, 9)
        plan.append(f"      - {{ report: m{month:02}.md, layout: bulletin-a4 }}")
    plan += ["  - title: 特写", "    documents:"]
    for number in range(1, features + 1):
        report(f"f{number:02}.md", f"{draw.choice(ROADS)}上的第{number}个春天", 3, 9)
        plan.append(f"      - {{ report: f{number:02}.md, layout: bulletin-a4 }}")
    (folder / "BOOK.yaml").write_text("\n".join(plan) + "\n", encoding="utf-8")
    truth = {"persons": sorted(truth["persons"]), "projects": sorted(truth["projects"]), "numbers": truth["numbers"]}
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")


def middle(word):
    import pymupdf

    return pymupdf.Point((word[0] + word[2]) / 2, (word[1] + word[3]) / 2)


def bare(text):
    return re.sub(r"[\s\u3000\u200b]", "", text)


def check(book, index, folder):
    import pymupdf

    index = json.loads(pathlib.Path(index).read_text(encoding="utf-8"))
    truth = json.loads((pathlib.Path(folder) / "truth.json").read_text(encoding="utf-8"))
    document = pymupdf.open(book)
    front = index["front"]
    # What stands in the running head and at the foot is no text of a page.
    pages = []
    for page in document:
        body = pymupdf.Rect(0, 26 / 25.4 * 72 - 6, page.rect.width, page.rect.height - 22 / 25.4 * 72)
        pages.append(bare(page.get_text(clip=body)))
    whole = [bare(page.get_text()) for page in document]
    labels = [page.get_label() for page in document]
    faults = {key: [] for key in ["pages", "labels", "folios", "heads", "contents", "persons", "projects", "numbers", "missing", "links", "outline"]}
    if len(document) != index["pages"]:
        faults["pages"].append([len(document), index["pages"]])
    for number, label in enumerate(labels):
        if number >= front and label != str(number - front + 1):
            faults["labels"].append([number, label])
    last = max(entry["page"] + entry["pages"] for entry in index["contents"]) - 1
    for entry in index["contents"]:
        for place in range(entry["page"], entry["page"] + entry["pages"]):
            text, words = whole[front + place - 1], entry["part"] if place % 2 else index["title"]
            # A page that opens a document has no running head.
            if place > entry["page"] and bare(words) not in text[:80] and bare(words) not in text[-80:]:
                faults["heads"].append([place, text[:30]])
            if str(place) not in (text[-8:] + text[:60]):
                faults["folios"].append(place)
        title = bare(entry["title"])
        if title not in pages[front + entry["page"] - 1]:
            faults["contents"].append(entry)
        if not any(title in text for text in pages[2:front]):
            faults["contents"].append(["not listed", entry["title"]])
    for kind in ["persons", "projects"]:
        listed = {entry["name"]: entry["pages"] for entry in index[kind]}
        for name in truth[kind]:
            found = [place for place in range(1, last + 1) if name in pages[front + place - 1]]
            # A name that is parted by a page end is found by neither page.
            if name not in listed or not set(found) <= set(listed[name]) or len(listed[name]) > len(found) + 2:
                faults[kind].append([name, found, listed.get(name)])
        for name in listed:
            if name not in truth[kind]:
                faults[kind].append(["unwanted", name])
    found = set()
    for number in index["numbers"]:
        text = pages[front + number["page"] - 1]
        parts = re.split("(?<=[。！？])", text)
        sentence, place = bare(number["sentence"]), number["sentenceOnPage"] - 1
        here = "".join(parts[place:place + 1])
        if not here or not (sentence in here or here in sentence or sentence.startswith(here[-len(sentence):][:6])):
            faults["numbers"].append([number["page"], number["sentenceOnPage"], sentence, here])
        found.add((number["source"].split("/")[-1], number["value"], number["unit"]))
    for source, value, unit in truth["numbers"]:
        if (source, value, unit) not in found:
            faults["missing"].append([source, value, unit])
    links = 0
    for number, page in enumerate(document):
        pieces = page.get_text("words") if number >= front + last else []
        for link in page.get_links():
            links += 1
            label = labels[link["page"]] if link.get("page", -1) >= 0 else None
            if number < front + last:
                continue
            words = bare("".join(word[4] for word in pieces if link["from"].contains(middle(word))))
            # A line of words before its number leads there, too.
            if re.search("[\u4e00-\u9fff…]", words):
                continue
            if (label is None or label not in re.split(r"\D", words)):
                faults["links"].append([number, words, label])
    outline = document.get_toc()
    if len(outline) < len(index["contents"]):
        faults["outline"].append(len(outline))
    for level, title, page in outline:
        if level == 2 and bare(title) not in pages[page - 1] and bare(title) not in whole[page - 1]:
            faults["outline"].append([title, page])
    result = {
        "pages": len(document), "front": front, "persons": len(truth["persons"]), "projects": len(truth["projects"]),
        "numbers": len(index["numbers"]), "numbersWritten": len(truth["numbers"]), "links": links, "outline": len(outline),
        "faults": {key: len(found) for key, found in faults.items()},
        "examples": {key: found[:3] for key, found in faults.items() if found}}
    return result


def run(program, folder, archive):
    texts(folder, 12, 40, 1)
    book = pathlib.Path(folder) / "book.pdf"
    start = time.monotonic()
    words = [program, "bind", str(pathlib.Path(folder) / "BOOK.yaml"), "-o", str(book)] + (["--archive"] if archive else [])
    done = subprocess.run(words, capture_output=True, text=True)
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    if done.returncode not in (0, 3):
        sys.exit(done.stderr)
    result = check(book, str(book)[:-4] + "-index.json", folder)
    result.update(seconds=round(seconds, 1), mebibytes=round(peak), size=book.stat().st_size, said=done.stderr[-600:])
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make")
    make.add_argument("folder")
    make.add_argument("--months", type=int, default=12)
    make.add_argument("--features", type=int, default=40)
    make.add_argument("--seed", type=int, default=1)
    one = commands.add_parser("check")
    for name in ["book", "index", "folder"]:
        one.add_argument(name)
    all_ = commands.add_parser("run")
    all_.add_argument("program")
    all_.add_argument("folder")
    all_.add_argument("--archive", action="store_true")
    given = parser.parse_args()
    if given.command == "make":
        return texts(given.folder, given.months, given.features, given.seed)
    result = check(given.book, given.index, given.folder) if given.command == "check" else run(given.program, given.folder, given.archive)
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 1 if any(result["faults"].values()) else 0


if __name__ == "__main__":
    sys.exit(main())
