#!/usr/bin/env python3
"""Trains the second reader's weights, Sources/CRoleWeights/roles.bin, on made documents and the repository's golds.
The digest in weights.S is written with them: builds do not follow the file that is taken in, only the source.

The features come from the program itself (`banxin bench roles`), so that trainer and reader can never differ; the
documents from documents.py by a fixed seed. The same program and python-crfsuite give the same bytes.

usage: .bootstrap/roles/train.py BANXIN [--check] [--documents 700] [--test FILE.structure.json …]
  --check: exit 1 when the file differs from what would be made
  --test: no file is written; what the weights give on texts outside of the training is printed
"""
import argparse, glob, hashlib, json, os, re, struct, subprocess, sys, tempfile

import pycrfsuite

from documents import documents, text

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../.."))
TARGET = os.path.join(ROOT, "Sources/CRoleWeights/roles.bin")
SOURCE = os.path.join(ROOT, "Sources/CRoleWeights/weights.S")
SEED, GOLD_TIMES, LEAST = 20310501, 4, 6 / 256


def gold(path):
    """A gold text and its roles by line."""
    base = path[: -len(".structure.json")]
    file = next(base + end for end in (".txt", ".md") if os.path.exists(base + end))
    with open(path, encoding="utf-8") as stream:
        return file, {line["n"]: line["role"] for line in json.load(stream)["lines"]}


def sequences(banxin, files, roles):
    """Features and roles of each file: (file, [(features, role)…])."""
    out = subprocess.run([banxin, "bench", "roles", *files], capture_output=True, text=True, check=True).stdout
    found, current = [], None
    for row in out.splitlines():
        if row.startswith("# "):
            current = []
            found.append((row[2:], current))
            continue
        line, settled, *features = row.split("\t")
        role = roles[len(found) - 1].get(int(line), settled)
        current.append((features, role if role not in ("table-row", "table-rule") else "table-header", int(line), settled))
    return found


def made(banxin, count, seed):
    with tempfile.TemporaryDirectory() as folder:
        files, roles = [], []
        for number, (_, lines) in enumerate(documents(count, seed)):
            words, gold_roles = text(lines)
            files.append(os.path.join(folder, f"{number:05}.txt"))
            roles.append(gold_roles)
            with open(files[-1], "w", encoding="utf-8") as stream:
                stream.write(words)
        return sequences(banxin, files, roles)


def without_grammar(data):
    """Half of the made documents without the grammar's word, so that the reader learns to see for itself."""
    return [(file, [([name for name in row[0] if not name.startswith("G")], *row[1:]) for row in rows] if place % 2 else rows)
            for place, (file, rows) in enumerate(data)]


def trained(data):
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for _, rows in data:
        if rows:
            trainer.append([row[0] for row in rows], [row[1] for row in rows])
    trainer.set_params({"c1": 0.04, "c2": 0.02, "max_iterations": 120, "feature.possible_transitions": True, "feature.minfreq": 3})
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return tagger, tagger.info()


def hashed(name):
    value = 0xCBF29CE484222325
    for byte in name.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def packed(info):
    """The bytes that RoleModel reads."""
    names = sorted(info.labels)
    number = {name: place for place, name in enumerate(names)}
    fixed = lambda weight: max(-32768, min(32767, round(weight * 256)))
    steps = [0] * (len(names) ** 2)
    for (left, right), weight in info.transitions.items():
        steps[number[left] * len(names) + number[right]] = fixed(weight)
    rows = {}
    for (feature, label), weight in info.state_features.items():
        if abs(weight) >= LEAST:
            rows.setdefault(hashed(feature), []).append((number[label], fixed(weight)))
    keys = sorted(rows)
    starts, weights = [], []
    for key in keys:
        starts.append(len(weights) // 2)
        for pair in sorted(rows[key]):
            weights += pair
    starts.append(len(weights) // 2)
    words = "".join(name + "\n" for name in names).encode()
    head = b"BXR1" + struct.pack("<III", len(names), len(keys), len(words)) + words
    head += b"\0" * (-len(head) % 8)
    return (head + struct.pack(f"<{len(keys)}Q", *keys) + struct.pack(f"<{len(starts)}I", *starts)
            + struct.pack(f"<{len(steps)}h", *steps) + struct.pack(f"<{len(weights)}h", *weights)), len(keys)


def replace(path, content):
    """Writes a file whole or not at all."""
    with open(path + ".new", "wb") as stream:
        stream.write(content)
    os.replace(path + ".new", path)


def with_digest(content):
    """The source that takes the weights in, naming their digest."""
    with open(SOURCE, encoding="utf-8") as stream:
        words = stream.read()
    return re.sub(r"(?<=sha256 )[0-9a-f]+", hashlib.sha256(content).hexdigest(), words, count=1).encode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("banxin")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--documents", type=int, default=900)
    parser.add_argument("--test", nargs="*")
    options = parser.parse_args()
    banxin = os.path.abspath(options.banxin)
    data = without_grammar(made(banxin, options.documents, SEED))
    paths = sorted(glob.glob(os.path.join(ROOT, "Tests/Fixtures/reports/*.structure.json")))
    golds = [gold(path) for path in paths]
    data += sequences(banxin, [file for file, _ in golds], [roles for _, roles in golds]) * GOLD_TIMES
    tagger, info = trained(data)
    if options.test is not None:
        return test(banxin, tagger, options.test)
    content, count = packed(info)
    if options.check:
        with open(TARGET, "rb") as weights, open(SOURCE, "rb") as source:
            same = weights.read() == content and source.read() == with_digest(content)
        sys.exit(0 if same else "权重与来源不符 the weights are not what their source gives")
    replace(TARGET, content)
    replace(SOURCE, with_digest(content))
    print(f"权重 weights: {count} features, {len(content)} bytes")


def test(banxin, tagger, paths):
    outside = made(banxin, 200, SEED + 1)
    golds = [gold(path) for path in paths]
    outside += sequences(banxin, [file for file, _ in golds], [roles for _, roles in golds])
    right = total = 0
    for place, (file, rows) in enumerate(outside):
        got = tagger.tag([row[0] for row in rows])
        wrong = [(row[2], row[1], role, row[3]) for row, role in zip(rows, got) if role != row[1]]
        right, total = right + len(rows) - len(wrong), total + len(rows)
        if place >= 200 or place < 40:
            for line, want, role, grammar in wrong:
                print(f"{os.path.basename(file)}:{line}: {role}, want {want} (grammar {grammar})")
        if place == 199:
            print(f"made: {right / total:.4f}"); right = total = 0
    if total:
        print(f"golds: {right / total:.4f}")


if __name__ == "__main__":
    main()
