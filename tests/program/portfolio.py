"""portfolio.py PROGRAM SOURCE: many clients at once: the same from folders, from a stream of YAML, from JSON and from a
pack, with one job and with eight, whole and put together from pieces; a broken one stops nobody."""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from running import AS_OF, Faults, environment, run

COUNT = 60
DAY = ("--as-of", AS_OF)


def make_clients(source, folder):
    """Clients of our own: the examples, and copies of them with other names, sectors and answers."""
    folder.mkdir()
    examples = ["declined-for-price", "paper-shield", "meets-with-proof", "empty"]
    for number in range(COUNT):
        example = source / "examples" / examples[number % len(examples)]
        client = folder / f"c{number:03}"
        shutil.copytree(example, client, ignore=shutil.ignore_patterns("report.md", "history"))
        text = (client / "inventory.yaml").read_text()
        sector = ["dental", "law", "retail"][number % 3]
        text = re.sub(r"^client:.*\n(?:  .*\n)*", f"client: {{id: client-{number:03}, name: Client {number:03}, sector: {sector}, "
                      "country: GB, currency: GBP}\n", text, count=1, flags=re.M)
        text = re.sub(r"^provider:.*\n", "", text, flags=re.M)
        (client / "inventory.yaml").write_text(text)
    return folder


def rows(program, *arguments, folder, **more):
    status, output, complaints = run(program, "portfolio", *arguments, *DAY, "-f", "row", folder=folder, **more)
    return status, output, complaints


def check_ways_in(program, work, faults):
    """However the clients come in, the same rows come out."""
    status, whole, complaints = rows(program, "clients", folder=work)
    faults.expect("folders: exit status", status, 1)
    faults.expect("folders: complaints", complaints, "")
    faults.expect("folders: rows", whole.count("\n"), COUNT)
    for line in whole.splitlines():
        if len(line.encode()) + 1 > 500:
            faults.append(f"a row of {len(line)} bytes: {line}")
    for jobs in ("1", "2", "8"):
        faults.expect(f"--jobs {jobs}", rows(program, "clients", "--jobs", jobs, folder=work)[1], whole)
    names = "\n".join(f"clients/c{number:03}" for number in range(COUNT))
    faults.expect("--list -", rows(program, "--list", "-", folder=work, stdin=names.encode())[1], whole)
    status, _, complaints = run(program, "pack", "clients", *DAY, "-o", "clients.ndjson", folder=work)
    faults.expect("pack", (status, complaints), (0, ""))
    for jobs in ("1", "8"):
        faults.expect(f"a pack, --jobs {jobs}", rows(program, "clients.ndjson", "--jobs", jobs, folder=work)[1], whole)
    packed = (work / "clients.ndjson").read_bytes()
    faults.expect("a pack on standard input", rows(program, "-", folder=work, stdin=packed)[1], whole)
    return whole


def check_streams(program, work, faults):
    """Inventories alone, whose documents nobody can look at: as YAML documents and as JSON lines."""
    told = {}
    for number in range(COUNT):
        path = f"clients/c{number:03}/inventory.yaml"
        told[path] = run(program, "score", "-", *DAY, "-f", "row", folder=work, stdin=(work / path).read_bytes())[1]
    wanted = "".join(told.values())
    stream = b"---\n".join((work / path).read_bytes() for path in told)
    faults.expect("a stream of YAML", rows(program, "-", folder=work, stdin=stream)[1], wanted)
    packed = [json.loads(line) for line in (work / "clients.ndjson").read_text().splitlines()]
    lines = "".join(json.dumps(one["inputs"]["files"][0]["says"], ensure_ascii=False) + "\n\n" for one in packed)
    (work / "lines.ndjson").write_text(lines)
    given = rows(program, "lines.ndjson", folder=work)[1]
    # A line is an inventory without its folder: what its evidence added is not there.
    faults.expect("a stream of JSON", [json.loads(line)["client"] for line in given.splitlines()],
                  [json.loads(line)["client"] for line in wanted.splitlines()])


def check_pieces(program, work, whole, faults):
    """Pieces judged apart and put together say what the whole says, in words and in every table."""
    lines = whole.splitlines(keepends=True)
    for number, piece in enumerate((lines[:7], lines[7:40], lines[40:])):
        (work / f"piece{number}.rows").write_text("".join(piece))
    for form in ("terminal", "markdown", "html", "csv", "row"):
        for by in ((), ("--by", "sector")):
            once = run(program, "portfolio", "clients", *DAY, *by, "-f", form, folder=work)
            merged = run(program, "portfolio", "--merge", "piece0.rows", "piece1.rows", "piece2.rows", *DAY, *by, "-f", form,
                         folder=work)
            faults.expect(f"{form} {by}: merged", merged, once)


def check_assessments(program, work, faults):
    """In the format ndjson each line is what `score` gives for that client."""
    output = run(program, "portfolio", "clients", *DAY, "-f", "ndjson", folder=work)[1].splitlines(keepends=True)
    faults.expect("assessments", len(output), COUNT)
    for number in (0, 1, 2, 3, COUNT - 1) if len(output) == COUNT else ():
        alone = run(program, "score", f"clients/c{number:03}", *DAY, "-f", "ndjson", folder=work)[1]
        faults.expect(f"the assessment of client {number}", output[number], alone)


def check_table(program, work, whole, faults):
    output = run(program, "portfolio", "clients", *DAY, "-f", "csv", folder=work)[1]
    table = list(csv.DictReader(io.StringIO(output.removeprefix("\ufeff"))))
    for row, line in zip(table, (json.loads(line) for line in whole.splitlines()), strict=True):
        faults.expect("a row of the table", (row["client"], row["verdict"]), (line["client"], line["verdict"]))
        points = line["points"] or ["", "", ""]
        faults.expect("its points", [row["proved"], row["claimed"], row["at_best"]], [str(number) for number in points])
        faults.expect("its missing controls", int(row["missing"]), sum(line["controls"].count(letter) for letter in "xp"))


def check_broken(program, work, faults):
    """One broken client is told of and counted; the others are judged."""
    broken = work / "broken"
    shutil.copytree(work / "clients", broken)
    (broken / "c007/inventory.yaml").write_text("candor: 1\nclient: [\n")
    for jobs in ("1", "8"):
        status, output, complaints = rows(program, "broken", "--jobs", jobs, folder=work)
        faults.expect("a broken one: exit status", status, 3)
        faults.expect("a broken one: the others", (output.count("\n"), output.count('{"candor_unread":"broken/c007"}\n')), (COUNT, 1))
        if "broken/c007/inventory.yaml:" not in complaints:
            faults.append(f"the broken one is not named:\n{complaints}")
    output = run(program, "portfolio", "broken", *DAY, folder=work)[1]
    if "1 client could not be read and is not counted here." not in output:
        faults.append(f"the summary does not count the broken one:\n{output}")
    status, _, complaints = run(program, "pack", "broken", *DAY, "-o", "broken.ndjson", folder=work)
    faults.expect("a pack with a broken one", status, 3)
    held = (work / "broken.ndjson").read_text()
    faults.expect("what it holds", (held.count("\n"), held.count('{"candor_unread":"broken/c007"}\n')), (COUNT, 1))
    status, output, _ = rows(program, "broken.ndjson", folder=work)
    faults.expect("rows of it", (status, output.count("\n"), output.count("candor_unread")), (3, COUNT, 1))
    stream = b'{"candor_row": 1}\n' + b'{"nonsense": true}\n' + (work / "clients.ndjson").read_bytes()
    status, output, _ = rows(program, "-", folder=work, stdin=stream)
    faults.expect("broken lines", (status, output.count("\n"), output.count("candor_unread")), (3, COUNT + 2, 2))
    lines = (work / "clients.ndjson").read_bytes().splitlines(keepends=True)
    stream = lines[0] + b'{"too": "' + b"l" * (9 << 20) + b'ong"}\n' + lines[1] + b'{"cut": "' + b"o" * (9 << 20)
    status, output, complaints = rows(program, "-", folder=work, stdin=stream)
    faults.expect("lines that are too large", (status, output.count("candor_row"), complaints),
                  (3, 2, "".join(f"standard input, line {line}: error: this line is larger than 8 MiB [too-large]\n" for line in (2, 4))))
    status, _, complaints = run(program, "portfolio", "nowhere", *DAY, folder=work)
    faults.expect("a path that is not there", status, 3)
    (work / "nothing").mkdir()
    status, _, complaints = run(program, "portfolio", "nothing", *DAY, folder=work)
    faults.expect("a folder without clients", (status, complaints.splitlines()[:1]),
                  (3, ["nothing: error: no folder in this one has an inventory.yaml [no-clients]"]))


def check_pack_again(program, work, faults):
    """With the last pack only what changed is read again, and the result is the same as without."""
    changed = work / "clients/c010/inventory.yaml"
    changed.write_text(changed.read_text() + "\n# one more line\n")
    fresh = run(program, "pack", "clients", *DAY, folder=work)[1]
    again = run(program, "pack", "clients", "--last", "clients.ndjson", *DAY, folder=work)[1]
    faults.expect("a pack from the last one", again, fresh)
    # What did not change is taken over as it stands there, and not read again.
    lines = (work / "clients.ndjson").read_text().splitlines(keepends=True)
    marked = [line.replace('"candor_pack":1', '"candor_pack": 1', 1) for line in lines]
    (work / "marked.ndjson").write_text("".join(marked))
    again = run(program, "pack", "clients", "--last", "marked.ndjson", *DAY, folder=work)[1].splitlines()
    faults.expect("lines taken over", sum('"candor_pack": 1' in line for line in again), COUNT - 1)
    status, _, complaints = run(program, "pack", "clients", "--last", "clients.ndjson", *DAY, "-o", "clients.ndjson", folder=work)
    faults.expect("a pack onto the last one", (status, complaints), (0, ""))
    faults.expect("what it holds then", (work / "clients.ndjson").read_text(), fresh)


def check_since(program, work, faults):
    """A history, or the last rows, say since when."""
    client = work / "clients/c000"
    for day in ("2026-11-21", "2026-12-01"):
        run(program, "score", "clients/c000", "--as-of", day, "--record", folder=work)
    output = run(program, "portfolio", "clients/c000", "--as-of", "2026-12-15", "-f", "row", folder=work)[1]
    faults.expect("since", json.loads(output)["since"], "2026-11-21")
    shutil.rmtree(client / "history")
    status, output, _ = run(program, "portfolio", "clients", *DAY, "--compare", "piece0.rows", folder=work)
    if f"and {COUNT - 7 - 20} more." not in output:
        faults.append(f"the news of the clients that came:\n{output}")


def check_closed_pipe(program, work, faults):
    read, write = os.pipe()
    os.close(read)
    status, _, complaints = run(program, "portfolio", "clients", *DAY, "-f", "ndjson", folder=work, stdout=write)
    os.close(write)
    faults.expect("a reader that has gone", (status, complaints), (4, ""))
    # Who else was to get something gets all of it.
    read, write = os.pipe()
    os.close(read)
    many = ["clients"] * 20  # more rows than are gathered before they are written
    run(program, "portfolio", *many, *DAY, "-f", "html", "-o", "many.html", folder=work)
    status, _, complaints = run(program, "portfolio", *many, *DAY, "-f", "row", "-o", "-", "-f", "html", "-o", "left.html",
                                folder=work, stdout=write)
    os.close(write)
    faults.expect("a page beside a reader that has gone", (status, complaints, (work / "left.html").read_bytes()),
                  (4, "", (work / "many.html").read_bytes()))


def check_last_pack(program, source, work, faults):
    """Whatever a client is read from, the next pack sees that it changed; and nothing else is read again, the next day either."""
    place = work / "packed"
    shutil.copytree(source / "examples/dental", place / "dental")
    shutil.copytree(source / "examples/northgate-it", place / "northgate-it")
    (place / "dental/papers").mkdir()
    (place / "dental/papers/contract.txt").write_text("a contract\n")

    def pack(*more, day=AS_OF):
        return run(program, "pack", "dental", "--as-of", day, *more, folder=place)

    first = pack("-o", "p")
    faults.expect("the first pack", (first[0], first[2]), (0, ""))
    line = (place / "p").read_text()
    (place / "p").write_text(line.replace('"candor_pack":1', '"candor_pack": 1', 1))
    taken = '{"candor_pack": 1'
    faults.expect("nothing changed", pack("--last", "p")[1].startswith(taken), True)
    faults.expect("nothing changed until the next day", pack("--last", "p", day="2026-11-22")[1].startswith(taken), True)
    for name in ("dental/papers/contract.txt", "northgate-it/prices.yaml", "dental/evidence/new.txt"):
        path = place / name
        before = path.read_bytes() if path.exists() else None
        path.write_bytes((before or b"") + b"# more\n")
        faults.expect(f"{name} changed", pack("--last", "p")[1].startswith(taken), False)
        path.write_bytes(before) if before is not None else path.unlink()
    for what, words in (("a slip in the path", ("dentla",)), ("no folder at all", ("papers",))):
        status, _, complaints = run(program, "pack", *words, *DAY, "-o", "p", folder=place)
        faults.expect(f"{what}: status and the last pack", (status, (place / "p").read_text()[:17]), (3, taken))
    # A record that cannot be read says nothing of since when, and takes nobody away.
    run(program, "score", "dental", *DAY, "--record", folder=place)
    next((place / "dental/history").iterdir()).write_text("{")
    status, output, complaints = run(program, "portfolio", "dental", *DAY, "-f", "row", folder=place)
    faults.expect("a broken record", (status, output.count('"since":null'), "[unread-record]" in complaints), (1, 1, True))


def check_streams_that_break(program, work, faults):
    one = b'{"candor":1,"client":{"name":"%s"},"assessed":{"date":"2026-11-12","by":"A"}}\n'
    (work / "good.ndjson").write_bytes(b"\xef\xbb\xbf" + one % b"A" + one % b"B")
    faults.expect("a byte order mark", rows(program, "good.ndjson", folder=work)[1].count("candor_row"), 2)
    (work / "odd.ndjson").write_bytes(b"no JSON\n" + one % b"A")
    status, output, _ = rows(program, "odd.ndjson", folder=work)
    faults.expect("no JSON in the first line", (status, output.count("candor_row"), output.count("candor_unread")), (3, 1, 1))
    status, output, _ = rows(program, "good.ndjson", "gone.ndjson", folder=work)
    faults.expect("a stream that is not there", (status, output.count("candor_row"), output.count('{"candor_unread":"gone.ndjson"}')), (3, 2, 1))
    document = b"---\ncandor: 1\nclient: {name: %s}\nassessed: {date: 2026-11-12, by: A}\n"
    stream = document % b"A" + document % b"B" + b"# large\n" * (1200 << 10) + document % b"C"
    status, output, complaints = rows(program, "-", folder=work, stdin=stream)
    faults.expect("a document that is too large", (status, re.findall('"name":"(.)"', output), output.count("candor_unread"), complaints),
                  (3, ["A", "C"], 1, "standard input, line 5: error: the document that begins here is larger than 8 MiB [too-large]\n"))
    for stdin in (b"", b"\n\n"):
        (work / "result").write_text("kept")
        status, _, complaints = rows(program, "-", "-o", "result", folder=work, stdin=stdin)
        faults.expect("an empty stream", (status, (work / "result").read_text(), complaints.splitlines()[:1]),
                      (3, "kept", ["candor: error: no client came"]))
    with open(work / "good.ndjson", "rb") as good:
        done = subprocess.run([program, "portfolio", "-", *DAY, "-f", "row", "-o", "good.ndjson"], cwd=work, stdin=good,
                              capture_output=True, check=False)
    faults.expect("a result over standard input", (done.returncode, (work / "good.ndjson").stat().st_size > 100), (4, True))


def check_rows_as_input(program, work, faults):
    """A row is believed only where it holds together, and a long id is still the same client."""
    row = json.loads((work / "piece0.rows").read_text().splitlines()[0])
    for what, change in (("a verdict of its own", {"verdict": "meets", "controls": "x" * len(row["controls"])}),
                         ("points that are no points", {"points": "abc"}), ("more lost than there is", {"lost": [100] * 5}),
                         ("since a day to come", {"since": "2999-01-01"}), ("a day for nothing", {"soon": [0, 0], "next": "2026-12-01"})):
        (work / "odd.rows").write_text(json.dumps(row | change) + "\n")
        status, _, complaints = run(program, "portfolio", "--merge", "odd.rows", *DAY, folder=work)
        faults.expect(what, (status, "error" in complaints), (3, True))
    inventory = {"candor": 1, "assessed": {"date": "2026-11-12", "by": "A"}}
    ids = [f"northgate-managed-services-customer-number-{number:04}" for number in range(3)]
    (work / "long.ndjson").write_text("".join(json.dumps(inventory | {"client": {"id": one, "name": one}}) + "\n" for one in ids))
    rows(program, "long.ndjson", "-o", "long.rows", folder=work)
    output = run(program, "portfolio", "long.ndjson", "--compare", "long.rows", *DAY, folder=work)[1]
    faults.expect("long ids", ("Nothing moved." in output, "more than once" in output), (True, False))


def check_night(program, source, work, faults):
    """The script of the night, three times: the first, one with a broken client and one that went, one with a slip in the path."""
    (work / "bin").mkdir()
    (work / "bin/candor").symlink_to(program)
    shutil.copytree(work / "clients", work / "night")

    def night(clients):
        done = subprocess.run([source / "examples/ci/all-clients", clients, "kept", "--as-of", AS_OF], cwd=work, capture_output=True,
                              check=False, env=environment(PATH=f"{work / 'bin'}:{os.environ['PATH']}"))
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    status, output, complaints = night("night")
    faults.expect("the first night", (status, complaints, "Since" in output), (0, "", False))
    first = (work / "kept/rows.ndjson").read_text()
    faults.expect("its rows", first.count("\n"), COUNT)
    (work / "night/c007/inventory.yaml").write_text("candor: 1\nclient: [\n")
    shutil.rmtree(work / "night/c008")
    status, output, complaints = night("night")
    faults.expect("the second night", status, 3)
    for words in ("1 client could not be read and is not counted here.", "Since 21 November 2026",
                  "- No longer here, or not read today: Client 007 and Client 008."):
        if words not in output:
            faults.append(f"the second night does not say: {words}\n{output}")
    second = (work / "kept/rows.ndjson").read_text()
    faults.expect("its rows", (second.count("\n"), second.count('{"candor_unread":"night/c007"}')), (COUNT - 1, 1))
    faults.expect("those before", (work / "kept/rows-before.ndjson").read_text(), first)
    page = (work / "kept/all-clients.html").read_bytes()
    (work / "kept/pack.ndjson").unlink()
    faults.expect("a slip in the path", night("nihgt")[0], 3)
    faults.expect("what is left", ((work / "kept/rows.ndjson").read_text(), (work / "kept/all-clients.html").read_bytes()), (second, page))


def check_inputs_stay(program, work, faults):
    """No result goes over what it is made from, whatever that is called."""
    shutil.copy(work / "clients/c003/inventory.yaml", work / "alone.yaml")
    (work / "list").write_text("alone.yaml\n")
    rows(program, "alone.yaml", "-o", "old.rows", folder=work)
    (work / "clients/c003/contract.txt").write_text("a contract\n")
    text = (work / "clients/c003/inventory.yaml").read_text()
    proof = "proof:\n  - {for: backup.restored, shows: 2026-09-30, kind: document, date: 2026-09-30, by: A, file: contract.txt}\n"
    (work / "clients/c003/inventory.yaml").write_text(text + ("" if "proof:" in text else proof))
    for target, words in (("alone.yaml", ("alone.yaml",)), ("list", ("--list", "list")), ("clients.ndjson", ("clients.ndjson",)),
                          ("old.rows", ("--merge", "old.rows")), ("old.rows", ("alone.yaml", "--compare", "old.rows")),
                          ("clients/c003/contract.txt", ("clients/c003",))):
        before = (work / target).read_bytes()
        for form in ("row", "csv", "html"):
            status, _, complaints = run(program, "portfolio", *words, *DAY, "-f", form, "-o", target, folder=work)
            faults.expect(f"{form} over {target}", (status, f"`{target}` cannot be written" in complaints), (4, True))
            faults.expect(f"{target} after it", (work / target).read_bytes(), before)
    before = (work / "list").read_bytes()
    status, _, complaints = run(program, "pack", "--list", "list", *DAY, "-o", "list", folder=work)
    faults.expect("a pack over its list", (status, (work / "list").read_bytes()), (4, before))
    status, _, complaints = run(program, "pack", "alone.yaml", *DAY, "-o", "alone.yaml", folder=work)
    faults.expect("a pack over a client", status, 4)
    run(program, "pack", "clients/c003", *DAY, "-o", "one.ndjson", folder=work)
    contract = work / "clients/c003/contract.txt"
    status, _, complaints = run(program, "pack", "clients/c003", "--last", "one.ndjson", *DAY, "-o", contract, folder=work)
    faults.expect("a pack over a document of a client that did not change", (status, contract.read_text()), (4, "a contract\n"))


def check_words(program, work, faults):
    for words, wanted in (((), "`candor portfolio` needs PATH... or --list FILE"),
                          (("clients", "-f", "sarif"), "`sarif` is a format for one client"),
                          (("clients", "--by", "size"), "--by: clients cannot be put together by `size`"),
                          (("clients", "--jobs", "0"), "--jobs: `0` is not a number of jobs")):
        status, _, complaints = run(program, "portfolio", *words, *DAY, folder=work)
        faults.expect(words, (status, complaints.splitlines()[0]), (2, f"candor: error: {wanted}"))
    status, _, complaints = run(program, "pack", "clients.ndjson", *DAY, "-o", "x", folder=work)
    faults.expect("a stream packed", status, 3)


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    faults = Faults()
    with tempfile.TemporaryDirectory() as made:
        work = pathlib.Path(made)
        make_clients(source, work / "clients")
        whole = check_ways_in(program, work, faults)
        check_streams(program, work, faults)
        check_pieces(program, work, whole, faults)
        check_assessments(program, work, faults)
        check_table(program, work, whole, faults)
        check_broken(program, work, faults)
        check_pack_again(program, work, faults)
        check_since(program, work, faults)
        check_closed_pipe(program, work, faults)
        check_words(program, work, faults)
        check_inputs_stay(program, work, faults)
        check_last_pack(program, source, work, faults)
        check_streams_that_break(program, work, faults)
        check_rows_as_input(program, work, faults)
        check_night(program, source, work, faults)
    return faults.tell(f"{COUNT} clients, the same in every way")


if __name__ == "__main__":
    sys.exit(main())
