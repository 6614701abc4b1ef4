#!/usr/bin/env python3
"""lint.py PROGRAM SOURCE: our own words hold the goals for plain words: the profile, the catalog, and the report of each
example, where names and notes from the client's file are not ours and are replaced. A text that does not hold them is
not let through."""
import os
import pathlib
import sys
import tempfile

from running import Faults, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "shared"))
from theirs import without_theirs  # noqa: E402


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()

    def expect_held(name, *arguments):
        status, table, complaints = run(program, "lint", *arguments, folder=source)
        faults.expect(f"{name}: complaints", complaints, "")
        faults.expect(f"{name}: exit status", (status, table if status else ""), (0, ""))

    for name in ("profiles/minimum-standard.yaml", "profiles/catalog.yaml", "minimum-standard", "catalog"):
        expect_held(name, name)
    reports = sorted((source / "examples").rglob("report.md"))
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "report.md"
        for report in reports:
            inventory = (report.parent / "inventory.yaml").read_text(encoding="utf-8")
            text = without_theirs(report.read_text(encoding="utf-8"), inventory)
            copy.write_text(text, encoding="utf-8")
            expect_held(report.relative_to(source).as_posix(), copy)
        for words in ("Ask the NOC.", "Do it!", "See mfa.cloud.", "It is 5 % of it.", "You may use " + "very " * 25 + "good words."):
            copy.write_text("We keep your copies safe for you. " * 20 + words, encoding="utf-8")
            status, _, complaints = run(program, "lint", copy, folder=source)
            faults.expect(f"one complaint, one goal not held: {words}", (status, complaints.count(": warning: ")), (1, 1))
        copy.write_text(text + "\nAttackers exploit the vulnerability!\n", encoding="utf-8")
        faults.expect("a text that is not plain", run(program, "lint", copy, folder=source)[0], 1)
    return faults.tell(f"the profile, the catalog and {len(reports)} reports hold the goals")


if __name__ == "__main__":
    sys.exit(main())
