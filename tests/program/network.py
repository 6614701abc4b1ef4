#!/usr/bin/env python3
"""network.py PROGRAM SOURCE: candor never reaches for a network. Every verb and every format runs under a filter of the
kernel that kills whoever so much as asks for a socket, and, where the machine allows it, in a namespace without a
network: both give what an ordinary run gives. A PDF is printed by another program; candor's own part is held alike."""
import ctypes
import os
import pathlib
import platform
import re
import shutil
import signal
import subprocess
import sys
import tempfile

from running import AS_OF, Faults, environment, run

SKIPPED = 77

# linux/audit.h, and the numbers of socket, connect, sendto, sendmsg, bind, listen, socketpair and io_uring_setup.
MACHINES = {"x86_64": (0xC000003E, (41, 42, 44, 46, 49, 50, 53, 425)),
            "aarch64": (0xC00000B7, (198, 203, 206, 211, 200, 201, 199, 425))}
# Where the filter reads the call and the machine; linux/filter.h and linux/seccomp.h.
LOAD, JUMP_IF_EQUAL, JUMP_FROM, RETURN = 0x20, 0x15, 0x35, 0x06
KILL, ALLOW = 0x80000000, 0x7FFF0000
NUMBER_AT, MACHINE_AT = 0, 4
FIRST_OF_X32 = 0x40000000  # the same calls once more, for another kind of program

# A name of these in the program's table would let it reach out, or look a name up.
REACHES_OUT = re.compile(r"\b(socket|connect|getaddrinfo|gethostby\w+|res_\w+|getnameinfo)\b")
LIBRARIES = re.compile(r"lib(resolv|curl|ssl|gnutls|nss_?\w*|ldap|cares|anl)\b")

ENGINE = """#!{python} -S
import sys
target = next(a for a in sys.argv if a.startswith("--print-to-pdf=")).partition("=")[2]
open(target, "w").write("%PDF-1.4\\n")
"""


class Instruction(ctypes.Structure):
    _fields_ = [("code", ctypes.c_ushort), ("if_so", ctypes.c_ubyte), ("if_not", ctypes.c_ubyte), ("value", ctypes.c_uint)]


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("first", ctypes.POINTER(Instruction))]


def network_filter():
    """What a child calls before it becomes the program; nothing where this machine is not known."""
    if platform.system() != "Linux" or platform.machine() not in MACHINES:
        return None
    machine, calls = MACHINES[platform.machine()]
    last = len(calls) + 6  # the rule that kills; a jump counts from the next rule
    rules = [(LOAD, 0, 0, MACHINE_AT), (JUMP_IF_EQUAL, 1, 0, machine), (RETURN, 0, 0, KILL), (LOAD, 0, 0, NUMBER_AT)]
    for test, value in [(JUMP_FROM, FIRST_OF_X32), *((JUMP_IF_EQUAL, call) for call in calls)]:
        rules.append((test, last - len(rules) - 1, 0, value))
    rules += [(RETURN, 0, 0, ALLOW), (RETURN, 0, 0, KILL)]
    listing = (Instruction * len(rules))(*rules)
    program = Program(len(rules), listing)
    library = ctypes.CDLL(None, use_errno=True)

    def forbid():
        no_new_privileges, seccomp, by_filter = 38, 22, 2
        if library.prctl(no_new_privileges, 1, 0, 0, 0) or library.prctl(seccomp, by_filter, ctypes.byref(program), 0, 0):
            os._exit(SKIPPED)

    return forbid


def is_killed(*command, forbid):
    done = subprocess.run(command, preexec_fn=forbid, capture_output=True, check=False, timeout=60)
    return done.returncode == -signal.SIGSYS


def is_in_force(forbid, faults):
    """Whoever asks for a socket is killed, in a child of a child too; all others are not. False where the kernel has none."""
    harmless = subprocess.run([sys.executable, "-c", "print(1)"], preexec_fn=forbid, capture_output=True, check=False)
    if harmless.returncode == SKIPPED:
        return False
    faults.expect("a program that stays at home", (harmless.returncode, harmless.stdout), (0, b"1\n"))
    for family in ("AF_INET", "AF_INET6", "AF_UNIX"):
        asks = f"import socket; socket.socket(socket.{family})"
        faults.expect(f"a socket of {family}", is_killed(sys.executable, "-c", asks, forbid=forbid), True)
    looks_up = "import socket; socket.getaddrinfo('example.org', 80)"
    faults.expect("a name that is looked up", is_killed(sys.executable, "-c", looks_up, forbid=forbid), True)
    child = f"import subprocess, sys; sys.exit(subprocess.run([sys.executable, '-c', {looks_up!r}]).returncode == -{int(signal.SIGSYS)})"
    told = subprocess.run([sys.executable, "-c", child], preexec_fn=forbid, capture_output=True, check=False, timeout=60)
    faults.expect("a child that looks a name up", told.returncode, 1)
    return True


def verbs_of(program):
    listing = run(program, "--help")[1].split("verbs:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in listing.splitlines()]


def formats_of(program):
    return [line.split()[0] for line in run(program, "formats")[1].splitlines() if line.strip()]


def commands(program, engine):
    """Every verb at least once, and `score` in every format."""
    every = [("score", "dental", "-f", name, "-o", f"out.{name}", "--pdf-engine", engine, "--provider", "northgate-it")
             for name in formats_of(program)]
    return [("--version",), ("--help",), ("formats",), ("profile", "list"), ("profile", "show"), ("check", "dental"),
            *every, ("score", "dental", "--record"), ("score", "dental", "--redact"), ("score", "https://example.org/client"),
            ("history", "dental"), ("compare", "last", "dental"), ("explain", "dental", "mfa.cloud"), ("explain", "ransomware"),
            ("card", "dental"), ("card", "dental", "-f", "pdf", "-o", "card.pdf", "--pdf-engine", engine),
            ("decline", "dental", "backup.tested"), ("lint", "dental/report.md"), ("init", "fresh"),
            ("prove", "dental", "email.spf", "dental/evidence/contract.md", "--append"),
            ("import", "nmap", "scan.xml", "--into", "dental"), ("portfolio", "dental", "northgate-it", "-f", "row"),
            ("portfolio", "dental", "northgate-it", "--anonymous", "-o", "peers.json"), ("score", "dental", "--peers", "peers.json"),
            ("pack", "dental", "northgate-it", "-o", "clients.ndjson"), ("portfolio", "clients.ndjson")]


def session(program, source, prefix=(), forbid=None):
    """What all commands give one after another, with the files they leave."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for example in ("dental", "northgate-it"):
            shutil.copytree(source / "examples" / example, folder / example)
        shutil.copy(source / "tests" / "golden" / "import-nmap" / "scan.xml", folder)
        engine = folder / "chromium"
        engine.write_text(ENGINE.format(python=sys.executable))
        engine.chmod(0o755)
        given = []
        for command in commands(program, "./chromium"):
            dated = () if command[0] in ("--version", "--help", "formats", "lint") else ("--as-of", "2026-11-26")
            done = subprocess.run([*prefix, program, *command, *dated], cwd=folder, env=environment(), capture_output=True,
                                  preexec_fn=forbid, check=False, timeout=120)
            given.append((" ".join(command), done.returncode, done.stdout, done.stderr))
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        return given, files


def compare(what, ordinary, other, faults):
    for usual, now in zip(ordinary[0], other[0]):
        faults.expect(f"{what}: {usual[0]}", now[1:], usual[1:])
    faults.expect(f"{what}: the files", other[1], ordinary[1])


def table_of_names(program, faults):
    """What the program takes from libraries, where there is a tool to ask."""
    asked = []
    if shutil.which("nm"):
        listing = subprocess.run(["nm", "-D", "--undefined-only", program], capture_output=True, text=True, check=False).stdout
        if "__asan_init" not in listing:
            faults.expect("names that reach out", REACHES_OUT.findall(listing), [])
            asked.append("its table of names")
    if shutil.which("ldd"):
        listing = subprocess.run(["ldd", program], capture_output=True, text=True, check=False).stdout
        if "libasan" not in listing:
            faults.expect("libraries that look names up", LIBRARIES.findall(listing), [])
            asked.append(f"{len(listing.splitlines())} libraries")
    return asked


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    ordinary = session(program, source)
    tried = {command.split()[0] for command, *_ in ordinary[0]}
    faults.expect("verbs that are not tried", sorted(set(verbs_of(program)) - tried), [])
    faults.expect("runs that ended in a fault of candor", [run[0] for run in ordinary[0] if run[1] < 0 or run[1] > 4], [])
    asked = table_of_names(program, faults)

    forbid = network_filter()
    if forbid is not None and is_in_force(forbid, faults):
        compare("under the filter", ordinary, session(program, source, forbid=forbid), faults)
        asked.append("a filter that kills")
    prefix = ("unshare", "-rn")
    if shutil.which("unshare") and subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0:
        compare("without a network", ordinary, session(program, source, prefix=prefix), faults)
        asked.append("a namespace without a network")
    if not asked:
        print("skipped: nothing here can tell")
        return SKIPPED
    return faults.tell(f"{len(ordinary[0])} runs of {len(tried) - 2} verbs, {len(ordinary[1])} files, held by {', '.join(asked)}")


if __name__ == "__main__":
    sys.exit(main())
