#!/usr/bin/env python3
"""Asks the service what programs ask and what attackers ask; prints which checks held, as JSON.

usage: service_check.py BANXIN [--requests N] [--clients N]

Bytes are compared with those of the command line.
"""
import argparse
import base64
import concurrent.futures
import hashlib
import json
import os
import resource
import signal
import socket
import subprocess
import tempfile
import threading
import time

from studio_server import TOKEN, Server

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BULLETIN = os.path.join(ROOT, "Tests/Fixtures/reports/b-daily-bulletin.txt")
CHART = json.dumps({
    "data": {"values": [{"a": "甲", "b": 3}, {"a": "乙", "b": 5}]}, "mark": "bar",
    "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}},
})


def digest(data):
    return hashlib.sha256(data).hexdigest()


def made_by_command_line(program, folder):
    """The same jobs by the command line: their digests."""
    pdf = os.path.join(folder, "line.pdf")
    done = subprocess.run([program, "render", BULLETIN, "-l", "bulletin-a4", "-o", pdf],
                          capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    chart = os.path.join(folder, "chart.vl.yaml")
    with open(chart, "w", encoding="utf-8") as file:
        file.write(CHART)
    subprocess.run([program, "chart", chart, "-o", os.path.join(folder, "charts"), "--format", "svg"],
                   capture_output=True, check=True)
    names = os.listdir(os.path.join(folder, "charts"))
    digests = {}
    for key, path in (("render", pdf), ("chart", os.path.join(folder, "charts", names[0]))):
        with open(path, "rb") as file:
            digests[key] = digest(file.read())
    with open(pdf, "rb") as file:
        return digests, file.read()


def multipart(fields, files):
    mark = b"----banxin"
    parts = []
    for name, value in fields:
        parts.append(b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
                     % (mark, name.encode(), value.encode()))
    for name, file_name, data in files:
        parts.append(b'--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n%s\r\n'
                     % (mark, name.encode(), file_name.encode(), data))
    return b"".join(parts) + b"--%s--\r\n" % mark, "multipart/form-data; boundary=" + mark.decode()


def children(process):
    """The processes that a process has started, by whichever of its threads."""
    found = []
    for thread in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{thread}/children", encoding="ascii") as file:
            found += [int(word) for word in file.read().split()]
    return found


def good_requests(server, expected, pdf, checks, count, clients):
    with open(BULLETIN, encoding="utf-8") as file:
        text = file.read()
    render = {"report": {"name": "b-daily-bulletin.txt", "text": text}, "layout": "bulletin-a4"}
    form, form_type = multipart([("layout", "bulletin-a4")],
                                [("report", "b-daily-bulletin.txt", text.encode())])

    def one(number):
        kind = number % 4
        if kind == 0:
            status, _, data = server.call("/v1/render", render)
            return status == 200 and digest(data) == expected["render"]
        if kind == 1:
            status, _, data = server.call("/v1/chart", {"spec": CHART})
            return status == 200 and digest(data) == expected["chart"]
        if kind == 2:
            status, _, data = server.call("/v1/render", form, {"Content-Type": form_type})
            return status == 200 and digest(data) == expected["render"]
        status, _, data = server.call("/v1/preflight", pdf)
        return status == 200 and "pressReady" in json.loads(data)

    start = time.time()
    with concurrent.futures.ThreadPoolExecutor(clients) as pool:
        results = list(pool.map(one, range(count)))
    checks["mixedRequestsAreRight"] = all(results)
    seconds = time.time() - start

    lines = "\n".join(json.dumps({**render, "id": f"n{number}"}) for number in range(6)) + "\nnonsense\n"
    status, _, data = server.call("/v1/batch", lines.encode())
    answers = [json.loads(line) for line in data.decode().splitlines()]
    good = [one for one in answers if one["status"] == "done"]
    checks["aBatchStreams"] = status == 200 and len(answers) == 7 and len(good) == 6 and all(
        digest(base64.b64decode(one["files"][0]["base64"])) == expected["render"] for one in good)
    return round(count / seconds, 1)


def bad_requests(server, checks):
    def status(*arguments, **named):
        return server.call(*arguments, **named)[0]

    checks["noToken"] = status("/v1/layouts", token=None) == 401
    checks["wrongToken"] = status("/v1/layouts", token="x" * 20) == 401
    checks["foreignOrigin"] = status("/v1/layouts", headers={"Origin": "http://evil.example"}) == 403
    checks["foreignHost"] = status("/v1/layouts", headers={"Host": "evil.example"}) == 403
    checks["pathEscape"] = all(
        status(path) in (400, 403, 404) for path in (
            "/file?path=../../etc/passwd", "/file?path=/etc/passwd", "/..%2f..%2fetc/passwd",
            "/page/../1.svg", "/file?path=.ssh/id"))
    checks["nameEscape"] = status(
        "/v1/render", {"report": {"name": "../..", "text": "a"}, "layout": "bulletin-a4"}) == 400
    checks["unknownLayout"] = status(
        "/v1/render", {"report": {"name": "a.txt", "text": "标题\n\n正文。"}, "layout": "nonsense"}) == 422
    checks["noLayout"] = status("/v1/render", {"report": {"name": "a.txt", "text": "标题\n\n正文。"}}) == 422
    checks["brokenFile"] = status(
        "/v1/render", {"report": {"name": "a.docx", "base64": "AAAA"}, "layout": "bulletin-a4"}) == 422
    checks["oversize"] = status("/v1/preflight", b"x" * (3 << 20)) == 413
    answer = server.call("/v1/render")
    checks["wrongMethod"] = answer[0] == 405 and answer[1]["Allow"] == "POST"
    checks["noPDF"] = status("/v1/preflight", b"no pdf") == 422
    checks["describedItself"] = server.json("/openapi.json")["openapi"].startswith("3.1")


def killed_worker(server, checks):
    """A worker that is killed loses its own job and no other."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        text = "\n\n".join(["年度报告"] + ["今年以来全县各项工作稳步推进。" * 40] * 400)
        slow = pool.submit(server.call, "/v1/render", {
            "report": {"name": "long.txt", "text": text}, "layout": "bulletin-a4"})
        running = 'banxin_tasks_running{crew="service"} 1'
        while not slow.done() and running not in server.call("/metrics")[2].decode():
            time.sleep(0.05)
        # The worker has said that it has begun a moment after it got the job.
        time.sleep(0.4)
        for child in children(server.process.pid):
            os.kill(child, signal.SIGKILL)
        status, _, data = slow.result()
    checks["killedWorkerIsSaid"] = status == 503 and b"job.worker-died" in data
    checks["theNextWorks"] = server.call("/v1/layouts")[0] == 200


def many_connections(server, checks, count):
    host, port = server.address.removeprefix("http://").split(":")
    idle = []
    for _ in range(count):
        try:
            one = socket.create_connection((host, int(port)), timeout=2)
            one.sendall(b"GET /healthz HTTP/1.1\r\nHost: ")
            idle.append(one)
        except OSError:
            break
    checks["connectionsWereOpened"] = len(idle) >= min(count, 1000)
    for one in idle:
        one.close()
    time.sleep(0.5)
    checks["aliveAfterManyConnections"] = server.call("/healthz")[0] == 200
    # Rubbish and half a request.
    for rubbish in (b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: -4\r\n\r\n",
                    b"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n"):
        with socket.create_connection((host, int(port)), timeout=5) as one:
            one.sendall(rubbish)
            one.shutdown(socket.SHUT_WR)
            try:
                one.recv(4096)
            except OSError:
                pass
    checks["aliveAfterRubbish"] = server.call("/healthz")[0] == 200


class Dribbler(threading.Thread):
    """Connections that send a byte of a request every second and never come to its end (slow loris)."""

    def __init__(self, server):
        super().__init__(daemon=True)
        host, port = server.address.removeprefix("http://").split(":")
        self.sockets = [socket.create_connection((host, int(port))) for _ in range(32)]
        self.begun = time.time()
        self.closed = None
        self.start()

    def run(self):
        for letter in b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * 90:
            for one in list(self.sockets):
                try:
                    one.sendall(bytes([letter]))
                except OSError:
                    self.sockets.remove(one)
            if not self.sockets:
                self.closed = time.time() - self.begun
                return
            time.sleep(1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--requests", type=int, default=40)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--connections", type=int, default=1500, help="opened at once and left")
    parser.add_argument("--dribble", action="store_true", help="wait until slow requests are closed")
    options = parser.parse_args()
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, options.connections + 1000), most))
    program = os.path.abspath(options.program)
    checks = {}
    with tempfile.TemporaryDirectory() as folder:
        expected, pdf = made_by_command_line(program, folder)
        with Server(program, folder, "--largest", "2", "--workers", "2", command="serve") as server:
            slow = Dribbler(server)
            rate = good_requests(server, expected, pdf, checks, options.requests, options.clients)
            bad_requests(server, checks)
            killed_worker(server, checks)
            many_connections(server, checks, options.connections)
            if options.dribble:
                slow.join(60)
                checks["slowRequestsAreClosed"] = slow.closed is not None
            metrics = server.call("/metrics")[2].decode()
            checks["metricsCount"] = 'banxin_requests_total{route="/v1/render",method="POST",status="200"}' in metrics
            checks["lostWorkerIsCounted"] = 'banxin_workers_lost_total{crew="service"} 1' in metrics
            workers = children(server.process.pid)
            checks["workersStay"] = 1 <= len(workers) <= 2
            checks["gracefulStop"] = server.stop() == 0
            time.sleep(0.3)
            checks["noWorkerIsLeft"] = not any(os.path.exists(f"/proc/{one}/status") for one in workers)
    print(json.dumps({"checks": checks, "requestsPerSecond": rate}, indent=1))


if __name__ == "__main__":
    main()
