#!/usr/bin/env python3
"""score.py STANDARD DAY PATH...: judges clients as candor does, in Python.

STANDARD is what standard.py wrote, DAY the day it is judged, a PATH a client's folder, a folder of such folders or a
stream (.ndjson). One line a client: id, verdict, proved, claimed, at_best and a letter a control.
"""
import calendar
import functools
import json
import os
import re
import sys
from collections import namedtuple
from datetime import date, timedelta

import yaml

WHOLE = 1_000_000
KINDS = ["told", "seen", "document", "export", "test"]
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 518400}
NEVER = float("inf")
DETAILS = ("part", "date", "by", "told_by", "run_by", "note")
TESTS = ("is", "one_of", "at_least", "at_most", "within", "seen_within", "not_passed", "given", "every", "fixed", "all")

Statement = namedtuple("Statement", "value kind date told")  # a value of None is unknown
Interval = namedtuple("Interval", "low high proved")
HOLDS, FAILS, UNCLEAR = Interval(WHOLE, WHOLE, 0), Interval(0, 0, 0), Interval(0, WHOLE, 0)


def text(value):
    """As it was written: YAML takes `no` for a truth and 2026-11-09 for a day."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def day(value):
    return value if isinstance(value, date) else date.fromisoformat(value)


def minutes(written):
    if written in ("never", "same day"):
        return NEVER if written == "never" else 0
    amount, unit = written.split()
    return int(amount) * MINUTES[unit.removesuffix("s")]


@functools.cache
def last_day(start, span):
    """The last day on which something of that day is within the span; months clamp to the month's end."""
    amount, unit = span.split()
    if unit.startswith(("month", "year")):
        month = start.month - 1 + int(amount) * (12 if unit.startswith("year") else 1)
        year, month = start.year + month // 12, month % 12 + 1
        return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))
    return start + timedelta(days=minutes(span) // 1440)


def version(written):
    """Numbers, and last whether it is a release."""
    numbers = [int(number) for number in re.match(r"[\d.]+", written).group().split(".")]
    return (*numbers, *[0] * (4 - len(numbers)), "-" not in written)


# ---- reading

def read_value(fact, node):
    """A value of that type of fact; also of a field of a record, and of what a condition wants."""
    kind = fact["type"]
    if kind == "records":
        return None if node == "unknown" else [] if node == "none" else [
            {name: read_value(field, item.get(name, field.get("default", "unknown"))) for name, field in fact["fields"].items()}
            for item in node]
    if kind == "event":
        event = node if isinstance(node, dict) else {"date": node}
        when = text(event["date"])
        known = {key: text(value) for key, value in event.items() if value != "unknown"}
        scope = fact["scopes"].index(known["scope"]) if "scope" in known else None
        return None if when == "unknown" else (None if when == "never" else day(event["date"]), known.get("worked"), scope)
    said = text(node)
    if said == "unknown":
        return None
    if kind == "coverage":
        counted = re.fullmatch(r"(\d+) of (\d+)(?: \((\d+) unknown\))?", said)
        return tuple(int(number or 0) for number in counted.groups()) if counted else said
    if kind == "date":
        return said if said == "never" else day(node)
    if kind == "text":
        return "" if said in ("nobody", "none") else said
    return {"yes_no": str, "number": int, "duration": minutes, "choice": fact.get("choices", []).index, "version": version}[kind](said)


class Client:
    """What is said of each fact and part, and what else counts."""

    def __init__(self, inventory, facts):
        self.id = inventory["client"]["id"]
        self.facts = facts
        self.counts = inventory.get("counts", {})
        self.not_applicable = inventory.get("not_applicable", [])
        self.said = {}  # fact -> part -> statements; the whole is the part without a name
        self.listed = set()  # facts of which the inventory lists the parts
        assessed = day(inventory["assessed"]["date"])
        for area, node in inventory["facts"].items():
            self.read_area(area, node, assessed)
        for proof in inventory.get("proof", []):
            self.read_proof(proof)

    def add(self, fact, part, statement):
        self.said.setdefault(fact, {}).setdefault(part, []).append(statement)

    def tell(self, fact, part, node, when):
        if isinstance(node, dict) and "is" in node:
            when, node = day(node.get("date", when)), node["is"]
        self.add(fact, part, Statement(read_value(self.facts[fact], node), 0, when, True))
        if part:
            self.listed.add(fact)

    def read_area(self, area, node, when):
        if isinstance(node, list):  # parts that each tell several facts; what one tells, all are asked
            names = list(dict.fromkeys(key for part in node for key in part if key not in DETAILS))
            for part in node:
                for name in names:
                    self.tell(f"{area}.{name}", text(part["part"]), part.get(name, "unknown"), day(part.get("date", when)))
            return
        when = day(node.get("date", when))
        for name, value in node.items():
            fact = f"{area}.{name}"
            if name in DETAILS:
                continue
            if isinstance(value, list) and any("part" in item for item in value):
                for part in value:
                    self.tell(fact, text(part["part"]), part.get("is", "unknown"), day(part.get("date", when)))
            else:
                self.tell(fact, "", value, when)

    def read_proof(self, proof):
        subject, shows = proof["for"], proof["shows"]
        if isinstance(subject, list):
            shown = shows.items()
        elif subject in self.facts:
            shown = [(subject, shows)]
        else:
            shown = [(f"{subject}.{name}", value) for name, value in shows.items()]
        for fact, value in shown:
            self.add(fact, text(proof.get("part", "")),
                     Statement(read_value(self.facts[fact], value), KINDS.index(proof["kind"]), day(proof["date"]), False))


def standing(said, is_event):
    """A statement is replaced by one at least as strong and as new; unknown counts where nothing else is said."""
    known = [one for one in said if one.value is not None]
    if not known or is_event:
        return known or said
    return [one for one in known if not any(other.kind >= one.kind and other.date >= one.date and (other.kind, other.date) !=
                                            (one.kind, one.date) for other in known)]


# ---- judging

def read_condition(node, facts, fields):
    """A condition with its test named and what it wants as a value."""
    group = next((key for key in ("any", "all") if isinstance(node.get(key), list)), None)
    if group:
        return {"test": group + "_of", "children": [read_condition(child, facts, fields) for child in node[group]]}
    subject = fields[node["field"]] if fields else facts[node["fact"]]
    test = next(key for key in TESTS if key in node)
    wanted = node[test]
    if test == "every":
        wanted = [read_condition(child, facts, subject["fields"]) for child in wanted]
    elif test in ("is", "at_least", "at_most"):
        wanted = read_value(subject, wanted)
    elif test in ("one_of", "fixed"):
        wanted = [read_value(subject, one) for one in wanted]
    scope = subject["scopes"].index(node["scope"]) if "scope" in node else None
    return {"test": test, "wanted": wanted, "fact": node.get("fact"), "field": node.get("field"), "scope": scope}


def judge(condition, fact, value, said_on, today):
    """How far one value goes. Of coverages only those are judged here that say no numbers."""
    test, wanted = condition["test"], condition.get("wanted")
    if value is None:
        return UNCLEAR
    if test == "every":
        return worst(HOLDS, *(judge_record(child, record, today) for record in value for child in wanted))
    if test == "all":
        return {"all": HOLDS, "none": FAILS, "not all": Interval(0, WHOLE - 1, 0)}[value]
    if fact["type"] == "event":
        when, worked, scope = value
        least = condition["scope"]
        if when is None or last_day(when, wanted) < today or worked == "no" or (None not in (least, scope) and scope < least):
            return FAILS
        return UNCLEAR if (least is not None and scope is None) or (fact.get("asks_worked") and worked is None) else HOLDS
    if value == "never":
        return FAILS
    good = {"is": lambda: value == wanted, "one_of": lambda: value in wanted, "given": lambda: value != "",
            "at_least": lambda: value != NEVER and value >= wanted, "at_most": lambda: value <= wanted,
            "within": lambda: last_day(value, wanted) >= today, "not_passed": lambda: value >= today,
            "seen_within": lambda: value <= said_on <= last_day(value, wanted),
            "fixed": lambda: value >= max(wanted) or any(value[:2] == line[:2] and value >= line for line in wanted)}[test]()
    return HOLDS if good else FAILS


def judge_record(condition, record, today):
    if condition["test"] in ("any_of", "all_of"):
        each = [judge_record(child, record, today) for child in condition["children"]]
        return best(*each) if condition["test"] == "any_of" else worst(*each)
    return judge(condition, {"type": "field"}, record[condition["field"]], None, today)


def worst(*intervals):
    return Interval(*map(min, zip(*intervals)))


def best(*intervals):
    return Interval(*map(max, zip(*intervals)))


def together(all_there_are, of_all, in_parts, of_parts):
    """What the parts lack, the whole lacks too, and a head that a part does not prove the whole does not prove alone."""
    size = max(all_there_are, in_parts)
    low, high, proved = (min(whole, size - in_parts + part) for whole, part in zip(of_all, of_parts))
    high = min(of_all[1] + size - all_there_are, size - in_parts + of_parts[1])
    return min(low, high), high, min(proved, low, high)


class Control:
    def __init__(self, node, facts):
        self.id, self.weight, self.minimum, self.always = node["id"], node["weight"], node["minimum"], node["always"]
        self.fresh, self.within, self.kind = node["fresh"], node["proof"]["within"], KINDS.index(node["proof"]["kind"])
        self.floor = [read_condition(condition, facts, None) for condition in node["floor"]]

    def is_aged(self, statement, today):
        return last_day(statement.date, self.fresh) < today

    def is_proof(self, statement, today):
        return statement.kind >= self.kind and not self.is_aged(statement, today) and last_day(statement.date, self.within) >= today

    def check_part(self, condition, fact, said, today):
        """The worst of what stands on one part."""
        stands = standing(said, False)
        judged = [judge(condition, fact, one.value, one.date, today) for one in stands]
        low = min(0 if self.is_aged(one, today) else result.low for one, result in zip(stands, judged))
        proofs = [one for one in stands if one.value is not None and self.is_proof(one, today)]
        is_proved = bool(proofs)
        if fact["type"] == "records":  # a proof proves only the records that it shows
            is_proved = is_proved and all(any(record in proof.value for proof in proofs) for one in stands for record in one.value or [])
        return Interval(low, min(result.high for result in judged), low if is_proved else 0)

    def latest_event(self, condition, fact, tellings, counts, today):
        """Tellings of one day are one event: one may say what another leaves open, and a failure counts."""
        known = [one for one in tellings if one.value is not None]
        dated = [one for one in known if one.value[0] is not None]
        if not dated:
            return FAILS if known else UNCLEAR
        least = condition["scope"]
        # A smaller event says nothing about the one asked for, unless it failed or there is no other.
        bearing = [one for one in dated if least is None or one.value[2] is None or one.value[2] >= least or one.value[1] == "no"]
        latest = max(one.value[0] for one in bearing or dated)
        low, high = 0, WHOLE
        for one in bearing or dated:
            if one.value[0] == latest:
                result = judge(condition, fact, one.value, one.date, today)
                low, high = max(low, result.low if counts(one) else 0), min(high, result.high)
        return Interval(min(low, high), high, 0)

    def check_event(self, condition, fact, said, today):
        result = self.latest_event(condition, fact, said, lambda one: not self.is_aged(one, today), today)
        strong = [one for one in said if one.kind >= self.kind]
        shown = self.latest_event(condition, fact, strong, lambda one: self.is_proof(one, today), today) if strong else FAILS
        return result._replace(proved=min(result.low, shown.low))

    def count_heads(self, said, size, today):
        """One part of a coverage in heads: how many surely have it, how many may, how many are proved."""
        low = high = size
        proved = 0
        for one in standing(said, False):
            has, most = {"all": (size, size), "none": (0, 0), "not all": (0, size - 1), None: (0, size)}.get(one.value) or (
                one.value[0], one.value[0] + one.value[2] + size - one.value[1])  # who was not looked at is not known
            low, high = min(low, 0 if self.is_aged(one, today) else has), min(high, most)
            proved = max(proved, has if self.is_proof(one, today) else 0)
        return low, high, min(proved, low)

    def check_coverage(self, condition, fact, client, parts, today):
        """Parts add up; one without a size leaves the floor at nothing."""
        numbers = [text(client.counts.get(key, "unknown")) for key in fact.get("of", [])]
        there_are = sum(map(int, numbers)) if numbers and "unknown" not in numbers else 0
        size, heads, whole, results = 0, (0, 0, 0), None, []
        for part, said in parts.items():
            counted = max([there_are if part == "" else 0, *(one.value[1] for one in said if isinstance(one.value, tuple))])
            if counted == 0:
                results.append(self.check_part(condition, fact, said, today))
            elif part == "":
                whole = counted, self.count_heads(said, counted, today)
            else:
                size += counted
                heads = tuple(map(sum, zip(heads, self.count_heads(said, counted, today))))
        if size == 0 and whole:
            size, heads = whole
        elif whole:
            heads = together(*whole, size, heads)
            size = max(size, whole[0])
        elif size:  # heads that no part holds are heads nobody looked at
            heads = heads[0], heads[1] + max(0, there_are - size), heads[2]
            size = max(size, there_are)
        if size:
            results.append(Interval(*(count * WHOLE // size for count in heads)))
        return worst(*results)

    def check(self, condition, client, today):
        if condition["test"] in ("any_of", "all_of"):
            each = [self.check(child, client, today) for child in condition["children"]]
            return best(*each) if condition["test"] == "any_of" else worst(*each)
        address = condition["fact"]
        fact, parts = client.facts[address], client.said.get(address)
        if not parts:
            return UNCLEAR
        if fact["type"] == "coverage":
            result = self.check_coverage(condition, fact, client, parts, today)
        elif fact["type"] == "event":
            result = worst(*(self.check_event(condition, fact, said, today) for said in parts.values()))
        else:
            result = worst(*(self.check_part(condition, fact, said, today) for said in parts.values()))
        is_whole_known = address in client.listed or any(one.value is not None for one in parts.get("", []))
        return result if is_whole_known or list(parts) == [""] else result._replace(low=0, proved=0)

    def is_spoken_of(self, conditions, client):
        return any(self.is_spoken_of(one["children"], client) if "children" in one else one["fact"] in client.said for one in conditions)

    def is_left_out(self, client, today):
        return not self.always and not self.is_spoken_of(self.floor, client) and any(
            entry["control"] == self.id and day(entry["date"]) <= today <= last_day(day(entry["date"]), "12 months")
            for entry in client.not_applicable)


def letter(result):
    if result.low == WHOLE:
        return "M" if result.proved == WHOLE else "m"
    return "u" if result.high == WHOLE else "x" if result.high == 0 else "p"


def shown(points, weight):
    rounded = (points * 200 + weight * WHOLE) // (weight * WHOLE * 2)
    return 99 if rounded == 100 and points != weight * WHOLE else rounded


def score(client, controls, today):
    weight, sums, letters, gates = 0, [0, 0, 0], "", []
    for control in controls:
        if control.is_left_out(client, today):
            letters += "-"
            continue
        result = worst(*(control.check(condition, client, today) for condition in control.floor))
        letters += letter(result)
        weight += control.weight
        sums = [total + control.weight * part for total, part in zip(sums, (result.proved, result.low, result.high))]
        if control.minimum:
            gates.append(result)
    verdict = "below" if any(gate.high < WHOLE for gate in gates) else (
        "meets" if gates and all(gate.proved == WHOLE for gate in gates) else "cannot_tell")
    return "\t".join([client.id, verdict, *(str(shown(part, weight)) for part in sums), letters])


def inventories(path):
    if path.endswith(".ndjson"):
        with open(path, encoding="utf-8") as lines:
            yield from map(json.loads, lines)
        return
    own = os.path.join(path, "inventory.yaml")
    for file in [own] if os.path.exists(own) else (os.path.join(path, name, "inventory.yaml") for name in sorted(os.listdir(path))):
        with open(file, encoding="utf-8") as stream:
            yield yaml.load(stream, Loader=yaml.CSafeLoader)


def main():
    if len(sys.argv) < 4:
        return
    with open(sys.argv[1], encoding="utf-8") as file:
        standard = json.load(file)
    today = date.fromisoformat(sys.argv[2])
    controls = [Control(node, standard["facts"]) for node in standard["controls"]]
    for path in sys.argv[3:]:
        for inventory in inventories(path):
            print(score(Client(inventory, standard["facts"]), controls, today))


if __name__ == "__main__":
    main()
