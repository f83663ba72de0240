"""Somebody at the studio's page, for the scripts that drive it in a real browser."""
import argparse
import contextlib
import os
import shutil
import tempfile

from playwright.sync_api import sync_playwright

from studio_server import Server


class Person:
    """Somebody at the studio's page."""

    def __init__(self, page, folder, program, shots):
        self.page, self.folder, self.program, self.shots = page, folder, program, shots
        self.faults, self.times = [], []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda one: one.type in ("error", "warning") and self.faults.append(one.text))

    def settle(self):
        """Waits until the page shows what the files hold."""
        self.page.wait_for_function(
            "() => { const s = document.getElementById('state');"
            " return !s.classList.contains('busy') && s.dataset.revision }")
        self.page.wait_for_timeout(60)

    def change(self, work):
        """Does something and waits for the new page; the time it took."""
        before = self.page.evaluate("document.getElementById('state').dataset.revision")
        start = self.page.evaluate("performance.now()")
        work()
        self.page.wait_for_function(
            "(before) => { const s = document.getElementById('state');"
            " return s.dataset.revision !== before && !s.classList.contains('busy') }", arg=before)
        self.times.append(self.page.evaluate("performance.now()") - start)

    def shot(self, name):
        if self.shots:
            self.page.screenshot(path=os.path.join(self.shots, name + ".png"))

    def text(self, path):
        with open(os.path.join(self.folder, path), encoding="utf-8") as file:
            return file.read()

    def tab(self, name):
        self.page.click(f"[data-tab={name}]")


def options():
    """The command line of a script that drives the page."""
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--shots")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--chromium", default=shutil.which("chromium"))
    found = parser.parse_args()
    found.program = os.path.abspath(found.program)
    if found.shots:
        os.makedirs(found.shots, exist_ok=True)
    return found


@contextlib.contextmanager
def seated(found, fill=lambda folder: None):
    """A person before the studio of a new folder, the server and the browser's context."""
    width, height = (int(word) for word in found.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        fill(folder)
        with Server(found.program, folder) as server, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=found.chromium, args=["--no-sandbox"])
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale="zh-CN", accept_downloads=True,
                color_scheme="dark" if found.dark else "light")
            context.set_default_timeout(30_000)
            person = Person(context.new_page(), folder, found.program, found.shots)
            person.page.goto(server.link)
            person.page.wait_for_selector("#sample")
            yield person, server, context
            browser.close()
