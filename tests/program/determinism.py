#!/usr/bin/env python3
"""determinism.py PROGRAM SOURCE: the same inputs on the same date give the same bytes in every format but PDF, whatever the
locale, the time zone, the umask, the order of the folder's files and the number of processors."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from running import AS_OF, Faults, environment

CLIENTS = ("dental", "accountancy", "meets-with-proof")
SURROUNDINGS = (
    {},
    {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles", "OMP_NUM_THREADS": "8"},
    {"LANG": "C", "LC_ALL": "C", "TZ": "Asia/Kathmandu", "COLUMNS": "40", "LINES": "10"},
)


def formats(program):
    out = subprocess.run([program, "formats"], capture_output=True, text=True, check=True, env=environment()).stdout
    return [line.split()[0] for line in out.splitlines() if line.strip() and line.split()[0] != "pdf"]


def copy(source, target, is_reversed):
    """The files of a folder made in one order or the other: some file systems list them so."""
    names = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    for name in reversed(names) if is_reversed else names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, target / name)


def results(program, folder, wanted, surroundings, mask, is_narrow):
    """The bytes of every format and of what is recorded, all from one run a client."""
    asked = [word for name in wanted for word in ("-f", name, "-o", f"out-{name}")]
    given = {}
    for client in CLIENTS:
        command = [program, "score", client, "--as-of", AS_OF, "--width", "80", "--record", *asked]
        if is_narrow and shutil.which("taskset"):
            command = ["taskset", "-c", "0", *command]
        done = subprocess.run(command, cwd=folder, env=environment(**surroundings), capture_output=True, check=False,
                              umask=mask, timeout=120)
        given[client, "status"] = done.returncode, done.stdout, done.stderr
        for name in wanted:
            given[client, name] = (folder / f"out-{name}").read_bytes()
            (folder / f"out-{name}").unlink()
        for path in (folder / client / "history").iterdir():
            given[client, path.name] = path.read_bytes()
    return given


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    wanted = formats(program)
    first = None
    for number, surroundings in enumerate(SURROUNDINGS):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            copy(source / "examples", folder, number % 2 == 1)
            given = results(program, folder, wanted, surroundings, (0o022, 0o077, 0o002, 0o027)[number], number % 2 == 1)
        first = first or given
        for key in first.keys() | given.keys():
            if first.get(key) != given.get(key):
                faults.append(f"{key}: not the same under {surroundings}")
    faults.expect("formats that were tried", len(wanted) > 5, True)
    return faults.tell(f"{len(wanted)} formats of {len(CLIENTS)} clients are the same in {len(SURROUNDINGS)} surroundings")


if __name__ == "__main__":
    sys.exit(main())
