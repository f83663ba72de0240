"""Documents on the workers of a cluster: files in, pages out, nothing shared but this module and the program.

A record is `{"id": …, "files": {name: bytes}, "job": {"input": name, "layout": …}}`; what comes back for it is
`(id, status, bytes of the PDF or None, the line of the result)`. A `Setter` keeps one `banxin batch -` running:
faces stay warm, and a worker of the cluster that is lost loses nothing but the records it had in hand, which
the cluster hands to another. Statuses are read, not the exit code: 1 only says that some input was bad.
"""
import json
import pathlib
import shutil
import subprocess
import tempfile
import threading


class Setter:
    """One program that sets records as they come, in a folder of its own."""

    def __init__(self, program, home=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="banxin-"))
        command = [program, "batch", "-", "--workers", "1", "--quiet"]
        self.process = subprocess.Popen(
            command + (["--home", home] if home else []), cwd=self.folder, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
        self.turn = 0

    def run(self, records):
        """Sets some records; their results in the order in which they are done."""
        self.turn += 1
        here = self.folder / str(self.turn)
        count, waiting = 0, {}
        lines = []
        for record in records:
            place = here / str(count)
            for name, data in record["files"].items():
                path = place / name
                # A name is the record's word: it stays below its folder.
                if not path.resolve().is_relative_to(place.resolve()):
                    raise ValueError(f"{record['id']}: {name} leaves the folder")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            key = f"{self.turn}-{count}"
            job = {**record["job"], "id": key, "output": f"{self.turn}/{count}.pdf"}
            job["input"] = f"{self.turn}/{count}/{record['job']['input']}"
            waiting[key] = (record["id"], here / f"{count}.pdf")
            lines.append(json.dumps(job, ensure_ascii=False) + "\n")
            count += 1
        feeder = threading.Thread(target=self._feed, args=(lines,), daemon=True)
        feeder.start()
        while waiting:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError(f"the program ended with {self.process.wait()}")
            result = json.loads(line)
            name, path = waiting.pop(result["id"])
            data = path.read_bytes() if result["status"] != "failed" else None
            yield name, result["status"], data, result
        feeder.join()
        shutil.rmtree(here, ignore_errors=True)

    def _feed(self, lines):
        try:
            self.process.stdin.writelines(lines)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def close(self):
        """Ends the program and takes the folder away."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def partition(records, program, home=None):
    """The records of a partition, as Spark's `mapPartitions` and Dask's `map_partitions` hand them over."""
    setter = Setter(program, home)
    try:
        yield from setter.run(records)
    finally:
        setter.close()


def samples(folder):
    """The records of what `batch_jobs.py` has written into a folder."""
    for line in (folder / "jobs.jsonl").read_text(encoding="utf-8").splitlines():
        job = json.loads(line)
        path = folder / job["input"]
        files = {one.name: one.read_bytes() for one in path.parent.glob(path.stem + ".*")}
        yield {"id": job["id"], "files": files, "job": {"input": path.name, "layout": job["layout"]}}
