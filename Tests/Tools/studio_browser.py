#!/usr/bin/env python3
"""Does a person's job in the studio with a real browser and prints what came of it as JSON.

usage: studio_browser.py BANXIN [--shots FOLDER] [--size 1280x800] [--dark]

The sample is opened, its doubt settled, a role changed, words edited, a picture's focus moved, the
panel's figures ordered, all by keyboard where there is a key; things are undone and done again; a plan
of two stories is opened and a story pinned; PDF and press file are exported and compared with what the
command line makes of the same files.
"""
import hashlib
import json
import os
import statistics
import subprocess
import zipfile

from studio_plans import BRIEF, PLAN, SAMPLE
from studio_person import options, seated


def special_page(person, result):
    page = person.page
    page.click("#sample")
    page.wait_for_selector("[data-layout=newspaper-tabloid]")
    person.shot("2-layouts")
    page.click("[data-layout=newspaper-tabloid]")
    person.settle()
    person.shot("3-page")
    file = SAMPLE + ".yaml"

    result["doubts"] = page.locator(".doubt").count()
    page.keyboard.press("Escape")
    page.locator("#pages").focus()
    person.change(lambda: page.keyboard.press("1"))
    result["doubtsLeft"] = page.locator(".doubt").count()
    result["joinConfirmed"] = 'rule: "J0"' in person.text(file)

    # A role, by keyboard: to the block, to its role, another one.
    for _ in range(5):
        page.keyboard.press("j")
    result["current"] = page.locator(".block.current").get_attribute("data-block")
    page.keyboard.press("r")
    person.change(lambda: page.keyboard.press("ArrowDown"))
    changed = person.text(file)
    page.locator("#pages").focus()
    person.change(lambda: page.keyboard.press("Control+z"))
    undone = person.text(file)
    result["roleUndone"] = changed != undone
    person.change(lambda: page.keyboard.press("Control+Shift+Z"))
    result["roleRedone"] = person.text(file) == changed
    person.change(lambda: page.keyboard.press("Control+z"))

    # Words, as an input method gives them.
    words = page.locator('.block[data-block="3"] .words')
    words.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("全街上下一心。")
    person.change(lambda: page.keyboard.press("Control+Enter"))
    result["edited"] = "全街上下一心。" in person.text(file) and "was:" in person.text(file)
    result["editedIsMarked"] = page.locator(".edited").count()
    person.shot("4-edited")

    # A place on the page leads to its words.
    page.locator('.place[data-block="5"]').first.click()
    result["pageToText"] = page.locator(".block.current").get_attribute("data-block") == "5"

    person.tab("figures")
    frame = page.locator(".picture .frame").first
    box = frame.bounding_box()
    page.mouse.move(box["x"] + 75, box["y"] + 45)
    page.mouse.down()
    page.mouse.move(box["x"] + 30, box["y"] + 40, steps=4)
    person.change(page.mouse.up)
    result["focus"] = "focus: 20x" in person.text(file)
    person.shot("5-figures")

    # Pictures inside a Word file are shown, too: the program hands them out.
    word = os.path.join(person.folder, "稿.docx")
    subprocess.run([person.program, "render", SAMPLE, "-l", "bulletin-a4", "--photos", "示例/图片", "-o", word],
                   cwd=person.folder, capture_output=True, check=False)
    inner = page.evaluate(
        "async path => { const answer = await fetch('/api/picture?path=' + encodeURIComponent(path));"
        " return [answer.status, answer.headers.get('content-type')] }",
        "稿.docx/" + next(name for name in zipfile.ZipFile(word).namelist() if "/media/" in name))
    result["wordPicture"] = inner == [200, "image/jpeg"]
    os.remove(word)

    person.tab("panel")
    for _ in range(4):
        person.change(lambda: page.locator("#panel hr ~ .pick input").first.check())
    before = person.text(file).rsplit("panel:", 1)[1].strip()
    person.change(lambda: page.locator("#panel button", has_text="↓").first.click())
    after = person.text(file).rsplit("panel:", 1)[1].strip()
    result["panel"] = sorted(json.loads(before)) == sorted(json.loads(after)) and before != after
    person.shot("6-panel")

    page.locator("#pages").focus()
    page.keyboard.press("v")
    page.wait_for_selector("[data-variant='2'] img")
    page.wait_for_timeout(500)
    person.shot("6b-variants")
    person.change(lambda: page.click("[data-variant='2']"))
    result["variant"] = 'key: "variant"' in person.text(file)

    person.tab("facts")
    page.fill("#fact-section", "专版")
    person.change(lambda: page.keyboard.press("Tab"))
    result["fact"] = page.evaluate("document.querySelector('#fact-section').value") == "专版"
    person.tab("text")


def export(person, program, result, name, kinds):
    page, folder = person.page, person.folder
    page.keyboard.press("Control+e")
    for what in kinds:
        page.click(f"[data-what={what}]")
        page.wait_for_selector("#exported a", timeout=120_000)
        page.wait_for_function("w => document.querySelector('#exported code').textContent"
                               ".includes('--press') === (w === 'press')", arg=what)
        command = page.text_content("#exported code").split(" ")
        made = os.path.join(folder, command[command.index("-o") + 1])
        with open(made, "rb") as file:
            studio = hashlib.sha256(file.read()).hexdigest()
        again = made + ".again.pdf"
        command[command.index("-o") + 1] = again
        done = subprocess.run(
            [program] + command[1:], cwd=folder, capture_output=True, text=True, check=False)
        with open(again, "rb") as file:
            line = hashlib.sha256(file.read()).hexdigest()
        result[f"{name}{what.capitalize()}"] = studio == line
        if what == "press":
            result[f"{name}Verdict"] = page.text_content("#exported .verdict")
        result.setdefault("codes", []).append(done.returncode)
    person.shot(f"7-export-{name}")
    page.keyboard.press("Escape")


def shared_page(person, program, result):
    page, folder = person.page, person.folder
    with open(os.path.join(folder, "短讯.txt"), "w", encoding="utf-8") as file:
        file.write(BRIEF)
    with open(os.path.join(folder, "二版.yaml"), "w", encoding="utf-8") as file:
        file.write(PLAN)
    page.keyboard.press("o")
    page.click('[data-path="二版.yaml"]')
    page.wait_for_selector(".story")
    person.settle()
    person.shot("8-plan")
    page.wait_for_selector("[data-pin='1']:not([disabled])")
    person.change(lambda: page.click("[data-pin='1']"))
    result["pinned"] = "pin:" in person.text("二版.yaml")
    person.change(lambda: page.select_option("[data-story='1'] select >> nth=0", "2"))
    result["importance"] = "importance: 2" in person.text("二版.yaml")
    person.change(lambda: page.click("#undo"))
    result["importanceUndone"] = "importance: 2" not in person.text("二版.yaml")
    person.shot("9-pinned")
    page.keyboard.press("Escape")


def main():
    found = options()
    result = {}
    with seated(found) as (person, server, _):
        person.shot("1-start")
        special_page(person, result)
        export(person, found.program, result, "page", ("pdf", "press"))
        shared_page(person, found.program, result)
        export(person, found.program, result, "plan", ("pdf",))
        result["faults"] = person.faults
        result["milliseconds"] = round(statistics.median(person.times))
        result["edits"] = len(person.times)
        result["exit"] = server.stop()
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
