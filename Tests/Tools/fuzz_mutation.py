"""Mutations: bytes, words, trees and archives. Deterministic for a random source."""

import copy
import io
import json
import re
import struct
import sys
import warnings
import zipfile
import zlib
from xml.etree import ElementTree

import yaml

# Nests trees on purpose, and packs a part twice.
sys.setrecursionlimit(50_000)
warnings.filterwarnings("ignore", "Duplicate name")

NUMBERS = [
    "0", "-0", "-1", "1", "2", "255", "256", "65535", "65536", "2147483647", "2147483648",
    "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e308",
    "1e-308", "1e999", "0.0000001", "99999999999999999999", "NaN", "Infinity", "0x7fffffff", "1_000",
    "5000", "300", "12", "3",
]
WORDS = [
    "", " ", "\u3000", "\u202e", "\u200b", "\u200d", "\ufeff", "\x1b[31m", "\x00", "\ufffe", "e\u0301",
    "👨‍👩‍👧", "👨\u200d" * 40, "《" * 30, "“”" * 30, "一" * 3000, "a" * 3000, "\n" * 40, "|" * 60,
    "[^1]" * 50, "**" * 50, "`" * 50, "> " * 60, "- " * 60, "#" * 10, "../../../../etc/passwd",
    "/dev/zero", "file:///etc/passwd", "http://127.0.0.1/", "&lol;", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "]]>", "%s%n", "${a}", "datum.a", "((((((((", "[[[[[[[[", "{{{{{{{{", "null", "true", "*a", "&a b",
    "!!python", "<<: *a", "\U00020bb7", "\ue800", "２０３１年", "％", "−", "１２３", "同比", "（一）",
    "图1　现场", "表1", "附件：", "第1页",
]


def mutate_bytes(rng, data, most=8):
    """Flips, cuts, doubles and overwrites."""
    data = bytearray(data)
    for _ in range(rng.randint(1, most)):
        if not data:
            data += bytes(rng.randrange(256) for _ in range(8))
        place = rng.randrange(len(data))
        match rng.randrange(8):
            case 0:
                data[place] ^= 1 << rng.randrange(8)
            case 1:
                data[place] = rng.choice([0, 1, 0x7F, 0x80, 0xFF, 0x20, 0x0A, rng.randrange(256)])
            case 2:
                del data[place : place + rng.choice([1, 2, 4, 16, 200])]
            case 3:
                part = data[place : place + rng.choice([1, 4, 32, 400])]
                data[place:place] = part * rng.choice([1, 2, 30])
            case 4:
                size = rng.choice([2, 4])
                value = rng.choice([0, 1, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF])
                order = rng.choice(["big", "little"])
                data[place : place + size] = (value % (1 << 8 * size)).to_bytes(size, order)
            case 5:
                other = rng.randrange(len(data))
                size = rng.randint(1, 64)
                data[place : place + size] = data[other : other + size]
            case 6:
                if rng.random() < 0.2:
                    del data[place:]
            case 7:
                data[place:place] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 12)))
    return bytes(data[: 4 << 20])


def mutate_text(rng, text, words=WORDS, most=6):
    """Changes whole words, numbers and lines, so that the text stays near what it was."""
    for _ in range(rng.randint(1, most)):
        parts = [m.span() for m in re.finditer(r"\d+(?:\.\d+)?|\w+|[^\w\s]", text)]
        if not parts:
            return text + rng.choice(words)
        start, end = rng.choice(parts)
        match rng.randrange(9):
            case 0 | 1:
                numbers = [m.span() for m in re.finditer(r"-?\d+(?:\.\d+)?", text)]
                start, end = rng.choice(numbers) if numbers else (start, end)
                text = text[:start] + rng.choice(NUMBERS) + text[end:]
            case 2:
                text = text[:start] + rng.choice(words) + text[end:]
            case 3:
                text = text[:start] + rng.choice(words) + text[start:]
            case 4:
                text = text[:start] + text[end:]
            case 5:
                other = rng.choice(parts)
                text = text[:start] + text[other[0] : other[1]] + text[end:]
            case 6:
                lines = text.split("\n")
                place = rng.randrange(len(lines))
                lines[place:place] = [rng.choice(lines)] * rng.choice([1, 1, 2, 60])
                text = "\n".join(lines)
            case 7:
                lines = text.split("\n")
                del lines[rng.randrange(len(lines))]
                text = "\n".join(lines)
            case 8:
                text = text[:start] + text[start:end] * rng.choice([2, 20, 500]) + text[end:]
    return text[: 2 << 20]


def mutate_encoded(rng, data):
    """Words mostly, bytes now and then."""
    if rng.random() < 0.2:
        return mutate_bytes(rng, data)
    return mutate_text(rng, data.decode("utf-8", "replace")).encode("utf-8", "surrogatepass")


def places(tree, path=()):
    """The paths of everything in a tree of dictionaries and lists."""
    yield path
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield from places(value, (*path, key))


def odd_value(rng, old):
    choices = [
        None, True, [], {}, "", 0, -1, 1e308, 10**18, 0.5, [None], {"a": 1}, [[[[[[[[1]]]]]]]],
        rng.choice(WORDS), rng.choice(NUMBERS), [old] * rng.choice([2, 300]), {"value": old},
    ]
    if isinstance(old, (int, float)) and not isinstance(old, bool):
        choices += [old * 1000, -old, old + 1, old / 7, 0, 1e6, 40, 3000]
    if isinstance(old, str):
        choices += [old * 200, old[:1], old + rng.choice(WORDS), mutate_text(rng, old, most=2)]
    if isinstance(old, list):
        choices += [old[:1], old[::-1], old * 30]
    return rng.choice(choices)


def mutate_tree(rng, tree, most=4):
    """Replaces, drops, doubles and moves parts of a tree."""
    tree = copy.deepcopy(tree)
    for _ in range(rng.randint(1, most)):
        paths = [path for path in places(tree) if path]
        if not paths:
            return odd_value(rng, tree)
        path = rng.choice(paths)
        parent = tree
        for key in path[:-1]:
            parent = parent[key]
        key = path[-1]
        match rng.randrange(6):
            case 0 | 1 | 2:
                parent[key] = odd_value(rng, parent[key])
            case 3:
                del parent[key]
            case 4:
                other = tree
                for step in rng.choice(paths):
                    other = other[step]
                parent[key] = copy.deepcopy(other)
            case 5:
                if isinstance(parent, dict):
                    parent[rng.choice(WORDS) or "x"] = parent[key]
                else:
                    parent.insert(key, copy.deepcopy(parent[key]))
        if sum(1 for _ in zip(places(tree), range(200_001))) > 200_000:
            return tree
    return tree


def mutate_json(rng, data):
    """As a tree, or now and then as words."""
    if rng.random() < 0.2:
        return mutate_encoded(rng, data)
    tree = mutate_tree(rng, json.loads(data))
    return json.dumps(tree, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def mutate_zip(rng, data):
    """Changes the words of a part and packs all anew; now and then the bytes of the whole."""
    if rng.random() < 0.1:
        return mutate_bytes(rng, data)
    source = zipfile.ZipFile(io.BytesIO(data))
    names = [n for n in source.namelist() if n.endswith((".xml", ".rels"))]
    chosen = set(rng.sample(names, min(len(names), rng.choice([1, 1, 2]))))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name in chosen:
                part = mutate_markup(rng, part)
                if rng.random() < 0.05:
                    continue
            target.writestr(name, part)
            if rng.random() < 0.01:
                target.writestr(name, part)
    return packed.getvalue()


def mutate_elements(rng, data):
    """Changes a tree of elements and writes it again, so that it stays well-formed."""
    root = ElementTree.fromstring(data)
    for _ in range(rng.randint(1, 6)):
        elements = list(root.iter())
        if len(elements) > 60_000:
            break
        parent = rng.choice([e for e in elements if len(e)] or [root])
        chosen = rng.choice(elements)
        match rng.randrange(8):
            case 0 | 1 if chosen.attrib:
                key = rng.choice(list(chosen.attrib))
                odd = [*NUMBERS, *NUMBERS, *WORDS, "url(#a)", "#a", chosen.attrib[key] * 60, "-1 -1 2 2"]
                chosen.attrib[key] = plain(rng.choice(odd))
            case 2 if len(parent):
                parent.remove(rng.choice(list(parent)))
            case 3 if len(parent):
                child = rng.choice(list(parent))
                parent.extend(copy.deepcopy(child) for _ in range(rng.choice([1, 3, 60])))
            case 4:
                if chosen not in parent.iter():
                    parent.insert(rng.randint(0, len(parent)), copy.deepcopy(chosen))
                else:
                    parent.insert(0, copy.deepcopy(rng.choice(elements[-20:])))
            case 5:
                chosen.text = plain(mutate_text(rng, chosen.text or rng.choice(WORDS), most=2))
            case 6:
                for _ in range(rng.choice([1, 40, 400])):
                    inner = list(chosen)
                    wrapped = ElementTree.Element(chosen.tag, chosen.attrib)
                    wrapped.extend(inner)
                    for child in inner:
                        chosen.remove(child)
                    chosen.append(wrapped)
            case _:
                chosen.tag = rng.choice(elements).tag
    return ElementTree.tostring(root, encoding="utf-8")


def plain(text):
    """What XML may hold."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)


def mutate_yaml(rng, data):
    """As a tree, or as words."""
    if rng.random() < 0.35:
        return mutate_encoded(rng, data)
    tree = mutate_tree(rng, yaml.safe_load(data), most=3)
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def mutate_markup(rng, data):
    """Drops, doubles, nests and swaps elements; changes attributes and words."""
    if rng.random() < 0.7:
        return mutate_elements(rng, data)
    if rng.random() < 0.3:
        return mutate_encoded(rng, data)
    text = data.decode("utf-8", "replace")
    for _ in range(rng.randint(1, 5)):
        tags = [m.span() for m in re.finditer(r"<[^<>]*>", text)]
        values = [m.span(1) for m in re.finditer(r"=[\"']([^\"'<>]*)[\"']", text)]
        match rng.randrange(6):
            case 0 | 1 if values:
                start, end = rng.choice(values)
                odd = rng.choice([*NUMBERS, *WORDS[:12], "url(#a)", "#a", text[start:end] * 60])
                text = text[:start] + re.sub(r"[\"<>&]", "", odd) + text[end:]
            case 2 if tags:
                start, end = rng.choice(tags)
                text = text[:start] + text[end:]
            case 3 if tags:
                start, end = rng.choice(tags)
                text = text[:end] + text[start:end] * rng.choice([1, 3, 400]) + text[end:]
            case 4 if len(tags) > 1:
                (start, end), (a, b) = rng.choice(tags), rng.choice(tags)
                text = text[:start] + text[a:b] + text[end:]
            case _:
                found = list(re.finditer(r"<([\w:]+)[^<>/]*>(?:[^<]|<(?!/\1))*</\1>", text[: 1 << 18]))
                if found:
                    whole = rng.choice(found)
                    copies = whole.group(0) * rng.choice([0, 2, 30])
                    text = text[: whole.start()] + copies + text[whole.end() :]
                else:
                    text = mutate_text(rng, text, most=1)
    return text[: 4 << 20].encode("utf-8", "surrogatepass")


def mutate_png(rng, data):
    """Changes what chunks hold and makes their sums right again; pixels are packed anew."""
    if rng.random() < 0.2:
        return mutate_bytes(rng, data)
    chunks, place = [], 8
    while place + 8 <= len(data):
        size, kind = struct.unpack(">I4s", data[place : place + 8])
        chunks.append((kind, data[place + 8 : place + 8 + size]))
        place += 12 + size
    for _ in range(rng.randint(1, 3)):
        number = rng.randrange(len(chunks))
        kind, body = chunks[number]
        match rng.randrange(5):
            case 0 if chunks[0][0] == b"IHDR" and len(chunks[0][1]) == 13:
                head = bytearray(chunks[0][1])
                field = rng.randrange(3)
                if field < 2:
                    sizes = [0, 1, 2, 255, 5000, 20000, 65535, 0x7FFFFFFF, 0xFFFFFFFF]
                    head[4 * field : 4 * field + 4] = struct.pack(">I", rng.choice(sizes))
                else:
                    head[8 + rng.randrange(5)] = rng.choice([0, 1, 2, 3, 4, 6, 8, 16, 255])
                chunks[0] = (b"IHDR", bytes(head))
            case 1:
                chunks[number] = (kind, mutate_bytes(rng, body, 2))
            case 2:
                chunks.insert(number, chunks[number])
            case 3:
                del chunks[number]
                if not chunks:
                    return data[:8]
            case _:
                kinds = [b"tRNS", b"PLTE", b"iCCP", b"gAMA", b"pHYs", b"acTL", b"eXIf", b"zTXt"]
                chunks.insert(min(1, len(chunks)), (rng.choice(kinds), mutate_bytes(rng, body[:200], 2)))
    result = data[:8]
    for kind, body in chunks:
        result += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return result


def mutate_pdf(rng, data):
    """Changes the words outside streams and, unpacked, those inside."""
    if rng.random() < 0.2:
        return mutate_bytes(rng, data)
    parts = re.split(rb"(stream\r?\n.*?endstream)", data, flags=re.S)
    plain = [i for i in range(0, len(parts), 2) if parts[i].strip()]
    for _ in range(rng.randint(1, 3)):
        if rng.random() < 0.6 or len(parts) < 2:
            i = rng.choice(plain)
            text = mutate_text(rng, parts[i].decode("latin-1"), PDF_WORDS, 3)
            parts[i] = text.encode("latin-1", "replace")
        else:
            i = rng.randrange(1, len(parts), 2)
            body = re.sub(rb"^stream\r?\n|\r?\nendstream$", b"", parts[i])
            try:
                body = zlib.decompress(body)
                words = body[: 1 << 18].decode("latin-1")
                body = zlib.compress(mutate_text(rng, words, PDF_WORDS, 4).encode("latin-1", "replace"))
            except zlib.error:
                body = mutate_bytes(rng, body, 2)
            parts[i] = b"stream\n" + body + b"\nendstream"
    return b"".join(parts)[: 8 << 20]


PDF_WORDS = [
    "q " * 4000, "Q", "BT", "ET", "/Fm0 Do", "0 0 1 rg", "1e9 0 0 1e9 0 0 cm", "<<", ">>", "[", "]",
    "[" * 800, "<<" * 400, "/Type", "/Page", "/Pages", "/Kids", "/Parent", "/Length", "/Filter",
    "/FlateDecode", "[/FlateDecode /FlateDecode /FlateDecode]", "/LZWDecode", "/DCTDecode",
    "/JBIG2Decode", "/Resources", "/XObject", "/Pattern", "/Shading", "1 0 R", "2 0 R", "3 0 R", "4 0 R",
    "5 0 R", "999999 0 R", "/MediaBox", "[0 0 0 0]", "[0 0 1e9 1e9]", "[-5 -5 1 1]", "/UserUnit", "/Rotate 90",
    "/Count -1", "null", "true", "(", ")", "<", ">", "/SMask", "/Group", "/ColorSpace", "/Indexed", "/DeviceN",
    "/Separation", "BI /W 9999 /H 9999 /BPC 8 /CS /RGB ID", "EI", "BDC", "EMC", "/OC", "Tj", "TJ", "sh", "gs",
]
