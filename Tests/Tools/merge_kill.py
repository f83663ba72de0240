"""Kills a merge of grid boards at random moments, resumes it, and compares with an undisturbed run; then
changes two rows and counts what is set again.

usage: merge_kill.py PROGRAM [--rounds 10] [--rows 251] [--seed 1] [--home FOLDER]

Prints one line a round; ends with 1 at the first file that is missing or different.
"""

import argparse
import csv
import hashlib
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GIVEN = "王 李 张 刘 陈 杨 赵 黄".split()


def write_table(folder, head, base, rows, changed=()):
    with open(folder / "boards.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for number in range(rows):
            row = dict(zip(head, base))
            row["网格"] = f"第{number + 1:03d}网格"
            row["网格长"] = GIVEN[number % len(GIVEN)] + "建国"
            if number in changed:
                row["电话"] = "0000-7654321"
            writer.writerow(row.values())


def hashes(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.pdf")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--rows", type=int, default=251)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--home", default=str(ROOT))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    sample = pathlib.Path(options.home) / "layouts" / "grid-board"
    with open(sample / "sample.csv", encoding="utf-8-sig") as file:
        head, base = list(csv.reader(file))[:2]
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-merge-"))
    command = [str(pathlib.Path(options.program).resolve()), "merge", "-l", "grid-board", "--data",
               "boards.csv", "--template", str(sample / "template.md"), "--home", options.home]

    def merge(output, *more):
        start = time.monotonic()
        code = subprocess.run(command + ["-o", output, *more], cwd=folder, capture_output=True)
        if code.returncode != 0:
            sys.exit(f"{output}: exit {code.returncode}\n{code.stderr.decode()[-800:]}")
        return time.monotonic() - start

    try:
        write_table(folder, head, base, options.rows)
        wall = merge("whole")
        expected = hashes(folder / "whole")
        print(f"undisturbed: {len(expected)} files in {wall:.1f} s", flush=True)
        for number in range(options.rounds):
            for path in [folder / "killed", folder / "killed.journal"]:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            moment = rng.uniform(0.1, wall)
            running = subprocess.Popen(command + ["-o", "killed", "--resume"], cwd=folder,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moment)
            running.kill()
            running.wait()
            there = len(list((folder / "killed").glob("*.pdf")))
            seconds = merge("killed", "--resume")
            found = hashes(folder / "killed")
            if found != expected:
                sys.exit(f"round {number}: {sorted(set(found.items()) ^ set(expected.items()))[:5]}")
            print(f"round {number}: killed at {moment:.1f} s with {there} files, resumed in "
                  f"{seconds:.1f} s, all equal", flush=True)
        before = {path: path.stat().st_mtime_ns for path in (folder / "whole").glob("*.pdf")}
        write_table(folder, head, base, options.rows, changed=(17, options.rows - 3))
        seconds = merge("whole")
        redone = [path for path, time_ns in before.items() if path.stat().st_mtime_ns != time_ns]
        print(f"two rows changed: {len(redone)} set again in {seconds:.2f} s")
        if len(redone) != 2:
            sys.exit(1)
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
