#!/usr/bin/env python3
"""ci_action.py PROGRAM SOURCE: action.yml, run as GitHub's runner runs it: the job is red exactly when candor's exit
status is not 0, the outputs are right, and nothing in a client's files is a command to the runner."""
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

from fake_runner import Runner, yaml
from running import AS_OF, Faults, environment

if yaml is None:
    print("Python's yaml is not here")
    sys.exit(77)

MEETS, BELOW, LATE = "clients/meets-with-proof", "clients/declined-for-price", "clients/dental"
PROVIDER = "clients/northgate-it"  # whose folder the others name
NONE = ("", "", "", "")

TABLE = [
    # what, inputs, exit status, (verdict, proved, claimed, at best)
    ("one that meets", {"clients": MEETS}, 0, ("meets", "90", "100", "100")),
    ("one below", {"clients": LATE}, 1, ("below", "44", "55", "69")),
    ("one below, accepted", {"clients": BELOW, "accept": "below"}, 0, ("below", "18", "75", "75")),
    ("one below, accepted, a limit broken", {"clients": BELOW, "accept": "below", "min-proved": "99"}, 1,
     ("below", "18", "75", "75")),
    ("several, a line each", {"clients": f"\n  {MEETS}\n\n{LATE}\n"}, 1, ("below", "44", "55", "69")),
    ("all below a folder", {"clients": "clients"}, 1, ("below", "18", "55", "69")),
    ("a pattern", {"clients": "clients/*-*", "accept": "below"}, 0, ("below", "18", "75", "75")),
    ("a pattern that matches none", {"clients": "clients/nobody*"}, 2, NONE),
    ("no client", {"clients": " \n"}, 2, NONE),
    ("all there is, one of it broken", {"clients": "."}, 3, NONE),
    ("an empty folder", {"clients": "nothing"}, 3, NONE),
    ("one that is not there", {"clients": f"{MEETS}\nclients/gone"}, 3, NONE),
    ("one that is broken", {"clients": f"broken\n{LATE}"}, 3, NONE),
    ("SARIF that cannot be written", {"clients": MEETS, "sarif-file": "no/such/{}.sarif"}, 4, NONE),
    ("one file for several", {"clients": "clients", "junit-file": "all.xml"}, 2, NONE),
    ("a limit that is none", {"clients": MEETS, "min-proved": "101"}, 2, NONE),
    ("neither true nor false", {"clients": MEETS, "record": "yes"}, 2, NONE),
    ("an option that is none", {"clients": MEETS, "args": "--min-provd 3"}, 2, NONE),
    ("a client that reads as an option", {"clients": "--record"}, 3, NONE),
]


def check_table(runner, faults):
    """Each with an upload that fails, where there is something to upload: it must not matter."""
    for what, inputs, status, numbers in TABLE:
        ended = runner.run({"as-of": AS_OF, "upload-sarif": "true", **inputs}, others_fail=True)
        given = ended.outputs
        faults.expect(f"{what}: status", given["status"], str(status))
        faults.expect(f"{what}: green", ended.green, status == 0)
        faults.expect(f"{what}: outputs", tuple(given[key] for key in ("verdict", "proved", "claimed", "at_best")), numbers)
        faults.expect(f"{what}: uploads", len(ended.uses), int(bool(given["sarif"])))
        faults.expect(f"{what}: standard error", ended.errors, "")
        titled = [line for _, line in ended.commands if line.startswith("::error title=candor::")]
        faults.expect(f"{what}: what went wrong is an annotation", len(titled), int(status > 1))
        for line in titled:
            faults.expect(f"{what}: and in the summary", f"\n**{line.rsplit('::')[-1]}**\n" in ended.summary, True)


def check_shown(runner, faults):
    ended = runner.run({"clients": LATE, "as-of": AS_OF})
    kinds = [kind for kind, _ in ended.commands]
    faults.expect("annotations", {kind: kinds.count(kind) for kind in kinds}, {"error": 10, "warning": 6, "notice": 1})
    faults.expect("summary", ended.summary.splitlines()[0], "# Quayside Dental: security report, 21 November 2026")
    faults.expect("no upload unless asked for", ended.uses, [])
    quiet = runner.run({"clients": LATE, "as-of": AS_OF, "annotations": "false", "summary": "False"})
    faults.expect("nothing shown", (quiet.commands, quiet.summary, quiet.outputs["proved"]), ([], "", "44"))


def check_written(runner, workspace, faults):
    ended = runner.run({"clients": "clients", "as-of": AS_OF, "upload-sarif": "true", "record": "true",
                        "sarif-file": "{}.sarif", "junit-file": "{}.xml", "args": "-f csv\n-o plan-{}.csv"})
    names = sorted(path.name for path in (workspace / "clients").iterdir())
    for ending in (".sarif", ".xml", ".csv"):
        faults.expect(f"files{ending}", sorted(path.stem for path in workspace.glob(f"*{ending}")),
                      [f"plan-{name}" if ending == ".csv" else name for name in names])
    faults.expect("reports", [pathlib.Path(path).stem for path in ended.outputs["reports"].splitlines()], names)
    faults.expect("reports are there", all(map(os.path.isfile, ended.outputs["reports"].splitlines())), True)
    faults.expect("records", [len(list((workspace / "clients" / name / "history").iterdir())) for name in names], [1] * len(names))
    used = [(name, with_["sarif_file"]) for name, with_ in ended.uses]
    faults.expect("uploads", used, [("github/codeql-action/upload-sarif@v4", ended.outputs["sarif"])])
    categories = {json.loads(path.read_bytes())["runs"][0]["automationDetails"]["id"]
                  for path in pathlib.Path(ended.outputs["sarif"]).iterdir()}
    faults.expect("a category a client", len(categories), len(names))
    faults.expect("no SARIF of nobody, no upload", runner.run({"clients": "broken", "upload-sarif": "true"}).uses, [])


HOSTILE = ["::error::a", "  ::set-output name=status::0", "##[add-mask]a", "a\n::add-path::b", "a\r::notice::b", "%0A::error::b",
           "status<<end\n0\nend", "$(touch bad)", "`touch bad`", "-f", "é\u202e\x1b[2J", "{}", "&"]


WORDS = """candor: 1
client: {id: Q, name: Q}
parties: {us: {kind: provider, name: Q}, boss: {kind: client, name: Q, role: Q}}
assessed: {date: 2026-11-12, by: Q}
facts: {mfa: {cloud_accounts: [{part: Q, is: 3 of 9}]}}
agreed: [{control: mfa.cloud, part: Q, what: Q, who: us, by: 2026-11-14, date: 2026-11-12, said_by: boss}]
declined: [{controls: [mfa.remote], cause: price, date: 2026-11-01, by: boss, explained_by: Q, instead: Q, until: 2026-11-20}]
not_applicable: [{control: macros.autorun, because: Q, by: Q, date: 2026-11-12}]
"""


def check_hostile(runner, workspace, faults):
    """Names of folders, the client's own words, and complaints about them."""
    for number, text in enumerate(HOSTILE):
        folder = workspace / "hostile" / f"{text}{number}"
        folder.mkdir(parents=True)
        quoted = json.dumps(text)
        (folder / "inventory.yaml").write_text(WORDS.replace("Q", re.sub(r"\\(r|u001b|u202e)", "", quoted)), encoding="utf-8")
        broken = workspace / "faulty" / f"{text}{number}"
        broken.mkdir(parents=True)
        (broken / "inventory.yaml").write_text(f"candor: 1\n{quoted}: 1\nclient: {{id: x, name: {quoted}}}\n", encoding="utf-8")
    for clients, status, count, numbers in (("hostile", "1", len(HOSTILE), ("below", "0", "2", "96")), ("faulty", "3", 0, NONE)):
        ended = runner.run({"clients": clients, "as-of": AS_OF, "fail-on": "overdue", "min-proved": "9"})
        outputs = {key: value for key, value in ended.outputs.items() if key not in ("results", "reports", "sarif")}
        faults.expect(f"{clients}: outputs", outputs,
                      {"status": status, **dict(zip(("verdict", "proved", "claimed", "at_best"), numbers))})
        reports = [pathlib.Path(path).name for path in ended.outputs["reports"].splitlines()]
        faults.expect(f"{clients}: how many are judged", len(reports), count)
        faults.expect(f"{clients}: odd names of files",
                      [name for name in reports if not re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*\.html", name)], [])
        odd = [line for kind, line in ended.commands if kind not in ("error", "warning", "notice")
               or not re.match(r"::(error title=candor::Not every|\w+ file=hostile/)", line)]
        faults.expect(f"{clients}: commands", odd, [])
    faults.expect("hostile: no shell", list(workspace.rglob("bad")), [])


def check_large_summary(runner, workspace, faults):
    """GitHub shows nothing of a summary that is larger than 1 MiB."""
    stub = workspace / "stub"
    stub.mkdir()
    (stub / "candor").write_text("#!/usr/bin/env bash\nfor o; do [[ $o != *.summary.md ]] || head -c 600000 /dev/zero | tr '\\0' x >$o; done\n",
                                 encoding="utf-8")
    (stub / "candor").chmod(0o755)
    large = Runner(runner.folder, workspace, runner.temp, {**runner.environment, "PATH": f"{stub}:{runner.environment['PATH']}"})
    ended = large.run({"clients": f"{MEETS}\n{LATE}\n{BELOW}"})
    faults.expect("large summary: standard error", ended.errors, "")
    faults.expect("large summary", (len(ended.summary) < 2**20, ended.summary.splitlines()[-1]),
                  (True, "Clients for which there is no room here: 2."))


def check_built(runner, source, folder, program, faults):
    """Without a candor on the PATH it is built from the action's own checkout. Here the build is a stand-in."""
    checkout = folder / "checkout"
    (checkout / "scripts").mkdir(parents=True)
    shutil.copy(source / "action.yml", checkout)
    shutil.copytree(source / "scripts/action", checkout / "scripts/action")
    shutil.copytree(source / "examples/ci", checkout / "examples/ci")
    functions = set(re.findall(r"^(\w+)\(\)", (source / "scripts/lib.sh").read_text(encoding="utf-8"), re.M))
    faults.expect("what the build uses is there", {"need_all", "say", "build"} - functions, set())
    (checkout / "scripts/lib.sh").write_text(
        'cd "$(dirname "${BASH_SOURCE[0]}")/.."\nneed_all() { needed=yes; }\nsay() { echo "$*"; }\n'
        f'build() {{ [ "$needed $*" = "yes release candor_program" ]; mkdir -p build/release; ln -s {program} build/release/candor; }}\n',
        encoding="utf-8")
    path = os.pathsep.join(part for part in os.environ["PATH"].split(os.pathsep) if not os.path.exists(os.path.join(part, "candor")))
    ended = Runner(checkout, runner.workspace, runner.temp, {**runner.environment, "PATH": path}).run({"clients": MEETS, "as-of": AS_OF})
    faults.expect("built", (ended.green, ended.outputs["proved"]), (True, "90"))


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(os.path.realpath(name))
        workspace, temp, tools = (folder / part for part in ("work space", "temp", "tools"))
        for made in (workspace / "nothing", workspace / "broken", temp, tools):
            made.mkdir(parents=True)
        for client in (MEETS, BELOW, LATE, PROVIDER):
            shutil.copytree(source / "examples" / pathlib.Path(client).name, workspace / client)
        (workspace / "broken/inventory.yaml").write_text("candor: 1\nclient: {id: x}\nanwser: yes\n", encoding="utf-8")
        (tools / "candor").symlink_to(program)
        surroundings = environment(PATH=f"{tools}:{os.environ['PATH']}", HOME=str(folder))
        runner = Runner(source, workspace, temp, surroundings)
        check_shown(runner, faults)
        check_table(runner, faults)
        check_built(runner, source, folder, program, faults)
        check_large_summary(runner, workspace, faults)
        check_hostile(runner, workspace, faults)
        check_written(runner, workspace, faults)
    return faults.tell(f"{len(TABLE)} jobs end as candor does")


if __name__ == "__main__":
    sys.exit(main())
