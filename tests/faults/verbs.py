"""The runs that faults are put into: every verb that writes, and the ways in which it does."""
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "program"))
from running import AS_OF, run  # noqa: E402

DAY = ["--as-of", AS_OF]
SCORE = ["score", "client", *DAY]
PROVE = ["prove", "client", "mfa.admin_accounts", "client/evidence/seen.md", *DAY]

ENGINE = """#!/bin/sh
for argument in "$@"; do
  case "$argument" in --print-to-pdf=*) printf '%%PDF-1.4\\n' > "${argument#--print-to-pdf=}" ;; esac
done
"""

INVENTORY = """candor: 1
client: {id: fellside, name: Fellside Physio, country: GB, currency: GBP}
parties: {us: {kind: provider, name: Northgate IT}, owner: {kind: client, name: M. Byrne}}
assessed: {date: 2026-11-12, by: D. Keane, told_by: owner}
facts:
  mfa:
    cloud_accounts: [{part: Microsoft 365, is: 38 of 42}, {part: Booking system, is: 0 of 3 (3 unknown)}]
    admin_accounts: 3 of 3
  firewall: {inbound_closed: yes}
"""

PROOF = """candor: 1
proof:
  - for: firewall.inbound_closed
    shows: yes
    kind: document
    date: 2026-11-11
    by: D. Keane
    file: evidence/seen.md
"""

# name, arguments. Reports into the client's own folder too: they are the ones that name it.
VERBS = {
    "score": SCORE,
    "score to a file": [*SCORE, "-f", "html", "-o", "report.html"],
    "score over a file": [*SCORE, "-f", "markdown", "-o", "old.md"],
    "score beside the client": [*SCORE, "-f", "json", "-o", "client/report.json"],
    "score, three files": [*SCORE, "-f", "csv", "-o", "a.csv", "-f", "json", "-o", "-", "-f", "terminal", "-o", "b.txt"],
    "score as sarif": [*SCORE, "-f", "sarif"],
    "score as oscal": [*SCORE, "-f", "oscal"],
    "score as junit": [*SCORE, "-f", "junit"],
    "score as xlsx": [*SCORE, "-f", "xlsx", "-o", "plan.xlsx"],
    "score as pdf": [*SCORE, "-f", "pdf", "-o", "report.pdf", "--pdf-engine", "./chromium"],
    "score as a record": [*SCORE, "-f", "record"],
    "score --record": [*SCORE, "--record", "-f", "csv"],
    "score --record, the first": ["score", "fresh", *DAY, "--record", "-f", "csv"],
    "score --no-worse-than": [*SCORE, "--no-worse-than", "last", "-f", "csv"],
    "score into evidence": [*SCORE, "-f", "csv", "-o", "client/evidence/plan.csv"],
    "score over the inventory": [*SCORE, "-f", "json", "-o", "client/inventory.json"],
    "score over its input": [*SCORE, "-f", "json", "-o", "same-inventory.yaml"],
    "check": ["check", "client", *DAY],
    "compare": ["compare", "last", "client", *DAY],
    "history": ["history", "client"],
    "import": ["import", "google", "users.csv", "--into", "client", "--part", "Mail", "--date", AS_OF, *DAY],
    "import, the first": ["import", "google", "users.csv", "--into", "fresh", "--part", "Mail", "--date", AS_OF, *DAY],
    "import again": ["import", "google", "old.csv", "--into", "client", "--part", "Mail", "--date", "2026-11-20", *DAY],
    "lint": ["lint", "old.md"],
    "decline": ["decline", "client", "mfa.cloud", *DAY],
    "card": ["card", "client", *DAY],
    "init": ["init", "new/client", *DAY],
    "init here": ["init", "empty", *DAY],
    "prove": PROVE,
    "prove --append": [*PROVE, "--append"],
    "prove --append, the first": ["prove", "fresh", "mfa.admin_accounts", "fresh/evidence/seen.md", *DAY, "--append"],
}


def make_folder(program, source, folder):
    """A folder in which every verb above has what it needs."""
    for client in ("client", "fresh"):
        (folder / client / "evidence").mkdir(parents=True)
        (folder / client / "inventory.yaml").write_text(INVENTORY)
        (folder / client / "evidence/seen.md").write_text("seen\n")
    (folder / "client/evidence/proof.yaml").write_text(PROOF)
    os.link(folder / "client/inventory.yaml", folder / "same-inventory.yaml")
    (folder / "empty").mkdir()
    (folder / "tmp").mkdir()
    (folder / "chromium").write_text(ENGINE)
    (folder / "chromium").chmod(0o755)
    (folder / "old.md").write_text("What was here before. It is short.\n")
    (folder / "old.md").chmod(0o640)
    users = (source / "tests/golden/import-google/users.csv").read_text()
    (folder / "users.csv").write_text(users)
    (folder / "old.csv").write_text(users)
    done = run(program, *VERBS["import again"], folder=folder)
    assert done[0] == 0, done
    done = run(program, "score", "client", "--as-of", "2026-11-20", "--record", "-f", "csv", folder=folder)
    assert done[0] in (0, 1), done
    (folder / "users.csv").write_text(users.replace("bob", "rob"))
