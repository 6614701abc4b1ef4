#!/usr/bin/env python3
"""ci_files.py PROGRAM SOURCE: what examples/ci has to paste does what it says: score-all itself, GitLab's script lines,
systemd's ExecStart, the crontab's line, the hooks of pre-commit, and GitHub's workflow with the action. Paths are those
of a folder made for it; nothing else is changed."""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
    from fake_runner import Runner
except ModuleNotFoundError:
    print("Python's yaml is not here")
    sys.exit(77)
from running import Faults, environment

DAY = "1795219200"  # 2026-11-21
MEETS, BELOW, LATE = "meets-with-proof", "declined-for-price", "dental"
KNOWN = "declined-for-awareness"  # below the standard, with nothing new and nothing late


class World:
    """A folder with clients in `clients/`, and candor and score-all on the PATH."""

    def __init__(self, program, source, folder):
        self.program, self.source, self.folder = program, source, folder
        self.ci = source / "examples/ci"
        tools = folder / "tools"
        tools.mkdir()
        (tools / "candor").symlink_to(program)
        (tools / "score-all").symlink_to(self.ci / "score-all")
        self.environment = environment(PATH=f"{tools}:{os.environ['PATH']}", HOME=str(folder), SOURCE_DATE_EPOCH=DAY)
        for name in ("metrics", "reports"):
            (folder / name).mkdir()

    def clients(self, *names):
        """These clients and no others; `broken` is one whose inventory is not understood."""
        shutil.rmtree(self.folder / "clients", ignore_errors=True)
        for name in names:
            if name == "broken":
                (self.folder / "clients/broken").mkdir(parents=True)
                (self.folder / "clients/broken/inventory.yaml").write_text("candor: 1\nanwser: yes\n", encoding="utf-8")
            else:
                shutil.copytree(self.source / "examples" / name, self.folder / "clients" / name)

    def run(self, command, cwd=None, **more):
        done = subprocess.run(command, cwd=cwd or self.folder, env={**self.environment, **more}, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120, check=False)
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def check_score_all(world, faults):
    world.clients(MEETS, BELOW, "northgate-it", "broken")
    missing = world.folder / "no" / "{}.xml"
    for what, arguments, status in (
            ("all, one broken", ["clients"], 3),
            ("one", ["clients/" + MEETS], 0),
            ("two", ["clients/" + MEETS, "clients/" + BELOW], 1),
            ("two, accepted", ["clients/" + MEETS, "clients/" + BELOW, "--", "--accept", "below"], 0),
            ("not written beats below", ["clients/" + BELOW, "--", "-f", "junit", "-o", str(missing)], 4),
            ("broken beats not written", ["clients", "--", "-f", "junit", "-o", str(missing)], 3),
            ("a wrong command line beats broken", ["clients", "--", "--min-proved", "101"], 2),
            ("one file for two", ["clients", "--", "--output=x.md"], 2),
            ("nobody", [], 2),
            ("nobody there", ["clients/nobody"], 3),
            ("an empty folder", ["reports"], 3)):
        faults.expect(f"score-all: {what}", world.run(["score-all", *arguments])[0], status)
    given = world.run(["score-all", "clients", "--", "--accept", "below", "-f", "junit", "-o", "reports/{}.xml"])
    faults.expect("score-all: who is told how", given[2].splitlines()[-1:] + given[2].splitlines()[:1], [
        "score-all: clients/northgate-it: 0, as asked",
        "clients/broken/inventory.yaml:1:1: error: the key `client` is missing here [missing-key]"])
    faults.expect("score-all: the others are judged", sorted(path.name for path in (world.folder / "reports").iterdir()),
                  [f"{name}.xml" for name in (BELOW, MEETS, "northgate-it")])
    crash = world.folder / "crash"
    crash.mkdir()
    (crash / "candor").write_text("#!/bin/sh\nkill -SEGV $$\n", encoding="utf-8")
    (crash / "candor").chmod(0o755)
    given = world.run(["score-all", "clients"], PATH=f"{crash}:{world.environment['PATH']}")
    faults.expect("score-all: a crash is the worst", given[0], 139)
    nowhere = ":".join(part for part in os.environ["PATH"].split(":") if not os.path.exists(f"{part}/candor"))
    faults.expect("score-all: no candor", world.run([world.ci / "score-all", "clients"], PATH=nowhere),
                  (127, "", "score-all: candor is not on the PATH\n"))
    names = world.folder / "names"
    for name in ("a/b", "a-b", "clients/x", ".hidden", "x/evidence/y", "ü", "-o"):
        (names / name).mkdir(parents=True)
        (names / name / "inventory.yaml").write_text("candor: 1\nclient: {name: A}\nassessed: {date: 2026-11-12, by: B}\n",
                                                     encoding="utf-8")
    world.run(["score-all", "names", "--", "-f", "ndjson", "-o", "reports/{}.ndjson"])
    faults.expect("score-all: names", sorted(path.stem for path in (world.folder / "reports").glob("*.ndjson")),
                  ["_-o", "__", "a-b", "a-b-2", "clients-x"])


def check_gitlab(world, faults):
    job = yaml.safe_load((world.ci / "gitlab-ci.yml").read_text(encoding="utf-8"))["candor"]
    if shutil.which("jq") is None:
        print("jq is not here: GitLab's script is not run")
        return
    script = "\n".join(job["script"])  # GitLab's runner makes one script of the lines
    for clients, status in (((MEETS, BELOW, "northgate-it"), 1), ((KNOWN, "northgate-it"), 0),
                            ((MEETS, "northgate-it", "broken"), 3), (("broken",), 3)):
        world.clients(*clients)
        shutil.rmtree(world.folder / "candor-results", ignore_errors=True)
        given = world.run(["bash", "-eo", "pipefail", "-c", script], **job["variables"])
        faults.expect(f"GitLab: {clients}", given[0], status)
        judged = sorted(set(clients) - {"broken"})
        reports = job["artifacts"]["reports"]
        faults.expect("GitLab: JUnit", sorted(path.stem for path in world.folder.glob(reports["junit"])), judged)
        issues = json.loads((world.folder / reports["codequality"]).read_bytes())
        faults.expect("GitLab: whose issues", sorted({pathlib.Path(issue["location"]["path"]).parts[1] for issue in issues}), judged)
        faults.expect("GitLab: fingerprints", len({issue["fingerprint"] for issue in issues}), len(issues))
    world.clients(MEETS, "northgate-it")
    (world.folder / reports["codequality"]).unlink()
    (world.folder / reports["codequality"]).mkdir()
    faults.expect("GitLab: a report that cannot be written",
                  world.run(["bash", "-eo", "pipefail", "-c", script], **job["variables"])[0], 4)


def check_systemd(world, faults):
    unit = (world.ci / "candor.service").read_text(encoding="utf-8").replace("\\\n", " ")
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit, re.M))
    metrics = world.folder / "metrics"
    command = [word.replace("/usr/local/bin", str(world.folder / "tools")).replace("/srv/clients", str(world.folder / "clients"))
               .replace(settings["ReadWritePaths"], str(metrics)) for word in shlex.split(settings["ExecStart"])]
    for clients, status in (((MEETS, KNOWN, "northgate-it"), 0), ((MEETS, LATE, "northgate-it"), 1), ((LATE, "northgate-it", "broken"), 3)):
        world.clients(*clients)
        faults.expect(f"systemd: {clients}", world.run(command, cwd=world.folder / "clients")[0], status)
    files = sorted(metrics.iterdir())
    faults.expect("systemd: gauges, nothing half written", [path.name for path in files],
                  [f"candor-{name}.prom" for name in (KNOWN, LATE, MEETS, "northgate-it")])
    faults.expect("systemd: the node exporter may read them", [oct(path.stat().st_mode & 0o044) for path in files], ["0o44"] * 4)


def check_cron(world, faults):
    settings, lines = {}, []
    for line in (world.ci / "candor.cron").read_text(encoding="utf-8").splitlines():
        if re.match(r"\w+=", line):
            settings.update([line.split("=", 1)])
        elif line and not line.startswith("#"):
            lines.append(line)
    faults.expect("cron: one line", len(lines), 1)
    *when, command = lines[0].split(None, 5)
    faults.expect("cron: when", when, ["17", "5", "*", "*", "1"])
    faults.expect("cron: a % would end the command", "%" in command, False)
    command = command.replace("/srv/clients", str(world.folder / "clients")).replace("/srv/reports", str(world.folder / "reports"))
    path = settings["PATH"].replace("/usr/local/bin", f"{world.folder / 'tools'}")
    for clients, said in (((MEETS, KNOWN, "northgate-it"), None), ((LATE, "northgate-it"), f"clients/{LATE}: 1, "),
                          ((LATE, "northgate-it", "broken"), "clients/broken: 3, NOT ASSESSED")):
        world.clients(*clients)
        _, mail, errors = world.run(["/bin/sh", "-c", command], PATH=path)
        faults.expect(f"cron: {clients}", (mail == "" if said is None else said in mail, errors), (True, ""))
    faults.expect("cron: reports", sorted(path.stem for path in (world.folder / "reports").glob("*.html")),
                  [KNOWN, LATE, MEETS, "northgate-it"])


def check_hooks(world, faults):
    """The hooks of pre-commit against what is staged in a small repository, as pre-commit picks the files."""
    hooks = {hook["id"]: hook for hook in yaml.safe_load((world.source / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    world.clients(MEETS, "northgate-it")
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    for arguments in (["init", "-q"], ["add", "clients"], ["commit", "-qm", "Clients"]):
        if world.run([*git, *arguments])[0] != 0:
            print("git is not here: the hooks are not run")
            return

    def staged(hook, path, text, how="w"):
        with open(world.folder / path, how, encoding="utf-8") as file:
            file.write(text)
        world.run([*git, "add", path])
        names = world.run([*git, "diff", "--cached", "--name-only", "-z"])[1].split("\0")[:-1]
        names = [name for name in names if re.search(hook.get("files", ""), name)
                 and ("markdown" not in hook.get("types", ["markdown"]) or "types" not in hook or name.endswith(".md"))]
        program, *arguments = shlex.split(hook["entry"])
        given = world.run([world.source / program, *arguments, *names]) if names else None
        world.run([*git, "reset", "-q", "--hard"])
        return given

    check, inventory = hooks["candor-check"], f"clients/{MEETS}/inventory.yaml"
    good = staged(check, inventory, "# Looked at again.\n", "a")
    faults.expect("hook: a good change", (good[0], good[2]), (0, ""))
    faults.expect("hook: a fault", staged(check, inventory, "anwser: yes\n", "a")[0], 3)
    proof = next(path for path in (world.folder / f"clients/{MEETS}/evidence").iterdir() if path.suffix == ".txt")
    changed = staged(check, str(proof.relative_to(world.folder)), "changed", "a")
    faults.expect("hook: a document that changed", (changed[0], "[proof-changed]" in changed[2]), (3, True))
    faults.expect("hook: no client's file", staged(check, "README.md", "x"), None)
    (world.folder / "evidence").mkdir()
    faults.expect("hook: evidence of nobody", staged(check, "evidence/x.yaml", "x"), (0, "", ""))
    lint = hooks["candor-lint"]
    faults.expect("hook: plain words", staged(lint, "letter.md", "You can call us. We will help you.\n")[0], 0)
    faults.expect("hook: words that are not",
                  staged(lint, "letter.md", "Leverage endpoint telemetry to remediate vulnerabilities!\n")[0], 1)


def check_workflow(world, faults):
    """GitHub's workflow: the action, run with what the workflow gives it."""
    workflow = yaml.safe_load((world.ci / "github-workflow.yml").read_text(encoding="utf-8"))
    step = next(step for step in workflow["jobs"]["clients"]["steps"] if step.get("id") == "candor")
    inputs = {name: "true" if "${{" in str(value) else value for name, value in step["with"].items()}
    temp = world.folder / "temp"
    temp.mkdir()
    runner = Runner(world.source, world.folder, temp, world.environment)
    for clients, status in (((MEETS, KNOWN, "northgate-it"), "0"), ((MEETS, LATE, "northgate-it"), "1")):
        world.clients(*clients)
        ended = runner.run(inputs, others_fail=True)
        faults.expect(f"workflow: {clients}", (ended.outputs["status"], ended.green, len(ended.uses)), (status, status == "0", 1))
    faults.expect("workflow: JUnit", sorted(path.name for path in world.folder.glob("junit-*.xml")),
                  [f"junit-{name}.xml" for name in (KNOWN, LATE, MEETS, "northgate-it")])


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    checks = (check_score_all, check_gitlab, check_systemd, check_cron, check_hooks, check_workflow)
    for check in checks:
        with tempfile.TemporaryDirectory() as folder:
            check(World(program, source, pathlib.Path(os.path.realpath(folder))), faults)
    return faults.tell(f"{len(checks)} places to paste into, each tried")


if __name__ == "__main__":
    sys.exit(main())
