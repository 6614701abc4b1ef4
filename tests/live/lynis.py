#!/usr/bin/env python3
"""lynis.py PROGRAM SCRATCH: Lynis, as installed here, looks at this machine: as root, and as somebody who may see less. Its
reports are imported, and the evidence must say what its logs say, which nobody but Lynis writes; of copies that are cut
short it must say nothing good. Takes two minutes."""
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "program"))
from running import Faults, run  # noqa: E402

INVENTORY = "candor: 1\nclient: {id: live, name: Live Ltd}\nassessed: {date: 2020-01-01, by: D. Keane}\n"
FIREWALL, PROTECTED, PATCHED = "firewall.on_computers", "endpoint.protected", "patch.critical_in_time"
HAS, WITHOUT, UNKNOWN = "1 of 1", "0 of 1", "0 of 1 (1 unknown)"
NOBODY = "65534"


def look(folder, *before):
    """One run of Lynis: its report and its log."""
    folder.mkdir()
    report, log = folder / "report.dat", folder / "lynis.log"
    if before:
        shutil.chown(folder, int(NOBODY), int(NOBODY))
    command = [*before, "lynis", "audit", "system", "--quick", "--quiet", "--no-colors", "--report-file", str(report),
               "--log-file", str(log)]
    subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   env={**os.environ, "LANG": "C.UTF-8", "TZ": "UTC"}, timeout=600, check=True)
    return report, log.read_text(encoding="utf-8", errors="replace")


def firewall_by(log):
    """Rules that were listed, not a system that could have some."""
    iptables, nftables = "one or more rules are available" in log, " rules in nftables configuration" in log
    empty = "iptables ruleset seems to be empty" in log
    if iptables or (nftables and not empty):
        return HAS
    if "no host based firewall/packet filter found or configured" in log:
        return WITHOUT
    read_both = empty and "Performing test ID FIRE-4540" in log  # the report does not say which of them is empty
    return WITHOUT if (empty or "is considered to be empty" in log) and not read_both else UNKNOWN


def scanners_by(log):
    return WITHOUT if "Result: no malware scanner found" in log else UNKNOWN


def updates_by(log):
    """What the package tool said, and how many packages it named."""
    packages = len(set(re.findall(r"Found vulnerable package: (\S+)", log)))
    is_clean = "no vulnerable packages found via apt-check" in log and "Reboot of system is most likely needed" not in log
    return (HAS if is_clean and not packages else UNKNOWN), packages


def evidence_of(program, report, folder):
    """The head of the evidence that a report becomes, and of each fact what it says."""
    folder.mkdir()
    (folder / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")
    status, given, complaints = run(program, "import", "lynis", str(report), "--into", str(folder))
    if status != 0:
        return f"exit status {status}: {given}{complaints}", {}
    (path,) = (folder / "evidence").glob("*.yaml")
    head, *blocks = path.read_text(encoding="utf-8").split("\n  - fact: ")
    return head, {block.split("\n")[0]: dict(re.findall(r'^    (\w+): "?(.*?)"?$', block, re.M)) for block in blocks}


def check(name, program, folder, report, log, is_root, faults):
    head, facts = evidence_of(program, report, folder / f"client of {name}")
    updates, packages = updates_by(log)
    values = {FIREWALL: firewall_by(log), PROTECTED: scanners_by(log), PATCHED: updates}
    faults.expect(f"{name}: facts\n{head}", {fact: keys["is"] for fact, keys in facts.items() if fact in values}, values)
    if set(facts) != set(values):
        return
    host = subprocess.run(["hostname", "-s"], capture_output=True, text=True, check=True).stdout.strip()
    started = re.match(r"(\S+) \S+ Starting Lynis (\S+)", log)
    faults.expect(f"{name}: part and day", {(keys["part"], keys["date"], keys["kind"]) for keys in facts.values()},
                  {(host, started.group(1), "export")})
    faults.expect(f"{name}: version", f"\n  version: {started.group(2)}\n" in head, True)
    faults.expect(f"{name}: root", "Lynis ran without those rights." in head, not is_root)
    skipped = re.search(r"Skipped test PKGS-7392 .*\n.*Reason to skip: This test needs root permissions", log)
    faults.expect(f"{name}: what root alone may do", bool(skipped), not is_root and "Performing test ID PKGS-7392" not in log)
    if skipped:
        faults.expect(f"{name}: updates", facts[PATCHED]["note"], "Lynis ran without the rights of root, which PKGS-7392 needs")
    if packages:
        wanted = f"{packages} package{'s' if packages > 1 else ''}: "
        faults.expect(f"{name}: packages in {facts[PATCHED]['where']}", wanted in facts[PATCHED]["where"], True)


def check_cut(name, program, folder, report, faults):
    """Bad news of a run that was cut short stays, and nothing good comes of it."""
    whole = report.read_bytes()
    lines = whole.splitlines(keepends=True)
    head, all_facts = evidence_of(program, report, folder / f"whole client of {name}")
    cuts = {"last line": whole[:-len(lines[-1])], "last value": whole[:-2], "half": b"".join(lines[:len(lines) // 2]),
            "half a line": whole[:len(whole) // 3], "beginning": b"".join(lines[:16])}
    for what, text in cuts.items():
        cut = folder / f"{name} {what}.dat"
        cut.write_bytes(text)
        head, facts = evidence_of(program, cut, folder / f"client of {name} {what}")
        faults.expect(f"{name}, without its {what}: facts\n{head}", {FIREWALL, PROTECTED, PATCHED} <= set(facts), True)
        for fact, keys in facts.items():
            if fact == "software.unsupported":
                continue
            faults.expect(f"{name}, without its {what}: {fact}", keys["is"] in (WITHOUT, UNKNOWN), True)
            if keys["is"] == UNKNOWN and all_facts[fact]["is"] != UNKNOWN:
                faults.expect(f"{name}, without its {what}: why {fact} is not known",
                              keys["note"], "the run was cut short: its report does not end with `finish=true`")
            if what == "last line" and all_facts[fact]["is"] == WITHOUT:
                faults.expect(f"{name}, without its {what}: {fact}", keys["is"], WITHOUT)


def main():
    program, scratch = sys.argv[1:]
    if not shutil.which("lynis"):
        print("Lynis is not installed")
        return 1
    folder = pathlib.Path(scratch).resolve() / "lynis"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    faults = Faults()
    report, log = look(folder / "run")
    is_root = os.geteuid() == 0
    check("a run", program, folder, report, log, is_root, faults)
    check_cut("a run", program, folder, report, faults)
    if is_root:
        report, log = look(folder / "run as nobody", "setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups")
        check("a run as nobody", program, folder, report, log, False, faults)
    return faults.tell(f"{2 if is_root else 1} runs of Lynis and 5 cuts say in the evidence what they say in their logs")


if __name__ == "__main__":
    sys.exit(main())
