#!/usr/bin/env python3
"""lint.py PROGRAM: `candor lint` against readability.py on every text of the project: each example's report, and each
text of the profile and of the catalog. Both count by their own rules; their grades may differ by 0.3."""
import importlib.util
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import measured
import readability
from theirs import without_theirs

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST = 0.3
FIGURE = re.compile(r"^- \*\*(.+?):\*\* (-?[\d.]+)", re.M)
SAMPLE = {"has": "6", "of": "20", "unknown": "3", "count": "6", "value": "4", "date": "9 November 2026",
          "due": "9 November 2026", "version": "2"}
OWNERS = ("about", "what", "partly", "missing", "unknown", "met", "cost", "act", "find_out", "stretch", "means", "say", "title")


def texts_of(value, key=""):
    """Each text that an owner reads, wherever it stands."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from texts_of(inner, "say" if key == "say" else name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, key)
    elif key in OWNERS:
        yield re.sub(r"\{(\w+)\}", lambda match: SAMPLE.get(match.group(1), "Sam"), value)


def all_texts():
    for report in sorted((ROOT / "examples").rglob("report.md")):
        inventory = (report.parent / "inventory.yaml").read_text(encoding="utf-8")
        yield report.relative_to(ROOT).as_posix(), without_theirs(report.read_text(encoding="utf-8"), inventory)
    try:
        import yaml
    except ImportError:
        print("the profile and the catalog are not compared: python3-yaml is not installed")
        return
    for name in ("minimum-standard", "catalog"):
        tree = yaml.load((ROOT / f"profiles/{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
        for text in list(texts_of(tree))[::int(os.environ.get("CANDOR_SAMPLE", "1"))]:
            yield f"{name}: {text[:70]}", text


def figures(program, path):
    done = subprocess.run([program, "lint", path, "-f", "markdown"], capture_output=True, text=True, check=False)
    return {name: float(value) for name, value in FIGURE.findall(done.stdout.replace("\\", ""))}


def main():
    program = sys.argv[1]
    module, _ = readability.load(measured.shared("language/readability.py"))
    compared = worst = 0
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "text.md"
        for name, text in all_texts():
            theirs = module.measure(text)
            path.write_text(text, encoding="utf-8")
            ours = figures(program, path)
            if theirs is None or "Reading grade" not in ours:
                faults.append(f"{name}: not measured")
                continue
            difference = abs(ours["Reading grade"] - theirs["fk_grade"])
            compared += 1
            worst = max(worst, difference)
            if difference > MOST:
                faults.append(f"{name}: grade {ours['Reading grade']:.1f}, not {theirs['fk_grade']:.1f} ({ours['Words']:.0f} words "
                              f"in {ours['Sentences']:.0f} sentences, not {theirs['words']} in {theirs['sentences']})")
    print("\n".join(faults) or f"{compared} texts, the grades at most {worst:.2f} apart")
    return 1 if faults or compared < 13 else 0


if __name__ == "__main__":
    sys.exit(main())
