#!/usr/bin/env python3
"""import_hostile.py PROGRAM SOURCE: whatever file an importer is given, it ends with 0 or 3, soon and in little memory. On
3 it says why and has written nothing; what it writes on 0 is read again and acts on nobody. The importers are those
that `candor import --help` names. Each is attacked through its own golden case too: every text in the files there is made
hostile, one by one and as many at once as the importer still takes."""
import csv
import io
import json
import os
import pathlib
import re
import resource
import subprocess
import shlex
import shutil
import sys
import tempfile
from xml.sax.saxutils import escape

from running import AS_OF, Faults, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "hostile"))
import rules  # noqa: E402
import strings  # noqa: E402

# Every so many cases are tried where CANDOR_SAMPLE says so: under sanitizers all of them take minutes, and a build without
# tries them all.
SAMPLE = int(os.environ.get("CANDOR_SAMPLE", "1"))
SECONDS = 10
BYTES = 512 << 20
SPOTS = 10
SHOWN_EVERY = 13  # of the strings that every format is held to, so many importers take turns with
SECONDS_OF_LARGE = 50
BYTES_OF_LARGE = 2 << 30
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


TEXTS = TEXTS[::SAMPLE]
ALL_AT_ONCE = "=1\x1b[2J<script>]]>'\"\u202e\u200b\r\n- a: b #`*|%"


def importers(program):
    text = run(program, "import", "--help")[1]
    return re.findall(r"^  (\S+)", text[text.index("TOOL is one of:"):text.index("\n\nWrites")], re.M)


class Attack:
    """Runs imports into a client that knows nothing, and holds each to what all must keep."""

    def __init__(self, program, folder, faults):
        self.program, self.folder, self.faults = program, folder, faults
        self.runs = self.written = self.shown = 0
        self.is_shown = False  # whether what is written is looked at in every format
        self.is_limited = True
        try:  # what reserves address space for itself, as sanitizers do, cannot be held to a limit
            self.is_limited = self.run("--version")[0] == 0
        except (OSError, subprocess.SubprocessError):
            self.is_limited = False
        (folder / "map.yaml").write_text(MAP, encoding="utf-8")

    def run(self, *arguments, is_large=False, stdin=b""):
        def limit():
            most, seconds = (BYTES_OF_LARGE, SECONDS_OF_LARGE) if is_large else (BYTES, SECONDS)
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        return run(self.program, *arguments, folder=self.folder, stdin=stdin, **({"preexec_fn": limit} if self.is_limited else {}))

    def needs_map(self, importer):
        return "needs --map" in self.run("import", importer, "map.yaml", "--into", ".")[2]

    def limit_of(self, importer):
        """In bytes, as it says itself of a file that is too large."""
        (self.folder / "asked").mkdir(exist_ok=True)
        (self.folder / "asked" / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
        more = ["--map", "map.yaml"] if self.needs_map(importer) else []
        complaints = self.run("import", importer, "sparse", "--into", "asked", "--as-of", AS_OF, *more)[2]
        return int(re.search(r"larger than (\d+) MiB", complaints)[1]) << 20

    def contents(self, client):
        return {path.relative_to(client).as_posix(): path.read_bytes() for path in sorted(client.rglob("*")) if path.is_file()}

    def check_written(self, what, client, as_of):
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
        if self.is_shown:
            self.check_shown(what, client, as_of)

    def check_shown(self, what, client, as_of):
        formats = [part for rule in rules.RULES for part in ("-f", rule, "-o", f"out.{rule}")]
        status, _, complaints = self.run("score", client.name, "--as-of", as_of, *formats)
        self.faults.expect(f"{what}: showing it\n{complaints}", status in (0, 1), True)
        self.faults.extend(f"{what}, {rule}: {fault}" for rule in rules.RULES if status in (0, 1)
                           for fault in rules.check(rule, (self.folder / f"out.{rule}").read_bytes())[:1])
        self.shown += 1

    def check(self, importer, name, path, more, statuses=(0, 3), as_of=AS_OF, inventory=INVENTORY, **how):
        """Gives the exit status; nothing where it did not end."""
        what = f"{importer} of {name}"
        self.runs += 1
        client = self.folder / f"client-{self.runs}"
        client.mkdir()
        (client / "inventory.yaml").write_text(inventory, encoding="utf-8")
        before = self.contents(client)
        try:
            status, text, complaints = self.run("import", importer, path, "--into", client.name, "--as-of", as_of, *more, **how)
        except subprocess.TimeoutExpired:
            return self.faults.append(f"{what}: did not end")
        self.judge(what, client, before, status, text, complaints, statuses, as_of)
        shutil.rmtree(client)
        return status

    def judge(self, what, client, before, status, text, complaints, statuses, as_of):
        if status not in statuses:
            return self.faults.append(f"{what}: exit status {status}\n{complaints[-2000:]}")
        self.faults.extend(f"{what}: told {fault}" for fault in rules.check_text(text + complaints))
        if status == 0:
            return self.check_written(what, client, as_of)
        if "would not read as what was imported" in complaints:
            self.faults.append(f"{what}: brought what cannot be read again\n{complaints}")
        if not re.search(r"error: .* \[[a-z0-9-]+\]$", complaints, re.M):
            self.faults.append(f"{what}: no diagnostic\n{complaints}")
        self.faults.expect(f"{what}: what it left", self.contents(client), before)


def texts_of(name, text):
    """Where the texts of a tool's file stand, and how another one is written there."""
    start = text.lstrip("\ufeff \n")[:1]
    if start in ("{", "["):
        strings = re.finditer(r'"((?:[^"\\\n]|\\.)*)"(\s*:)?', text)
        found, write = [match for match in strings if not match[2]], lambda new: json.dumps(new)[1:-1]
    elif start == "<":
        found, write = re.finditer(r'(?<==")([^"]+)|(?<=>)([^<>]*[^<>\s][^<>]*)', text), lambda new: escape(new, {'"': "&quot;"})
    elif name.endswith(".csv"):
        found, write = re.finditer(r'(?m)(?:^|(?<=[,;]))("(?:[^"]|"")*"|[^",;\n]+)', text), lambda new: '"' + new.replace('"', '""') + '"'
    else:
        found, write = re.finditer(r'[^\s=:,;|"()\[\]]+', text), lambda new: new
    return [(match.span(match.lastindex or 0), write) for match in found]


class Case:
    """The golden case of an importer, whose files take other texts than their own."""

    def __init__(self, attack, importer, source, turn):
        folder = source / "tests" / "golden" / f"import-{importer}"
        words = shlex.split((folder / "arguments").read_text(encoding="utf-8"), comments=True)[2:]
        self.attack, self.importer, self.turn = attack, importer, turn
        self.as_of = words[words.index("--as-of") + 1]
        self.names, self.more, self.files = [], [], {}
        is_value = False
        for word in words:
            if is_value or word.startswith("--"):
                self.more.append(str(source / word) if "/" in word else word)
                is_value = word.startswith("--") and word != "--whole"
            else:
                path = source / word if (source / word).is_file() else folder / word
                self.names.append(path.name)
                self.files[path.name] = path.read_bytes().decode("utf-8", "surrogateescape")
        for option in ("--into", "--as-of"):
            at = self.more.index(option)
            del self.more[at:at + 2]
        self.inventory = (folder / "client" / "inventory.yaml").read_text(encoding="utf-8")
        spots = [(name, spot) for name in self.names for spot in texts_of(name, self.files[name])]
        self.spots = spots[::1 + len(spots) // SPOTS]

    def check(self, what, spots, new, statuses=(0, 3)):
        for name in self.names:
            text = self.files[name]
            for (begin, end), write in sorted((spot for file, spot in spots if file == name), key=lambda spot: spot[0], reverse=True):
                text = text[:begin] + write(new) + text[end:]
            (self.attack.folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        return self.attack.check(self.importer, what, self.names[0], [*self.names[1:], *self.more], statuses, self.as_of, self.inventory)

    def run(self):
        self.check("its golden case", [], "", statuses=(0,))
        taken = []
        for spot in self.spots:
            self.check(f"{ALL_AT_ONCE!r} at {spot[0]} {spot[1][0]}", [spot], ALL_AT_ONCE)
            if self.check("a word", taken + [spot], "zq7") == 0:
                taken.append(spot)
        imported = sum(self.check(repr(text[:40]), taken, text) == 0 for text in TEXTS)
        self.attack.is_shown = True
        for text in list(strings.PRINTABLE.values())[self.turn % SHOWN_EVERY::SHOWN_EVERY * SAMPLE]:
            self.check(f"shown: {text[:40]!r}", taken, text)
        self.attack.is_shown = False
        return len(taken), imported


def large_files(folder, limits):
    """One near the limit of each kind of reader, as names of an importer, a file and more arguments."""
    def write(importer, name, head, item, tail, *more):
        size = limits[importer] - len(head) - len(tail) - 1000
        (folder / name).write_text(head + item * (size // len(item)) + tail, encoding="utf-8")
        return importer, name, more

    row = '{"id": "i", "userPrincipalName": "ann@acme.example", "isMfaCapable": false, "methodsRegistered": ["email"]}'
    return [
        write("nmap", "ports.xml", '<nmaprun scanner="nmap" start="1795289218"><scaninfo type="syn" services="', "1-65534,", '1"/></nmaprun>'),
        write("nmap", "hosts.xml", '<nmaprun scanner="nmap" start="1795289218">',
              '<host><status state="up"/><address addr="203.0.113.7" addrtype="ipv4"/></host>', "</nmaprun>"),
        write("entra", "large.json", '{"@odata.context": "userRegistrationDetails", "value": [', row + ", ", row + "]}", "--date", "2026-11-20"),
        write("csv", "large.csv", "User,MFA,Seen,Site\n", "ann@acme.example,Yes,2026-11-01,Quay\n", "", "--date", "2026-11-20", "--map", "map.yaml"),
        write("clamscan", "large.txt", "", "/srv/share/invoice.pdf: Eicar-Test FOUND\n",
              "----------- SCAN SUMMARY -----------\nKnown viruses: 8700000\nInfected files: 3\n", "--date", "2026-11-20"),
        write("lynis", "large.dat", "# Lynis Report\nreport_datetime_start=2026-11-20 10:00:00\nhostname=a\n", "suggestion[]=AUTH-9286|Set it|-|-|\n", ""),
        write("answers", "large-plan.csv", "Control,Answer\n", "mfa,yes\n", ""),
    ]


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
    program, source, faults = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), Faults()
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
                if (number + names.index(importer)) % SAMPLE == 0:
                    attack.check(importer, what, f"file-{number}", more)
        limits = {importer: attack.limit_of(importer) for importer in names}
        for importer, file, more in large_files(folder, limits) if attack.is_limited else []:
            status = attack.check(importer, f"a file near its limit, {file}", file, more, is_large=True)
            by_pipe = attack.check(importer, f"the same by pipe, {file}", "-", more, is_large=True, stdin=(folder / file).read_bytes())
            faults.expect(f"{importer} of {file} by pipe", by_pipe, status)
            (folder / file).unlink()
        for importer in names:
            taken, imported = Case(attack, importer, source, names.index(importer)).run()
            faults.expect(f"{importer}: some texts may be any ({taken}), and most hostile ones are imported ({imported})",
                          taken > 0 and imported * 2 > len(TEXTS), True)
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
    return faults.tell(f"{attack.runs} imports by {len(names)} importers, {limits}; {attack.written} wrote something, {attack.shown} of them shown in every format")


if __name__ == "__main__":
    sys.exit(main())
