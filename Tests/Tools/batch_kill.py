"""Kills a batch at random moments, resumes it, and compares with an undisturbed run.

usage: batch_kill.py PROGRAM [--rounds 20] [--count 1000] [--seed 1] [--home FOLDER]

Prints one line a round; ends with 1 at the first file that is missing, doubled, half there or
different. Also says what an undisturbed run took: wall and processor time, memory.
"""

import json
import random
import resource
import subprocess
import sys

from batch_trial import hashes, parser, trial


def check(found, expected, what):
    if found != expected:
        odd = sorted(set(found.items()) ^ set(expected.items()))[:5]
        sys.exit(f"{what}: {len(found)} files, expected {len(expected)}; {odd}")


def disturb(batch, expected, wall, rng):
    """Kills the batch up to three times before it is let go on to its end: how often it was."""
    kills = 0
    for _ in range(rng.randint(1, 3)):
        process = batch.start()
        try:
            process.wait(rng.uniform(0.05, 0.9) * wall)
            return kills
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
        batch.check_whole(expected, "after a kill")
    return kills


def main():
    wishes = parser(count=1000)
    wishes.add_argument("--rounds", type=int, default=20)
    options = wishes.parse_args()
    rng = random.Random(options.seed)
    with trial(options) as batch:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        undisturbed, wall = batch.run()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        if undisturbed.returncode != 0:
            sys.exit(undisturbed.stderr)
        cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
        print(undisturbed.stderr.strip())
        print(f"{options.count / wall:.1f} a second, {cpu / options.count * 1000:.1f} ms CPU each")
        expected = hashes(batch.out)
        if len(expected) != options.count:
            sys.exit(f"{len(expected)} outputs")
        for turn in range(options.rounds):
            batch.forget()
            kills = disturb(batch, expected, wall, rng)
            ended, _ = batch.run("--resume")
            lines = [json.loads(line) for line in ended.stdout.splitlines()]
            if ended.returncode != 0 or len({line["id"] for line in lines}) != options.count:
                sys.exit(f"round {turn + 1}: exit {ended.returncode}\n{ended.stderr}")
            check(hashes(batch.out), expected, f"round {turn + 1}")
            kept = sum(line["status"] == "unchanged" for line in lines)
            print(f"round {turn + 1}: {kills} kills, {kept} kept, all {options.count} equal", flush=True)


if __name__ == "__main__":
    main()
