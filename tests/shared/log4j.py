#!/usr/bin/env python3
"""log4j.py PROGRAM: the standard's rule for Log4j against the published version ranges. A version that the standard
takes for fixed lies in no range of any source, for each flaw of December 2021; and each that lies in one is refused."""
import json
import pathlib
import re
import sys
import tempfile

import measured

RELEASES = """
2.0-alpha1 2.0-beta1 2.0-beta7 2.0-beta9 2.0-rc1 2.0 2.0.1 2.0.2 2.1 2.2 2.3 2.3.1 2.3.2 2.4 2.4.1 2.5 2.6 2.6.2 2.7 2.8 2.8.1
2.8.2 2.9.0 2.9.1 2.10.0 2.11.0 2.11.1 2.11.2 2.12.0 2.12.1 2.12.2 2.12.3 2.12.4 2.13.0 2.13.1 2.13.2 2.13.3 2.14.0 2.14.1
2.15.0 2.16.0 2.17.0 2.17.1 2.17.2 2.18.0 2.19.0 2.20.0 2.21.0 2.22.1 2.23.1 2.24.0 2.24.3 2.25.0 2.25.3 2.25.4
""".split()
# GitHub's range for CVE-2021-45046 knows no line of its own for Java 6 and so takes in the release that mended it there;
# Apache and CISA name 2.3.2 as fixed.
TOO_COARSE = {("2.3.2", "CVE-2021-45046 (ghsa)")}
INVENTORY = """candor: 1
client: {{name: One finding}}
assessed: {{date: 2026-11-12, by: A. Tester}}
facts: {{log4j: {{looked_at: 1 of 1, found: [{{where: Server, product: {product}, version: {version}}}]}}}}
"""


def sort_key(version):
    numbers, _, tag = version.partition("-")
    parts = [int(part) for part in numbers.split(".")] + [0, 0, 0]
    return parts[:3], (0, tag) if tag else (1, "")


def sources_that_say_affected(cves, version):
    for cve in cves:
        for source, ranges in cve.items():
            if source not in ("apache_now", "apache_before", "ghsa"):
                continue
            for introduced, fixed in ranges:
                if sort_key(introduced) <= sort_key(version) < sort_key(fixed):
                    yield f"{cve['cve']} ({source})"


def outcome(program, path, product, version):
    path.write_text(INVENTORY.format(product=product, version=version), encoding="utf-8")
    run = measured.run(program, "score", str(path), "--format", "json", "--as-of", measured.AS_OF)
    if run.exit != 1:
        sys.exit(f"{product} {version}: exit status {run.exit}\n{run.stderr.decode()}")
    return next(found for found in outcomes(json.loads(run.stdout)))


def outcomes(value):
    """The outcome of vuln.log4j, wherever the JSON keeps it."""
    if isinstance(value, dict):
        if "vuln.log4j" in value.values() and "outcome" in value:
            yield value["outcome"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from outcomes(item)


def main():
    program = sys.argv[1]
    table = json.loads(measured.shared("standard/log4j_ranges.json").read_text(encoding="utf-8"))
    cves = [cve for cve in table["cves"] if re.match(r"CVE-2021-", cve["cve"])]
    faults = []
    fixed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "inventory.yaml"
        for version in RELEASES:
            said = [source for source in sources_that_say_affected(cves, version) if (version, source) not in TOO_COARSE]
            found = outcome(program, path, "log4j-core", version)
            fixed += found == "met"
            if (found == "met") == bool(said):
                faults.append(f"{version}: {found}, but {', '.join(said) or 'no source calls it affected'}")
        for product, version, expected in (("log4j-api", "2.14.1", "met"), ("log4j-1", "1.2.17", "not_met")):
            found = outcome(program, path, product, version)
            if found != expected:
                faults.append(f"{product} {version}: {found}, not {expected}")
    print("\n".join(faults) or f"{len(RELEASES)} releases: {fixed} fixed, {len(RELEASES) - fixed} refused, as the sources say")
    return 1 if faults or not fixed else 0


if __name__ == "__main__":
    sys.exit(main())
