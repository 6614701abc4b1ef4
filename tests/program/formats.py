"""formats.py PROGRAM SOURCE: every format for people says the same words, so the same counts, statuses and verdict; and
what the JSON says of them is what they say; the formats for pipelines carry its counts. For each example, its card, and the letters of the dental practice."""
import collections
import csv
import html.parser
import io
import json
import pathlib
import re
import sys
import xml.etree.ElementTree

import running
from running import AS_OF, Faults


class Words(html.parser.HTMLParser):
    """The text of a page without its style, its title and its pictures."""

    def __init__(self, page):
        super().__init__()
        self.silent, self.texts = 0, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("style", "title", "svg")

    def handle_endtag(self, tag):
        self.silent -= tag in ("style", "title", "svg")

    def handle_data(self, data):
        if not self.silent:
            self.texts.append(data)


def words(text):
    return collections.Counter(re.findall(r"\w+", re.sub(r"_{5,}", " ", text)))


def of_markdown(text):
    """Without the numbers of lists, the marks of outcomes and the bar: a page draws them."""
    text = re.sub(r"`[█▒?·\[\]~!+-]+`", " ", re.sub(r"\\([^\w\s]|_)", r"\1", text))
    return words(re.sub(r"^\d{1,2}[.)] ", "", text, flags=re.M))


def of_terminal(text):
    text = re.sub(r"^ *\[[~!?+-]\] |^  [█▒?·]+ ", " ", text, flags=re.M)
    return words(re.sub(r"^ +\d{1,2}\. ", "", re.sub(r"[█▒]", " ", text), flags=re.M))


def shown(program, *arguments):
    status, out, error = running.run(program, *arguments, "--as-of", AS_OF, "--width", "1000")
    if status not in (0, 1):
        sys.exit(f"{arguments}: {status}: {error}")
    return out


def compare(program, arguments, faults):
    page = words(" ".join(Words(shown(program, *arguments, "-f", "html")).texts))
    markdown = of_markdown(shown(program, *arguments, "-f", "markdown"))
    name = " ".join(arguments)
    faults.expect(f"{name}: words of the page that the Markdown lacks", page - markdown, collections.Counter())
    faults.expect(f"{name}: words of the Markdown that the page lacks", markdown - page, collections.Counter())
    if "technician" in arguments:
        return  # a screen breaks its paths, which are longer than a line
    terminal = of_terminal(shown(program, *arguments, "-f", "terminal"))
    faults.expect(f"{name}: words of the screen that the Markdown lacks", terminal - markdown, collections.Counter())
    faults.expect(f"{name}: words of the Markdown that the screen lacks", markdown - terminal, collections.Counter())


SAYS = {"not_met": "missing", "partly": "partly in place", "unknown": "not known"}
VERDICTS = {"below": "below the minimum standard", "cannot_tell": "nobody can say", "meets": "meet the minimum standard"}


def compare_with_json(program, client, faults):
    """The counts that the page shows are those of the assessment."""
    assessment = json.loads(shown(program, "score", str(client), "-f", "json"))
    page = shown(program, "score", str(client), "-f", "html")
    outcomes = collections.Counter(finding["outcome"] for finding in assessment["findings"])
    for outcome, word in SAYS.items():
        cards = len(re.findall(rf'<article class="finding {outcome}">', page))
        faults.expect(f"{client.name}: cards for {outcome}", cards, outcomes[outcome])
        told = len(re.findall(rf"<span>{word}(?:, must-have)?</span>", page))
        faults.expect(f"{client.name}: cards that say {word}", told, outcomes[outcome])
    proved = assessment["score"]["proved"]
    faults.expect(f"{client.name}: points with proof", f"We saw proof for {proved} of 100 points." in page, True)
    lead = re.search(r'<p class="lead">(.*?)</p>', page)[1].lower()
    faults.expect(f"{client.name}: the verdict {assessment['verdict']} in `{lead}`",
                  VERDICTS[assessment["verdict"]] in lead, True)


def compare_with_sarif(program, client, faults):
    """The counts, the verdict and the score are those of the assessment, and every gap is a result."""
    assessment = json.loads(shown(program, "score", str(client), "-f", "json"))
    run = json.loads(shown(program, "score", str(client), "-f", "sarif"))["runs"][0]
    about = run["properties"]
    score = assessment["score"] and {key: assessment["score"][key] for key in ("proved", "claimed", "at_best")}
    ledger = collections.Counter(entry["what"] for entry in assessment["ledger"])
    outcomes = {finding["control"]: finding["outcome"] for finding in assessment["findings"]}
    results = collections.Counter(result["properties"]["outcome"] for result in run["results"])
    unproved = sum(finding["outcome"] == "met" and finding["gate_unknown"] for finding in assessment["findings"])
    for what, given, wanted in (("counts", about["counts"], assessment["counts"]), ("score", about["score"], score),
                                ("verdict", about["verdict"], assessment["verdict"]),
                                ("outcomes", about["outcomes"], outcomes),
                                ("ledger", +collections.Counter(about["ledger"]), ledger),
                                ("results", {key: results[key] for key in SAYS},
                                 {key: assessment["counts"][key] for key in SAYS}),
                                ("not proved", results["not_proved"], unproved)):
        faults.expect(f"{client.name}: {what} in SARIF", given, wanted)


def compare_with_oscal(program, client, faults):
    """The same of the properties of OSCAL, of which all are texts, and of its findings."""
    assessment = json.loads(shown(program, "score", str(client), "-f", "json"))
    result = json.loads(shown(program, "score", str(client), "-f", "oscal"))["assessment-results"]["results"][0]
    about = {prop["name"]: prop["value"] for prop in result["props"]}
    ledger = collections.Counter(entry["what"] for entry in assessment["ledger"])
    wanted = {f"counts.{outcome}": str(count) for outcome, count in assessment["counts"].items()}
    wanted |= {name: str(ledger[name.removeprefix("ledger.")]) for name in about if name.startswith("ledger.")}
    wanted |= {f"score.{key}": str(assessment["score"][key]) for key in ("proved", "claimed", "at_best")}
    wanted |= {f"gates.{key}": str(count) for key, count in assessment["gates"].items()}
    wanted |= {"verdict": assessment["verdict"], "service": assessment["service"]}
    faults.expect(f"{client.name}: properties in OSCAL", about, wanted)
    states = collections.Counter(finding["target"]["status"]["state"] for finding in result["findings"])
    unproved = sum(finding["outcome"] == "met" and finding["gate_unknown"] for finding in assessment["findings"])
    faults.expect(f"{client.name}: satisfied in OSCAL", states["satisfied"], assessment["counts"]["met"] - unproved)
    faults.expect(f"{client.name}: findings in OSCAL", states.total(), len(assessment["findings"]))


def of_github(text):
    """The last line's keys and values, and how many annotations of each kind there are or are named as left out."""
    kinds = collections.Counter(re.findall(r"^::(\w+) |%0Anot shown, (\w+):", text, flags=re.M))
    counts = collections.Counter()
    for (shown_kind, left_out), count in kinds.items():
        counts[shown_kind or left_out] += count
    return dict(re.findall(r"([\w.]+)=(\S+)", text.splitlines()[-1].split("%0A")[-1])), counts


def of_prometheus(text):
    """What the gauges say under the JSON's names."""
    said = {}
    for name, labels, value in re.findall(r"^candor_(\w+)\{(.*)\} (\S+)$", text, flags=re.M):
        last = re.search(r'(\w+)="([^"]*)"$', labels)[2]
        if name == "verdict" and value == "1":
            said["verdict"] = last
        path = {"points": "score", "controls": "counts", "gates": "gates", "ledger_entries": "ledger"}.get(name)
        if path and last != "all" and not (path == "ledger" and value == "0"):
            said[f"{path}.{last}"] = value
    return said


def of_summary(text):
    """The table on top, under the JSON's names."""
    rows = dict(re.findall(r"^\| (.*?) \| (.*) \|$", text, flags=re.M))
    said = {"verdict": rows["Verdict"].replace(" ", "_")}
    said.update(zip(("gates.missed", "gates.unknown"), re.findall(r"\d+", rows["Must-haves"])))
    said.update(zip(("score.proved", "score.claimed", "score.at_best"), re.findall(r"\d+", rows.get("Score", ""))))
    outcomes = ("met", "partly", "not_met", "unknown", "not_applicable")
    said.update(zip((f"counts.{outcome}" for outcome in outcomes), re.findall(r"\d+", rows["Controls"])))
    for count, what in re.findall(r"(\d+) ([a-z ]+)", rows.get("Ledger", "")):
        said[f"ledger.{what.replace(' ', '_')}"] = count
    return said


def of_findings(text):
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    said = {"verdict": rows[0]["Verdict"], "gates.missed": str(sum(row["Gate"] == "missed" for row in rows)),
            "gates.unknown": str(sum(row["Gate"] == "unknown" for row in rows))}
    for outcome in ("met", "partly", "not_met", "unknown", "not_applicable"):
        said[f"counts.{outcome}"] = str(sum(row["Outcome"] == outcome for row in rows))
    said.update({f"score.{name.replace(' ', '_')}": rows[0][f"Score {name}"] for name in ("proved", "claimed", "at best")
                 if rows[0][f"Score {name}"]})
    for item in filter(None, rows[0]["Ledger"].split(", ")):
        said["ledger." + item.split()[0]] = item.split()[1]
    return said


def counts_of(assessment):
    """What every format has to say, by its path in the JSON."""
    said = {"verdict": assessment["verdict"]}
    said.update({f"gates.{name}": str(count) for name, count in assessment["gates"].items()})
    said.update({f"score.{name}": str(assessment["score"][name]) for name in ("proved", "claimed", "at_best")
                 if assessment["score"]})
    said.update({f"counts.{name}": str(count) for name, count in assessment["counts"].items()})
    ledger = collections.Counter(entry["what"] for entry in assessment["ledger"])
    said.update({f"ledger.{what}": str(count) for what, count in ledger.items()})
    return said


def compare_for_pipelines(program, client, faults):
    """The formats for pipelines carry the counts of the JSON, and as many gaps as there are."""
    assessment = json.loads(shown(program, "score", str(client), "-f", "json"))
    wanted, outcomes = counts_of(assessment), assessment["counts"]
    unproved = sum(finding["outcome"] == "met" and finding["gate_unknown"] for finding in assessment["findings"])
    gates = sum(finding["gate_missed"] or finding["gate_unknown"] for finding in assessment["findings"])
    gaps = outcomes["partly"] + outcomes["not_met"] + outcomes["unknown"] + unproved

    def given(name):
        return shown(program, "score", str(client), "-f", name)

    def expect(name, said):
        faults.expect(f"{client.name}, {name}", {key: said.get(key) for key in {*wanted, *said} if key in wanted or "." in key
                                                 and not key.startswith(("client", "profile"))}, wanted)

    faults.expect(f"{client.name}, ndjson", json.loads(given("ndjson")), assessment)
    suites = xml.etree.ElementTree.fromstring(given("junit"))
    expect("junit", {item.get("name"): item.get("value") for item in suites.iter("property")})
    results = collections.Counter(item.get("type") for kind in ("failure", "error") for item in suites.iter(kind))
    faults.expect(f"{client.name}, junit: tests by outcome",
                  {"partly": results["partly"], "not_met": results["not_met"], "unknown": results["unknown"],
                   "not_proved": results["not_proved"], "not_applicable": len(list(suites.iter("skipped"))),
                   "all": len(list(suites.iter("testcase"))),
                   "verdict": results["below"] + results["cannot_tell"]},
                  {"partly": outcomes["partly"], "not_met": outcomes["not_met"], "unknown": outcomes["unknown"],
                   "not_proved": unproved, "not_applicable": outcomes["not_applicable"],
                   "all": len(assessment["findings"]) + 1, "verdict": int(assessment["verdict"] != "meets")})
    issues = json.loads(given("gitlab"))
    expect("gitlab", dict(re.findall(r"([\w.]+)=(\S+)", issues[0]["description"])))
    faults.expect(f"{client.name}, gitlab: issues", len(issues), gaps + 1)
    said, kinds = of_github(given("github"))
    expect("github", said)
    faults.expect(f"{client.name}, github: annotations", kinds,
                  collections.Counter({"error": gates, "warning": gaps - gates, "notice": 1}))
    expect("prometheus", of_prometheus(given("prometheus")))
    expect("github-summary", of_summary(given("github-summary")))
    expect("findings", of_findings(given("findings")))


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = Faults()
    clients = sorted(path.parent for path in (source / "examples").rglob("inventory.yaml"))
    for client in clients:
        for arguments in (("score",), ("score", "--for", "technician"), ("card",)):
            compare(program, [arguments[0], str(client), *arguments[1:]], faults)
        compare_with_json(program, client, faults)
        compare_with_sarif(program, client, faults)
        compare_with_oscal(program, client, faults)
        compare_for_pipelines(program, client, faults)
    compare_for_pipelines(program, source / "tests" / "schema" / "hostile", faults)
    for control in ("backup.isolated", "mfa.cloud", "patch.critical"):
        compare(program, ["decline", str(source / "examples" / "dental"), control], faults)
    return faults.tell(f"{len(clients)} clients: the same words everywhere")


if __name__ == "__main__":
    sys.exit(main())
