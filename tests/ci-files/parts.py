#!/usr/bin/env python3
"""parts.py FOLDER: takes apart what is there to paste, for checkers that read only a part of it: the action's steps as a
workflow, action.yml and the workflow as JSON, and every piece of shell in a file of its own."""
import json
import pathlib
import re
import sys

import yaml


class Text(yaml.SafeLoader):
    """YAML in which `on` is a key and not true."""


Text.yaml_implicit_resolvers = {first: [(tag, what) for tag, what in told if tag != "tag:yaml.org,2002:bool" or first not in "oO"]
                                for first, told in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def read(path):
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Text)


def main():
    folder = pathlib.Path(sys.argv[1])
    action, workflow = read("action.yml"), read("examples/ci/github-workflow.yml")
    (folder / "action.json").write_text(json.dumps(action), encoding="utf-8")
    (folder / "workflow.json").write_text(json.dumps(workflow), encoding="utf-8")
    for path in sorted(pathlib.Path(".github/workflows").glob("*.yml")):
        (folder / f"own-{path.stem}.json").write_text(json.dumps(read(path)), encoding="utf-8")
    inputs = {name: {"type": "string"} for name in action["inputs"]}
    steps = {"on": {"workflow_call": {"inputs": inputs}}, "permissions": {},
             "jobs": {"action": {"runs-on": "ubuntu-latest", "steps": action["runs"]["steps"]}}}
    (folder / "steps.yml").write_text(yaml.safe_dump(steps, sort_keys=False), encoding="utf-8")

    shell = {}
    for number, step in enumerate(action["runs"]["steps"] + workflow["jobs"]["clients"]["steps"]):
        if "run" in step:
            assert "${{" not in step["run"], f"what comes from outside stands in the text of a step: {step['run']}"
            shell[f"step-{number}.sh"] = "#!/bin/bash\nset -eo pipefail\n" + step["run"]
    job = read("examples/ci/gitlab-ci.yml")["candor"]
    given = "".join(f"{name}={value}\n" for name, value in job["variables"].items())
    shell["gitlab.sh"] = "#!/bin/bash\nset -eo pipefail\n" + given + "\n".join(job["script"])
    line = pathlib.Path("examples/ci/candor.cron").read_text(encoding="utf-8").splitlines()[-1]
    shell["cron.sh"] = "#!/bin/sh\n" + re.sub(r"^(\S+\s+){5}", "", line)
    for name, text in shell.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
