#!/usr/bin/env python3
"""run.py PROGRAM SOURCE CASE: runs the program as one case folder says and compares everything it gives.

A case is a folder with
  arguments   what follows `candor` on the command line, in shell words; lines that start with # are comments
  stdin       what it reads from standard input (optional)
  environment KEY=VALUE lines (optional; CANDOR_*, NO_COLOR and SOURCE_DATE_EPOCH are unset otherwise)
  stdout, stderr, exit   what it must give; a missing file stands for nothing written, and for 0
  written/    the files it must create or change (optional: without it, it may not write at all)
and any other files as inputs. It runs in a copy of the folder; `examples/…` and `profiles/…` in the arguments
name the project's own. CANDOR_UPDATE=1 rewrites what is expected: read that diff as if a client would.
"""
import difflib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

OURS = {"arguments", "stdin", "environment", "stdout", "stderr", "exit", "written"}
SECONDS = int(os.environ.get("CANDOR_SECONDS", 60))


def read_bytes(path, otherwise=b""):
    return path.read_bytes() if path.exists() else otherwise


def contents(folder):
    """Every file under a folder with its bytes; links as what they point to."""
    return {path.relative_to(folder).as_posix(): b"-> " + os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file() or path.is_symlink()}


def prepare(case, source, work, arguments):
    for item in case.iterdir():
        if item.name in OURS:
            continue
        if item.is_dir():
            shutil.copytree(item, work / item.name, symlinks=True)
        else:
            shutil.copy(item, work / item.name)
    for folder in ("examples", "profiles"):
        if not (work / folder).exists() and any(folder + "/" in argument for argument in arguments):
            shutil.copytree(source / folder, work / folder, symlinks=True)


def environment_of(case):
    kept = {key: value for key, value in os.environ.items()
            if not key.startswith("CANDOR_") and key not in ("NO_COLOR", "SOURCE_DATE_EPOCH", "COLUMNS")}
    kept.update(LANG="C.UTF-8", TZ="UTC")
    for line in read_bytes(case / "environment").decode().splitlines():
        key, _, value = line.partition("=")
        kept[key] = value
    return kept


def run(program, source, case):
    """What the program gives: {file name: bytes}, in the form of the case folder."""
    text = (case / "arguments").read_text(encoding="utf-8")
    arguments = shlex.split("\n".join(line for line in text.splitlines() if not line.startswith("#")))
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        prepare(case, source, work, arguments)
        before = contents(work)
        done = subprocess.run([program, *arguments], cwd=work, env=environment_of(case), timeout=SECONDS,
                              input=read_bytes(case / "stdin"), capture_output=True, check=False)
        after = contents(work)
    given = {"stdout": done.stdout, "stderr": done.stderr, "exit": b"%d\n" % done.returncode}
    given.update({f"written/{name}": data for name, data in after.items() if before.get(name) != data})
    given.update({f"written/{name}": b"(removed)\n" for name in before if name not in after})
    return given


def expectation(case):
    expected = {name: read_bytes(case / name) for name in ("stdout", "stderr")}
    expected["exit"] = read_bytes(case / "exit", b"0\n")
    if (case / "written").exists():
        expected.update({f"written/{name}": data for name, data in contents(case / "written").items()})
    return expected


def update(case, given):
    shutil.rmtree(case / "written", ignore_errors=True)
    for name in ("stdout", "stderr"):
        (case / name).unlink(missing_ok=True)
    for name, data in given.items():
        if data:
            (case / name).parent.mkdir(parents=True, exist_ok=True)
            (case / name).write_bytes(data)


def differences(expected, given):
    for name in sorted(expected.keys() | given.keys()):
        if name not in given:
            yield f"{name}: was not written"
        elif name not in expected:
            yield f"{name}: was written, and nothing expects it"
        elif expected[name] != given[name]:
            yield from difflib.unified_diff(expected[name].decode(errors="backslashreplace").splitlines(),
                                            given[name].decode(errors="backslashreplace").splitlines(),
                                            f"expected {name}", f"given {name}", lineterm="")


def main():
    program, source, case = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    given = run(os.path.abspath(program), source, case)
    if os.environ.get("CANDOR_UPDATE") == "1":
        update(case, given)
        return 0
    found = list(differences(expectation(case), given))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
