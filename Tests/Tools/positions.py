#!/usr/bin/env python3
"""Where lines of text and rules stand in a PDF, in millimetres from the page's top left corner.

    pip install pymupdf
    python positions.py page.pdf > positions.json

One JSON object: pages, each with `lines` (text, left and right edge of the advance boxes, baseline,
size, font, colour as RRGGBB), `rules` (straight horizontal or vertical strokes with their middle and
weight) and `chars` (each character with its left edge). What it looks at is the file alone.
"""
import json
import sys

import pymupdf

MM = 25.4 / 72


def mm(points):
    return round(points * MM, 4)


def lines(page):
    """Runs of one baseline joined from left to right, as glyphs are placed one by one."""
    rows = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                for char in span["chars"]:
                    # Gaps beside figures are reported as spaces that no font drew.
                    if char["c"].isspace():
                        continue
                    x, y = char["origin"]
                    key = round(y, 1)
                    rows.setdefault(key, []).append((x, y, char["bbox"][2], char["c"], span))
    found = []
    for key in sorted(rows):
        row = sorted(rows[key], key=lambda c: c[0])
        first = row[0][4]
        found.append({
            "text": "".join(c[3] for c in row), "left": mm(row[0][0]), "right": mm(row[-1][2]),
            "baseline": mm(row[0][1]), "size": mm(first["size"]), "font": first["font"],
            "colour": f"{first['color']:06X}",
            "lefts": [mm(c[0]) for c in row], "dashTop": dash_top(page, row),
        })
    return found


def dash_top(page, row):
    """The upper edge of the ink of a line's first character, where that is a dash."""
    x, y, right, char, span = row[0]
    if char != "—":
        return None
    size = span["size"]
    box = pymupdf.Rect(x, y - size, right, y + size / 2)
    scale = 20
    ink = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), clip=box, colorspace=pymupdf.csGRAY)
    for line in range(ink.height):
        if min(ink.samples[line * ink.stride:line * ink.stride + ink.width]) < 128:
            return mm((ink.y + line) / scale)
    return None


def rules(page):
    found = []
    for drawing in page.get_drawings():
        if drawing["type"] != "s":
            continue
        for item in drawing["items"]:
            if item[0] != "l":
                continue
            a, b = item[1], item[2]
            found.append({
                "left": mm(min(a.x, b.x)), "right": mm(max(a.x, b.x)), "top": mm(min(a.y, b.y)),
                "foot": mm(max(a.y, b.y)), "weight": mm(drawing["width"]),
            })
    return found


def main():
    document = pymupdf.open(sys.argv[1])
    pages = [{
        "width": mm(page.rect.width), "height": mm(page.rect.height), "lines": lines(page),
        "rules": rules(page),
    } for page in document]
    json.dump({"pages": pages}, sys.stdout, ensure_ascii=False)


main()
