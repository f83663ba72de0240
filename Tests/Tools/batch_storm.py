"""Sets thousands of documents of mixed layouts while workers and their parent are killed.

usage: batch_storm.py PROGRAM [--count 10000] [--workers-killed 100] [--parents-killed 10] [--seed 1]
                      [--home FOLDER]

An undisturbed run comes first. Then the batch is run with --resume while random workers are killed,
and ended by killing its parent as often as asked; a last run must find or make every file. Prints a
JSON object: kills, files, what was different, and the memory of the workers at the beginning and end
of the undisturbed run. Ends with 1 at any file that is missing, torn, doubled or different.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from batch_kill import TOOLS, hashes

# The texts are too short for a newspaper page: those jobs end with an error every time.
LAYOUTS = [
    "bulletin-a4", "wechat", "gongwen-a4", "newspaper-tabloid", "jianbao", "broadcast-script",
    "poster", "figures-page", "daily-bulletin", "weekly-summary", "ledger", "monthly-analysis",
]
ENDINGS = ["pdf", "pdf", "pdf", "svg"]


def make_jobs(folder, count):
    subprocess.run([sys.executable, str(TOOLS / "batch_jobs.py"), str(folder), str(count)], check=True)
    path = folder / "jobs.jsonl"
    jobs = [json.loads(line) for line in path.read_text().splitlines()]
    for number, job in enumerate(jobs):
        job["layout"] = LAYOUTS[number % len(LAYOUTS)]
        job["output"] = str(pathlib.Path(job["output"]).with_suffix("." + ENDINGS[number % len(ENDINGS)]))
    path.write_text("".join(json.dumps(job, ensure_ascii=False) + "\n" for job in jobs))


def children(parent):
    listed = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True).stdout
    return [int(word) for word in listed.split()]


class Storm(threading.Thread):
    """Kills a random worker of a batch each time `pause` seconds are over."""

    def __init__(self, parent, pause, most, rng):
        super().__init__(daemon=True)
        self.parent, self.pause, self.most, self.rng = parent, pause, most, rng
        self.kills, self.over = 0, threading.Event()

    def run(self):
        while self.kills < self.most and not self.over.wait(self.pause * self.rng.uniform(0.5, 1.5)):
            workers = children(self.parent)
            if not workers:
                continue
            try:
                os.kill(self.rng.choice(workers), signal.SIGKILL)
                self.kills += 1
            except ProcessLookupError:
                pass


def memory(report):
    for line in report.splitlines():
        if "MiB" in line:
            return line.strip()
    return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--workers-killed", type=int, default=100)
    parser.add_argument("--parents-killed", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--home", default=str(TOOLS.parent.parent))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-storm-"))
    program = str(pathlib.Path(options.program).resolve())
    command = [program, "batch", "jobs.jsonl", "--home", options.home]
    try:
        make_jobs(folder, options.count)
        start = time.monotonic()
        calm = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        wall = time.monotonic() - start
        expected = hashes(folder / "out")
        states = {job["id"]: job["status"] for job in map(json.loads, calm.stdout.splitlines())}
        shutil.rmtree(folder / "out")
        (folder / "jobs.jsonl.journal").unlink()
        workers, parents = 0, 0
        for turn in range(options.parents_killed):
            process = subprocess.Popen(
                command + ["--resume"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            part = wall * 0.8 / options.parents_killed
            storm = Storm(
                process.pid, part / (options.workers_killed / options.parents_killed + 1),
                (options.workers_killed - workers) // (options.parents_killed - turn), rng)
            storm.start()
            try:
                process.wait(part)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                parents += 1
            storm.over.set()
            storm.join()
            workers += storm.kills
            whole = hashes(folder / "out", hidden=False) if (folder / "out").is_dir() else {}
            torn = [name for name, value in whole.items() if expected.get(name) != value]
            if torn:
                sys.exit(f"after kill {turn + 1} of the parent: {torn[:5]}")
        last = subprocess.run(command + ["--resume"], cwd=folder, capture_output=True, text=True)
        lines = [json.loads(line) for line in last.stdout.splitlines()]
        found = hashes(folder / "out")
        odd = sorted({name for name, _ in set(found.items()) ^ set(expected.items())})
        doubled = len(lines) - len({line["id"] for line in lines})
        wrong = [
            line["id"] for line in lines
            if (line["status"] in ("done", "unchanged")) != (states[line["id"]] == "done")
        ]
        print(json.dumps({
            "jobs": options.count, "files": len(expected), "seconds": round(wall, 1),
            "workersKilled": workers, "parentsKilled": parents, "different": odd[:10],
            "doubled": doubled, "wrongStatus": wrong[:10], "failed": sum(s != "done" for s in states.values()),
            "memory": memory(calm.stderr),
        }, ensure_ascii=False))
        sys.exit(1 if odd or doubled or wrong or len(lines) != options.count else 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
