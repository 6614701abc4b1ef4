"""instructions.py PROGRAM SOURCE: how many instructions a run costs, which does not depend on what the machine does
meanwhile: starting, a report, and one client more in a stream. A bound is a tenth above what was measured; whoever
breaks one finds out what costs more, or raises it and says why. bench/README.md has the same in milliseconds."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from portfolio import COUNT, DAY, make_clients
from running import Faults, environment, run

SKIP = 77
# By thousands. A report's first figure is all of it, its second without reading YAML, which is yaml-cpp's own work.
MOST = {"starting": 520, "an empty client": 12_800, "paper-shield, all of it": 13_500, "paper-shield, without its YAML": 7_200,
        "dental, all of it": 61_000, "dental, without its YAML": 19_200, "a client of a stream": 980}
YAML = "candor::yaml::parse("
THE_PARSERS_OWN = "YAML::Parser::HandleNextDocument("
OUR_EVENTS = "candor::yaml::(anonymous namespace)::Builder::On"
MOST_ADDED = 0.10  # of the parser's own work, by what we do with its events and look for before


def count(program, work, *arguments):
    """All instructions of a run, those below reading YAML, and what reading adds to the parser's work, in thousands."""
    out = work / "counted"
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, *arguments], cwd=work,
                          env=environment(), capture_output=True, check=False, timeout=120)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    told = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", out], capture_output=True, check=True).stdout
    everything = yaml = parser = events = 0
    for line in told.decode().splitlines():
        number = re.match(r"\s*([\d,]+)", line)
        if number and line.endswith("PROGRAM TOTALS"):
            everything = int(number.group(1).replace(",", ""))
        elif number and YAML in line and not yaml:
            yaml = int(number.group(1).replace(",", ""))
        elif number and THE_PARSERS_OWN in line and not parser:
            parser = int(number.group(1).replace(",", ""))
        elif number and OUR_EVENTS in line:
            events += int(number.group(1).replace(",", ""))
    parser -= events
    return everything / 1000, yaml / 1000, (yaml - parser) / parser if parser else 0


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    cache = program.parent / "CMakeCache.txt"
    if not shutil.which("valgrind") or not cache.exists() or "CMAKE_BUILD_TYPE:STRING=Release" not in cache.read_text():
        print("needs valgrind and a Release build")
        return SKIP
    faults = Faults()
    found = {}
    with tempfile.TemporaryDirectory() as made:
        work = pathlib.Path(made)
        found["starting"] = count(program, work, "--version")[0]
        found["an empty client"] = count(program, work, "score", source / "examples/empty", *DAY)[0]
        for example in ("paper-shield", "dental"):
            everything, yaml, added = count(program, work, "score", source / "examples" / example, *DAY)
            found[f"{example}, all of it"] = everything
            found[f"{example}, without its YAML"] = everything - yaml
            print(f"{example}: reading its YAML takes {added:.1%} more than the parser alone, at most {MOST_ADDED:.0%}")
            if not 0 < added <= MOST_ADDED:
                faults.append(f"{example}: reading YAML adds {added:.1%} to the parser's own work")
        make_clients(source, work / "clients")
        run(program, "pack", "clients", *DAY, "-o", "clients.ndjson", folder=work)
        lines = (work / "clients.ndjson").read_text().splitlines(keepends=True)
        (work / "more.ndjson").write_text("".join(lines * 2))
        once, twice = (count(program, work, "portfolio", name, *DAY, "--jobs", "1", "-f", "row", "-o", "rows")[0]
                       for name in ("clients.ndjson", "more.ndjson"))
        found["a client of a stream"] = (twice - once) / COUNT
    for what, thousands in found.items():
        print(f"{what}: {thousands:,.0f} thousand instructions, at most {MOST[what]:,}")
        if thousands > MOST[what]:
            faults.append(f"{what} costs {thousands:,.0f} thousand instructions, and at most {MOST[what]:,} are allowed")
    return faults.tell("within the bounds")


if __name__ == "__main__":
    sys.exit(main())
