"""Kills a batch at random moments, resumes it, and compares with an undisturbed run.

usage: batch_kill.py PROGRAM [--rounds 20] [--count 1000] [--seed 1] [--home FOLDER]

Prints one line a round; ends with 1 at the first file that is missing, doubled, half there or
different. Also says what an undisturbed run took: wall and processor time, memory.
"""

import argparse
import hashlib
import json
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

TOOLS = pathlib.Path(__file__).resolve().parent


def hashes(folder, hidden=True):
    """A killed parent's workers finish the job in hand, so hidden files may go while one looks."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if hidden or path.name[0] != "."
    }


def check(found, expected, what):
    if found != expected:
        odd = sorted(set(found.items()) ^ set(expected.items()))[:5]
        sys.exit(f"{what}: {len(found)} files, expected {len(expected)}; {odd}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--home", default=str(TOOLS.parent.parent))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-kill-"))
    program = str(pathlib.Path(options.program).resolve())
    command = [program, "batch", "jobs.jsonl", "--home", options.home]
    try:
        maker = [sys.executable, str(TOOLS / "batch_jobs.py"), str(folder), str(options.count)]
        subprocess.run(maker, check=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        undisturbed = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        wall = time.monotonic() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        if undisturbed.returncode != 0:
            sys.exit(undisturbed.stderr)
        cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        print(undisturbed.stderr.strip())
        print(f"{options.count / wall:.1f} a second, {cpu / options.count * 1000:.1f} ms CPU each")
        expected = hashes(folder / "out")
        if len(expected) != options.count:
            sys.exit(f"{len(expected)} outputs")
        for turn in range(options.rounds):
            shutil.rmtree(folder / "out")
            (folder / "jobs.jsonl.journal").unlink()
            kills = 0
            # The batch is killed up to three times before it is let go on to its end.
            for _ in range(rng.randint(1, 3)):
                process = subprocess.Popen(
                    command + ["--resume"],
                    cwd=folder,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
                try:
                    process.wait(rng.uniform(0.05, 0.9) * wall)
                    break
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    kills += 1
                out = folder / "out"
                whole = hashes(out, hidden=False) if out.is_dir() else {}
                check(whole, {k: expected[k] for k in whole}, "after a kill")
            ended = subprocess.run(command + ["--resume"], cwd=folder, capture_output=True, text=True)
            lines = [json.loads(line) for line in ended.stdout.splitlines()]
            if ended.returncode != 0 or len({line["id"] for line in lines}) != options.count:
                sys.exit(f"round {turn + 1}: exit {ended.returncode}\n{ended.stderr}")
            check(hashes(folder / "out"), expected, f"round {turn + 1}")
            kept = sum(line["status"] == "unchanged" for line in lines)
            print(f"round {turn + 1}: {kills} kills, {kept} kept, all {options.count} equal", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
