#!/usr/bin/env python3
"""import_log4j.py PROGRAM SOURCE: copies of Log4j come in through a CycloneDX list and are judged by their version: each
of the three mended lines is fixed, all before it and all of Log4j 1 fall short, and a list of one image alone never
clears a whole client."""
import json
import os
import pathlib
import sys
import tempfile

from running import AS_OF, Faults, run

FIXED = [("log4j-core", "2.17.1"), ("log4j-core", "2.12.4"), ("log4j-core", "2.3.2")]
SHORT = [("log4j-core", "2.14.1"), ("log4j", "1.2.17")]


def parts_list(copies):
    """A list of parts of one program, each copy inside a part of its own."""
    inside = [{"type": "library", "name": f"holder-{version}", "version": "1", "components": [
        {"type": "library", "name": name, "version": version}]} for name, version in copies]
    return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": inside,
                       "metadata": {"timestamp": "2026-11-20T10:00:00Z", "component": {"type": "application", "name": "erp"}}})


def finding(program, folder, copies, *more, faults):
    """What `vuln.log4j` came to, and which copies fall short."""
    (folder / "bom.json").write_text(parts_list(copies), encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=folder) as client:
        run(program, "init", "client", "--by", "D. Keane", "--as-of", AS_OF, folder=client)
        status, _, complaints = run(program, "import", "cyclonedx", "../bom.json", "--into", "client", "--as-of", AS_OF, *more,
                                    folder=client)
        faults.expect(f"import of {copies}", (status, complaints), (0, ""))
        status, report, complaints = run(program, "score", "client", "-f", "json", "--as-of", AS_OF, folder=client)
        faults.expect(f"score of {copies}", (status, complaints), (1, ""))
    found = next(one for one in json.loads(report)["findings"] if one["control"] == "vuln.log4j")
    records = [record for check in found["checks"] for record in check["records"]]
    return found["outcome"], {record["fields"]["version"]: record["falls_short"] for record in records}


def main():
    program = os.path.abspath(sys.argv[1])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for copy in FIXED:
            faults.expect(f"{copy}, all there is", finding(program, folder, [copy], "--whole", faults=faults),
                          ("met", {copy[1]: False}))
            faults.expect(f"{copy} in one image", finding(program, folder, [copy], faults=faults), ("unknown", {copy[1]: False}))
        for copy in SHORT:
            faults.expect(f"{copy}, all there is", finding(program, folder, [copy], "--whole", faults=faults),
                          ("not_met", {copy[1]: True}))
            faults.expect(f"{copy} in one image", finding(program, folder, [copy], faults=faults), ("not_met", {copy[1]: True}))
        faults.expect("all of them", finding(program, folder, FIXED + SHORT, faults=faults),
                      ("not_met", {version: (name, version) in SHORT for name, version in FIXED + SHORT}))
        faults.expect("no copy", finding(program, folder, [("pump", "1.0")], "--whole", faults=faults), ("met", {}))
        faults.expect("no parts", finding(program, folder, [], "--whole", faults=faults), ("unknown", {}))
    return faults.tell(f"{len(FIXED)} mended copies of Log4j are fixed, {len(SHORT)} others fall short")


if __name__ == "__main__":
    sys.exit(main())
