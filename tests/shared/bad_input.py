#!/usr/bin/env python3
"""bad_input.py PROGRAM: every hostile file gives a result or a diagnostic, in under a second and under 256 MiB, and
nothing of it reaches the terminal raw. The day-one inventories of others, in a vocabulary that is near to ours but
not ours, give diagnostics too."""
import re
import sys

import measured

SECONDS = 1.0
MEBIBYTES = 256
DIAGNOSTIC = re.compile(r"^.+?(:\d+:\d+)?: (error|warning): .+ \[[a-z0-9-]+\]$", re.M)
HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def faults_of(file, run, idle):
    text = run.stderr.decode("utf-8", errors="surrogateescape")
    if run.exit not in (0, 3):
        yield f"exit status {run.exit}"
    if run.exit == 3 and not DIAGNOSTIC.search(text):
        yield "refused without a diagnostic"
    if run.exit == 3 and run.stdout:
        yield "refused, and yet something on standard output"
    if run.exit == 0 and not (run.stdout or run.stderr):
        yield "accepted in silence"
    if HOSTILE.search(text.replace(file, "")) or re.search("[\udc80-\udcff]", text):
        yield "hostile characters reach the terminal"
    if run.processor >= SECONDS:
        yield f"{run.processor:.2f} s"
    if run.mebibytes - idle >= MEBIBYTES:
        yield f"{run.mebibytes:.0f} MiB"


def main():
    program = sys.argv[1]
    files = [path for folder in ("badinput", "examples-intent") for path in sorted(measured.shared(folder).rglob("*"))
             if path.is_file()]
    # What a sanitizer keeps for itself, the program cannot help: with one it needs this much to say its version.
    idle = measured.run(program, "--version").mebibytes
    idle = idle if idle > 64 else 0
    failed = 0
    slowest = largest = accepted = 0
    for path in files:
        run = measured.run(program, "check", str(path), "--as-of", measured.AS_OF)
        slowest = max(slowest, run.processor)
        largest = max(largest, run.mebibytes)
        accepted += run.exit == 0
        for fault in faults_of(str(path), run, idle):
            failed += 1
            print(f"{path.name}: {fault}\n{run.stderr[:400]}")
    print(f"{len(files)} files: {accepted} understood, {len(files) - accepted} refused with a diagnostic; "
          f"at most {slowest:.2f} s of the processor and {largest:.0f} MiB")
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
