#!/usr/bin/env python3
"""import_hostile.py PROGRAM SOURCE: whatever file an importer is given, it ends with 0 or 3, soon and in little memory. On
3 it says why and has written nothing; what it writes on 0 is read again and acts on nobody. The importers are those
that `candor import --help` names."""
import csv
import io
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

from running import AS_OF, Faults, run

SECONDS = 10
BYTES = 512 << 20
MANY = 100_000
INVENTORY = "candor: 1\nclient: {name: Acme}\nassessed: {date: 2026-11-12, by: A. Tester}\n"
ACTS = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")

MAP = """candor: 1
program: Accounts of a console
name: {column: User}
facts:
  mfa.cloud_accounts: {part: {column: Site}, has: {column: MFA, is: Yes}, without: {column: MFA, is: No}}
  access.unused_45_days: {rows: {column: Seen, older_than: 45 days}}
  software.unsupported: {part: {column: Site}, each: {where: {column: User}, what: {column: MFA}}}
  training.last: {newest: {column: Seen}}
"""

CONTENTS = {
    "deep lists": b"[" * MANY + b"]" * MANY,
    "deep objects": b'{"a":' * MANY + b"1" + b"}" * MANY,
    "deep elements": b"<a>" * MANY + b"</a>" * MANY,
    "entities": b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><a>&c;&d;</a>',
    "broken UTF-8": b'{"a": "\xc3\x28\xff"}',
    "broken UTF-8 in a table": b"User,MFA,Seen,Site\n\xc3\x28,Yes,,\n",
    "UTF-16": "a,b\n1,2\n".encode("utf-16"),
    "NUL": b"\0",
    "NUL in a text": b'{"a": "b\0c"}',
    "NULs": b"\0" * MANY,
    "a byte order mark": b"\xef\xbb\xbf",
    "nothing": b"",
    "a blank": b" ",
    "commas": b"," * 1_000_000,
    "brackets": b"[" * 1_000_000,
    "elements": b"<a>" * 333_333,
    "quotes": b'"' * 1_000_000,
    "line breaks": b"\n" * 1_000_000,
    "objects of lines": b"{}\n" * 300_000,
    "a huge number": b'{"value": 1' + b"0" * MANY + b"}",
    "half a surrogate": b'{"value": [{"isMfaCapable": true, "userPrincipalName": "\\ud800"}]}',
    "a workbook": b"PK\x03\x04" + b"\0" * 100,
}

TEXTS = ["<script>alert(1)</script>", "<!-- ]]> &amp;", "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "-1", "'=1", "\x1b[2J\x1b]0;x\x07",
         "a\u202eb", "a\u200bb", "a\u0085b", "a\tb", "a\rb", "a\nb", "\t=1", "unknown", "none", "nobody", "never", "no", "~", "- a",
         "a: b", "#", "'", '"', "\\", "{", "[", "`x`", "*x*", "| a | b |", "%0A::set-output name=x::y", "::error::x", "../../x",
         "C:\\x", "\u00e9" * 5000, "x" * 10_000]


def importers(program):
    text = run(program, "import", "--help")[1]
    return re.findall(r"^  (\S+)", text[text.index("TOOL is one of:"):text.index("\n\nWrites")], re.M)


class Attack:
    """Runs imports into a client that knows nothing, and holds each to what all must keep."""

    def __init__(self, program, folder, faults):
        self.program, self.folder, self.faults = program, folder, faults
        self.runs = self.written = 0
        self.is_limited = True
        try:  # what reserves address space for itself, as sanitizers do, cannot be held to a limit
            self.is_limited = self.run("--version")[0] == 0
        except (OSError, subprocess.SubprocessError):
            self.is_limited = False
        (folder / "map.yaml").write_text(MAP, encoding="utf-8")

    def run(self, *arguments):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        return run(self.program, *arguments, folder=self.folder, **({"preexec_fn": limit} if self.is_limited else {}))

    def needs_map(self, importer):
        return "needs --map" in self.run("import", importer, "map.yaml", "--into", ".")[2]

    def contents(self, client):
        return {path.relative_to(client).as_posix(): path.read_bytes() for path in sorted(client.rglob("*")) if path.is_file()}

    def check_written(self, what, client):
        new = [path for path in self.contents(client) if path != "inventory.yaml"]
        if not new:
            return
        self.written += 1
        for name in new:
            acting = ACTS.search((client / name).read_text(encoding="utf-8"))
            if acting:
                self.faults.append(f"{what}: wrote the character {acting.group()!r}")
        status, _, complaints = run(self.program, "check", str(client), "--as-of", AS_OF)
        self.faults.expect(f"{what}: reading what it wrote\n{complaints}", status, 0)

    def check(self, importer, name, path, more, statuses=(0, 3)):
        what = f"{importer} of {name}"
        self.runs += 1
        client = self.folder / f"client-{self.runs}"
        client.mkdir()
        (client / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
        before = self.contents(client)
        try:
            status, text, complaints = self.run("import", importer, path, "--into", client.name, "--as-of", AS_OF, *more)
        except subprocess.TimeoutExpired:
            return self.faults.append(f"{what}: did not end")
        if status not in statuses:
            return self.faults.append(f"{what}: exit status {status}\n{complaints[-2000:]}")
        acting = ACTS.search(text + complaints)
        if acting:
            self.faults.append(f"{what}: told the character {acting.group()!r}")
        if status == 0:
            return self.check_written(what, client)
        if "would not read as what was imported" in complaints:
            self.faults.append(f"{what}: brought what cannot be read again\n{complaints}")
        if not re.search(r"error: .* \[[a-z0-9-]+\]$", complaints, re.M):
            self.faults.append(f"{what}: no diagnostic\n{complaints}")
        self.faults.expect(f"{what}: what it left", self.contents(client), before)


def odd_files(folder):
    """Files that are none, and how many bytes none can have."""
    with open(folder / "sparse", "wb") as file:
        file.truncate(200_000_000)
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    os.symlink("circle", folder / "circle")
    os.symlink("nowhere", folder / "dangling")
    os.symlink("/dev/zero", folder / "device")
    return ["sparse", "folder", "pipe", "circle", "dangling", "device", "not there", "/proc/self/mem"]


def table_of(text):
    out = io.StringIO()
    csv.writer(out).writerows([["User", "MFA", "Seen", "Site"], [text, "Yes", "2026-11-01", "Quay"], ["ann", text, "2026-11-01", "Quay"],
                               ["bob", "No", text, "Quay"], ["cid", "No", "2026-11-01", text], [text, text, text, text]])
    return out.getvalue()


def users_of(text):
    row = {"id": text, "userPrincipalName": text, "isMfaCapable": True, "isAdmin": True, "userType": text, "methodsRegistered": [text],
           "lastUpdatedDateTime": "2026-11-01T10:00:00Z", text: text}
    return json.dumps({"@odata.context": "userRegistrationDetails", text + "x": text,
                       "value": [row, row | {"userPrincipalName": text + "@" + text, "isMfaCapable": False, "lastUpdatedDateTime": text}]})


def rules_of(text):
    return json.dumps({"@odata.context": "identity/conditionalAccess/policies", "value": [{
        "displayName": text, "state": text, "conditions": {"users": {"includeUsers": ["All"]}, "applications": {"includeApplications": [text]}},
        "grantControls": {"operator": text, "builtInControls": ["mfa"]}}]})


def main():
    program, faults = os.path.abspath(sys.argv[1]), Faults()
    names = importers(program)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        attack = Attack(program, folder, faults)
        odd = odd_files(folder)
        for number, bytes_ in enumerate(CONTENTS.values()):
            (folder / f"file-{number}").write_bytes(bytes_)
        for importer in names:
            more = ["--date", "2026-11-20"] + (["--map", "map.yaml"] if attack.needs_map(importer) else [])
            for path in odd:
                attack.check(importer, path, path, more, statuses=(3,))
            for number, what in enumerate(CONTENTS):
                attack.check(importer, what, f"file-{number}", more)
        before = attack.written
        for text in TEXTS:
            (folder / "table.csv").write_text(table_of(text), encoding="utf-8", newline="")
            attack.check("csv", repr(text[:40]), "table.csv", ["--date", "2026-11-20", "--map", "map.yaml"])
            (folder / "users.json").write_text(users_of(text), encoding="utf-8")
            (folder / "rules.json").write_text(rules_of(text), encoding="utf-8")
            attack.check("entra", repr(text[:40]), "users.json", ["rules.json"])
        faults.expect("enough of the hostile texts are imported", attack.written - before > len(TEXTS), True)
        faults.expect("the importers", {"answers", "csv", "entra"} <= set(names), True)
    limits = f"{SECONDS} s and {BYTES >> 20} MiB each" if attack.is_limited else "without limits, for the program reserves memory"
    return faults.tell(f"{attack.runs} imports by {len(names)} importers, {limits}; {attack.written} wrote something")


if __name__ == "__main__":
    sys.exit(main())
