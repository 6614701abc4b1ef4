#!/usr/bin/env python3
"""multitool_log.py LOG: what Microsoft's multitool found in SARIF files. Exit status 1 for any error or warning but one:
that there is no `informationUri` (SARIF2005); candor has no page of its own."""
import json
import sys

KNOWN = {"SARIF2005"}


def main():
    with open(sys.argv[1], encoding="utf-8-sig") as file:
        run = json.load(file)["runs"][0]
    notes = [note for invocation in run.get("invocations", []) for note in invocation.get("toolExecutionNotifications", [])]
    found = [result for result in run.get("results", []) if result["ruleId"].split("/")[0] not in KNOWN]
    for result in found:
        place = result.get("locations", [{}])[0].get("physicalLocation", {})
        print(place.get("artifactLocation", {}).get("uri"), place.get("region", {}).get("startLine"), result["ruleId"],
              result["message"].get("arguments") or result["message"].get("text"))
    faults = [note for note in notes if note.get("level") == "error"]
    for note in faults:
        print(note["message"].get("text"))
    if not found and not faults:
        print("the multitool found nothing wrong")
    return 1 if found or faults else 0


if __name__ == "__main__":
    sys.exit(main())
