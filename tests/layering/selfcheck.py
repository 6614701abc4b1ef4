#!/usr/bin/env python3
"""Plants one violation of each rule in a small tree and expects check.py to name exactly that place."""
import pathlib
import sys
import tempfile

import check

HEADER = "#pragma once\n"
TREE = {
    "include/candor/text/date.hpp": HEADER,
    "include/candor/model/value.hpp": HEADER + '#include "candor/text/date.hpp"\n',
    "include/candor/read/read.hpp": HEADER + '#include "candor/model/value.hpp"\n',
    "src/text/node.cpp": '#include "candor/text/date.hpp"\n#include <yaml-cpp/eventhandler.h>\n',
    "src/read/value.cpp": '#include "candor/read/read.hpp"\n// yaml-cpp is not named here\n',
    "src/assess/age.hpp": HEADER,
    "src/assess/age.cpp": '#include "assess/age.hpp"\n',
    "src/app/cli.cpp": '#include <CLI/CLI.hpp>\n#include "candor/read/read.hpp"\n',
    "src/text/CMakeLists.txt": "target_sources(candor PRIVATE node.cpp)\n",
    "src/read/CMakeLists.txt": "target_sources(candor PRIVATE value.cpp)\n",
    "src/assess/CMakeLists.txt": "target_sources(candor PRIVATE age.cpp)\n",
    "src/app/CMakeLists.txt": "target_sources(candor PRIVATE cli.cpp)\n",
}
PLANTED = [
    ("src/read/value.cpp", '#include "assess/age.hpp"\n', 1, "read/ may not include assess/ (assess/age.hpp)"),
    ("src/read/value.cpp", '\n#include "candor/compose/compose.hpp"\n', 2,
     "read/ may not include compose/ (candor/compose/compose.hpp)"),
    ("include/candor/text/date.hpp", HEADER + '#include "candor/model/value.hpp"\n', 2,
     "text/ may not include model/ (candor/model/value.hpp)"),
    ("include/candor/model/value.hpp", HEADER + '#include "candor/app/app.hpp"\n', 2,
     "model/ may not include app/ (candor/app/app.hpp)"),
    ("src/read/value.cpp", "#include <yaml-cpp/yaml.h>\n", 1, "yaml-cpp outside its fence"),
    ("src/read/value.cpp", "\n\nauto x = YAML::Load(text);\n", 3, "yaml-cpp outside its fence"),
    ("src/read/value.cpp", "#include <CLI/CLI.hpp>\n", 1, "CLI11 outside its fence"),
    ("src/read/value.cpp", "#include <sodium.h>\n", 1, "libsodium outside its fence"),
    ("src/read/value.cpp", "#include <utf8proc.h>\n", 1, "utf8proc outside its fence"),
    ("src/read/value.cpp", "#include <nlohmann/json.hpp>\n", 1, "nlohmann-json outside its fence"),
    ("src/read/value.cpp", "#include <xlsxwriter.h>\n", 1, "libxlsxwriter outside its fence"),
    ("src/read/value.cpp", "#include <sys/stat.h>\n", 1, "touching files outside its fence"),
    ("src/read/value.cpp", "#include <fstream>\n", 1, "touching files outside its fence"),
    ("src/app/cli.cpp", "\n  if (::unlink(path) == 0) return;\n", 2, "touching files outside its fence"),
    ("src/app/cli.cpp", "std::filesystem::create_directories(path);\n", 1, "touching files outside its fence"),
    ("src/app/cli.cpp", "// Table::read(name), std::filesystem::path{}\nTable::read(name);\nstd::filesystem::path{};\n#include <regex>\n", 4,
     "<regex> outside its fence"),
    ("src/read/value.cpp", "#include <iostream>\n", 1, "<iostream> outside its fence"),
    ("src/read/value.cpp", "#include <regex>\n", 1, "<regex> outside its fence"),
    ("src/read/value.cpp", "#include <locale>\n", 1, "<locale> outside its fence"),
    ("include/candor/read/read.hpp", HEADER + "#include <fmt/format.h>\n", 2, "fmt in a header outside its fence"),
    ("include/candor/read/read.hpp", "\n", 1, "a header without #pragma once"),
    ("src/read/value.cpp", "\n" * 401, 401, "401 lines; a file has at most 400"),
    ("src/helpers/a.hpp", HEADER, 1, "`helpers` is no layer; src/README.md names the folders"),
    ("src/read/CMakeLists.txt", "# by hand\nfile(GLOB all *.cpp)\ntarget_sources(candor PRIVATE value.cpp)\n", 2,
     "sources are listed by hand"),
    ("src/read/CMakeLists.txt", "target_sources(candor PRIVATE)\n", ("src/read/value.cpp", 1),
     "no CMakeLists.txt names this file"),
]


def found_in(files):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return [(path.as_posix(), number, what) for path, number, what in check.violations(root)]


def main():
    failures = []
    clean = found_in(TREE)
    if clean:
        failures.append(f"the clean tree is not clean: {clean}")
    for name, text, place, what in PLANTED:
        path, number = place if isinstance(place, tuple) else (name, place)
        found = found_in({**TREE, name: text})
        if found != [(path, number, what)]:
            failures.append(f"planted in {name}: expected {path}:{number}: {what}, found {found}")
    print("\n".join(failures) or f"{len(PLANTED)} planted violations, each found in its place")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
