#!/usr/bin/env python3
"""version.py PROGRAM SOURCE: what `candor --version --verbose` lists is what the program is made of: what it asks the system
for at start (readelf), what was linked into it (its symbols, and the archives of the link), whose headers were compiled in
(ninja), and the data whose fingerprints it shows. A list that is short by one part, or says the wrong way, is noticed."""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

from running import Faults, run

# What the system calls a part's shared library; a symbol that only a program with the part in it defines.
SHARED = {"yaml-cpp": r"libyaml-cpp\.", "utf8proc": r"libutf8proc\.", "libsodium": r"libsodium\.", "pugixml": r"libpugixml\.",
          "libxlsxwriter": r"libxlsxwriter\.", "fmt": r"libfmt\.", "libstdc++": r"libstdc\+\+\.", "libgcc": r"libgcc_s\.",
          "glibc": r"(libc|libm|libdl|libpthread|ld-linux[-\w]*)\."}
DEFINES = {"yaml-cpp": r"\w+4YAML\w+", "utf8proc": r"utf8proc_\w+", "libsodium": r"crypto_hash_sha256\w+",
           "pugixml": r"\w+4pugi\w+", "fmt": r"\w+3fmt2v\w+", "nlohmann-json": r"\w+8nlohmann\w+", "RapidJSON": r"\w+9rapidjson\w+", "CLI11": r"\w+3CLI\w+",
           "libstdc++": r"_ZSt9terminatev", "libgcc": r"_Unwind_RaiseException", "glibc": r"__libc_start_main\w*"}
IN_THE_PROGRAM, AS_SHARED, OPENED = "in the program", "shared", "opened for xlsx"
HEADERS = {"CLI": "CLI11", "fmt": "fmt", "nlohmann": "nlohmann-json", "rapidjson": "RapidJSON", "yaml-cpp": "yaml-cpp", "sodium": "libsodium",
           "sodium.h": "libsodium", "utf8proc.h": "utf8proc", "pugixml.hpp": "pugixml", "pugiconfig.hpp": "pugixml",
           "xlsxwriter": "libxlsxwriter", "xlsxwriter.h": "libxlsxwriter"}


def told(*command, folder=None):
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder).stdout


def listed(text):
    """The libraries of the list: name, and how it gets there. Licences are words with single blanks between them."""
    rows = re.findall(r"^  (\S+) +(\S+) +(\S.*?)  +(\S.*)$", text.partition("\nLibraries:\n")[2], re.M)
    return {name: how for name, _, _, how in rows}, {name: version for name, version, _, _ in rows}


def found_in(program):
    """What the program itself shows: name, and how it gets there."""
    found = {}
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", told("readelf", "-dW", program))
    for soname in (name for name in needed if not re.match(r"lib(a|ub|l|t)san\.", name)):  # a sanitizer is no part of it
        found[next((name for name, pattern in SHARED.items() if re.match(pattern, soname)), soname)] = AS_SHARED
    defined = "\n".join(line.split()[-1].split("@")[0] for line in told("nm", "--defined-only", program).splitlines())
    for name, pattern in DEFINES.items():
        if re.search(rf"^{pattern}$", defined, re.M) and found.get(name) != AS_SHARED:
            found[name] = IN_THE_PROGRAM
    if b"libxlsxwriter.so" in pathlib.Path(program).read_bytes() and "libxlsxwriter" not in found:
        found["libxlsxwriter"] = OPENED
    return found


def archives(build):
    """Names of the archives that the link took in and that are not ours."""
    block = re.search(r"^build candor: .*\n((?:  .*\n)+)", (build / "build.ninja").read_text(encoding="utf-8"), re.M).group(1)
    line = re.search(r"LINK_LIBRARIES = (.*)", block).group(1)
    return {re.sub(r"^(lib)?(.*)\.a$", r"\2", os.path.basename(word)) for word in line.split() if word.endswith(".a")} - {
        "candor", "candor_app", "candor_fmt_archive", "candor_text"}


def headers(build):
    """Whose headers were compiled in: what lies first below /usr/include, without the system's and the compiler's."""
    deps = told("ninja", "-t", "deps", folder=build)
    ours = "\n".join(block for block in deps.split("\n\n") if block.lstrip().startswith("src/CMakeFiles/"))
    tops = set(re.findall(r"^ +/usr/(?:local/)?include/(?!c\+\+/)([\w.+-]+)", ours, re.M))
    system = told("dpkg-query", "-L", "libc6-dev", "linux-libc-dev")
    return {top for top in tops if not re.search(rf"^/usr/include/{re.escape(top)}$", system, re.M)}


def check_data(text, source, faults):
    packed = re.findall(r"^candor_pack\(\w+ \w+ (\S+)\)", (source / "src/CMakeLists.txt").read_text(encoding="utf-8"), re.M)
    wanted = {os.path.basename(name): hashlib.sha256((source / name).read_bytes()).hexdigest() for name in packed}
    faults.expect("the data", dict(re.findall(r"^  (\S+) .*?([0-9a-f]{64})$", text, re.M)), wanted)
    version = re.search(r"^  version: (.*)$", (source / "profiles/minimum-standard.yaml").read_text(encoding="utf-8"), re.M)
    faults.expect("the standard's version", re.search(r"^  minimum-standard.yaml (\S+)", text, re.M).group(1), version.group(1))


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    build = pathlib.Path(program).parent
    faults = Faults()
    status, text, errors = run(program, "--version", "--verbose")
    faults.expect("candor --version --verbose", (status, errors), (0, ""))
    faults.expect("its first line", text.partition("\n")[0] + "\n", run(program, "--version")[1])
    faults.expect("a slip", run(program, "--version", "--verbos"),
                  (2, "", "candor: error: `--verbos` is not an option of `candor --version`\n  hint: did you mean `--verbose`?\n"))
    faults.expect("the other way round", run(program, "--verbose", "--version"), (status, text, errors))
    faults.expect("one word too many", run(program, "--version", "--verbose", "all")[::2],
                  (2, "candor: error: `all` is one word too many for `candor --version`\n"))
    check_data(text, source, faults)

    how, versions = listed(text)
    if shutil.which("readelf") and shutil.which("nm"):
        found = found_in(program)
        for name in ("nlohmann-json", "RapidJSON", "CLI11", "fmt"):  # headers, which may leave no symbol, or some beside a shared library
            found.setdefault(name, how.get(name))
        faults.expect("the libraries", how, {name: found.get(name) for name in how})
        faults.expect("libraries that are not listed", sorted(set(found) - set(how)), [])
        for name in how:
            short = {other: way for other, way in how.items() if other != name}
            if set(found) - set(short) != {name}:
                faults.append(f"a list without {name} would not be noticed")
    faults.expect("libraries without a version", [name for name, version in versions.items() if not re.match(r"\d+\.\d+", version)
                                                  and name not in ("libgcc", "libstdc++")], [])
    if (build / "build.ninja").exists():
        known = {name for name, way in how.items() if way == IN_THE_PROGRAM}
        faults.expect("archives that are not listed", archives(build) - {name.removeprefix("lib") for name in known} - known, set())
        if shutil.which("ninja") and shutil.which("dpkg-query"):
            used = headers(build)
            faults.expect("headers of a library that is not listed", {top for top in used if HEADERS.get(top) not in how}, set())
            faults.expect("listed, and no header of it is used", set(how) - {HEADERS.get(top) for top in used},
                          {"libstdc++", "libgcc", "glibc"})
    return faults.tell(f"the list and the program agree on {len(how)} libraries")


if __name__ == "__main__":
    sys.exit(main())
