#!/usr/bin/env python3
"""Sets every key of layouts and of plans of pages and issues once, and looks for a changed page.

  keys.py BANXIN [--only WORD] [--keep FOLDER]

The keys are those of `banxin schema`. Each is tried on a page on which it can show: the page is drawn with one
value and with another, and the two display lists are compared. Prints JSON: how many keys there are, those
that change nothing, and those that nothing here tries. Keys that name things, or that a reader of the file alone
needs, are listed in SILENT with the reason why no page shows them.
"""
import argparse
import concurrent.futures
import copy
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = ROOT / "Tests/Fixtures/reports"
PHOTOS = str(ROOT / "Tests/Fixtures/photos")

SILENT = {
    "layout": {
        "format": "the version of the file", "title": "a name for lists", "title.en": "a name for lists", "title.zh": "a name for lists",
        "objects.skeletons.*.name": "a name for the fit report"},
    "page": {"format": "the version of the file"},
    "issue": {"format": "the version of the file"},
}

# A map that groups others is tried with them.
GROUPS = {"objects.column-sets", "objects.section-head", "composition", "document", "gather", "grid", "inks", "masters", "objects", "page", "poster", "styles", "use"}


def paragraphs(count, words="近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"):
    return "\n\n".join(f"第{number}段。{words}" * 2 for number in range(1, count + 1))


TEXT = "# 十五分钟服务圈建成\n\n" + paragraphs(6) + "\n"
FULL = "# 小城故事\n\n" + paragraphs(43) + "\n"
# A page with a hole.
HOLE = "# 小城故事\n\n" + paragraphs(41) + "\n"
LONGEST = "# 十五分钟服务圈建成\n\n## 一、建得好\n\n" + paragraphs(110) + "\n"
EDGES = ("# 十五分钟服务圈建成\n\n" + "他问：“真的吗？！”“真的！！！”大家说/笑着，A/B两队——甲队……乙队——都赢了（《规则》）：“好！”“Microsoft Office系列课程registration也开了”。" * 12 + "\n")
# Paragraphs of every length, with marks that levels treat in their ways near every line end.
LENGTHS = "# 小城故事\n\n" + "\n\n".join("河水流过小城的石桥" * 3 + "的早晨与黄昏里"[:n % 7] + mark + "一直向东去了" * (n % 4) + "。"
                                         for n in range(1, 23) for mark in ["……", "——", "/"]) + "\n"
# Clauses of as many characters as a line, so that a mark comes where no place is left for it.
CLAUSES = "# 小城故事\n\n" + "\n\n".join(("河水流过小城的石桥一直向东去了又向北"[:n % 9 + 9] + "，") * 9 + "到了海边。" for n in range(36)) + "\n"
PAIR = "# 整改前后对比\n\n![整改前](pic.svg)\n\n清运杂物18车。\n"
LONG = "# 十五分钟服务圈建成\n\n## 一、建得好\n\n" + paragraphs(40) + "\n"
MARKED = ("# 十五分钟服务圈建成\n\n“把群众的事办好”，是全街道的承诺[^1]。" + "街道办（含社区）用Microsoft Office办理、回复各类诉求，《条例》要求：“件件有着落，事事有回音。”" * 6
          + "\n\n“开门见山。”他说。\n\n[^1]: 见《全区工作要点》。\n\n" + paragraphs(3) + "\n")
TABLE = ("# 一季度办理情况\n\n各社区情况如下。\n\n| 社区 | 受理（件） | 办结（件） |\n|---|---|---|\n"
         + "".join(f"| 第{n}社区 | {n + 20} | {n + 11} |\n" for n in range(60)) + "\n")
WIDE = ("# 一季度办理情况\n\n各社区情况如下。\n\n| 社区 | " + " | ".join(f"第{n}项工作完成情况" for n in range(16)) + " |\n"
        + "|---" * 17 + "|\n" + "".join(f"| 第{r}社区 | " + " | ".join("已经全部办结" for n in range(16)) + " |\n" for r in range(9)) + "\n")
SLOGANS = ("# 钢山街道新作为\n\n盯项目 优服务 激活高质量发展引擎\n\n" + paragraphs(12) + "\n\n转作风 提效能 汇聚干事创业合力\n\n" + paragraphs(12) + "\n")
FIGURES = ("# 数说钢山\n\n今年以来，全街道完成一般公共预算收入18640万元，同比增长7.8%，完成固定资产投资26.4亿元。\n\n新增“四上”企业14家，个转企63家，引进产业项目12个，新增就业岗位1860个。\n\n"
           "改造老旧小区9个，惠及居民2380户，新增停车位1240个，建成社区食堂6处，办结群众诉求5.2万件，按期办结率96.7%。\n\n" + paragraphs(9) + "\n")
PANEL = "---\npanel: [1, 2, 3, 4, 5, 6, 7, 8]\n---\n" + FIGURES + "\n\n" + paragraphs(28) + "\n"
BRIEF = (ROOT / "layouts/jianbao/sample.md").read_text(encoding="utf-8")
OFFICIAL = (ROOT / "layouts/gongwen-a4/sample.md").read_text(encoding="utf-8")
GRID = (ROOT / "layouts/grid-board/sample.md").read_text(encoding="utf-8")
SLIP = (ROOT / "layouts/case-slip/sample.md").read_text(encoding="utf-8")
SEED = (REPORTS / "gangshan-2022.txt").read_text(encoding="utf-8")
FACTS = ["paper=钢山报", "section=专版", "page=05", "date=2031-05-01", "issue=12", "total=345", "pages=8", "sponsor=钢山街道", "licence=CN00-0001",
         "editor=周敏", "designer=林岚", "proofreader=何玉", "phone=0000-1234567", "ear=天气|晴"]


class Bed:
    """A page on which keys can show: a layout to begin from, a text, and what the command is given."""

    def __init__(self, like, text, more=(), overlay=None, facts=()):
        self.like, self.text, self.more, self.overlay, self.facts = like, text, list(more), overlay or {}, list(facts)


BEDS = {
    "bulletin": Bed("bulletin-a4", TEXT), "long": Bed("bulletin-a4", LONG, facts=FACTS[:6]), "marked": Bed("bulletin-a4", MARKED),
    "table": Bed("bulletin-a4", TABLE), "wide": Bed("bulletin-a4", WIDE), "brief": Bed("jianbao", BRIEF), "official": Bed("gongwen-a4", OFFICIAL),
    "figures": Bed("figures-page", FIGURES), "paper": Bed("newspaper-a3", LONG, facts=FACTS), "slogans": Bed("newspaper-a3", SLOGANS),
    "papermarked": Bed("newspaper-a3", MARKED), "clauses": Bed("newspaper-a3", CLAUSES), "hole": Bed("newspaper-a3", HOLE), "panelfull": Bed("newspaper-a3", PANEL), "forms": Bed("before-after", PAIR), "lengths": Bed("newspaper-a3", LENGTHS), "edges": Bed("newspaper-a3", EDGES), "edgesA4": Bed("bulletin-a4", EDGES), "full": Bed("newspaper-a3", FULL),
    "line": Bed(None, "# 停水公告\n\n今天停水。\n"), "pair": Bed(None, PAIR), "twopages": Bed("newspaper-a3", LONGEST, facts=FACTS), "sheet": Bed(None, GRID, overlay={
        "use": {"styles": "boards", "palette": "office"}, "makeup": "board", "page": {"trim": ["297mm", "420mm"]}, "inks": {"band": [0, 100, 90, 10]},
        "grid": {"columns": 12, "measure": "5em", "gutter": "1em", "lines": 50, "body": "11pt", "leading": "18pt"}}), "seed": Bed("newspaper-tabloid", SEED, ["--photos", PHOTOS]), "panel": Bed("newspaper-a3", FIGURES),
    "board": Bed("grid-board", GRID), "slip": Bed("case-slip", SLIP), "poster": Bed("poster", "# 停水公告\n\n" + paragraphs(2) + "\n"),
    "banner": Bed("banner", "# 人人参与网格治理共建共享幸福家园\n"), "short": Bed("newspaper-a3", "# 小城故事\n\n" + paragraphs(14) + "\n"),
}


for name in ["line", "pair"]:
    BEDS[name].overlay = BEDS["sheet"].overlay


def nested(path, value):
    keys = path.split(".")
    for key in reversed(keys):
        value = {key: value}
    return value


def merged(base, other):
    result = copy.deepcopy(base)
    for key, value in other.items():
        result[key] = merged(result[key], value) if isinstance(value, dict) and isinstance(result.get(key), dict) else copy.deepcopy(value)
    return result


def layout_cases():
    """Key, bed, layout values before and after."""
    cases = []

    def add(key, bed, after, before=None, base=None):
        base = base or {}
        first = base if before is None else merged(base, nested(key, before))
        cases.append((key, bed, first, merged(base, nested(key, after))))

    for key, bed, after in [
        ("page.trim", "bulletin", ["200mm", "280mm"]), ("page.bleed", "figures", "5mm"),
        ("grid.columns", "paper", 5), ("grid.measure", "bulletin", "30em"), ("grid.gutter", "paper", "2em"), ("grid.lines", "bulletin", 24),
        ("grid.body", "bulletin", "13pt"), ("grid.leading", "bulletin", "24pt"), ("grid.top", "bulletin", "35mm"), ("grid.left", "bulletin", "15mm"),
        ("composition.level", "lengths", "strict"), ("composition.level", "lengths", "basic"), ("composition.scheme", "marked", "kaiming"), ("composition.mixed-gap", "marked", "0.1em"),
        ("composition.region", "marked", "zh-Hant"), ("composition.paragraph-start", "marked", "keep"), ("composition.tight-pairs", "edgesA4", True),
        ("composition.squeeze-stops", "edges", True), ("composition.squeeze-stops", "edges", False), ("composition.hang", "papermarked", True), ("composition.hyphenate", "papermarked", False), ("composition.hang-at-need", "clauses", False),
        ("composition.last-line", "lengths", 4), ("composition.torn-gap", "edges", "0.05em"),
        ("document.cover", "bulletin", "accent"), ("document.form", "brief", "plain"), ("document.foot", "brief", "flow"),
        ("document.mark", "brief", "20mm"), ("document.slot", "official", "40mm"), ("document.screens", "long", True),
        ("document.tables.rules", "table", "grid"), ("document.tables.zebra", "table", "tint"), ("document.tables.continued", "table", "接上页"),
        ("document.tables.carry", "table", True), ("document.tables.turn", "wide", True), ("document.tables.density", "table", "dense"),
        ("document.tables.air", "table", "0.6em"), ("document.notes.place", "marked", "end"),
        ("gather.across", "slip", 2), ("gather.down", "slip", 1), ("like", None, None), ("makeup", "bulletin", "poster"),
        ("poster.least", "poster", "60pt"), ("poster.most", "poster", "20pt"), ("tile", "banner", "100mm"), ("longest", "banner", "810mm"),
        ("use.styles", "banner", "boards"), ("use.styles", "forms", "boards"), ("use.palette", "brief", "news"), ("inks.accent", "brief", [100, 0, 0, 0]),
        ("styles.body.font", "bulletin", "kai"), ("styles.body.size", "bulletin", "13pt"), ("styles.body.ink", "bulletin", "accent"),
        ("styles.body.tracking", "bulletin", 0.1), ("styles.body.align", "edgesA4", "left"), ("styles.body.indent", "bulletin", "0em"),
        ("styles.body.indent-left", "bulletin", "2em"), ("styles.body.indent-right", "bulletin", "2em"), ("styles.body.half-width-digits", "papermarked", True),
        ("styles.headline.steps", "bulletin", ["15pt"]), ("styles.h1.rows", "long", 4), ("styles.h2.rows", "long", 4),
        ("styles.h1.before", "long", 3), ("styles.h1.after", "long", 3), ("styles.headline.line-spacing", "board", 3),
        ("styles.headline.heading", "bulletin", False), ("styles.body.run-in", "seed", "kai"), ("styles.h1.like", "long", "headline"),
        ("objects.section-head.ideal", "seed", 4), ("objects.section-head.ideal", "seed", 6),
        ("objects.picture.crop", "seed", 0.01), ("objects.picture.caption-rows", "seed", 4),
        ("objects.panel.rows", "figures", "5-10"), ("objects.panel.across", "figures", 2),
        ("objects.panel.title", "panel", "数字"), ("objects.panel.note", "panel", "据统计"), ("objects.panel.least", "figures", 40),
        ("objects.strip.ideal", "seed", 7), ("objects.strip.label", "seed", "广告"),
        ("objects.strip.box.border", "seed", "thick"), ("objects.strip.box.ink", "seed", "accent"), ("objects.strip.box.tint", "seed", "accent"),
        ("objects.column-sets.measure", "full", "16-18"), ("objects.fillers", "hole", [{"title": "天气", "lines": ["晴，八到十九度"], "rows": "6-60"}]),
    ]:
        if bed:
            add(key, bed, after)
    # Lengths of lines break otherwise in a narrow measure.
    cases += [("styles.headline.heading", "bulletin", nested("styles.headline", {"size": "60pt", "steps": ["60pt"]}),
               nested("styles.headline", {"size": "60pt", "steps": ["60pt"], "heading": False}))]
    cases.append(("like", "bulletin", {}, {"like": "jianbao"}))
    notes = {"document": {"notes": {"place": "foot", "number": "page"}}}
    cases.append(("document.notes.number", "notes", notes, {"document": {"notes": {"place": "foot", "number": "document"}}}))
    cases.append(("poster.larger", "bigposter", {"poster": {"larger": []}}, {"poster": {"larger": [["420mm", "594mm"]]}}))
    add("styles.body.hyphenate", "papermarked", True, base={"composition": {"hyphenate": False}})
    spot = {"inks": {"accent": {"spot": "大红", "as": [0, 100, 90, 10], "tint": 100}}}
    for field, value in [("spot", "朱红"), ("as", [0, 90, 80, 0]), ("tint", 60)]:
        add(f"inks.accent.{field}", "brief", value, base=spot)
    filler = {"title": "天气", "lines": ["晴，八到十九度"], "rows": "6-60", "label": "便民"}
    for field, value in [("title", "预报"), ("lines", ["多云转阴"]), ("rows", "30-60"), ("label", "广告")]:
        cases.append((f"objects.fillers.*.{field}", "hole", {"objects": {"fillers": [filler]}}, {"objects": {"fillers": [{**filler, field: value}]}}))
    # Where a height costs nothing, the range alone binds it; where it costs much, the liking does.
    for key, price, rows in [("section-head", "section-head", (4, 6)), ("strip", "strip-row", (7, 9))]:
        free = {"objects": {"prices": {price: 0}, key: {"rows": f"{rows[0]}-{rows[1]}", "ideal": rows[0]}}}
        for row in rows:
            cases.append((f"objects.{key}.rows", "seed", free, merged(free, {"objects": {key: {"rows": f"{row}-{row}", "ideal": row}}})))
    for ideal in [13, 33]:
        dear = {"objects": {"prices": {"panel-row": 1000, "without-panel": 1000}}}
        cases.append(("objects.panel.ideal", "panelfull", dear, merged(dear, nested("objects.panel.ideal", ideal))))
    forced = {"objects": {"prices": {"by-rule": 1000, "without-panel": 1000}}}
    frame = {"name": "a", "pictures": ["3-4 head", "1-2 foot", "5-6 foot"], "panel": "5-6 head"}
    for field, value in [("pictures", ["1-2 head", "3-4 foot", "1-2 foot"]), ("panel", "1-2 head")]:
        cases.append((f"objects.skeletons.*.{field}", "seed", merged(forced, {"objects": {"skeletons": [frame]}}),
                      merged(forced, {"objects": {"skeletons": [{**frame, field: value}]}})))
    bare = {"name": "a", "pictures": [], "panel": "5-6 head"}
    cases.append(("objects.skeletons.*.panel", "panelfull", merged(forced, {"objects": {"skeletons": [bare]}}),
                  merged(forced, {"objects": {"skeletons": [{**bare, "panel": "1-2 head"}]}})))
    cases.append(("objects.skeletons", "seed", forced, merged(forced, {"objects": {"skeletons": [frame]}})))
    return cases + furniture_cases() + frame_cases() + price_cases()


PIECES = {
    "page-head": ({"distance": "3mm", "style": "body", "weight": "0.5mm", "ink": "black"}, {"distance": "6mm", "style": "headline", "weight": "1mm", "ink": "accent"}),
    "running-head": ({"distance": "3mm", "style": "body", "odd": "{section}", "even": "{paper}", "weight": "0.2mm", "ink": "black"},
                     {"distance": "6mm", "style": "headline", "odd": "{date}", "even": "{issue}", "weight": "1mm", "ink": "accent"}),
    "column-rules": ({"weight": "0.1mm", "ink": "black"}, {"weight": "0.4mm", "ink": "accent"}),
    "folio": ({"distance": "8mm", "style": "body", "pattern": "{page}", "side": "outer", "inset": "0em"},
              {"distance": "10mm", "style": "headline", "pattern": "- {page} -", "side": "centred", "inset": "2em", "rise": "0.4em"}),
    "credit-line": ({"distance": "3mm", "style": "body"}, {"distance": "6mm", "style": "headline"}),
    "foot-rule": ({"distance": "2mm", "weight": "0.1mm", "ink": "black"}, {"distance": "4mm", "weight": "0.4mm", "ink": "accent"}),
    "masthead": ({"columns": "1-6", "lines": "1-19", "ear": "5-6", "ear-box": {"border": "hairline", "ink": "black"}, "weight": "0.5mm", "ink": "black"},
                 {"columns": "2-6", "lines": "1-16", "ear": "6-6", "ear-box": {"border": "thick", "ink": "accent", "tint": "accent"}, "weight": "1mm", "ink": "accent",
                  "plate": "plate.svg"}),
    "code": ({"columns": "1-1", "lines": "1-12"}, {"columns": "1-2", "lines": "1-16"}),
}


def furniture_cases():
    cases = []
    for page in ["first", "next"]:
        for piece, (base, other) in PIECES.items():
            onGrid = piece in ("masthead", "code")
            frames = {"story": {"columns": "1-6", "lines": "20-end" if onGrid else "1-end"}}

            def masters(values):
                plain = {"frames": {"story": {"columns": "1-6", "lines": "1-end"}}, "furniture": []}
                mine = {"frames": frames, "furniture": [{piece: values}] if values else []}
                return {"masters": {"first": mine if page == "first" else plain, "next": mine if page == "next" else plain}}

            # The second page of a right-hand first one is a left-hand page.
            start = f"masters.{page}.furniture.*.{piece}"
            bed = "codepaper" if piece == "code" else "twopages"
            cases.append((start, bed, masters(None), masters(base)))
            for field, value in other.items():
                before = dict(base)
                if field in ("odd", "even") and (field == "odd") != (page == "first"):
                    cases.append((f"{start}.{field}", "evenpaper", masters(before), masters({**before, field: value})))
                    continue
                if isinstance(value, dict):
                    cases.append((f"{start}.{field}", bed, masters(before), masters({**before, field: value})))
                    for inner, change in value.items():
                        cases.append((f"{start}.{field}.{inner}", bed, masters(before), masters({**before, field: {**base[field], inner: change}})))
                    continue
                cases.append((f"{start}.{field}", bed, masters(before), masters({**before, field: value})))
            cases.append((f"masters.{page}", bed, masters(None), masters(base)))
            cases.append((f"masters.{page}.furniture", bed, masters(None), masters(base)))
    return cases


def frame_cases():
    cases = []
    plain = {"columns": "1-12", "lines": "1-end", "takes": ["text"]}
    for page in ["first", "next"]:
        start = f"masters.{page}.frames.*"
        for field, value in [("columns", "1-8"), ("lines", "1-20"), ("fit", [0.6, 0.7]), ("stand", "foot"), ("box", {"border": "thick"}), ("ground", "band"), ("pictures", "fill"),
                             ("tables", "form"), ("takes", ["headline", "table-1", "text"])]:
            base = {"text": {**plain, "fit": [0.3, 1]}}
            after = copy.deepcopy(base)
            after["text"][field] = value
            if field == "takes":
                base["text"]["takes"] = ["headline", "text"]
            bed = {"stand": "line", "pictures": "pair"}.get(field, "sheet")
            if field == "takes":
                after["text"]["takes"] = ["headline"]
            cases.append((f"{start}.{field}", bed, {"masters": {"first": {"frames": base}, "next": {"frames": base}}},
                          {"masters": {page: {"frames": after}, ("next" if page == "first" else "first"): {"frames": base}}}))
        box = {"border": "thick", "ink": "rule", "tint": "tint"}
        for field, value in [("border", "double"), ("ink", "band"), ("tint", "grey")]:
            base = {"text": {**plain, "box": box}}
            after = {"text": {**plain, "box": {**box, field: value}}}
            cases.append((f"{start}.box.{field}", "sheet", {"masters": {"first": {"frames": base}, "next": {"frames": base}}},
                          {"masters": {page: {"frames": after}, ("next" if page == "first" else "first"): {"frames": base}}}))
        for field, value in [("columns", "1-4"), ("lines", "11-end")]:
            base, after = {"story": {"columns": "1-6", "lines": "1-end"}}, {"story": {"columns": "1-6", "lines": "1-end", field: value}}
            cases.append((f"{start}.{field}", "twopages", {"masters": {"first": {"frames": base}, "next": {"frames": base}}},
                          {"masters": {page: {"frames": after}, ("next" if page == "first" else "first"): {"frames": base}}}))
            cases.append((f"masters.{page}.frames", "twopages", {"masters": {"first": {"frames": base}, "next": {"frames": base}}},
                          {"masters": {page: {"frames": after}, ("next" if page == "first" else "first"): {"frames": base}}}))
    return cases


PRICES = ("arrangement blank-row by-rule column-set filler filler-article filler-row headline-step heads-meet jump jump-row large-picture lead-elsewhere "
          "lone-line loose narrow-lead openness order panel-in-front panel-row picture-shape section-head shallow small-pictures stranded-head strip-row "
          "through-cut tight title-air without-panel").split()


def price_cases():
    cases = []
    for price in PRICES:
        for bed in ["plan", "seed", "jump", "plan2", "panelfull"]:
            for value in [1000, 0]:
                cases.append((f"objects.prices.{price}", bed, {}, {"objects": {"prices": {price: value}}}))
    return cases


# MARK: plans

def hundreds(count):
    """Paragraphs of about a hundred characters."""
    return "\n\n".join(
        f"第{number}段。近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
        "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。" for number in range(1, count + 1))


STORIES = {"1.md": f"# 第一篇：秋粮颗粒归仓\n\n{paragraphs(16)}\n", "2.md": f"# 第二篇：乡间公交通到家门口\n\n{paragraphs(10)}\n", "3.md": FIGURES,
           "6.md": f"# 小城故事\n\n{paragraphs(36)}\n", "7.md": PANEL, "9.md": "# 石桥记\n\n作者 何玉芬\n\n" + "石桥在村东头，建于1926年，三孔，长18.6米，桥栏上的石狮子原有24只。“回家了！”父亲说。" * 9 + "\n",
           "10.md": "# 十五分钟服务圈建成\n\n" + hundreds(24) + "\n", "11.md": "# 秋粮颗粒归仓\n\n" + hundreds(12) + "\n", "8.md": f"---\nkicker: 特别报道\n---\n# 第八篇：老街改造\n\n{paragraphs(12)}\n",
           "4.md": TABLE.replace("60", "9"), "5.md": f"# 第五篇：乡间公交通到家门口\n\n{paragraphs(60)}\n"}
FACTS_OF = {"section": "专版", "page": "09", "date": "2031-05-01", "issue": "12", "total": "345", "paper": "别的报", "editor": "周敏", "designer": "林岚", "proofreader": "何玉",
            "phone": "0000-1234567"}
FRONT_FACTS = {"sponsor": "钢山街道", "licence": "CN00-0001", "pages": "8", "ear": "天气|晴", "code": "https://example.cn/a"}
CODE_FACTS = {"code-caption": "扫码", "code-kind": "code-128"}
# Facts of official papers, which no newspaper prints: they are said.
OFFICE_FACTS = {"copy-number": "000018", "secrecy": "内部", "urgency": "加急", "signer": "某人", "seal": "no"}


def plan_cases(issue):
    """Key, plan before and after; the plan of an issue has its page inside."""
    start = "pages.*." if issue else ""
    base = {"format": 1, "layout": "newspaper-a3", "facts": {"paper": "钢山报"},
            "articles": [{"report": "1.md", "importance": 3, "photos": PHOTOS}, {"report": "2.md"}, {"report": "4.md"}]}

    def whole(page):
        if not issue:
            return page
        return {"format": 1, "layout": "newspaper-a3", "facts": {"paper": "钢山报"},
                "pages": [{key: value for key, value in page.items() if key != "format"}, {"articles": [{"report": "2.md"}]}]}
    cases = []

    def add(key, page, other=None):
        cases.append((start + key, whole(other or base), whole(page)))

    def article(number, **more):
        page = copy.deepcopy(base)
        page["articles"][number].update(more)
        return page
    add("layout", {**base, "layout": "newspaper-tabloid"})
    for facts, layout in [(FACTS_OF, "newspaper-a3"), (FRONT_FACTS, "newspaper-front"), (OFFICE_FACTS, "newspaper-a3")]:
        for key, value in facts.items():
            page = {**base, "layout": layout}
            add(f"facts.{key}", {**page, "facts": {**base["facts"], key: value}}, page)
    for key, value in CODE_FACTS.items():
        page = {**base, "layout": "newspaper-front", "facts": {**base["facts"], "code": "0123456789"}}
        add(f"facts.{key}", {**page, "facts": {**page["facts"], key: value}}, page)
    photo = {"file": PHOTOS + "/1-site.jpg", "caption": "河道"}
    mine = article(0, photos=[photo])
    for key, page, other in [
        ("articles.*.report", article(1, report="3.md"), None), ("articles.*.importance", article(1, importance=9), None), ("articles.*.photos", article(0, photos=[photo]), None),
        ("articles.*.head", article(1, head="vertical"), None), ("articles.*.pictures", article(0, pictures="group"), None),
        ("articles.*.quote", article(1, quote="居民步行十五分钟"), None), ("articles.*.quote-by", article(1, **{"quote": "居民步行十五分钟", "quote-by": "某人"}), article(1, quote="居民步行十五分钟")),
        ("articles.*.box", article(1, box="thick"), None), ("articles.*.tint", article(1, box="thick", tint=True), article(1, box="thick")),
        ("articles.*.text-columns", article(0, **{"text-columns": 3}), None), ("articles.*.headline", article(1, headline="第二篇：/乡间公交通到家门口"), None),
        ("articles.*.ornament", article(1, report="8.md", ornament="wheat"), article(1, report="8.md")), ("articles.*.panel", {**base, "articles": [{"report": "7.md", "panel": [1, 2, 3, 4, 5, 6]}]}, {**base, "articles": [{"report": "7.md"}]}),
        ("articles.*.writing", article(1, writing="vertical"), None), ("articles.*.table", article(2, table={"hide": "办结（件）"}), None),
        ("articles.*.pin", article(1, pin={"columns": "4-6", "lines": "1-40"}), None),
    ]:
        add(key, page, other)
    pin = {"columns": "4-6", "lines": "1-40"}
    for field, value in [("columns", "5-6"), ("columns", "1-3"), ("lines", "1-46")]:
        add(f"articles.*.pin.{field}", article(1, pin={**pin, field: value}), article(1, pin=pin))
    for field, value in [("file", PHOTOS + "/2-community.jpg"), ("caption", "桥头"), ("credit", "某人 摄"), ("columns", 3), ("columns", 2), ("columns", 4), ("place", "foot"), ("focus", "5x5")]:
        add(f"articles.*.photos.*.{field}", article(0, photos=[{**photo, field: value}]), mine)
    fixed = {"image": PHOTOS + "/1-site.jpg", "columns": "1-3", "lines": "70-86", "label": "广告"}
    add("fixed", {**base, "fixed": [fixed]})
    for field, value in [("image", PHOTOS + "/2-community.jpg"), ("columns", "1-2"), ("lines", "76-86"), ("label", "公告")]:
        add(f"fixed.*.{field}", {**base, "fixed": [{**fixed, field: value}]}, {**base, "fixed": [fixed]})
    filler = {"title": "天气", "lines": ["晴，八到十九度"], "rows": "6-80", "label": "便民"}
    # One of these pages has a hole that nothing but a filler fills.
    for names in [["10.md", "9.md", "11.md"], ["6.md"]]:
        little = {**base, "articles": [{"report": name} for name in names], "fillers": [filler]}
        if "9.md" in names:
            little["articles"][0]["importance"], little["articles"][1]["writing"] = 3, "vertical"
        add("fillers", little, {**little, "fillers": []})
        for field, value in [("title", "预报"), ("lines", ["多云转阴"]), ("rows", "30-80"), ("label", "广告")]:
            add(f"fillers.*.{field}", {**little, "fillers": [{**filler, field: value}]}, little)
    if issue:
        for facts, layout in [(FACTS_OF, "newspaper-a3"), (FRONT_FACTS, "newspaper-front"), (OFFICE_FACTS, "newspaper-a3")]:
            for key, value in facts.items():
                plan = {**whole({**base, "facts": {}}), "layout": layout}
                plan["pages"] = [{**page, "layout": layout} for page in plan["pages"]]
                cases.append((f"facts.{key}", plan, {**plan, "facts": {**plan["facts"], key: value}}))
        for key, value in CODE_FACTS.items():
            plan = whole({**base, "layout": "newspaper-front", "facts": {}})
            plan["facts"]["code"] = "0123456789"
            cases.append((f"facts.{key}", plan, {**plan, "facts": {**plan["facts"], key: value}}))
        bare = whole({key: value for key, value in base.items() if key != "layout"})
        cases.append(("layout", bare, {**bare, "layout": "newspaper-tabloid"}))
        jump = {**bare, "pages": [{"articles": [{"report": "5.md"}]}, {"articles": [{"report": "2.md"}]}]}
        other = copy.deepcopy(jump)
        other["pages"][0]["articles"][0]["continues"] = 2
        cases.append(("pages.*.articles.*.continues", jump, other))
    return cases


# MARK: running

class Runner:
    def __init__(self, program, folder):
        self.program, self.folder, self.known = program, pathlib.Path(folder), {}
        self.count = 0

    def draw(self, bed, overlay):
        key = json.dumps([bed, overlay], sort_keys=True, ensure_ascii=False)
        if key not in self.known:
            self.count += 1
            self.known[key] = self.run(self.folder / f"{self.count}-{threading.get_ident()}", bed, overlay)
        return self.known[key]

    def set(self, plan, command):
        """A plan of a page or an issue, drawn."""
        key = json.dumps([command, plan], sort_keys=True, ensure_ascii=False)
        if key not in self.known:
            self.count += 1
            folder = self.folder / f"{self.count}-{threading.get_ident()}"
            folder.mkdir(parents=True)
            for name, text in STORIES.items():
                (folder / name).write_text(text, encoding="utf-8")
            (folder / "PLAN.yaml").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
            self.known[key] = self.dump(folder, [command, "PLAN.yaml"])
        return self.known[key]

    def run(self, folder, name, overlay):
        folder.mkdir(parents=True)
        words, text = self.prepare(folder, name, overlay)
        (folder / "pic.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="80mm" viewBox="0 0 80 80"><rect width="80" height="80"/></svg>')
        if text is not None:
            (folder / "text.md").write_text(text, encoding="utf-8")
        return self.dump(folder, words)

    def dump(self, folder, words):
        done = subprocess.run([self.program] + words + ["-o", "page.pdf", "--dump", "--home", str(ROOT)], cwd=folder, capture_output=True, text=True)
        dumps = sorted(folder.glob("page*.txt"))
        if done.returncode not in (0, 3, 5) or not dumps:
            return "refused: " + done.stderr[:1200]
        # What is said to be without effect is not silent.
        said = [line for line in done.stderr.splitlines() if "[layout.unused-key]" in line or "[page.unprinted-facts]" in line]
        return "\n".join(said) + "\n".join(dump.read_text(encoding="utf-8") for dump in dumps)

    def prepare(self, folder, name, overlay):
        if name in ("plan", "plan2", "jump"):
            return self.plan(folder, name, overlay)
        special = {"notes": Bed("bulletin-a4", "# 题\n\n" + "\n\n".join(f"第{n}段[^{n}]。" + "各社区坚持把问题解决在一线。" * 12 for n in range(1, 9)) + "\n\n"
                                + "\n".join(f"[^{n}]: 第{n}条注释。" for n in range(1, 9)) + "\n"),
                   "bigposter": Bed("poster", "# 停水公告\n\n" + paragraphs(9) + "\n"), "codepaper": Bed("newspaper-a3", LONGEST, facts=FACTS + ["code=https://example.cn"]),
                   "evenpaper": Bed("newspaper-a3", LONGEST, facts=[f for f in FACTS if not f.startswith("page=")] + ["page=04"])}
        bed = BEDS.get(name) or special[name]
        (folder / "mine").mkdir()
        (folder / "mine/plate.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="80mm" height="20mm" viewBox="0 0 80 20"><rect width="80" height="20"/></svg>')
        layout = merged(merged({"format": 1, "title": {"en": "mine", "zh": "我的"}}, {"like": bed.like} if bed.like else bed.overlay), overlay)
        (folder / "mine/layout.yaml").write_text(json.dumps(layout, ensure_ascii=False), encoding="utf-8")
        words = ["render", "text.md", "-l", "./mine"] + bed.more
        for fact in bed.facts:
            words += ["--set", fact]
        return words, bed.text

    def plan(self, folder, name, overlay):
        (folder / "mine").mkdir()
        layout = merged({"format": 1, "title": {"en": "mine", "zh": "我的"}, "like": "newspaper-a3"}, overlay)
        (folder / "mine/layout.yaml").write_text(json.dumps(layout, ensure_ascii=False), encoding="utf-8")
        for number, count in enumerate([18, 9, 6, 4], 1):
            (folder / f"{number}.md").write_text(f"# 第{number}篇：秋粮颗粒归仓\n\n" + paragraphs(count) + "\n", encoding="utf-8")
        (folder / "seed.md").write_text(SEED, encoding="utf-8")
        articles = [{"report": "1.md", "importance": 3, "photos": PHOTOS}, {"report": "2.md", "importance": 2}, {"report": "3.md"}]
        if name == "plan2":
            articles = [{"report": "2.md"}, {"report": "4.md"}, {"report": "3.md"}]
        plan = {"format": 1, "layout": "./mine", "facts": {"paper": "钢山报"}, "articles": articles}
        command = "page"
        if name == "jump":
            (folder / "5.md").write_text("# 第五篇：乡间公交通到家门口\n\n" + paragraphs(50) + "\n", encoding="utf-8")
            plan = {"format": 1, "layout": "./mine", "facts": {"paper": "钢山报"},
                    "pages": [{"articles": [{"report": "5.md", "continues": 2}, {"report": "4.md"}]}, {"articles": [{"report": "1.md"}]}]}
            command = "issue"
        (folder / "PLAN.yaml").write_text(json.dumps(plan, ensure_ascii=False), encoding="utf-8")
        return [command, "PLAN.yaml"], None


def keys_of(program, kind):
    schema = json.loads(subprocess.run([program, "schema", kind, "--home", str(ROOT)], check=True, capture_output=True, text=True).stdout)
    found = []

    def walk(part, path):
        for option in part.get("anyOf", [part]):
            for key, value in option.get("properties", {}).items():
                found.append(f"{path}.{key}" if path else key)
                walk(value, found[-1])
            if isinstance(option.get("additionalProperties"), dict):
                walk(option["additionalProperties"], path + ".*")
            if "items" in option:
                walk(option["items"], path + ".*")
    walk(schema, "")
    return list(dict.fromkeys(found))


def judge(kind, keys, cases, given):
    shown, refused, groups = set(), {}, {}
    for key, before, after in cases:
        if given.only in key and given.without not in key:
            groups.setdefault(key, []).append((before, after))

    def settle(name):
        """Draws the cases of a key until one shows it."""
        for before, after in groups[name]:
            one, other = before(), after()
            stopped = [text for text in (one, other) if text.startswith("refused")]
            # A page that holds the text with one value only is changed.
            isTight = len(stopped) == 1 and any(code in stopped[0] for code in ("[page.overset]", "[board.no-frame]"))
            if isTight or not stopped and one != other:
                shown.add(name)
                return
            if stopped:
                refused[name] = stopped[0][:300]

    with concurrent.futures.ThreadPoolExecutor(3) as crew:
        list(crew.map(settle, groups))
    tried = {key for key, _, _ in cases}
    parents = {key for key in keys if any(other.startswith(key + ".") and other in shown for other in keys)}
    silent = SILENT.get(kind, {})
    dead = [key for key in keys if given.only in key and given.without not in key and key not in shown | parents and key not in silent and key not in GROUPS]
    return {"keys": len(keys), "without effect": [key for key in dead if key in tried and key not in refused],
            "refused": {key: refused[key] for key in dead if key in refused}, "untried": [key for key in dead if key not in tried]}


def star(key):
    """styles.body.font is a case of styles.*.font."""
    parts = key.split(".")
    if parts[0] in ("styles", "inks") and len(parts) > 1:
        parts[1] = "*"
    return ".".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--only", default="")
    parser.add_argument("--keep")
    parser.add_argument("--kind", default="", help="layout, page or issue; all if left out")
    parser.add_argument("--without", default="\0", help="keys to leave out, by a word of theirs")
    given = parser.parse_args()
    program = str(pathlib.Path(given.program).resolve())
    result, bad = {}, False
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(program, given.keep or folder)
        for kind in [kind for kind in ("layout", "page", "issue") if given.kind in ("", kind)]:
            if kind == "layout":
                cases = [(star(key), lambda bed=bed, value=before: runner.draw(bed, value), lambda bed=bed, value=after: runner.draw(bed, value))
                         for key, bed, before, after in layout_cases()]
            else:
                cases = [(key, lambda value=before: runner.set(value, kind), lambda value=after: runner.set(value, kind)) for key, before, after in plan_cases(kind == "issue")]
            result[kind] = judge(kind, keys_of(program, kind), cases, given)
            bad = bad or any(result[kind][part] for part in ["without effect", "refused", "untried"])
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
