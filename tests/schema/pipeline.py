"""pipeline.py FOLDER: what the validators of the formats for pipelines do not see. No two issues of GitLab's report have
one fingerprint, and no two series of a Prometheus file are the same; GitHub's runner reads each annotation as one command
that shows something, with properties as it knows them, ten of a kind at most; nothing acts on a log; a step's summary is
shorter than 1 MiB. Each check must also find something broken on purpose."""
import csv
import io
import json
import pathlib
import re
import sys
import unicodedata

KINDS = ("error", "warning", "notice")
LONGEST = 1 << 20


def of_gitlab(text):
    prints = [issue["fingerprint"] for issue in json.loads(text)]
    yield from (f"the fingerprint {one} twice" for one in prints if prints.count(one) > 1)
    yield from (f"no line at {issue['location']}" for issue in json.loads(text) if issue["location"]["lines"]["begin"] < 1)


def of_prometheus(text):
    series = [line.rsplit(" ", 1)[0] for line in text.splitlines() if not line.startswith("#")]
    yield from (f"{one} twice" for one in series if series.count(one) > 1)


def of_github(text):
    """As the runner reads them: ActionCommand.TryParseV2."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"::(\w+) ((?:[^,:%]|%25|%0D|%0A|%3A|%2C)*(?:,(?:[^,:%]|%25|%0D|%0A|%3A|%2C)*)*)::((?:[^%]|%25|%0D|%0A)*)", line)
        if not match:
            yield f"no command: {line}"
            continue
        found.append(match[1])
        keys = [part.split("=", 1)[0] for part in match[2].split(",")]
        if match[1] not in KINDS or keys != ["file", "line", "title"]:
            yield f"not an annotation: {line}"
    yield from (f"more than ten of {kind}" for kind in KINDS if found.count(kind) > 10)
    if not found or found[-1] != "notice":
        yield "the last line is no notice"


def of_summary(text):
    if len(text.encode()) >= LONGEST:
        yield "1 MiB or more"
    for live in (r"(?<!`)@\w", r"(?<!\\)!?\[[^\]~!?+-][^\]]*\]\(", r"(?<!\\)<\w", r"(?<![`\w/])https?://"):
        bare = re.sub(r"(`+)[^`].*?\1", "", text)
        yield from (f"comes to life: {match[0]}" for match in re.finditer(live, bare))


def of_ndjson(text):
    if text.count("\n") != 1 or not text.endswith("}\n"):
        yield "not one line"
    json.loads(text)


def of_findings(text):
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    yield from (f"{len(row)} cells: {row}" for row in rows if len(row) != len(rows[0]))
    yield from (f"a formula: {cell}" for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r"))


def of_all(text):
    acting = {character for character in text.removeprefix("\ufeff")
              if unicodedata.category(character) in ("Cc", "Cf") and character not in "\n\r"}
    if acting:
        yield f"acts on a log: {sorted(acting)!r}"


CHECKS = {"gitlab": of_gitlab, "prometheus": of_prometheus, "github": of_github, "github-summary": of_summary,
          "ndjson": of_ndjson, "findings": of_findings, "junit": lambda text: ()}
LOCATION = '"location": {"lines": {"begin": 1}}'
BROKEN = {
    "gitlab": f'[{{"fingerprint": "a", {LOCATION}}}, {{"fingerprint": "a", {LOCATION}}}]',
    "prometheus": 'a{b="c"} 1\na{b="c"} 2\n',
    "github": "::error file=a,line=1,title=b::c\n::set-output name=a::b\n::notice file=a,line=1,title=b::c\n",
    "github-summary": "# a\n\n@owner\n",
    "ndjson": "{\n}\n",
    "findings": "a,b\r\n=1,c\r\n",
    "junit": "\x1b[2J",
}


def faults_of(kind, text):
    return [*CHECKS[kind](text), *of_all(text)]


def main():
    faults = [f"a broken {kind} was not found out" for kind, text in BROKEN.items() if not faults_of(kind, text)]
    files = [path for path in sorted(pathlib.Path(sys.argv[1]).iterdir()) if path.suffix[1:] in CHECKS]
    for path in files:
        text = path.read_bytes().decode()
        faults += [f"{path.name}: {fault}" for fault in faults_of(path.suffix[1:], text)]
    if len(files) < 50:
        faults.append(f"only {len(files)} files: this check is blind")
    print("\n".join(faults) or f"{len(files)} files with nothing that their validators miss")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
