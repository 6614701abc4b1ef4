#!/usr/bin/env python3
"""options.py PROGRAM SOURCE: every option that the help of the program or of a verb shows is in man/candor.1, and the
reverse; so is every verb, and every code of a diagnostic that the sources can give."""
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z0-9-]*|-[a-zA-Z])(?![\w-])")
VERB = re.compile(r"^  ([a-z]+)(?=\s)", re.M)
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What stands in the manual and is another program's: GNU parallel's.
OF_OTHERS = {"--pipe", "-N", "-k"}
COMPLAINT = re.compile(r"\b(?:error|warning)\(")


def help_of(program, *verb):
    done = subprocess.run([program, *verb, "--help"], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def options_of_help(text):
    """Options where help lists them: at the start of a line. Elsewhere they are part of an example or a sentence."""
    found = set()
    for line in text.splitlines():
        match = re.match(r"\s+((?:-{1,2}[\w-]+)(?:[ ,]+-{1,2}[\w-]+)*)", line)
        if match:
            found.update(OPTION.findall(match.group(1)))
    return found


def manual_words(source):
    """The manual's text with mdoc's and man's ways to write a dash undone."""
    text = source.replace("\\-", "-")
    text = re.sub(r"\bFl (-[a-z])", r"-\1", text)
    return re.sub(r"\bFl ([a-zA-Z])\b", r"-\1", text)


def codes_of_sources(source):
    """The codes written out in calls that complain."""
    found = {}
    for path in sorted((source / "src").rglob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        for call in COMPLAINT.finditer(text):
            literal = re.search(r'"((?:[^"\\]|\\.)*)"', text[call.end():call.end() + 200])
            if literal and CODE.fullmatch(literal.group(1)):
                found.setdefault(literal.group(1), path.relative_to(source).as_posix())
    return found


def codes_of_manual(text):
    section = re.search(r"^\.Sh DIAGNOSTICS$(.*?)^\.Sh ", text, re.M | re.S)
    items = re.findall(r"^\.It (.*)$", section.group(1), re.M) if section else []
    return {word for item in items for word in re.findall(CODE, re.sub(r"\b[A-Z][a-z]\b", "", item))}


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    manual = (source / "man/candor.1").read_text(encoding="utf-8")
    words = manual_words(manual)
    top = help_of(program)
    helps = {verb: help_of(program, verb) for verb in VERB.findall(top)}
    helps = {verb: text for verb, text in helps.items() if text is not None}
    shown = options_of_help(top).union(*map(options_of_help, helps.values()))
    told = set(OPTION.findall(words))

    faults = [f"man/candor.1 does not tell of {option}" for option in sorted(shown - told)]
    faults += [f"man/candor.1 tells of {option}, which no --help shows" for option in sorted(told - shown - OF_OTHERS)]
    faults += [f"man/candor.1 does not tell of `candor {verb}`" for verb in helps
               if not re.search(rf"\b{verb}\b", words)]
    codes, listed = codes_of_sources(source), codes_of_manual(manual)
    faults += [f"man/candor.1 does not list [{code}] ({path})" for code, path in codes.items() if code not in listed]
    everything = "\n".join(path.read_text(encoding="utf-8") for path in (source / "src").rglob("*.cpp"))
    faults += [f"man/candor.1 lists [{code}], which nothing gives" for code in sorted(listed)
               if f'"{code}"' not in everything]
    if len(helps) < 6 or len(shown) < 5 or len(codes) < 10:
        faults.append(f"found only {len(helps)} verbs, {len(shown)} options and {len(codes)} codes: this test is blind")
    print("\n".join(faults) or f"{len(helps)} verbs, {len(shown)} options and {len(codes)} codes, all in the manual")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
