#!/usr/bin/env python3
"""sarif_limits.py FILE…: what GitHub asks of SARIF and no validator looks at: texts that are there and short enough,
severities that are strings, rules that are where a result says; and that no gap is left out."""
import collections
import gzip
import json
import re
import sys

MOST = 25_000
LONGEST = {"name": 255, "shortDescription": 1024, "fullDescription": 1024}
GAPS = ("not_met", "partly", "unknown")


def text_faults(rule):
    for key in ("shortDescription", "fullDescription", "help"):
        text = rule[key].get("text")
        if not isinstance(text, str) or not text.strip():
            yield f"{key} has no text"
    for key, most in LONGEST.items():
        text = rule[key] if key == "name" else rule[key]["text"]
        if len(text) > most:
            yield f"{key} has {len(text)} characters"


def rule_faults(rule):
    yield from text_faults(rule)
    properties = rule["properties"]
    severity = properties["security-severity"]
    if not isinstance(severity, str) or not re.fullmatch(r"\d+\.\d", severity) or not 0 < float(severity) <= 10:
        yield f"security-severity is {severity!r}, not a string from 0.1 to 10.0"
    elif (float(severity) >= 7) != ("minimum" in properties["tags"]):
        yield f"security-severity is {severity}, which a must-have alone may have from 7.0"
    if "security" not in properties["tags"] or len(properties["tags"]) > 20:
        yield f"tags are {properties['tags']}"
    if properties["precision"] not in ("very-high", "high", "medium", "low"):
        yield f"precision is {properties['precision']}"
    if properties["problem.severity"] not in ("error", "warning", "recommendation"):
        yield f"problem.severity is {properties['problem.severity']}"


def result_faults(result, rules):
    index = result["ruleIndex"]
    if index >= len(rules) or rules[index]["id"] != result["ruleId"]:
        yield f"ruleIndex {index} is not {result['ruleId']}"
    elif result["level"] != ("error" if "minimum" in rules[index]["properties"]["tags"] else "warning"):
        yield f"level is {result['level']}"
    if result["kind"] != "fail" or result["properties"]["outcome"] not in (*GAPS, "not_proved"):
        yield f"kind {result['kind']} for {result['properties']['outcome']}"
    if not result["message"]["text"].strip() or len(result["locations"]) != 1:
        yield "no message, or not one location"
    place = result["locations"][0]["physicalLocation"]
    if not place["artifactLocation"]["uri"] or place["artifactLocation"]["uri"].startswith("/"):
        yield f"uri is {place['artifactLocation']['uri']}"
    if not {"startLine", "startColumn", "endLine", "endColumn"} <= place["region"].keys():
        yield f"region is {place['region']}"


def file_faults(text):
    document = json.loads(text)
    run, = document["runs"]
    rules, results, about = run["tool"]["driver"]["rules"], run["results"], run["properties"]
    for rule in rules:
        yield from (f"{rule['id']}: {fault}" for fault in rule_faults(rule))
    for result in results:
        yield from (f"{result['ruleId']}: {fault}" for fault in result_faults(result, rules))
    if len(rules) > MOST or len(results) > MOST or len(gzip.compress(text)) > 10_000_000:
        yield "more than GitHub takes"
    prints = collections.Counter(result["partialFingerprints"]["primaryLocationLineHash"] for result in results)
    yield from (f"{count} results have the fingerprint {one}" for one, count in prints.items() if count > 1)
    if list(about["outcomes"]) != [rule["id"] for rule in rules]:
        yield "not one outcome a rule, in order"
    if dict(collections.Counter(about["outcomes"].values())) != {key: n for key, n in about["counts"].items() if n}:
        yield "the outcomes are not what is counted"
    told = [result["ruleId"] for result in results if result["properties"]["outcome"] in GAPS]
    if told != [rule for rule, outcome in about["outcomes"].items() if outcome in GAPS]:
        yield "a gap without a result, or a result without a gap"


def main():
    faults = []
    for name in sys.argv[1:]:
        with open(name, "rb") as file:
            faults += [f"{name}: {fault}" for fault in file_faults(file.read())]
    print("\n".join(faults) or f"{len(sys.argv) - 1} files keep GitHub's limits")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
