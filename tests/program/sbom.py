#!/usr/bin/env python3
"""sbom.py PROGRAM SOURCE: the list of parts that is packed along, candor.cdx.json, has the shape that CycloneDX 1.5 gives
it, says what `candor --version --verbose` says, is the same bytes each time, and names nothing of this machine. A list
with one thing wrong in it is refused. `tests/package/run` holds it against the official schema too."""
import copy
import json
import os
import pathlib
import re
import sys
import tempfile

from running import Faults, run

SKIP = 77
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
PURL = re.compile(r"pkg:(generic|deb/[a-z]+)/[\w.%~-]+@[\w.%~-]+(\?arch=\w+&distro=[a-z]+-[\d.]+)?")
KEYS = {"library": {"type", "bom-ref", "name", "version", "scope", "licenses", "purl", "properties"},
        "data": {"type", "bom-ref", "name", "version", "hashes", "licenses", "properties"}}


def shape(bom):
    """What is wrong with a list of parts."""
    if (bom.get("bomFormat"), bom.get("specVersion"), bom.get("version")) != ("CycloneDX", "1.5", 1):
        yield "not a CycloneDX 1.5 list"
    if not UUID.fullmatch(bom.get("serialNumber", "")):
        yield "no serial number"
    if set(bom) != {"$schema", "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"}:
        yield "keys of the list"
    refs = [part.get("bom-ref") for part in bom["components"]]
    if len(set(refs)) != len(refs):
        yield "two parts with one name"
    if bom["dependencies"] != [{"ref": "candor", "dependsOn": refs}]:
        yield "dependencies are not the parts"
    for part in bom["components"]:
        name = part.get("name")
        if set(part) != KEYS.get(part.get("type")):
            yield f"{name}: keys of a part"
            continue
        if not part["version"] or part["version"] == "unknown":
            yield f"{name}: no version"
        if any(set(choice) not in ({"license"}, {"expression"}) for choice in part["licenses"]) or len(part["licenses"]) != 1:
            yield f"{name}: licence"
        if part["type"] == "library" and not PURL.fullmatch(part["purl"]):
            yield f"{name}: {part['purl']} is no purl"
        # A package carries the version of what is in it: 2.8.0-1 is 2.8.0.
        elif part["type"] == "library" and not part["purl"].partition("@")[2].startswith(part["version"]):
            yield f"{name}: {part['version']} is not the version of {part['purl']}"


def told(bom):
    """The rows of `candor --version --verbose`, made from the list of parts."""
    def licence(part):
        (choice,) = part["licenses"]
        return choice.get("expression") or choice["license"]["id"]
    return {part["name"]: (part["version"], licence(part), part["properties"][0]["value"])
            for part in bom["components"] if part["type"] == "library"}


def shown(text):
    rows = re.findall(r"^  (\S+) +(\S+) +(\S.*?)  +(\S.*)$", text.partition("\nLibraries:\n")[2], re.M)
    return {name: tuple(row) for name, *row in rows}


def broken(bom):
    """The same list, each time with one thing wrong."""
    def without(key):
        other = copy.deepcopy(bom)
        del other[key]
        return other

    def with_part(**changed):
        other = copy.deepcopy(bom)
        other["components"][0].update(changed)
        return other
    yield "another format", bom | {"bomFormat": "CyclonDX"}
    yield "another version of it", bom | {"specVersion": "1.4"}
    yield "no serial number", without("serialNumber")
    yield "a key that is none", bom | {"parts": []}
    yield "a part with a key that is none", with_part(licence="MIT")
    yield "a part of no type", with_part(type="libary")
    yield "a part without a version", with_part(version="")
    yield "a part with another version than its package", with_part(version="99")
    yield "a part with two licences", with_part(licenses=[{"license": {"id": "MIT"}}, {"license": {"id": "ISC"}}])
    yield "a purl with a plus", with_part(purl="pkg:deb/debian/lib+x@1.0+b1")
    yield "a part that nothing depends on", bom | {"components": bom["components"] + [bom["components"][0] | {"bom-ref": "x"}]}
    yield "a part twice", bom | {"components": bom["components"] + bom["components"][:1]}


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    build = pathlib.Path(program).parent
    path = build / "candor.cdx.json"
    if not path.exists():
        print(f"{path} is not here")
        return SKIP
    text = path.read_text(encoding="utf-8")
    bom = json.loads(text)
    faults = Faults()
    faults.expect("its shape", list(shape(bom)), [])
    said = run(program, "--version", "--verbose")[1]
    faults.expect("its libraries", told(bom), shown(said))
    faults.expect("its data", {part["name"]: part["hashes"][0]["content"] for part in bom["components"] if part["type"] == "data"},
                  dict(re.findall(r"^  (\S+) .*?([0-9a-f]{64})$", said, re.M)))
    faults.expect("its program", f"candor {bom['metadata']['component']['version']}\n", run(program, "--version")[1])
    for word in (str(source.resolve()), str(build), os.uname().nodename, "timestamp"):
        faults.expect(f"`{word}` in it", word in text, False)
    count = 0
    for count, (what, other) in enumerate(broken(bom), 1):
        faults.expect(f"not refused: {what}", bool(list(shape(other))), True)

    # We read lists of parts ourselves.
    with tempfile.TemporaryDirectory() as folder:
        run(program, "init", "client", folder=folder)
        given = run(program, "import", "cyclonedx", str(path), "--into", "client", "--part", "Server",
                    "--date", "2026-11-12", "--as-of", "2026-11-21", folder=folder)
        faults.expect("candor import cyclonedx of it", (given[0], given[2]), (0, given[2]))
    return faults.tell(f"{len(bom['components'])} parts, as the program says them; {count} broken lists were refused")


if __name__ == "__main__":
    sys.exit(main())
