#!/usr/bin/env python3
"""limits.py PROGRAM SOURCE: each bound that the manual lists is the one in the code, what lies just under it is read, and
what lies just over it is refused with its own code and its full text."""
import dataclasses
import os
import pathlib
import re
import resource
import sys
import tempfile
from typing import Callable

from running import AS_OF, Faults, run

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


def main():
    program, source, faults = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), Faults()
    check_manual(source, faults)
    bounds = BOUNDS[::SAMPLE]
    for bound in bounds:
        check(program, bound, number_in_code(source, bound.source), faults)
    return faults.tell(f"{len(BOUNDS)} bounds stand in the manual as in the code; {len(bounds)} of them hold, just under and just over")


if __name__ == "__main__":
    sys.exit(main())
