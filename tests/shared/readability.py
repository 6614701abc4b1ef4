#!/usr/bin/env python3
"""readability.py PROGRAM [CLIENT]: the owner's report of an example against the goals for plain words, as a table; then
every letter and card of the examples in PAGES, each alone.

Names and notes from the client's own file are not ours and are not measured: they are replaced by a short name before
measuring. Every finding is measured alone too, and page 1 is counted.
"""
import importlib.util
import pathlib
import re
import sys

import measured
from theirs import without_theirs

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLIENT = "examples/dental"
# What else an owner is handed: a card each, and a letter for every control that one can say no to.
PAGES = ("dental", "declined-for-price", "declined-for-awareness", "accountancy", "empty", "meets-with-proof")
CARD_WORDS = 220
FOOT = re.compile(r"^\*[^*\n]*\*\n?\Z", re.M)  # who should see it: no part of a page with room for so many words
# Two capitals or more; money and countries are written so too, and everybody knows them.
ABBREVIATION = re.compile(r"\b(?!(?:EUR|GBP|USD|CAD|AUD|NZD|CHF|US|UK|EU)\b)[A-Z][A-Z0-9]{1,5}s?\b")
VAGUE = re.compile(r"\d\s?%|\b(?:likely|unlikely|probably|per cent|percent)\b", re.I)


def load(path):
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("measure", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, module.compile_jargon(module.load_jargon(path.with_name("jargon.tsv")))


def report(program, client, audience):
    run = measured.run(program, "score", str(client), "--for", audience, "--format", "markdown",
                       "--as-of", measured.AS_OF)
    if run.exit not in (0, 1):
        sys.exit(f"exit status {run.exit}\n{run.stderr.decode()}")
    return run.stdout.decode("utf-8")


def findings(markdown):
    """Heading and text of each gap: what stands under the headings below the one that tells of gaps."""
    gaps = re.search(r"^## .*\bgaps\b.*?(?=^## |\Z)", markdown, re.M | re.S)
    markdown = gaps.group() if gaps else ""
    parts = re.split(r"^### +(.*)$", markdown, flags=re.M)[1:]
    for title, body in zip(parts[::2], parts[1::2]):
        yield title, title.rstrip(".") + ".\n\n" + re.split(r"^#", body, flags=re.M)[0]


def unexplained(plain):
    """The abbreviations that nothing in the text explains."""
    words = {word.rstrip("s") for word in ABBREVIATION.findall(plain)}
    return sorted(word for word in words
                  if not re.search(rf"\({word}\)|\b{word} (?:\(|is |means )|called {word}\b", plain))


def page(program, *arguments):
    """The Markdown of a letter or a card; nothing where there is no letter to write."""
    run = measured.run(program, *arguments, "--format", "markdown", "--as-of", measured.AS_OF)
    if run.exit not in (0, 2):
        sys.exit(f"{arguments}: exit status {run.exit}\n{run.stderr.decode()}")
    return run.stdout.decode("utf-8")


def faults_of(module, patterns, text, controls):
    """What one page, measured alone, does not hold; a page has few sentences, so it may be as hard as a finding."""
    result = module.measure(text, patterns)
    plain = module.strip_markup(text)
    checks = (
        (f"grade {result['fk_grade']:.1f}", result["fk_grade"] > 8.0),
        (f"ease {result['flesch']:.0f}", result["flesch"] < 70),
        (f"{result['jargon']} unexplained terms", result["jargon"] > 0),
        ("an id or path", bool(module.CODEISH.search(plain)) or any("." in name and name in plain for name in controls)),
        (f"{result['words_per_sentence']:.1f} words a sentence", result["words_per_sentence"] > 14),
        ("a sentence over 25 words: " + " | ".join(s for s in module.sentences(text) if len(module.WORD.findall(s)) > 25),
         result["over25"] > 0),
        (f"{result['passive_pct']:.1f} passive", result["passive_pct"] > 10),
        (f"{result['you_per_100']:.1f} you and we in 100", result["you_per_100"] < 5),
        ("a percentage or likely", bool(VAGUE.search(plain))),
        ("an abbreviation: " + ", ".join(unexplained(plain)), bool(unexplained(plain))),
    )
    return result, [what for what, is_fault in checks if is_fault]


def check_pages(program, module, patterns, controls):
    """Letters and cards; the number of them and of those that do not hold."""
    measured_pages, broken = [], 0
    for example in PAGES:
        client = ROOT / "examples" / example
        inventory = (client / "inventory.yaml").read_text(encoding="utf-8")
        pages = [("card", page(program, "card", str(client)))]
        pages += [(name, page(program, "decline", str(client), name)) for name in controls]
        for name, text in pages:
            if not text:
                continue
            result, faults = faults_of(module, patterns, without_theirs(text, inventory), controls)
            words = len(module.WORD.findall(module.strip_markup(FOOT.sub("", text))))
            if name == "card" and words > CARD_WORDS:
                faults.append(f"{words} words")
            measured_pages.append(result["fk_grade"])
            for fault in faults:
                print(f"{example} {name}: {fault}")
            broken += bool(faults)
    print(f"{len(measured_pages)} letters and cards, hardest at grade {max(measured_pages):.1f}, {broken} do not hold")
    return len(measured_pages), broken


def main():
    program = sys.argv[1]
    client = ROOT / (sys.argv[2] if len(sys.argv) > 2 else CLIENT)
    module, patterns = load(measured.shared("language/readability.py"))
    inventory = (client / "inventory.yaml").read_text(encoding="utf-8")
    controls = re.findall(r"^ +- id: (\S+)", (ROOT / "profiles/minimum-standard.yaml").read_text(encoding="utf-8"), re.M)

    owner = without_theirs(report(program, client, "owner"), inventory)
    board = report(program, client, "board")
    whole = module.measure(owner, patterns)
    plain = module.strip_markup(owner)
    cards = [(title, module.measure(text, patterns)) for title, text in findings(owner)]
    hardest = max(cards, key=lambda card: card[1]["fk_grade"])
    longest = max(cards, key=lambda card: card[1]["words"])
    codes = module.CODEISH.findall(plain) + [name for name in controls if "." in name and name in plain] + re.findall(r"CVE-\S+", plain)
    abbreviations = {word.rstrip("s") for word in ABBREVIATION.findall(plain)}
    bare = unexplained(plain)

    on_page_one = len(module.WORD.findall(module.strip_markup(FOOT.sub("", board))))
    rows = [  # goal, what, measured, limit, held, what to look at
        ("C1", "grade, whole report", f"{whole['fk_grade']:.1f}", "at most 6.0", whole["fk_grade"] <= 6.0, ""),
        ("C1", "grade, hardest finding", f"{hardest[1]['fk_grade']:.1f}", "at most 8.0", hardest[1]["fk_grade"] <= 8.0, hardest[0]),
        ("C1", "Flesch ease", f"{whole['flesch']:.0f}", "at least 70", whole["flesch"] >= 70, ""),
        ("C2", "unexplained terms A, B", f"{whole['jargon']}", "0", whole["jargon"] == 0,
         ", ".join(sorted({hit[1] for hit in whole["_jargon"] if hit[2] == "UNEXPLAINED" and hit[3] != "C"}))),
        ("C2", "terms C in 100 words", f"{100 * whole['soft'] / whole['words']:.2f}", "at most 0.5",
         100 * whole["soft"] / whole["words"] <= 0.5,
         ", ".join(sorted({hit[1] for hit in whole["_jargon"] if hit[2] == "UNEXPLAINED" and hit[3] == "C"}))),
        ("C3", "ids, paths, settings", f"{len(codes)}", "0", not codes, ", ".join(sorted(set(codes)))),
        ("C4", "words a sentence", f"{whole['words_per_sentence']:.1f}", "at most 14", whole["words_per_sentence"] <= 14, ""),
        ("C4", "sentences over 25 words", f"{whole['over25']}", "0", whole["over25"] == 0,
         " | ".join(text for text in module.sentences(owner) if len(module.WORD.findall(text)) > 25)),
        ("C5", "passive sentences", f"{whole['passive_pct']:.1f} in 100", "at most 10", whole["passive_pct"] <= 10, ""),
        ("C7", "you and we in 100 words", f"{whole['you_per_100']:.1f}", "at least 5", whole["you_per_100"] >= 5, ""),
        ("C8", "percentages, likely", f"{len(VAGUE.findall(plain))}", "0", not VAGUE.search(plain), ""),
        ("C9", "words on page 1", f"{on_page_one}", "at most 220", on_page_one <= 220, ""),
        ("C10", "words, longest finding", f"{longest[1]['words']}", "at most 130", longest[1]["words"] <= 130, longest[0]),
        ("C11", "abbreviations", f"{len(abbreviations)}", "at most 3", len(abbreviations) <= 3, ", ".join(sorted(abbreviations))),
        ("C11", "abbreviations unexplained", f"{len(bare)}", "0", not bare, ", ".join(bare)),
    ]
    print(f"{client.relative_to(ROOT)}: {whole['words']} words, {whole['sentences']} sentences, {len(cards)} findings")
    for goal, what, value, limit, held, look in rows:
        print(f"{goal:<4} {what:<26} {value:>12}   {limit:<12} {'held' if held else 'NOT HELD'}"
              + (f"  {look}" if look and (not held or goal in ("C1", "C10", "C11")) else ""))
    if len(cards) < 3:
        print("fewer than 3 findings seen: this check is blind")
        return 1
    count, broken = check_pages(program, module, patterns, controls)
    if count < len(PAGES) + 20:
        print("fewer letters than controls without an answer: this check is blind")
        return 1
    return 0 if broken == 0 and all(row[4] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
