"""Mutates every kind of input and runs the program on it, one process at a time.

usage: fuzz.py PROGRAM [--minutes 7] [--targets a,b] [--seed 1] [--keep FOLDER] [--home FOLDER]

A run is a fault when it ends by a signal, reports a fault of its own, needs more than 10 s of
processor time or a minute of the clock, or holds more than 1 GB. The input of each fault is kept.
Prints one line a target; ends with 1 where there was a fault.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from fuzz_inputs import TARGETS

TOOLS = pathlib.Path(__file__).resolve().parent
SECONDS, CLOCK, MEBIBYTES = 10, 60, 1024
FAULT = re.compile(rb"\[run\.(fault|time-limit|memory-limit)\]")


def run(command, folder, stdin):
    """What a run ended with: its code, errors, processor seconds, MiB, and whether it was stopped."""
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            command,
            cwd=folder,
            stdin=open(stdin, "rb") if stdin else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"},
        )
        deadline = time.monotonic() + CLOCK
        hung = False
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > deadline and not hung:
                hung = True
                os.killpg(child.pid, signal.SIGKILL)
            time.sleep(0.004)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read(1 << 20)
    return child.returncode, text, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, hung


def verdict(code, errors, seconds, mebibytes, hung):
    """The kind of fault, or nothing."""
    if hung:
        return "hang"
    if code < 0 or code > 128:
        return f"signal {abs(code)}"
    own = FAULT.search(errors)
    if own:
        return own.group(1).decode()
    if seconds > SECONDS:
        return f"slow {seconds:.0f} s"
    if mebibytes > MEBIBYTES:
        return f"memory {mebibytes:.0f} MiB"
    # One document may be given up by the engine of many; its journal and errors say so.
    if re.search(rb"job\.(crashed|timeout|memory)", errors):
        return "worker"
    return None


def keep(folder, kept, target, number, kind):
    name = f"{target}-{number}-{kind.replace(' ', '')}"
    shutil.copytree(folder, kept / name, dirs_exist_ok=True, symlinks=True)
    return name


def fuzz(target, program, options, kept):
    rng = random.Random(f"{options.seed}-{target.name}")
    codes, faults, runs = collections.Counter(), [], 0
    slowest = largest = 0.0
    end = time.monotonic() + options.minutes * 60
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-fuzz-"))
    try:
        while time.monotonic() < end and (not options.runs or runs < options.runs):
            shutil.rmtree(folder)
            folder.mkdir()
            words, stdin = target.make(rng, folder)
            command = [program, *words, "--home", options.home]
            (folder / "cmd").write_text(" ".join(words) + (f" < {stdin}" if stdin else "") + "\n")
            result = run(command, folder, stdin and folder / stdin)
            runs += 1
            codes[result[0]] += 1
            slowest, largest = max(slowest, result[2]), max(largest, result[3])
            kind = verdict(*result)
            if kind:
                name = keep(folder, kept, target.name, runs, kind)
                faults.append(name)
                print(f"  {name}", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    ends = ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))
    print(
        f"{target.name}: {runs} runs ({ends}), slowest {slowest:.1f} s, largest {largest:.0f} MiB,"
        f" {len(faults)} faults",
        flush=True,
    )
    return len(faults)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--minutes", type=float, default=7)
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--targets", default="")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep", default="output/fuzz")
    parser.add_argument("--home", default=str(TOOLS.parent.parent))
    options = parser.parse_args()
    options.home = str(pathlib.Path(options.home).resolve())
    program = str(pathlib.Path(options.program).resolve())
    kept = pathlib.Path(options.keep)
    kept.mkdir(parents=True, exist_ok=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    wanted = [name for name in options.targets.split(",") if name]
    known = {target.name for target in TARGETS}
    if not set(wanted) <= known:
        sys.exit(f"targets are {', '.join(sorted(known))}")
    faults = sum(
        fuzz(target, program, options, kept)
        for target in TARGETS
        if not wanted or target.name in wanted
    )
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
