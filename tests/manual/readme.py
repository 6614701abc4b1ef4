#!/usr/bin/env python3
"""readme.py PROGRAM SOURCE: what README.md tells the reader to do can be done, and what it names is there."""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HEAD = "candor: 1\nclient: {name: Acme}\nassessed: {date: 2026-11-12, by: A. Tester}\n"


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    text = (source / "README.md").read_text(encoding="utf-8")
    faults = [f"{name} is not there" for name in re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[A-Z]+\.md)`", text)
              if not name.startswith("acme/") and not (source / name).exists()]

    def run(*arguments, expect, folder):
        done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode not in expect:
            faults.append(f"candor {' '.join(arguments)}: exit status {done.returncode}\n{done.stderr}")

    with tempfile.TemporaryDirectory() as folder:
        for name, exported in (("users.json", "tests/golden/import-entra/users.json"),
                               ("policies.json", "tests/golden/import-entra/rules.json"),
                               ("devices.csv", "examples/maps/devices.csv"),
                               ("devices.yaml", "examples/maps/devices.yaml")):
            shutil.copy(source / exported, pathlib.Path(folder) / name)
        commands = [shlex.split(line)[1:] for line in re.findall(r"^    (candor .*)$", text, re.M)]
        for command in commands:
            run(*command, expect=(0, 1) if command[0] in ("score", "portfolio") else (0,), folder=folder)
            if command[0] == "init":
                run("check", "acme", expect=(0,), folder=folder)
                answers = re.search(r"```yaml\n(.*?)```", text, re.S).group(1)
                (pathlib.Path(folder) / "acme/inventory.yaml").write_text(HEAD + answers, encoding="utf-8")
                (pathlib.Path(folder) / "acme/evidence").mkdir(exist_ok=True)
                (pathlib.Path(folder) / "acme/evidence/restore-report.pdf").write_bytes(b"%PDF-1.4\n")
                shutil.copytree(pathlib.Path(folder) / "acme", pathlib.Path(folder) / "clients/acme")
        run("explain", "acme", "mfa.cloud", expect=(0,), folder=folder)
        for option in (["--for", "technician"], ["--for", "board"], ["--format", "markdown"], ["--format", "json"]):
            run("score", "acme", *option, expect=(0, 1), folder=folder)
    print("\n".join(faults) or f"{len(commands)} commands of README.md run, and all it names is there")
    return 1 if faults or len(commands) < 4 else 0


if __name__ == "__main__":
    sys.exit(main())
