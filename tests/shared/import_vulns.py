#!/usr/bin/env python3
"""import_vulns.py PROGRAM: every sample of the scanners for flaws in programs imports into an empty client with exactly
these facts, or is refused for the right reason."""
import pathlib
import re
import sys
import tempfile

import measured

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "program"))
from running import Faults, run  # noqa: E402

AS_OF = "2026-11-26"
KEV = "kev/kev-subset-log4j.json"
WAR = "erp01: /srv/app/portal/portal.war: log4j-core"
FOUND = ("[" + ", ".join(f"{{where: {where}, version: {version}, product: {product}}}" for where, version, product in (
    ("erp01: /srv/app/erp/log4j-1.2.17.jar", "1.2.17", "log4j-1"),
    ("erp01: /srv/app/erp/log4j-core-2.14.0.jar", "2.14.0", "log4j-core"),
    (f"{WAR}-2.12.1.jar", "2.12.1", "log4j-core"), (f"{WAR}.2.12.3.jar", "2.12.3", "log4j-core"),
    (f"{WAR}.2.14.0.jar", "2.14.0", "log4j-core"), (f"{WAR}.2.15.0.jar", "2.15.0", "log4j-core"),
    (f"{WAR}.2.16.0.jar", "2.16.0", "log4j-core"), (f"{WAR}.2.17.0.jar", "2.17.0", "log4j-core"))) + "]")
PATCHED = "{where: erp01: /srv/app/patched/log4j-core-2.17.1.jar, version: 2.17.1, product: log4j-core}, "
SYSTEM = ", {where: erp01: /srv/app/system/log4j-core.jar, version: 2.19.0, product: log4j-core}]"
NOBODY_KNOWS = "0 of 1 (1 unknown)"
JAR = "./configuration/.m2/repository/org/apache/logging/log4j/log4j-core/2.13.2"
CUT = "./configuration/.m2/repository/org/apache/logging/…"
BOM = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79"

# importer, files, more arguments, what it tells: (fact, part) -> (value, day)
TOLD = [
    ("logpresso", ["logpresso/report-clean.json"], [], {
        ("log4j.found", "erp01 /srv/app/system"): ("none", "2026-11-21"),
        ("log4j.looked_at", "erp01 /srv/app/system"): ("1 of 1", "2026-11-21")}),
    ("logpresso", ["logpresso/report-vulnerable.json"], [], {
        ("log4j.found", "erp01 /srv/app"): (FOUND, "2026-11-21"),
        ("log4j.looked_at", "erp01 /srv/app"): ("1 of 1", "2026-11-21")}),
    ("logpresso", ["logpresso/report-vulnerable.csv"], [], {
        ("log4j.found", "erp01"): (FOUND.replace(f"{{where: {WAR}-", PATCHED + f"{{where: {WAR}-", 1)[:-1] + SYSTEM, "2026-11-21"),
        ("log4j.looked_at", "erp01"): (NOBODY_KNOWS, "2026-11-21")}),
    ("logpresso", ["logpresso/report-clean.csv"], ["--date", "2026-11-21"], {
        ("log4j.found", "a machine that the table does not name"): ("unknown", "2026-11-21"),
        ("log4j.looked_at", "a machine that the table does not name"): (NOBODY_KNOWS, "2026-11-21")}),
    ("trivy", ["trivy/defectdojo-scheme_2_many_vulns.json", KEV], [], {
        ("log4j.found", "teamdojo:latest"): ("unknown", "2021-06-29"),
        ("log4j.looked_at", "teamdojo:latest"): (NOBODY_KNOWS, "2021-06-29"),
        ("patch.critical_in_time", "teamdojo:latest"): (NOBODY_KNOWS, "2021-06-29"),
        ("kev.open", "teamdojo:latest"): ("none", "2021-06-29"),
        ("kev.looked_at", "teamdojo:latest"): ("1 of 1", "2021-06-29")}),
    ("grype", ["grype/defectdojo-no_vuln.json", KEV], ["--date", "2025-09-01"], {
        ("log4j.found", "busybox:latest"): ("unknown", "2025-09-01"),
        ("log4j.looked_at", "busybox:latest"): (NOBODY_KNOWS, "2025-09-01"),
        ("patch.critical_in_time", "busybox:latest"): (NOBODY_KNOWS, "2025-09-01"),
        ("kev.open", "busybox:latest"): ("unknown", "2025-09-01"),
        ("kev.looked_at", "busybox:latest"): (NOBODY_KNOWS, "2025-09-01")}),
    ("grype", ["grype/defectdojo-many_vulns-first40.json", KEV], ["--date", "2025-09-25"], {
        ("log4j.found", "python:3.6"): ("unknown", "2025-09-25"),
        ("log4j.looked_at", "python:3.6"): (NOBODY_KNOWS, "2025-09-25"),
        ("patch.critical_in_time", "python:3.6"): (NOBODY_KNOWS, "2025-09-25"),
        ("kev.open", "python:3.6"): ("unknown", "2025-09-25"),
        ("kev.looked_at", "python:3.6"): (NOBODY_KNOWS, "2025-09-25")}),
    ("grype", ["grype/grype-TestJsonDirsPresenter.json"], ["--date", "2025-09-01"], {
        ("log4j.found", "/some/path"): ("unknown", "2025-09-01"),
        ("log4j.looked_at", "/some/path"): (NOBODY_KNOWS, "2025-09-01"),
        ("patch.critical_in_time", "/some/path"): (NOBODY_KNOWS, "2025-09-01"),
        ("kev.open", "/some/path"): ("[{where: /some/path: package-2 2.2.2, flaw: CVE-1999-0002}]", "2025-09-01")}),
    ("cyclonedx", ["cyclonedx/defectdojo-log4j.json", KEV], [], {
        ("log4j.found", JAR): (f"[{{where: {CUT}: log4j-core, version: 2.13.2, product: log4j-core}}]", "2022-07-22"),
        ("log4j.looked_at", JAR): ("1 of 1", "2022-07-22"),
        ("patch.critical_in_time", JAR): (NOBODY_KNOWS, "2022-07-22"),
        ("kev.open", JAR): (f"[{{where: {JAR}: log4j-core 2.13.2, flaw: CVE-2021-44228, due: 2021-12-24}}, "
                            f"{{where: {JAR}: log4j-core 2.13.2, flaw: CVE-2021-45046, due: 2023-05-22}}]", "2022-07-22"),
        ("kev.looked_at", JAR): (NOBODY_KNOWS, "2022-07-22")}),
    ("cyclonedx", ["cyclonedx/valid-vulnerability-1.5.json"], ["--date", "2025-09-01"], {
        ("log4j.found", BOM): ("none", "2025-09-01"),
        ("log4j.looked_at", BOM): ("1 of 1", "2025-09-01"),
        ("patch.critical_in_time", BOM): (NOBODY_KNOWS, "2025-09-01")}),
]

# importer, file, the reason
REFUSED = [
    ("logpresso", "logpresso/report-clean.csv", "no-date"),
    ("logpresso", "logpresso/stdout-clean.txt", "missing-column"),
    ("logpresso", "logpresso/stdout-vulnerable.txt", "missing-column"),
    ("grype", "grype/defectdojo-no_vuln.json", "no-date"),
    ("grype", "grype/defectdojo-many_vulns-first40.json", "no-date"),
    ("grype", "grype/grype-TestJsonDirsPresenter.json", "no-date"),
    ("cyclonedx", "cyclonedx/valid-vulnerability-1.5.json", "no-date"),
    ("trivy", "cyclonedx/defectdojo-log4j.json", "unknown-format"),
    ("grype", "trivy/defectdojo-scheme_2_many_vulns.json", "unknown-format"),
    ("cyclonedx", "grype/defectdojo-no_vuln.json", "unknown-format"),
    ("trivy", KEV, "unknown-format"),
    ("cyclonedx", "kev/known_exploited_vulnerabilities_schema.json", "unknown-format"),
]

STATEMENT = re.compile(r"^  ([a-z0-9_.]+) \((.*?)\): (.*), export of (\d{4}-\d\d-\d\d)$", re.M)


def imported(program, folder, importer, files, more):
    """Exit status, what is told and the complaints of an import into a new client."""
    with tempfile.TemporaryDirectory(dir=folder) as client:
        run(program, "init", "client", "--by", "D. Keane", "--as-of", AS_OF, folder=client)
        status, text, complaints = run(program, "import", importer, *files, *more, "--into", "client", "--as-of", AS_OF,
                                       folder=client)
        if status == 0:
            checked = run(program, "check", "client", "--as-of", AS_OF, folder=client)
            if checked[0] != 0:
                complaints += checked[2]
    return status, {(fact, part): (value, day) for fact, part, value, day in STATEMENT.findall(text)}, complaints


def main():
    program = sys.argv[1]
    samples = measured.shared("samples")
    faults = Faults()
    with tempfile.TemporaryDirectory() as folder:
        for importer, files, more, told in TOLD:
            given = imported(program, folder, importer, [str(samples / name) for name in files], more)
            faults.expect(f"{importer} {files}", given, (0, told, ""))
        for importer, name, reason in REFUSED:
            status, told, complaints = imported(program, folder, importer, [str(samples / name)], [])
            faults.expect(f"{importer} {name}", (status, told, re.findall(r"error: .*\[([a-z0-9-]+)\]$", complaints, re.M)),
                          (3, {}, [reason]))
    return faults.tell(f"{len(TOLD)} imports of samples tell what they should, {len(REFUSED)} are refused")


if __name__ == "__main__":
    sys.exit(main())
