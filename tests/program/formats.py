"""formats.py PROGRAM SOURCE: every format for people says the same words, so the same counts, statuses and verdict; and
what the JSON says of them is what they say. For each example, its card, and the letters of the dental practice."""
import collections
import html.parser
import json
import pathlib
import re
import sys

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
    for control in ("backup.isolated", "mfa.cloud", "patch.critical"):
        compare(program, ["decline", str(source / "examples" / "dental"), control], faults)
    return faults.tell(f"{len(clients)} clients: the same words everywhere")


if __name__ == "__main__":
    sys.exit(main())
