#!/usr/bin/env python3
"""seeds.py SOURCE FOLDER [PROGRAM]: the first inputs of each fuzz target, from the project's own examples, golden cases
and unit tests, as FOLDER/<target>/<digest>. With PROGRAM, records that it writes too."""
import hashlib
import pathlib
import re
import shlex
import subprocess
import sys

SEPARATOR = b"\x1e"
LARGEST = 64 * 1024  # a fuzzer learns little from a large file, slowly

FAMILIES = {
    "import_json": "entra scubagear maester gophish knowbe4 restic borg logpresso trivy grype cyclonedx".split(),
    "import_csv": "answers csv google gophish veeam logpresso".split(),
    "import_xml": "nmap openscap".split(),
    "import_text": "clamscan lynis restic borg".split(),
}
LITERAL = re.compile(r'R"(\w*)\((.*?)\)\1"', re.S)


class Seeds:
    def __init__(self, folder):
        self.folder = folder

    def add(self, target, data):
        if not data or len(data) > LARGEST:
            return
        place = self.folder / target
        place.mkdir(parents=True, exist_ok=True)
        (place / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)

    def add_import(self, importer, files):
        for target, names in FAMILIES.items():
            if importer in names:
                self.add(target, importer.encode() + b"\n" + SEPARATOR.join(files))

    def add_yaml(self, data, name=""):
        """A file of ours, told by what it holds."""
        if re.search(rb"^profile:", data, re.M):
            self.add("profile", data)
        elif name == "for_clients.yaml":
            self.add("evidence", b"f" + data)
        elif name == "prices.yaml":
            self.add("evidence", b"p" + data)
        elif re.search(rb"^(client|facts|counts|parties):", data, re.M):
            self.add("inventory", data)
        elif b"candor:" in data:
            self.add("evidence", b"e" + data)


def files_under(folder):
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]


def goldens(seeds, source):
    expected = {"arguments", "stdin", "environment", "stdout", "stderr", "exit"}
    for case in sorted(path.parent for path in (source / "tests/golden").glob("*/arguments")):
        words = shlex.split((case / "arguments").read_text(), comments=True)
        inputs = [path for path in files_under(case) if path.parent != case or path.name not in expected]
        inputs = [path for path in inputs if "written" not in path.relative_to(case).parts]
        for path in files_under(case):
            if path.suffix == ".yaml":
                seeds.add_yaml(path.read_bytes(), path.name)
            if path.name == "peers.json":
                seeds.add("peers", path.read_bytes())
        if words[:1] == ["import"]:
            named = [case / word if (case / word).is_file() else source / word for word in words[2:]]
            named = [path for path in named if path.is_file()]
            maps = [path for path in named if path.suffix == ".yaml"]
            rest = [path.read_bytes() for path in named if path.suffix != ".yaml"]
            seeds.add_import(words[1], [path.read_bytes() for path in maps] + rest)
        seeds.add("command_line", "\n".join(words).encode())
        whole = [path.relative_to(case).as_posix().encode() + b"\n" + path.read_bytes() for path in inputs][:8]
        for word in words:
            example = source / word
            if word.startswith("examples/"):
                whole += [path.relative_to(source).as_posix().encode() + b"\n" + path.read_bytes()
                          for path in ([example] if example.is_file() else files_under(example))
                          if path.suffix == ".yaml" or path.parent.name == "evidence"]
        seeds.add("end_to_end", SEPARATOR.join(["\n".join(words).encode()] + whole[:8]))


def examples(seeds, source, program):
    for path in files_under(source / "examples"):
        if path.suffix == ".yaml":
            seeds.add_yaml(path.read_bytes(), path.name)
        if path.suffix == ".md":
            seeds.add("lint", b"t" + path.read_bytes())
    for path in files_under(source / "profiles"):
        if path.name == "minimum-standard.yaml":
            data = path.read_bytes()
            seeds.add("profile", data)
            seeds.add("lint", b"p" + data)
        if path.name == "catalog.yaml":
            seeds.add("lint", b"c" + path.read_bytes())
    if program:
        for client in ("empty", "declined-for-price", "paper-shield", "meets-with-proof"):
            for form in ("record", "json"):
                ran = subprocess.run([program, "score", source / "examples" / client, "-f", form, "--as-of", "2026-11-21"],
                                     capture_output=True, check=False)
                seeds.add("record", ran.stdout)


def unit_tests(seeds, source):
    for path in sorted((source / "tests/unit").glob("*/*_test.cpp")):
        stage, stem = path.parent.name, path.stem.removesuffix("_test")
        for _, text in LITERAL.findall(path.read_text()):
            data = text.encode()
            if stage == "import":
                for family in FAMILIES.values():
                    if stem in family:
                        seeds.add_import(stem, [data])
            elif stage == "read":
                seeds.add_yaml(data)
                seeds.add({"profile": "profile", "history": "record", "peers": "peers"}.get(stem, "inventory"), data)
            elif stage == "lint":
                seeds.add("lint", b"t" + data)
    for size in (16, 64, 256, 1024):
        for start in (1, 7, 201):
            seeds.add("generated", bytes((start * (i * i + i + 41)) % 256 for i in range(size)))


def main():
    source, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    seeds = Seeds(folder)
    goldens(seeds, source)
    examples(seeds, source, sys.argv[3] if len(sys.argv) > 3 else None)
    unit_tests(seeds, source)
    for target in sorted(folder.iterdir()):
        print(f"{target.name}: {len(list(target.iterdir()))} seeds")


if __name__ == "__main__":
    main()
