#!/usr/bin/env python3
"""backup.py PROGRAM SCRATCH: restic and BorgBackup, as installed here, keep copies of real files: good ones, ones whose
run could not read a file, and ones that are damaged afterwards. What they print is imported, and the evidence and the
score must say exactly what happened. Nothing is written down beforehand."""
import datetime
import filecmp
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "program"))
from running import Faults, run  # noqa: E402

HOST = "fileserver01"
UNSEEN_DATA = "Whether the stored data is whole and can be read: "
NO_CHECK = UNSEEN_DATA + "no check of the repository was imported."
NOT_READ = UNSEEN_DATA + "nothing shows that the check read the data."
ANY_RUN = "Whether the runs could read all files: one that could not leaves a copy that looks the same."
OTHER_RUNS = "Whether the runs whose log is not here could read all files: one that could not leaves a copy that looks the same."
LOG_ALONE = ("Which files the runs whose log is here could not read: the log alone does not show it, as restic writes that to "
             "standard error.")
ALL_DATA = "Whether this is all the data there is, and what was left out of the copies on purpose."
OPENED = "Whether somebody opened what came back and worked with it."
NARROWED = "Whether the list was narrowed to something that has no copy: it reads the same."
MACHINE = "Of which machine each copy is: the list does not say, so the newest of any of them counts."
OPEN = "Who reads the copies: they are not encrypted, so whoever reaches the repository can."

MET, MISSING, OPEN_QUESTION = ("met", 1000000), ("not_met", 0), ("unknown", 0)  # the outcome, and how much is proved


def day_of_test():
    """Today, by the clock of the world; never so late that midnight comes in between."""
    while (now := datetime.datetime.now(datetime.timezone.utc)).hour == 23 and now.minute >= 55:
        time.sleep(10)
    return now.date().isoformat()


def as_anybody(*command):
    """The command without root's power to read every file."""
    if os.geteuid() != 0:
        return command
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search", *command)


class Client:
    """A client of whom all is seen but the backup: how often it runs, but not whether it does."""

    def __init__(self, program, folder, day, part):
        self.program, self.folder, self.day = program, folder, day
        folder.mkdir()
        (folder / "inventory.yaml").write_text(f"""candor: 1
client: {{id: live, name: Live Ltd}}
assessed: {{date: {day}, by: D. Keane}}
facts:
  backup: [{{part: "{part}", every: 1 day, last_good: unknown, restored: unknown}}]
proof: [{{for: backup.every, part: "{part}", shows: 1 day, kind: seen, date: {day}, by: D. Keane, where: its timer}}]
""", encoding="utf-8")

    def imported(self, tool, *files, said=()):
        """Whether it came in, or the codes of the complaints."""
        status, _, complaints = run(self.program, "import", tool, *map(str, files), "--into", str(self.folder), *said)
        return status == 0 or sorted(set(re.findall(r" error: .* \[([a-z0-9-]+)\]$", complaints, re.M)))

    def evidence(self):
        """The statements of the only file of evidence, a line each, and what was not seen."""
        (path,) = (self.folder / "evidence").glob("*.yaml")
        head, _, tail = path.read_text(encoding="utf-8").partition("statements:\n")
        unseen = [line.removeprefix("    - ").strip('"') for line in head.partition("  not_seen:\n")[2].splitlines()]
        items = [re.sub(r"\n +", "\n", item).splitlines() for item in tail.split("  - ")[1:]]
        return [tuple(line.partition(": ")[2].strip('"') for line in item) for item in items], unseen

    def score(self):
        _, report, _ = run(self.program, "score", str(self.folder), "-f", "json", "--as-of", self.day)
        findings = {one["control"]: (one["outcome"], one["proved"]) for one in json.loads(report)["findings"]}
        return findings["backup.automated"], findings["backup.tested"]


class Scene:
    """A folder of files to be copied, a tool, and the clients that its output is imported into."""

    def __init__(self, program, folder, day, faults):
        self.program, self.folder, self.day, self.faults = program, folder, day, faults
        self.source = folder / "data"
        (self.source / "docs").mkdir(parents=True)
        for number in range(3):
            (self.source / f"docs/{number}.bin").write_bytes(os.urandom(20000))
        (self.source / "note.txt").write_text("yesterday's last entry\n", encoding="utf-8")
        self.environment = {**os.environ, "LANG": "C.UTF-8", "TZ": "UTC", "HOME": str(folder)}

    def runs(self, *command, ends=0, out=None, err=None, cwd=None, anybody=False, **more):
        """Runs a tool, which must end with that status, and keeps what it prints."""
        done = subprocess.run(as_anybody(*map(str, command)) if anybody else [*map(str, command)], check=False,
                              cwd=cwd or self.folder, env={**self.environment, **more}, capture_output=True, timeout=300)
        self.faults.expect(f"status of {' '.join(map(str, command))}\n{done.stderr.decode(errors='replace')}",
                           done.returncode, ends)
        if out:
            (self.folder / out).write_bytes(done.stdout)
        if err:
            (self.folder / err).write_bytes(done.stderr)
        return done.stdout, done.stderr

    def came_back(self, folder):
        """The test of the test: what was restored is what was copied."""
        names = ["docs/0.bin", "docs/1.bin", "docs/2.bin", "note.txt"]
        self.faults.expect(f"files in {folder}", filecmp.cmpfiles(self.source, folder, names, shallow=False), (names, [], []))

    def says(self, what, tool, names, part, statements, unseen, score, said=()):
        client = Client(self.program, self.folder / f"client {what}", self.day, part)
        self.faults.expect(f"{what}: import", client.imported(tool, *(self.folder / name for name in names), said=said), True)
        self.faults.expect(f"{what}: evidence", client.evidence(), (statements, unseen))
        self.faults.expect(f"{what}: score of backup.automated and backup.tested", client.score(), score)

    def refuses(self, what, tool, name, code):
        client = Client(self.program, self.folder / f"client {what}", self.day, "x")
        self.faults.expect(f"{what}: import", client.imported(tool, self.folder / name, said=("--date", self.day)), [code])


def damage(path):
    """One bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o600)
    path.write_bytes(data)


def largest(folder):
    return max((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)


def restic(scene):
    day, repository, part = scene.day, scene.folder / "repository", f"{HOST} {scene.source}"
    scene.environment |= {"RESTIC_PASSWORD": "correct horse", "RESTIC_REPOSITORY": str(repository)}

    def tool(*arguments, **more):
        return scene.runs("restic", "--no-cache", *arguments, **more)

    def copy(log, **more):
        out, err = tool("backup", "--json", "--host", HOST, scene.source, **more)
        (scene.folder / log).write_bytes(err + out)
        return re.search(rb'"snapshot_id":"(\w+)"', out).group(1).decode()

    def good(snapshot, note=()):
        return ("backup.last_good", part, day, "export", day, f"snapshot {snapshot}", *note)

    def came_back(snapshot, value, number, whose=part):
        return ("backup.restored", whose, f"{{date: {day}, worked: yes, scope: {value}}}", "test", day,
                f"{number} files of snapshot {snapshot}")

    tool("init")
    tool("snapshots", "--json", out="empty.json")
    scene.says("an empty repository", "restic", ["empty.json"], part,
               [("backup.last_good", "restic repository", "never", "export", day, "the list holds no copy")],
               [NARROWED, NO_CHECK], (MISSING, OPEN_QUESTION))

    died = datetime.date.fromisoformat(day) - datetime.timedelta(days=60)
    tool("backup", "--host", HOST, "--time", f"{died} 12:00:00", scene.source)
    tool("snapshots", "--json", out="dead.json")
    old = json.loads((scene.folder / "dead.json").read_text(encoding="utf-8"))[0]["short_id"]
    scene.says("a backup that died", "restic", ["dead.json"], part,
               [("backup.last_good", part, str(died), "export", day, f"snapshot {old}")], [ANY_RUN, ALL_DATA, NO_CHECK],
               (MISSING, OPEN_QUESTION))
    tool("forget", "--prune", old)

    first = copy("first.log")
    tool("snapshots", "--json", out="one.json")
    tool("check", "--read-data", out="check.txt")
    tool("check", out="check-structure.txt")
    tool("restore", "latest", "--target", "back", "--verify", out="restore.txt")
    tool("restore", "latest", "--target", "unverified", out="unverified.txt")
    scene.came_back(scene.folder / f"back/{scene.source}")
    scene.says("a good copy that came back", "restic", ["one.json", "first.log", "check.txt", "restore.txt"], part,
               [good(first), came_back(first, "one_folder", 4)], [OTHER_RUNS, ALL_DATA, LOG_ALONE, OPENED], (MET, MISSING))
    scene.says("the same, and nothing but its list", "restic", ["one.json"], part, [good(first)], [ANY_RUN, ALL_DATA, NO_CHECK],
               (MET, OPEN_QUESTION))
    scene.says("a restore that nobody verified", "restic", ["one.json", "check-structure.txt", "unverified.txt"], part,
               [good(first), ("backup.restored", part, "unknown", "export", day,
                              "nothing shows that files came back: they were not held against the copy")],
               [ANY_RUN, ALL_DATA, NOT_READ], (MET, OPEN_QUESTION))
    scene.says("a check alone", "restic", ["check.txt"], part,
               [("backup.last_good", "restic repository", "unknown", "export", day,
                 "no list of snapshots is here: a check or a log does not say of what and when the copies are")],
               [], (OPEN_QUESTION, OPEN_QUESTION), said=("--date", day))

    locked = scene.source / "docs/0.bin"
    locked.chmod(0)
    second = copy("second.log", ends=3, anybody=True)
    locked.chmod(0o600)
    tool("snapshots", "--json", out="two.json")
    scene.says("a run that could not read a file", "restic", ["two.json", "second.log"], part,
               [good(first, [f"a newer one is no good copy: snapshot {second} of {day} left out what could not be read"])],
               [OTHER_RUNS, ALL_DATA, NO_CHECK], (MET, OPEN_QUESTION))
    scene.says("the same without its log, which looks as if all is well", "restic", ["two.json"], part, [good(second)],
               [ANY_RUN, ALL_DATA, NO_CHECK], (MET, OPEN_QUESTION))
    tool("forget", first)
    tool("snapshots", "--json", out="only-partial.json")
    scene.says("no other run than one that could not read a file", "restic", ["only-partial.json", "second.log"], part,
               [("backup.last_good", part, "never", "export", day, f"snapshot {second} of {day} left out what could not be read")],
               [OTHER_RUNS, ALL_DATA, NO_CHECK], (MISSING, OPEN_QUESTION))

    tool("snapshots", "--json", ends=1, err="wrong-password.txt", RESTIC_PASSWORD="wrong")
    scene.refuses("a wrong password", "restic", "wrong-password.txt", "unknown-format")

    third = copy("third.log")
    tool("snapshots", "--json", out="three.json")
    damage(largest(repository / "data"))
    tool("check", out="structure-of-damaged.txt")  # it reads no data, and finds nothing
    out, err = tool("check", "--read-data", ends=1)
    (scene.folder / "damaged.txt").write_bytes(out + err)
    out, err = tool("restore", third, "--target", "not-back", "--verify", ends=1)
    (scene.folder / "not-restored.txt").write_bytes(out + err)
    failed = ("backup.restored", part, f"{{date: {day}, worked: no}}", "test", day, "not all files came back")
    never = ("backup.last_good", part, "never", "export", day, "the repository failed its own check")
    scene.says("a damaged repository", "restic", ["three.json", "third.log", "damaged.txt", "not-restored.txt"], part,
               [never, failed], [OTHER_RUNS, ALL_DATA, LOG_ALONE], (MISSING, MISSING))
    scene.says("a damaged repository whose check read no data", "restic", ["three.json", "structure-of-damaged.txt"], part,
               [good(third)], [ANY_RUN, ALL_DATA, NOT_READ], (MET, OPEN_QUESTION))
    if os.geteuid() == 0:
        whole_system(scene, came_back)


def whole_system(scene, came_back):
    """A small system of its own, restic and what it needs, of which all comes back: once whole, once in part."""
    root, program = scene.folder / "system", shutil.which("restic")
    libraries = re.findall(r"(/\S+) \(0x", scene.runs("ldd", program)[0].decode())
    for path in [program, *libraries]:
        target = root / path.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)

    def tool(*arguments, out=None):
        return scene.runs("chroot", root, program, "--no-cache", *arguments, out=out, RESTIC_REPOSITORY="/mnt/repository")

    for folder in ("mnt", "tmp"):
        (root / folder).mkdir()
    tool("init")
    log = tool("backup", "--json", "--host", HOST, "--exclude", "/mnt", "/")[0]
    snapshot = re.search(rb'"snapshot_id":"(\w+)"', log).group(1).decode()
    (scene.folder / "system.log").write_bytes(log)
    tool("snapshots", "--json", out="system.json")
    tool("restore", "latest", "--target", "/mnt/back", "--verify", out="system.txt")
    tool("restore", "latest", "--target", "/mnt/part", "--include", "/lib*", "--include", "/usr/lib*", "--verify",
         out="part-of-system.txt")
    part, number = f"{HOST} /", 1 + len(libraries)
    good = ("backup.last_good", part, scene.day, "export", scene.day, f"snapshot {snapshot}")
    scene.says("a whole system that came back", "restic", ["system.json", "system.log", "system.txt"], part,
               [good, came_back(snapshot, "whole_system", number, part)], [OTHER_RUNS, ALL_DATA, LOG_ALONE, NO_CHECK, OPENED], (MET, MET))
    scene.says("a part of a system that came back", "restic", ["system.json", "system.log", "part-of-system.txt"], part,
               [good, (*came_back(snapshot, "one_folder", len(libraries), part), "nothing shows that all of the system came back")],
               [OTHER_RUNS, ALL_DATA, LOG_ALONE, NO_CHECK, OPENED], (MET, MISSING))


def borg(scene):
    day, repository = scene.day, scene.folder / "repository"
    scene.environment |= {"BORG_BASE_DIR": str(scene.folder), "BORG_PASSPHRASE": "correct horse", "BORG_REPO": str(repository),
                          "BORG_CHECK_I_KNOW_WHAT_I_AM_DOING": "YES", "BORG_HOSTNAME_IS_UNIQUE": "yes",
                          "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes"}

    def tool(*arguments, **more):
        return scene.runs("borg", "--log-json", *arguments, **more)

    def copy(name, log, **more):
        tool("create", "--json", f"::{name}", "data", out=f"{name}.json", err=log, **more)

    def listed(name):
        tool("list", "--json", "--format", "{hostname}{NL}", out=name)

    def extract(archive, log, *how, **more):
        (scene.folder / log).mkdir()
        tool("extract", "--list", "--show-rc", *how, f"::{archive}", cwd=scene.folder / log, err=f"{log}.log", **more)

    tool("init", "--encryption", "repokey-blake2")
    listed("empty.json")
    scene.says("an empty repository", "borg", ["empty.json"], str(repository),
               [("backup.last_good", str(repository), "never", "export", day, "the list holds no copy")], [NARROWED, NO_CHECK],
               (MISSING, OPEN_QUESTION))

    died = datetime.date.fromisoformat(day) - datetime.timedelta(days=60)
    tool("create", "--timestamp", f"{died}T12:00:00", "::dead", "data")
    tool("list", "--json", out="dead.json")
    scene.says("a backup that died", "borg", ["dead.json"], str(repository),
               [("backup.last_good", str(repository), str(died), "export", day, "archive dead")],
               [MACHINE, ANY_RUN, ALL_DATA, NO_CHECK], (MISSING, OPEN_QUESTION))
    tool("delete", "::dead")
    tool("compact")

    copy("first", "first.log")
    listed("one.json")
    part = json.loads((scene.folder / "one.json").read_text(encoding="utf-8"))["archives"][0]["hostname"]

    def good(archive, note=(), whose=part):
        return ("backup.last_good", whose, day, "export", day, f"archive {archive}", *note)

    tool("list", "--json", out="no-machine.json")
    tool("check", "--info", "--verify-data", err="check.log")
    tool("check", "--info", err="check-structure.log")
    tool("check", err="silent.log")
    extract("first", "back")
    extract("first", "dry", "--dry-run")
    scene.came_back(scene.folder / "back/data")
    scene.faults.expect("what a dry run leaves behind", list((scene.folder / "dry").iterdir()), [])
    unproved = ("backup.restored", part, "unknown", "export", day, "an extract that writes nothing (--dry-run) prints the same")
    for log in ("back.log", "dry.log"):
        scene.says(f"a good copy, and {log}", "borg", ["one.json", "first.json", "check.log", log], part,
                   [good("first"), unproved], [ANY_RUN, ALL_DATA], (MET, OPEN_QUESTION))
    scene.says("a list without machines", "borg", ["no-machine.json", "check-structure.log"], str(repository),
               [good("first", whose=str(repository))], [MACHINE, ANY_RUN, ALL_DATA, NOT_READ], (MET, OPEN_QUESTION))
    scene.faults.expect("what a check prints that was not asked to", (scene.folder / "silent.log").read_bytes(), b"")
    scene.says("a check that prints nothing", "borg", ["silent.log"], part,
               [("backup.last_good", "Borg repository", "unknown", "export", day,
                 "the file is empty: borg prints nothing unless it is asked (--info)")],
               [], (OPEN_QUESTION, OPEN_QUESTION), said=("--date", day))

    locked = scene.source / "docs/0.bin"
    locked.chmod(0)
    copy("second", "second.log", ends=1, anybody=True)
    locked.chmod(0o600)
    listed("two.json")
    scene.says("a run that could not read a file", "borg", ["two.json", "second.json", "second.log"], part,
               [good("first", [f"a newer one is no good copy: archive second of {day} left out what could not be read"])],
               [OTHER_RUNS, ALL_DATA, NO_CHECK], (MET, OPEN_QUESTION))
    tool("delete", "::first")
    listed("only-partial.json")
    scene.says("no other run than one that could not read a file", "borg", ["only-partial.json", "second.json", "second.log"], part,
               [("backup.last_good", part, "never", "export", day, f"archive second of {day} left out what could not be read")],
               [OTHER_RUNS, ALL_DATA, NO_CHECK], (MISSING, OPEN_QUESTION))

    tool("list", "--json", ends=2, err="wrong-password.log", BORG_PASSPHRASE="wrong")
    scene.refuses("a wrong password", "borg", "wrong-password.log", "unknown-format")

    copy("third", "third.log")
    listed("three.json")
    damage(largest(repository / "data"))
    tool("check", "--info", ends=1, err="damaged.log")
    extract("third", "not-back", ends=2)
    failed = ("backup.restored", part, f"{{date: {day}, worked: no}}", "test", day, "the extract ended with an error")
    never = ("backup.last_good", part, "never", "export", day, f"the repository failed its own check of {day}")
    scene.says("a damaged repository", "borg", ["three.json", "third.json", "damaged.log", "not-back.log"], part, [never, failed],
               [ANY_RUN, ALL_DATA], (MISSING, MISSING))
    tool("check", "--repair")
    tool("check", "--info", err="repaired.log")  # it finds no problems any more
    listed("repaired.json")
    scene.says("a repaired repository, of whose files some are zeros", "borg", ["repaired.json", "repaired.log"], part,
               [(*never[:-1], f"data in the repository was found damaged on {day}")],
               [ANY_RUN, ALL_DATA], (MISSING, OPEN_QUESTION))

    scene.environment["BORG_REPO"] = str(scene.folder / "open")
    tool("init", "--encryption", "none")
    copy("readable", "readable.log")
    listed("open.json")
    scene.says("copies that anyone can read", "borg", ["open.json"], part, [good("readable")], [ANY_RUN, ALL_DATA, NO_CHECK, OPEN],
               (MET, OPEN_QUESTION))


def main():
    program, scratch, faults = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve() / "backup", Faults()
    shutil.rmtree(scratch, ignore_errors=True)
    day = day_of_test()
    restic(Scene(program, scratch / "restic", day, faults))
    borg(Scene(program, scratch / "borg", day, faults))
    return faults.tell("restic and BorgBackup: what happened is what the evidence and the score say")


if __name__ == "__main__":
    sys.exit(main())
