#!/usr/bin/env python3
"""verdicts.py [PROGRAM [COUNT]]: candor and the three that judge as it does must say the same of so many clients.

Row by row and field by field, from folders and from a stream. What differs is printed, and the exit status is 1.
"""
import collections
import pathlib
import sys
import tempfile

import parties

FIELDS = ("client", "verdict", "proved", "claimed", "at_best", "controls")
MOST_SHOWN = 20


def differences(name, theirs, ours):
    if len(theirs) != len(ours):
        yield f"{name}: {len(theirs)} clients, and candor has {len(ours)}"
    for row, wanted in zip(theirs, ours):
        for field, given, should in zip(FIELDS, row, wanted):
            if given != should:
                yield f"{wanted[0]}: {field}: {name} says {given}, and candor {should}"


def compare(found, count, work):
    """Judges them all with all, in clients/ and in clients.ndjson, and says what they are and how they came out. Ends the
    program where two differ."""
    faults, sizes = [], []
    for source in (work / "clients", work / "clients.ndjson"):
        sizes.append(parties.generate(count, source))
        ours = parties.rows_of(found[0], source)
        if len(ours) != count:
            sys.exit(f"candor judged {len(ours)} of {count} clients")
        for party in found[1:]:
            faults += [f"{source.name}: {fault}" for fault in differences(party.name, parties.rows_of(party, source), ours)]
    if faults:
        print("\n".join(faults[:MOST_SHOWN]), f"{len(faults)} differences", sep="\n", file=sys.stderr)
        sys.exit(1)
    verdicts = collections.Counter(row[1] for row in ours)
    spread = ", ".join(f"{number} {verdict}" for verdict, number in sorted(verdicts.items()))
    return f"{spread}; as YAML {sizes[0]} bytes each, as JSON {sizes[1]}"


def main():
    program = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else parties.ROOT / "build/release/candor").resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as name:
        found, missing = parties.find_all(program, pathlib.Path(name))
        for reason in missing:
            print(f"left out: {reason}")
        spread = compare(found, count, pathlib.Path(name))
        print(f"{count} clients, the same in {', '.join(party.name for party in found)}: {spread}")


if __name__ == "__main__":
    main()
