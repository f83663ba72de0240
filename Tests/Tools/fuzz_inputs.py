"""The kinds of input that fuzz.py mutates: seeds, what mutates them, and the command for each."""

import dataclasses
import io
import json
import pathlib
import shutil
import zipfile
from collections.abc import Callable

import fuzz_mutation as mutation

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIXTURES, SAMPLES = ROOT / "Tests" / "Fixtures", ROOT / "samples"


@dataclasses.dataclass
class Target:
    """Writes an input into a folder; gives the words of the command and the file for its input."""

    name: str
    make: Callable


def bytes_of(*paths):
    return [path.read_bytes() for path in paths]


def one_file(name, file, seeds, mutate, commands, beside=None):
    """A target of one mutated file, with others beside it that stay as they are."""

    def make(rng, folder):
        data = mutate(rng, rng.choice(seeds))
        (folder / file).write_bytes(data)
        if beside:
            beside(folder, rng)
        command = rng.choice(commands)
        return command.split(), file if "< " in command or " - " in f"{command} " else None

    return Target(name, make)


TEXTS = bytes_of(*sorted((FIXTURES / "reports").glob("*.txt")))
MARKDOWN = bytes_of(
    *sorted((FIXTURES / "reports").glob("*.md")),
    *sorted(SAMPLES.glob("*/*.md")),
) + [
    "# 题\n\n## 一、情况\n\n正文[^1]，**粗**、*斜*、`码`。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2.5% |\n\n"
    "![图1　现场](a.png)\n\n> 引文\n\n1. 甲\n2. 乙\n   - 丙\n\n[^1]: 注文。\n".encode()
]
SVG = bytes_of(FIXTURES / "art" / "bridge.svg") + [
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" '
    b'height="100"><defs><linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="#f00"/>'
    b'<stop offset="1" stop-color="#00f"/></linearGradient><mask id="m"><rect width="90" height="90" '
    b'fill="#fff"/></mask><filter id="f"><feGaussianBlur stdDeviation="3"/></filter><pattern id="p" '
    b'width="10" height="10" patternUnits="userSpaceOnUse"><circle r="4" cx="5" cy="5"/></pattern>'
    b'<clipPath id="c"><rect width="50" height="50"/></clipPath><marker id="k"><path d="M0 0L4 4"/>'
    b'</marker></defs><g mask="url(#m)" opacity=".5"><rect width="80" height="80" fill="url(#g)" '
    b'filter="url(#f)"/></g><use xlink:href="#p"/><a xlink:href="http://a/"><path d="M0 0C1 2 3 4 5 6 '
    b'A 3 3 0 0 1 9 9Z" stroke="#000" stroke-dasharray="2 1" marker-end="url(#k)" fill="url(#p)"/></a>'
    b'<text x="5" y="50" font-size="12" clip-path="url(#c)">\xe5\xad\x97<tspan dx="3">a</tspan></text>'
    b'<image width="9" height="9" xlink:href="a.png"/><style>.a{fill:#0f0}</style></svg>'
]
PNG = bytes_of(FIXTURES / "images" / "quarters.png")
JPEG = bytes_of(*sorted((FIXTURES / "images").glob("*.jpg")))
PDF = bytes_of(*sorted((FIXTURES / "foreign").glob("*.pdf")), FIXTURES / "art" / "advertisement.pdf")
CSV = bytes_of(SAMPLES / "bulletin" / "cases.csv", SAMPLES / "bulletin" / "other-names.csv")
CHARTS = bytes_of(*sorted((SAMPLES / "chart").glob("*.json"))) + [
    json.dumps(
        {
            "data": {"values": [{"a": "甲", "b": 3, "c": "2031-05"}, {"a": "乙", "b": -7.5, "c": "2031-06"}]},
            "transform": [
                {"calculate": "datum.b * 2 + length(datum.a)", "as": "d"},
                {"filter": "datum.b > -100 && isValid(datum.a)"},
                {"aggregate": [{"op": "sum", "field": "b", "as": "s"}], "groupby": ["a", "c", "d", "b"]},
                {"window": [{"op": "rank", "as": "r"}], "sort": [{"field": "s", "order": "descending"}]},
            ],
            "layer": [
                {"mark": {"type": mark}, "encoding": {
                    "x": {"field": "c", "type": "temporal", "timeUnit": "yearmonth"},
                    "y": {"field": "s", "type": "quantitative", "scale": {"zero": False, "nice": 5}},
                    "color": {"field": "a", "scale": {"domain": ["甲", "乙"]}}}},
                {"mark": "rule", "encoding": {"y": {"datum": 3}, "size": {"value": 2}}},
            ],
            "width": 300, "height": 200, "config": {"axis": {"grid": True}},
        },
        ensure_ascii=False,
    ).encode()
    for mark in ("bar", "line", "area", "point", "arc", "text")
]


def workbook():
    """A small Excel file of cases."""
    rows = [line.split(",") for line in CSV[0].decode("utf-8-sig").splitlines()[:12]]
    cells = "".join(
        f'<row r="{r}">'
        + "".join(
            f'<c r="{chr(65 + c)}{r}" t="s"><v>{c}</v></c>' if r == 1 else
            f'<c r="{chr(65 + c)}{r}" t="inlineStr"><is><t>{value}</t></is></c>'
            for c, value in enumerate(row)
        )
        + "</row>"
        for r, row in enumerate(rows, 1)
    )
    strings = "".join(f"<si><t>{value}</t></si>" for value in rows[0])
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override '
        f'PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="台账" '
        'sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship '
        f'Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><cols><col min="1" max="3" width="12"/>'
        f'</cols><sheetData>{cells}</sheetData><mergeCells><mergeCell ref="A3:B4"/></mergeCells></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


WORD = bytes_of(*sorted((FIXTURES / "reports").glob("*.docx")))
LAYOUTS = "newspaper-tabloid bulletin-a4 gongwen-a4 jianbao ledger newspaper-broadsheet poster banner".split()


def renders(file, more=""):
    """Commands that set a report."""
    return [f"render {file} -l {name} -o o.pdf {more}".strip() for name in LAYOUTS] + [
        f"read {file} --json",
        f"render {file} -l newspaper-tabloid --variants 2 -o o.pdf",
        f"render {file} -l bulletin-a4 --press newsprint --force -o o.pdf",
        f"render {file} -l wechat -o o.png",
        f"suggest {file}",
        f"compare {file} {file}",
    ]


def picture_report(rng, folder, name):
    (folder / "in.md").write_text(f"# 题\n\n正文，一段话。\n\n![图1　现场]({name})\n\n又一段。\n")


def yaml_report(rng, folder):
    """A corrected report as the program writes it, kept beside this file's fixtures."""
    text = (
        "format: 1\nsource: a.txt\nblocks:\n- {role: headline, text: 标题, lines: [1], at: '1:1-1:3'}\n"
        "- {role: h1, text: 一、情况}\n- {role: body, text: '一是好。全镇收入12.5亿元，增长3.2%。', lead: 一是好。}\n"
        "- {role: caption, text: 图1　现场}\n- {role: list, text: 甲}\n- {role: byline, text: 记者　某某}\n"
    )
    (folder / "in.yaml").write_bytes(mutation.mutate_yaml(rng, text.encode()))
    return rng.choice(["render in.yaml -l bulletin-a4 -o o.pdf", "read in.yaml --json"]).split(), None


def layout(rng, folder):
    names = [path for path in sorted((ROOT / "layouts").iterdir()) if (path / "layout.yaml").exists()]
    source = rng.choice(names)
    target = folder / "own" / source.name
    shutil.copytree(source, target)
    file = target / "layout.yaml"
    file.write_bytes(mutation.mutate_yaml(rng, file.read_bytes()))
    (folder / "in.md").write_bytes(rng.choice(MARKDOWN))
    render = f"render in.md -l {source.name} --layouts own -o o.pdf"
    return rng.choice([f"check {source.name} --layouts own", render, render]).split(), None


def plan(name, command):
    def make(rng, folder):
        shutil.copytree(SAMPLES / "issue", folder, dirs_exist_ok=True)
        file = folder / name
        file.write_bytes(mutation.mutate_yaml(rng, file.read_bytes()))
        if rng.random() < 0.3:
            article = rng.choice(sorted(folder.glob("*.md")))
            article.write_bytes(mutation.mutate_encoded(rng, article.read_bytes()))
        words = f"{command} {name} -o o.pdf" if command != "epaper" else f"epaper {name} -o site"
        return words.split(), None

    return Target(f"plan-{command}", make)


def advertisement(rng, folder):
    (folder / "ad.pdf").write_bytes(mutation.mutate_pdf(rng, rng.choice(PDF)))
    (folder / "in.md").write_bytes(MARKDOWN[0])
    (folder / "page.yaml").write_text(
        "format: 1\nlayout: newspaper-tabloid\nfacts: {paper: 报, section: 综合, page: '03', date: 2031-11-28}\n"
        "articles:\n- {report: in.md}\nfixed:\n- {image: ad.pdf, columns: 1-6, lines: 73-86, label: 广告}\n"
    )
    return ["page", "page.yaml", "-o", "o.pdf"], None


def jobs(rng, folder):
    for name in ("jobs.jsonl", "texts"):
        source = SAMPLES / "batch" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    lines = (folder / "jobs.jsonl").read_text().splitlines()
    place = rng.randrange(len(lines))
    lines[place] = mutation.mutate_json(rng, lines[place].encode()).decode("utf-8", "replace")
    (folder / "jobs.jsonl").write_text("\n".join(lines) + "\n")
    return ["batch", "jobs.jsonl", "--workers", "1"], None


def journal(rng, folder):
    jobs(rng, folder)
    shutil.copy(SAMPLES / "batch" / "jobs.jsonl", folder)
    data = (FIXTURES / "batch" / "journal.jsonl").read_bytes()
    (folder / "jobs.jsonl.journal").write_bytes(mutation.mutate_encoded(rng, data))
    return ["batch", "jobs.jsonl", "--workers", "1", "--resume"], None


def picture(name, file, seeds, mutate):
    def beside(folder, rng):
        picture_report(rng, folder, file)

    commands = [
        "render in.md -l bulletin-a4 -o o.pdf",
        "render in.md -l newspaper-tabloid -o o.png",
        "render in.md -l bulletin-a4 --press newsprint --force -o o.pdf",
    ]
    return one_file(name, file, seeds, mutate, commands, beside)


def merge_beside(folder, rng):
    for name in ("holidays.yaml", "slip.md", "map.yaml"):
        for sample in ("merge", "bulletin"):
            if (SAMPLES / sample / name).exists():
                shutil.copy(SAMPLES / sample / name, folder)


def data_commands(file):
    return [
        f"bulletin daily --data {file} --period 2031-05-07 --holidays holidays.yaml -o o.pdf",
        f"bulletin weekly --data {file} --period 2031-W19 --holidays holidays.yaml -o o.pdf",
        f"bulletin monthly --data {file} --period 2031-05 --holidays holidays.yaml -o o.pdf",
        f"bulletin monthly --data {file} --period 2031-05 --map map.yaml -o o.pdf",
        f"merge -l case-slip --data {file} --holidays holidays.yaml -o out",
        f"merge -l banner --template slip.md --data {file} -o out",
        f"chart {file} -o oc",
        f"render {file} -l ledger -o o.pdf",
    ]



TARGETS = [
    one_file("text", "in.txt", TEXTS, mutation.mutate_encoded, renders("in.txt")),
    one_file("markdown", "in.md", MARKDOWN, mutation.mutate_encoded, renders("in.md")),
    one_file("word", "in.docx", WORD, mutation.mutate_zip, renders("in.docx")),
    one_file("workbook", "in.xlsx", [workbook()], mutation.mutate_zip, data_commands("in.xlsx"), merge_beside),
    one_file("table", "in.csv", CSV, mutation.mutate_encoded, data_commands("in.csv"), merge_beside),
    Target("report-yaml", yaml_report),
    Target("layout", layout),
    plan("page.yaml", "page"),
    plan("issue.yaml", "issue"),
    one_file("chart", "in.vl.json", CHARTS, mutation.mutate_json, ["chart in.vl.json -o o.svg", "chart in.vl.json -o o.pdf"],
             lambda folder, rng: [shutil.copy(p, folder) for p in (SAMPLES / "chart").glob("*.csv")]),
    picture("svg", "a.svg", SVG, mutation.mutate_markup),
    picture("png", "a.png", PNG, mutation.mutate_png),
    picture("jpeg", "a.jpg", JPEG, mutation.mutate_bytes),
    one_file("preflight", "in.pdf", PDF, mutation.mutate_pdf, ["preflight in.pdf", "preflight in.pdf --press newsprint --json"]),
    Target("advertisement", advertisement),
    Target("jobs", jobs),
    Target("journal", journal),
    plan("issue.yaml", "epaper"),
]
