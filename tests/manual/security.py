#!/usr/bin/env python3
"""security.py SOURCE: every test that SECURITY.md names for a promise is there."""
import pathlib
import re
import sys


def missing(text, source):
    """The tests and paths that a text names and that are not there."""
    for name in re.findall(r"`((?:program|unit|golden|manual)\.[\w-]+|tests/[\w/-]+|cmake/[\w.]+|[\w.]+\.md)`", text):
        kind, _, rest = name.partition(".")
        places = {"program": f"tests/program/{rest}.py", "unit": f"tests/unit/{rest}", "manual": f"tests/manual/{rest}.py",
                  "golden": f"tests/golden/{rest}"}
        if not (source / places.get(kind, name)).exists():
            yield name


def main():
    source = pathlib.Path(sys.argv[1])
    text = (source / "SECURITY.md").read_text(encoding="utf-8")
    faults = [f"SECURITY.md names `{name}`, which is not there" for name in missing(text, source)]
    rows = re.findall(r"^\| (.+) \| (.+) \|$", text, re.M)[1:]
    faults += [f"a promise without a test: {promise}" for promise, proof in rows if "`" not in proof and "sanitizers" not in proof]
    if len(rows) < 10:
        faults.append(f"{len(rows)} promises found")
    if re.search(r"[\w.]+@[\w.]+\.\w+", text):
        faults.append("an e-mail address, which nobody reads")
    if list(missing("`program.wishes`, `unit.dreams` and `tests/none/run`", source)) != ["program.wishes", "unit.dreams", "tests/none/run"]:
        faults.append("a test that is not there would not be noticed")
    print("\n".join(faults) or f"{len(rows)} promises, each with its tests")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
