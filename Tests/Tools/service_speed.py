#!/usr/bin/env python3
"""Sets the same documents by `banxin batch` and by the service, turn about, and prints as JSON how many
a second each makes in its best round and the ratio: whatever else the machine does only slows a round.

usage: service_speed.py BANXIN [--count 200] [--rounds 3] [--workers 2] [--clients 16]
"""
import argparse
import concurrent.futures
import http.client
import json
import os
import subprocess
import tempfile
import time

from studio_plans import BRIEF
from studio_server import TOKEN, Server


def documents(count):
    """Notices of some length, none like another."""
    return [f"# 第{number}号通报\n\n" + (BRIEF.split("\n", 1)[1] + "\n") * (1 + number % 3) for number in range(count)]


def batch(program, folder, texts, workers):
    """Seconds that a batch takes."""
    jobs = os.path.join(folder, "jobs.jsonl")
    with open(jobs, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            with open(os.path.join(folder, f"{number}.md"), "w", encoding="utf-8") as report:
                report.write(text)
            file.write(json.dumps({"id": str(number), "input": f"{number}.md", "layout": "bulletin-a4",
                                   "output": f"out/{number}.pdf"}) + "\n")
    start = time.perf_counter()
    done = subprocess.run([program, "batch", "jobs.jsonl", "--workers", str(workers), "--force"], cwd=folder,
                          capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    states = [json.loads(line)["status"] for line in done.stdout.splitlines()]
    assert states.count("done") == len(texts), (done.returncode, done.stderr[-400:])
    return seconds


def service(server, texts, clients):
    """Seconds that clients with a connection each take, and what they got."""
    bodies = [json.dumps({"report": {"name": f"{number}.md", "text": text}, "layout": "bulletin-a4"})
              for number, text in enumerate(texts)]
    host = server.address.removeprefix("http://")

    def one(client):
        connection = http.client.HTTPConnection(host, timeout=120)
        got = {}
        for number in range(client, len(bodies), clients):
            connection.request("POST", "/v1/render", bodies[number], {
                "Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"})
            answer = connection.getresponse()
            got[number] = (answer.status, answer.read())
        connection.close()
        return got
    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        answers = {}
        for got in pool.map(one, range(clients)):
            answers.update(got)
    return time.perf_counter() - start, answers


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, default=16)
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    texts, batches, services = documents(options.count), [], []
    same = True
    with tempfile.TemporaryDirectory() as folder:
        with Server(program, folder, "--workers", str(options.workers), command="serve") as server:
            service(server, texts[:options.clients], options.clients)
            for _ in range(options.rounds):
                batches.append(batch(program, folder, texts, options.workers))
                seconds, answers = service(server, texts, options.clients)
                services.append(seconds)
                for number, (status, data) in answers.items():
                    with open(os.path.join(folder, f"out/{number}.pdf"), "rb") as file:
                        same = same and status == 200 and data == file.read()
                same = same and len(answers) == len(texts)
    print(json.dumps({
        "batch": round(options.count / min(batches), 1),
        "service": round(options.count / min(services), 1),
        "ratio": round(min(batches) / min(services), 3),
        "rounds": [round(one / other, 2) for one, other in zip(batches, services)], "same": same,
    }, indent=1))


if __name__ == "__main__":
    main()
