"""The studio as a child process, for the tests that drive it."""
import json
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request

TOKEN = "0123456789abcdef0123"


class Server:
    """`banxin studio` or `banxin serve` in a folder; `address` is where it listens."""

    def __init__(self, program, folder, *arguments, command="studio"):
        words = [program, command] + ([folder, "--no-browser"] if command == "studio" else [])
        self.process = subprocess.Popen(
            words + list(arguments), cwd=folder, stdout=subprocess.PIPE,
            env={**os.environ, "BANXIN_TOKEN": TOKEN, "DISPLAY": ""}, text=True)
        self.link = self.process.stdout.readline().strip()
        self.address = self.link.split("/?")[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        """Asks the server to end; its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def call(self, path, body=None, headers=None, token=TOKEN, method=None, timeout=120):
        """Status, headers and bytes of an answer."""
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data=data, method=method)
        if token:
            request.add_header("Authorization", "Bearer " + token)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def json(self, path, body=None):
        status, _, data = self.call(path, body)
        assert status == 200, (path, status, data[:400])
        return json.loads(data)


def quoted(path):
    return urllib.parse.quote(path)
