#!/usr/bin/env python3
"""Contact sheets of all presets, to be looked at: every preset at one, two and three columns of a
newspaper's layout and over an office page's width, in colour, in grey, and as a red-green blind reader sees them.

    chart_sheets.py OUT [--binary banxin] [--only PRESET]... [--layouts 'newspaper-tabloid:1,2']

It writes OUT/<layout>-<columns>-<look>.png and prints a line for each warning of the program and
for each word that is smaller than 6.5 pt, leaves its figure or lies over another word. The exit
status is 1 if there is any. Needs PyMuPDF.
"""
import argparse, glob, os, subprocess, sys, tempfile
import pymupdf

HERE = os.path.dirname(os.path.abspath(__file__))
SPECS = os.path.join(HERE, "..", "ChartingTests", "PresetSpecs")
LEAST = 6.5
GAP, HEAD, WIDTH = 14, 14, 1190

# Machado, Oliveira and Fernandes 2009, deuteranopia, on linear light.
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
          (-0.011820, 0.042940, 0.968881))


def tables():
    linear = [((v / 255 + 0.055) / 1.055) ** 2.4 if v > 10 else v / 255 / 12.92 for v in range(256)]

    def coded(x):
        x = min(1, max(0, x))
        return round(255 * (1.055 * x ** (1 / 2.4) - 0.055 if x > 0.0031308 else 12.92 * x))
    return linear, coded


def changed(pixmap, look):
    """The picture in grey, or as a red-green blind reader sees it."""
    if look == "colour":
        return pixmap
    if look == "grey":
        return pymupdf.Pixmap(pymupdf.csGRAY, pixmap)
    linear, coded = tables()
    known, data = {}, bytearray(pixmap.samples)
    for at in range(0, len(data), 3):
        key = bytes(data[at:at + 3])
        if key not in known:
            light = [linear[v] for v in key]
            known[key] = bytes(coded(sum(a * b for a, b in zip(row, light))) for row in DEUTAN)
        data[at:at + 3] = known[key]
    return pymupdf.Pixmap(pymupdf.csRGB, pixmap.width, pixmap.height, bytes(data), False)


def faults(path):
    """What is wrong with the words of a figure."""
    page = pymupdf.open(path)[0]
    words, found = [], []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                text = span["text"].strip()
                if not text:
                    continue
                if span["size"] < LEAST - 0.01:
                    found.append(f"{text}: {span['size']:.1f} pt")
                x0, y0, x1, y1 = span["bbox"]
                # The empty half of a bracket or quote may hang over the edge.
                half = span["size"] / 2
                x0 += half if text[0] in "“‘（《【「" else 0
                x1 -= half if text[-1] in "”’）》】」，。；：" else 0
                if x0 < -0.5 or x1 > page.rect.width + 0.5 or y1 > page.rect.height + 1.5:
                    found.append(f"{text}: leaves the figure")
                # The middle of the letters; ascenders of the face reach further than its ink.
                fifth = (y1 - y0) * 0.28
                words.append((text, pymupdf.Rect(x0 + 0.5, y0 + fifth, x1 - 0.5, y1 - fifth)))
    for place, (text, box) in enumerate(words):
        for other, theirs in words[place + 1:]:
            if box.intersects(theirs):
                found.append(f"{text} lies over {other}")
    return found


def sheet(paths, target, look):
    """All figures side by side, each with its name over it."""
    out = pymupdf.open()
    places, x, y, row = [], GAP, GAP, 0
    for path in paths:
        rect = pymupdf.open(path)[0].rect
        if x + rect.width > WIDTH - GAP and x > GAP:
            x, y, row = GAP, y + row + GAP, 0
        places.append((path, x, y, rect))
        x, row = x + rect.width + GAP, max(row, rect.height + HEAD)
    page = out.new_page(width=WIDTH, height=y + row + GAP)
    for path, x, y, rect in places:
        name = os.path.basename(path)[:-4]
        page.insert_text((x, y + 8), name, fontsize=7, color=(0.2, 0.2, 0.9))
        box = pymupdf.Rect(x, y + HEAD, x + rect.width, y + HEAD + rect.height)
        page.draw_rect(box, color=(0.85, 0.85, 0.85), width=0.3)
        page.show_pdf_page(box, pymupdf.open(path), 0)
    changed(page.get_pixmap(dpi=130), look).save(target)


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("out")
    ap.add_argument("--binary", default="banxin")
    ap.add_argument("--only", action="append", default=[])
    ap.add_argument("--layouts", default="newspaper-tabloid:1,2,3 bulletin-a4:1",
                    help="layouts, each with its columns")
    ap.add_argument("--looks", default="colour,grey,deutan")
    ap.add_argument("--theme", default="zh-print")
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    specs = sorted(glob.glob(os.path.join(SPECS, "*.vl.json")))
    if a.only:
        specs = [s for s in specs if os.path.basename(s).split(".")[0] in a.only]
    bad = 0
    for layout, counts in (part.split(":") for part in a.layouts.split()):
        for columns in counts.split(","):
            with tempfile.TemporaryDirectory() as folder:
                run = subprocess.run(
                    [a.binary, "chart", *specs, "-o", folder, "--layout", layout, "--lang", "en",
                     "--size", f"{columns}col", "--theme", a.theme], capture_output=True, text=True)
                for line in run.stderr.splitlines():
                    if " warning: " in line or " error: " in line:
                        bad += 1
                        print(f"{layout} {columns}: {os.path.basename(line)[:220]}")
                paths = sorted(glob.glob(os.path.join(folder, "*.pdf")))
                if len(paths) < len(specs):
                    bad += 1
                    print(f"{layout} {columns}: {len(specs) - len(paths)} figures are missing")
                for path in paths:
                    for fault in faults(path):
                        bad += 1
                        print(f"{layout} {columns} {os.path.basename(path)}: {fault}")
                for look in a.looks.split(","):
                    sheet(paths, os.path.join(a.out, f"{layout}-{columns}-{look}.png"), look)
    print(f"{bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
