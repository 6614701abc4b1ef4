"""peers.py PROGRAM SOURCE: many clients as counts without a name, and a report that says where one stands among them: the
counts are those of the rows, nobody can work out who is in them, and the sentence in the report is true."""
import json
import pathlib
import re
import sys
import tempfile

from portfolio import COUNT, DAY, make_clients
from running import Faults, run

SMALLEST = 10
EXAMPLES = ("dental", "declined-for-price", "paper-shield", "meets-with-proof", "empty", "accountancy")
FOR_PEOPLE = ("terminal", "markdown", "html", "github-summary")
AGAIN = "       hint: make it again: `candor portfolio PATH... --anonymous`\n"


def bands(points):
    counts = [0] * 11
    for number in points:
        counts[number // 10] += 1
    return counts


def counted(rows):
    """The groups that may be told of some rows, made another way than candor makes them."""
    scored = [row for row in rows if row["points"]]
    sectors = {}
    for row in scored:
        sectors.setdefault((row["sector"] or "").lower(), []).append(row)
    sectors = {name: some for name, some in sorted(sectors.items()) if name and len(some) >= SMALLEST}
    rest = len(scored) - sum(map(len, sectors.values()))
    if sectors and 0 < rest < SMALLEST:
        del sectors[min(sectors, key=lambda name: len(sectors[name]))]
    groups = {None: scored, **sectors} if len(scored) >= SMALLEST else {}
    return [{"sector": name, "clients": len(some), "proved": bands(row["points"][0] for row in some),
             "claimed": bands(row["points"][1] for row in some)} for name, some in groups.items()]


def anonymous(program, work, *arguments, **more):
    return run(program, "portfolio", *arguments, *DAY, "--anonymous", folder=work, **more)


def check_ways_in(program, work, rows, faults):
    """However the clients come in, the same counts come out: those of their rows."""
    status, whole, complaints = anonymous(program, work, "clients")
    faults.expect("folders", (status, complaints), (1, ""))
    document = json.loads(whole)
    faults.expect("keys", list(document), ["format", "profile", "as_of", "groups"])
    faults.expect("the day", document["as_of"], DAY[1])
    faults.expect("groups", document["groups"], counted(rows))
    faults.expect("how many groups", len(document["groups"]), 4)
    for jobs in ("1", "8"):
        faults.expect(f"--jobs {jobs}", anonymous(program, work, "clients", "--jobs", jobs)[1], whole)
    faults.expect("rows put together", anonymous(program, work, "--merge", "north.rows", "south.rows"), (1, whole, ""))
    faults.expect("into a file", anonymous(program, work, "clients", "-o", "peers.json"), (1, "", ""))
    faults.expect("what it holds", (work / "peers.json").read_text(), whole)
    (work / "candor.yaml").write_text("candor: 1\nformat: ndjson\n")
    faults.expect("whatever the settings say of formats", anonymous(program, work, "clients")[1], whole)
    (work / "candor.yaml").unlink()
    return whole


def check_names(whole, rows, faults):
    """No word of a client is in it but for the sectors."""
    words = {word for row in rows for key in ("client", "name", "provider", "country") if row[key] for word in [row[key]]}
    faults.expect("words of clients", sorted(word for word in words if word in whole), [])
    faults.expect("all that is no number", set(re.findall(r'"([^"]*)"', whole)),
                  {"format", "candor-peers/1", "profile", "id", "minimum-standard", "version", "2026.1", "as_of", DAY[1], "groups", "sector",
                   "clients", "proved", "claimed", "dental", "law", "retail"})


def check_small_groups(program, work, rows, faults):
    """What is told leaves ten clients or none, whatever sectors there are."""
    told = set()
    for first in range(0, COUNT + 1, 4):
        for second in range(first, COUNT + 1, 7):
            moved = [dict(row, sector="law" if number < first else "Dental" if number < second else "retail")
                     for number, row in enumerate(rows)]
            (work / "moved.rows").write_text("".join(json.dumps(row) + "\n" for row in moved))
            groups = json.loads(anonymous(program, work, "--merge", "moved.rows")[1])["groups"]
            faults.expect(f"groups, law to {first}, dental to {second}", groups, counted(moved))
            rest = groups[0]["clients"] - sum(group["clients"] for group in groups[1:])
            if rest in range(1, SMALLEST) or any(group["clients"] < SMALLEST for group in groups):
                faults.append(f"law to {first}, dental to {second}: a small group follows from {groups}")
            told.add(len(groups))
    faults.expect("how many groups there were", told >= {2, 3}, True)
    (work / "few.rows").write_text("".join(json.dumps(row) + "\n" for row in rows[:SMALLEST - 1]))
    faults.expect("nine clients", json.loads(anonymous(program, work, "--merge", "few.rows")[1])["groups"], [])


def sentence(group, proved, sector):
    """What an owner reads, made another way than candor makes it."""
    behind, ahead = sum(group["proved"][:proved // 10]), sum(group["proved"][proved // 10 + 1:])
    whom = "similar clients" if group["sector"] else "clients"
    tenths = min(9, 10 * max(behind, ahead) // group["clients"])
    if tenths == 0:
        place = f"Most {whom} have about as {'little' if proved < 10 else 'much'} proof as you."
    elif behind >= ahead:
        place = f"Your proof puts you ahead of {tenths} in 10 {whom}."
    else:
        place = f"At least {tenths} in 10 {whom} have more proof than you."
    work = f"your line of work ({sector})" if group["sector"] else "all lines of work"
    return f"{place} We compared you with {group['clients']} clients in {work}, as of 21 November 2026."


def without_layout(text):
    return " ".join(text.replace("*", "").split())


def check_sentence(program, source, work, faults):
    """Each example reads where it stands; what scripts read, and the exit status, stay as they are."""
    groups = {group["sector"]: group for group in json.loads((work / "peers.json").read_text())["groups"]}
    told = set()
    for example in EXAMPLES:
        client = str(source / "examples" / example)
        plain = run(program, "score", client, *DAY, "-f", "json", folder=work)
        document = json.loads(plain[1])
        sector, proved = document["client"]["sector"], document["score"]["proved"]
        wanted = sentence(groups.get((sector or "").lower(), groups[None]), proved, sector)
        told.add(wanted)
        for form in FOR_PEOPLE:
            status, report, complaints = run(program, "score", client, *DAY, "--peers", "peers.json", "-f", form, folder=work)
            faults.expect(f"{example}, {form}: exit status and complaints", (status, complaints), (plain[0], ""))
            if without_layout(report).count(wanted) != 1:
                faults.append(f"{example}, {form}: not there once: {wanted}")
        board = run(program, "score", client, *DAY, "--peers", "peers.json", "--for", "board", folder=work)[1]
        faults.expect(f"{example}: the board", wanted in without_layout(board), True)
        faults.expect(f"{example}: json", run(program, "score", client, *DAY, "--peers", "peers.json", "-f", "json", folder=work), plain)
    faults.expect("how many sentences there are", len(told) >= 4, True)


def check_places(program, source, work, faults):
    """A flag beats the environment, which beats candor.yaml."""
    client = str(source / "examples" / "empty")

    def compared(*more, **environment):
        report = run("env", *(f"{key}={value}" for key, value in environment.items()), program, "score", client, *DAY, "--for", "board",
                     *more, folder=work)[1]
        return re.findall(r"with (\d+)\s+clients", report)

    for number in (11, 12, 13):
        group = {"sector": None, "clients": number, "proved": [number] + [0] * 10, "claimed": [number] + [0] * 10}
        document = json.loads((work / "peers.json").read_text()) | {"groups": [group]}
        (work / f"{number}.json").write_text(json.dumps(document))
    faults.expect("nobody says", compared(), [])
    (work / "candor.yaml").write_text("candor: 1\npeers: 11.json\n")
    faults.expect("candor.yaml", compared(), ["11"])
    faults.expect("the environment", compared(CANDOR_PEERS="12.json"), ["12"])
    faults.expect("the flag", compared("--peers", "13.json", CANDOR_PEERS="12.json"), ["13"])
    (work / "candor.yaml").unlink()


def check_complaints(program, source, work, faults):
    client = str(source / "examples" / "empty")
    whole = (work / "peers.json").read_text()

    def score(text, *more):
        (work / "other.json").write_text(text)
        status, report, complaints = run(program, "score", client, *DAY, "--peers", "other.json", *more, folder=work)
        faults.expect("whether there is a report", bool(report), status == 1)
        faults.expect("a report of others", "We compared" in report, False)
        return status, complaints

    left_out = "; the report does not tell of them [peers-left-out]\n"
    faults.expect("another version", score(whole.replace("2026.1", "2025.2")), (1, (
        "other.json: warning: these clients were held against version `2025.2` of the standard, and this one is held against `2026.1`"
        + left_out + AGAIN)))
    faults.expect("another standard", score(whole.replace("minimum-standard", "ours")), (3, (
        "other.json: error: these clients were held against `ours`, and this one is held against `minimum-standard` [other-standard]\n"
        "       hint: name a file of the same standard\n")))
    faults.expect("a later day", score(whole.replace(DAY[1], "2026-11-22")), (1, (
        "other.json: warning: these clients were counted on 2026-11-22, after the day of the report" + left_out + AGAIN)))
    faults.expect("an old one", score(whole.replace(DAY[1], "2025-11-20")), (1, (
        "other.json: warning: these clients were counted on 2025-11-20, more than 12 months before the report" + left_out + AGAIN)))
    faults.expect("no group", score(re.sub(r"\[\n.*\]\n", "[]\n", whole, flags=re.S)), (1, (
        "other.json: warning: no group is here for this client; the report does not tell of others [peers-left-out]\n"
        "       hint: a group has 10 clients or more\n")))
    faults.expect("a newer format", score(whole.replace("candor-peers/1", "candor-peers/2")), (3, (
        "other.json:2:12: error: `candor-peers/2` was written by a newer candor [newer-format]\n"
        '   2 |  "format": "candor-peers/2",\n                  ^\n       hint: install a newer candor to read it\n')))
    faults.expect("another file", score("{}\n"), (3, (
        "other.json:1:1: error: this is no file of anonymous counts [no-peers]\n   1 | {}\n       ^\n"
        "       hint: `candor portfolio PATH... --anonymous` writes one\n")))
    faults.expect("a file that is cut off", score(whole[:200])[0], 3)
    (work / "other.json").unlink()
    status, _, complaints = run(program, "score", client, *DAY, "--peers", "other.json", folder=work)
    faults.expect("no file", (status, complaints), (3, "other.json: error: there is no such file or folder [unreadable]\n"))
    status, _, _ = run(program, "score", client, *DAY, "--peers", "peers.json", "-f", "json", "-o", "peers.json", folder=work)
    faults.expect("a result over the counts", (status, (work / "peers.json").read_text()), (4, whole))
    for words, wanted in ((("-f", "row"), "--anonymous writes counts in a form of its own"),
                          (("--by", "sector"), "--anonymous writes counts in a form of its own"),
                          (("--compare", "north.rows"), "--anonymous writes counts in a form of its own"),
                          (("-o", "a.json", "-o", "b.json"), "--anonymous writes one file")):
        status, _, complaints = anonymous(program, work, "clients", *words)
        faults.expect(words, (status, f"candor: error: {wanted}" in complaints.splitlines()), (2, True))


def check_broken(program, work, rows, faults):
    """Who is not understood is told of and not counted."""
    (work / "clients/c007/inventory.yaml").write_text("candor: 1\nclient: [\n")
    status, output, complaints = anonymous(program, work, "clients")
    faults.expect("a broken one", (status, complaints.startswith("clients/c007/inventory.yaml:")), (3, True))
    faults.expect("the others", json.loads(output)["groups"], counted(rows[:7] + rows[8:]))


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    faults = Faults()
    with tempfile.TemporaryDirectory() as made:
        work = pathlib.Path(made)
        make_clients(source, work / "clients")
        lines = run(program, "portfolio", "clients", *DAY, "-f", "row", folder=work)[1].splitlines(keepends=True)
        (work / "north.rows").write_text("".join(lines[:25]))
        (work / "south.rows").write_text("".join(lines[25:]))
        rows = [json.loads(line) for line in lines]
        whole = check_ways_in(program, work, rows, faults)
        check_names(whole, rows, faults)
        check_small_groups(program, work, rows, faults)
        check_sentence(program, source, work, faults)
        check_places(program, source, work, faults)
        check_complaints(program, source, work, faults)
        check_broken(program, work, rows, faults)
    return faults.tell(f"{COUNT} clients counted, {len(EXAMPLES)} told where they stand")


if __name__ == "__main__":
    sys.exit(main())
