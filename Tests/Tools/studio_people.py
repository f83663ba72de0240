#!/usr/bin/env python3
"""Does in a real browser what several people, tables and finished files ask of the studio, and prints what
came of it as JSON.

usage: studio_people.py BANXIN [--shots FOLDER] [--size 1280x800] [--dark]

A proof is sent, remarked on by another person and settled; versions are kept and compared; reports are
brought together on a page, and the plan of an issue is opened; a bulletin and documents are made of a
table of cases; a foreign PDF file is checked; the other papers of one report are made.
"""
import hashlib
import json
import os
import subprocess

from studio_person import options, seated
from studio_plans import BRIEF, ISSUE, SAMPLE, TEMPLATE, cases


def fill(folder):
    """The documents that the job begins with."""
    for name, text in (("短讯.txt", BRIEF), ("二讯.txt", BRIEF.replace("文化广场", "口袋公园")),
                       ("五月台账.csv", cases()), ("回执.md", TEMPLATE), ("一期.yaml", ISSUE)):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)


def special_page(person):
    page = person.page
    page.click("#sample")
    page.click("[data-layout=newspaper-tabloid]")
    person.settle()


def remarks(person, server, context, result):
    """Two people and one proof."""
    page = person.page
    person.tab("review")
    link = page.input_value("#proof-link")
    reader = context.browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    other = reader.new_page()
    other.on("pageerror", lambda error: person.faults.append(str(error)))
    other.on("console", lambda one: one.type in ("error", "warning") and person.faults.append(one.text))
    other.goto(link)
    other.wait_for_selector("#state[data-revision]", state="attached")
    other.wait_for_selector(".sheet .place")
    other.fill("input.author", "王校对")
    other.keyboard.press("Tab")
    other.click("#remark")
    other.locator('.place[data-block="5"]').first.click(position={"x": 8, "y": 4})
    other.locator(".bubble textarea").fill("这里的数字请再核一遍。")
    other.keyboard.press("Control+Enter")
    other.wait_for_selector(".remark")
    if person.shots:
        other.screenshot(path=os.path.join(person.shots, "p1-proof.png"))
    result["proofIsReadOnly"] = [
        other.evaluate("async ([path, body]) => (await fetch(path, {method: body ? 'POST' : 'GET', body})).status", [path, body])
        for path, body in (("/api/folder", None), ("/proof/remark", '{"change":{"remove":{"id":1}}}'),
                           ("/api/edit", "{}"), ("/file?path=" + SAMPLE, None))] == [401, 403, 401, 401]
    # The refusals are in the console, as they should be.
    person.faults[:] = [one for one in person.faults if "401" not in one and "403" not in one]
    # The owner sees it on coming back, finds its place, answers and settles it.
    page.evaluate("dispatchEvent(new Event('focus'))")
    page.wait_for_selector(".remark")
    result["remark"] = "王校对" in page.text_content(".remark") and page.locator(".pin").count() == 1
    pin = page.evaluate(PIN_IN_PLACE, 5)
    result["pinStands"] = pin
    page.fill(".remark input", "已核，无误。")
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer")
    person.shot("p2-remark")
    page.click("[data-settle]")
    page.wait_for_selector(".remark.settled")
    result["remarkFile"] = json.loads(person.text(SAMPLE + ".remarks.json"))["remarks"][0]["isSettled"]
    # By keyboard alone, at the paragraph that is pointed at; words that come by an input method.
    page.locator("#pages").focus()
    for _ in range(3):
        page.keyboard.press("j")
    page.keyboard.press("m")
    page.keyboard.insert_text("此处加一句过渡。")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".remark >> nth=1")
    result["remarkByKeyboard"] = page.locator(".pin").count() == 2
    other.evaluate("dispatchEvent(new Event('focus'))")
    other.wait_for_selector(".remark.settled")
    result["readerSees"] = other.locator(".remark").count() == 2
    reader.close()


PIN_IN_PLACE = """block => {
  const pin = document.querySelector('.pin').getBoundingClientRect();
  const [x, y] = [(pin.left + pin.right) / 2, (pin.top + pin.bottom) / 2];
  return [...document.querySelectorAll(`.place[data-block="${block}"]`)].some(one => {
    const box = one.getBoundingClientRect();
    return box.left - 2 <= x && x <= box.right + 2 && box.top - 2 <= y && y <= box.bottom + 2;
  });
}"""


def versions(person, result):
    page = person.page
    page.click("#keep")
    page.wait_for_selector("#compare")
    person.tab("text")
    words = page.locator('.block[data-block="3"] .words')
    words.click()
    page.keyboard.press("Control+End")
    # An input method: letters that are being composed are no words yet, and Enter belongs to it.
    method = page.context.new_cdp_session(page)
    method.send("Input.imeSetComposition", {"text": "quanjie", "selectionStart": 7, "selectionEnd": 7})
    method.send("Input.insertText", {"text": "全街上下一心。"})
    result["composed"] = "quanjie" not in words.text_content() and "全街上下一心。" in words.text_content()
    person.change(lambda: page.keyboard.press("Control+Enter"))
    person.tab("review")
    page.click("#compare")
    page.wait_for_selector(".changes")
    result["compared"] = "全街上下一心" in page.text_content(".changes")
    result["marks"] = page.locator(".sheet .change").count()
    page.click("[data-change='1']")
    person.shot("p3-versions")
    command = page.text_content("#panel code").split(" ")
    done = subprocess.run([person.program] + command[1:4] + ["--json"], cwd=person.folder,
                          capture_output=True, text=True, check=False)
    result["sameAsLine"] = len(json.loads(done.stdout)["changes"]) == page.locator(".changes li").count()
    result["versionFiles"] = sorted(os.listdir(os.path.join(person.folder, SAMPLE + ".versions")))


def other_papers(person, result):
    page = person.page
    page.keyboard.press("Control+e")
    made = {}
    for what in ("docx", "html", "idml", "bulletin", "poster", "wechat", "script"):
        page.click(f"[data-what={what}]")
        page.wait_for_function(
            "() => document.querySelector('#exported code, #exported .error')")
        made[what] = page.locator("#exported li a").all_text_contents()
        if not made[what]:
            made[what] = [page.text_content("#exported")]
        page.evaluate("document.querySelector('#exported').replaceChildren()")
    person.shot("p4-papers")
    result["papers"] = {what: len([path for path in paths if os.path.isfile(os.path.join(person.folder, path))])
                        for what, paths in made.items()}
    result["paperNames"] = made
    page.keyboard.press("Escape")


def plans(person, result):
    page = person.page
    page.keyboard.press("o")
    for name in ("短讯.txt", "二讯.txt"):
        page.check(f'[data-choose="{name}"]')
    page.click("#gather")
    page.wait_for_selector(".story >> nth=1")
    person.settle()
    result["gathered"] = "短讯.txt" in person.text("合版.yaml")
    person.change(lambda: page.select_option("[data-add='0']", SAMPLE))
    result["added"] = SAMPLE in person.text("合版.yaml")
    page.locator("[data-filler]").evaluate("button => button.closest('details').open = true")
    person.change(lambda: page.click("[data-filler='0']"))
    result["filler"] = "fillers:" in person.text("合版.yaml")
    person.change(lambda: page.select_option("[data-story='1'] [data-key='box']", "double"))
    person.change(lambda: page.check("[data-story='0'] [data-key='tint']"))
    result["dress"] = "box:" in person.text("合版.yaml") and "tint: true" in person.text("合版.yaml")
    person.shot("p5-gathered")
    page.click("[data-story='2'] >> text=图片")
    span = page.locator("[data-span]").first
    person.change(lambda: span.select_option("3"))
    result["span"] = "columns: 3" in person.text("合版.yaml")
    person.shot("p5b-span")
    person.change(lambda: page.click("#undo"))
    person.tab("stories")
    for _ in range(2):
        person.change(lambda: page.click("#undo"))
    result["dressUndone"] = "box:" not in person.text("合版.yaml")
    page.keyboard.press("o")
    page.click('[data-path="一期.yaml"]')
    page.wait_for_selector("h2.page >> nth=1")
    person.settle()
    result["issuePages"] = page.locator(".sheet").count()
    person.change(lambda: page.select_option("[data-story='1'] [data-key='box']", "thick"))
    result["issueBox"] = "box: thick" in person.text("一期.yaml")
    page.locator(".sheet").nth(1).scroll_into_view_if_needed()
    page.wait_for_selector(".sheet >> nth=1 >> img")
    person.shot("p6-issue")
    page.keyboard.press("Control+e")
    page.click("[data-what=pdf]")
    page.wait_for_selector("#exported code")
    command = page.text_content("#exported code").split(" ")
    result["issuePdf"] = same(person, command)
    page.keyboard.press("Escape")


def same(person, command, option="-o"):
    """Whether the command line makes the same bytes again."""
    path = os.path.join(person.folder, command[command.index(option) + 1])
    with open(path, "rb") as file:
        studio = hashlib.sha256(file.read()).hexdigest()
    os.rename(path, path + ".old")
    subprocess.run([person.program] + command[1:], cwd=person.folder, capture_output=True, check=False)
    with open(path, "rb") as file:
        return studio == hashlib.sha256(file.read()).hexdigest()


def tables(person, result):
    page = person.page
    page.keyboard.press("o")
    page.click('[data-path="五月台账.csv"]')
    page.wait_for_selector("#make-bulletin:not([disabled])")
    person.shot("p7-table")
    result["columns"] = page.locator(".records .says").count()
    page.fill("#unit", "柳林街道")
    page.click("#make-bulletin")
    page.wait_for_selector("#open-bulletin")
    command = page.text_content("#made code").split(" ")
    result["bulletinPdf"] = same(person, command)
    page.locator("[data-field='地点']").evaluate("field => field.closest('details').open = true")
    page.select_option("[data-field='地点']", "来源")
    page.wait_for_function("() => document.querySelector('.says')?.closest('table').textContent.includes('来源地点')")
    result["mapped"] = page.input_value("[data-field='地点']") == "来源"
    page.click("[data-mode=merge]")
    page.select_option("#template", "回执.md")
    page.select_option("#merge-layout", "bulletin-a4")
    page.fill("#row", "3")
    page.keyboard.press("Tab")
    page.wait_for_selector("img.preview[alt='第 3 行']")
    person.shot("p8-row")
    page.click("#merge")
    page.wait_for_selector("#made .verdict")
    result["merged"] = page.text_content("#made .verdict")
    result["mergePdf"] = same(person, page.text_content("#made code").split(" "), "--join")
    person.shot("p9-merged")
    page.click("[data-mode=bulletin]")
    page.click("#make-bulletin")
    page.click("#open-bulletin")
    page.wait_for_selector(".sheet img")
    person.settle()
    person.shot("p10-bulletin")
    result["bulletinOpened"] = page.locator(".block").count() > 3


def preflight(person, result):
    page = person.page
    page.keyboard.press("o")
    foreign = os.path.join(person.folder, "foreign.pdf")
    subprocess.run([person.program, "render", SAMPLE, "-l", "poster", "-o", foreign], cwd=person.folder,
                   capture_output=True, check=False)
    page.click("#check-pdf")
    page.set_input_files("#dialog input[type=file]", foreign)
    page.wait_for_selector("#preflighted .verdict")
    page.wait_for_timeout(500)
    result["checked"] = page.text_content("#preflighted .verdict")
    result["marksOnPage"] = page.locator(".looked .mark").count()
    result["pageShown"] = page.evaluate("document.querySelector('.looked img')?.naturalWidth > 100")
    person.shot("p11-preflight")
    page.keyboard.press("Escape")


def main():
    found = options()
    result = {}
    with seated(found, fill) as (person, server, context):
        special_page(person)
        remarks(person, server, context, result)
        versions(person, result)
        other_papers(person, result)
        plans(person, result)
        tables(person, result)
        preflight(person, result)
        # A page of words is no poster; that it was refused the browser writes down, too.
        result["faults"] = [one for one in person.faults if "422" not in one]
        result["exit"] = server.stop()
    print(json.dumps(result, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
