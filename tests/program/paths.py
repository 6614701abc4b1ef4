#!/usr/bin/env python3
"""paths.py PROGRAM SOURCE: a path that a file names stays where the manual says it may point, whatever links, pipes and
devices lie in its way; and each file is opened once, so that what was judged is what was read and hashed."""
import collections
import ctypes
import os
import pathlib
import shutil
import struct
import sys
import tempfile

from running import AS_OF, Faults, run

HEAD = "candor: 1\nclient: {name: Acme}\nassessed: {date: 2026-11-12, by: A. Tester}\nfacts: {email: {spf: yes}}\n"
PROOF = HEAD + "proof: [{for: email.spf, shows: yes, kind: document, date: 2026-11-12, by: A, file: FILE}]\n"
SIGNED = HEAD + ("declined: [{control: email.auth, cause: price, date: 2026-11-12, by: B, signed: {date: 2026-11-12, file: FILE}}]\n")
LONG = "n" * 300
OUT = "copy the file into the client's folder and name it from there"
INTO_EVIDENCE = "copy the file into `evidence/` and name it as in `evidence/restore.pdf`"

# What `file:` names, why it is refused, and the hint; `stays_inside` in the reader and `resolve_inside` in the program share the work.
REFUSED = [
    ("/etc/hostname", "`/etc/hostname` is not inside the client's folder", INTO_EVIDENCE),
    ("../secret.pdf", "`../secret.pdf` is not inside the client's folder", INTO_EVIDENCE),
    ("evidence/../../secret.pdf", "`evidence/../../secret.pdf` is not inside the client's folder", INTO_EVIDENCE),
    ("evidence/..", "`evidence/..` is not inside the client's folder", INTO_EVIDENCE),
    ("'..\\secret.pdf'", "`..\\secret.pdf` is not inside the client's folder", INTO_EVIDENCE),
    ("'C:/secret.pdf'", "`C:/secret.pdf` is not inside the client's folder", INTO_EVIDENCE),
    ("/proc/self/fd/0", "`/proc/self/fd/0` is not inside the client's folder", INTO_EVIDENCE),
    ("evidence/out.pdf", "`evidence/out.pdf` is a link that leads out of the client's folder", OUT),
    ("evidence/out/secret.pdf", "`evidence/out/secret.pdf` is a link that leads out of the client's folder", OUT),
    ("evidence/stdin", "`evidence/stdin` is a link that leads out of the client's folder", OUT),
    ("evidence/device", "`evidence/device` is a link that leads out of the client's folder", OUT),
    ("evidence/circle", "`evidence/circle` cannot be reached: its symbolic links lead in a circle", ""),
    ("evidence/nowhere", "there is no file `evidence/nowhere`", ""),
    ("evidence/missing.pdf", "there is no file `evidence/missing.pdf`", ""),
    ("evidence/scan.pdf/", "`evidence/scan.pdf/` cannot be reached: there is no such file or folder", ""),
    ("evidence/scan.pdf/x", "`evidence/scan.pdf/x` cannot be reached: there is no such file or folder", ""),
    ("evidence", "`evidence` cannot be used: this is a folder, not a file", ""),
    ("evidence/", "`evidence/` cannot be used: this is a folder, not a file", ""),
    ("evidence/folder.pdf", "`evidence/folder.pdf` cannot be used: this is a folder, not a file", ""),
    (".", "`.` is the client's folder itself", "name what lies in it, as in `evidence/restore.pdf`"),
    ("evidence/pipe", "`evidence/pipe` cannot be used: this is a device or a pipe, not an ordinary file", ""),
    (LONG, None, ""),
]
TAKEN = ["evidence/scan.pdf", "./evidence/scan.pdf", "evidence//scan.pdf", "evidence/./scan.pdf", "evidence/inside.pdf", "links/scan.pdf"]


def lay_out(folder):
    """A client, and round it what must not be reached."""
    (folder / "secret.pdf").write_text("not the client's")
    (folder / "outside").mkdir()
    (folder / "outside/secret.pdf").write_text("not the client's")
    (folder / "outside/secret.yaml").write_text("candor: 1\nproof: []\n# not the client's\n")
    (folder / "outside/2026-11-20-minimum-standard.json").write_text("{}")
    evidence = folder / "client/evidence"
    evidence.mkdir(parents=True)
    (evidence / "scan.pdf").write_text("a scan")
    (evidence / "folder.pdf").mkdir()
    for name, target in (("out.pdf", "../../secret.pdf"), ("out", "../../outside"), ("stdin", "/proc/self/fd/0"), ("device", "/dev/zero"),
                         ("circle", "circle"), ("nowhere", "not/there"), ("inside.pdf", "scan.pdf")):
        (evidence / name).symlink_to(target)
    (folder / "client/links").symlink_to("evidence")
    os.mkfifo(evidence / "pipe")
    (folder / "client/inventory.yaml").write_text(HEAD)


def refusal(where, line, column, message, code, hint, text):
    """The whole complaint, as far as a line does not have to be cut."""
    told = f"{where}:{line}:{column}: error: {message} [{code}]\n"
    return told + (f"           hint: {hint}\n" if hint else "") if text is None else told


def complaint_of(stderr):
    """The first line of each complaint, and its hint: what stands between quotes the file."""
    lines = stderr.splitlines()
    return [line.strip() for line in lines if ": error: " in line or ": warning: " in line or line.strip().startswith("hint: ")]


def check_documents(program, folder, faults):
    """`file:` of a proof and of a signature: every bad one is refused, and nothing else is."""
    inventory = folder / "client/inventory.yaml"
    for kind, text, column in (("a proof", PROOF, 9), ("a signature", SIGNED, 12)):
        for name, why, hint in REFUSED:
            inventory.write_text(text.replace("FILE", name))
            status, out, told = run(program, "check", "client", "--as-of", AS_OF, folder=folder, stdin=b"from standard input")
            why = why or f"`{name}` cannot be reached: cannot be read: File name too long"
            said = complaint_of(told)
            place = f"client/inventory.yaml:5:"
            faults.expect(f"{kind}, file: {name[:40]}", (status, out, [line.split(": error: ")[-1] for line in said], said[0].startswith(place)),
                          (3, "", [f"{why} [proof-file]", *([f"hint: {hint}"] if hint else [])], True))
        for name in TAKEN:
            inventory.write_text(text.replace("FILE", name))
            status, _, told = run(program, "check", "client", "--as-of", AS_OF, folder=folder)
            faults.expect(f"{kind}, file: {name}", (status, told), (0, ""))
    inventory.write_text(PROOF.replace("FILE", '"evidence/\\0scan.pdf"'))
    status, _, told = run(program, "check", "client", "--as-of", AS_OF, folder=folder)
    faults.expect("a NUL in a path", (status, "an escape in these quotes makes the character `\\u{0}` [control-character]" in told), (3, True))
    inventory.write_text(HEAD)


def whole_complaint(name, message, code="unreadable", hint=""):
    return f"{name}: error: {message} [{code}]\n" + (f"       hint: {hint}\n" if hint else "")


def check_folders(program, folder, faults):
    """What belongs to a client's folder must not be a link that leads out of it."""
    def case(what, arguments, told, status=3):
        given = run(program, *arguments, "--as-of", AS_OF, folder=folder)
        faults.expect(what, (given[0], given[2]), (status, told))

    client, check = folder / "client", ["check", "client"]
    shutil.move(client / "evidence", folder / "kept")
    (client / "links").unlink()
    for target, why in (("../outside", "`evidence` is a link that leads out of the client's folder"),
                        ("../kept/..", "`evidence` is a link that leads out of the client's folder"),
                        (".", "`evidence` is the client's folder itself")):
        (client / "evidence").symlink_to(target)
        hint = OUT if "leads out" in why else "name what lies in it, as in `evidence/restore.pdf`"
        case(f"evidence/ is a link to {target}", check, whole_complaint("client/evidence", why, hint=hint))
        (client / "evidence").unlink()
    (client / "evidence").write_text("no folder")
    case("evidence/ is a file", check, whole_complaint("client/evidence", "this is a file, and a folder is looked for here"))
    (client / "evidence").unlink()
    os.mkfifo(client / "evidence")
    case("evidence/ is a pipe", check, whole_complaint("client/evidence", "this is a file, and a folder is looked for here"))
    (client / "evidence").unlink()
    (client / "evidence").symlink_to("nowhere")
    case("evidence/ is a link to nowhere", check, whole_complaint("client/evidence", "there is no file `evidence`"))
    (client / "evidence").unlink()
    (client / "evidence").mkdir()
    for name, make, why, hint in (
            ("a.yaml", lambda path: path.symlink_to("../../outside/secret.yaml"),
             "`evidence/a.yaml` is a link that leads out of the client's folder", OUT),
            ("b.yaml", os.mkfifo, "this is a device or a pipe, not an ordinary file", "`-` reads a client from standard input"),
            ("c.yaml", lambda path: path.symlink_to("/dev/zero"), "`evidence/c.yaml` is a link that leads out of the client's folder", OUT),
            ("d.yaml", lambda path: path.mkdir(), "this is a folder, not a file", "")):
        path = client / "evidence" / name
        make(path)
        case(f"evidence/{name}", check, whole_complaint(f"client/evidence/{name}", why, hint=hint))
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    (client / "history").symlink_to("../outside")
    case("history/ is a link", ["history", "client"],
         whole_complaint("client/history", "`history` is a link that leads out of the client's folder", hint=OUT))
    case("history/ is a link, and a record is to be kept", ["score", "client", "--record", "-f", "csv"],
         "candor: error: `client/history/2026-11-21-minimum-standard.json` cannot be written: `history` is a link that leads out of "
         "the client's folder\n", status=4)
    faults.expect("what lies behind the link", sorted(os.listdir(folder / "outside")),
                  ["2026-11-20-minimum-standard.json", "secret.pdf", "secret.yaml"])
    (client / "history").unlink()
    for name in ("inventory.yaml", "inventory.json"):
        (client / "inventory.yaml").unlink(missing_ok=True)
        (client / name).symlink_to("../outside/secret.yaml")
        case(f"{name} is a link", check,
             whole_complaint(f"client/{name}", f"`{name}` is a link that leads out of the client's folder", hint=OUT))
        (client / name).unlink()
    os.mkfifo(client / "inventory.yaml")
    case("inventory.yaml is a pipe", check, whole_complaint("client/inventory.yaml", "this is a device or a pipe, not an ordinary file",
                                                            hint="`-` reads a client from standard input"))
    (client / "inventory.yaml").unlink()
    for name, why, hint in (("/dev/zero", "this is a device or a pipe, not an ordinary file", "`-` reads a client from standard input"),
                            ("/proc/self/fd/0", "this is a device or a pipe, not an ordinary file", "`-` reads a client from standard input"),
                            (LONG, "cannot be read: File name too long", "")):
        case(f"the client is {name[:20]}", ["check", name], whole_complaint(name, why, hint=hint))
    (client / "inventory.yaml").write_text(HEAD)


def check_settings(program, folder, faults):
    """A logo lies in the folder of candor.yaml or below it; a profile starts from a path from its own file, which is a profile."""
    picture = b"\x89PNG\r\n\x1a\n"
    (folder / "brand").mkdir()
    (folder / "brand/logo.png").write_bytes(picture)
    (folder / "work").mkdir()
    (folder / "work/good.png").write_bytes(picture)
    (folder / "work/out.png").symlink_to("../brand/logo.png")
    (folder / "work/folder.png").mkdir()
    os.mkfifo(folder / "work/pipe.png")
    away = ("no such file lies in the folder of candor.yaml or below it", "copy it there")
    for name, why, hint in (("../brand/logo.png", *away), (str(folder / "brand/logo.png"), *away), ("out.png", *away),
                            ("missing.png", *away), ("folder.png", "this is a folder, not a file", ""),
                            ("pipe.png", "this is a device or a pipe, not an ordinary file", "`-` reads a client from standard input")):
        (folder / "work/candor.yaml").write_text(f"candor: 1\nbrand: {{logo: {name}}}\n")
        status, _, told = run(program, "check", "../client", "--as-of", AS_OF, folder=folder / "work")
        faults.expect(f"logo: {name}", (status, complaint_of(told)),
                      (3, [f"candor.yaml:2:15: error: `{name}` cannot be the logo: {why} [bad-logo]", *([f"hint: {hint}"] if hint else [])]))
    (folder / "work/candor.yaml").write_text("candor: 1\nbrand: {logo: good.png}\n")
    faults.expect("a good logo", run(program, "check", "../client", "--as-of", AS_OF, folder=folder / "work")[::2], (0, ""))
    for name, told in (("pipe.png", whole_complaint("work/pipe.png", "this is a device or a pipe, not an ordinary file",
                                                    hint="`-` reads a client from standard input")),
                       ("folder.png", whole_complaint("work/folder.png", "this is a folder, not a file"))):
        (folder / "work/mine.yaml").write_text(f"candor: 1\nprofile: {{id: mine, version: 1, title: M, extends: {name}}}\n")
        faults.expect(f"extends: {name}", run(program, "check", "client", "-p", "work/mine.yaml", "--as-of", AS_OF, folder=folder)[::2], (3, told))


class Opens:
    """Counts how often the files of some folders are opened, by what the system itself tells (inotify)."""
    OPEN, FOLDER = 0x20, 0x40000000

    def __init__(self, folders):
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.file = self.libc.inotify_init1(os.O_NONBLOCK)
        self.folders = {self.libc.inotify_add_watch(self.file, os.fsencode(folder), self.OPEN): folder.name for folder in folders}

    def take(self):
        counts = collections.Counter()
        try:
            while data := os.read(self.file, 1 << 16):
                at = 0
                while at < len(data):
                    watch, mask, _, size = struct.unpack_from("iIII", data, at)
                    name = data[at + 16:at + 16 + size].rstrip(b"\0").decode()
                    at += 16 + size
                    if mask & self.OPEN and not mask & self.FOLDER:
                        counts[f"{self.folders[watch]}/{name}"] += 1
        except BlockingIOError:
            pass
        return dict(counts)


def check_opens(program, source, folder, faults):
    """A file that is opened twice may have changed between: each is opened once, and what nobody needs is not opened."""
    shutil.copytree(source / "examples/meets-with-proof", folder / "proved")
    provider = folder / "provider"
    provider.mkdir()
    (provider / "inventory.yaml").write_text(HEAD.replace("Acme", "Northgate"))
    (provider / "prices.yaml").write_text("candor: 1\nprices: []\n")
    (provider / "for_clients.yaml").write_text("candor: 1\nby: A\ndate: 2026-11-12\nfacts: {}\n")
    (folder / "proved/evidence/others.yaml").write_text("not: ours\n")
    (folder / "proved/evidence/more.yaml").write_text("candor: 1\nproof: []\n")
    opens = Opens([folder / "proved", folder / "proved/evidence", provider])
    files = {f"{path.parent.name}/{path.name}": 1 for path in (folder / "proved").rglob("*") if path.is_file() and path.name != "report.md"}
    ours, all_of_it = ({f"provider/{name}": 1 for name in names} for names in
                       (["prices.yaml", "for_clients.yaml"], ["prices.yaml", "for_clients.yaml", "inventory.yaml"]))
    for verb, theirs, times in ((["score", "proved"], all_of_it, 1), (["check", "proved"], all_of_it, 1), (["explain", "proved"], ours, 1),
                                (["card", "proved"], ours, 1), (["compare", "proved", "proved"], ours, 2)):
        opens.take()
        status, _, told = run(program, *verb, "--as-of", AS_OF, "--provider", "provider", folder=folder)
        faults.expect(f"what `{verb[0]}` opens\n{told}", (status < 2, opens.take()),
                      (True, {name: times for name in files | theirs}))


def check_hidden(program, folder, faults):
    """A folder that must not be entered holds nobody knows what: it was said to hold two inventories."""
    if os.geteuid() != 0:
        return
    (folder / "closed").mkdir(mode=0o700)
    for parent in (folder, *folder.parents):
        if parent != parent.parent and parent.stat().st_uid == 0 and str(parent).startswith(tempfile.gettempdir() + "/"):
            parent.chmod(0o755)
    try:
        run(program, "--version", folder=folder, user="nobody")
    except PermissionError:  # it lies where nobody else may go
        return
    told = whole_complaint("closed/inventory.yaml", "this file may not be read (permission denied)")
    faults.expect("a closed folder", run(program, "check", "closed", folder=folder, user="nobody")[::2], (3, told))
    status, _, told = run(program, "init", "closed", folder=folder, user="nobody")
    faults.expect("a client in a closed folder", (status, told.splitlines()[0]),
                  (4, "candor: error: `closed/inventory.yaml` cannot be made: this file may not be read (permission denied)"))


def main():
    program, source, faults = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        lay_out(folder)
        check_documents(program, folder, faults)
        check_folders(program, folder, faults)
        check_settings(program, folder, faults)
        check_opens(program, source, folder, faults)
        check_hidden(program, folder, faults)
    return faults.tell(f"{2 * len(REFUSED)} bad paths to documents are refused and {2 * len(TAKEN)} good ones taken; no folder leads out, "
                       "and each file is opened once")


if __name__ == "__main__":
    sys.exit(main())
