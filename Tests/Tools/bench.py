"""Times the program, and Typst beside it where its Python package is installed, on the same texts.

usage: bench.py PROGRAM [--rounds 9] [--home FOLDER] [--json]

Whole processes, cold, pairs in turn; medians of wall time, processor time and memory. Prints a table
and the ratios. Typst's pages hold the same text and pictures, but are not fitted to the page; its faces are the
whole ones that a machine has, ours the prepared ones that the program brings.
"""

import argparse
import importlib.util
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TOOLS = pathlib.Path(__file__).resolve().parent
ROOT = TOOLS.parent.parent
FIXTURES = ROOT / "Tests" / "Fixtures"
sys.path.insert(0, str(TOOLS))
import batch_jobs  # noqa: E402
import bench_typst  # noqa: E402


def measure(command, folder):
    """Wall and processor seconds and the peak of memory in MiB of a whole process."""
    start = time.monotonic()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit {process.returncode}\n{said[-800:]}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def long_bulletin(number):
    """A bulletin of six pages at the size of an official paper, without a chart."""
    parts = [batch_jobs.bulletin(number, random.Random(number * 10 + part)) for part in range(4)]
    lines = parts[0].splitlines() + [line for part in parts[1:] for line in part.splitlines()[5:]]
    return "\n".join(line for line in lines if not line.startswith("![")) + "\n"


class Bench:
    def __init__(self, options, folder):
        self.program = str(pathlib.Path(options.program).resolve())
        self.folder, self.rounds, self.home = folder, options.rounds, options.home
        self.has_typst = importlib.util.find_spec("typst") is not None
        self.rows = []

    def banxin(self, *words):
        return [self.program, *words, "--home", str(self.home), "--quiet"]

    def typst(self, *words):
        faces = self.folder / "faces"
        return [sys.executable, str(TOOLS / "bench_typst.py"), str(faces), *map(str, words)]

    def compare(self, name, ours, theirs=None, per=1):
        """A row: medians of both, a unit of `per` documents."""
        mine, other = [], []
        for _ in range(self.rounds):
            for journal in self.folder.glob("*.journal"):
                journal.unlink()
            mine.append(measure(ours, self.folder))
            if theirs and self.has_typst:
                other.append(measure(theirs, self.folder))
        row = {"name": name, "documents": per}
        for label, found in (("banxin", mine), ("typst", other)):
            if found:
                wall, cpu, memory = (statistics.median(part) for part in zip(*found))
                row[label] = {
                    "wall": round(wall, 4), "processor": round(cpu / per, 4), "memory": round(memory, 1)}
        if other:
            row["ratioWall"] = round(row["banxin"]["wall"] / row["typst"]["wall"], 3)
            row["ratioProcessor"] = round(row["banxin"]["processor"] / row["typst"]["processor"], 3)
        self.rows.append(row)
        return row

    def prepare(self):
        faces = self.folder / "faces"
        faces.mkdir()
        for name in ("song-regular", "song-bold", "hei-regular", "hei-bold"):
            (faces / f"{name}.otf").symlink_to(self.home / "fonts" / "files" / f"{name}.otf")
        shutil.copytree(FIXTURES / "photos", self.folder / "photos")
        text = (FIXTURES / "reports" / "gangshan-2022.txt").read_text()
        (self.folder / "page.txt").write_text(text)
        photos = [f"photos/{p.name}" for p in sorted((self.folder / "photos").glob("*.jpg"))]
        (self.folder / "page.typ").write_text(bench_typst.page(text, photos))
        subprocess.run(
            [sys.executable, str(TOOLS / "batch_jobs.py"), str(self.folder), "200"], check=True)
        os.rename(self.folder / "jobs.jsonl", self.folder / "two.jsonl")
        jobs = []
        for number in range(200):
            text = long_bulletin(number)
            (self.folder / f"long{number}.md").write_text(text)
            (self.folder / f"long{number}.typ").write_text(bench_typst.bulletin(text))
            jobs.append({
                "id": f"l{number}", "input": f"long{number}.md", "layout": "bulletin-a4",
                "output": f"long/{number}.pdf"})
        lines = "".join(json.dumps(job) + "\n" for job in jobs)
        (self.folder / "long.jsonl").write_text(lines)
        (self.folder / "charts").mkdir()
        for number in range(100):
            chart = batch_jobs.chart(number, random.Random(number))
            (self.folder / "charts" / f"{number:03}.vl.json").write_text(json.dumps(chart))

    def run(self):
        self.compare("start (--version)", [self.program, "--version"])
        page = self.banxin(
            "render", "page.txt", "-l", "newspaper-tabloid", "--photos", "photos", "-o", "page.pdf")
        self.compare("special page 专版", page, self.typst("page.typ", "typst.pdf"))
        self.compare("the same for the press 付印", page + ["--press", "newsprint", "--force"])
        self.compare(
            "bulletin of six pages 通报",
            self.banxin("render", "long0.md", "-l", "bulletin-a4", "-o", "long.pdf"),
            self.typst("long0.typ", "typst.pdf"))
        for workers in (1, 2):
            self.compare(
                f"200 bulletins, {workers} workers",
                self.banxin("batch", "long.jsonl", "--workers", str(workers)),
                self.typst("long", "typst", 200) if workers == 1 else None, per=200)
        self.compare(
            "200 two-page bulletins with a chart, 2 workers",
            self.banxin("batch", "two.jsonl", "--workers", "2"), per=200)
        self.compare(
            "100 charts 图表", self.banxin("chart", "charts", "-o", "charts-out"), per=100)


def table(rows):
    print(f"{'':44} {'wall s':>9} {'proc. ms':>9} {'MiB':>7}   {'Typst':>9} {'ms':>8}   ratio wall, proc.")
    for row in rows:
        mine, other = row["banxin"], row.get("typst")
        line = f"{row['name']:44} {mine['wall']:9.3f} {mine['processor'] * 1000:9.1f} {mine['memory']:7.0f}"
        if other:
            line += f"   {other['wall']:9.3f} {other['processor'] * 1000:8.1f}"
            line += f"   {row['ratioWall']:.2f}  {row['ratioProcessor']:.2f}"
        print(line)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--home", type=pathlib.Path, default=ROOT)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-bench-"))
    try:
        bench = Bench(options, folder)
        if not bench.has_typst:
            print("没有 typst（pip install typst）  no typst beside it", file=sys.stderr)
        bench.prepare()
        bench.run()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if options.json:
        print(json.dumps(bench.rows, ensure_ascii=False))
    else:
        table(bench.rows)


if __name__ == "__main__":
    main()
