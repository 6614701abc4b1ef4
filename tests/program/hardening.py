#!/usr/bin/env python3
"""hardening.py PROGRAM SOURCE: what cmake/Hardening.cmake asks for is in the program that users run, and in every part of
it. The same is asked of a small program that is built with all of it, and then with one thing less each time: that one
must be missed. Frames that are large enough to be probed are rare, so for those the commands are read, too."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SKIP = 77
FLAGS = ("-fPIE", "-fstack-protector-strong", "-fstack-clash-protection", "-fcf-protection", "-D_FORTIFY_SOURCE=3", "-D_GLIBCXX_ASSERTIONS")
PARTS = ("candor", "candor_text", "candor_app")

SAMPLE = """
#include <cstdio>
#include <cstring>
#include <vector>
void use(char*, const std::vector<int>&);
int main(int count, char** words) {
  char name[8];
  std::strcpy(name, words[0]);
  char page[100000];
  std::vector<int> numbers(static_cast<unsigned>(count));
  numbers[static_cast<unsigned>(count)] = 1;
  use(name, numbers);
  use(page, numbers);
}
void use(char* text, const std::vector<int>& numbers) {
  asm volatile("" : : "r"(text), "r"(numbers.data()) : "memory");
}
"""

# What is planted, and what must be missed then.
PLANTED_IN_OBJECTS = {"-fno-stack-protector": "no stack protector", "-fno-stack-clash-protection": "no probe of large frames",
                      "-fcf-protection=none": "no marks where jumps may land",
                      "-U_FORTIFY_SOURCE": "no sizes checked by the C library",
                      "-U_GLIBCXX_ASSERTIONS": "no indexes checked by the C++ library"}
PLANTED_IN_PROGRAM = {"-no-pie": "always at the same address", "-Wl,-z,norelro": "addresses of functions stay writable",
                      "-Wl,-z,lazy": "addresses of functions are settled late", "-Wl,-z,execstack": "a stack that can be run",
                      "-Wl,-rpath,/tmp": "libraries are looked for in a folder of its own"}


def told(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def faults_of_objects(name, objects):
    """What the objects of one part lack. A check that only some code needs must be in one of them, a mark in each."""
    symbols = told("nm", "-u", *objects)
    if "__stack_chk_fail" not in symbols:
        yield f"{name}: no stack protector"
    if "__glibcxx_assert_fail" not in symbols:
        yield f"{name}: no indexes checked by the C++ library"
    notes = told("readelf", "-nW", *objects)
    if notes.count("IBT, SHSTK") != len(objects):
        yield f"{name}: no marks where jumps may land"
    if not re.search(r"__(?!stack)\w+_chk\b", symbols):
        yield f"{name}: no sizes checked by the C library"


def has_probe(target):
    return re.search(r"\bor[ql]\s+\$0x0,(0x0)?\(%rsp\)", told("objdump", "-d", target)) is not None


def faults_of_program(program):
    head, segments, dynamic = (told("readelf", way, program) for way in ("-hW", "-lW", "-dW"))
    if "Type:                              DYN" not in head:
        yield "always at the same address"
    if "GNU_RELRO" not in segments:
        yield "addresses of functions stay writable"
    if not re.search(r"\(FLAGS_1\).*\bNOW\b", dynamic):
        yield "addresses of functions are settled late"
    if not re.search(r"GNU_STACK\s.*\sRW\s", segments):
        yield "a stack that can be run"
    if re.search(r"LOAD\s.*\sRWE\s", segments):
        yield "memory that can be written and run"
    if "TEXTREL" in dynamic:
        yield "code that is written to at start"
    if re.search(r"\((RPATH|RUNPATH)\)", dynamic):
        yield "libraries are looked for in a folder of its own"


def flags(build):
    """How the project compiles, taken from one of its commands, and how it links."""
    commands = (build / "compile_commands.json").read_text(encoding="utf-8")
    command = re.search(r'"command": "(.*app/main\.cpp\.o .*)"', commands).group(1).split()
    kept = [word for word in command if re.match(r"-(O|f(PIE|stack|cf)|[UD]_(FORTIFY|GLIBCXX))", word)]
    link = re.search(r"LINK_FLAGS = (.*-pie.*)", (build / "build.ninja").read_text(encoding="utf-8")).group(1).split()
    return command[0], kept, [word for word in link if word == "-pie" or word.startswith("-Wl,-z")]


def faults_of_commands(build):
    """What is compiled without what everything must be compiled with."""
    for command in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        lacking = [flag for flag in FLAGS if flag not in command["command"].split()]
        if "/src/" in command["file"] and lacking:
            yield f"{command['file']}: compiled without {', '.join(lacking)}"


def planted(build, folder):
    """What is missed although it is there, and what is not missed although it is not."""
    compiler, compiled, linked = flags(build)
    sample = folder / "sample.cpp"
    sample.write_text(SAMPLE)
    runs = {flag: (folder / f"{number}.o", [*compiled, flag]) for number, flag in enumerate(["-w", *PLANTED_IN_OBJECTS])}
    started = [subprocess.Popen([compiler, *options, "-c", sample, "-o", target]) for target, options in runs.values()]
    assert all(process.wait() == 0 for process in started)
    for flag, (target, _) in runs.items():
        expected = [f"sample: {PLANTED_IN_OBJECTS[flag]}"] if flag in PLANTED_IN_OBJECTS else []
        found = list(faults_of_objects("sample", [target]))
        if not has_probe(target):
            found.append("sample: no probe of large frames")
        if found != expected:
            yield f"a sample with {flag}: expected {expected}, found {found}"
    for flag in ["-w", *PLANTED_IN_PROGRAM]:
        target = folder / "sample"
        subprocess.run([compiler, *linked, flag, folder / "0.o", "-o", target], check=True, stderr=subprocess.DEVNULL)
        expected = [PLANTED_IN_PROGRAM[flag]] if flag in PLANTED_IN_PROGRAM else []
        found = list(faults_of_program(target))
        if found != expected:
            yield f"a sample linked with {flag}: expected {expected}, found {found}"


def main():
    program = pathlib.Path(sys.argv[1]).absolute()
    build = program.parent
    if not all(map(shutil.which, ("readelf", "nm", "objdump"))) or os.uname().machine != "x86_64":
        print("needs binutils on x86_64")
        return SKIP
    if not (build / "build.ninja").exists() or "CMAKE_BUILD_TYPE:STRING=Release" not in (build / "CMakeCache.txt").read_text():
        print("not a Release build by Ninja")
        return SKIP
    found = list(faults_of_program(program))
    count = 0
    for part in PARTS:
        folder = build / f"src/CMakeFiles/{part}.dir"
        objects = sorted(folder.rglob("*.o"))
        count += len(objects)
        found += faults_of_objects(part, objects)
    found += faults_of_commands(build)
    with tempfile.TemporaryDirectory() as name:
        found += planted(build, pathlib.Path(name))
    print("\n".join(found) or f"hardened: the program and the {count} objects it is made of; {len(PLANTED_IN_OBJECTS)} and "
          f"{len(PLANTED_IN_PROGRAM)} faults were planted and found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
