"""Puts one fault at a time into a run of the program (shim.c) and judges what is there afterwards.

What holds after every fault: the exit status is one of 0 to 4 and tells; a status that speaks of a whole result comes
with a whole result; something is said on standard error; every file is as it was or as the run was to make it; no draft
and no private folder is left, and what is left all the same is named.
"""
import collections
import concurrent.futures
import errno
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import threading

from running import environment
from verbs import VERBS, make_folder

HERE = pathlib.Path(__file__).parent
RECORD = "2026-11-20-minimum-standard.json"
LIMIT = 60  # seconds for one run; a run that takes longer hangs

# What each call may come back with. 0: it takes few bytes.
ERRORS = {
    "open": ["EIO", "EACCES", "EMFILE", "ENOSPC", "EINTR"],
    "read": ["EIO", "EINTR", "EAGAIN", "EISDIR", 0],
    "write": ["EIO", "ENOSPC", "EDQUOT", "EFBIG", "EINTR", "EAGAIN", "EPERM", 0],
    "write-output": ["EIO", "ENOSPC", "EDQUOT", "EINTR", "EAGAIN", "EPIPE", 0],
    "write-error": ["EIO", "ENOSPC", "EINTR", "EAGAIN", "EPIPE", 0],
    "close": ["EIO", "ENOSPC", "EDQUOT", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EDQUOT", "EINTR", "EINVAL"],
    "flock": ["ENOLCK", "EINTR", "EWOULDBLOCK", "EOPNOTSUPP"],
    "fchmod": ["EPERM", "EIO"],
    "rename": ["EIO", "ENOSPC", "EXDEV", "EPERM", "EACCES", "EDQUOT"],
    "renameat2": ["EIO", "ENOSPC", "EXDEV", "EPERM", "EINVAL", "ENOSYS"],
    "link": ["EIO", "EPERM", "EXDEV", "EOPNOTSUPP", "EMLINK"],
    "renameat2,link": ["EINVAL", "EPERM"],
    "unlink": ["EIO", "EPERM", "EBUSY"],
    "mkdir": ["EIO", "ENOSPC", "EDQUOT", "EACCES"],
    "access": ["EIO", "EACCES"],
    "stat": ["EIO", "EACCES"],
    "lstat": ["EIO", "EACCES"],
    "fstat": ["EIO", "EOVERFLOW"],
    "opendir": ["EIO", "EACCES", "EMFILE"],
    "readdir": ["EIO", "ENOENT"],
    "realpath": ["EIO", "EACCES", "ENOMEM"],
    "getcwd": ["ENOENT", "ENOMEM"],
    "mkdtemp": ["EACCES", "ENOSPC"],
    "fopen": ["EMFILE", "ENOSPC"],
    "fwrite": ["ENOSPC"],
    "fread": ["EIO"],
    "fclose": ["ENOSPC"],
    "fflush": ["ENOSPC"],
    "dlopen": ["ENOMEM"],
}
ONLY_ONCE = {"EINTR", "EAGAIN"}  # a call that says so for ever may be asked for ever
ONLY_EVER = {"fwrite"}  # what a full disk refuses is a whole buffer, never one word of a text
AS_IF_NOTHING = {("read", "EINTR"), ("read", 0), ("write", "EINTR"), ("write", 0), ("write-output", "EINTR"),
                 ("write-output", 0), ("write-output", "EAGAIN"), ("fsync", "EINTR"), ("renameat2", "EINVAL"),
                 ("renameat2", "ENOSYS"), ("flock", "ENOLCK"), ("flock", "EOPNOTSUPP")}

Fault = collections.namedtuple("Fault", "call at error ever")
Given = collections.namedtuple("Given", "status output error files")


def told(fault):
    name = fault.error if fault.error else "few bytes"
    return f"{fault.call} no. {fault.at}{' and all after it' if fault.ever else ''}: {name}"


class Bench:
    """The program, the shim, and a folder to work in."""

    def __init__(self, program, source, folder):
        self.program, self.folder = os.path.abspath(program), pathlib.Path(folder)
        self.is_sanitized = b"__asan_init" in pathlib.Path(program).read_bytes()
        self.shim = self.folder / "shim.so"
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-w", *(["-DNO_ALLOCATIONS"] if self.is_sanitized else []),
                        "-o", self.shim, HERE / "shim.c", "-ldl"], check=True)
        self.model = self.folder / "model"
        self.model.mkdir()
        make_folder(self.program, pathlib.Path(source), self.model)
        self.before = files_in(self.model)
        self.good, self.forgetful, self.lock = {}, {}, threading.Lock()

    def copy(self):
        place = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        shutil.copytree(self.model, place / "w", copy_function=shutil.copy2)
        (place / "w/same-inventory.yaml").unlink()
        os.link(place / "w/client/inventory.yaml", place / "w/same-inventory.yaml")
        return place

    def run(self, verb, variables=None, log=None, preload=None, **more):
        """What one run gives, in a copy of the folder. `preload`: more than the shim."""
        place = self.copy()
        try:
            extra = {"TMPDIR": str(place / "w/tmp"), "LD_PRELOAD": str(preload or self.shim), **(variables or {})}
            if self.is_sanitized:
                extra["ASAN_OPTIONS"] = "verify_asan_link_order=0:detect_leaks=1:exitcode=99"
            if log:
                extra["FAULT_LOG"] = str(log)
            try:
                done = subprocess.run([self.program, *VERBS[verb]], cwd=place / "w", env=environment(**extra), input=b"",
                                      capture_output=True, timeout=LIMIT, check=False, **more)
            except subprocess.TimeoutExpired:
                return Given("a hang", b"", b"", files_in(place / "w"))
            return Given(done.returncode, done.stdout, done.stderr, files_in(place / "w"))
        finally:
            shutil.rmtree(place)

    def good_run(self, verb):
        """Without a fault, and the calls it makes: lines of the log, split."""
        if verb not in self.good:
            log = self.folder / f"log-{len(self.good)}"
            given = self.run(verb, {"FAULT_CALL": "malloc"}, log=log)
            lines = [line.split("\t") for line in log.read_text(errors="replace").splitlines()]
            self.good[verb] = given, lines
        return self.good[verb]

    def calls(self, verb):
        """How often each call is made."""
        _, lines = self.good_run(verb)
        counts = collections.Counter(line[0] for line in lines)
        counts["malloc"] = max((int(line[3]) for line in lines if line[0] == "malloc"), default=0)
        counts["renameat2,link"] = counts["renameat2"] + counts["link"]
        counts["link"] += counts["renameat2"]  # with the first refused, the other is asked
        return counts

    def inject(self, verb, fault):
        """The faults of what came out."""
        variables = {"FAULT_CALL": fault.call, "FAULT_AT": str(fault.at),
                     "FAULT_ERRNO": str(getattr(errno, fault.error) if fault.error else 0)}
        if fault.ever:
            variables["FAULT_EVER"] = "1"
        return self.judge(verb, self.run(verb, variables), fault)

    def judge(self, verb, given, fault):
        good, _ = self.good_run(verb)
        # What of the past cannot be read is worth a word, and the report goes without.
        if b"the report says nothing of last time" in given.error:
            good = self.forgetful_run(verb)
        return judge(good, given, self.before, fault)

    def forgetful_run(self, verb):
        """The good run where no record can be read."""
        with self.lock:
            if verb not in self.forgetful:
                good, lines = self.good_run(verb)
                place = str([line[1] for line in lines if line[0] in ("opendir", "open")].index("client/history/" + RECORD) + 1)
                without = self.run(verb, {"FAULT_CALL": "open,opendir", "FAULT_AT": place, "FAULT_ERRNO": str(errno.EIO)})
                assert b"the report says nothing of last time" in without.error, without.error
                self.forgetful[verb] = good._replace(output=without.output, files=without.files)
            return self.forgetful[verb]


def files_in(folder):
    """Every file and folder: its mode and what is in it."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        name = str(path.relative_to(folder))
        found[name] = ("folder",) if path.is_dir() else (status.st_mode & 0o777, path.read_bytes())
    return found


def is_as_good(there, wanted):
    """The same; or for us alone, where nobody could tell whose folder it is."""
    return there == wanted or there is not None and there[0] == 0o600 and there[1:] == wanted[1:]


def is_kept_once_more(name, given):
    """What lies under the name, or whether anything does, could not be seen: it is kept under the next."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-2{dot}{ending}" in given.files


def wrong_files(good, given, before, fault):
    """Every file is as it was, or as it was to become."""
    # Whoever cannot remove a thing says its name.
    cannot_remove = fault is not None and (fault.call in ("unlink", "open", "opendir", "readdir") or fault.call == "malloc" and fault.ever)
    for name, was in before.items():
        if name not in given.files:
            yield f"{name} is gone"
        elif given.files[name] not in (was, good.files[name]):
            yield f"{name} is neither the old nor the new one"
    whole = {good.files[name][1] for name in good.files if name not in before and len(good.files[name]) == 2}
    for name, there in given.files.items():
        if name in before:
            continue
        if there == ("folder",) and any(other.startswith(name) for other in good.files if other not in before):
            continue
        if name in good.files and is_as_good(there, good.files[name]):
            continue
        # What lies there could not be read, so the same was kept once more, under the next name.
        if name.startswith(("client/history/2", "client/evidence/google-2")) and there[0] == 0o600 and there[1] in whole:
            continue
        if cannot_remove and any(len(part) > 5 and part.encode() in given.error for part in name.split("/")[1:]):
            continue
        yield f"{name} is left behind ({there[0] if there == ('folder',) else oct(there[0])}, {len(there[-1])} bytes)"


def judge(good, given, before, fault):
    """What is wrong after a fault, a line each."""
    wrong = list(wrong_files(good, given, before, fault))
    if given.status not in (0, 1, 2, 3, 4):
        wrong.append(f"exit status {given.status}")
    if given.status in (0, 1) and given.status != good.status:
        wrong.append(f"exit status {given.status}, without the fault {good.status}")
    if given.status == good.status and given.status in (0, 1):
        if given.output != good.output:
            wrong.append(f"exit status {given.status}, and {len(given.output)} of {len(good.output)} bytes of the result")
        for name, there in good.files.items():
            if not is_as_good(given.files.get(name), there) and not is_kept_once_more(name, given):
                wrong.append(f"exit status {given.status}, and {name} is not what it was to be")
    if given.status == 2 and good.status != 2:
        wrong.append("the command line is blamed")
    if given.status not in (0, 1) and not good.output.startswith(given.output):
        wrong.append("the output is no beginning of the result")
    nobody_to_tell = fault is not None and (fault.call == "write-error" or fault.error == "EPIPE")
    if given.status not in (0, 1) and not given.error and not nobody_to_tell:
        wrong.append("nothing is said")
    if b"Sanitizer" in given.error or b"runtime error" in given.error:
        wrong.append("a sanitizer complains")
    if fault is not None and (fault.call, fault.error) in AS_IF_NOTHING and given.status != good.status:
        wrong.append("it gives up, and need not")
    if fault is not None and fault.call == "malloc" and given.status == 3 and b"out of memory" not in given.error:
        wrong.append("it does not say that memory was short")
    if wrong:
        wrong.append(given.error.decode(errors="replace")[-1500:].rstrip())
    return wrong


def call_faults(counts, sample, dice):
    """Each call of each kind that can fail, with each error, once and for ever; of many, a sample."""
    for call, errors in ERRORS.items():
        for error in errors:
            for ever in (False, True):
                if ever and error in ONLY_ONCE or not ever and call in ONLY_EVER:
                    continue
                places = range(1, counts[call] + 1)
                if len(places) > sample:
                    places = sorted({1, 2, counts[call], *dice.sample(places, sample - 3)})
                for at in places:
                    yield Fault(call, at, error, ever)


def memory_faults(count, first, sample, dice):
    """The first so many allocations, and a sample of the others; once, and for ever after."""
    places = list(range(1, min(first, count) + 1))
    rest = range(first + 1, count + 1)
    places += sorted(dice.sample(rest, min(sample, len(rest))))
    for at in places:
        yield Fault("malloc", at, "ENOMEM", False)
        yield Fault("malloc", at, "ENOMEM", True)


def small_files(bench, verb, sizes):
    """No file may grow beyond so many bytes, as on a small disk; nothing ignores the signal for the program."""
    for size in sizes:
        def limit(size=size):
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        yield size, bench.judge(verb, bench.run(verb, preexec_fn=limit), None)


def inject_all(bench, faults, tell):
    """Runs (verb, fault) pairs, two at a time where there are two processors. Returns how many of each kind, and what is wrong."""
    counts, wrong = collections.Counter(), []
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        for (verb, fault), found in zip(faults, pool.map(lambda pair: bench.inject(*pair), faults)):
            counts[verb, fault.call] += 1
            if found:
                wrong.append(f"{verb}: {told(fault)}\n    " + "\n    ".join(found))
                tell(wrong[-1])
    return counts, wrong


def check_leaks(bench, verbs, most, dice, counts, wrong, tell):
    """`new` fails once, or ever after: the sanitizer finds nothing lost and nothing used after its end."""
    library, count_file = bench.folder / "new.so", bench.folder / "count"
    subprocess.run([os.environ.get("CXX", "c++"), "-std=c++20", "-shared", "-fPIC", "-O1", "-w", "-o", library, HERE / "new.cpp"],
                   check=True)
    for verb in verbs:
        good = bench.run(verb, {"FAULT_NEW_COUNT": str(count_file)}, preload=library)
        total = int(count_file.read_text())
        places = sorted({*range(1, min(most // 3, total)), *dice.sample(range(1, total + 1), min(most, total))})
        faults = [Fault("new", at, "ENOMEM", ever) for at in places for ever in (False, True)]
        with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            def one(fault):
                variables = {"FAULT_NEW_AT": str(fault.at), **({"FAULT_EVER": "1"} if fault.ever else {})}
                return judge(good, bench.run(verb, variables, preload=library), bench.before, fault)
            for fault, found in zip(faults, pool.map(one, faults)):
                counts[verb, "new"] += 1
                if found:
                    wrong.append(f"{verb}: {told(fault)}\n    " + "\n    ".join(found))
                    tell(wrong[-1])
