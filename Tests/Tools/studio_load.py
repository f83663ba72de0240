#!/usr/bin/env python3
"""Edits documents in the studio over and over and prints, as JSON, how long a new page takes and how much
memory the server and its workers hold.

usage: studio_load.py BANXIN [--edits 500]

A time runs from the request with an edit until the page's picture has arrived, as the browser asks for it.
"""
import argparse
import json
import os
import statistics
import tempfile
import time

from studio_plans import BRIEF, SAMPLE
from studio_server import Server, quoted


def resident(process):
    """Memory of the server and its workers in MB: what is theirs alone and their share of the rest."""
    total = 0
    for name in [process] + [
            int(child) for thread in os.listdir(f"/proc/{process}/task")
            for child in open(f"/proc/{process}/task/{thread}/children", encoding="ascii").read().split()]:
        with open(f"/proc/{name}/smaps_rollup", encoding="ascii") as file:
            total += next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    return round(total / 1024)


class Document:
    def __init__(self, server, path):
        self.server, self.path = server, path
        self.view = server.json("/api/open", {"path": path})

    def edit(self, edits, story=None):
        change = {"path": self.path, "revision": self.view["revision"], "edits": edits}
        if story is not None:
            change["story"] = story
        self.view = self.server.json("/api/edit", change)

    def draw(self, page=1):
        drawn = self.server.json(f"/api/page?path={quoted(self.path)}&pages={page}")
        status, _, data = self.server.call(f"/page/{drawn['stamp']}/{page}.svg")
        assert status == 200 and data.startswith(b"<?xml")
        return drawn

    def body(self, story=None):
        report = self.view["stories"][story] if story is not None else self.view["report"]
        return next((number, block["text"]) for number, block in enumerate(report["blocks"])
                    if block["role"] == "body" and len(block["text"]) > 40)

    def times(self, count, story=None):
        """Milliseconds of `count` edits, the first three left out: faces are not warm."""
        times, (block, words) = [], self.body(story)
        for number in range(count + 3):
            text = words + ("" if number % 2 else "全街上下一心。")
            start = time.perf_counter()
            self.edit([{"text": {"block": block, "text": text}}], story)
            self.draw()
            times.append((time.perf_counter() - start) * 1000)
        return times[3:]


def summary(times):
    times = sorted(times)
    return {"median": round(statistics.median(times)), "p95": round(times[int(len(times) * 0.95)])}


def shared_page(server, folder):
    """A page of seven stories."""
    report = os.path.join(folder, SAMPLE)
    with open(report, encoding="utf-8") as file:
        lead = "\n".join(file.read().split("\n")[:14])
    with open(os.path.join(folder, "头条.txt"), "w", encoding="utf-8") as file:
        file.write(lead)
    articles = ["- {report: 头条.txt, importance: 3}"]
    for number in range(6):
        name = f"短讯{number}.txt"
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            title, rest = BRIEF.split("\n", 1)
            file.write(f"{title}之{'一二三四五六'[number]}\n{rest}")
        articles.append(f"- {{report: {name}}}")
    with open(os.path.join(folder, "七稿.yaml"), "w", encoding="utf-8") as file:
        file.write("format: 1\nlayout: newspaper-tabloid\narticles:\n" + "\n".join(articles) + "\n")
    return Document(server, "七稿.yaml")


def ledger(server, folder):
    """A hundred pages of a table."""
    rows = ["|" + "|".join(f"{number}" if column == 0 else f"第{number}户第{column}项" for column in range(8)) + "|"
            for number in range(1, 3001)]
    with open(os.path.join(folder, "台账.md"), "w", encoding="utf-8") as file:
        file.write("---\nlayout: ledger\n---\n# 全街小微企业台账\n\n|序号|" + "|".join("甲乙丙丁戊己庚") + "|\n"
                   + "|" + "---|" * 8 + "\n" + "\n".join(rows) + "\n")
    document = Document(server, "台账.md")
    times = []

    def look(page):
        start = time.perf_counter()
        drawn = document.draw(page)
        times.append(round((time.perf_counter() - start) * 1000))
        return len(drawn["pages"]["sheets"])
    count = look(1)
    for page in (2, count // 2, count // 2 + 1, count):
        look(page)
    return {"pages": count, "milliseconds": times}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--edits", type=int, default=500)
    options = parser.parse_args()
    result = {}
    with tempfile.TemporaryDirectory() as folder, Server(os.path.abspath(options.program), folder) as server:
        server.json("/api/sample", {})
        page = Document(server, SAMPLE)
        page.edit([{"fact": {"key": "layout", "value": "newspaper-tabloid"}}])
        result["special"] = summary(page.times(options.edits))
        result["memory"] = resident(server.process.pid)
        plan = shared_page(server, folder)
        result["seven"] = summary(plan.times(max(5, options.edits // 20), story=1))
        result["ledger"] = ledger(server, folder)
        result["memoryAtEnd"] = resident(server.process.pid)
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
