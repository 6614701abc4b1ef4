#!/usr/bin/env python3
"""workflows.py FILE…: what actionlint does not ask of the project's own workflows. Nobody from outside can start them with
rights; they may read, and write nothing but results of code scanning; every action is named by its commit, with the release
beside it; nothing that comes from outside stands in the text of a step; and each ends by itself."""
import pathlib
import re
import sys

from parts import read

TRIGGERS = {"push", "pull_request", "schedule", "workflow_dispatch"}
MAY_WRITE = {"security-events"}
PINNED = re.compile(r"^ *(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def faults(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    workflow = read(path)
    for trigger in set(workflow["on"]) - TRIGGERS:
        yield f"a trigger that gives strangers rights, or is not known here: {trigger}"
    if workflow.get("permissions") != "read-all":
        yield "permissions are not read-all"
    for line in text.splitlines():
        if "uses:" in line and not PINNED.match(line):
            yield f"not pinned to a commit, with its release: {line.strip()}"
    for name, job in workflow["jobs"].items():
        if "permissions" not in job or isinstance(job["permissions"], str):
            yield f"{name}: its permissions are not said one by one"
        else:
            for what, how in job["permissions"].items():
                if how == "write" and what not in MAY_WRITE:
                    yield f"{name}: may write {what}"
        if "timeout-minutes" not in job:
            yield f"{name}: may run forever"
        for step in job["steps"]:
            if "${{" in step.get("run", ""):
                yield f"{name}: what comes from outside stands in the text of a step"
            if "actions/checkout@" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") not in (False, "false"):
                yield f"{name}: the checkout keeps the token"


def main():
    found = [f"{path}: {fault}" for path in sys.argv[1:] for fault in faults(path)]
    print("\n".join(found) or f"{len(sys.argv) - 1} workflows hold")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
