"""Sets thousands of documents of mixed layouts while workers and their parent are killed.

usage: batch_storm.py PROGRAM [--count 10000] [--workers-killed 100] [--parents-killed 10] [--seed 1]
                      [--home FOLDER]

An undisturbed run comes first. Then the batch is run with --resume while random workers are killed,
and ended by killing its parent as often as asked; a last run must find or make every file. Prints a
JSON object: kills, files, what was different, and the memory of the workers at the beginning and end
of the undisturbed run. Ends with 1 at any file that is missing, torn, doubled or different, where
fewer were killed than asked, and where workers hold more than 105 % of what they held at the beginning.
"""

import contextlib
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time

import batch_jobs
from batch_trial import hashes, parser, trial

LAYOUTS = [
    "bulletin-a4", "wechat", "gongwen-a4", "newspaper-tabloid", "jianbao", "broadcast-script",
    "poster", "figures-page", "daily-bulletin", "weekly-summary", "ledger", "monthly-analysis",
]
ENDINGS = ["pdf", "pdf", "pdf", "svg"]
# Of the newspaper's pages some keep the text of one bulletin, too short for a page: they fail every time.
SHORT = 20


def long_bulletin(number):
    """The text of several bulletins as one."""
    lines = []
    for part in range(5):
        added = batch_jobs.bulletin(number, random.Random(number * 10 + part)).splitlines()
        lines += added if part == 0 else [line for line in added[5:] if not line.startswith("![")]
    return "\n".join(lines) + "\n"


def mix(folder):
    """Gives the jobs of a folder layouts and endings in turn."""
    path = folder / "jobs.jsonl"
    jobs = [json.loads(line) for line in path.read_text().splitlines()]
    for number, job in enumerate(jobs):
        job["layout"] = LAYOUTS[number % len(LAYOUTS)]
        job["output"] = str(pathlib.Path(job["output"]).with_suffix("." + ENDINGS[number % len(ENDINGS)]))
        if job["layout"].startswith("newspaper") and number // len(LAYOUTS) % SHORT:
            (folder / job["input"]).write_text(long_bulletin(number), encoding="utf-8")
    path.write_text("".join(json.dumps(job, ensure_ascii=False) + "\n" for job in jobs))


def names(folder):
    """The finished files of a folder."""
    return [name for name in os.listdir(folder) if name[0] != "."] if folder.is_dir() else []


def children(parent):
    listed = subprocess.run(["pgrep", "-P", str(parent)], capture_output=True, text=True).stdout
    return [int(word) for word in listed.split()]


def strike(process, act, rng):
    """Kills a worker of a run, or the run itself; False where it had ended before."""
    while process.poll() is None:
        victims = [process.pid] if act == "parent" else children(process.pid)
        if victims:
            with contextlib.suppress(ProcessLookupError):
                os.kill(rng.choice(victims), signal.SIGKILL)
                return True
        time.sleep(0.02)
    return False


def disturb(batch, expected, options, rng):
    """Kills workers, then the parent, and again, spread over the files of the run: how many of each.

    What is done so far says when, so that a machine that is slow or busy meets the same kills."""
    rounds = options.parents_killed
    acts = []
    for turn in range(rounds):
        share = (turn + 1) * options.workers_killed // rounds - turn * options.workers_killed // rounds
        acts += ["worker"] * share + ["parent"]
    step = 0.95 * len(expected) / len(acts)
    killed = {"worker": 0, "parent": 0}
    process = batch.start()
    for number, act in enumerate(acts):
        due = step * (number + rng.uniform(0.1, 0.9))
        while process.poll() is None and len(names(batch.out)) < due:
            time.sleep(0.1)
        if not strike(process, act, rng):
            break
        killed[act] += 1
        if act == "parent":
            process.wait()
            batch.check_whole(expected, f"after kill {killed[act]} of the parent")
            print(f"killed {killed}, {len(names(batch.out))} of {len(expected)} files there", file=sys.stderr, flush=True)
            if number < len(acts) - 1:
                process = batch.start()
    process.kill()
    process.wait()
    return killed["worker"], killed["parent"]


def memory(report):
    """MiB of the workers at the beginning and at the end, from the report of a batch."""
    found = re.search(r"开头 (\d+) MiB，结尾 (\d+) MiB", report)
    return [int(word) for word in found.groups()] if found else []


def main():
    wishes = parser(count=10000)
    wishes.add_argument("--workers-killed", type=int, default=100)
    wishes.add_argument("--parents-killed", type=int, default=10)
    options = wishes.parse_args()
    rng = random.Random(options.seed)
    with trial(options) as batch:
        mix(batch.folder)
        calm, wall = batch.run()
        expected = hashes(batch.out)
        states = {job["id"]: job["status"] for job in map(json.loads, calm.stdout.splitlines())}
        print(calm.stderr.strip(), file=sys.stderr, flush=True)
        batch.forget()
        workers, parents = disturb(batch, expected, options, rng)
        last, _ = batch.run("--resume")
        lines = [json.loads(line) for line in last.stdout.splitlines()]
        odd = sorted({name for name, _ in set(hashes(batch.out).items()) ^ set(expected.items())})
        wrong = [
            line["id"] for line in lines
            if (line["status"] in ("done", "unchanged")) != (states.get(line["id"]) == "done")
        ]
        doubled = len(lines) - len({line["id"] for line in lines})
        held = memory(calm.stderr)
        faults = {
            "different": odd, "wrongStatus": wrong, "doubled": doubled,
            "lost": options.count - len({line["id"] for line in lines}),
            "killsMissed": options.workers_killed - workers + options.parents_killed - parents,
            "memoryGrown": not held or held[1] > 1.05 * held[0],
        }
        print(json.dumps({
            "jobs": options.count, "files": len(expected), "seconds": round(wall, 1),
            "failed": sum(state != "done" for state in states.values()),
            "kept": sum(line["status"] == "unchanged" for line in lines),
            "workersKilled": workers, "parentsKilled": parents, "memory": held,
            **{name: fault[:10] if isinstance(fault, list) else fault for name, fault in faults.items()},
        }, ensure_ascii=False))
        sys.exit(1 if any(faults.values()) else 0)


if __name__ == "__main__":
    main()
