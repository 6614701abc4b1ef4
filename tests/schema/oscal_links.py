#!/usr/bin/env python3
"""oscal_links.py FILE…: what OSCAL asks of a document and its schema cannot see: every UUID is there once, everything
that is named is there, and nothing but what is in place, and of a must-have proved, is satisfied."""
import collections
import json
import sys


def every(node, key):
    """Each value that stands under a key, however deep."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from every(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from every(value, key)


def value(props, name):
    return next((prop["value"] for prop in props if prop["name"] == name), None)


def link_faults(document):
    result, = document["results"]
    uuids = collections.Counter(every(document, "uuid"))
    yield from (f"{uuid} is there {count} times" for uuid, count in uuids.items() if count > 1)
    resources = {resource["uuid"] for resource in document["back-matter"]["resources"]}
    for href in [document["import-ap"]["href"], *every(result.get("observations", []), "href")]:
        if href.removeprefix("#") not in resources:
            yield f"{href} is no resource"
    for key, holder in (("risk-uuid", "risks"), ("observation-uuid", "observations")):
        there = {item["uuid"] for item in result.get(holder, [])}
        yield from (f"{uuid} is none of the {holder}" for uuid in every(result, key) if uuid not in there)
    parties = {party["uuid"] for party in document["metadata"]["parties"]}
    named = [uuid for uuids in every(document["metadata"], "party-uuids") for uuid in uuids]
    yield from (f"{uuid} is no party" for uuid in named if uuid not in parties)


def finding_faults(document):
    result, = document["results"]
    definitions = document["local-definitions"]["objectives-and-methods"]
    objectives = {part["id"]: one["control-id"] for one in definitions for part in one["parts"]}
    reviewed = [one["control-id"] for one in result["reviewed-controls"]["control-selections"][0]["include-controls"]]
    targets = [finding["target"]["target-id"] for finding in result["findings"]]
    if [objectives.get(target) for target in targets] != reviewed:
        yield "not one finding a control, in order"
    counts = collections.Counter(value(finding["props"], "outcome") for finding in result["findings"])
    for outcome in ("met", "partly", "not_met", "unknown", "not_applicable"):
        if str(counts[outcome]) != value(result["props"], f"counts.{outcome}"):
            yield f"{counts[outcome]} findings are {outcome}"
    for finding in result["findings"]:
        state, outcome = finding["target"]["status"]["state"], value(finding["props"], "outcome")
        has_risk = "related-risks" in finding
        if state != ("satisfied" if outcome == "met" and not has_risk else "not-satisfied"):
            yield f"{finding['title']}: {state}, and {outcome}"
        if has_risk != (outcome in ("partly", "not_met", "unknown")) and (outcome, value(finding["props"], "gate")) != ("met", "yes"):
            yield f"{finding['title']}: {outcome}, and its risk"


def main():
    faults = []
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:
            document = json.load(file)["assessment-results"]
        faults += [f"{name}: {fault}" for check in (link_faults, finding_faults) for fault in check(document)]
    print("\n".join(faults) or f"{len(sys.argv) - 1} files name only what is there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
