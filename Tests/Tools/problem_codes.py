#!/usr/bin/env python3
"""Writes the article of problem codes from the sources: python3 Tests/Tools/problem_codes.py

Each finding is made by `Diagnostic(.severity, "code", Wording(english, chinese)…)`; values that are
put in at run time become an ellipsis.
"""
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLE = ROOT / "Sources/Exporting/Exporting.docc/ProblemCodes.md"
STRING = r'"((?:[^"\\]|\\.)*)"'
FINDING = re.compile(
    r'\.(error|warning|note),\s*' + STRING + r',\s*Wording\(\s*' + STRING + r'\s*,\s*' + STRING)
# Codes that are handed on before a finding is made of them: `code: "chart.empty", message: Wording(…`.
HANDED = re.compile(
    STRING + r',\s*(?:file,\s*|message:\s*)?Wording\(\s*' + STRING + r'\s*,\s*' + STRING)
LITERAL = re.compile(r'"([a-z][a-z-]*\.[a-z0-9]+(?:-[a-z0-9]+)*)"')
CODE = re.compile(r'\.(error|warning|note),\s*"([a-z0-9-]+\.[a-z0-9.-]+)"')


def plain(text):
    text = re.sub(r'\\\((?:[^()]|\([^()]*\))*\)', '…', text)
    return text.replace('\\"', '"').replace('|', '\\|')


def severity_of(source, code):
    before = source[:source.index('"' + code + '"')]
    for severity in ("warning", "note"):
        if before.rstrip().endswith(f"severity: .{severity}, code:"):
            return severity
    return "error"


def main():
    found = {}
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        source = path.read_text(encoding="utf-8")
        for severity, code in CODE.findall(source):
            found.setdefault(code, (severity, "", ""))
        for severity, code, english, chinese in FINDING.findall(source):
            if "\\(" in chinese and '"' in chinese.replace('\\"', ''):
                chinese = ""
            found[code] = (severity, plain(english), plain(chinese))
    areas = {code.split(".")[0] for code in found} | {"output"}
    for path in sorted((ROOT / "Sources").rglob("*.swift")):
        source = path.read_text(encoding="utf-8")
        words = {code: (plain(english), plain(chinese)) for code, english, chinese in HANDED.findall(source)}
        for code in LITERAL.findall(source):
            area, name = code.split(".")
            if area in areas and name not in {"yaml", "md", "txt"} and not found.get(code, ("", ""))[1]:
                severity = found[code][0] if code in found else severity_of(source, code)
                found[code] = (severity, *words.get(code, ("", "")))
    lines = [
        "# Problem codes 提示代码",
        "",
        "Every finding has a code that stays when its words change. `Tests/Tools/problem_codes.py` writes",
        "this table.",
        "",
        "| code | severity | words | 文字 |",
        "|---|---|---|---|",
    ]
    for code, (severity, english, chinese) in sorted(found.items()):
        lines.append(f"| `{code}` | {severity} | {english} | {chinese} |")
    ARTICLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
