#!/usr/bin/env python3
"""hostile_output.py PROGRAM SOURCE [all]: one set of hostile strings, through every field that takes a text, into every format and
all that the program says. What may be written is read and acts on nobody, what may not is refused in every field. The
strings, the world they are put into and the rules of the formats are in tests/hostile/. With `all` what takes minutes: every
string through every verb, not each field with a few of them."""
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

from running import AS_OF, Faults, run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "hostile"))
import rules  # noqa: E402
import strings  # noqa: E402
try:
    from world import World  # noqa: E402
except ModuleNotFoundError:
    print("Python's yaml is not here")
    sys.exit(77)

SAMPLE = int(os.environ.get("CANDOR_SAMPLE", "1"))
STANDARD = ("-p", "standard.yaml", "--provider", "provider", "--as-of", AS_OF)
LIMITS = ("--min-proved", "99", "--fail-on", "overdue,contradiction,lapsed-decline,unowned,unproven-gate", "--expires-within", "90")
EVERY, OTHERS_EVERY = 6, 27  # turns, where not all is asked for
MOST_TOLD = 20  # of a file's characters
PEOPLE = ("terminal", "markdown", "html", "github-summary")
TERM = "the word that the standard explains"
OTHERS = [("check", "client"), ("explain", "client"), ("explain", "client", "mfa.cloud"), ("explain", "client", "mill.wheel"),
          ("card", "client"), ("decline", "client", "mfa.remote"), ("decline", "client", "backup.tested"), ("history", "client"),
          ("compare", "client@last", "client"), ("profile", "show", "standard.yaml"), ("profile", "list"), ("lint", "standard.yaml"),
          ("portfolio", "client"), ("portfolio", "client", "--by", "sector"), ("explain", "client", "endpoint.protection"), ("explain", TERM), ("score", "provider"),
          ("score", "client", "--for", "technician"), ("score", "client", "--for", "board"), ("score", "client", "--show-config")]
PROVE = ("prove", "client", "owner.person", "client/evidence/restore.txt")

# What is read, kept in a record, and shown by nothing else.
SHOWN_NOWHERE = {
    "client/inventory.yaml": ["counts/from", "provider/folder", "parties/boss/reference",
                              *(f"parties/{party}/email" for party in ("us", "boss", "soft", "cover"))],
    "client/evidence/tool-2026-11-10-00000000.yaml": ["from/tool"],
    "client/evidence/other-2026-11-10-00000001.yaml": ["from/tool", "from/version", "from/scope", "from/file"],
}


def more_for(verb):
    """The options that a verb takes of those that say which world it is."""
    if verb[0] == "lint":
        return ()
    return STANDARD[:2] + STANDARD[4:] if verb[0] in ("profile", "history", "prove") else STANDARD


class Case:
    """A folder with a world in it."""

    def __init__(self, program, world, folder):
        self.program, self.world, self.folder = program, world, folder
        self.folder.mkdir()

    def run(self, *arguments, **how):
        return run(self.program, *arguments, folder=self.folder, **how)

    def write_peers(self, texts):
        """Counts against the same standard, of all clients and of a sector whose name is cut to nothing: whatever it is, it is the client's."""
        said = {scalar.path: texts.get(scalar.field, scalar.text) for scalar in self.world.scalars if scalar.file == "standard.yaml" and not scalar.is_key}
        counts = {"clients": 12, "proved": [12] + [0] * 10, "claimed": [12] + [0] * 10}
        (self.folder / "peers.json").write_text(json.dumps({
            "format": "candor-peers/1", "profile": {key: said[f"/profile/{key}"] for key in ("id", "version")}, "as_of": AS_OF,
            "groups": [{"sector": None, **counts}, {"sector": "\u2026", **counts}]}))

    def score(self, texts, *more):
        """The bytes of every format, and what is said beside them."""
        self.world.write(self.folder, texts)
        self.write_peers(texts)
        formats = [part for name in rules.RULES for part in ("-f", name, "-o", f"out.{name}")]
        status, _, said = self.run("score", "client", *STANDARD, *LIMITS, "--peers", "peers.json", *formats, *more)
        if status != 1:
            return None, said
        return {name: (self.folder / f"out.{name}").read_bytes() for name in rules.RULES}, said


class Test:
    def __init__(self, program, folder, is_all):
        self.program, self.folder, self.faults, self.is_all = program, folder, Faults(), is_all
        self.world = World()
        self.outputs = self.refused = self.number = 0
        probe = self.case()
        self.free = self.world.find_free(probe.folder, lambda: probe.run("check", "client", *STANDARD)[2])

    def case(self):
        self.number += 1
        return Case(self.program, self.world, self.folder / f"case-{self.number}")

    def worlds(self, every):
        """Names, and a string for each field: each string in all fields at once, or another one in every field and `every`
        so many turns."""
        texts = list(strings.PRINTABLE.items())
        if self.is_all:
            return [(name, {field: text for field in self.free}) for name, text in texts]
        return [(f"mixture {turn}", {field: texts[(number + turn) % len(texts)][1] for number, field in enumerate(self.free)})
                for turn in range(0, len(texts), every * SAMPLE)]

    def around(self, taken, of=str):
        """A string at the beginning and at the end of its field, around the mark by which it is found again."""
        return {field: f"{of(text)} zq{field}x {of(text)}" for field, text in taken.items()}

    def say(self, what, faults):
        self.outputs += 1
        self.faults.extend(f"{what}: {fault}" for fault in faults[:1])

    def check_said(self, what, result):
        """Of a run whose result is not looked at: what it says is text."""
        status, out, said = result
        if status not in (0, 1, 2, 3, 4):
            self.faults.append(f"{what}: exit status {status}: {said[-500:]}")
        self.say(what, rules.check_text(rules.OUR_COLOURS.sub("", out + said)))
        return result

    def score(self, case, name, taken):
        """Every format, held against that of the harmless twins."""
        twin, _ = case.score(self.around(taken, strings.harmless))
        given, said = case.score(self.around(taken))
        if given is None or twin is None:
            return self.faults.append(f"{name}: refused\n{said[:1000]}")
        self.say(f"{name}, standard error", rules.check_text(said))
        for rule in rules.RULES:
            self.say(f"{name}, {rule}", rules.check(rule, given[rule], twin[rule]))
        kept = json.dumps(json.loads(given["record"]), ensure_ascii=False)
        asked = {field: json.dumps(text, ensure_ascii=False)[1:-1] for field, text in self.around(taken).items()}
        lost = [self.world.name(field) for field in self.free if asked[field] not in kept
                and not self.world.name(field).startswith(("provider/inventory", "candor.yaml"))]
        self.faults.expect(f"{name}: fields whose text is not in the record as it was written", lost, [])

    def verbs(self, texts):
        """With the word that the standard explains in place of what stands for it."""
        term = next(field for field in self.free if self.world.name(field) == "standard.yaml/terms/wheelhouse (key)")
        return [tuple(texts[term] if word == TERM else word for word in verb) for verb in OTHERS]

    def check_others(self, case, name, taken):
        """The other verbs."""
        wanted = {}
        for of in (strings.harmless, str):
            is_twin, texts = of is not str, self.around(taken, of)
            said = of(taken[self.free[0]])
            self.world.write(case.folder, texts)
            shutil.rmtree(case.folder / "client/history", ignore_errors=True)
            case.run("score", "client", *STANDARD, "--record", "-o", "out")
            for number, verb in enumerate(self.verbs(texts)):
                has_formats = verb[0] != "check" and "--show-config" not in verb
                for rule in PEOPLE if has_formats else ("terminal",):
                    more = more_for(verb) + (("-f", rule) if has_formats else ())
                    self.check_verb(f"{name}, {' '.join(verb)}, {rule}", case.run(*verb, *more), rule, (number, rule), wanted, is_twin)
            self.check_verb(f"{name}, compare, json", case.run("compare", "client@last", "client", *STANDARD, "-f", "json"), "json", "compare", wanted, is_twin)
            for verb, rule, form in (("portfolio", "csv", ("-f", "csv")), ("portfolio", "ndjson", ("-f", "row")), ("pack", "ndjson", ())):
                self.check_verb(f"{name}, {verb} {' '.join(form)}", case.run(verb, "client", *more_for((verb,)), *form), rule,
                                (verb, form), wanted, is_twin)
            self.check_verb(f"{name}, prove", case.run(*PROVE, "--by", said, "--where", said, *more_for(PROVE)), "terminal",
                            PROVE, wanted, is_twin)

    def check_verb(self, what, result, rule, key, wanted, is_twin):
        status, out, said = result
        if is_twin:
            wanted[key] = status, out
        if status not in (0, 1) or status != wanted[key][0]:
            self.faults.append(f"{what}: exit status {status}: {said[:500]}")
        elif not is_twin:
            self.say(what, rules.check_text(said) + rules.check(rule, out.encode(), wanted[key][1].encode()))

    def check_complaints(self, case, name, text, turn):
        """In place of what cannot be any text: values all at once, and as words of the command line."""
        others = [field for field, scalars in enumerate(self.world.fields) if field not in self.free and not scalars[0].is_key]
        self.world.write(case.folder, {field: text for field in others if self.world.fields[field][0].path != "/candor"})
        status, _, said = self.check_said(f"{name}, as every other value", case.run("check", "client", *STANDARD))
        self.faults.expect(f"{name}: as every other value, status", status, 3)
        keys = [field for field, scalars in enumerate(self.world.fields) if field not in self.free and scalars[0].is_key]
        self.world.write(case.folder, {field: f"{text}{field}" for field in keys if self.world.fields[field][0].path.count("/") > 2})
        self.check_said(f"{name}, as every other key", case.run("check", "client", *STANDARD))
        self.world.write(case.folder, {})
        lines = (("score", text), ("explain", text), ("decline", "client", text), ("check", "client", "-p", text), (text,),
                          ("score", "client", "-f", text), ("score", "client", "--as-of", text), ("import", text, "candor.yaml", "--into", "client"),
                          ("import", "csv", text, "--into", text, "--map", text), ("prove", "client", text, text, "--part", text),
                          ("score", "client", "--provider", text), ("compare", text, "client"), ("lint", text, "--jargon", text),
                          ("score", "client", "-o", f"{text}/{text}"), ("score", "client", "--no-worse-than", text), ("init", f"x/{text}"))
        for arguments in lines if self.is_all else lines[turn % 4::4]:
            self.check_said(f"{name}, {' '.join(arguments[:2])}", case.run(*arguments))

    def check_names(self, case, name, text, turn):
        """As names of the client's folder, of evidence and of a standard, where a file can be called so."""
        text = text.replace("/", "\u2215")
        self.world.write(case.folder, {})
        (case.folder / "client/evidence" / f"{text}.yaml").write_text(
            (case.folder / "client/evidence/other-2026-11-10-00000001.yaml").read_text(encoding="utf-8").replace("by: H. Ives", "by: I"), encoding="utf-8")
        (case.folder / f"{text}.yaml").write_bytes((case.folder / "standard.yaml").read_bytes())
        (case.folder / "client").rename(case.folder / text)
        more = ("-p", f"{text}.yaml", "--provider", "provider", "--as-of", AS_OF)
        self.check_said(f"{name}, names, check", case.run("check", text, *more))
        if turn % 5 and not self.is_all:
            return
        formats = [part for rule in rules.RULES for part in ("-f", rule, "-o", f"out.{rule}")]
        status, out, said = self.check_said(f"{name}, names, score", case.run("score", text, *more, *formats, "--record"))
        for rule in rules.RULES if status in (0, 1) else ():
            self.say(f"{name}, names, {rule}", rules.check(rule, (case.folder / f"out.{rule}").read_bytes()))
        if status in (0, 1):
            self.faults.expect(f"{name}: names of records", [path.name for path in (case.folder / text / "history").iterdir()],
                               [f"{AS_OF}-mill-standard.json"])
        else:
            self.faults.append(f"{name}, names: exit status {status}: {said[:500]}")

    def check_refused(self, case, name, character, turn):
        """In every field: as an escape in quotes all are told at once, as it is only twenty a file are, which takes longer."""
        texts = {field: f"a{character}zq{field}x" for field in self.free}
        for file, tree in self.world.trees.items():
            mine = [field for field in self.free if self.world.fields[field][0].file == file]
            ways = [({field: texts[field] for field in mine}, True)]
            ways += [({field: texts[field] for field in some}, False) for some in self.batches(mine) if turn % 5 == 0 or self.is_all]
            for some, is_escaped in ways:
                self.refuse(case, f"{name} in {file}", file, some, character, is_escaped)

    def batches(self, fields):
        """As many as stand in twenty places or fewer; a party that is named more often stands alone."""
        some, places = [], 0
        for field in fields:
            size = len(self.world.fields[field])
            if some and places + size > MOST_TOLD:
                yield some
                some, places = [], 0
            some.append(field)
            places += size
        if some:
            yield some

    def refuse(self, case, what, file, texts, character, is_escaped):
        places = self.world.write(case.folder, {} if is_escaped else texts)
        if is_escaped:
            escape = f"\\U{ord(character):08x}"
            marked = {field: text.replace(character, "\ue000") for field, text in texts.items()}
            places = self.world.write(case.folder, marked)
            path = case.folder / file
            path.write_text(path.read_text(encoding="utf-8").replace("\ue000", escape), encoding="utf-8", newline="")
        status, _, said = self.check_said(what, case.run("check", "client", *STANDARD))
        told = {(name, int(line)) for name, line, code in re.findall(r"^(\S+?):(\d+):\d+: error: .* \[([a-z0-9-]+)\]$", said, re.M)
                if code == "control-character"}
        wanted = {(place[0], place[1]) for place, scalar in places.items() if scalar.field in texts and scalar.file == file}
        self.refused += len(texts)
        self.faults.expect(f"{what}: status", status, 3)
        if is_escaped or len(wanted) <= MOST_TOLD or len(told) < MOST_TOLD:
            self.faults.expect(f"{what}: refused{' as an escape' if is_escaped else ''}", sorted(wanted - told), [])

    def check_shown(self, case):
        """A mark proves that a field's text really arrives where it is looked for."""
        texts = {field: f"word zq{field}x" for field in self.free}
        given, said = case.score(texts)
        shown = set(rules.MARK.findall(said))
        for rule in rules.RULES:
            if rule not in ("xlsx", "record"):
                shown |= set(rules.MARK.findall(given[rule].decode()))
        for verb in self.verbs(texts):
            shown |= set(rules.MARK.findall(case.run(*verb, *more_for(verb))[1]))
        shown |= set(rules.MARK.findall(case.run("score", "provider", *STANDARD, "-f", "json")[1]))
        nowhere = {self.world.name(field) for field in self.free if str(field) not in shown}
        self.faults.expect("fields that are shown nowhere", sorted(nowhere),
                           sorted(f"{file}/{path}" for file, paths in SHOWN_NOWHERE.items() for path in paths))


def keys_of_readers(source):
    """Every key that a reader of what people write allows."""
    for path in sorted((source / "src" / "read").glob("*.cpp")):
        if path.stem in ("catalog", "history", "peers", "row"):
            continue
        for words in re.findall(r"constexpr std::array<std::string_view, \w+> (?:\w+_)?keys\{(.*?)\};", path.read_text(encoding="utf-8"), re.S):
            yield from ((path.stem, key) for key in re.findall(r'"(\w+)"', words))


BROKEN = [("terminal", "a\x1b[2J"), ("terminal", "\x9b"), ("terminal", "a\u202eb"), ("terminal", "a\n  ::error::b"), ("terminal", "a ##[error]b"),
          ("terminal", "a ##vso[b]"), ("html", '<p title="a" onclick="zq1x">'), ("html", '<a href="zq1x">'), ("json", '{"a": "##[error]"}'),
          ("json", '{"uri": "javascript:a"}'), ("json", "{"), ("json", "NaN"), ("csv", "a,=1\r\n"), ("csv", '"a\nb"\r\n'), ("csv", "a, @b\r\n"),
          ("junit", "<a>[[attachment|x]]</a>"), ("junit", "<!DOCTYPE a><a/>"), ("junit", "<a>&#1;</a>"), ("github", "::set-output name=a::b"),
          ("github", "::error file=a,line=1,title=a::%b"), ("prometheus", 'candor_a{a="b"} 1\ncandor_a{a="b"} 2\n'),
          ("prometheus", 'candor_a{a="b"c"} 1\n'), ("ndjson", "{}\n{}\n"), *[("markdown", "@a"), ("markdown", "www.a.b")] * bool(rules.CMARK)]
OTHER_FORMS = [("html", "<b>zq1x</b>", "<p>zq1x</p>"), ("json", '{"a": 1}', '{"a": "b"}'), ("junit", "<a><b/></a>", "<a/>"), ("csv", "a,b\r\n", "a\r\n"),
               *[("markdown", "[a](b)", "a"), ("markdown", "<i>a</i>", "a")] * bool(rules.CMARK)]


def check_rules(faults):
    """What must be noticed."""
    faults.extend(f"not noticed, {rule}: {text!r}" for rule, text in BROKEN if not rules.check(rule, text.encode()))
    faults.extend(f"not noticed, {rule}: {text!r}" for rule, text, twin in OTHER_FORMS if not rules.check(rule, text.encode(), twin.encode()))


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        test = Test(program, pathlib.Path(name), sys.argv[3:] == ["all"])
        faults = test.faults
        said = {scalar.text for scalar in test.world.scalars if scalar.is_key}
        faults.expect("keys of the readers that the world does not use", sorted({key for file, key in keys_of_readers(source)
                                                                                   if file != "condition"} - said), [])
        listed = re.findall(r"^(\S+)", run(program, "formats")[1], re.M)
        faults.expect("formats without a rule", [form for form in listed if form not in rules.RULES],
                      ["pdf", "row"])  # a row is looked at where many clients are
        check_rules(faults)
        test.check_shown(test.case())
        cases = list(strings.PRINTABLE.items())[::SAMPLE]
        worlds = test.worlds(EVERY)
        work = [pool.submit(test.score, test.case(), *item) for item in worlds]
        work += [pool.submit(test.check_others, test.case(), *item) for item in test.worlds(OTHERS_EVERY)]
        names = [*cases, *((key, f"a{text}b") for key, text in list(strings.REFUSED.items())[::SAMPLE])]
        work += [pool.submit(test.check_complaints, test.case(), *item, turn) for turn, item in enumerate(cases)]
        work += [pool.submit(test.check_names, test.case(), *item, turn) for turn, item in enumerate(names)]
        work += [pool.submit(test.check_refused, test.case(), *item, turn)
                 for turn, item in enumerate(list(strings.REFUSED.items())[::SAMPLE])]
        for item in work:
            item.result()
    rendered = "" if rules.CMARK else "; Markdown was not rendered, for cmark-gfm is not here"
    pairs = len({(field, text) for _, taken in worlds for field, text in taken.items()})
    return faults.tell(f"{len(strings.PRINTABLE)} strings x {len(test.free)} fields ({pairs} pairs) x {len(rules.RULES)} formats and {len(OTHERS) + 1} other outputs: "
                       f"{test.outputs} outputs act on nobody; {len(strings.REFUSED)} characters refused {test.refused} times{rendered}")


if __name__ == "__main__":
    sys.exit(main())
