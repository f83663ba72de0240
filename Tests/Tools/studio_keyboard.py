#!/usr/bin/env python3
"""Does the job of a page in the studio by keyboard alone and prints what came of it as JSON.

usage: studio_keyboard.py BANXIN [--shots FOLDER] [--size 1280x800] [--dark]

No mouse, and no focus set by the script: Tab goes to what is wanted, Enter, space and arrows do it.
Where the keyboard stands has to be seen at each stop. Words come by an input method, too, whose Enter
is its own; and a long merge is stopped.
"""
import hashlib
import json
import os
import statistics
import subprocess

from studio_person import options, seated
from studio_plans import BRIEF, PLAN

VISIBLE = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  return one === document.body || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
}"""


class Keyboard:
    """What a person without a mouse can do."""

    def __init__(self, person):
        self.person, self.page = person, person.page
        self.stops, self.unseen = [], set()

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, selector):
        """Goes on by Tab until the keyboard stands there."""
        for count in range(1, 500):
            self.press("Tab")
            if not self.page.evaluate(VISIBLE):
                self.unseen.add(self.page.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                self.stops.append(count)
                return
        raise SystemExit(f"not reached by Tab: {selector}")

    def change(self, *keys):
        self.person.change(lambda: self.press(*keys))

    def stands(self, selector):
        return self.page.evaluate("s => document.activeElement.matches(s)", selector)


def special_page(keys, result):
    person, page, file = keys.person, keys.page, "示例/gangshan-2022.txt.yaml"
    keys.to("#sample")
    keys.press("Enter")
    page.wait_for_selector("[data-layout=newspaper-tabloid]")
    keys.to("[data-layout=newspaper-tabloid]")
    keys.press("Enter")
    person.settle()

    # Two answers: the second one after the first was taken back.
    page.wait_for_selector(".doubt")
    keys.change("1")
    keys.change("Control+z")
    result["askedAgain"] = page.locator(".doubt").count() == 1
    keys.change("1")
    result["doubtsLeft"] = page.locator(".doubt").count()

    keys.press("j", "j", "j", "j", "j", "r")
    before = person.text(file)
    keys.change("ArrowDown")
    result["role"] = person.text(file) != before and keys.stands("select")
    keys.change("Control+z")
    result["roleUndone"] = person.text(file) == before
    keys.press("Escape")

    input_method(keys, result, file)

    keys.to("[data-tab=figures]")
    keys.press("Enter")
    result["tabKeepsFocus"] = keys.stands("[data-tab=figures]")
    keys.to(".picture .frame")
    keys.change("ArrowLeft")
    keys.change("ArrowLeft")
    keys.change("ArrowUp")
    result["focus"] = "focus: " in person.text(file) and keys.stands(".picture .frame")
    person.shot("k1-focus")

    keys.press("Shift+Tab")
    keys.to("[data-tab=panel]")
    keys.press("Enter")
    for _ in range(3):
        keys.to("#panel hr ~ .pick input")
        keys.change("Space")
    order = person.text(file).rsplit("panel:", 1)[1].strip()
    keys.to("#panel button[title=下移]")
    keys.change("Enter")
    later = person.text(file).rsplit("panel:", 1)[1].strip()
    result["panel"] = order != later and sorted(json.loads(order)) == sorted(json.loads(later))
    person.shot("k2-panel")
    keys.change("Control+z")
    result["panelUndone"] = person.text(file).rsplit("panel:", 1)[1].strip() == order


def input_method(keys, result, file):
    """Words as an input method gives them: while it composes, Enter belongs to it."""
    person, page = keys.person, keys.page
    keys.press("Enter")
    result["wordsByEnter"] = keys.stands(".words")
    keys.press("Control+End")
    blocks = page.locator(".block").count()
    wire = page.context.new_cdp_session(page)
    for step in ("q", "qu", "quan", "全县"):
        wire.send("Input.imeSetComposition",
                  {"text": step, "selectionStart": len(step), "selectionEnd": len(step)})
    keys.press("Enter")
    wire.send("Input.insertText", {"text": "全县上下"})
    result["composing"] = page.locator(".block").count() == blocks
    keys.change("Control+Enter")
    result["composed"] = "全县上下" in person.text(file)


def export(keys, program, result):
    person, page = keys.person, keys.page
    keys.press("Control+e")
    for what in ("pdf", "press"):
        keys.to(f"[data-what={what}]")
        keys.press("Enter")
        page.wait_for_function(
            "w => document.querySelector('#exported a')"
            " && document.querySelector('#exported code').textContent.includes('--press') === (w === 'press')",
            arg=what, timeout=120_000)
        words = page.text_content("#exported code").split(" ")
        place = words.index("-o") + 1
        made, words[place] = words[place], words[place] + ".again.pdf"
        subprocess.run([program] + words[1:], cwd=person.folder, capture_output=True, check=False)
        result[what] = len({digest(os.path.join(person.folder, one)) for one in (made, words[place])}) == 1
    person.shot("k3-export")
    keys.press("Escape")


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def shared_page(keys, result):
    person = keys.person
    keys.press("o")
    keys.page.wait_for_selector('[data-path="二版.yaml"]')
    keys.to('[data-path="二版.yaml"]')
    keys.press("Enter")
    keys.page.wait_for_selector(".story")
    person.settle()
    keys.page.wait_for_selector("[data-pin='1']:not([disabled])")
    keys.to("[data-pin='1']")
    keys.change("Enter")
    result["pinned"] = "pin:" in person.text("二版.yaml")
    person.shot("k4-pinned")
    keys.change("Control+z")
    result["pinUndone"] = "pin:" not in person.text("二版.yaml")


def stopped_merge(keys, result):
    page = keys.page
    keys.press("o")
    page.wait_for_selector('[data-path="台账.csv"]')
    keys.to('[data-path="台账.csv"]')
    keys.press("Enter")
    page.wait_for_selector("[data-mode=merge]")
    keys.to("[data-mode=merge]")
    keys.press("Enter")
    keys.to("#merge")
    keys.press("Enter")
    page.wait_for_function("() => document.querySelector('#progress')?.value > 0", timeout=60_000)
    keys.to("#stop-merge")
    keys.press("Enter")
    page.wait_for_selector("#made .verdict", timeout=20_000)
    result["mergeStopped"] = "停下" in page.text_content("#made .verdict")
    kept = os.path.join(keys.person.folder, "output", "台账")
    result["mergeKept"] = os.path.isdir(kept) and len(os.listdir(kept)) > 0
    keys.person.shot("k5-stopped")
    # The next one begins at once.
    keys.to("#merge")
    keys.press("Enter")
    page.wait_for_function("() => document.querySelector('#progress')?.value > 0", timeout=60_000)
    keys.to("#stop-merge")
    keys.press("Enter")
    page.wait_for_selector("#made .verdict", timeout=20_000)
    result["mergeAgain"] = True


def fill(folder):
    head = "街道,编号,来源,时间,反映人,电话,地点,内容,承办单位,交办人,时限\n"
    rows = "".join(
        f"柳林街道,{number},热线,5月6日,张三,0000-1234567,城东社区,路灯一周不亮，希望修好。,城管办,李四,5月13日\n"
        for number in range(1, 2001))
    for name, text in (("短讯.txt", BRIEF), ("二版.yaml", PLAN), ("台账.csv", head + rows)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def main():
    found = options()
    result = {}
    with seated(found, fill) as (person, server, _):
        keys = Keyboard(person)
        special_page(keys, result)
        export(keys, found.program, result)
        shared_page(keys, result)
        stopped_merge(keys, result)
        result["faults"] = person.faults
        result["unseen"] = sorted(keys.unseen)
        result["tabs"] = {"median": statistics.median(keys.stops), "most": max(keys.stops)}
        result["milliseconds"] = round(statistics.median(person.times))
        result["exit"] = server.stop()
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
