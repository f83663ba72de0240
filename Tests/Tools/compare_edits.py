#!/usr/bin/env python3
"""Edits reports, PDF files and plans of pages, one edit each, and asks `banxin compare` what differs.

usage: compare_edits.py BANXIN [--keep FOLDER] [--only NUMBER] [--seed NUMBER]

Prints JSON: for each of the fifty edits whether it was found and named (`found`) and what was told that
nobody had done (`invented`). A page that is set anew may place its heads and pictures otherwise: for
plans such places are no invention, nor that a story stands elsewhere; words are.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import tempfile

WORDS = ["清晨的集市上人声渐起", "河堤加固工程进入收尾阶段", "志愿者把热饭送到老人家中", "新修的步道连起三个村庄",
         "图书馆延长了夜间开放时间", "果农正忙着给梨树套袋", "镇里的诊所添了两台设备", "孩子们在操场上排练合唱",
         "水厂完成了管网改造", "公交线路向北延伸两站", "农技员到田头讲解防虫办法", "老街的路灯换成了节能灯"]
NEW = "另据气象部门消息，明后两天有中到大雨，请沿河住户注意防范。"


def paragraph(number, place):
    return (f"{WORDS[number % 12]}。记者在{place}村了解到，这项工作从{number % 9 + 3}月开始，已有{number * 7 + 11}人参加，"
            f"投入资金{number * 3 + 20}万元，其余的年底前完成，验收结果将向{place}村全体村民公布。")


def report(place, count, picture=None, first=0):
    """A headline, paragraphs, a subhead in the middle, a picture."""
    lines = [f"# {place}村一周工作要闻"]
    for number in range(count):
        if number == count // 2:
            lines.append("## 下半周安排")
        lines.append(paragraph(first + number, place))
        if picture and number == 1:
            lines.append(f"![{place}村现场](" + picture + ")")
    return lines


# Each edit changes lines in place and says what is to be found: kinds, and a word of what is named.

def bodies(lines):
    return [place for place, line in enumerate(lines) if not line.startswith(("#", "!"))]


def append(lines, chance):
    lines[chance.choice(bodies(lines))] += "下周还将继续推进。"
    return ["changed"], "继续推进"


def replace(lines, chance):
    place = chance.choice(bodies(lines))
    lines[place] = lines[place].replace("其余的年底前完成", "其余的本月内全部完成")
    return ["changed"], "本月"


def figure(lines, chance):
    place = chance.choice(bodies(lines))
    start = lines[place].index("已有") + 2
    lines[place] = lines[place][:start] + "9" + lines[place][start:]
    return ["changed"], "9"


def remove(lines, chance):
    gone = lines.pop(chance.choice(bodies(lines)))
    return ["removed"], gone[:6]


def insert(lines, chance):
    lines.insert(chance.choice(bodies(lines)), NEW)
    return ["added"], "气象部门"


def move(lines, chance):
    places = bodies(lines)
    line = lines.pop(places[0])
    lines.insert(places[-1], line)
    return ["moved"], line[:6]


def headline(lines, chance):
    lines[0] = lines[0].replace("一周", "两周")
    return ["changed"], "两"


def swap(lines, chance):
    """The picture's file is another one; done by the caller."""
    return ["picture"], ""


def no_picture(lines, chance):
    lines[:] = [line for line in lines if not line.startswith("!")]
    return ["picture-removed", "removed"], ""


# What may follow from an edit: a page set anew has other places, and stories in another order; a shorter
# paper fewer pages.
MAY = {"report": (), "pdf": ("page",), "plan": ("place", "crop", "moved")}
TEXT = [append, replace, figure, remove, insert, move, headline]


class Desk:
    """A folder with an old and a new version of something."""

    def __init__(self, banxin, root, folder, photos):
        self.banxin, self.root, self.folder, self.photos = banxin, root, folder, photos

    def write(self, version, name, lines):
        path = os.path.join(self.folder, version, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n\n".join(lines) + "\n")
        return path

    def photo(self, version, number):
        folder = os.path.join(self.folder, version)
        os.makedirs(folder, exist_ok=True)
        shutil.copy(self.photos[number], os.path.join(folder, "photo.jpg"))

    def run(self, *words):
        return subprocess.run([self.banxin, *words], cwd=self.root, capture_output=True, text=True)

    def pdf(self, path, layout="bulletin-a4"):
        output = path[:path.rindex(".")] + ".pdf"
        self.run("render", path, "-l", layout, "-o", output, "--quiet")
        return output

    def compare(self, old, new):
        run = self.run("compare", old, new, "--json", "--quiet")
        try:
            return json.loads(run.stdout)["changes"], run.returncode
        except (json.JSONDecodeError, KeyError):
            return [{"kind": "failed", "newText": run.stderr[-300:], "oldText": "", "edits": []}], run.returncode


def judge(kinds, word, changes, code, may):
    """Whether the edit was found and named, and what else was told."""
    rest = list(kinds)
    named = word == ""
    invented = []
    for change in changes:
        told = [change.get("oldText", ""), change.get("newText", ""), change.get("name", "")]
        edited = [edit["old"] + edit["new"] for edit in change["edits"]]
        named = named or any(word in text for text in told + edited)
        if change["kind"] in rest:
            rest.remove(change["kind"])
        elif not (change["kind"] in may):
            invented.append({"kind": change["kind"], "told": told, "name": change.get("name", "")})
    return {"found": not rest and named and code == 3, "invented": invented, "exit": code}


def edits(desk_of, seed):
    """The fifty edits: of reports, of PDF files of them, of plans."""
    for number in range(50):
        chance = random.Random(number + 50 * seed)
        way = ("report", "pdf", "plan")[number % 3]
        edit = (TEXT + ([swap, no_picture] if way != "report" else [swap]))[number // 3 % (9 if way != "report" else 8)]
        desk = desk_of(number)
        for version in ("old", "new"):
            desk.photo(version, 1 if version == "new" and edit is swap else 0)
        lines = report("杏溪", 14, "photo.jpg", first=seed)
        old = desk.write("old", "paper.md", lines)
        kinds, word = edit(lines, chance)
        new = desk.write("new", "paper.md", lines)
        if way == "pdf":
            old, new = desk.pdf(old), desk.pdf(new)
        elif way == "plan":
            for version in ("old", "new"):
                desk.write(version, "second.md", report("河口", 9, first=3))
                desk.write(version, "third.md", report("松岗", 7, first=7))
                desk.write(version, "plan.yaml", [
                    "format: 1\nlayout: newspaper-tabloid\n"
                    "facts: { paper: 杏溪报, section: 综合, page: \"03\", date: 2031-11-28 }\n"
                    "articles:\n  - { report: paper.md, importance: 3 }\n  - { report: second.md }\n"
                    "  - { report: third.md }"])
            old, new = (os.path.join(desk.folder, version, "plan.yaml") for version in ("old", "new"))
        yield number, way, edit.__name__, kinds, word, old, new, desk


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("banxin")
    parser.add_argument("--keep")
    parser.add_argument("--only", type=int)
    parser.add_argument("--seed", type=int, default=0)
    wishes = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = wishes.keep or tempfile.mkdtemp(prefix="banxin-compare-")
    photos = [os.path.join(root, "samples/issue/photos/1-学校.jpg"),
              os.path.join(root, "samples/issue/special/1-工地.jpg")]
    results = []
    for number, way, edit, kinds, word, old, new, desk in edits(
            lambda number: Desk(wishes.banxin, root, os.path.join(folder, f"{number:02d}"), photos), wishes.seed):
        if wishes.only is not None and number != wishes.only:
            continue
        changes, code = desk.compare(old, new)
        result = {"edit": number, "way": way, "what": edit}
        result.update(judge(kinds, word, changes, code, MAY[way]))
        results.append(result)
    same = Desk(wishes.banxin, root, os.path.join(folder, "same"), photos)
    same.photo("old", 0)
    path = same.write("old", "paper.md", report("杏溪", 14, "photo.jpg"))
    equal = [same.compare(one, one)[1] for one in (path, same.pdf(path))]
    print(json.dumps({
        "edits": results, "found": sum(one["found"] for one in results),
        "invented": sum(len(one["invented"]) for one in results), "equal": equal}, ensure_ascii=False, indent=1))
    if not wishes.keep:
        shutil.rmtree(folder)


main()
