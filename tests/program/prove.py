#!/usr/bin/env python3
"""prove.py PROGRAM SOURCE: every fact that was told can be proved by a document with nothing more said; each entry is
added at the end of evidence/proof.yaml, once, what stands there stays byte for byte, and the client reads as before."""
import hashlib
import os
import pathlib
import re
import sys
import tempfile

from running import AS_OF, Faults, run

EXAMPLE = re.compile(r"^  #(?=[a-z_0-9]+\.[a-z_0-9]+:)", re.M)
FACT = re.compile(r"^  ([a-z_0-9]+\.[a-z_0-9]+):", re.M)


def main():
    program = os.path.abspath(sys.argv[1])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        run(program, "init", "client", "--by", "D. Keane", "--as-of", AS_OF, folder=folder)
        inventory = folder / "client/inventory.yaml"
        text = EXAMPLE.sub("  ", inventory.read_text(encoding="utf-8"))
        inventory.write_text(text, encoding="utf-8")
        document = folder / "client/evidence/what we saw.md"
        document.parent.mkdir()
        document.write_text("seen\n")
        digest = hashlib.sha256(b"seen\n").hexdigest()
        proof, before = folder / "client/evidence/proof.yaml", ""
        facts = FACT.findall(text)
        for fact in facts:
            status, entry, complaints = run(program, "prove", "client", fact, "client/evidence/what we saw.md", "--append",
                                            "--as-of", AS_OF, folder=folder)
            if status != 0:
                faults.append(f"{fact}: exit status {status}\n{complaints}")
                continue
            after = proof.read_text(encoding="utf-8")
            faults.expect(f"{fact}: what was there", after[:len(before)], before)
            faults.expect(f"{fact}: what was added", after[len(before):] if before else after.split("proof:\n")[1], entry)
            faults.expect(f"{fact}: what became of it", complaints, "candor: added to `client/evidence/proof.yaml`\n")
            status, again, complaints = run(program, "prove", "client", fact, "client/evidence/what we saw.md",
                                            "--append", "--as-of", AS_OF, folder=folder)
            faults.expect(f"{fact}: once more", (status, again, complaints, proof.read_text(encoding="utf-8")),
                          (0, entry, "candor: `client/evidence/proof.yaml` has this entry already\n", after))
            if digest not in entry:
                faults.append(f"{fact}: another SHA-256\n{entry}")
            before = after
        status, line, complaints = run(program, "check", "client", "--as-of", AS_OF, folder=folder)
        faults.expect("check at the end", (status, complaints), (0, ""))
        if f" {2 * len(facts)} statements" not in line:
            faults.append(f"{len(facts)} facts, each told and proved: {line}")
        document.write_text("changed\n")
        status, _, complaints = run(program, "check", "client", "--as-of", AS_OF, folder=folder)
        faults.expect("a changed document", (status, complaints.count("[proof-changed]")), (3, 1))
        faults.expect("the inventory", inventory.read_text(encoding="utf-8"), text)
    return faults.tell(f"{len(facts)} facts proved, one after another")


if __name__ == "__main__":
    sys.exit(main())
