"""Sets documents of all layouts twice where everything else differs, and compares their bytes.

usage: same_bytes.py PROGRAM [--count 200] [--home FOLDER]

The second run has another language, time zone, folder, mask, home, number of workers and order of
jobs. Prints how many files were the same; ends with 1 at any difference.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES, SAMPLES = ROOT / "Tests" / "Fixtures", ROOT / "samples"
ENDINGS = ["pdf", "pdf", "png", "svg"]


def jobs(count, home):
    """As many jobs as wanted, each layout with each text in turn."""
    layouts = sorted(p.parent.name for p in (home / "layouts").glob("*/layout.yaml"))
    texts = sorted([*FIXTURES.glob("reports/*.txt"), *FIXTURES.glob("reports/*.md"), *SAMPLES.glob("*/*.md")])
    for number in range(count):
        text = texts[(number * 7 + number // len(layouts)) % len(texts)]
        ending = ENDINGS[number % len(ENDINGS)]
        yield text, {
            "id": f"j{number}",
            "input": f"in/{number}-{text.name}",
            "layout": layouts[number % len(layouts)],
            "output": f"out/{number}.{ending}",
        }


def run(program, folder, made, options, environment, mask, workers):
    (folder / "in").mkdir(parents=True)
    for text, job in made:
        shutil.copy(text, folder / job["input"])
    lines = [json.dumps(job, ensure_ascii=False) for _, job in made]
    (folder / "jobs.jsonl").write_text("\n".join(lines) + "\n")
    command = [program, "batch", "jobs.jsonl", "--home", str(options.home), "--workers", str(workers)]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, preexec_fn=lambda: os.umask(mask),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    if done.returncode not in (0, 1):
        sys.exit(f"exit code {done.returncode}: {done.stdout[-800:]}")
    files = (folder / "out").glob("*")
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files if p.is_file()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--home", type=pathlib.Path, default=ROOT)
    options = parser.parse_args()
    options.home = options.home.resolve()
    program = str(pathlib.Path(options.program).resolve())
    made = list(jobs(options.count, options.home))
    root = pathlib.Path(tempfile.mkdtemp(prefix="banxin-same-"))
    try:
        plain = {"LANG": "C", "TZ": "UTC", "HOME": "/nonexistent"}
        other = {"LANG": "zh_CN.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Shanghai", "HOME": str(root)}
        first = run(program, root / "a", made, options, plain, 0o022, 1)
        random.Random(1).shuffle(made)
        second = run(program, root / "另一 文件夹", made, options, other, 0o077, 2)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    odd = sorted(set(first.items()) ^ set(second.items()))
    print(f"{len(made)} documents, {len(first)} files, {len({name for name, _ in odd})} different")
    for name, _ in odd[:10]:
        print(f"  {name}")
    sys.exit(1 if odd or not first else 0)


if __name__ == "__main__":
    main()
