#!/usr/bin/env python3
"""exit_status.py PROGRAM SOURCE: what decides the exit status, and in which order: the command line (2), an input that is
not understood (3), a result that is not written (4), the standard and the limits (1). Limits are told on standard error
alone, and the report is the same with them and without."""
import os
import pathlib
import shutil
import sys
import tempfile

from running import AS_OF, Faults, run

# A client that meets the standard, one below it, one below it with an agreed date that has passed, and one of whom
# nobody can tell.
MEETS, BELOW, LATE, UNTOLD = "meets-with-proof", "declined-for-price", "accountancy", "empty"
HOLDS, BREAKS = ("--min-proved", "0"), ("--min-proved", "99")
ACCEPT_BELOW, ACCEPT_UNTOLD = ("--accept", "below"), ("--accept", "cannot_tell")
ACCEPT_BOTH = ("--accept", "cannot_tell", "--accept", "below")
NOWHERE = ("-o", "no/such/report.md")

TABLE = [
    # client, what is asked, exit status
    (MEETS, (), 0),
    (MEETS, HOLDS, 0),
    (MEETS, BREAKS, 1),
    (MEETS, HOLDS + ("--min-claimed", "100", "--fail-on", "unowned"), 0),
    (MEETS, HOLDS + ("--expires-within", "3660"), 1),
    (MEETS, ACCEPT_BOTH, 0),
    (MEETS, ACCEPT_BOTH + BREAKS, 1),
    (BELOW, (), 1),
    (BELOW, HOLDS, 1),
    (BELOW, BREAKS, 1),
    (BELOW, ACCEPT_BELOW, 0),
    (BELOW, ACCEPT_BELOW + HOLDS, 0),
    (BELOW, ACCEPT_BELOW + BREAKS, 1),
    (BELOW, ACCEPT_UNTOLD, 1),
    (BELOW, ACCEPT_UNTOLD + HOLDS, 1),
    (BELOW, ACCEPT_BOTH, 0),
    (UNTOLD, (), 1),
    (UNTOLD, ACCEPT_BELOW, 1),
    (UNTOLD, ACCEPT_UNTOLD, 0),
    (UNTOLD, ACCEPT_UNTOLD + HOLDS, 0),
    (UNTOLD, ACCEPT_UNTOLD + BREAKS, 1),
    (UNTOLD, ACCEPT_UNTOLD + ("--fail-on", "unproven-gate"), 1),
    (LATE, ACCEPT_BELOW, 1),
    (LATE, ACCEPT_BELOW + HOLDS, 1),
    (LATE, ACCEPT_BELOW + BREAKS, 1),
    # Not written beats all of these; a command line that is wrong beats everything.
    (MEETS, NOWHERE, 4),
    (MEETS, NOWHERE + BREAKS, 4),
    (BELOW, NOWHERE, 4),
    (BELOW, NOWHERE + ACCEPT_BELOW, 4),
    (BELOW, NOWHERE + ACCEPT_BELOW + BREAKS, 4),
    (MEETS, ("--min-proved", "101"), 2),
    (MEETS, NOWHERE + ("--fail-on", "overdu"), 2),
    ("broken", (), 3),
    ("broken", HOLDS, 3),
    ("broken", BREAKS + ACCEPT_BOTH, 3),
    ("broken", NOWHERE + ACCEPT_BOTH, 3),
    ("broken", ("--accept", "meets"), 2),
    ("missing", ACCEPT_BOTH, 3),
]


def check_table(program, folder, faults):
    for client, asked, status in TABLE:
        given = run(program, "score", client, "--as-of", AS_OF, "-f", "markdown", *asked, folder=folder)
        what = f"{client} {' '.join(asked)}"
        faults.expect(what, given[0], status)
        judged = client not in ("broken", "missing") and status != 2
        limits = sum(line.startswith("candor: limit ") for line in given[2].splitlines())
        accepts = sum(line.startswith("candor: --accept ") for line in given[2].splitlines())
        options = [option for option in asked if option.startswith("--") and option != "--accept"]
        faults.expect(f"{what}: limits told", limits, len(options) if judged else 0)
        faults.expect(f"{what}: what is accepted, told", accepts, 1 if judged and "--accept" in asked else 0)
        if status in (0, 1):
            shown = run(program, "score", client, "--as-of", AS_OF, "-f", "markdown", folder=folder)[1]
            faults.expect(f"{what}: the report", given[1], shown)


def check_several(program, folder, faults):
    """One of several results is not written: 4, whatever the verdict, and the limits are told all the same."""
    given = run(program, "score", MEETS, "--as-of", AS_OF, "-o", "kept.json", "-o", "no/such.csv", *BREAKS, folder=folder)
    faults.expect("one of two, with a broken limit", given,
                  (4, "", "candor: error: `no/such.csv` cannot be written: the folder does not exist\n"
                          "candor: written all the same: `kept.json`\n"
                          "candor: limit broken: --min-proved 99: 90 of 100 points are proved, and 99 are asked for\n"))


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for client in (MEETS, BELOW, LATE, UNTOLD, "northgate-it"):
            shutil.copytree(source / "examples" / client, folder / client)
        (folder / "broken").mkdir()
        (folder / "broken/inventory.yaml").write_text("candor: 1\nclient: {id: x}\nanwser: yes\n")
        check_table(program, folder, faults)
        check_several(program, folder, faults)
    return faults.tell(f"{len(TABLE)} ways to end, each with its exit status")


if __name__ == "__main__":
    sys.exit(main())
