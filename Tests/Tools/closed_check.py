#!/usr/bin/env python3
"""Watches a rendering, a page, a batch and a chart with strace: no socket, no file outside what they need.

usage: closed_check.py PROGRAM [--home FOLDER]

Allowed are the home, the folder of the inputs and outputs, the program, its libraries and what the C
library asks of the system. Prints as JSON for each run its exit code, the sockets opened, the programs
started and the files opened elsewhere; ends with 1 where there is any, 2 without strace.
"""

import argparse
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from batch_trial import TOOLS

# What loader, C library and fontconfig ask of the system, whatever the program does.
SYSTEM = ("/lib", "/usr/lib", "/opt/", "/proc/", "/sys/devices/system/cpu/", "/etc/ld.so", "/etc/localtime", "/usr/share/zoneinfo/", "/dev/")


def runs(home, folder):
    """Names and commands."""
    sample = home / "samples" / "issue"
    shutil.copytree(sample, folder / "issue")
    return {
        "render": ["render", "in/0001.md", "-l", "bulletin-a4", "-o", "alone.pdf"],
        "page": ["page", "issue/page.yaml", "-o", "page.pdf"],
        "batch": ["batch", "jobs.jsonl"],
        "chart": ["chart", "in/0001.vl.json", "-o", "chart.svg"],
    }


def watch(command, folder, allowed):
    """What a run opened, of the calls that succeeded."""
    trace = folder / "trace"
    code = subprocess.run(
        ["strace", "-f", "-qq", "-z", "-e", "trace=socket,connect,open,openat,openat2,creat,execve", "-o", str(trace),
         *command], cwd=folder, capture_output=True).returncode
    sockets, programs, files = 0, set(), set()
    for line in trace.read_text(errors="replace").splitlines():
        found = re.search(r"\b(\w+)\((?:[^\"]*\"((?:[^\"\\]|\\.)*)\")?", line)
        if not found:
            continue
        call, path = found.groups()
        if call in ("socket", "connect"):
            sockets += 1
        elif path is not None:
            whole = str((folder / path).resolve()) if not path.startswith("/proc/") else path
            if call == "execve" and whole != command[0]:
                programs.add(whole)
            elif not whole.startswith(allowed):
                files.add(whole)
    return {"exit": code, "sockets": sockets, "programs": sorted(programs), "elsewhere": sorted(files)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--home", default=str(TOOLS.parent.parent))
    options = parser.parse_args()
    if not shutil.which("strace"):
        print("no strace: apt-get install strace", file=sys.stderr)
        sys.exit(2)
    home = pathlib.Path(options.home).resolve()
    program = str(pathlib.Path(options.program).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-closed-")).resolve()
    try:
        subprocess.run([sys.executable, str(TOOLS / "batch_jobs.py"), str(folder), "12"], check=True)
        # The layouts and the faces, which may be links to where bootstrap put them.
        allowed = SYSTEM + tuple(
            str(path) for path in (folder, program, home / "layouts", home / "fonts", (home / "fonts/files").resolve()))
        allowed += tuple(str(path.resolve()) for path in (home / "fonts/files").iterdir())
        told = {
            name: watch([program, *command, "--home", str(home)], folder, allowed)
            for name, command in runs(home, folder).items()
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        sys.exit(1 if any(any(one.values()) for one in told.values()) else 0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
