#!/usr/bin/env python3
"""limits.py PROGRAM SOURCE: each bound that the manual lists is the one in the code, what lies just under it is read, and
what lies just over it is refused with its own code and its full text."""
import dataclasses
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
from typing import Callable

from running import AS_OF, Faults, environment, run

# Every so many bounds are tried where CANDOR_SAMPLE says so: under sanitizers all of them take minutes.
SAMPLE = int(os.environ.get("CANDOR_SAMPLE", "1"))
HEAD = "candor: 1\nclient: {name: Acme}\nassessed: {date: 2026-11-12, by: A. Tester}\n"
FACTS = "facts: {email: {spf: yes}}\n"
CHECK = ["check", "client"]
MAP = "candor: 1\nprogram: Console\nfacts:\n  mfa.cloud_accounts: {part: {column: Site}, has: {column: MFA, is: Yes}}\n"
RECORD_MAP = "candor: 1\nprogram: Console\nfacts:\n  software.unsupported: {each: {where: {column: A}, what: {column: A}}}\n"


@dataclasses.dataclass
class Bound:
    """One row of the manual: what, how much it says there, where the code has it, and what goes over it."""
    what: str
    source: str    # file and constant
    unit: str      # as the manual writes the number
    code: str
    complaint: str  # in full, without its place; N is the number in the manual
    make: Callable  # folder, number: writes what has so many of it, and gives the arguments


def inventory(folder, text):
    (folder / "client").mkdir(exist_ok=True)
    with open(folder / "client/inventory.yaml", "w", encoding="utf-8") as file:
        file.write(text)
    return CHECK


def padded(folder, size):
    inventory(folder, HEAD)
    with open(folder / "client/inventory.yaml", "ab") as file:
        line = b"# " + b"x" * 61 + b"\n"
        left = size - len(HEAD)
        file.write(line * (left // len(line)) + b"\n" * (left % len(line)))
    return CHECK


def parts(count, value="1 of 2"):
    return "facts:\n  mfa:\n    cloud_accounts:\n" + "".join(f"    - {{part: P{i}, is: {value}}}\n" for i in range(count))


def statement_bytes(folder, size):
    """Written once, said of each of 1,000 parts: what it says adds up to `size` bytes."""
    count, short = 1000, len("A. Tester") + len("P000")
    each, more = divmod(size - count * short, count)
    text = "".join(f"    - {{part: P{i:03}, is: unknown}}\n" for i in range(count - 1))
    text += "    - {part: P999" + "x" * more + ", is: unknown}\n"
    return inventory(folder, HEAD + f"facts:\n  mfa:\n    note: {'n' * each}\n    cloud_accounts:\n{text}")


def plans(folder, count):
    return inventory(folder, HEAD + FACTS + "acts:\n" + "  - {control: email.spf, who: provider}\n" * count)


def evidence_files(folder, count):
    inventory(folder, HEAD)
    evidence = folder / "client/evidence"
    evidence.mkdir(exist_ok=True)
    there = len(os.listdir(evidence))
    for number in range(there, count):
        os.close(os.open(evidence / f"{number}.txt", os.O_CREAT | os.O_WRONLY))
    for name in sorted(os.listdir(evidence))[count:]:
        (evidence / name).unlink()
    return CHECK


def evidence_bytes(folder, size):
    inventory(folder, HEAD)
    evidence = folder / "client/evidence"
    evidence.mkdir(exist_ok=True)
    begin = b"candor: 1\nproof: []\n#"
    for number in range(5):
        with open(evidence / f"{number}.yaml", "wb") as file:
            mine = min(size - number * (7 << 20), 7 << 20)
            file.write(begin + b"x" * (mine - len(begin)))
    return CHECK


def sparse(path, size, head=b""):
    with open(path, "wb") as file:
        file.write(head)
        file.truncate(size)


def document(folder, size):
    (folder / "client/evidence").mkdir(parents=True, exist_ok=True)
    sparse(folder / "client/evidence/scan.pdf", size)
    return inventory(folder, HEAD + FACTS + "proof:\n- {for: email.spf, shows: yes, kind: document, date: 2026-11-12, "
                     "by: A, file: evidence/scan.pdf}\n")


def logo(folder, size):
    sparse(folder / "logo.png", size, b"\x89PNG\r\n\x1a\n")
    (folder / "candor.yaml").write_text("candor: 1\nbrand: {logo: logo.png}\n")
    inventory(folder, HEAD)
    return CHECK


def chain(folder, count):
    """A profile that extends `count` others, one after another."""
    for number in range(count + 1):
        base = f"{number + 1}.yaml" if number < count else "minimum-standard"
        (folder / f"{number}.yaml").write_text(
            f"candor: 1\nprofile: {{id: p{number}, version: 1, title: P, extends: {base}}}\n")
    inventory(folder, HEAD)
    return [*CHECK, "-p", "0.yaml"]


def import_of(tool, *more, names=("file",)):
    return ["import", tool, *names, "--into", "client", "--date", "2026-11-20", *more]


def import_bytes(tool):
    def make(folder, size):
        inventory(folder, HEAD)
        sparse(folder / "file", size)
        return import_of(tool)
    return make


def import_together(folder, size):
    inventory(folder, HEAD)
    most = 60 << 20
    names = []
    while size > 0:
        names.append(f"file-{len(names)}")
        sparse(folder / names[-1], min(size, most))
        size -= most
    return import_of("entra", names=names)


def content(tool, write, more=(), table_map=None):
    def make(folder, count):
        inventory(folder, HEAD)
        if table_map:
            (folder / "map.yaml").write_text(table_map)
        with open(folder / "file", "w", encoding="utf-8") as file:
            write(file, count)
        return import_of(tool, *more)
    return make


def many(head, one, tail, less=0):
    """So many times the same; `less` are in head and tail already."""
    return lambda file, count: file.write(head + one * (count - less) + tail)


def table(text_of):
    return lambda file, count: file.write(text_of(count))


def fields(file, count):
    """Rows of 1,000 fields, each one more, and a last one, which is not complete, that takes the rest."""
    width = 1000
    rows, rest = divmod(count, width + 1)
    file.write(("," * (width - 1) + "\n") * rows)
    file.write("a" + "," * (rest - 1) if rest else "")


def record(folder, size):
    inventory(folder, HEAD)
    (folder / "client/history").mkdir(exist_ok=True)
    sparse(folder / "client/history/2026-11-20-minimum-standard.json", size)
    return ["history", "client"]


def list_of_paths(folder, size):
    inventory(folder, HEAD)
    with open(folder / "paths", "wb") as file:
        blank = b" " * 4095 + b"\n"
        file.write((b"client\n" + blank * (size // len(blank) + 1))[:size])
    return ["portfolio", "--list", "paths"]


def folder_of_clients(folder, count):
    """Names alone: what is no client's folder is passed over, and counted all the same."""
    clients = folder / "clients"
    clients.mkdir(exist_ok=True)
    inventory(folder, HEAD)
    if not (clients / "client").exists():
        (clients / "client").symlink_to(folder / "client")
    for number in range(len(os.listdir(clients)), count):
        os.close(os.open(clients / f"{number}", os.O_CREAT | os.O_WRONLY))
    for name in sorted(os.listdir(clients))[:len(os.listdir(clients)) - count]:
        (clients / name).unlink()
    return ["portfolio", "clients"]


def client_of_a_stream(folder, size):
    line = b'{"candor": 1, "client": {"name": "Acme"}, "assessed": {"date": "2026-11-12", "by": "A"}}'
    with open(folder / "clients.ndjson", "wb") as file:
        file.write(line + b" " * (size - len(line)) + b"\n")
    return ["portfolio", "clients.ndjson"]


CSV = ["--map", "map.yaml"]
BOUNDS = [
    Bound("a file that candor reads as its own", "include/candor/text/node.hpp max_file_bytes", "MiB", "too-large",
          "this file is larger than N", padded),
    Bound("keys and values in it", "include/candor/text/node.hpp max_entries", "", "too-large",
          "the file holds more than N keys and values", lambda folder, count: inventory(folder, "[" + "a," * (count - 1) + "]")),
    Bound("lists and keys inside one another", "include/candor/text/node.hpp max_depth", "", "too-deep",
          "values are nested more than N levels deep", lambda folder, count: inventory(folder, "[" * count + "]" * count)),
    Bound("a text in it", "src/text/node.cpp max_text_bytes", "KiB", "too-long",
          "this text is N+1 bytes long, and at most N are read",
          lambda folder, count: inventory(folder, HEAD + f"open:\n- {{for: mfa, because: no_answer, note: {'n' * count}}}\n")),
    Bound("a key", "src/text/node.cpp max_key_bytes", "bytes", "too-long",
          "this key is N+1 bytes long, and at most N are read", lambda folder, count: inventory(folder, HEAD + "k" * count + ": a\n")),
    Bound("the name of a client or a party", "src/read/reading.hpp longest_name", "bytes", "too-long",
          "this name is N+1 bytes long, and at most N are read",
          lambda folder, count: inventory(folder, HEAD.replace("Acme", "n" * count))),
    Bound("values told of a client, and records", "src/read/reading.hpp most_statements", "", "too-many",
          "more than N values and records are told of this client", lambda folder, count: inventory(folder, HEAD + parts(count))),
    Bound("what all of them say, written out for each part", "src/read/reading.hpp most_statement_bytes", "MiB", "too-many",
          "what is told of this client comes to more than N", statement_bytes),
    Bound("entries of a list of plans, and parties", "src/read/reading.hpp most_entries", "", "too-many",
          "this client has more than N entries of this kind", plans),
    Bound("files in evidence/, and in history/", "src/app/files.hpp most_names", "", "too-many-files",
          "this folder holds more than N files", evidence_files),
    Bound("what is read in evidence/, together", "src/app/load_client.cpp max_evidence_bytes", "MiB", "too-large",
          "what is read here is larger than N", evidence_bytes),
    Bound("a document", "src/app/files.hpp max_document_bytes", "MiB", "proof-file",
          "`evidence/scan.pdf` cannot be used: this file is larger than N", document),
    Bound("a logo", "src/app/brand.hpp max_logo_bytes", "KiB", "bad-logo",
          "`logo.png` cannot be the logo: this file is larger than N", logo),
    Bound("profiles that one extends, one after another", "src/app/load_profile.cpp most_bases", "", "too-many",
          "more than N profiles extend one another here", chain),
    Bound("a file to import", "src/import/registry.cpp entra", "MiB", "too-large", "this file is larger than N", import_bytes("entra")),
    Bound("the same for answers and lynis", "src/import/registry.cpp lynis", "MiB", "too-large", "this file is larger than N",
          import_bytes("lynis")),
    Bound("files that are imported together", "src/app/import_files.cpp max_import_bytes", "MiB", "too-large",
          "the files to import are larger than N together", import_together),
    Bound("keys and values in JSON", "include/candor/text/json.hpp max_entries", "", "too-large",
          "this file holds more than N values", content("entra", many("[", "1,", "1]", less=2))),
    Bound("lists and keys inside one another in JSON", "include/candor/text/json.hpp max_depth", "", "too-deep",
          "values lie more than N deep in each other here", content("entra", lambda file, count: file.write("[" * count + "]" * count))),
    Bound("fields of a table, each row one more", "src/import/csv.hpp max_csv_fields", "", "too-large",
          "this table holds more than N fields", content("csv", fields, CSV, MAP)),
    Bound("fields of a row of a table", "src/import/csv.hpp max_csv_columns", "", "too-large",
          "this line holds more than N fields", content("csv", many("MFA,Site\n", ",", "", less=1), CSV, MAP)),
    Bound("tags in XML", "src/import/xml.hpp max_xml_tags", "", "too-large", "this file holds more than N tags",
          content("nmap", many("<a>", "<b/>", "</a>", less=2))),
    Bound("attributes of an element", "src/import/xml.cpp max_attributes", "", "bad-xml",
          "this element has an attribute twice, or more than N",
          content("nmap", lambda file, count: file.write("<a " + " ".join(f'a{i}="1"' for i in range(count)) + "/>"))),
    Bound("parts that a tool tells of", "src/import/look.hpp most_parts", "", "too-large", "this column holds more than N parts",
          content("csv", table(lambda count: "Site,MFA\n" + "".join(f"S{i},Yes\n" for i in range(count))), CSV, MAP)),
    Bound("records that a table brings of a part", "src/import/mapped.cpp most_records", "", "too-large",
          "more than N rows are to be listed",
          content("csv", table(lambda count: "A\n" + "".join(f"S{i}\n" for i in range(count))), CSV, RECORD_MAP)),
    Bound("a record", "src/app/past.hpp largest_record", "MiB", "too-large", "this file is larger than N", record),
    Bound("a list of clients' paths", "src/app/portfolio_inputs.cpp max_list_bytes", "MiB", "too-large", "this file is larger than N",
          list_of_paths),
    Bound("what lies in a folder of clients", "src/app/portfolio_inputs.cpp most_clients", "", "too-many-files",
          "this folder holds more than N files", folder_of_clients),
    Bound("a client in a stream", "include/candor/text/node.hpp max_file_bytes", "MiB", "too-large",
          "this line is larger than N", client_of_a_stream),
]


def number_in_code(source, where):
    """As the constant, or the row of an importer, has it."""
    path, name = where.split()
    text = (source / path).read_text(encoding="utf-8")
    if path.endswith("registry.cpp"):
        row = re.search(rf'Importer\{{"{name}",.*?(\d+) \* mebibyte', text, re.S)
        return int(row[1]) << 20
    value = re.search(rf"constexpr [\w:]+ {name}(?: = |\{{)([^;}}]+)", text)[1]
    value = re.sub(r"(?<=\d)['u]|(?<=\d)'", "", value)
    amount, _, shift = value.partition("<<")
    return int(amount) << int(shift or 0)


def in_words(number, unit):
    size = {"MiB": 20, "KiB": 10}.get(unit)
    return f"{number >> size} {unit}" if size else f"{number:,} {unit}".strip()


def check_manual(source, faults):
    manual = (source / "man/candor.1").read_text(encoding="utf-8")
    section = re.search(r"^\.Sh BOUNDS$(.*?)^\.Sh ", manual, re.S | re.M)[1]
    rows = [tuple(row.split(" Ta ")) for row in re.findall(r"^\.It (.* Ta .*)$", section, re.M)][1:]
    code = [(bound.what, in_words(number_in_code(source, bound.source), bound.unit), bound.code) for bound in BOUNDS]
    faults.expect("the table of the manual", rows, code)
    sources = {where: (source / where).read_text(encoding="utf-8")
               for where in ("src/app/past.cpp", "src/text/diagnostics.cpp", "include/candor/text/diagnostics.hpp")}
    words = re.sub(r"\s+", " ", section)
    for where, name, sentence in (("src/app/past.cpp", "most_a_day", "at most {} records"),
                                  ("src/text/diagnostics.cpp", "longest_words", "cut to {} bytes"),
                                  ("include/candor/text/diagnostics.hpp", "max_kept", "the first {:,} are told")):
        number = int(re.search(rf"{name} = (\d+)", sources[where])[1])
        faults.expect(name, sentence.format(number) in words, True)


@dataclasses.dataclass
class Shape:
    """What takes much memory for its size: one unit, again and again."""
    what: str
    unit: str
    head: str = HEAD + "open: ["
    tail: str = "]\n"
    file: str = "client/inventory.yaml"
    arguments: tuple = ("check", "client")
    mebibytes: float = 2

    def write(self, folder):
        """In small pieces: what this process has taken, the next one is said to have taken too. Gives the size."""
        (folder / "client/history").mkdir(parents=True, exist_ok=True)
        (folder / "client/inventory.yaml").write_text(HEAD, encoding="utf-8")
        (folder / "map.yaml").write_text(MAP, encoding="utf-8")
        pieces = (1 << 16) // len(self.unit)
        with open(folder / self.file, "w", encoding="utf-8") as file:
            file.write(self.head)
            number = 0
            while file.tell() < self.mebibytes * 2**20:
                for number in range(number + 1, number + 1 + max(pieces, 1)):
                    file.write(self.unit.replace("#", str(number)))
            file.write(self.tail)
            return file.tell()


IMPORT = ("--into", "client", "--date", "2026-11-20")
PARTS = HEAD + "facts:\n  mfa:\n    cloud_accounts:\n"
SHAPES = [
    Shape("small texts", "a,"), Shape("small lists", "[],"), Shape("keys without values", "? a\n", HEAD, ""),
    Shape("items", "- a\n", HEAD + "open:\n", ""), Shape("repeated keys", "a: b\n", HEAD, ""), Shape("keys", "k#: a\n", HEAD, ""),
    Shape("long texts", "a" * 16000 + ","), Shape("a text that is too long", "a" * 16000), Shape("deep lists", "[" * 40 + "]" * 40 + ","),
    Shape("comments", "# \u00e9\n", HEAD, ""),
    Shape("a profile", "{id: a},", "candor: 1\nprofile: {id: p, version: 1, title: P}\ncontrols: [", file="p.yaml",
          arguments=("check", "client", "-p", "p.yaml")),
    Shape("a profile of small texts", "a,", "candor: 1\ncontrols: [", file="p.yaml", arguments=("check", "client", "-p", "p.yaml")),
    Shape("a table", ",", "MFA,Site\n", "", "file", ("import", "csv", "file", "--map", "map.yaml", *IMPORT)),
    Shape("a table of rows", "a,b\n", "MFA,Site\n", "", "file", ("import", "csv", "file", "--map", "map.yaml", *IMPORT)),
    Shape("JSON", "1,", "[", "1]", "file", ("import", "entra", "file", *IMPORT)),
    Shape("JSON objects", '{"a":1},', '{"value": [', "{}]}", "file", ("import", "entra", "file", *IMPORT)),
    Shape("XML", "<b/>", "<a>", "</a>", "file", ("import", "nmap", "file", *IMPORT)),
    Shape("XML texts", "<b>c</b>", "<a>", "</a>", "file", ("import", "nmap", "file", *IMPORT)),
    Shape("a record", "1,", '{"format": "candor-record/1", "inputs": [', "1]}", "client/history/2026-11-20-minimum-standard.json",
          ("history", "client")),
    Shape("lines", "Eicar-Test FOUND\n", "", "", "file", ("import", "clamscan", "file", *IMPORT)),
    Shape("parts, as JSON", "    - {part: P#, is: 1 of 2}\n", PARTS, "", arguments=("score", "client", "-f", "json"), mebibytes=1),
    Shape("contradicted parts, as JSON", "  - {for: mfa.cloud_accounts, part: P#, shows: 0 of 2, kind: seen, date: 2026-11-12, by: A}\n",
          HEAD + "facts: {mfa: {cloud_accounts: 2 of 2}}\nproof:\n", "", arguments=("score", "client", "-f", "json"), mebibytes=1),
    Shape("the same for a technician", "  - {for: mfa.cloud_accounts, part: P#, shows: 0 of 2, kind: seen, date: 2026-11-12, by: A}\n",
          HEAD + "facts: {mfa: {cloud_accounts: 2 of 2}}\nproof:\n", "", arguments=("score", "client", "--for", "technician"), mebibytes=1),
    Shape("declines, as SARIF", "  - {control: mfa.cloud, cause: price, date: 2026-03-02, by: B#}\n", HEAD + FACTS + "declined:\n", "",
          arguments=("score", "client", "-f", "sarif"), mebibytes=0.5),
]


PROOF = "  - {{for: mfa.cloud_accounts, {}shows: 0 of 2, kind: seen, date: 2026-11-12, by: A{}}}\n"
PROVED = HEAD + "facts: {mfa: {cloud_accounts: 2 of 2}}\nproof:\n"
# What once took four times as long where there was twice as much: so many of something, and who has to look through it.
MANY = [
    ("parts that are contradicted", 10_000, ("score", "client", "-f", "csv"),
     lambda count: PROVED + "".join(PROOF.format(f"part: P{i}, ", "") for i in range(count))),
    ("proofs of one part", 5000, ("compare", "client", "client"),
     lambda count: PROVED + "".join(PROOF.format("", i) for i in range(count))),
    ("plans for parts that are not there", 2000, ("check", "client"),
     lambda count: HEAD + parts(count) + "offered:\n" +
     "".join(f"  - {{control: mfa.cloud, part: Q{i}, what: w, date: 2026-11-12}}\n" for i in range(count))),
    ("records", 5000, ("score", "client", "-f", "json"),
     lambda count: HEAD + "facts:\n  log4j:\n    found:\n" + "".join(f"      - {{where: P{i}, version: 2.14.1}}\n" for i in range(count))),
]


def check_time(program, faults):
    """Four times as much takes about four times as long, of the processor's time."""
    for what, few, arguments, text_of in MANY[::SAMPLE]:
        seconds = []
        for count in (few, few * 4):
            with tempfile.TemporaryDirectory() as name:
                inventory(pathlib.Path(name), text_of(count))
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                measured(program, [*arguments, "--as-of", AS_OF], name)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
            seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if seconds[1] > 6.5 * seconds[0] + 0.1:
            faults.append(f"{what}: {few} take {seconds[0]:.2f} s, and {few * 4} take {seconds[1]:.2f} s")


def measured(program, arguments, folder):
    """Exit status, bytes on standard output, and the most bytes of memory."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([program, *arguments], cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=out,
                                   stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, os.fstat(out.fileno()).st_size, usage.ru_maxrss << 10


def check_memory(program, source, faults):
    """Holds what the manual says of memory; gives the most for a byte that was met. Sanitizers keep memory of their own."""
    manual = re.sub(r"\s+", " ", (source / "man/candor.1").read_text(encoding="utf-8"))
    base, each = (int(number) for number in re.search(
        r"Reading takes at most (\d+) MiB of memory and (\d+) bytes for each byte of what is read\.", manual).groups())
    of_result = int(re.search(r"A result takes besides (\d+) bytes for each byte of it\.", manual)[1])
    if measured(program, ["--version"], ".")[2] > 64 << 20:  # this process counts too: what it has, the next one is said to have
        return "memory is not measured, for the program reserves some"
    most = 0
    for shape in SHAPES[::SAMPLE]:
        with tempfile.TemporaryDirectory() as name:
            size = shape.write(pathlib.Path(name))
            status, result, memory = measured(program, [*shape.arguments, "--as-of", AS_OF], name)
        most = max(most, memory / (size + result))
        if os.environ.get("CANDOR_VERBOSE"):
            print(f"{shape.what:28} {size / 2**20:5.1f} MiB in, {result / 2**20:5.1f} out, status {status}: {memory / 2**20:4.0f} MiB, "
                  f"{memory / size:.1f} of what is read, {(memory - size * 10) / max(result, 1):.1f} of the result")
        if status not in (0, 1, 3) or memory > (base << 20) + size * each + result * of_result:
            faults.append(f"{shape.what}: status {status}, {memory >> 20} MiB for {size} bytes read and {result} written")
    return f"no byte takes more than {most:.0f}"


def check(program, bound, number, faults):
    shown = in_words(number, bound.unit) if bound.unit in ("MiB", "KiB") and "+1" not in bound.complaint else str(number)
    complaint = bound.complaint.replace("N+1", str(number + 1)).replace("N", shown)
    wanted = f"error: {complaint} [{bound.code}]"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for count, is_over in ((number, False), (number + 1, True)):
            status, _, told = run(program, *bound.make(folder, count), "--as-of", AS_OF, folder=folder)
            if is_over:
                faults.expect(f"{bound.what}, {count}\n{told[:600]}", (status, told.count(wanted)), (3, 1))
            elif wanted.partition(" [")[0] in told or status not in (0, 1, 3):
                faults.append(f"{bound.what}, {count}: {status}\n{told[:600]}")


def check_parts(program, faults):
    """A tool that names its parts itself is held to the same number: a scan of 600 addresses made 1,800 statements."""
    host = ('<host><status state="up"/><address addr="203.0.{}.{}" addrtype="ipv4"/>'
            '<ports><port protocol="tcp" portid="443"><state state="open"/></port></ports></host>')
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        (folder / "client").mkdir()
        (folder / "client/inventory.yaml").write_text("candor: 1\nclient: {name: A}\nassessed: {date: 2026-11-12, by: B}\n")
        for count, wanted in ((500, 0), (501, 3)):
            hosts = "".join(host.format(i // 250, i % 250 + 1) for i in range(count))
            (folder / "scan.xml").write_text('<nmaprun scanner="nmap" start="1795046400" version="7.93">'
                                             f'<scaninfo type="connect" protocol="tcp" numservices="65535" services="1-65535"/>{hosts}'
                                             '<runstats><finished time="1795046500" exit="success"/></runstats></nmaprun>')
            status, _, told = run(program, "import", "nmap", "scan.xml", "--into", "client", "--as-of", AS_OF, folder=folder)
            faults.expect(f"a scan of {count} addresses\n{told[:400]}", (status, "more than 500 parts are told of here" in told),
                          (wanted, wanted == 3))


def main():
    program, source, faults = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), Faults()
    check_manual(source, faults)
    memory = check_memory(program, source, faults)
    check_time(program, faults)
    check_parts(program, faults)
    bounds = BOUNDS[::SAMPLE]
    for bound in bounds:
        check(program, bound, number_in_code(source, bound.source), faults)
    return faults.tell(f"{len(BOUNDS)} bounds stand in the manual as in the code; {len(bounds)} of them hold, just under and just over; "
                       f"{memory}")


if __name__ == "__main__":
    sys.exit(main())
