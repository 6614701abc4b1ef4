#!/usr/bin/env python3
"""init.py PROGRAM SOURCE: a fresh inventory is valid, so is every one of its example lines without its #, alone and all
together; it asks every fact of the catalog once; and nothing that exists is ever overwritten."""
import os
import pathlib
import re
import sys
import tempfile

from running import AS_OF, Faults, run

EXAMPLE = re.compile(r"^( *)#(?=[a-z_0-9.]+:)", re.M)
FACT = re.compile(r"^    ([a-z_0-9]+\.[a-z_0-9]+):$", re.M)
GATE = "The minimum asks for this."


def check(program, folder, text):
    (folder / "tried.yaml").write_text(text, encoding="utf-8")
    return run(program, "check", "tried.yaml", "--as-of", AS_OF, folder=folder)


def uncommented(lines, number):
    """One example used, with the examples of parties that later lines speak of left as they are."""
    return "\n".join(EXAMPLE.sub(r"\1", line) if number == i else line for i, line in enumerate(lines))


def check_examples(program, folder, text, faults):
    lines = text.split("\n")
    examples = [i for i, line in enumerate(lines) if EXAMPLE.match(line)]
    for i in examples:
        status, _, complaints = check(program, folder, uncommented(lines, i))
        if status != 0:
            faults.append(f"this example is not valid: {lines[i]}\n{complaints}")
    status, _, complaints = check(program, folder, EXAMPLE.sub(r"\1", text))
    if status != 0:
        faults.append(f"the examples are not valid together\n{complaints}")
    return examples


def check_order(text, faults):
    """In each place the questions that gates rest on come first."""
    for place in re.split(r"^  # ==== ", text, flags=re.M)[1:]:
        gates = [GATE in question for question in re.split(r"\n\n", place)[1:] if EXAMPLE.search(question)]
        if gates != sorted(gates, reverse=True):
            faults.append(f"gates do not come first under {place.splitlines()[0]}: {gates}")


def check_never_overwrites(program, folder, faults):
    faults.expect("init again", run(program, "init", "fresh", folder=folder),
                  (4, "", "candor: error: `fresh/inventory.yaml` cannot be made: it exists already\n"
                          "  hint: no file was changed\n"))
    (folder / "linked").mkdir()
    (folder / "linked/inventory.yaml").symlink_to(folder / "elsewhere.yaml")
    status, _, _ = run(program, "init", "linked", folder=folder)
    faults.expect("init over a link to nowhere", (status, (folder / "elsewhere.yaml").exists()), (4, False))
    (folder / "a-file").write_text("")
    faults.expect("init over a file", run(program, "init", "a-file", folder=folder)[0], 4)
    (folder / "json").mkdir()
    (folder / "json/inventory.json").write_text("{}")
    faults.expect("init beside an inventory.json", run(program, "init", "json", folder=folder)[0], 4)
    faults.expect("what is left beside", sorted(os.listdir(folder / "json")), ["inventory.json"])


def check_codes(program, folder, faults):
    """A code that no country or currency can have is refused before anything is made."""
    for option, code, letters, hint in (("--currency", "£", "three", "as in --currency EUR"),
                                        ("--currency", "eur", "three", "write EUR"),
                                        ("--currency", "EURO", "three", "as in --currency EUR"),
                                        ("--country", "Ireland", "two", "as in --country IE"),
                                        ("--country", "ie", "two", "write IE")):
        given = run(program, "init", "coded", option, code, folder=folder)
        faults.expect(f"init {option} {code}", given,
                      (2, "", f"candor: error: {option}: `{code}` is not a code of {letters} capitals\n  hint: {hint}\n"))
    faults.expect("what a wrong code made", (folder / "coded").exists(), False)


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        faults.expect("init", run(program, "init", "fresh", "--as-of", AS_OF, folder=folder)[0], 0)
        faults.expect("what it makes", sorted(os.listdir(folder / "fresh")), ["inventory.yaml"])
        text = (folder / "fresh/inventory.yaml").read_text(encoding="utf-8")
        before = text
        faults.expect("check of the fresh folder", run(program, "check", "fresh", "--as-of", AS_OF, folder=folder)[::2], (0, ""))
        examples = check_examples(program, folder, text, faults)
        check_order(text, faults)
        catalog = (source / "profiles/catalog.yaml").read_text(encoding="utf-8")
        asked = re.findall(r"^  #([a-z_0-9]+\.[a-z_0-9]+):", text, re.M)
        faults.expect("the facts that are asked", sorted(asked), sorted(FACT.findall(catalog)))
        check_codes(program, folder, faults)
        check_never_overwrites(program, folder, faults)
        faults.expect("the inventory after all that", (folder / "fresh/inventory.yaml").read_text(encoding="utf-8"), before)
    return faults.tell(f"{len(examples)} examples, each valid")


if __name__ == "__main__":
    sys.exit(main())
