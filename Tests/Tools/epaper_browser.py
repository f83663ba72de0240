#!/usr/bin/env python3
"""Reads a digital paper of four pages as its readers do, with a real browser, and prints what came of
it as JSON: from files and from a server, with clicks, by keyboard, on a phone's width; and measures
whether the place of each article on its page covers that article's ink and no other's.

usage: epaper_browser.py BANXIN [--keep FOLDER]
"""
import argparse
import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import tempfile
import threading

import pymupdf
from playwright.sync_api import sync_playwright

PLACES = ["杏溪", "河口", "松岗", "石桥", "梅岭", "柳湾", "青塘", "白鹭", "南屏", "北坡", "东岸", "西浦"]
TOPICS = ["集市", "河堤", "食堂", "步道", "书屋", "果园", "诊所", "校园", "水厂", "公交", "农技", "路灯"]
LENGTHS = [24, 12, 11, 16, 14, 12, 18, 11, 12, 15, 12, 13]
MM = 25.4 / 72


def story(number, picture):
    """An article whose every sentence says which article it is of."""
    place, topic = PLACES[number], TOPICS[number]
    lines = [f"# {place}镇{topic}项目提前完工", ""]
    for paragraph in range(LENGTHS[number]):
        lines += [
            f"{place}镇{topic}专班第{paragraph + 1}次到现场，走访住户{paragraph * 7 + number + 11}户，"
            f"登记{topic}问题{paragraph + 3}件，{place}镇当场答复{paragraph + 2}件，其余由{topic}专班限期办结。",
            ""]
    if picture:
        lines += [f"![{place}镇{topic}现场。](picture-{number}.jpg)", ""]
    return "\n".join(lines)


def make(folder, samples):
    """The plan of four pages, three articles each; the first may go on to the last page."""
    pictures = [os.path.join(top, name) for top, _, names in os.walk(samples)
                for name in sorted(names) if name.endswith(".jpg")]
    pages = []
    for page in range(4):
        articles = []
        for place in range(3):
            number = page * 3 + place
            has_picture = place == 0 and pictures
            with open(os.path.join(folder, f"{number}.md"), "w", encoding="utf-8") as file:
                file.write(story(number, has_picture))
            if has_picture:
                shutil.copy(pictures[page % len(pictures)], os.path.join(folder, f"picture-{number}.jpg"))
            wish = ", importance: 3" if place == 0 else ""
            jump = ", continues: 4" if number == 0 else ""
            articles.append(f"      - {{ report: {number}.md{wish}{jump} }}")
        pages.append("  - facts: { section: 第%d组 }\n    articles:\n" % (page + 1) + "\n".join(articles))
    plan = os.path.join(folder, "issue.yaml")
    with open(plan, "w", encoding="utf-8") as file:
        file.write("format: 1\nlayout: newspaper-tabloid\n"
                   "facts: { paper: 柳溪报, date: 2031-11-28, issue: \"48\" }\npages:\n"
                   + "\n".join(pages) + "\n")
    return plan


# What is measured

def owner(text):
    """The article that a line of a page is of; None for a line that says nothing of it."""
    found = {number for number in range(12) if PLACES[number] in text or TOPICS[number] in text}
    return found.pop() if len(found) == 1 else None


def measure(site, issue):
    """How far the ink of articles lies outside their places, and in another's, in millimetres."""
    outside, inside, lines = 0.0, 0.0, 0
    for index, page in enumerate(issue["pages"]):
        document = pymupdf.open(os.path.join(site, f"page-{index + 1}.pdf"))
        sheet = document[0]
        width, height = sheet.rect.width, sheet.rect.height
        places = [(place["article"] - 1,
                   pymupdf.Rect(place["left"] * width, place["top"] * height,
                                (place["left"] + place["width"]) * width,
                                (place["top"] + place["height"]) * height))
                  for place in page["places"] if place["article"] > 0]
        for block in sheet.get_text("dict")["blocks"]:
            for line in block.get("lines", []):
                number = owner("".join(span["text"] for span in line["spans"]))
                if number is None:
                    continue
                # The ink of a character stands within its size, not within its line.
                size = max(span["size"] for span in line["spans"])
                base = line["spans"][0]["origin"][1]
                ink = pymupdf.Rect(line["bbox"][0], base - 0.86 * size, line["bbox"][2], base + 0.1 * size)
                lines += 1
                own = [rect for article, rect in places if article == number]
                off = min((max(rect.x0 - ink.x0, rect.y0 - ink.y0, ink.x1 - rect.x1, ink.y1 - rect.y1, 0)
                           for rect in own), default=1e3)
                outside = max(outside, off * MM)
                for article, rect in places:
                    shared = rect & ink
                    if article != number and not shared.is_empty:
                        inside = max(inside, min(shared.width, shared.height) * MM)
    return {"outside": round(outside, 2), "inOthers": round(inside, 2), "lines": lines}


def texts_equal(site, folder, issue):
    """Whether each article's page says what its source says, sign for sign."""
    for number, article in enumerate(issue["articles"]):
        with open(os.path.join(folder, f"{number}.md"), encoding="utf-8") as file:
            source = re.sub(r"!\[(.*?)\]\(.*?\)", r"\1", file.read())
        with open(os.path.join(site, f"article-{number + 1}.html"), encoding="utf-8") as file:
            page = re.search(r"<article>(.*)</article>", file.read(), re.S).group(1)
        bare = lambda text: re.sub(r"[\s#]", "", text)
        if bare(re.sub(r"<[^>]*>", "", page)) != bare(source):
            return False
        if article["headline"] not in source:
            return False
    return True


# What is done

def read(browser, address, faults, requests):
    """A reader's way through the paper from an address of its front page."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(20_000)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda one: one.type in ("error", "warning") and faults.append(one.text))
    page.on("request", lambda request: requests.append(request.url))
    did = {}
    page.goto(address)
    area = page.locator("a.area").first
    title = area.get_attribute("aria-label")
    area.click()
    page.wait_for_url("**/article-1.html")
    did["clicked"] = page.locator("main.story h1").first.inner_text().strip() == title
    page.locator("a[rel=next]").first.click()
    page.wait_for_url("**/article-2.html")
    page.locator("p.tools a").first.click()
    page.wait_for_url("**/index.html")
    did["back"] = True
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/page-2.html")
    did["arrow"] = page.locator("a[aria-current=page]").count() == 1
    page.locator("a.area").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article-*.html")
    did["enter"] = page.url.endswith("article-4.html")
    page.goto(address)
    page.keyboard.press("Tab")
    did["skip"] = page.evaluate("document.activeElement.className") == "skip"
    page.fill("#search", TOPICS[7])
    did["found"] = page.locator("#found li:visible").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url("**/article-8.html")
    did["search"] = True
    did["pictures"] = page.evaluate(
        "async (address) => { const seen = []; for (let i = 1; i <= 12; i++) {"
        " const frame = document.createElement('iframe'); frame.src = `article-${i}.html`;"
        " document.body.append(frame); await new Promise((done) => frame.onload = done);"
        " try { seen.push(...[...frame.contentDocument.images].map((one) => one.alt !== '' && one.naturalWidth > 0)) }"
        " catch { seen.push(true) } frame.remove(); } return seen.every(Boolean) }", address)
    page.close()
    phone = browser.new_page(viewport={"width": 390, "height": 844})
    phone.goto(address)
    wide = "document.documentElement.scrollWidth <= innerWidth + 1"
    did["phone"] = phone.evaluate(wide)
    picture, place = phone.locator(".picture").bounding_box(), phone.locator("a.area").first.bounding_box()
    did["phoneAreas"] = (picture["x"] <= place["x"] and place["x"] + place["width"] <= picture["x"] + picture["width"] + 1
                         and place["y"] + place["height"] <= picture["y"] + picture["height"] + 1)
    phone.locator("nav.titles a").first.click()
    phone.wait_for_url("**/article-1.html")
    did["phoneArticle"] = phone.evaluate(wide) and phone.locator("main.story h1").count() == 1
    phone.close()
    return did


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing."""

    def log_message(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("banxin")
    parser.add_argument("--keep")
    wishes = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = wishes.keep or tempfile.mkdtemp(prefix="banxin-epaper-")
    os.makedirs(folder, exist_ok=True)
    plan = make(folder, os.path.join(root, "samples/issue"))
    site = os.path.join(folder, "site")
    run = subprocess.run([wishes.banxin, "epaper", plan, "-o", site, "--quiet"], cwd=root,
                         capture_output=True, text=True)
    with open(os.path.join(site, "issue.json"), encoding="utf-8") as file:
        issue = json.load(file)
    did = {"exit": run.returncode, "errors": run.stderr[-2000:], "pages": len(issue["pages"]),
           "articles": len(issue["articles"]), "texts": texts_equal(site, folder, issue)}
    did.update(measure(site, issue))
    faults, requests = [], []
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        did["file"] = read(browser, f"file://{site}/index.html", faults, requests)
        own = f"http://127.0.0.1:{server.server_port}/"
        did["server"] = read(browser, own + "index.html", faults, requests)
        browser.close()
    server.shutdown()
    did["faults"] = faults
    did["outside requests"] = [url for url in requests if not url.startswith((f"file://{site}", own))]
    print(json.dumps(did, ensure_ascii=False, indent=1))
    if not wishes.keep:
        shutil.rmtree(folder)


main()
