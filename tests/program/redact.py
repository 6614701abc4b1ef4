#!/usr/bin/env python3
"""redact.py PROGRAM SOURCE: with --redact no name gets out. A word of its own stands in every field of a client, its provider,
its evidence, its past, its standard and its settings that can name somebody or something; every verb and every format is run
with and without --redact. With it no word may be anywhere in what comes out, and score and outcomes are the same; without it
the words are there, so the test can fail."""
import io
import json
import os
import pathlib
import re
import sys
import tempfile
import zipfile

from running import Faults, run

AS_OF, EARLIER = "2026-11-28", "2026-11-14"
GOLDEN = pathlib.Path("tests/golden")

# No result of these runs shows them, with or without.
NEVER_SHOWN = {"email of a party", "reference of a person", "who told a figure of no report", "where the counts are from",
               "text in the logo", "name of a standard", "account", "name of a rule", "part of the provider",
               "who assessed the provider", "name of a file of counts"}

ENGINE = """#!{python} -S
import sys, urllib.parse
target = next(a for a in sys.argv if a.startswith("--print-to-pdf=")).partition("=")[2]
page = open(urllib.parse.unquote(sys.argv[-1].partition("file://")[2])).read()
open(target, "w").write("%PDF-1.4\\n" + page)
"""


class Words:
    """Words that stand nowhere else, each with the field that it is in."""

    def __init__(self):
        self.fields = {}

    def __call__(self, field, form="{}"):
        number = len(self.fields)
        word = "zqx" + "".join(chr(ord("a") + number // base % 26) for base in (676, 26, 1))
        self.fields[word] = field
        return form.format(word.capitalize())

    def exactly(self, field, text):
        self.fields[text.lower()] = field
        return text

    def within(self, outputs):
        """The words that are in some outputs."""
        texts = [text.lower() for text in outputs]
        return {word for word in self.fields if any(word in text for text in texts)}


def inventory_of(word):
    owner = word("name of a person", "M. {}")
    part = word("name of a part")
    laptop = f"{owner}'s laptop"
    return {
        "candor": 1,
        "client": {"id": word("id of the client").lower(), "name": word("name of the client", "{} Dental"),
                   "sector": word("sector"), "country": word("country"), "currency": "EUR", "since": "2026-01-02"},
        "parties": {
            "us": {"kind": "provider", "name": word("name of the provider", "{} IT"), "phone": word.exactly("phone", "+353 1 555 0142"),
                   "email": word("email of a party", "help@{}.example")},
            word("key of a party").lower(): {"kind": "provider", "name": word("second of the provider", "D. {}")},
            "owner": {"kind": "client", "name": owner, "role": word("role"), "phone": word.exactly("phone of a person", "0191 555 0177"),
                      "reference": word("reference of a person")},
            "soft": {"kind": "third_party", "name": word("name of a firm", "{} Ltd"), "does": word("what a firm does")},
            "cover": {"kind": "third_party", "name": word("insurer", "{} Mutual"), "role": word("role of a firm"),
                      "reference": word("reference"), "phone": word.exactly("phone of a firm", "0808 157 0199")}},
        "provider": {"folder": "../" + word("folder of the provider").lower()},
        "assessed": {"date": "2026-11-12", "by": word("who assessed", "J. {}"), "party": "us", "told_by": word("who told")},
        "counts": {"people": 42, "accounts": 45, "computers": 31, "laptops": 6, "sites": 2, "from": word("where the counts are from")},
        "figures": {"day_of_downtime": {"is": 18500, "told_by": word("who told a figure"), "date": "2026-11-12"},
                    "personal_records": {"is": 12000, "told_by": word("who told a figure of no report"), "date": "2026-11-12"}},
        "facts": {
            "mfa": {"cloud_accounts": [{"part": "Microsoft 365", "is": "38 of 42"}, {"part": part, "is": "0 of 3 (3 unknown)", "run_by": "soft"}],
                    "admin_accounts": {"is": "3 of 3", "told_by": word("who told a fact"), "by": word("who wrote a fact down"),
                                       "note": word("note of a fact")},
                    "remote_access": [{"part": laptop, "is": "0 of 1"}]},
            "patch": {"critical_in_time": [{"part": word.exactly("address", "198.51.100.73"), "is": "1 of 2"},
                                           {"part": word.exactly("address of a card", "02:00:5e:10:00:a7"), "is": "1 of 1"},
                                           {"part": word("host", "https://{}.example/login"), "is": "0 of 1"}]},
            "software": {"looked_at": "31 of 31", "unsupported": [{"where": word("where"), "what": word("what is old"), "count": 1}]},
            "kev": {"looked_at": "all", "open": [{"where": word("where a flaw is", "{}-PC.example"), "flaw": word("flaw"), "due": "2026-08-09"}]},
            "log4j": [{"part": word("program", "{} phones"), "looked_at": "4 of 6 (2 unknown)", "date": "2026-10-01",
                       "found": [{"where": word("where the flaw is"), "version": word("tail of a version", "2.14.1-{}").lower(),
                                  "run_by": word("who runs a record")},
                                 {"where": part, "version": "2.0-beta9"}]}],
            "backup": [{"part": part, "every": "1 day", "away": "other_account", "last_good": "2026-11-11", "restored": "never"},
                       {"part": word("a second part"), "every": "1 day", "away": "other_account", "last_good": "2026-11-10",
                        "restored": {"date": "2026-09-30", "scope": "whole_system", "worked": "yes", "took": "3 hours"}}],
            "owner": {"person": word("who decides", "Dr {}")},
            "training": {"trained": "31 of 42", "before_first_login": "no"}},
        "proof": [
            {"for": "mfa.admin_accounts", "shows": "2 of 3", "kind": "document", "date": "2026-11-12", "by": word("who looked"),
             "file": "evidence/" + word("name of a document").lower() + ".pdf", "where": word("what was looked at"),
             "note": word("note of a proof")},
            {"for": "backup.restored", "part": part, "shows": "2026-10-05", "kind": "test", "date": "2026-10-05",
             "by": word("who tested"), "file": "evidence/restore.txt"}],
        "open": [{"for": "mfa.cloud_accounts", "part": part, "because": "no_answer", "ask": word("whom to ask"), "asked": "2026-11-09",
                  "who": "us", "by": "2026-12-04", "note": word("note of a question")}],
        "offered": [{"controls": ["mfa.cloud"], "part": part, "what": word("what was offered"), "who": "us", "by": "2026-12-11",
                     "takes": word("how long it takes"), "price": 31.5, "per": "month", "date": "2026-11-12", "note": word("note of an offer")}],
        "agreed": [{"control": "backup.isolated", "part": part, "what": word("what was agreed"), "who": "owner", "by": "2026-11-20", "once": 450,
                    "takes": word("how long that takes"), "date": "2026-11-12", "said_by": word("who agreed"), "note": word("note of an agreement")}],
        "declined": [{"controls": ["mfa.remote"], "part": laptop, "cause": "price", "date": "2026-11-02", "by": word("who declined"),
                      "explained_by": word("who explained"), "offered": word("what was declined"), "price": 540, "per": "year",
                      "instead": word("what is done instead"), "until": "2027-05-02", "note": word("note of a decline"),
                      "signed": {"date": "2026-11-04", "file": "evidence/" + word("name of a signed file").lower() + ".pdf"}}],
        "not_applicable": [{"control": "macros.autorun", "because": word("why it does not apply"), "by": word("who says so"),
                            "date": "2026-11-12"}],
        "acts": [{"control": "access.leavers", "who": "soft"}, {"control": "mfa.cloud", "part": part, "who": "soft"}],
        "incident": {"decides": ["owner"], "calls": ["us", "soft"], "insurer": "cover", "kept": word("where the card lies")}}


def imports_of(word, source, folder):
    """Real files of tools, in which the names of hosts, accounts and files are words of ours."""
    def brought(case, *names, **replaced):
        files = []
        for name in names:
            text = (source / GOLDEN / f"import-{case}" / name).read_text()
            for old, new in replaced.get("by", {}).items():
                text = text.replace(old, new)
            path = folder / (word(f"file of {case}").lower() + pathlib.Path(name).suffix)
            path.write_text(text)
            files.append(path.name)
        return files

    mail = word("account", "{}@acme.example").lower()
    yield ["nmap", *brought("nmap", "scan.xml", "quick.xml", by={"office.harbour.example": word("scanned host", "{}.example").lower(),
                                                                 "203.0.113.7": word.exactly("scanned address", "203.0.113.207")})]
    yield ["lynis", *brought("lynis", "report.dat", by={"hostname=files01": "hostname=" + word("hostname").lower()})]
    yield ["entra", *brought("entra", "rules.json", "users.json", by={"ann@acme.example": mail, "bob@acme.example": word("second account", "{}@x.example").lower(),
                                                                      "Everyone but the scanner": word("name of a rule")}), "--part", "Microsoft 365"]
    yield ["clamscan", *brought("clamscan", "scan.txt"), "--part", word("part of an import", "{} desk")]
    yield ["veeam", *brought("veeam", "sessions.csv"), "--dates", "month-first"]
    yield ["logpresso", *brought("logpresso", "orders.json", "shop.json")]


class Client:
    """A folder in which everything that can name somebody does."""

    def __init__(self, program, source, place):
        self.program, self.place, self.word = program, place, Words()
        self.inventory = inventory_of(self.word)
        self.name = self.word("folder of the client").lower()
        self.folder = place / self.name
        (self.folder / "evidence").mkdir(parents=True)
        for name in [self.inventory["proof"][0]["file"], "evidence/restore.txt", self.inventory["declined"][0]["signed"]["file"]]:
            (self.folder / name).write_text(f"what {name} shows\n")
        (self.folder / "inventory.json").write_text(json.dumps(self.inventory, indent=1))
        self.make_provider()
        self.make_settings()
        self.make_peers()
        engine = place / "chromium"
        engine.write_text(ENGINE.format(python=sys.executable))
        engine.chmod(0o755)
        for arguments in imports_of(self.word, source, place):
            self.must((0,), "import", *arguments, "--into", self.name, "--as-of", AS_OF)
        self.must((1,), "score", self.name, "--record", "--as-of", EARLIER)
        self.must((1,), "score", self.name, "-p", self.standard, "--record", "--as-of", EARLIER)
        self.record = self.word("name of a record").lower() + ".json"
        self.must((1,), "score", self.name, "-f", "record", "-o", self.record, "--as-of", EARLIER)

    def make_provider(self):
        self.mirror = self.word("name of the mirror", "{} Systems")
        word, folder = self.word, self.place / self.inventory["provider"]["folder"].removeprefix("../")
        folder.mkdir()
        (folder / "inventory.json").write_text(json.dumps({
            "candor": 1, "client": {"name": self.mirror},
            "assessed": {"date": "2026-11-01", "by": word("who assessed the provider")},
            "facts": {"mfa": {"cloud_accounts": [{"part": word("part of the provider"), "is": "4 of 5"}]}}}))
        (folder / "for_clients.yaml").write_text(
            f"candor: 1\nby: {word('who speaks for all clients')}\ndate: 2026-11-03\nfacts:\n  log4j:\n"
            f"    - {{part: {word('part at all clients', '{} tool')}, looked_at: 1 of 1, found: [], note: {word('note for all clients')}}}\n")
        (folder / "prices.yaml").write_text("candor: 1\nprices: [{control: mfa.cloud, price: 3, per: month}]\n")

    def make_settings(self):
        word = self.word
        (self.place / "logo.svg").write_text(f"<svg xmlns='http://www.w3.org/2000/svg'><!-- {word('text in the logo')} --></svg>")
        (self.place / "candor.yaml").write_text(f"candor: 1\nbrand: {{name: {word('name of the brand')}, logo: logo.svg, accent: '#1d3f5e'}}\n")
        self.standard = word("name of a standard").lower() + ".yaml"
        provider = self.inventory["parties"]["us"]["name"]
        (self.place / self.standard).write_text(
            "candor: 1\nprofile:\n  id: {}-standard\n  version: {}\n  title: The standard of {}\n  extends: minimum-standard\n"
            .format(provider.lower().replace(" ", "-"), word("version of a standard"), provider) + self.controls_that_name())

    def controls_that_name(self):
        """Of the controls that plans and declines are about: they name whoever the files name, also those who come after the plan."""
        inventory = self.inventory
        late = [inventory["agreed"][0]["said_by"], inventory["declined"][0]["by"], inventory["not_applicable"][0]["by"], self.mirror]
        names = " or ".join([*late, late[0].upper(), self.mirror.upper(), self.mirror.lower().replace(" ", "_")])
        controls = [{"id": control, "title": f"What {late[0]} and {self.mirror} do about {control}",
                     "words": {"act": f"Ask {names}.", "missing": f"Nobody asked {names}."}}
                    for control in ("mfa.cloud", "mfa.remote", "backup.isolated")]
        return f"controls: {json.dumps(controls)}\n"

    def make_peers(self):
        """Counts of other clients of the same sector, which the report then names."""
        group = {"sector": self.inventory["client"]["sector"].lower(), "clients": 12, "proved": [12] + [0] * 10, "claimed": [12] + [0] * 10}
        self.peers = self.word("name of a file of counts").lower() + ".json"
        (self.place / self.peers).write_text(json.dumps({
            "format": "candor-peers/1", "profile": {"id": "minimum-standard", "version": "2026.1"}, "as_of": EARLIER, "groups": [group]}))

    def must(self, statuses, *arguments):
        status, out, error = run(self.program, *arguments, folder=self.place)
        if status not in statuses:
            sys.exit(f"{arguments}: {status}\n{out}{error}")
        return out, error

    def outputs(self, *arguments, statuses=(0, 1)):
        """All that one run gives: standard output and error, and the file it writes, a workbook taken apart."""
        target = self.place / "result"
        texts = list(self.must(statuses, *arguments))
        if target.exists():
            texts.append(text_of(target.read_bytes()))
            target.unlink()
        return texts


def text_of(data):
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "\n".join(name + "\n" + book.read(name).decode() for name in book.namelist())


def formats_of(program):
    """All but the record, which holds what was read."""
    names = [line.split()[0] for line in run(program, "formats")[1].splitlines() if line.strip()]
    return [name for name in names if name != "record"]


def commands(client, formats):
    name, dated = client.name, ("--as-of", AS_OF)
    into = ("-o", "result", "--pdf-engine", "./chromium")
    for which in formats:
        yield ("score", name, "-f", which, *into, *dated)
    for audience in ("technician", "board"):
        for which in ("terminal", "html"):
            yield ("score", name, "--for", audience, "-f", which, *into, *dated)
    yield ("score", name, "-p", client.standard, "-f", "json", *into, *dated)
    yield ("score", name, "-p", client.standard, "--for", "technician", *dated)
    yield ("score", name, "-p", client.standard, "-f", "sarif", *into, *dated)
    yield ("check", name, "-p", client.standard, *dated)
    yield ("explain", name, "mfa.cloud", "-p", client.standard, *dated)
    yield ("decline", name, "mfa.remote", "-p", client.standard, *dated)
    yield ("card", name, "-p", client.standard, *dated)
    yield ("compare", name + "@" + EARLIER, name, "-p", client.standard, *dated)
    yield ("history", name, "-p", client.standard)
    for audience in ("owner", "technician"):
        yield ("score", name, "--peers", client.peers, "--for", audience, *dated)
    yield ("score", name, "--no-worse-than", client.record, "--expires-within", "300", "--accept", "below",
           "--fail-on", "contradiction,unproven-gate,lapsed-decline,overdue,unowned", "-f", "sarif", *into, *dated)
    yield ("check", name, *dated)
    yield ("explain", name, *dated)
    for control in ("mfa.cloud", "mfa.remote", "backup.tested", "backup.isolated", "vuln.log4j", "vuln.kev", "owner.named", "macros.autorun", "software.supported"):
        yield ("explain", name, control, *dated)
    for which in ("terminal", "html", "pdf"):
        yield ("card", name, "-f", which, *into, *dated)
        yield ("decline", name, "mfa.remote", "-f", which, *into, *dated)
    for which in ("terminal", "json"):
        yield ("compare", name + "@" + EARLIER, name, "-f", which, *into, *dated)
        yield ("compare", client.record, name, "-f", which, *into, *dated)
    yield ("history", name)
    yield ("history", name, "-f", "html", *into)


def check_names(client, formats, faults):
    """No word with --redact; without it all of them."""
    plain, count, places = [], 0, 0
    for command in commands(client, formats):
        plain += client.outputs(*command)
        redacted = client.outputs(*command, "--redact")
        for word in sorted(client.word.within(redacted)):
            faults.append(f"{' '.join(command)} --redact lets out `{word}`, {client.word.fields[word]}")
        count += 1
        places += len(redacted)
    shown = client.word.within(plain)
    hidden = {field for word, field in client.word.fields.items() if word not in shown}
    faults.expect("fields that no result shows, with or without", hidden, NEVER_SHOWN)
    return f"{len(client.word.fields)} words in as many fields, {count} runs, {places} outputs"


def keys_in(value):
    """Every key that a part of the inventory has, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_in, value.values()))
    return set().union(*map(keys_in, value)) if isinstance(value, list) else set()


def check_keys(source, client, faults):
    """Whatever key a client's files can have is in the files of this test: a new one is decided about before it gets out."""
    inventory = client.inventory
    sections = {"client_keys": "client", "party_keys": "parties", "assessed_keys": "assessed", "figure_keys": "figures",
                "value_keys": "facts", "proof_keys": "proof", "open_keys": "open", "agreed_keys": "agreed", "decline_keys": "declined",
                "signed_keys": "declined", "not_applicable_keys": "not_applicable", "acts_keys": "acts", "incident_keys": "incident",
                "provider_keys": "provider"}
    names_nobody = {"candor", "control", "controls", "sha256", "for_each", "statements", "tool", "price", "once", "per"}
    evidence = "\n".join(path.read_text() for path in client.place.glob("*/*.yaml")) + "\n".join(
        path.read_text() for path in client.folder.glob("evidence/*.yaml"))
    found = 0
    for path in sorted((source / "src" / "read").glob("*.cpp")):
        if path.stem in ("catalog", "condition", "control", "event", "peers", "profile"):
            continue  # the standard, a day, and counts that name nobody
        for name, words in re.findall(r"(\w*keys)\{((?:\s*\"[^\"]*\",?)+)\}", path.read_text()):
            keys = set(re.findall(r"\"([^\"]*)\"", words)) - names_nobody
            here = keys_in(inventory[sections[name]]) if name in sections else keys_in(inventory) | set(re.findall(r"(\w+):", evidence))
            faults.expect(f"{path.name}: keys of {name} that are not tried", keys - here, set())
            found += len(keys)
    if found < 100:
        faults.append(f"found only {found} keys: this test is blind")
    return f"{found} keys"


def result_of(document):
    """What must not move."""
    findings = [[finding[key] for key in ("control", "outcome", "low", "high", "proved", "gate_missed", "gate_unknown", "weight")]
                for finding in document["findings"]]
    return [document[key] for key in ("as_of", "verdict", "service", "gates", "score", "counts", "contradicted", "proofs_wanted", "doors")] + [
        findings, [row["points"] for row in document["missing"]], [step["controls"] for step in document["actions"]],
        [(entry["what"], entry["control"], entry["date"]) for entry in document["ledger"]], [limit["held"] for limit in document["limits"]]]


def check_results(program, source, client, faults):
    """The same score, outcomes and order of work, for this client and every example."""
    clients = [client.folder, *(path.parent for path in sorted((source / "examples").rglob("inventory.yaml")))]
    for folder in clients:
        command = [program, "score", str(folder), "-f", "json", "--as-of", AS_OF, "--fail-on", "overdue,unowned,contradiction"]
        plain, redacted = (json.loads(run(*command, *more, folder=client.place)[1]) for more in ((), ("--redact",)))
        faults.expect(f"{folder.name}: the result", result_of(redacted), result_of(plain))
        faults.expect(f"{folder.name}: says that it is redacted", (plain["contains"]["redacted"], redacted["contains"]["redacted"]), (False, True))
    return f"{len(clients)} clients"


def check_compare(client, faults):
    command = ("compare", client.name + "@" + EARLIER, client.name, "-f", "json", "--as-of", AS_OF)
    plain, redacted = (json.loads(client.outputs(*command, *more)[0]) for more in ((), ("--redact",)))
    for key in ("before", "after", "difference", "causes"):
        faults.expect(f"compare: {key}", redacted[key], plain[key])


def check_stand_ins(client, faults):
    """One name, one stand-in, in all formats; what a reader needs to know it is there."""
    document = json.loads(client.outputs("score", client.name, "-f", "json", "--as-of", AS_OF, "--redact")[0])
    faults.expect("client", document["client"], {"id": "client-id-1", "name": "Client", "sector": "(words left out)",
                                                 "country": "(words left out)", "currency": "EUR", "since": "2026-01-02"})
    faults.expect("parties", [(party["key"], party["name"]) for party in document["parties"]],
                  [("provider", "Provider"), ("provider-2", "Provider 2"), ("person-1", "Person 1"), ("firm-1", "Firm 1"), ("firm-2", "Firm 2")])
    report = client.outputs("score", client.name, "--width", "1000", "--as-of", AS_OF, "--redact")[0]
    for words in ("Client: security report, 28 November 2026", "by Person 2, Provider", "We left all names out of this report"):
        faults.expect(f"the report says `{words}`", words in report, True)
    sarif = client.outputs("score", client.name, "-f", "sarif", "--as-of", AS_OF, "--redact")[0]
    faults.expect("places", "client/inventory.json" in sarif, True)


def check_moved(client, formats, faults):
    """The same bytes once more, and where the folder lies and how it is called changes none of them."""
    def given():
        return [client.outputs("score", client.name, "-f", which, "-o", "result", "--pdf-engine", "./chromium", "--as-of", AS_OF,
                               "--redact") for which in formats]

    before = given()
    client.folder = client.folder.rename(client.place / "elsewhere")
    client.name = "elsewhere"
    faults.expect("the same from another folder", given(), before)


def check_complaints(client, faults):
    """What is wrong is told by its place and its code; what stands there is not."""
    word, place = client.word, client.place
    broken = place / word("folder of a broken client").lower()
    broken.mkdir()
    lines = ["candor: 1", f"client: {{name: {word('name in a broken file')}, {word('unknown key').lower()}: 1}}",
             f"assessed: {{date: {word('no date')}, by: x}}", f"facts: {{mfa: {{cloud_accounts: {word('no value')}}}}}",
             f"acts: [{{control: mfa.cloud, who: {word('no party')}}}]"]
    (broken / "inventory.yaml").write_text("\n".join(lines) + "\n")
    cases = [(3, ("check", broken.name), "client/inventory.yaml:2:"), (3, ("score", broken.name), "[unknown-party]"),
             (3, ("score", word("no such client").lower()), "[unreadable]"),
             (3, ("score", client.name, "--provider", word("no such provider").lower()), "[unreadable]"),
             (3, ("score", client.name, "--peers", word("no counts").lower()), "[unreadable]"),
             (1, ("score", client.name, "--peers", client.peers, "--as-of", "2026-11-13", "-o", "report.md"), "[peers-left-out]"),
             (2, ("compare", client.name, "../" + broken.name + "/" + word("no client").lower() + "@last"), ""),
             (2, ("score", client.name, "-f", word("no format").lower()), "is not a format"),
             (2, ("explain", client.name, word("no control").lower()), "is not a control"),
             (4, ("score", client.name, "-o", word("no folder").lower() + "/report.md"), "cannot be written"),
             (4, ("score", client.name, "-o", "report.pdf", "--pdf-engine", "./" + word("no engine").lower()), "is no program"),
             (2, ("score", client.name, "--record"), "a record holds what was read"),
             (2, ("score", client.name, "-f", "record"), "a record holds what was read"),
             (2, ("score", client.name, "-o", word("a record by its ending").lower() + ".record.json"), "a record holds what was read"),
             (2, ("score", client.name, "--show-config"), "--show-config tells the settings")]
    for status, command, told in cases:
        given, out, error = run(client.program, *command, "--redact", folder=place)
        what = " ".join(command)
        faults.expect(f"{what}: status and words", (given if told else status, told in error, out), (status, True, ""))
        for word_out in sorted(word.within([out, error])):
            faults.append(f"{what} --redact lets out `{word_out}`, {word.fields[word_out]}:\n{error}")
        if status == 3:
            faults.expect(f"{what}: how to see the words", error.splitlines()[-1],
                          "candor: the words are left out; run it again without --redact to see them")
        faults.expect(f"{what}: told without --redact", bool(word.within(run(client.program, *command, folder=place)[1:])) or status == 2, True)
    return f"{len(cases)} complaints"


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        client = Client(program, source, pathlib.Path(name))
        formats = formats_of(program)
        told = [check_keys(source, client, faults), check_names(client, formats, faults), check_results(program, source, client, faults)]
        check_compare(client, faults)
        check_stand_ins(client, faults)
        told.append(check_complaints(client, faults))
        check_moved(client, formats, faults)
    return faults.tell(", ".join(told))


if __name__ == "__main__":
    sys.exit(main())
