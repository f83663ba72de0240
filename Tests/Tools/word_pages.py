#!/usr/bin/env python3
"""Writes twenty office papers as Word files, reads them back, and compares the pages that LibreOffice
makes of them with our own; prints what came of it as JSON.

usage: word_pages.py BANXIN [--keep FOLDER] [--only NUMBER] [--seed NUMBER] [--no-office]

For each paper: whether the model that is read from the Word file is that of its source (`model`), how
many pages both make, and on how many of them the first and the last line stand within one line of each
other (`near`).
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import tempfile

import pymupdf

from report_models import differences, model

KINDS = ["通知", "请示", "报告", "批复", "函", "意见", "通报", "决定", "公告", "纪要"]
UNITS = [("岑岭乡人民政府", "岑政发"), ("河口镇人民政府", "河政发"), ("杏溪街道办事处", "杏街办发")]
SUBJECTS = ["盘活闲置农房", "汛期堤段检查", "老旧小区加装电梯", "农村饮水安全巩固提升", "冬季消防安全排查"]
SENTENCES = [
    "各村要逐户登记面积、产权和结构安全情况，公示7天，无异议后录入台账",
    "到2032年底，全乡完成任务300处以上，村集体年增收200万元以上",
    "由分管负责人牵头，每季度调度一次，测评结果列入年度考核",
    "所需资金12.5万元从年度预算中列支，专款专用，年底前完成结算和审计",
    "发现问题立即报告，能当场整改的当场整改，不能当场整改的限期15天办结",
    "坚持“先算账、后动工”，守住安全和廉洁两条底线，不搞形式、不增负担",
    "驻乡各单位要主动配合，工作中遇到的困难及时报专班办公室（电话：0000－1234567）",
]
NUMERALS = "一二三四五六七八九十"


def paragraphs(chance, count):
    lines = []
    for _ in range(count):
        chosen = chance.sample(SENTENCES, chance.randint(2, 4))
        lines += ["。".join(chosen) + "。", ""]
    return lines


def table(chance, rows):
    lines = ["| 序号 | 村名 | 摸底数（处） | 已完成（处） | 完成率 |", "|---|---|---|---|---|"]
    for row in range(rows):
        total = chance.randint(40, 190)
        done = chance.randint(10, total)
        lines.append(f"| {row + 1} | {chance.choice('东西南北上下')}{chance.choice('河山塘坞溪')}村 "
                     f"| {total} | {done} | {done / total * 100:.1f}% |")
    return lines + [""]


def gongwen(number, chance, picture):
    """An official document of one of the forms."""
    kind = KINDS[number % len(KINDS)]
    (unit, mark), subject = chance.choice(UNITS), chance.choice(SUBJECTS)
    lines = []
    if number % 3 == 0:
        lines += ["---", f'copy-number: "{number + 1:06d}"', "secrecy: 内部", "urgency: 加急", "---"]
    lines += [f"{unit}文件", "", f"{mark}〔2031〕{number + 3}号", "", f"{unit}关于{subject}的{kind}", "",
              "各村民委员会，直属各部门，驻地各单位：", ""]
    lines += paragraphs(chance, 1)
    for part in range(chance.randint(2, 4)):
        lines += [f"{NUMERALS[part]}、{chance.choice(['总体要求', '重点任务', '组织保障', '时间安排'])}", ""]
        for item in range(chance.randint(1, 3)):
            lines += [f"（{NUMERALS[item]}）{chance.choice(['摸清底数', '压实责任', '强化督导', '严肃纪律'])}。"
                      + chance.choice(SENTENCES) + "。" + chance.choice(SENTENCES) + "。", ""]
            if chance.random() < 0.4:
                lines += [f"1.{chance.choice(SENTENCES)}。", "", f"2.{chance.choice(SENTENCES)}。", ""]
    if number % 4 == 1:
        lines += [f"本项统计口径见注[^1]。{chance.choice(SENTENCES)}。", "", "[^1]: 据乡统计站2031年10月报表。", ""]
    if picture:
        lines += [f"![整改后的{subject}现场](photo.jpg)", ""]
    attached = number % 2 == 0
    if attached:
        lines += [f"附件：{subject}任务分解表", ""]
    lines += [unit, "", f"2031年{chance.randint(1, 12)}月{chance.randint(1, 28)}日", ""]
    if attached:
        lines += ["附件", "", f"{subject}任务分解表", ""] + table(chance, chance.randint(4, 14))
    return "\n".join(lines), "gongwen-a4"


def jianbao(number, chance, picture):
    """A brief with a note of its editor and where it goes."""
    subject = chance.choice(SUBJECTS)
    lines = ["乡村振兴工作简报", "", f"第{number}期（总第{number + 100}期）", "",
             f"霖泽县乡村振兴专班办公室编　　　　　　　　2031年11月{number}日", "",
             f"【编者按】岑岭乡{subject}的做法可学、可看。现予编发，供各乡镇参考。", "", f"岑岭乡多措并举推进{subject}", ""]
    lines += paragraphs(chance, chance.randint(4, 9))
    if picture:
        lines += [f"![{subject}现场会](photo.jpg)", ""]
    lines += ["报：县委、县政府有关领导", "", "送：县直有关部门，各乡镇党委、政府", "", f"（共印{number + 50}份）", ""]
    return "\n".join(lines), "jianbao"


def bulletin(number, chance, picture):
    """A bulletin with lists and a table."""
    subject = chance.choice(SUBJECTS)
    lines = [f"# {subject}第{number}次通报", ""] + paragraphs(chance, chance.randint(3, 6))
    lines += ["## 存在问题", ""] + [f"- {sentence}" for sentence in chance.sample(SENTENCES, 3)] + [""]
    if picture:
        lines += [f"![{subject}现场](photo.jpg)", ""]
    lines += ["## 完成情况", ""] + table(chance, chance.randint(5, 12)) + ["## 下一步", ""]
    return "\n".join(lines + paragraphs(chance, chance.randint(2, 6))), "bulletin-a4"


def letter(number, chance, _):
    """A letter."""
    unit, mark = chance.choice(UNITS)
    lines = [f"关于商请支持{chance.choice(SUBJECTS)}的函", "", "霖泽县水利局：", ""]
    lines += paragraphs(chance, chance.randint(3, 7))
    return "\n".join(lines + ["特此函达，请予支持。", "", unit, "", f"2031年6月{number + 1}日", ""]), "gongwen-a4"


def papers(folder, photo, seed):
    for number in range(20):
        chance = random.Random(number + 20 * seed)
        has_picture = number % 5 == 2
        maker = gongwen if number < 11 else jianbao if number < 14 else bulletin if number < 17 else letter
        text, layout = maker(number, chance, has_picture)
        place = os.path.join(folder, f"{number:02d}")
        os.makedirs(place, exist_ok=True)
        if has_picture:
            shutil.copy(photo, os.path.join(place, "photo.jpg"))
        source = os.path.join(place, "paper.md")
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        yield number, place, source, layout


def lines(path):
    """The lines of each page from the top, letters alone, without the folio."""
    pages = []
    for page in pymupdf.open(path):
        found = {}
        for block in page.get_text("dict")["blocks"]:
            for line in block.get("lines", []):
                text = re.sub(r"[\W_]", "", "".join(span["text"] for span in line["spans"]))
                # A head of 小标宋 is embossed by its size: lines are told apart by their baselines.
                base = round(line["spans"][0]["origin"][1])
                near = next((key for key in found if abs(key - base) <= 3), base)
                found.setdefault(near, []).append((line["bbox"][0], text))
        ordered = ["".join(text for _, text in sorted(found[base])) for base in sorted(found)]
        pages.append([line for line in ordered if line and not re.fullmatch(r"\d{1,3}|第\d+页.*", line)])
    return pages


def near(ours, theirs):
    """On how many pages the first and the last line are within one line of the other's: the pages' ends,
    counted in letters of the whole text, lie no further apart than a line is long."""
    line = max((len(one) for page in ours for one in page), default=1)
    ends = []
    for pages in (ours, theirs):
        count, found = 0, [0]
        for page in pages:
            count += sum(map(len, page))
            found.append(count)
        ends.append(found)
    return sum(abs(ends[0][page] - ends[1][page]) <= line
               and abs(ends[0][page + 1] - ends[1][page + 1]) <= line
               for page in range(min(len(ours), len(theirs))))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("banxin")
    parser.add_argument("--keep")
    parser.add_argument("--only", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--no-office", action="store_true")
    wishes = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = wishes.keep or tempfile.mkdtemp(prefix="banxin-word-")
    photo = os.path.join(root, "samples/issue/photos/1-学校.jpg")
    results = []
    for number, place, source, layout in papers(folder, photo, wishes.seed):
        if wishes.only is not None and number != wishes.only:
            continue
        pdf, word = os.path.join(place, "ours.pdf"), os.path.join(place, "paper.docx")
        for output in (pdf, word):
            subprocess.run([wishes.banxin, "render", source, "-l", layout, "-o", output, "--quiet"], cwd=root,
                           capture_output=True)
        result = {"paper": number, "layout": layout}
        off = differences(model(wishes.banxin, source, root), model(wishes.banxin, word, root))
        result["model"] = not off
        if off:
            result["off"] = off
        if not wishes.no_office:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to",
                            "pdf", "--outdir", place, word], capture_output=True)
            ours, theirs = lines(pdf), lines(os.path.join(place, "paper.pdf"))
            result.update(pages=[len(ours), len(theirs)], near=near(ours, theirs))
        results.append(result)
    did = {"papers": results, "models": sum(one["model"] for one in results)}
    if not wishes.no_office:
        did["same pages"] = sum(one["pages"][0] == one["pages"][1] for one in results)
        did["alike"] = sum(one["pages"][0] == one["pages"][1] == one["near"] for one in results)
    print(json.dumps(did, ensure_ascii=False, indent=1))
    if not wishes.keep:
        shutil.rmtree(folder)


main()
