"""What the tools that disturb a batch have in common: their options, a folder of jobs, its files' hashes."""

import argparse
import contextlib
import hashlib
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

TOOLS = pathlib.Path(__file__).resolve().parent


def parser(count):
    """The options of every such tool; `count` is how many jobs there are where nothing is said."""
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--count", type=int, default=count)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--home", default=str(TOOLS.parent.parent))
    return options


def hashes(folder, hidden=True):
    """A killed parent's workers finish the job in hand, so hidden files may go while one looks."""
    if not folder.is_dir():
        return {}
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if hidden or path.name[0] != "."
    }


class Trial:
    """A folder with bulletins and their job list, and the command that sets them."""

    def __init__(self, options, folder):
        self.folder, self.out = folder, folder / "out"
        program = str(pathlib.Path(options.program).resolve())
        self.command = [program, "batch", "jobs.jsonl", "--home", str(pathlib.Path(options.home).resolve())]
        self.run_tool("batch_jobs.py", str(folder), str(options.count))

    @staticmethod
    def run_tool(name, *words):
        subprocess.run([sys.executable, str(TOOLS / name), *words], check=True)

    def run(self, *words):
        """Runs the batch to its end: what it said, and the seconds it took."""
        start = time.monotonic()
        ended = subprocess.run(self.command + list(words), cwd=self.folder, capture_output=True, text=True)
        return ended, time.monotonic() - start

    def start(self):
        """A run with --resume that is going to be killed."""
        return subprocess.Popen(
            self.command + ["--resume"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def forget(self):
        shutil.rmtree(self.out)
        (self.folder / "jobs.jsonl.journal").unlink()

    def check_whole(self, expected, what):
        """Ends the tool where a file that is there by its name is not what it must be."""
        torn = [name for name, value in hashes(self.out, hidden=False).items() if expected.get(name) != value]
        if torn:
            sys.exit(f"{what}: {len(torn)} files torn or different, {sorted(torn)[:5]}")


@contextlib.contextmanager
def trial(options):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-trial-"))
    try:
        yield Trial(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
