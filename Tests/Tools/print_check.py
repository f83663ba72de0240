#!/usr/bin/env python3
"""Prints papers of every kind to a real print service with an IPP Everywhere printer, and measures what
arrives there; prints what came of it as JSON.

usage: print_check.py BANXIN [--only NAME]

For each check: what is wrong (`faults`, empty where all is right) and what was measured, in millimetres.
`cannot` says why the machine cannot run it. Sizes and places agree to 0.2 mm; that all words of a page
lie where they should says that it was not scaled.
"""
import argparse
import itertools
import json
import os
import shutil
import statistics
import tempfile
import threading
import time

import numpy
import pymupdf

import print_bench

SLACK = 0.2
POINT = 25.4 / 72
A3, A4, A5 = (297, 420), (210, 297), (148, 210)


def words(page):
    """The words of a page with their letters, parted at every kind of space."""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            letters = [letter for span in line["spans"] for letter in span["chars"]]
            for is_space, run in itertools.groupby(letters, lambda letter: letter["c"].isspace()):
                if not is_space:
                    run = list(run)
                    yield "".join(letter["c"] for letter in run), run


class Page:
    """A page's size and the middles of the words that it has once, in millimetres from its top left."""

    def __init__(self, width, height, words):
        self.width, self.height, self.words = width, height, words

    @staticmethod
    def read(path):
        pages = []
        for page in pymupdf.open(path):
            seen = {}
            for word, letters in words(page):
                lefts, tops, rights, bottoms = zip(*(letter["bbox"] for letter in letters))
                x, y, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
                seen.setdefault(word, []).append(((x + right) / 2 * POINT, (y + bottom) / 2 * POINT))
            pages.append(Page(page.rect.width * POINT, page.rect.height * POINT,
                              {word: places[0] for word, places in seen.items() if len(places) == 1}))
        return pages

    def turned(self):
        """The page turned by a quarter to the right."""
        return Page(self.height, self.width, {word: (self.height - y, x) for word, (x, y) in self.words.items()})

    def place(self, page, scale=1.0):
        """Where another page's corner lies on this one: x, y, and by how much the worst of at least
        three common words is off; None where there are fewer."""
        pairs = [(self.words[word][0] - x * scale, self.words[word][1] - y * scale)
                 for word, (x, y) in page.words.items() if word in self.words]
        if len(pairs) < 3:
            return None
        left, top = (statistics.median(values) for values in zip(*pairs))
        return left, top, max(max(abs(x - left), abs(y - top)) for x, y in pairs)

    def any_place(self, page, scale=1.0):
        """The same with the quarter turn that fits best: turn, x, y, off."""
        found, sheet = [], self
        for turn in range(4):
            place = sheet.place(page, scale)
            if place:
                found.append((turn, *place))
            sheet = sheet.turned()
        return min(found, key=lambda one: one[3], default=None)


def ink(path):
    """Each page's size and the edges of its ink in millimetres: what is left of the text in a file that
    went through PostScript is its picture."""
    found = []
    for page in pymupdf.open(path):
        picture = page.get_pixmap(dpi=508, colorspace=pymupdf.csGRAY)
        dark = numpy.frombuffer(picture.samples, numpy.uint8).reshape(picture.height, -1)[:, :picture.width] < 128
        rows, columns = (numpy.flatnonzero(dark.any(axis)) for axis in (1, 0))
        found.append([page.rect.width * POINT, page.rect.height * POINT]
                     + [value / 20 for value in (columns[0], rows[0], columns[-1], rows[-1])])
    return found


class Check:
    """One check: the bench, what is wrong so far, and the largest error that was measured."""

    def __init__(self, bench):
        self.bench, self.faults, self.worst, self.measured = bench, [], 0.0, {}

    def expect(self, truth, words):
        if not truth:
            self.faults.append(words)

    def near(self, value, wanted, words):
        self.worst = max(self.worst, abs(value - wanted))
        self.expect(abs(value - wanted) <= SLACK, f"{words}: {value:.2f} mm, not {wanted:.2f}")

    def is_sheet(self, page, size, words):
        self.near(min(page.width, page.height), size[0], f"{words}, width")
        self.near(max(page.width, page.height), size[1], f"{words}, height")

    def lies(self, place, x, y, words):
        """Whether a page of which `place` was found lies at a place, unscaled; its turn."""
        if place is None:
            self.faults.append(f"{words}: not found")
            return None
        self.near(place[-3], x, f"{words}, from the left")
        self.near(place[-2], y, f"{words}, from the top")
        self.near(place[-1], 0, f"{words}, its words")
        return place[0] if len(place) == 4 else 0

    def make(self, name, *command):
        path = f"{self.bench.folder}/{name}"
        run = self.bench.run(self.bench.banxin, *command, "-o", path, "--quiet", seconds=240)
        self.expect(run.returncode in (0, 5) and os.path.exists(path), f"{command}: {run.stderr[-300:]}")
        return path

    def print(self, *options, codes=(0,)):
        """Prints; what reached the printer since the last check: files, and what their jobs asked for."""
        self.bench.clear()
        code, said = self.bench.print(*options)
        self.expect(code in codes, f"print ended with {code}: {said[-400:]}")
        return self.bench.arrived(), self.bench.notes(), said

    def one(self, *options, codes=(0,)):
        """Prints what comes as one job: its pages and what it asked for."""
        files, notes, _ = self.print(*options, codes=codes)
        self.expect(len(files) == len(notes) == 1, f"{len(files)} files of {len(notes)} jobs arrived")
        return (Page.read(files[0]), notes[0]) if files else ([], {})

    def report(self, count):
        """A report with paragraphs that are all different."""
        lines = [f"本段第{number}号。街道第{number * 7}次巡查共走访{number * 13}户，登记隐患{number * 3}处，已整改{number * 2}处，"
                 "其余限期办结。专班每周碰头，按责任到人、时限到天的要求推进，居民可以在公示栏查到进度。" for number in range(1, count + 1)]
        return self.text("report.md", "# 巡查通报\n\n" + "\n\n".join(lines) + "\n")

    def text(self, name, words):
        path = f"{self.bench.folder}/{name}"
        with open(path, "w", encoding="utf-8") as file:
            file.write(words)
        return path

    def asked(self, job, sheet, sides):
        self.expect(job.get("IPP_SIDES") == sides, f"sides {job.get('IPP_SIDES')}, not {sides}")
        size = f"x-dimension={sheet[0] * 100} y-dimension={sheet[1] * 100}"
        self.expect(size in job.get("IPP_MEDIA_COL", ""), f"media {job.get('IPP_MEDIA_COL')}, not {size}")


def duplex(check):
    """An A4 bulletin on both sides: each page at its size and place, in order, turned like a book."""
    report = check.report(40)
    pages = Page.read(check.make("plain.pdf", "render", report, "-l", "bulletin-a4"))
    sheets, job = check.one(report, "-l", "bulletin-a4", "--duplex", "long")
    check.asked(job, A4, "two-sided-long-edge")
    check.expect(len(pages) > 2 and len(sheets) == len(pages), f"{len(sheets)} sides of {len(pages)} pages")
    for number, (sheet, page) in enumerate(zip(sheets, pages), 1):
        check.is_sheet(sheet, A4, f"side {number}")
        check.lies(sheet.place(page), 0, 0, f"page {number}")
    check.measured["sides"] = len(sheets)


def booklet(check):
    """Twelve A4 pages on six sides of A3: 12 | 1, 2 | 11 and so on, turned at the fold."""
    path = check.make("plain.pdf", "render", check.report(140), "-l", "bulletin-a4")
    pages = Page.read(path)[:12]
    sides, job = check.one(path, "--pages", "1-12", "--booklet", "--paper", "A3")
    check.asked(job, A3, "two-sided-short-edge")
    order = [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)]
    check.expect(len(sides) == 6 and len(pages) == 12, f"{len(sides)} sides of {len(pages)} pages")
    turns = set()
    for number, (side, pair) in enumerate(zip(sides, order), 1):
        check.is_sheet(side, A3, f"side {number}")
        for page, x in zip(pair, (0, 210)):
            turns.add(check.lies(side.any_place(pages[page - 1]), x, 0, f"page {page}"))
    check.expect(len(turns) == 1, f"the sides lie turned differently: {turns}")
    check.measured["sides"] = len(sides)


def slips(check):
    """A5 slips, two beside each other on an A4 sheet."""
    booklet_of = f"{check.bench.root}/layouts/duty-booklet/sample.md"
    path = check.make("slips.pdf", "render", booklet_of, "-l", "duty-booklet")
    pages = Page.read(path)
    sheets, job = check.one(path, "--impose", "slips", "--paper", "A4")
    check.asked(job, A4, "one-sided")
    check.expect(len(pages) > 1 and len(sheets) == (len(pages) + 1) // 2, f"{len(sheets)} of {len(pages)} pages")
    for index, page in enumerate(pages[:2 * len(sheets)]):
        check.is_sheet(sheets[index // 2], A4, f"sheet {index // 2 + 1}")
        check.lies(sheets[index // 2].any_place(page), 0.5 + index % 2 * 148, 0, f"slip {index + 1}")
    check.measured.update(sheets=len(sheets), slips=len(pages))


def broadsheet(check):
    """A page of 390 × 550 mm in two pieces on A3: every word on one of them."""
    report = check.report(90)
    page = Page.read(check.make("plain.pdf", "render", report, "-l", "newspaper-broadsheet"))[0]
    sheets, job = check.one(report, "-l", "newspaper-broadsheet", "--impose", "tiles", "--paper", "A3", codes=(0, 5))
    check.asked(job, A3, "one-sided")
    check.expect(len(sheets) == 2, f"{len(sheets)} sheets")
    places = []
    for number, sheet in enumerate(sheets, 1):
        check.is_sheet(sheet, A3, f"sheet {number}")
        place = sheet.any_place(page)
        check.expect(place is not None, f"sheet {number}: nothing of the page")
        if place:
            check.near(place[3], 0, f"sheet {number}, its words")
            places.append(place)
    if len(places) == 2:
        # Pieces of 280 mm that overlap by 10, each in the middle of its sheet.
        check.near(places[0][2], (297 - 280) / 2, "the first piece")
        check.near(places[0][2] - places[1][2], 270, "the seam")
        check.near(places[0][1], places[1][1], "the pieces' sides")
    seen = {word for sheet in sheets for word in sheet.words}
    lost = [word for word in page.words if word not in seen]
    # A word at the seam is cut in both pieces for the reader of files, not for the eye.
    check.expect(len(lost) <= len(page.words) / 100, f"{len(lost)} of {len(page.words)} words on no sheet")
    check.measured["sheets"] = len(sheets)


def banner(check):
    """A banner of 4 m from its layout at a tenth: 30 pieces at ten times the file's size."""
    text = check.text("banner.txt", "共建平安杏溪\n")
    cloth = ["-l", "banner", "--set", "page.trim=[400mm, 70mm]", "--set", "grid.measure=6em"]
    page = Page.read(check.make("plain.pdf", "render", text, *cloth))[0]
    sheets, job = check.one(text, *cloth, "--pages", "1", "--impose", "tiles", "--enlarge", "10", "--paper", "A3")
    check.asked(job, A3, "one-sided")
    check.near(page.width * 10, 4000, "the banner's width")
    check.near(page.height * 10, 700, "the banner's height")
    check.expect(len(sheets) == 30, f"{len(sheets)} sheets")
    for number, sheet in enumerate(sheets, 1):
        check.is_sheet(sheet, A3, f"sheet {number}")
    if len(sheets) == 30:
        # Its note stands at the left of the foot: the first piece of the second row. Pieces are
        # 276 × 355 mm, each in the middle of its sheet.
        check.lies(sheets[15].place(page, 10), (297 - 276) / 2, (420 - 355) / 2 - 345, "the note")
    check.measured["sheets"] = len(sheets)


def trays(check):
    """Each page on the sheet of its size, whichever is in the tray; what no tray holds is said."""
    slip = f"{check.bench.root}/layouts/duty-booklet/sample.md"
    for name, size, source, layout in (("A4", A4, check.report(3), ["bulletin-a4"]),
                                       ("A3", A3, check.report(3), ["bulletin-a4", "--set", "page.trim=[297mm, 420mm]"]),
                                       ("A5", A5, slip, ["duty-booklet"])):
        path = check.make(f"{name}.pdf", "render", source, "-l", *layout)
        files, notes, said = check.print(path)
        if files:
            check.asked(notes[0], size, "one-sided")
            check.is_sheet(Page.read(files[0])[0], size, name)
        check.expect(("print.not-loaded" in said) == (name == "A5"), f"{name}: {said}")


def margins(check):
    """What the margins cut is said in millimetres; what no sheet holds is refused and not printed."""
    text = check.text("banner.txt", "共建平安\n")
    wide = ["-l", "banner", "--set", "page.trim=[420mm, 90mm]", "--set", "grid.measure=6em", "--pages", "1"]
    files, _, said = check.print(text, *wide)
    check.expect(len(files) == 1 and "print.cut" in said and "5.0 毫米" in said, said[-300:])
    files, notes, said = check.print(text, "-l", "banner", "--pages", "1", codes=(1,))
    check.expect(not files and not notes and "print.no-sheet" in said, said[-300:])


def empty_tray(check):
    """A printer that runs out of paper in the middle says so, goes on, and has printed once."""
    before = set(check.bench.endings())
    check.bench.script('echo "STATE: +media-empty" >&2; sleep 2; echo "STATE: -media-empty" >&2')
    files, _, said = check.print(check.report(12), "-l", "bulletin-a4")
    ended = [how for number, how in check.bench.endings().items() if number not in before]
    check.expect(len(files) == 1 and ended == ["completed"], f"{len(files)} files, {ended}")
    check.expect("缺纸" in said, f"it did not say that paper is out: {said[-300:]}")
    check.measured["printed"] = len(files)


def stopped_queue(check):
    """A queue that is stopped and resumed in the middle sends its job again and says so; one is
    printed to its end."""
    before = set(check.bench.endings())
    check.bench.script("sleep 3")

    def interrupt():
        end = time.monotonic() + 60
        while not check.bench.notes() and time.monotonic() < end:
            time.sleep(0.1)
        check.bench.run("cupsdisable", "bench")
        time.sleep(1)
        check.bench.run("cupsenable", "bench")

    other = threading.Thread(target=interrupt)
    report = check.report(12)
    check.bench.clear()
    other.start()
    code, said = check.bench.print(report, "-l", "bulletin-a4")
    other.join()
    ended = [how for number, how in check.bench.endings().items() if number not in before]
    check.expect(code == 0 and "print.taken-back" in said, f"{code}: {said[-300:]}")
    check.expect(ended.count("completed") == 1, f"{ended}")
    check.measured["printed"] = ended.count("completed")


def copies(check):
    """Copies, collating and greys as they were asked for."""
    report = check.report(12)
    pages = Page.read(check.make("plain.pdf", "render", report, "-l", "bulletin-a4"))
    for flags, handling in (([], "collated"), (["--uncollated"], "uncollated")):
        sheets, job = check.one(report, "-l", "bulletin-a4", "--copies", "3", "--grey", *flags)
        # The printer makes the copies itself.
        check.expect(len(sheets) == len(pages), f"{len(sheets)} sides of {len(pages)} pages")
        asked = [job.get(f"IPP_{name}") for name in ("COPIES", "MULTIPLE_DOCUMENT_HANDLING", "PRINT_COLOR_MODE")]
        check.expect(asked == ["3", f"separate-documents-{handling}-copies", "monochrome"], str(asked))


def to_files(check):
    """The printer that writes PDF files: the same pages at their size."""
    report = check.report(12)
    plain = check.make("plain.pdf", "render", report, "-l", "bulletin-a4")
    _, _, said = check.print(report, "-l", "bulletin-a4", "--printer", "files")
    files = check.bench.written()
    check.expect(len(files) == 1, f"{len(files)} files: {said[-300:]}")
    check.expect("print.not-loaded" not in said, f"a printer without trays waits for none: {said[-300:]}")
    sheets, pages = (ink(path) for path in (files[0] if files else plain, plain))
    check.expect(len(sheets) == len(pages), f"{len(sheets)} of {len(pages)} pages")
    for number, (sheet, page) in enumerate(zip(sheets, pages), 1):
        for edge, one, other in zip(("width", "height", "left", "top", "right", "bottom"), sheet, page):
            check.near(one, other, f"page {number}, {edge}")
    check.measured["pages"] = len(sheets)


CHECKS = [duplex, booklet, slips, broadsheet, banner, trays, margins, copies, to_files, empty_tray, stopped_queue]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("banxin")
    parser.add_argument("--only")
    wishes = parser.parse_args()
    why = print_bench.missing()
    if why:
        print(json.dumps({"cannot": why}))
        return
    print_bench.enter()
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    folder = tempfile.mkdtemp(prefix="bxp-", dir="/tmp")
    bench = print_bench.Bench(folder, os.path.abspath(wishes.banxin), root)
    results = {}
    try:
        bench.start()
        for run in CHECKS:
            if wishes.only in (None, run.__name__):
                check = Check(bench)
                bench.script("")
                try:
                    run(check)
                except Exception as error:  # What stops one check is a fault of it, not of the others.
                    check.faults.append(f"{type(error).__name__}: {error}")
                results[run.__name__] = dict(check.measured, off=round(check.worst, 3), faults=check.faults)
    except print_bench.Failure as error:
        results["bench"] = {"faults": [str(error)]}
    finally:
        bench.stop()
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps({"checks": results}, ensure_ascii=False, indent=1))


main()
