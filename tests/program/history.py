#!/usr/bin/env python3
"""history.py PROGRAM SOURCE: what `score --record` keeps is never replaced, never half, never written twice, and reads back."""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from running import Faults, environment, run

NAME = "minimum-standard.json"


def record(program, folder, day, *more, client="client"):
    return run(program, "score", client, "--as-of", day, "--record", "-f", "csv", "-o", "plan.csv", *more, folder=folder)


def names(folder):
    return sorted(os.listdir(folder / "client/history"))


def check_names(program, folder, faults):
    for day in ("2026-11-21", "2026-11-22"):
        faults.expect(f"recorded on {day}", record(program, folder, day),
                      (1, "", f"candor: recorded: client/history/{day}-{NAME}\n"))
    faults.expect("the same again", record(program, folder, "2026-11-21"),
                  (1, "", f"candor: recorded already: client/history/2026-11-21-{NAME}\n"))
    first = (folder / f"client/history/2026-11-21-{NAME}").read_bytes()
    inventory = folder / "client/inventory.yaml"
    before = inventory.read_text()
    inventory.write_text(before + "facts: {firewall: {inbound_closed: yes}}\n")
    faults.expect("another one of that day", record(program, folder, "2026-11-21")[2],
                  "candor: recorded: client/history/2026-11-21-minimum-standard-2.json\n")
    inventory.write_text(before)
    faults.expect("the first one, once more", record(program, folder, "2026-11-21")[2],
                  f"candor: recorded already: client/history/2026-11-21-{NAME}\n")
    faults.expect("all of them", names(folder), ["2026-11-21-minimum-standard-2.json", f"2026-11-21-{NAME}", f"2026-11-22-{NAME}"])
    faults.expect("the first one is as it was", (folder / f"client/history/2026-11-21-{NAME}").read_bytes(), first)
    faults.expect("nobody else may read it", (folder / f"client/history/2026-11-21-{NAME}").stat().st_mode & 0o777, 0o600)
    faults.expect("a file alone has no history", record(program, folder, "2026-11-21", client="client/inventory.yaml"),
                  (2, "", "candor: error: --record keeps the result in a client's folder, and this is a file alone\n"
                          "  hint: name the folder that holds the inventory\n"))


def check_reading_back(program, folder, faults):
    """A record judged again is what was recorded, and compared with its client nothing changed."""
    for client in sorted((folder / "examples").iterdir()):
        if not (client / "inventory.yaml").exists():
            continue
        name = f"examples/{client.name}"
        run(program, "score", name, "--as-of", "2026-11-21", "--record", "-o", "x.json", folder=folder)
        status, out, error = run(program, "compare", f"{name}@2026-11-21", name, "--as-of", "2026-11-21", "-f", "json", folder=folder)
        faults.expect(f"{name}: compared", (status, error), (0, ""))
        made = json.loads(out)
        nothing = {"proved": 0, "claimed": 0, "at_best": 0}
        faults.expect(f"{name}: the difference", made["difference"], nothing)
        faults.expect(f"{name}: causes", [step["points"] for step in made["causes"]], [nothing] * 6)
        faults.expect(f"{name}: news", [control["news"] for control in made["controls"] if control["news"]], [])
        whole = json.loads((folder / "x.json").read_text())
        faults.expect(f"{name}: the score", made["after"]["score"], whole["score"])


def check_broken(program, folder, faults):
    good = (folder / f"client/history/2026-11-22-{NAME}").read_text()
    target = folder / f"client/history/2026-11-23-{NAME}"
    where = f"client/history/2026-11-23-{NAME}"
    cases = {
        "cut off": (good[:len(good) // 2], "bad-json"),
        "no record": ("{}", "no-record"),
        "a list": ("[]", "no-record"),
        "a newer one": (good.replace("candor-record/1", "candor-record/2"), "newer-format"),
        "an unknown outcome": (good.replace('"outcome": "unknown"', '"outcome": "unbekannt"', 1), "bad-choice"),
        "more than all": (good.replace('"high": 1000000', '"high": 1000001', 1), "bad-value"),
        "a NUL": (good.replace('"program"', '"pro\0gram"', 1), "bad-json"),
        "points that do not follow": (good.replace('"at_best": 100', '"at_best": 99', 1), "bad-value"),
        "twice the same key": (good.replace('"program": "candor 0.1.0"', '"program": "a", "program": "b"', 1), "repeated-key"),
    }
    for what, (text, code) in cases.items():
        target.write_text(text)
        for command in (["history", "client"], ["score", "client", "--as-of", "2026-12-01", "--no-worse-than", "last"],
                        ["compare", "last", "client"]):
            status, out, error = run(program, *command, folder=folder)
            faults.expect(f"{what}: {command[0]}", (status, out, f"[{code}]" in error, error.startswith(where)), (3, "", True, True))
        status, out, error = run(program, "score", "client", "--as-of", "2026-12-01", folder=folder)
        faults.expect(f"{what}: the report goes without the past", (status, "Since last time" in out, f"{where}:" in error,
                                                                    "warning: the report says nothing of last time" in error),
                      (1, False, True, True))
    target.write_text(good.replace("Fellside", "Farside"))
    given = run(program, "score", "client", "--as-of", "2026-12-01", "--no-worse-than", "last", folder=folder)
    faults.expect("another client's record", given,
                  (3, "", f"{where}: error: this is the result of `Farside Physio` [other-client]\n       hint: name one of `Fellside Physio`\n"))
    target.unlink()
    for command in (["compare", "client@2026-11-21", "client@2026-11-22"], ["history", "client"]):
        for kept in (f"client/history/2026-11-21-{NAME}", "client/inventory.yaml"):
            before = (folder / kept).read_bytes()
            status, _, error = run(program, *command, "-f", "html", "-o", kept, folder=folder)
            faults.expect(f"{command[0]} over {kept}", (status, "cannot be written" in error, (folder / kept).read_bytes() == before), (4, True, True))
    second = (folder / "client/history/2026-11-21-minimum-standard-2.json").read_text()
    (folder / "kept.record.json").write_text(second.replace('"inbound_closed": "yes"', '"inbound": "yes"'))
    status, out, error = run(program, "compare", "kept.record.json", "client", folder=folder)
    faults.expect("a fact that this program does not know", (status, out, error.split(": ")[-1:], "kept.record.json:" in error),
                  (3, "", error.split(": ")[-1:], True))


def check_compare_faults(program, folder, faults):
    shutil.copytree(folder / "examples/dental", folder / "other")
    shutil.rmtree(folder / "other/history")
    shutil.copytree(folder / "examples/northgate-it", folder / "northgate-it")
    compare = ["compare", "--as-of", "2026-12-01"]
    given = run(program, *compare, "client@last", "other", folder=folder)
    faults.expect("two clients", given, (2, "", "candor: error: `Fellside Physio` and `Quayside Dental` are two clients\n"
                                                "  hint: compare a client with itself\n"))
    given = run(program, "compare", "2026-11-21", "last", folder=folder)
    faults.expect("two days of nobody", given, (2, "", "candor: error: `2026-11-21` and `last` name no client\n"
                                                       "  hint: write CLIENT@2026-11-21\n"))
    given = run(program, "compare", "client@2026-11-22", "client@2026-11-21", folder=folder)
    faults.expect("the wrong way round", given,
                  (2, "", "candor: error: OLD is of 2026-11-22, after NEW, which is of 2026-11-21\n"
                          "  hint: name the older one first, or the day of NEW with --as-of\n"))
    given = run(program, *compare, "client@2026-01-01", "client", folder=folder)
    faults.expect("a day without a record", given,
                  (3, "", "client/history: error: nothing was recorded on 2026-01-01 against `minimum-standard` [no-record]\n"
                          "       hint: recorded are 2026-11-21, 2026-11-22\n"))
    given = run(program, *compare, "last", "other", folder=folder)
    faults.expect("no record at all", given,
                  (3, "", "other/history: error: nothing was recorded yet against `minimum-standard` [no-record]\n"
                          "       hint: `candor score CLIENT --record` keeps a result\n"))
    run(program, "score", "client", "--as-of", "2026-11-21", "-o", "plain.json", folder=folder)
    given = run(program, *compare, "plain.json", "client", folder=folder)
    faults.expect("a result without what it was made from", given,
                  (3, "", "plain.json: error: this file says what the assessment came to, not what it was made from [no-inputs]\n"
                          "       hint: `-f record` and --record keep both\n"))


def check_no_worse(program, folder, faults):
    """After a good, a bad and a worse run in a row the measure is still the good one."""
    client = folder / "meeting"
    shutil.copytree(folder / "examples/meets-with-proof", client)
    shutil.rmtree(client / "history", ignore_errors=True)
    inventory = client / "inventory.yaml"
    good = inventory.read_text()
    bad = good.replace("shortest: 14", "shortest: 6")
    worse = "".join(line for line in bad.splitlines(True) if "{for: firewall," not in line)
    assert good != bad != worse

    def scored(text, day, *more):
        inventory.write_text(text)
        status, _, error = run(program, "score", "meeting", "--as-of", day, "--no-worse-than", "last", "-o", "plan.csv", *more, folder=folder)
        return status, [line for line in error.splitlines() if "no-worse-than" in line]
    line = "candor: limit {}: --no-worse-than last: {}".format
    faults.expect("nothing recorded yet", scored(good, "2026-11-21", "--record"), (0, [line("held", "nothing was recorded before")]))
    held = line("held", "verdict, proved points and proved controls are no worse than on 21 November 2026")
    faults.expect("as good as before", scored(good, "2026-11-22"), (0, [held]))
    status, lines = scored(bad, "2026-11-23", "--record")
    faults.expect("bad", (status, "on 21 November 2026" in lines[0]), (1, True))
    status, lines = scored(worse, "2026-11-24", "--record")
    faults.expect("worse, and held against the good one", (status, "on 21 November 2026" in lines[0]), (1, True))
    status, lines = scored(bad, "2026-11-25", "--record")
    faults.expect("bad again is not better than the worse one", (status, "on 21 November 2026" in lines[0]), (1, True))
    faults.expect("good again", scored(good, "2026-11-26", "--record"), (0, [held]))
    kept = sorted(os.listdir(client / "history"))
    scored(good, "2026-11-26", "--record")
    faults.expect("the same again, now measured by itself, is not written twice", sorted(os.listdir(client / "history")), kept)
    faults.expect("the newest good one counts", scored(good, "2026-11-27"),
                  (0, [line("held", "verdict, proved points and proved controls are no worse than on 26 November 2026")]))
    # One that never held its limits is measured by its first record, whatever its verdict.
    shutil.rmtree(client / "history")
    scored(bad, "2026-11-21", "--record", "--min-proved", "100")
    status, lines = scored(bad, "2026-11-22", "--record", "--min-proved", "100")
    faults.expect("as bad as the first", lines, [held])
    status, lines = scored(worse, "2026-11-23", "--record", "--min-proved", "100", "--accept", "below")
    faults.expect("worse than the first", "broken" in lines[0], True)
    # A standard whose own name ends in a number: the second of a day is the newer one.
    shutil.rmtree(client / "history")
    (folder / "cis.yaml").write_text('candor: 1\nprofile: {id: cis-18, version: "1", title: T, about: A., extends: minimum-standard}\n')
    scored(bad, "2026-11-21", "--record", "-p", "cis.yaml")
    scored(good, "2026-11-21", "--record", "-p", "cis.yaml")
    faults.expect("a number in the standard's name", scored(bad, "2026-11-22", "-p", "cis.yaml")[0], 1)
    # A file instead of the history, in either format.
    for form in ("json", "record"):
        inventory.write_text(good)
        run(program, "score", "meeting", "--as-of", "2026-11-21", "-f", form, "-o", "kept.json", folder=folder)
        inventory.write_text(worse)
        given = run(program, "score", "meeting", "--as-of", "2026-11-24", "--no-worse-than", "kept.json", "-o", "plan.csv", folder=folder)
        faults.expect(f"a file: {form}", (given[0], [text for text in given[2].splitlines() if "kept.json" in text][0]), (1, WORSE))
    given = run(program, "score", "client", "--no-worse-than", "kept.json", folder=folder)
    faults.expect("another client's", given, (3, "", "kept.json: error: this is the result of `Harrow Lane Joinery` [other-client]\n"
                                                     "       hint: name one of `Fellside Physio`\n"))
    given = run(program, "score", "-", "--no-worse-than", "last", folder=folder, stdin=good.encode())
    faults.expect("standard input has no history", given[0], 2)


WORSE = ("candor: limit broken: --no-worse-than kept.json: 90 of 100 points were proved on 21 November 2026, 85 are now; no longer "
         'proved in full: "A closed gate to the internet" and "Passwords that are hard to guess"')


def check_killed(program, folder, faults):
    """Killed at any moment: every file in the history is whole."""
    dice = random.Random(7)
    start = time.monotonic()
    record(program, folder, "2027-01-01")
    longest = time.monotonic() - start
    killed = 0
    for attempt in range(40):
        day = f"2027-02-{attempt % 28 + 1:02}"
        running = subprocess.Popen([program, "score", "client", "--as-of", day, "--record", "-f", "csv", "-o", "plan.csv"], cwd=folder,
                                   env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.random() * longest)
        running.send_signal(signal.SIGKILL)
        killed += running.wait() == -signal.SIGKILL
    for path in (folder / "client/history").glob("*.json"):
        try:
            json.loads(path.read_text())
        except ValueError as error:
            faults.append(f"{path}: {error}")
    faults.expect("at least some runs were killed", killed > 0, True)
    faults.expect("the history still reads", run(program, "history", "client", folder=folder)[0], 0)


def check_full_disk(program, folder, faults):
    """No room for the record: status 4 and nothing half written. A limit on a file's size does as a small disk would."""
    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = names(folder)
    done = subprocess.run([program, "score", "client", "--as-of", "2027-03-01", "--record"], cwd=folder, env=environment(),
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=small, check=False)
    faults.expect("no room for the record", (done.returncode, done.stderr),
                  (4, f"candor: error: `client/history/2027-03-01-{NAME}` cannot be written: File too large\n".encode()))
    faults.expect("what is there", [name for name in names(folder) if not name.startswith(".")],
                  [name for name in before if not name.startswith(".")])
    small_disk = folder / "small"
    small_disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(small_disk)], capture_output=True, check=False).returncode:
        return  # only root can
    try:
        (small_disk / "client").mkdir()
        shutil.copy(folder / "examples/empty/inventory.yaml", small_disk / "client")
        given = record(program, small_disk, "2027-03-01")
        faults.expect("a full disk", given, (4, "", f"candor: error: `client/history/2027-03-01-{NAME}` cannot be written: no space left\n"))
        faults.expect("nothing half written", names(small_disk), [])
        subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
        given = run(program, "score", "small/client", "--as-of", "2027-03-02", "--record", "-o", "plan.csv", folder=folder)
        faults.expect("a read-only disk", given, (4, "", "candor: error: `small/client/history` cannot be written into: the disk is read-only\n"))
    finally:
        subprocess.run(["umount", str(small_disk)], check=True)


def check_strange_targets(program, folder, faults):
    client = folder / "client"
    shutil.move(client / "history", folder / "elsewhere")
    (client / "history").symlink_to("../elsewhere")
    given = record(program, folder, "2027-04-01")
    faults.expect("a folder that leads out", given,
                  (4, "", f"candor: error: `client/history/2027-04-01-{NAME}` cannot be written: "
                          "`history` is a link that leads out of the client's folder\n"))
    given = run(program, "history", "client", folder=folder)
    faults.expect("and is not read", (given[0], given[1], given[2].splitlines()[0]),
                  (3, "", "client/history: error: `history` is a link that leads out of the client's folder [unreadable]"))
    (client / "history").unlink()
    (client / "history").write_text("a file\n")
    given = run(program, "score", "client", "--as-of", "2027-04-01", "--record", "-o", "plan.csv", folder=folder)
    faults.expect("a file in its place", given, (4, "", "candor: error: `client/history` cannot be written into: it is not a folder\n"))
    (client / "history").unlink()
    shutil.move(folder / "elsewhere", client / "history")
    target = client / f"history/2027-04-01-{NAME}"
    target.symlink_to("/dev/full")
    given = record(program, folder, "2027-04-01")
    faults.expect("a link in its place", given[0], 1)
    faults.expect("it is still the link", os.readlink(target), "/dev/full")
    target.unlink()
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([program, "score", "client", "--as-of", "2027-05-01", "--record"], cwd=folder, env=environment(),
                          stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    faults.expect("a reader that has gone", done.returncode, 4)
    faults.expect("the record is kept all the same", (client / f"history/2027-05-01-{NAME}").exists(), True)


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(source / "examples/empty", folder / "client")
        shutil.copytree(source / "examples", folder / "examples")
        check_names(program, folder, faults)
        check_reading_back(program, folder, faults)
        check_broken(program, folder, faults)
        check_compare_faults(program, folder, faults)
        check_no_worse(program, folder, faults)
        check_killed(program, folder, faults)
        check_full_disk(program, folder, faults)
        check_strange_targets(program, folder, faults)
    return faults.tell("what is recorded stays, whole, and reads back")


if __name__ == "__main__":
    sys.exit(main())
