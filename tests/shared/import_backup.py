#!/usr/bin/env python3
"""import_backup.py PROGRAM: each sample of restic, BorgBackup and Veeam becomes exactly the statements that are due to
it, in the evidence of a client without any, or is refused with the reason. Of Veeam's report each job is counted again
here."""
import csv
import datetime
import pathlib
import re
import subprocess
import sys
import tempfile

import measured

AS_OF = "2026-11-26"
INVENTORY = "candor: 1\nclient: {id: acme, name: Acme Ltd}\nassessed: {date: 2026-11-20, by: D. Keane}\n"
LAST, RESTORED = "backup.last_good", "backup.restored"
UNKNOWN, NEVER = "unknown", "never"

RESTIC = "restic repository"
SETS = {(LAST, "acc-laptop /srv/data/docs", "2026-11-21"), (LAST, "fileserver01 /srv/data", "2026-11-19")}
DAMAGED = {(fact, part, NEVER) for fact, part, _ in SETS}
DAY = ["--date", "2026-11-22"]  # of what says no day of its own

# Files of one tool, what else is said, and the statements they become or the code they are refused with.
CASES = [
    ("restic", ["snapshots.json"], [], SETS),
    ("restic", ["snapshots-stale-lock.txt"], [], SETS),
    ("restic", ["snapshots.json", "check-ok.txt"], [], SETS),
    ("restic", ["snapshots.json", "check-json-0.14.txt"], [], SETS),
    ("restic", ["snapshots.json", "check-damaged.txt"], [], DAMAGED),
    ("restic", ["snapshots.json", "backup-1.jsonl", "backup-2.jsonl", "backup-3.jsonl"], [], SETS),
    ("restic", ["snapshots.json", "restore-latest.txt"], [],
     SETS | {(RESTORED, "acc-laptop /srv/data/docs", UNKNOWN), (RESTORED, "fileserver01 /srv/data", UNKNOWN)}),
    ("restic", ["restore-latest.txt"], [], {(RESTORED, "acc-laptop /srv/data/docs", UNKNOWN)}),
    ("restic", ["snapshots-after-partial.json"], [], {(LAST, "fileserver01 /srv/nb/src", "2026-11-21")}),
    ("restic", ["snapshots-after-partial.json", "backup-partial-exit3.jsonl", "backup-partial-exit3.stderr"], [],
     {(LAST, "fileserver01 /srv/nb/src", NEVER)}),
    ("restic", ["backup-partial-exit3.stderr", "snapshots-after-partial.json"], [],
     {(LAST, "fileserver01 /srv/nb/src", UNKNOWN)}),
    ("restic", ["snapshots-empty.json"], DAY, {(LAST, RESTIC, NEVER)}),
    ("restic", ["snapshots-empty.json"], [], {(LAST, RESTIC, NEVER)}),
    ("restic", ["check-ok.txt"], [], "no-date"),
    ("restic", ["check-damaged.txt"], DAY, {(LAST, RESTIC, NEVER)}),
    *(("restic", [name], DAY, {(LAST, RESTIC, UNKNOWN)}) for name in
      ("check-ok.txt", "check-json-0.14.txt", "backup-1.jsonl", "backup-2.jsonl", "backup-3.jsonl",
       "backup-partial-exit3.jsonl", "backup-partial-exit3.stderr")),
    *(("restic", [name], DAY, "unknown-format") for name in
      ("find.json", "forget-dryrun.json", "snapshots-bad-password.txt", "snapshots-no-repo.txt", "stats-raw-data.json",
       "stats-restore-size.json")),
    ("borg", ["list.json"], [], {(LAST, "/srv/borg", "2026-11-21")}),
    ("borg", ["create.json"], [], {(LAST, "/srv/borg", "2026-11-21")}),
    ("borg", ["info-archive.json"], [], {(LAST, "fileserver01", "2026-11-21")}),
    ("borg", ["list.json", "info-archive.json", "check-log.jsonl"], [], {(LAST, "fileserver01", "2026-11-21")}),
    ("borg", ["info-archive.json", "check-damaged-log.jsonl"], [], {(LAST, "fileserver01", NEVER)}),
    ("borg", ["check-log.jsonl"], [], {(LAST, "Borg repository", UNKNOWN)}),
    ("borg", ["check-damaged-log.jsonl"], [], {(LAST, "Borg repository", NEVER)}),
    ("borg", ["info-repo.json"], [], "unknown-format"),
    ("veeam", ["VeeamBackupSessionReport.csv"], [], "bad-date"),
    ("veeam", ["VeeamBackupSessionReport.csv"], ["--dates", "day-first"], "bad-date"),
    ("veeam", ["vbr_Jobs.csv"], [], "unknown-format"),
    ("veeam", ["vbr_Repositories.csv"], [], "unknown-format"),
]


def jobs_of(report):
    """The newest session of each job that went well."""
    newest = {}
    with report.open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            day = datetime.datetime.strptime(row["Date"], "%m/%d/%Y %I:%M:%S %p").date().isoformat()
            newest.setdefault(row["JobName"], NEVER)
            if row["Result"] == "Success" and (newest[row["JobName"]] == NEVER or newest[row["JobName"]] < day):
                newest[row["JobName"]] = day
    return {(LAST, job, day) for job, day in newest.items()}


def statements_of(text):
    """A day of a copy is as old as it is on the day of the import: none of these lists says when it was made."""
    pattern = r'^  - fact: (\S+)\n    part: (.+)\n    is: (.+)\n    kind: export\n    date: (\S+)$'
    found = {(fact, part.strip('"'), value) for fact, part, value, day in re.findall(pattern, text, re.M)
             if day == AS_OF or not value.startswith("20")}
    return found if len(found) == text.count("  - fact: ") else {"a statement of another form", *found}


def outcome_of(program, tool, files, said):
    """What was written, or the codes of the complaints."""
    with tempfile.TemporaryDirectory() as folder:
        client = pathlib.Path(folder)
        (client / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
        done = subprocess.run([program, "import", tool, *files, "--into", client, "--as-of", AS_OF, *said],
                              capture_output=True, text=True, check=False)
        evidence = sorted((client / "evidence").glob("*.yaml")) if (client / "evidence").exists() else []
        if done.returncode == 3 and not evidence:
            return ", ".join(sorted(set(re.findall(r" error: .* \[([a-z0-9-]+)\]$", done.stderr, re.M))))
        if done.returncode != 0 or len(evidence) != 1:
            return f"exit status {done.returncode}: {done.stderr}"
        return statements_of(evidence[0].read_text(encoding="utf-8"))


def main():
    program, samples = sys.argv[1], measured.shared("samples")
    report = "VeeamBackupSessionReport.csv"
    cases = [*CASES, ("veeam", [report], ["--dates", "month-first"], jobs_of(samples / "veeam" / report))]
    untried = {path.relative_to(samples) for tool in ("restic", "borg", "veeam") for path in (samples / tool).iterdir()}
    faults = []
    for tool, names, said, expected in cases:
        given = outcome_of(program, tool, [str(samples / tool / name) for name in names], said)
        untried -= {pathlib.Path(tool) / name for name in names}
        if given != expected:
            faults.append(f"{tool} {' '.join(names)} {' '.join(said)}\n  expected {expected}\n  given    {given}")
    faults += [f"{path}: nothing is expected of it" for path in sorted(untried)]
    print("\n".join(faults) or f"{len(cases)} imports of samples give what is due")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
