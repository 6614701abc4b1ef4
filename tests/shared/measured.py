"""Runs the program and says what it gave, how long it took and how much memory it needed at most."""
import dataclasses
import os
import pathlib
import subprocess
import sys
import tempfile
import time

AS_OF = "2026-11-21"
SKIPPED = 77


@dataclasses.dataclass
class Run:
    exit: int
    stdout: bytes
    stderr: bytes
    seconds: float    # of the clock
    processor: float  # seconds that the processor worked for it, whatever else the machine does
    mebibytes: float


def run(program, *arguments):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.monotonic()
        process = subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Run(process.returncode, out.read(), err.read(), seconds, usage.ru_utime + usage.ru_stime,
                   usage.ru_maxrss / 1024)


def shared(name):
    """A folder or file of ../shared; leaves with the status for a skipped test where there is none."""
    path = pathlib.Path(__file__).resolve().parents[3] / "shared" / name
    if not path.exists():
        print(f"{path} is not here")
        sys.exit(SKIPPED)
    return path
