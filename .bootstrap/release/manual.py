#!/usr/bin/env python3
"""Writes the manual page from the program's own help: manual.py PROGRAM > banxin.1"""
import json
import subprocess
import sys


def roff(text):
    """Text that troff takes as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def synopsis(path, command):
    words = []
    for argument in command.get("arguments", []):
        if argument["kind"] == "positional" and argument.get("shouldDisplay", True):
            name = "<" + argument["valueName"] + ">" + (" ..." if argument["isRepeating"] else "")
            words.append("[" + name + "]" if argument["isOptional"] else name)
    return " ".join([*path, *words, "[options]"])


def names(argument):
    if argument["kind"] == "positional":
        return "<" + argument["valueName"] + ">"
    shown = []
    for name in argument["names"]:
        shown.append(("-" if name["kind"] == "short" else "--") + name["name"])
    value = " <" + argument["valueName"] + ">" if argument["kind"] == "option" else ""
    return ", ".join(shown) + value


def section(path, command, common, out):
    out.append(".SH " + roff(" ".join(path).upper()))
    out.append(roff(command.get("abstract", "")))
    out.append(".PP\n.B " + roff(synopsis(path, command)))
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True) and names(argument) not in common:
            out.append(".TP\n.B " + roff(names(argument)) + "\n" + roff(argument.get("abstract", "")))
    if command.get("discussion"):
        out.append(".PP\n.nf\n" + roff(command["discussion"]) + "\n.fi")
    for child in command.get("subcommands", []):
        if child.get("shouldDisplay", True) and child["commandName"] != "help":
            section([*path, child["commandName"]], child, common, out)


def main():
    program = sys.argv[1]
    dump = subprocess.run(
        [program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    top = json.loads(dump)["command"]
    children = [
        child for child in top["subcommands"]
        if child.get("shouldDisplay", True) and child["commandName"] != "help"
    ]
    # The options that every command has are said once.
    shared = {}
    for child in children:
        for argument in child.get("arguments", []):
            shared.setdefault(names(argument), []).append(argument)
    leaves = [child for child in children if not child.get("subcommands")]
    common = {name: found[0] for name, found in shared.items() if len(found) >= len(leaves)}
    out = [
        '.\\" Written by .bootstrap/release/manual.py from the program\'s help.',
        '.TH BANXIN 1 "" "banxin ' + version + '" "版心 Banxin"',
        ".SH NAME", "banxin \\- " + roff(top["abstract"]),
        ".SH SYNOPSIS", ".B banxin", roff("<command> [options]"),
        ".SH DESCRIPTION", ".nf\n" + roff(top.get("discussion", "")) + "\n.fi",
        ".SH OPTIONS",
    ]
    for name, argument in common.items():
        out.append(".TP\n.B " + roff(name) + "\n" + roff(argument.get("abstract", "")))
    for child in children:
        section(["banxin", child["commandName"]], child, set(common), out)
    out += [
        ".SH FILES", ".TP\n.B share/banxin/layouts\n版式 layouts", ".TP\n.B share/banxin/fonts\n字体 faces",
        ".SH ENVIRONMENT", ".TP\n.B BANXIN_HOME\n资源文件夹 the folder with layouts/ and fonts/",
    ]
    print("\n".join(out))


main()
