"""sharding.py PROGRAM SOURCE: the manual's own lines, run as they stand there: GNU parallel spreads a stream over many
runs, and what they gave is put together to what one run says of all."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from portfolio import COUNT, DAY, make_clients
from running import Faults, environment, run

SKIP = 77
A_DAY = "1795219200"  # 2026-11-21
SIZES = ("1000", "7", "1")


def lines_of_manual(source):
    manual = (source / "man/candor.1").read_text()
    spread = re.search(r"^\.Dl (parallel .*)$", manual, re.M).group(1)
    together = re.search(r"^\.Dl (candor portfolio --merge .*)$", manual, re.M).group(1)
    return spread, together


def shell(line, work, path):
    return subprocess.run(["sh", "-c", line], cwd=work, capture_output=True, check=False, timeout=120,
                          env=environment(PATH=f"{path}:{os.environ['PATH']}", SOURCE_DATE_EPOCH=A_DAY, HOME=str(work)))


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    if not shutil.which("parallel") or b"GNU" not in subprocess.run(["parallel", "--version"], capture_output=True, check=False).stdout:
        print("needs GNU parallel")
        return SKIP
    spread, together = lines_of_manual(source)
    faults = Faults()
    with tempfile.TemporaryDirectory() as made:
        work = pathlib.Path(made)
        (work / "bin").mkdir()
        (work / "bin/candor").symlink_to(program)
        make_clients(source, work / "clients")
        run(program, "pack", "clients", *DAY, "-o", "clients.ndjson", folder=work)
        wanted = run(program, "portfolio", "clients.ndjson", *DAY, "-f", "row", folder=work)[1]
        page = run(program, "portfolio", "clients.ndjson", *DAY, "-f", "html", folder=work)[1]
        for size in SIZES:
            line = spread.replace("-N 1000", f"-N {size}")
            done = shell(line, work, work / "bin")
            pieces = -(-COUNT // int(size))
            if not 1 <= done.returncode <= pieces or done.stderr:
                faults.append(f"{line}: exit status {done.returncode}\n{done.stderr.decode()}")
            faults.expect(f"the rows of pieces of {size}", (work / "rows.ndjson").read_text(), wanted)
            done = shell(together, work, work / "bin")
            faults.expect(f"{together}: exit status", (done.returncode, done.stderr), (1, b""))
            faults.expect(f"the page of pieces of {size}", (work / "all.html").read_text(), page)
    return faults.tell(f"{COUNT} clients in pieces of {', '.join(SIZES)}")


if __name__ == "__main__":
    sys.exit(main())
