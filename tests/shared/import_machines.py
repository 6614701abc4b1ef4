#!/usr/bin/env python3
"""import_machines.py PROGRAM: each sample of Lynis and OpenSCAP becomes exactly the statements that are due to it, in
the evidence of a client without any, or is refused with the reason."""
import pathlib
import re
import sys
import tempfile

import measured

AS_OF = "2026-11-26"
INVENTORY = "candor: 1\nclient: {id: acme, name: Acme Ltd}\nassessed: {date: 2026-11-20, by: D. Keane}\n"
FIREWALL, PROTECTED, PATCHED = "firewall.on_computers", "endpoint.protected", "patch.critical_in_time"
UNKNOWN = "0 of 1 (1 unknown)"

# Files of one tool, and the statements that they become (part, day, and of each fact its value and why) or the code that
# they are refused with.
CASES = [
    ("lynis", ["lynis-3.0.8-debian12.dat"], ("computer c949a87e", "2026-11-21", {
        FIREWALL: (UNKNOWN, "the system can filter, but its rules were not read: Lynis found neither iptables nor nft to list "
                            "them (FIRE-4512, FIRE-4540)"),
        PROTECTED: (UNKNOWN, "a scanner is installed; whether it is switched on and up to date the report does not say"),
        PATCHED: (UNKNOWN, "security updates wait; since when, and how urgent they are, the report does not say")})),
    ("openscap", ["xccdf-testresult-debian11-content-on-12-all-notapplicable.xml"], ("fileserver01", "2026-11-21", {
        FIREWALL: (UNKNOWN, "none of the 44 rules of the scan is for this system"),
        PATCHED: (UNKNOWN, "none of the 44 rules of the scan is for this system")})),
    ("openscap", ["xccdf-testresult-debian12-patched-cpe.xml"], ("fileserver01", "2026-11-21", {
        FIREWALL: (UNKNOWN, "no rule of the scan looks at it"),
        PATCHED: (UNKNOWN, "no rule of the scan looks at it")})),
    ("openscap", ["defectdojo-one_vuln_rhsa.xml"], ("sample.system", "2019-03-04", {
        FIREWALL: (UNKNOWN, "no rule of the scan looks at it"),
        PATCHED: (UNKNOWN, "the list of updates ends in 2006, and what came later is not known")})),
    ("openscap", ["oscap-stdout-debian11-content.txt"], "bad-xml"),
    ("openscap", ["oscap-stdout-debian12-patched-cpe.txt"], "bad-xml"),
]


def statements_of(text):
    """What an evidence file says: of each fact its part, day, value and note."""
    found = {}
    for block in text.split("\n  - fact: ")[1:]:
        keys = dict(re.findall(r'^    (\w+): "?(.*?)"?$', block, re.M))
        found[block.split("\n")[0]] = (keys["part"], keys["date"], keys["is"], keys.get("note", ""))
    return found


def check(program, tool, names, wanted, folder):
    (folder / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
    files = [str(measured.shared("samples") / tool / name) for name in names]
    done = measured.run(program, "import", tool, *files, "--into", str(folder), "--as-of", AS_OF)
    written = list((folder / "evidence").glob("*.yaml"))
    if isinstance(wanted, str):
        if done.exit != 3 or written or f"[{wanted}]".encode() not in done.stderr:
            yield f"not refused as {wanted}: {done.exit}, {done.stderr.decode()}"
        return
    if done.exit != 0 or len(written) != 1:
        yield f"{done.exit}, {len(written)} files\n{done.stderr.decode()}"
        return
    part, day, facts = wanted
    given = statements_of(written[0].read_text(encoding="utf-8"))
    expected = {fact: (part, day, value, note) for fact, (value, note) in facts.items()}
    if given != expected:
        yield f"given {given}\n  expected {expected}"


def main():
    program = sys.argv[1]
    samples = measured.shared("samples")
    faults = []
    tried = set()
    for tool, names, wanted in CASES:
        tried |= {(tool, name) for name in names}
        with tempfile.TemporaryDirectory() as folder:
            faults += [f"{' '.join(names)}: {fault}" for fault in check(program, tool, names, wanted, pathlib.Path(folder))]
    for tool in ("lynis", "openscap"):
        faults += [f"{tool}/{path.name} is not tried" for path in sorted((samples / tool).iterdir())
                   if (tool, path.name) not in tried]
    print("\n".join(faults) or f"{len(CASES)} imports")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
