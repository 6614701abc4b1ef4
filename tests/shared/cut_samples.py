#!/usr/bin/env python3
"""cut_samples.py PROGRAM [--all]: every sample of a tool, read by its importer, and every hostile file, read as an inventory,
cut off at every 10 % of its length (--all: every 1 %). Each gives a result or a diagnostic, in under a second and under
256 MiB; and of a tool's file no cut may look better than the whole: what is not there was not seen."""
import os
import pathlib
import re
import sys
import tempfile

import measured
from bad_input import DIAGNOSTIC, HOSTILE, MEBIBYTES, SECONDS

# Every so many samples are cut where CANDOR_SAMPLE says so.
SAMPLE = int(os.environ.get("CANDOR_SAMPLE", "1"))
DAY = "2026-11-20"
INVENTORY = b"candor: 1\nclient: {name: Acme}\nassessed: {date: 2026-11-12, by: A. Tester}\n"
MORE = {"veeam": ["--dates", "month-first"]}
IMPORTERS = {"clamav": ["clamscan"], "kev": ["trivy", "grype", "cyclonedx"], "cisa-log4j": [], "prowler": []}
STATEMENT = re.compile(r"- fact: (\S+)\n(?:    part: (.*)\n)?    is: (.*(?:\n      .*)*)\n    kind:")


def as_told(value):
    """How much a value claims: what is known to be good, of how many, and what is known to be bad; None where nothing is."""
    if coverage := re.fullmatch(r"(\d+) of (\d+)(?: \((\d+) unknown\))?", value):
        has, of, unknown = (int(number or 0) for number in coverage.groups())
        return has, of - has - unknown
    return None


def is_better(cut, whole):
    """True where the cut file says something good that the whole one does not."""
    if cut == "unknown" or cut == whole:
        return False
    good, before = as_told(cut), as_told(whole or "")
    if good and good[0] == 0:
        return False
    if whole is None:
        return True
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cut) and re.fullmatch(r"\d{4}-\d\d-\d\d", whole):
        return cut > whole  # an older day is no better
    if good and before:  # a table that ends early shows fewer rows; it must not show fewer that are bad beside all that is good
        return good[0] > before[0]
    if "\n" in cut or cut.startswith("[") or cut == "none":  # records: bad news, and none of it is the best
        return cut in ("none", "[]")
    return True


def statements_in(client):
    texts = [path.read_text(encoding="utf-8") for path in (client / "evidence").glob("*.yaml")] if (client / "evidence").exists() else []
    return {(fact, part): value for text in texts for fact, part, value in STATEMENT.findall(text)}


class Cuts:
    def __init__(self, program, percent, folder):
        self.program, self.percent, self.folder = program, percent, folder
        idle = measured.run(program, "--version").mebibytes
        self.idle = idle if idle > 64 else 0  # what a sanitizer keeps for itself
        self.runs = self.accepted = 0
        self.slowest = self.largest = (0, "")
        self.faults = []

    def sizes(self, size):
        return sorted({size * percent // 100 for percent in range(0, 100, self.percent)})

    def judge(self, what, run):
        text = run.stderr.decode("utf-8", errors="surrogateescape")
        self.runs += 1
        self.accepted += run.exit == 0
        self.slowest = max(self.slowest, (run.processor, what))
        self.largest = max(self.largest, (run.mebibytes, what))
        faults = [(run.exit not in (0, 3), f"exit status {run.exit}"),
                  (run.exit == 3 and not DIAGNOSTIC.search(text), "refused without a diagnostic"),
                  (run.exit == 0 and not run.stdout, "accepted in silence"),
                  (HOSTILE.search(text) or re.search("[\udc80-\udcff]", text), "hostile characters reach the terminal"),
                  (run.processor >= SECONDS, f"{run.processor:.2f} s"),
                  (run.mebibytes - self.idle >= MEBIBYTES, f"{run.mebibytes:.0f} MiB")]
        self.faults += [f"{what}: {fault}\n{text[:400]}" for is_so, fault in faults if is_so]

    def inventories(self, path):
        data, cut = path.read_bytes(), self.folder / "inventory.yaml"
        for size in self.sizes(len(data)):
            cut.write_bytes(data[:size])
            self.judge(f"{path.name}, {size} bytes", measured.run(self.program, "check", str(cut), "--as-of", measured.AS_OF))

    def imported(self, importer, path, data, *more):
        """The run, and what it wrote as evidence."""
        client, file = self.folder / "client", self.folder / path.name
        (client / "evidence").mkdir(parents=True, exist_ok=True)
        (client / "inventory.yaml").write_bytes(INVENTORY)
        file.write_bytes(data)
        run = measured.run(self.program, "import", importer, str(file), "--into", str(client), "--as-of", measured.AS_OF, *more)
        said = statements_in(client)
        for made in (client / "evidence").iterdir():
            made.unlink()
        file.unlink()
        return run, said

    def sample(self, importer, path):
        data = path.read_bytes()
        more = MORE.get(importer, [])
        run, whole = self.imported(importer, path, data, *more)
        if b"[no-date]" in run.stderr:
            more = [*more, "--date", DAY]
            run, whole = self.imported(importer, path, data, *more)
        for size in self.sizes(len(data)):
            run, said = self.imported(importer, path, data[:size], *more)
            what = f"{importer} of {path.parent.name}/{path.name}, {size} of {len(data)} bytes"
            self.judge(what, run)
            self.faults += [f"{what}: a cut file says `{value}` of {' '.join(about)}, the whole one `{whole.get(about)}`"
                            for about, value in said.items() if is_better(value, whole.get(about))]


def main():
    program, is_all = os.path.abspath(sys.argv[1]), "--all" in sys.argv[2:]
    hostile = [path for path in sorted(measured.shared("badinput").rglob("*")) if path.is_file()]
    samples = [path for path in sorted(measured.shared("samples").glob("*/*")) if path.is_file()]
    with tempfile.TemporaryDirectory() as name:
        cuts = Cuts(program, 1 if is_all else 10, pathlib.Path(name))
        for path in hostile[::SAMPLE]:
            cuts.inventories(path)
        for path in samples[::SAMPLE]:
            for importer in IMPORTERS.get(path.parent.name, [path.parent.name]):
                cuts.sample(importer, path)
    print("\n".join(cuts.faults))
    print(f"{len(hostile[::SAMPLE])} hostile files and {len(samples[::SAMPLE])} samples, {cuts.runs} cuts: {cuts.accepted} understood, the others "
          f"refused with a diagnostic\nslowest {cuts.slowest[0]:.2f} s ({cuts.slowest[1]})\nbiggest {cuts.largest[0]:.0f} MiB ({cuts.largest[1]})")
    return 1 if cuts.faults or not samples else 0


if __name__ == "__main__":
    sys.exit(main())
