#!/usr/bin/env python3
"""dictionary.py SOURCE: writes the dictionaries beside it: the words that our files, and those of the tools we import,
are made of. libFuzzer puts them in where chance alone would never find them."""
import pathlib
import re
import sys


def quoted(word):
    return '"' + "".join(c if 32 <= ord(c) < 127 and c not in '"\\' else "".join(f"\\x{b:02x}" for b in c.encode()) for c in word) + '"'


def write(path, words):
    path.write_text("".join(quoted(word) + "\n" for word in sorted(set(words)) if word))


def string_literals(folder, endings=(".cpp",)):
    words = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in endings:
            words += re.findall(r'"((?:[^"\\\n]|\\.){1,40})"', path.read_text())
    return [word for word in words if "\\" not in word and "{}" not in word and not word.endswith((".hpp", ".h"))]


def main():
    source, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).resolve().parent / "dictionaries"
    here.mkdir(exist_ok=True)
    yaml = string_literals(source / "src/read")
    for name in ("catalog", "minimum-standard"):
        yaml += re.findall(r"^\s*(?:- \{id: )?([\w.]+)[:,]", (source / f"profiles/{name}.yaml").read_text(), re.M)
    values = ["38 of 42", "0 of 3 (3 unknown)", "not all", "6 months", "2026-11-12", "[{", "}]", ": ", "\n  - ", "{part: ",
              "\u202e", "\u200b", "\x1b[", "\\u202e", "9223372036854775807", "-1", "1e400", "\r\n"]
    write(here / "yaml.dict", yaml + values)
    imports = [word for word in string_literals(source / "src/import") if len(word.strip()) > 1 and word.count(" ") < 3]
    write(here / "import.dict", imports + values + ["\x1e", "null", "true", "false", '":"', "},{", "]]>", "<!--", "&#x1;", '"",""', ";"])
    words = re.findall(r'"(--?[\w-]+)"', (source / "src/app/command_table.cpp").read_text())
    words += re.findall(r'"([a-z-]{2,20})"', (source / "src/app/command_table.cpp").read_text())
    write(here / "words.dict", words + yaml + values + ["\x1e", "client", "client/inventory.yaml", "\n", "last", "client@last", "-"])


if __name__ == "__main__":
    main()
