#!/usr/bin/env python3
"""Sets the same documents by `banxin batch`, on Spark and on Dask, kills a program in the middle, and compares.

usage: fleet_check.py BANXIN [--count 2000] [--engines spark,dask] [--home FOLDER]

Prints JSON: documents a second of each way (an engine's start is not counted), whether every document is
there once with the same bytes, and how many programs were killed. Needs pyspark and Java, or dask.distributed.
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import fleet

TOOLS = pathlib.Path(__file__).resolve().parent
CHUNK = 100


def digest(data):
    return hashlib.sha256(data).hexdigest() if data else None


class Killer(threading.Thread):
    """Kills one of the programs that the engine's workers run, once, some time after the start."""

    def __init__(self, program, after):
        super().__init__(daemon=True)
        self.program, self.after, self.killed = program, after, 0
        self.start()

    def run(self):
        time.sleep(self.after)
        for _ in range(2000):
            for process in os.listdir("/proc"):
                if not process.isdigit():
                    continue
                try:
                    words = pathlib.Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
                    if words[0] == self.program.encode() and words[1:3] == [b"batch", b"-"]:
                        os.kill(int(process), signal.SIGKILL)
                        self.killed += 1
                        return
                except (OSError, IndexError):
                    continue
            time.sleep(0.01)


def plain(program, home, folder):
    start = time.monotonic()
    done = subprocess.run(
        [program, "batch", "jobs.jsonl", "--workers", "2", "--home", home], cwd=folder, capture_output=True,
        text=True, check=False)
    assert done.returncode == 0, done.stderr
    seconds = time.monotonic() - start
    return seconds, {path.stem: digest(path.read_bytes()) for path in (folder / "out").iterdir()
                     if path.suffix == ".pdf"}


def spark(program, home, records):
    from pyspark.sql import SparkSession
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]").appName("banxin")
        .config("spark.ui.enabled", "false").config("spark.task.maxFailures", "4")
        .config("spark.executorEnv.PYTHONPATH", str(TOOLS)).getOrCreate())
    context = session.sparkContext
    context.setLogLevel("OFF")
    context.addPyFile(str(TOOLS / "fleet.py"))
    # Both executors have started a Python before the clock runs.
    context.parallelize(range(4), 4).map(lambda number: number).collect()

    def work(rows):
        return [(name, status, digest(data)) for name, status, data, _ in fleet.partition(rows, program, home)]

    def run():
        slices = max(2, len(records) // CHUNK)
        return context.parallelize(records, slices).mapPartitions(work).collect()
    return run, session.stop


def dask(program, home, records):
    from dask.distributed import Client, LocalCluster, WorkerPlugin, get_worker

    class Program(WorkerPlugin):
        """Keeps a program on each worker of the cluster as long as the worker lives."""

        def setup(self, worker):
            sys.path.insert(0, str(TOOLS))
            worker.setter = fleet.Setter(program, home)

        def teardown(self, worker):
            worker.setter.close()

    def work(rows):
        worker = get_worker()
        if worker.setter.process.poll() is not None:
            worker.setter = fleet.Setter(program, home)
        return [(name, status, digest(data)) for name, status, data, _ in worker.setter.run(rows)]

    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
    client = Client(cluster)
    client.register_plugin(Program())

    def run():
        chunks = [records[at:at + CHUNK] for at in range(0, len(records), CHUNK)]
        return [one for part in client.gather(client.map(work, chunks, retries=3, pure=False)) for one in part]

    def stop():
        client.close()
        cluster.close()
    return run, stop


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--engines", default="spark,dask")
    parser.add_argument("--home", default=str(TOOLS.parent.parent))
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-fleet-"))
    result = {"documents": options.count}
    try:
        subprocess.run([sys.executable, str(TOOLS / "batch_jobs.py"), str(folder), str(options.count)], check=True)
        records = list(fleet.samples(folder))
        seconds, expected = plain(program, options.home, folder)
        result["plain"] = {"rate": round(options.count / seconds, 1)}
        for name in options.engines.split(","):
            run, stop = {"spark": spark, "dask": dask}[name](program, options.home, records)
            try:
                start = time.monotonic()
                rows = run()
                rate = options.count / (time.monotonic() - start)
                killer = Killer(program, seconds / 4)
                again = run()
            finally:
                stop()
            result[name] = {
                "rate": round(rate, 1), "share": round(rate * seconds / options.count, 2),
                "killed": killer.killed,
                "equal": all(
                    len(some) == options.count and {one[0]: one[2] for one in some} == expected
                    for some in (rows, again)),
            }
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
