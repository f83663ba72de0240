#!/usr/bin/env python3
"""Compares an IDML package with the PDF file of the same pages, by way of two independent readers.

  idml_check.py pages.pdf pages.idml OUT/

SimpleIDML (pip install SimpleIDML) opens the package: every story's text, the styles and swatches that it
names. Scribus opens it, headless: each frame's place and size as Scribus has it, and a PDF file of its
own, drawn beside ours as OUT/page-N.png. Said for each: what was compared and the largest difference.

Scribus 1.5 does not take over first baselines, fractions of a point in leadings, tables and the offset
of a cropped picture; text therefore stands up to an em lower there than in InDesign. Its fonts are
those of the system and of fonts/; for one that it does not find it opens a dialogue, which nobody
answers here: the run then ends after its time and says so.
"""
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(HERE))

SIDE = r'''
import json, os, scribus
source, target, pdf = os.environ["IDML"], os.environ["FOUND"], os.environ["PDF"]
scribus.openDoc(source)
scribus.setUnit(scribus.UNIT_POINTS)
found = {"colours": scribus.getColorNames(), "pages": [], "items": []}
try:
    found["styles"] = scribus.getAllStyles()
except Exception:
    found["styles"] = scribus.getParagraphStyles()
for page in range(1, scribus.pageCount() + 1):
    scribus.gotoPage(page)
    found["pages"].append(scribus.getPageNSize(page))
    for name, kind, order in scribus.getPageItems():
        item = {"page": page, "name": name, "kind": kind,
                "at": scribus.getPosition(name), "size": scribus.getSize(name)}
        if kind == 4:
            item["over"] = scribus.textOverflows(name)
            try:
                item["text"] = scribus.getAllText(name)
            except Exception:
                item["text"] = ""
        found["items"].append(item)
with open(target, "w") as file:
    json.dump(found, file)
out = scribus.PDFfile()
out.file = pdf
out.fonts = []
out.save()
scribus.closeDoc()
'''


def local(tag):
    return tag.rsplit("}", 1)[-1]


def frames(package):
    """The page items of every spread, in points from the trim's corner: id, kind, page, rectangle."""
    found = []
    spreads = sorted(
        (n for n in package.namelist() if n.startswith("Spreads/")),
        key=lambda n: int(re.search(r"us(\d+)", n)[1]))
    for number, name in enumerate(spreads):
        root = ET.fromstring(package.read(name))
        page = next(e for e in root.iter() if local(e.tag) == "Page")
        middle = [float(v) for v in page.get("ItemTransform").split()[4:]]
        for item in root.iter():
            if local(item.tag) not in ("TextFrame", "Rectangle", "GraphicLine", "Polygon"):
                continue
            move = [float(v) for v in item.get("ItemTransform").split()[4:]]
            points = [[float(v) for v in e.get("Anchor").split()]
                      for e in item.iter() if local(e.tag) == "PathPointType"]
            xs = [p[0] + move[0] - middle[0] for p in points]
            ys = [p[1] + move[1] - middle[1] for p in points]
            found.append({
                "id": item.get("Self"), "kind": local(item.tag), "page": number + 1,
                "story": item.get("ParentStory"), "at": (min(xs), min(ys)),
                "size": (max(xs) - min(xs), max(ys) - min(ys)),
                "picture": any(local(e.tag) == "Link" for e in item.iter())})
    return found


def stories(package):
    found = {}
    for name in package.namelist():
        if not name.startswith("Stories/"):
            continue
        story = next(e for e in ET.fromstring(package.read(name)).iter()
                     if local(e.tag) == "Story" and e.get("Self"))
        text = "".join(
            (e.text or "") if local(e.tag) == "Content" else "\n" if local(e.tag) == "Br" else ""
            for e in story.iter())
        found[story.get("Self")] = text
    return found


def plain(text):
    return re.sub(r"[\s\u2028\u2029\x00-\x1f\xad\u200b-\u200d\ufeff]", "", text)


def with_simple_idml(path, texts):
    try:
        from simple_idml import idml
    except ImportError:
        print("SimpleIDML: NOT INSTALLED, not compared")
        return True
    package = idml.IDMLPackage(path)
    told = {}
    for story in package.stories:
        root = ET.fromstring(package.read(story))
        told[re.search(r"Story_(\w+)", story)[1]] = "".join(
            e.text or "" for e in root.iter() if local(e.tag) == "Content")
    equal = sum(plain(told.get(name, "")) == plain(text) for name, text in texts.items())
    styles = [s for s in package.style_groups] if hasattr(package, "style_groups") else []
    fonts = [f.get("Name") for f in package.font_families]
    print(f"SimpleIDML: {len(package.spreads)} spreads, {len(package.stories)} stories, "
          f"{equal} of {len(texts)} texts equal, fonts {', '.join(fonts)}")
    return equal == len(texts)


def face(source, target):
    """Puts a copy of a font where Scribus finds it, which follows no links, under the names that
    the package uses: the weight as the style of its family, where the file calls it a family of its own.
    Needs fonttools for that."""
    try:
        from fontTools.ttLib import TTFont
    except ImportError:
        shutil.copy(source, target)
        return
    font = TTFont(source, lazy=True)
    names = font["name"]
    family, style = names.getDebugName(1), names.getDebugName(2)
    base = re.sub(r" (Thin|Light|Medium|SemiBold|Black)$", "", family)
    if base != family and style == "Regular":
        for platform, encoding, language in ((3, 1, 0x409), (1, 0, 0)):
            names.setName(base, 16, platform, encoding, language)
            names.setName(family[len(base) + 1:], 17, platform, encoding, language)
        font.save(target)
    else:
        shutil.copy(source, target)


def with_scribus(path, out, items, texts):
    scribus = shutil.which("scribus")
    if not scribus or not shutil.which("xvfb-run"):
        print("Scribus: NOT INSTALLED, not compared")
        return True
    folder = tempfile.mkdtemp()
    try:
        shutil.copy(path, folder)
        links = os.path.join(os.path.dirname(os.path.abspath(path)), "Links")
        if os.path.isdir(links):
            shutil.copytree(links, os.path.join(folder, "Links"))
            for name in os.listdir(links):
                shutil.copy(os.path.join(links, name), folder)
        fonts = os.path.join(folder, ".local/share/fonts")
        os.makedirs(fonts)
        for name in os.listdir(os.path.join(HOME, "fonts/files")):
            if ".core." not in name and name.endswith((".otf", ".ttf")):
                face(os.path.join(HOME, "fonts/files", name), os.path.join(fonts, name))
        script = os.path.join(folder, "side.py")
        with open(script, "w") as file:
            file.write(SIDE)
        found, pdf = os.path.join(folder, "found.json"), os.path.join(folder, "scribus.pdf")
        environment = dict(
            os.environ, HOME=folder, IDML=os.path.join(folder, os.path.basename(path)), FOUND=found,
            PDF=pdf, LC_ALL="C.UTF-8")
        process = subprocess.Popen(
            ["xvfb-run", "-a", scribus, "-g", "-ns", "-py", script], cwd=folder, env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(600)
        finally:
            # xvfb-run leaves its server and Scribus behind where it alone is stopped.
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        if not os.path.exists(found):
            print("Scribus: did not open the package")
            return False
        with open(found) as file:
            read = json.load(file)
        if os.path.exists(pdf):
            shutil.copy(pdf, os.path.join(out, "scribus.pdf"))
    except subprocess.TimeoutExpired:
        print("Scribus: no answer in time; it may ask for a font that it lacks")
        return False
    finally:
        shutil.rmtree(folder)
    print(f"Scribus: pages {read['pages']}, {len(read['items'])} items, "
          f"colours {', '.join(read['colours'])}, styles {', '.join(map(str, read['styles']))}")
    at = {}
    for item in read["items"]:
        at.setdefault(re.sub(r"^Copy of | \(\d+\)$", "", item["name"]), item)
    worst, missing, over = 0.0, [], 0
    for item in items:
        other = at.get(item["id"])
        if not other:
            missing.append(item["id"])
            continue
        if item["kind"] in ("GraphicLine", "Polygon"):
            continue
        off = max(abs(a - b) for a, b in zip(
            (*item["at"], *item["size"]), (*other["at"], *other["size"])))
        worst = max(worst, off * 25.4 / 72)
        over += 1 if other.get("over") else 0
    heads = {}
    for item in items:
        if item["kind"] == "TextFrame":
            heads.setdefault(item["story"], item["id"])
    equal = sum(
        plain(at.get(heads[name], {}).get("text", "")) == plain(text)
        for name, text in texts.items() if name in heads)
    print(f"Scribus: {len(items) - len(missing)} of {len(items)} items found, frames within "
          f"{worst:.3f} mm, {equal} of {len(heads)} texts equal, {over} frames overflow")
    return not missing and worst <= 0.1 and equal == len(heads)


def beside(ours, out):
    """Our pages and Scribus's side by side, and the share of ink that lies alike at 20 dpi."""
    import fitz
    theirs = os.path.join(out, "scribus.pdf")
    if not os.path.exists(theirs):
        return
    with fitz.open(ours) as a, fitz.open(theirs) as b:
        for number in range(min(len(a), len(b))):
            small = [d[number].get_pixmap(dpi=18, colorspace=fitz.csGRAY) for d in (a, b)]
            width = min(p.width for p in small)
            height = min(p.height for p in small)
            pairs = [(small[0].pixel(x, y)[0], small[1].pixel(x, y)[0])
                     for y in range(height) for x in range(width)]
            mean = sum(abs(p - q) for p, q in pairs) / len(pairs) / 255
            print(f"page {number + 1}: mean difference of grey at 18 dpi {100 * mean:.1f} %")
            big = [d[number].get_pixmap(dpi=90) for d in (a, b)]
            sheet = fitz.open()
            page = sheet.new_page(
                width=big[0].width + big[1].width + 20, height=max(p.height for p in big))
            page.insert_image(fitz.Rect(0, 0, big[0].width, big[0].height), pixmap=big[0])
            page.insert_image(
                fitz.Rect(big[0].width + 20, 0, big[0].width + 20 + big[1].width, big[1].height),
                pixmap=big[1])
            page.get_pixmap().save(os.path.join(out, f"page-{number + 1}.png"))


def main():
    ours, path, out = sys.argv[1:4]
    os.makedirs(out, exist_ok=True)
    with zipfile.ZipFile(path) as package:
        first = package.infolist()[0]
        assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
        items, texts = frames(package), stories(package)
        for name in package.namelist():
            if name.endswith(".xml"):
                ET.fromstring(package.read(name))
    good = with_simple_idml(path, texts)
    good = with_scribus(path, out, items, texts) and good
    beside(ours, out)
    sys.exit(0 if good else 1)


main()
