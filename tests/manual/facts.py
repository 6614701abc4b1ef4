#!/usr/bin/env python3
"""facts.py SOURCE: "All facts" of man/candor-inventory.5 lists each fact of profiles/catalog.yaml once, in the order of
the alphabet, with its type, its choices, the counts it is out of, and the fields of its records."""
import pathlib
import re
import sys


def words_of(text):
    return re.findall(r"[\w-]+", text)


def facts_of_catalog(text):
    """{address: (type, what belongs to it)}; read line by line, as the file is laid out."""
    facts = {}
    for head in re.split(r"^  facts:$", text, flags=re.M)[1].split("\n    ")[1:]:
        if match := re.match(r"([a-z_0-9]+\.[a-z_0-9]+):$", head):
            fact = facts.setdefault(match.group(1), {})
        elif match := re.match(r"  (type|of|choices|ordered|asks_worked|test_by_hand): (.*)", head):
            fact[match.group(1)] = words_of(match.group(2))
        elif match := re.match(r"    ([a-z_]+): \{type: (\w+)(?:, choices: \[(.*?)\])?(.*)\}", head):
            fact.setdefault("fields", []).append((match.group(1), match.group(2), words_of(match.group(3) or ""),
                                                  "required: yes" in match.group(4)))
    return facts


def is_told(text, fact):
    """Whether the manual's words for a type are those of the catalog."""
    kind, _, more = re.match(r"(\w+)( of |: |, worst first: |; | with |$)(.*)$", text).groups()
    if [kind] != fact["type"]:
        return False
    if kind == "records":
        told = [(name, words_of(inside or "")) for name, inside in re.findall(r"(\w+)(?: \((.*?)\))?(?:, | and |$)", more)]
        meant = [(name, {"date": ["a", "date"], "number": ["a", "number"], "yes_no": ["yes", "or", "no"]}.get(of, choices))
                 for name, of, choices, _ in fact["fields"]]
        required = [name for name, _, _, is_required in fact["fields"] if is_required]
        return told == [(name, ["required"] if name == required[-1] else inside) for name, inside in meant]
    if kind == "choice":
        return words_of(more) == fact["choices"] and (", worst first" in text) == ("ordered" in fact)
    if kind == "event":
        return ("worked" in text, "test" in text) == ("asks_worked" in fact, "test_by_hand" in fact)
    return [word for word in words_of(more) if word != "and"] == fact.get("of", [])


def main():
    source = pathlib.Path(sys.argv[1])
    facts = facts_of_catalog((source / "profiles/catalog.yaml").read_text(encoding="utf-8"))
    manual = (source / "man/candor-inventory.5").read_text(encoding="utf-8")
    section = re.search(r"^\.Ss All facts$(.*?)^\.El$", manual, re.M | re.S).group(1)
    told = re.findall(r"^\.It ([a-z_0-9]+\.[a-z_0-9]+) Ta (.*)$", section, re.M)
    addresses = [address for address, _ in told]
    faults = [f"All facts lacks {address}" for address in facts if address not in addresses]
    faults += [f"All facts tells of {address}, which the catalog does not have" for address in addresses
               if address not in facts]
    faults += [f"{address} is not {text!r}, but {facts[address]}" for address, text in told
               if address in facts and not is_told(text, facts[address])]
    if addresses != sorted(set(addresses)):
        faults.append("All facts is not in the order of the alphabet, each once")
    if len(facts) < 50 or any("type" not in fact for fact in facts.values()):
        faults.append(f"found {len(facts)} facts in the catalog, and not the type of each: this test is blind")
    print("\n".join(faults) or f"{len(told)} facts, as the catalog has them")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
