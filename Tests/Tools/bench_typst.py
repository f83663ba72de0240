"""The pages of the bench as Typst sources, and a way to set them that a process can be measured by.

usage: bench_typst.py FACES IN.typ OUT.pdf [COUNT]   (with COUNT: that many from IN0.typ …, one process)
"""

import re
import sys

PAGE = """#set page(width: 390mm, height: 540mm, margin: (x: 18mm, top: 20mm, bottom: 16mm))
#set text(font: "Noto Serif CJK SC", size: 9pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.6em, first-line-indent: (amount: 2em, all: true))
#show heading: it => block(text(font: "Noto Sans CJK SC", size: 12pt, weight: "bold", it.body))
#align(center, text(font: "Noto Sans CJK SC", size: 34pt, weight: "bold")[%s])
#line(length: 100%%, stroke: 0.3pt)
#columns(5, gutter: 7mm)[
%s
]
"""
BULLETIN = """#set page(paper: "a4", margin: (x: 26mm, y: 32mm), numbering: "— 1 —")
#set text(font: "Noto Serif CJK SC", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 0.8em, first-line-indent: (amount: 2em, all: true))
#show heading: it => block(text(font: "Noto Sans CJK SC", size: 16pt, it.body))
%s
"""


def escape(text):
    return re.sub(r"([\\#$*_`@<>\[\]~/=+-])", r"\\\1", text)


def page(text, photos):
    """A report of plain lines as a page of five columns with its pictures."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = []
    for number, line in enumerate(lines[1:]):
        body.append(("== " if len(line) < 16 else "") + escape(line) + "\n")
        if number % 12 == 4 and photos:
            body.append(f'#figure(image("{photos.pop(0)}", width: 100%), caption: [现场])\n')
    return PAGE % (escape(lines[0]), "\n".join(body))


def bulletin(text):
    """A bulletin in Markdown without its charts."""
    body = []
    for line in text.splitlines():
        if line.startswith("!["):
            continue
        head = re.match(r"(#+) (.*)", line)
        body.append("=" * len(head[1]) + " " + escape(head[2]) if head else escape(line))
    return BULLETIN % "\n".join(body)


def main():
    import typst

    faces, source, target = sys.argv[1:4]
    pairs = [(source, target)]
    if len(sys.argv) > 4:
        pairs = [(f"{source}{n}.typ", f"{target}{n}.pdf") for n in range(int(sys.argv[4]))]
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[faces])
        for one, other in pairs:
            typst.Compiler(one, font_paths=fonts).compile(output=other)
        return
    typst.compile(source, output=target, font_paths=[faces], ignore_system_fonts=True)


if __name__ == "__main__":
    main()
