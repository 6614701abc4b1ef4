#!/usr/bin/env python3
"""check.py ROOT: who may include whom, and the other rules of the house that a machine can see.

text/ includes nothing of ours; model/ includes text/; a stage includes text/, model/ and itself; app/ includes
everything. Libraries stay behind their fences. Every violation is printed as file:line: what is wrong; exit status 1.
"""
import pathlib
import re
import sys

STAGES = ["read", "import", "assess", "compose", "render", "export", "lint", "redact"]
MAY_INCLUDE = {"text": {"text"}, "model": {"text", "model"}, "pack": {"text", "pack"}}
MAY_INCLUDE.update({stage: {"text", "model", stage} for stage in STAGES})
MAY_INCLUDE["app"] = {"text", "model", "app", *STAGES}

# What names a library, and the only files that may.
FENCES = [
    ("yaml-cpp", re.compile(r"yaml-cpp|\bYAML::"), re.compile(r"src/text/node\.(cpp|hpp)")),
    ("CLI11", re.compile(r"CLI/|\bCLI::"), re.compile(r"src/app/cli\.(cpp|hpp)")),
    ("libsodium", re.compile(r"<sodium|\b(crypto|sodium)_\w+\("), re.compile(r"src/text/(sha256|base64)\.cpp")),
    ("utf8proc", re.compile(r"\butf8proc"), re.compile(r"src/text/utf8\.cpp")),
    ("libxlsxwriter", re.compile(r"xlsxwriter|\b(?:lxw|workbook|worksheet)_\w+"), re.compile(r"src/export/xlsx(_library)?\.[ch]pp")),
    ("nlohmann-json", re.compile(r"\bnlohmann\b"), re.compile(r"src/export/.*|src/text/json\.cpp")),
    ("RapidJSON", re.compile(r"\brapidjson\b"), re.compile(r"src/text/json_quick\.cpp")),
    ("pugixml", re.compile(r"\bpugi"), re.compile(r"src/(import|export)/xml\.cpp")),
    ("fmt in a header", re.compile(r"<fmt/|\bfmt::"), re.compile(r"src/.*\.cpp")),
    ("touching files", re.compile(r"<(fcntl|dirent|sys/stat|sys/file)\.h>|<fstream>|\bfopen\(|(?<![\w>])::(open|openat|creat|read|write|unlink|"
                                  r"rename|renameat2|link|symlink|mkdir|rmdir|truncate)\(|\b(filesystem|fs)::(create_|remove|rename|copy|"
                                  r"resize_file|permissions|directory_iterator|recursive_)"),
     re.compile(r"src/app/(files|output|draft|descriptor|child_process|main)\.cpp|src/text/private_folder\.cpp|src/export/xlsx\.cpp|src/pack/.*")),
    ("<iostream>", re.compile(r"<iostream>"), re.compile(r"src/app/.*")),
    ("<regex>", re.compile(r"<regex>"), re.compile(r"$^")),
    ("<locale>", re.compile(r"<locale>"), re.compile(r"$^")),
]
LONGEST_FILE = 400

INCLUDE = re.compile(r'\s*#\s*include\s*"([^"]+)"')
COMMENT = re.compile(r'//.*|^\s*\*.*')
GLOB = re.compile(r"\bfile\s*\(\s*GLOB|\baux_source_directory\b", re.I)


def layer_of(path):
    """The folder under src/ or include/candor/ that a file belongs to."""
    parts = path.parts
    return parts[2] if parts[:2] == ("include", "candor") else parts[1]


def layer_included(root, path, target):
    """The layer of an included file of ours."""
    if target.startswith("candor/"):
        return target.split("/")[1]
    if (root / path.parent / target).exists() or "/" not in target:
        return layer_of(path)
    return target.split("/")[0]


def check_source(root, path):
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    layer = layer_of(path)
    name = path.as_posix()
    if len(lines) > LONGEST_FILE:
        yield LONGEST_FILE + 1, f"{len(lines)} lines; a file has at most {LONGEST_FILE}"
    if path.suffix == ".hpp" and "#pragma once" not in lines:
        yield 1, "a header without #pragma once"
    if layer not in MAY_INCLUDE:
        yield 1, f"`{layer}` is no layer; src/README.md names the folders"
        return
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match:
            other = layer_included(root, path, match.group(1))
            if other not in MAY_INCLUDE[layer]:
                yield number, f"{layer}/ may not include {other}/ ({match.group(1)})"
        code = COMMENT.sub("", line)
        for library, words, allowed in FENCES:
            if words.search(code) and not allowed.fullmatch(name):
                yield number, f"{library} outside its fence"


def check_lists(root, sources):
    """Sources are listed by hand: no globbing, and no file that no list names."""
    lists = [root / "CMakeLists.txt", *(root / "src").rglob("CMakeLists.txt"), *(root / "cmake").glob("*.cmake")]
    named = set()
    for file in lists:
        if not file.exists():
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            line = line.split("#")[0]
            if GLOB.search(line):
                yield file.relative_to(root), number, "sources are listed by hand"
            named.update((file.parent / word).resolve() for word in re.findall(r"[\w/.-]+\.cpp\b", line))
    for path in sources:
        if path.suffix == ".cpp" and (root / path).resolve() not in named:
            yield path, 1, "no CMakeLists.txt names this file"


def violations(root):
    sources = [path.relative_to(root) for folder in ("src", "include") for path in sorted((root / folder).rglob("*"))
               if path.suffix in (".cpp", ".hpp")]
    for path in sources:
        for number, what in check_source(root, path):
            yield path, number, what
    yield from check_lists(root, sources)


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(violations(root))
    for path, number, what in found:
        print(f"{path.as_posix()}:{number}: {what}")
    if not any((root / "src").rglob("*.cpp")):
        print(f"{root}: no sources here")
        return 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
