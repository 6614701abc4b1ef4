#!/usr/bin/env python3
"""faults.py PROGRAM SOURCE: a few faults of the disk and of memory at the places that matter (tests/faults/run tries them all), how
files are written, and that the judge of faults notices one that was planted."""
import fcntl
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "faults"))
import inject  # noqa: E402
from inject import Fault  # noqa: E402
from running import AS_OF, Faults, environment, run  # noqa: E402

ROUNDS = 30 // int(os.environ.get("CANDOR_SAMPLE", "1")) + 4
WRITING = ["score over a file", "score beside the client", "score --record", "import", "prove --append"]
NEW = {"score beside the client": "client/report.json", "score --record": "client/history/2026-11-21-minimum-standard.json",
       "score --record, the first": "fresh/history/2026-11-21-minimum-standard.json",
       "import": "client/evidence/google-2026-11-21-", "import, the first": "fresh/evidence/google-2026-11-21-",
       "init": "new/client/inventory.yaml", "prove --append, the first": "fresh/evidence/proof.yaml",
       "prove --append": "client/evidence/proof.yaml"}


def check_few(bench, faults):
    """The last call of each kind that a write rests on, the first allocations, and a few more."""
    pairs = []
    for verb in WRITING:
        counts = bench.calls(verb)
        for call, error in (("write", "ENOSPC"), ("fsync", "EIO"), ("rename", "EXDEV"), ("renameat2", "EINVAL"),
                            ("renameat2,link", "EPERM"), ("close", "EDQUOT"), ("write", 0), ("read", "EIO")):
            if counts[call]:
                pairs += [(verb, Fault(call, at, error, call == "renameat2,link")) for at in {1, counts[call]}]
        if counts["malloc"]:
            step = max(1, counts["malloc"] // 6)
            pairs += [(verb, Fault("malloc", at, "ENOMEM", at % 2 == 0)) for at in (1, 2, *range(step, counts["malloc"], step))]
    pairs += [(verb, Fault("realpath", at, "EIO", False)) for verb in ("score into evidence", "score over the inventory")
              for at in range(max(1, bench.calls(verb)["realpath"] - 5), bench.calls(verb)["realpath"] + 1)]
    counts, wrong = inject.inject_all(bench, pairs, lambda text: None)
    faults.extend(wrong)
    return sum(counts.values())


def check_how_written(bench, faults):
    """Beside its target, for nobody else, never through a link, flushed, then renamed, then the folder flushed: from the calls."""
    for verb, name in NEW.items():
        good, lines = bench.good_run(verb)
        target = next(path for path in good.files if path.startswith(name))
        folder = os.path.dirname(target)
        at = [i for i, line in enumerate(lines) if line[0] == "open" and "/.candor-" in line[1] and line[3] != "-1"]
        faults.expect(f"{verb}: drafts", len(at), 1)
        calls = [(call, path, int(detail, 8)) for call, path, detail, *_ in lines[at[0]:] if call in ("open", "fsync", "rename", "renameat2")
                 and (os.path.dirname(path) == folder or path == folder)]
        calls = [call for call in calls if call[1] != target or call[0] != "open"]  # it is looked at too
        draft = calls[0][1]
        flags = calls[0][2] & 0xFFFFFFFF
        wanted = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        faults.expect(f"{verb}: how the draft is opened", flags & wanted, wanted)
        faults.expect(f"{verb}: its folder", os.path.dirname(draft), folder)
        steps = [(call, path) for call, path, _ in calls[1:] if call != "open"]
        is_new = target not in bench.before
        rename = "renameat2" if is_new and verb != "score beside the client" else "rename"
        faults.expect(f"{verb}: the steps", steps, [("fsync", draft), (rename, target), ("fsync", folder)])
        if is_new:
            faults.expect(f"{verb}: who may read it", oct(good.files[target][0]), "0o600")
            faults.expect(f"{verb}: who may read the draft", oct(calls[0][2] >> 32), "0o600")


def check_left_behind(bench, faults):
    """A draft whose run was killed goes with the next write; one that somebody works on stays, and so do files of other names."""
    place = bench.copy() / "w"
    history = place / "client/history"
    (history / ".candor-1-0.tmp").write_text("half")
    (history / ".candor-notes.tmp").write_text("somebody's")
    with open(history / ".candor-2-0.tmp", "w", encoding="utf-8") as busy:
        fcntl.flock(busy, fcntl.LOCK_EX)
        subprocess.run([bench.program, *inject.VERBS["score --record"]], cwd=place, env=environment(), capture_output=True,
                              check=False)
        faults.expect("what is left", sorted(os.listdir(history)),
                      [".candor-2-0.tmp", ".candor-notes.tmp", inject.RECORD, "2026-11-21-minimum-standard.json"])


def check_killed(bench, faults):
    """Killed at any moment, import and prove leave whole files alone; the next write takes away what was left."""
    dice = random.Random(7)
    place = bench.copy() / "w"
    before = {name: (place / name).read_bytes() for name in ("client/inventory.yaml", "client/evidence/proof.yaml", "users.csv")}
    users = before["users.csv"].decode()
    longest, killed = 0.0, 0
    for attempt in range(ROUNDS):
        (place / "users.csv").write_text(users.replace("rob", f"rob{attempt}"))
        verb = ("import", "prove --append")[attempt % 2]
        begun = time.monotonic()
        running = subprocess.Popen([bench.program, *inject.VERBS[verb]], cwd=place, env=environment(), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        if attempt > 1:
            time.sleep(dice.random() * longest)
            running.send_signal(signal.SIGKILL)
        killed += running.wait() == -signal.SIGKILL
        if attempt <= 1:
            longest = max(longest, time.monotonic() - begun)
    faults.expect("at least some were killed", killed > 0, True)
    faults.expect("the inventory", (place / "client/inventory.yaml").read_bytes(), before["client/inventory.yaml"])
    proof = (place / "client/evidence/proof.yaml").read_bytes()
    faults.expect("the proof that was there", proof.startswith(before["client/evidence/proof.yaml"]), True)
    faults.expect("proved once", proof.count(b"mfa.admin_accounts"), 1)
    faults.expect("all of it reads", run(bench.program, "check", "client", "--as-of", AS_OF, folder=place)[0], 0)
    (place / "users.csv").write_text(users)
    faults.expect("the next import", run(bench.program, *inject.VERBS["import"], folder=place)[0], 0)
    faults.expect("drafts", [name for name in os.listdir(place / "client/evidence") if name.startswith(".")], [])


def check_small_disk(bench, faults):
    """A file may not grow beyond half of what it is to be, and nobody ignores the signal for the program; a full disk; a read-only
    one."""
    for verb in ("import", "prove --append", "score --record", "score as xlsx"):
        good, _ = bench.good_run(verb)
        size = max(len(there[-1]) for name, there in good.files.items() if bench.before.get(name) != there) // 2
        for _, found in inject.small_files(bench, verb, [size]):
            faults.extend(f"{verb}: no file beyond {size} bytes: {what}" for what in found)
    place = bench.copy()
    disk = place / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(disk)], capture_output=True, check=False).returncode:
        return  # only root can
    try:
        shutil.copytree(place / "w/client", disk / "client")
        shutil.copy2(place / "w/users.csv", disk)
        with open(disk / "filler", "wb", buffering=0) as filler:
            try:
                while filler.write(bytes(4096)):
                    pass
            except OSError:
                pass
        before = inject.files_in(disk)
        for state, why in (("full", b"no space left"), ("read-only", b"the disk is read-only")):
            if state == "read-only":
                subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            for verb in ("import", "prove --append", "score beside the client"):
                done = subprocess.run([bench.program, *inject.VERBS[verb]], cwd=disk, env=environment(), capture_output=True, check=False)
                faults.expect(f"{verb}, a {state} disk", (done.returncode, why in done.stderr), (4, True))
                faults.expect(f"{verb}, what is on a {state} disk", inject.files_in(disk) == before, True)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def check_judge(bench, faults):
    """What must be noticed is noticed."""
    good, _ = bench.good_run("score --record")
    record = NEW["score --record"]
    half = (0o600, good.files[record][1][:-1])
    planted = {
        "a signal": good._replace(status=-9),
        "a short output": good._replace(output=good.output[:-1]),
        "silence": good._replace(status=4, output=b"", error=b""),
        "half a record": good._replace(status=4, files={**good.files, record: half}, error=b"x"),
        "a draft": good._replace(files={**good.files, "client/history/.candor-1-0.tmp": half}),
        "no record": good._replace(files={name: there for name, there in good.files.items() if name != record}),
        "an inventory that is gone": good._replace(
            files={name: there for name, there in good.files.items() if name != "client/inventory.yaml"}),
        "another inventory": good._replace(files={**good.files, "client/inventory.yaml": (0o644, b"")}),
        "a file for all": good._replace(files={**good.files, record: (0o644, good.files[record][1])}),
    }
    for what, given in planted.items():
        if not inject.judge(good, given, bench.before, None):
            faults.append(f"{what} is not noticed")
    faults.expect("nothing wrong", inject.judge(good, good, bench.before, None), [])


def main():
    if shutil.which(os.environ.get("CC", "cc")) is None:
        print("no C compiler")
        return 77
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        bench = inject.Bench(sys.argv[1], sys.argv[2], name)
        count = check_few(bench, faults)
        check_how_written(bench, faults)
        check_left_behind(bench, faults)
        check_killed(bench, faults)
        check_small_disk(bench, faults)
        check_judge(bench, faults)
    return faults.tell(f"{count} faults, each told, and each file old or new")


if __name__ == "__main__":
    sys.exit(main())
