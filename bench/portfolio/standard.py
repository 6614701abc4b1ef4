#!/usr/bin/env python3
"""standard.py FILE: writes what the three programs here need of the default standard and the catalog, as JSON.

candor has both compiled in. So that the others need not read 150 KB of YAML at each start, this is done once and timed
by nobody. Words for people, stretch goals and baselines are left out: none of the three tells them.
"""
import json
import pathlib
import sys

import yaml

PROFILES = pathlib.Path(__file__).resolve().parent.parent.parent / "profiles"
FACT_KEYS = ("type", "of", "choices", "scopes", "asks_worked", "fields")


def weight_of(control):
    return max(1, sum(clause.get("weighs") != "no" for clause in control["required_by"]))


def main():
    catalog, profile = (yaml.load((PROFILES / name).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # all of it as text
                        for name in ("catalog.yaml", "minimum-standard.yaml"))
    facts = {address: {key: fact[key] for key in FACT_KEYS if key in fact} for address, fact in catalog["catalog"]["facts"].items()}
    controls = [{"id": control["id"], "minimum": control.get("minimum") == "yes",
                 "always": control.get("always", control.get("minimum")) == "yes", "weight": weight_of(control),
                 "fresh": control.get("fresh", "12 months"), "proof": control["proof"], "floor": control["floor"]}
                for control in profile["controls"]]
    pathlib.Path(sys.argv[1]).write_text(json.dumps({"facts": facts, "controls": controls}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
