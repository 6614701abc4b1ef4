#!/usr/bin/env python3
"""writing.py PROGRAM SOURCE: a result is written whole or not at all, and whoever cannot write says so with status 4."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from running import AS_OF, Faults, environment, run

MARK = "what was here before\n"


def refusals(folder):
    """Targets that must be refused: name, why, and whether the file behind it must stay as it is."""
    (folder / "real.md").write_text(MARK)
    (folder / "link.md").symlink_to("real.md")
    (folder / "nowhere.md").symlink_to("no/such/file")
    (folder / "a-folder").mkdir()
    (folder / "client/evidence").mkdir(exist_ok=True)
    (folder / "by-link").symlink_to("client")
    for part in ("history", "evidence"):
        (folder / "other" / part).mkdir(parents=True)
    (folder / "other/inventory.yaml").write_text(MARK)
    (folder / "other/history/2026-11-21-minimum-standard.json").write_text(MARK)
    os.mkfifo(folder / "pipe")
    return [
        ("link.md", "it is a symbolic link"),
        ("nowhere.md", "it is a symbolic link"),
        ("a-folder", "it is a folder"),
        ("pipe", "it is not an ordinary file"),
        ("/dev/full", "it is not an ordinary file"),
        ("missing/report.md", "the folder does not exist"),
        ("client/inventory.yaml", "it is a file that this run has read"),
        # Not there yet, but a later run would read them.
        *((name, "what lies there is read as part of a client")
          for name in ("client/inventory.json", "client/evidence/report.md", "client/../client/evidence/proof.yaml",
                       "client/history", "by-link/evidence/report.md")),
        # Of another client, whom this run has not read: its inventory became this one's report.
        *((name, "what lies there is read as part of a client")
          for name in ("other/inventory.yaml", "other/history/2026-11-21-minimum-standard.json", "other/evidence/new.yaml")),
        ("candor.yaml", "settings are read from there"),
        ("a-folder/candor.yaml", "settings are read from there"),
    ]


def check_targets(program, folder, faults):
    before = (folder / "client/inventory.yaml").read_text()
    for target, why in refusals(folder):
        given = run(program, "score", "client", "--as-of", AS_OF, "-o", target, folder=folder)
        faults.expect(f"-o {target}", given, (4, "", f"candor: error: `{target}` cannot be written: {why}\n"))
    faults.expect("the file behind a link", (folder / "real.md").read_text(), MARK)
    faults.expect("the inventory", (folder / "client/inventory.yaml").read_text(), before)
    for name in ("other/inventory.yaml", "other/history/2026-11-21-minimum-standard.json"):
        faults.expect(name, (folder / name).read_text(), MARK)
    run(program, "score", "client", "--as-of", AS_OF, "-o", "other/report.md", folder=folder)
    faults.expect("the mode of a file in another client's folder", (folder / "other/report.md").stat().st_mode & 0o777, 0o600)
    faults.expect("what a link to nowhere made", (folder / "no").exists(), False)
    faults.expect("drafts left behind", [name for name in os.listdir(folder) if ".tmp" in name], [])


def check_read_only_folder(program, folder, faults):
    if os.geteuid() == 0:
        return
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    given = run(program, "score", "client", "--as-of", AS_OF, "-o", "closed/report.md", folder=folder)
    closed.chmod(0o755)
    faults.expect("-o in a read-only folder", given,
                  (4, "", "candor: error: `closed/report.md` cannot be written: permission denied\n"))


def check_good_target(program, folder, faults):
    shown = run(program, "score", "client", "--as-of", AS_OF, "-f", "markdown", folder=folder)
    target = folder / "report.md"
    for state in ("a new file", "an old file"):
        given = run(program, "score", "client", "--as-of", AS_OF, "-f", "markdown", "-o", "report.md", folder=folder)
        faults.expect(f"-o with {state}", given, (shown[0], "", shown[2]))
        faults.expect(f"{state}, written", target.read_text(), shown[1])
        target.chmod(0o640)
    faults.expect("the mode of a file that was there", target.stat().st_mode & 0o777, 0o640)
    faults.expect("-o -", run(program, "score", "client", "--as-of", AS_OF, "-f", "markdown", "-o", "-", folder=folder), shown)


def check_several(program, folder, faults):
    """One that cannot be written does not take the others with it."""
    score = ["score", "client", "--as-of", AS_OF]
    shown = run(program, *score, "-f", "terminal", folder=folder)[1]
    given = run(program, *score, "-f", "json", "-o", "missing/a.json", "-f", "terminal", "-o", "-", "-f", "csv", "-o",
                "one.csv", folder=folder)
    faults.expect("the first of three cannot be written", given,
                  (4, shown, "candor: error: `missing/a.json` cannot be written: the folder does not exist\n"
                             "candor: written all the same: standard output, `one.csv`\n"))
    faults.expect("the third of three", (folder / "one.csv").read_bytes().decode(),
                  run(program, *score, "-f", "csv", folder=folder)[1])
    given = run(program, *score, "-f", "pdf", "-o", "a.pdf", "-f", "csv", "-o", "two.csv", "--pdf-engine", "no/such",
                folder=folder)
    faults.expect("one that cannot be made", (given[0], given[2].splitlines()[-1]),
                  (4, "candor: written all the same: `two.csv`"))
    faults.expect("it is not there", (folder / "a.pdf").exists(), False)
    given = run(program, *score, "-o", "missing/a.json", "-o", "a-folder", "-o", "link.md", "-f", "csv", "-f", "csv",
                "-f", "csv", folder=folder)
    faults.expect("none can be written", given, (4, "", "".join(
        f"candor: error: `{name}` cannot be written: {why}\n"
        for name, why in (("missing/a.json", "the folder does not exist"), ("a-folder", "it is a folder"),
                          ("link.md", "it is a symbolic link")))))
    with open("/dev/full", "wb") as full:
        done = subprocess.run([program, *score, "-f", "csv", "-o", "-", "-f", "csv", "-o", "three.csv"], cwd=folder,
                              env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)
    faults.expect("a full disk, and a file", (done.returncode, done.stderr),
                  (4, b"candor: error: standard output cannot be written: no space left\n"
                      b"candor: written all the same: `three.csv`\n"))


def check_standard_output(program, folder, faults):
    score = [program, "score", "client", "--as-of", AS_OF]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(score, cwd=folder, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)
    faults.expect("a full disk", (done.returncode, done.stderr),
                  (4, b"candor: error: standard output cannot be written: no space left\n"))
    for verb in (["--help"], ["score", "--help"], ["--version"], ["check", "client"], ["profile", "list"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([program, *verb], cwd=folder, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False)
        faults.expect(f"a full disk: {verb}", done.returncode, 4)
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(score, cwd=folder, env=environment(), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    faults.expect("a reader that has gone", (done.returncode, done.stderr), (4, b""))
    done = subprocess.run(["sh", "-c", 'exec "$@" >&-', "sh", *score], cwd=folder, env=environment(),
                          stderr=subprocess.PIPE, check=False)
    faults.expect("no standard output", done.returncode, 4)
    before = sorted(os.listdir(folder))
    done = subprocess.run(["sh", "-c", 'exec "$@" 2>&- >&-', "sh", *score, "-o", "kept.md"], cwd=folder, env=environment(), check=False)
    faults.expect("a file without standard streams", (done.returncode, sorted(os.listdir(folder))), (1, sorted([*before, "kept.md"])))


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(source / "examples/empty", folder / "client")
        check_targets(program, folder, faults)
        check_read_only_folder(program, folder, faults)
        check_good_target(program, folder, faults)
        check_several(program, folder, faults)
        check_standard_output(program, folder, faults)
    return faults.tell("every bad target is refused, and nothing is half written")


if __name__ == "__main__":
    sys.exit(main())
