#!/usr/bin/env python3
"""Writes the article of limits from the constants in the sources: python3 Tests/Tools/limits.py

With --check it only compares, and ends with 1 where the article says something else.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "Sources/Exporting/Exporting.docc/Limits.md"

# What is limited, the file of the constant, its name, its unit, and what happens beyond it.
TIME_AND_MEMORY = [
    ("一份文件的处理器时间 processor time of a document", "banxin/RunBounds", "seconds", "s", "--time-limit", "run.time-limit"),
    ("一份文件的内存 memory of a document", "banxin/RunBounds", "mebibytes", "MiB", "--memory-limit", "run.memory-limit"),
    ("批量中一件的时间 time of a job of a batch", "Exporting/Batch/BatchOptions", "timeout", "s", "--timeout", "job.timeout"),
    ("一个工作进程的内存 memory of a worker", "Exporting/Batch/BatchOptions", "memory", "MiB", "--memory", "job.memory"),
    ("一幅 SVG 试画 trial of an SVG drawing", "CairoRendering/ArtTrial", "seconds", "s", "", "art.slow"),
    ("一幅 SVG 试画的内存 its memory", "CairoRendering/ArtTrial", "mebibytes", "MiB", "", "art.memory"),
]
TEXTS = [
    ("稿件 report text", "ReportReading/Decoding/ReadingLimits", "bytes", "bytes", "", "reading.too-large"),
    ("稿件行数 its lines", "ReportReading/Decoding/ReadingLimits", "lines", "", "", "reading.too-many-lines"),
    ("报告文件 .yaml report file", "ReportReading/Decoding/ReadingLimits", "yamlBytes", "bytes", "", "report-file.too-large"),
    ("报告文件的节点 its nodes", "Notations/YAMLBounds", "nodes", "", "", "report-file.too-large"),
    ("标准输入 standard input", "Exporting/Files/StandardInput", "limit", "bytes", "", "file.too-large"),
    ("Word、Excel 的一个部件 a part of a Word or Excel file", "ReportReading/Word/ZipArchive", "partLimit", "bytes", "", "word.too-large"),
    ("部件数 parts", "ReportReading/Word/ZipArchive", "entryLimit", "", "", "word.too-many-parts"),
    ("压缩比 packing ratio", "ReportReading/Word/ZipArchive", "ratioLimit", "", "", "word.too-large"),
    ("XML 嵌套 nesting of XML", "XMLReading/XMLEvents", "depthLimit", "", "", "word.bad-xml"),
    ("一个元素的属性 attributes of an element", "XMLReading/XMLEvents", "attributeLimit", "", "", "word.bad-xml"),
    ("版式、计划文件 layout and plan files", "LayoutSpecs/Reading/SpecDocument", "sizeLimit", "bytes", "", "spec.too-large"),
    ("YAML 嵌套 nesting of YAML", "Notations/YAMLBounds", "depth", "", "", "spec.too-deep"),
    ("YAML 别名 aliases of YAML", "Notations/YAMLBounds", "aliases", "", "", "spec.too-deep"),
]
TABLES = [
    ("数据表 table of data", "ReportReading/Records/RecordTable", "byteLimit", "bytes", "", "file.too-large"),
    ("数据表行数 its rows", "ReportReading/Records/RecordTable", "rowLimit", "", "", "file.too-large"),
    ("Excel 单元格 cells of a workbook", "ReportReading/Sheets/SheetPart", "cellLimit", "", "", "reading.too-many-cells"),
    ("作业表一行 a line of a job list", "Exporting/Batch/LineBuffer", "limit", "bytes", "", "batch.line-too-long"),
]
PAGES = [
    ("一份文件的页数 pages of a document", "PageMakeup/PagedMaker", "pageLimit", "", "", "page.too-many"),
    ("一幅图的像素 pixels of a picture", "ImageFiles/ImageHeader", "pixels", "pixels", "", "image.too-large"),
    ("一幅图展开后 a picture unpacked", "ImageFiles/ImageHeader", "bytes", "bytes", "", "image.too-large"),
    ("一期的版数 pages of an issue", "LayoutSpecs/Reading/IssuePlanReader", "pageLimit", "", "", "plan.too-many-pages"),
    ("一个版的稿件 articles of a page", "LayoutSpecs/Reading/PagePlanReader", "articleLimit", "", "", "plan.too-many-articles"),
    ("SVG 文件 SVG file", "ImageFiles/ArtSniffer", "svgLimit", "bytes", "", "art.too-large"),
    ("PNG 图的边 side of a PNG that is written", "CairoRendering/PNGRenderer", "sideLimit", "pixels", "", "render.too-large"),
    ("印前检查的文件 file for preflight", "Exporting/Press/PreflightRun", "sizeLimit", "bytes", "", "file.too-large"),
    ("印前检查：嵌套 preflight: nesting", "Prepress/Preflight/ContentState", "depth", "", "", "preflight.recursion"),
    ("印前检查：运算 preflight: operators", "Prepress/Preflight/ContentState", "operations", "", "", "preflight.too-many-operators"),
]
GROUPS = [
    ("时间和内存 Time and memory", TIME_AND_MEMORY),
    ("稿件和设定 Texts and settings", TEXTS),
    ("数据 Data", TABLES),
    ("版面和图片 Pages and pictures", PAGES),
]


def source(name):
    """The file of a path without its ending; `banxin/RunBounds` stands in `RunProblems.swift`."""
    path = ROOT / "Sources" / f"{name}.swift"
    return path if path.exists() else ROOT / "Sources/banxin/RunProblems.swift"


def value(name, constant):
    """The number that a constant or a default stands for."""
    text = source(name).read_text(encoding="utf-8")
    text = re.sub(r"#if DEBUG.*?#else(.*?)#endif", r"\1", text, flags=re.S)
    number = r"([0-9_.]+(?:\s*(?:<<|\*)\s*[0-9_]+)*)"
    patterns = [
        rf"\b(?:let|var) {constant}\b[^=\n{{]*=\s*(?:\{{\s*)?{number}",
        rf"\b{constant}: (?:Double|Int) = {number}",
        rf"\b{constant}: {number}",
    ]
    for pattern in patterns:
        found = re.search(pattern, text)
        if found:
            return eval(found.group(1).replace("_", ""))  # digits, << and * only
    sys.exit(f"no constant {constant} in {source(name)}")


def words(number, unit):
    if unit == "bytes":
        return f"{number >> 20} MiB" if number % (1 << 20) == 0 else f"{number} bytes"
    number = f"{number:,}".replace(".0", "") if number != int(number) else f"{int(number):,}"
    return f"{number} {unit}".strip()


def article(codes):
    lines = [
        "# Limits 限度",
        "",
        "超过下列限度的输入会被拒绝，或只处理到限度为止，并说明位置和做法；不会卡住，也不会写出半截的文件。",
        "Whatever is beyond these limits is refused, or done as far as they go, and said; nothing hangs and no",
        "file is left half written. `Tests/Tools/limits.py` writes this table from the constants of the program.",
    ]
    for title, rows in GROUPS:
        lines += ["", f"## {title}", "", "| 对象 what | 限度 limit | 选项 option | 提示 code |", "|---|---|---|---|"]
        for what, name, constant, unit, option, code in rows:
            shown = f"`{code}`" if code in codes or code.startswith("preflight.") else ""
            option = f"`{option}`" if option else ""
            lines.append(f"| {what} | {words(value(name, constant), unit)} | {option} | {shown} |")
    return "\n".join(lines) + "\n"


def main():
    codes = set(re.findall(r"`([a-z]+\.[a-z0-9-]+)`", (ARTICLE.parent / "ProblemCodes.md").read_text(encoding="utf-8")))
    text = article(codes)
    if "--check" in sys.argv[1:]:
        if not ARTICLE.exists() or ARTICLE.read_text(encoding="utf-8") != text:
            sys.exit("Limits.md is not what the constants say: run Tests/Tools/limits.py")
        return
    ARTICLE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
