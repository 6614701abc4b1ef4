#!/usr/bin/env python3
"""maps.py PROGRAM SOURCE: each map in examples/maps reads the table beside it, what it writes is read again, and the map
in candor-inventory(5) is one of them. The same table by the same map is imported once, by another map again."""
import pathlib
import re
import sys
import tempfile

from running import AS_OF, Faults, run

INVENTORY = "candor: 1\nclient: {name: Quayside Dental}\nassessed: {date: 2026-11-12, by: D. Keane}\n"


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = Faults()
    maps = sorted((source / "examples/maps").glob("*.yaml"))
    with tempfile.TemporaryDirectory() as folder:
        for path in maps:
            client = pathlib.Path(folder) / path.stem
            client.mkdir()
            (client / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
            status, text, complaints = run(program, "import", "csv", str(path.with_suffix(".csv")), "--map", str(path), "--into",
                                           str(client), "--as-of", AS_OF)
            faults.expect(f"importing by {path.name}\n{complaints}", status, 0)
            faults.expect(f"statements of {path.name}", " statements\n" in text, True)
            again = client.parent / "again.yaml"
            again.write_text(path.read_text(encoding="utf-8") + "# another map\n", encoding="utf-8")
            for by, wanted in ((path, 1), (again, 2), (again, 2)):
                run(program, "import", "csv", str(path.with_suffix(".csv")), "--map", str(by), "--into", str(client), "--as-of", AS_OF)
                faults.expect(f"files after {by.name}", len(list((client / "evidence").iterdir())), wanted)
            faults.expect(f"reading what {path.name} made", run(program, "check", str(client), "--as-of", AS_OF)[0], 0)
    manual = (source / "man/candor-inventory.5").read_text(encoding="utf-8")
    section = manual[manual.index(".Sh MAPPING A TABLE"):]
    example = re.search(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", section, re.M | re.S).group(1)
    faults.expect("the map in the manual", example in [path.read_text(encoding="utf-8") for path in maps], True)
    return faults.tell(f"{len(maps)} maps, each read")


if __name__ == "__main__":
    sys.exit(main())
