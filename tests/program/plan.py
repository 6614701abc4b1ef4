#!/usr/bin/env python3
"""plan.py PROGRAM SOURCE: the workbook of the action plan is whole, holds the rows of the CSV, is the same twice and is
not shown on a terminal; an import makes a file that nobody else may read, and a no that it brings moves no number."""
import csv
import datetime
import io
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

from running import AS_OF, Faults, environment, has_terminals, run

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of_csv(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def number(cell):
    """`380.00`, `380` and `380.0` are the same in a cell."""
    return f"{float(cell):g}" if re.fullmatch(r"\d+(\.\d+)?", cell) else cell


def day(cell):

    return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(cell)))).isoformat()


def rows_of_workbook(path, days):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        for name in book.namelist():
            xml.fromstring(book.read(name))
        shared = ["".join(t.text or "" for t in item.iter(MAIN + "t")) for item in xml.fromstring(book.read("xl/sharedStrings.xml"))]
        sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
        core = book.read("docProps/core.xml").decode()
    rows = []
    for line in sheet.iter(MAIN + "row"):
        row = []
        for index, cell in enumerate(line):
            value = cell.findtext(MAIN + "v")
            if value is None:
                row.append("")
            elif cell.get("t") == "s":
                row.append(shared[int(value)])
            else:
                row.append(day(value) if index in days else number(value))
        rows.append(row)
    return rows, sheet, core


def check_workbook(program, source, folder, faults):
    status, text, complaints = run(program, "score", "examples/dental", "--as-of", AS_OF, "-f", "csv", folder=source)
    faults.expect("the table", (status, complaints, text[:1]), (1, "", "\ufeff"))
    if re.search("(?<!\r)\n", text):
        faults.append("a line of the table does not end in CR LF")
    table = rows_of_csv(text)
    days = [table[0].index(name) for name in ("By when", "Date", "Until")]
    for name in ("a.xlsx", "b.xlsx"):
        run(program, "score", "examples/dental", "--as-of", AS_OF, "-f", "xlsx", "-o", str(folder / name), folder=source)
    faults.expect("the same bytes twice", (folder / "a.xlsx").read_bytes() == (folder / "b.xlsx").read_bytes(), True)
    rows, sheet, core = rows_of_workbook(folder / "a.xlsx", days)
    faults.expect("the rows", rows, [[number(cell) for cell in row] for row in table])
    faults.expect("the day of the workbook", f">{AS_OF}T00:00:00Z</dcterms:created>" in core, True)
    faults.expect("the frozen heading", [pane.get("ySplit") for pane in sheet.iter(MAIN + "pane")], ["1"])
    faults.expect("the choices", [item.text for item in sheet.iter(MAIN + "formula1")],
                  ['"agreed,declined"', '"price,awareness,both,supplier,other"'])
    faults.expect("no formula in a cell", len(list(sheet.iter(MAIN + "f"))), 0)
    given = json.loads(run(program, "score", "examples/dental", "--as-of", AS_OF, "-f", "json", folder=source)[1])
    faults.expect("the points", sum(int(row[table[0].index("Points")]) for row in table[1:]), 100 - given["score"]["claimed"])
    gaps = [item["control"] for item in given["findings"] if item["outcome"] in ("partly", "not_met", "unknown")]
    faults.expect("one row a gap", sorted(row[1] for row in table[1:]), sorted(gaps))


def check_terminal(program, source, faults):
    ours, theirs = pty.openpty()
    done = subprocess.run([program, "score", "examples/dental", "-f", "xlsx"], cwd=source, env=environment(), stdout=theirs,
                          stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(theirs)
    os.close(ours)
    faults.expect("a workbook on a terminal", (done.returncode, done.stderr.decode()),
                  (2, "candor: error: `xlsx` is not for a terminal\n  hint: write it to a file: -o report.xlsx\n"))


def check_hostile(program, folder, faults):
    """What a client's file says is text in every cell."""
    client = folder / "client"
    client.mkdir()
    (client / "inventory.yaml").write_text(
        'candor: 1\nclient: {id: a b, name: "=HYPERLINK(1)"}\nparties: {us: {kind: provider, name: Us}}\n'
        "assessed: {date: 2026-11-12, by: D. Keane}\nfacts: {backup: {restored: never}}\n"
        "offered: [{control: backup.tested, part: '-a, \"b\"', what: '=cmd|x', who: us, takes: '@soon', date: 2026-11-12}]\n",
        encoding="utf-8")
    table = rows_of_csv(run(program, "score", "client", "--as-of", AS_OF, "-f", "csv", folder=folder)[1])
    row = next(dict(zip(table[0], row)) for row in table if row[1] == "backup.tested")
    faults.expect("a hostile row", (row["Id"], row["Part"], row["What to do"], row["Takes"]),
                  ("a-b:backup.tested:a-b", "'-a, \"b\"", "'=cmd|x.", "'@soon"))
    if any(cell[:1] in tuple("=+-@\t\r\0") for line in table for cell in line if cell):
        faults.append("a cell begins like a formula")
    row.update({"Answer": "agreed", "By whom": "=me"})
    with (folder / "hostile.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0])
        writer.writeheader()
        writer.writerow(row)
    status, _, complaints = run(program, "import", "answers", "hostile.csv", "--into", "client", "--as-of", AS_OF, folder=folder)
    faults.expect("a hostile table", (status, complaints), (0, ""))
    text = next((client / "evidence").glob(f"answers-{AS_OF}-*.yaml")).read_text(encoding="utf-8")
    faults.expect("what came back", re.findall(r"(part|what|takes|said_by): (.*)", text),
                  [("part", '"-a, \\"b\\""'), ("what", '"=cmd|x."'), ("takes", '"@soon"'), ("said_by", '"=me"')])


def check_import(program, source, folder, faults):
    """Every row is declined: the report changes, the score does not."""
    for name in ("dental", "northgate-it"):
        shutil.copytree(f"{source}/examples/{name}", folder / name)

    def score():
        return json.loads(run(program, "score", "dental", "--as-of", AS_OF, "-f", "json", folder=folder)[1])

    before = score()
    table = rows_of_csv(run(program, "score", "dental", "--as-of", AS_OF, "-f", "csv", folder=folder)[1])
    place = table[0].index
    for row in table[1:]:
        row[place("Answer")], row[place("Cause")], row[place("By whom")] = "declined", "price", "Dr S. Lowe"
    with (folder / "plan.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(table)
    arguments = ("import", "answers", "plan.csv", "--into", "dental", "--as-of")
    faults.expect("the import", run(program, *arguments, AS_OF, folder=folder)[0::2], (0, ""))
    made = next((folder / "dental/evidence").glob(f"answers-{AS_OF}-*.yaml"))
    faults.expect("who may read it", made.stat().st_mode & 0o777, 0o600)
    after = score()
    for key in ("score", "counts", "verdict", "gates", "missing", "doors"):
        faults.expect(f"`{key}` after every row was declined", after[key], before[key])
    declined = {item["control"] for item in after["findings"] if any(not state["is_lapsed"] for state in item["declines"])}
    faults.expect("what was declined", declined, {row[place("Control")] for row in table[1:]})
    names = sorted(path.name for path in made.parent.iterdir())
    for date in (AS_OF, "2026-12-24"):
        faults.expect(f"the same table again on {date}", run(program, *arguments, date, folder=folder),
                      (0, "plan.csv: all of it was imported before; nothing was changed\n", ""))
    faults.expect("no other file", sorted(path.name for path in made.parent.iterdir()), names)


def main():
    program, source = os.path.abspath(sys.argv[1]), sys.argv[2]
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_workbook(program, source, folder, faults)
        if has_terminals():
            check_terminal(program, source, faults)
        check_hostile(program, folder, faults)
        check_import(program, source, folder, faults)
    return faults.tell("the plan goes out as a table and comes back as answers")


if __name__ == "__main__":
    sys.exit(main())
