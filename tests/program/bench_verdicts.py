"""bench_verdicts.py PROGRAM SOURCE: what bench/portfolio times is the same work: on 60 made clients `candor portfolio` and
the Python there say the same, from folders and from a stream. Nothing is timed. Skipped without PyYAML and its libyaml."""
import json
import pathlib
import subprocess
import sys
import tempfile

from running import AS_OF, Faults, run

COUNT = 60

try:
    from yaml import CSafeLoader  # noqa: F401
except ImportError:
    print("skipped: PyYAML with libyaml is not there")
    sys.exit(77)


def script(folder, name, *arguments):
    done = subprocess.run([sys.executable, "-B", folder / name, *map(str, arguments)], capture_output=True, text=True, check=True)
    return done.stdout


def check_clients(bench, work, faults):
    """The same number gives the same client, however many are made."""
    script(bench, "generate.py", COUNT, work / "clients")
    script(bench, "generate.py", COUNT, work / "clients.ndjson")
    script(bench, "generate.py", 3, work / "few")
    for name in ("c000001", "c000002", "c000003"):
        faults.expect(f"{name} of a few", (work / "few" / name / "inventory.yaml").read_bytes(),
                      (work / "clients" / name / "inventory.yaml").read_bytes())


def check_rows(program, bench, work, source, faults):
    status, output, complaints = run(program, "portfolio", source, "--as-of", AS_OF, "-f", "row", folder=work)
    faults.expect(f"{source}: status and complaints", (status, complaints), (1, ""))
    rows = [json.loads(line) for line in output.splitlines()]
    ours = [[row["client"], row["verdict"], *map(str, row["points"]), row["controls"]] for row in rows]
    theirs = [line.split("\t") for line in script(bench, "score.py", work / "standard.json", AS_OF, work / source).splitlines()]
    faults.expect(f"{source}: clients", (len(ours), len(theirs)), (COUNT, COUNT))
    for mine, other in zip(ours, theirs):
        faults.expect(f"{source}: {mine[0]}, candor as expected", mine, other)
    return ours


def main():
    program, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    bench = source / "bench/portfolio"
    faults = Faults()
    with tempfile.TemporaryDirectory() as made:
        work = pathlib.Path(made)
        script(bench, "standard.py", work / "standard.json")
        check_clients(bench, work, faults)
        rows = check_rows(program, bench, work, "clients", faults)
        faults.expect("the same from a stream", check_rows(program, bench, work, "clients.ndjson", faults), rows)
        # What is timed must not be one case over and over.
        faults.expect("verdicts", sorted({row[1] for row in rows}), ["below", "cannot_tell", "meets"])
        faults.expect("letters", sorted(set("".join(row[5] for row in rows))), sorted("Mmpxu-"))
    return faults.tell(f"{COUNT} clients, the same in both")


if __name__ == "__main__":
    sys.exit(main())
