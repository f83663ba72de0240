#!/usr/bin/env python3
"""Writes reports in every format that reads back, reads them, and says where the models differ; compares
the tables written as CSV cell by cell. Prints what came of it as JSON.

usage: export_check.py BANXIN REPORT... [--layout NAME] [--keep FOLDER]
"""
import argparse
import csv
import glob
import json
import os
import shutil
import subprocess
import tempfile

from report_models import differences, model

ENDINGS = ["json", "md", "html", "docx"]


# Markdown says in its front matter what stands under and over the title; it is read as blocks too.
FRONT = {"kicker", "deck", "byline"}


def content(read):
    """A model without what the front matter says twice."""
    rest = [entry for entry in read.get("metadata", []) if entry.get("key") not in FRONT]
    return dict(read, metadata=rest)


def tables(path, read, folder, render):
    """Where the tables' files differ from the tables of the model."""
    if not read.get("tables"):
        return []
    target = os.path.join(folder, "tables.csv")
    render(path, target)
    off = []
    for number, table in enumerate(read["tables"]):
        name = target if number == 0 else target[:-4] + f"-{number + 1}.csv"
        if not os.path.exists(name):
            off.append(f"{os.path.basename(name)}: not written")
            continue
        with open(name, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        wanted = [[str(cell) for cell in row] for row in table["rows"]]
        found = rows[len(rows) - len(wanted):]
        if found != wanted:
            off += differences(wanted, found, f"table {number + 1}")
    if len(glob.glob(target[:-4] + "*.csv")) < len(read["tables"]):
        off.append("fewer files than tables")
    return off


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("banxin")
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--layout", default="bulletin-a4")
    parser.add_argument("--keep")
    wishes = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = wishes.keep or tempfile.mkdtemp(prefix="banxin-export-")

    def render(path, target):
        return subprocess.run([wishes.banxin, "render", path, "-l", wishes.layout, "-o", target], cwd=root,
                              capture_output=True, text=True)

    results = {}
    for path in map(os.path.abspath, wishes.reports):
        place = os.path.join(folder, os.path.basename(path))
        os.makedirs(place, exist_ok=True)
        read = model(wishes.banxin, path, root)
        result = {}
        for ending in ENDINGS:
            target = os.path.join(place, f"written.{ending}")
            run = render(path, target)
            if not os.path.exists(target):
                result[ending] = [run.stderr[-300:]]
                continue
            result[ending] = differences(content(read), content(model(wishes.banxin, target, root)))
        result["csv"] = tables(path, read, place, render)
        results[os.path.basename(path)] = result
    equal = sum(not any(result.values()) for result in results.values())
    print(json.dumps({"reports": results, "equal": equal}, ensure_ascii=False, indent=1))
    if not wishes.keep:
        shutil.rmtree(folder)


main()
