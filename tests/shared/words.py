#!/usr/bin/env python3
"""Holds every sentence of a profile to the goals for plain words.

  words.py PROFILE READABILITY.py     exit 0 held, 1 not held, 77 skipped

For each control and each outcome the owner's finding is put together as the
report does (headline, what it is, what it can cost, what to do) and measured
alone; then all of them together. What was found here, prices and names are
added by the program and are measured on the examples instead.
"""
import importlib.util
import os
import re
import sys

SKIPPED = 77
HEADLINES = ("partly", "missing", "unknown")
WORDS = ("what", "partly", "missing", "unknown", "met", "cost", "act", "find_out", "takes")
OPTIONAL = ("stretch",)
MOST_WORDS = 85       # of a finding's 130; the rest is for what we found and the price
MOST_ABBREVIATIONS = 3

VAGUE = re.compile(r"%|\b(?:likely|unlikely|probably|per cent|percent)\b", re.I)
SCARE = re.compile(
    r"\b(?:catastroph\w*|devastat\w*|disastrous|nightmare|horrif\w*|terrif\w*|cripple\w*|destroy\w*|doomed|"
    r"bankrupt\w*|out of business|hackers?|attackers?|urgent!|act now|too late to act|sleep at night|peace of mind)\b|!", re.I)
ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]{1,5}s?\b")
POINTING = re.compile(r"\b(?:this|these|those|such (?!as))\b", re.I)  # in a line that stands alone
IDENTIFIER = re.compile(r"\b[a-z0-9]+[._][a-z0-9_.]+\b|\bCVE\b")


def load_profile(path):
    try:
        import yaml
    except ImportError:
        print("words: skipped, python3-yaml is not installed")
        sys.exit(SKIPPED)
    with open(path, encoding="utf-8") as handle:
        return yaml.load(handle, yaml.BaseLoader)  # scalars stay text


def load_readability(path):
    if not os.path.exists(path):
        print("words: skipped, no %s" % path)
        sys.exit(SKIPPED)
    sys.dont_write_bytecode = True
    spec = importlib.util.spec_from_file_location("readability", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    patterns = module.compile_jargon(module.load_jargon(os.path.join(os.path.dirname(path), "jargon.tsv")))
    return module, patterns


class Goals:
    def __init__(self, readability, patterns):
        self.readability = readability
        self.patterns = patterns
        self.faults = []

    def fault(self, place, text):
        self.faults.append("%s: %s" % (place, text))

    def measure(self, text):
        return self.readability.measure(text, self.patterns)

    def at_most(self, place, name, value, limit):
        if value > limit + 1e-9:
            self.fault(place, "%s is %.1f, at most %.1f" % (name, value, limit))

    def at_least(self, place, name, value, limit):
        if value < limit - 1e-9:
            self.fault(place, "%s is %.1f, at least %.1f" % (name, value, limit))

    def plain(self, place, text):
        """What holds for any text of ours, however short."""
        result = self.measure(text)
        if result is None:
            self.fault(place, "has no words")
            return None
        self.at_most(place, "longest sentence", result["longest_sentence"], 25)
        for term, found, state, tier in result["_jargon"]:
            if tier == "A" or (tier == "B" and state != "explained"):
                self.fault(place, "jargon `%s`" % found)
        self.at_most(place, "code-like tokens", result["code_tokens"], 0)
        for pattern, name in ((VAGUE, "vague or a percentage"), (SCARE, "scare word"), (IDENTIFIER, "identifier")):
            for match in pattern.finditer(text):
                self.fault(place, "%s `%s`" % (name, match.group(0)))
        return result

    def alone(self, place, text):
        """A line that is also read in a list, without its finding around it."""
        self.plain(place, text)
        for match in POINTING.finditer(text):
            self.fault(place, "`%s` points at another sentence" % match.group(0).strip())

    def finding(self, place, text):
        result = self.plain(place, text)
        if result is None:
            return
        self.at_most(place, "grade", result["fk_grade"], 8)
        self.at_most(place, "mean words a sentence", result["words_per_sentence"], 14)
        self.at_most(place, "passive sentences", result["passive_sentences"], 1)
        self.at_least(place, "you and we in 100 words", result["you_per_100"], 5)
        self.at_most(place, "words", result["words"], MOST_WORDS)

    def together(self, place, text):
        result = self.measure(text)
        self.at_most(place, "grade", result["fk_grade"], 6)
        self.at_least(place, "reading ease", result["flesch"], 70)
        self.at_most(place, "mean words a sentence", result["words_per_sentence"], 14)
        self.at_most(place, "passive sentences in 100", result["passive_pct"], 10)
        self.at_most(place, "unexplained terms", result["jargon"], 0)
        self.at_most(place, "watched words in 100", 100.0 * result["soft"] / result["words"], 0.5)
        self.at_least(place, "you and we in 100 words", result["you_per_100"], 5)
        abbreviations = sorted(set(ABBREVIATION.findall(text)))
        if len(abbreviations) > MOST_ABBREVIATIONS:
            self.fault(place, "abbreviations: %s" % ", ".join(abbreviations))
        return result


def findings_of(control):
    """Each outcome's finding as an owner reads it."""
    words = control["words"]
    for outcome in HEADLINES:
        act = words["find_out"] if outcome == "unknown" else words["act"]
        yield outcome, "%s\n\n%s\n\n%s\n\nWhat to do: %s" % (words[outcome], words["what"], words["cost"], act)


def check_control(goals, control):
    place = control["id"]
    words = control.get("words", {})
    for key in WORDS:
        if not words.get(key):
            goals.fault(place, "no `%s`" % key)
    for key in words:
        if key not in WORDS + OPTIONAL:
            goals.fault(place, "`%s` is not a word of a control" % key)
    if bool(control.get("stretch")) != bool(words.get("stretch")):
        goals.fault(place, "a stretch target and its sentence belong together")
    goals.alone(place + " title", control["title"])
    for key in ("met", "act", "find_out", "stretch"):
        if words.get(key):
            goals.alone("%s %s" % (place, key), words[key])
    if not re.match(r"[A-Z][a-z]+ [^.]*\.$", words["act"]) or not re.match(r"[A-Z][a-z]+ [^.]*\.$", words["find_out"]):
        goals.fault(place, "what to do is one sentence")
    if words["takes"].endswith("."):
        goals.fault(place, "`takes` is no sentence")
    for outcome, text in findings_of(control):
        goals.finding("%s %s" % (place, outcome), text)


def main(arguments):
    if len(arguments) != 2:
        print(__doc__)
        return 2
    profile = load_profile(arguments[0])
    readability, patterns = load_readability(arguments[1])
    goals = Goals(readability, patterns)

    controls = profile["controls"]
    for control in controls:
        check_control(goals, control)

    everything = [text for control in controls for _, text in findings_of(control)]
    everything += [control["words"]["met"] for control in controls]
    everything += [control["words"]["stretch"] for control in controls if control["words"].get("stretch")]
    whole = goals.together("all findings", "\n\n".join(everything))
    for outcome in HEADLINES:
        goals.together("all " + outcome, "\n\n".join(dict(findings_of(control))[outcome] for control in controls))
    goals.together("all met", "\n".join("- " + control["words"]["met"] for control in controls))
    goals.plain("about", profile["profile"]["about"])
    for harm, words in profile["harms"].items():
        goals.plain("harm " + harm, words)
    for term, entry in profile["terms"].items():
        result = goals.measure(entry["means"])  # a term explains its own jargon
        goals.at_most("term " + term, "longest sentence", result["longest_sentence"], 25)
        goals.at_most("term " + term, "grade", result["fk_grade"], 8)

    print("words: %d controls, %d findings, grade %.1f, ease %.0f, %.1f words a sentence, %.1f passive, %.1f you and we in 100" % (
        len(controls), len(controls) * len(HEADLINES), whole["fk_grade"], whole["flesch"], whole["words_per_sentence"],
        whole["passive_pct"], whole["you_per_100"]))
    for fault in goals.faults:
        print("words: " + fault)
    return 1 if goals.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
