#!/usr/bin/env python3
"""reports.py PROGRAM SOURCE: each example has its owner's report beside it, and it is the one that the program writes
today; the verdicts are those that were meant. CANDOR_UPDATE=1 rewrites the reports: read that diff as if a client would."""
import difflib
import json
import os
import pathlib
import sys

from running import Faults, run

# What each example is there to show: the day it is assessed, its verdict and its exit status.
TODAY = "2026-11-21"
EXAMPLES = {
    "accountancy": (TODAY, "below"),
    "declined-for-awareness": (TODAY, "below"),
    "declined-for-price": (TODAY, "below"),
    "dental": (TODAY, "below"),
    "empty": (TODAY, "cannot_tell"),
    "meets-with-proof": (TODAY, "meets"),
    "northgate-it": (TODAY, "meets"),
    "paper-shield": (TODAY, "cannot_tell"),
    "public-cases/british-library-2023": ("2023-10-28", "below"),
    "public-cases/ics-2022": ("2022-05-31", "below"),
    "public-cases/rms-2019": ("2019-03-06", "cannot_tell"),
    "public-cases/tuckers-2020": ("2020-08-25", "below"),
    "public-cases/us-agency-2022": ("2022-02-28", "below"),
}


def check_report(program, source, name, faults):
    client = f"examples/{name}"
    day, verdict = EXAMPLES[name]
    status, report, complaints = run(program, "score", client, "--as-of", day, "-f", "markdown", folder=source)
    if complaints:
        faults.append(f"{name}: {complaints}")
    faults.expect(f"{name}: exit status", status, 0 if verdict == "meets" else 1)
    kept = source / client / "report.md"
    if os.environ.get("CANDOR_UPDATE") == "1":
        kept.write_text(report, encoding="utf-8")
    was = kept.read_text(encoding="utf-8") if kept.exists() else ""
    if was != report:
        faults.append("\n".join(difflib.unified_diff(was.splitlines(), report.splitlines(), f"{client}/report.md", "today", lineterm="")))


def check_verdict(program, source, name, faults):
    day, verdict = EXAMPLES[name]
    _, text, _ = run(program, "score", f"examples/{name}", "--as-of", day, "-f", "json", folder=source)
    faults.expect(f"{name}: verdict", json.loads(text)["verdict"] if text else None, verdict)


def check_audiences(program, source, faults):
    """Scripts read the same whoever the report is for."""
    score = ["score", "examples/dental", "--as-of", TODAY, "-f", "json", "--for"]
    owner = run(program, *score, "owner", folder=source)
    for who in ("technician", "board"):
        faults.expect(f"the JSON for {who}", run(program, *score, who, folder=source) == owner, True)


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    examples = sorted(path.parent.relative_to(source / "examples").as_posix()
                      for path in (source / "examples").rglob("inventory.yaml"))
    faults.expect("the examples", examples, sorted(EXAMPLES))
    for name in EXAMPLES:
        check_report(program, source, name, faults)
        check_verdict(program, source, name, faults)
    check_audiences(program, source, faults)
    return faults.tell(f"{len(examples)} examples, each with today's report")


if __name__ == "__main__":
    sys.exit(main())
