"""What files say to their reader, and where two of them differ."""
import json
import subprocess


def model(banxin, path, root):
    """What a file says to its reader, without places."""
    run = subprocess.run([banxin, "read", path, "--json", "--quiet"], cwd=root, capture_output=True, text=True)
    try:
        return strip(json.loads(run.stdout))
    except json.JSONDecodeError:
        return {"error": run.stderr[-500:]}


PLACES = {"joins", "doubts", "range", "line", "column", "lines", "source", "file", "confidence", "reason", "reasons", "flags", "path",
          "end", "start", "headerLine", "ruleLine", "rowLines", "at"}


def strip(value):
    if isinstance(value, dict):
        return {key: strip(one) for key, one in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [strip(one) for one in value]
    return value


def differences(one, other, at=""):
    """Where two models differ, at most a few places."""
    if type(one) is not type(other):
        return [f"{at}: {str(one)[:60]} | {str(other)[:60]}"]
    if isinstance(one, dict):
        found = []
        for key in sorted(set(one) | set(other)):
            found += differences(one.get(key), other.get(key), f"{at}/{key}")
        return found[:6]
    if isinstance(one, list):
        if len(one) != len(other):
            return [f"{at}: {len(one)} | {len(other)} entries"]
        found = []
        for number, (left, right) in enumerate(zip(one, other)):
            found += differences(left, right, f"{at}/{number}")
        return found[:6]
    return [] if one == other else [f"{at}: {str(one)[:60]} | {str(other)[:60]}"]
