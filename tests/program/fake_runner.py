"""Runs a composite action as GitHub's runner does, as far as action.yml needs it: inputs, step outputs, simple conditions,
the files behind GITHUB_OUTPUT and GITHUB_STEP_SUMMARY, and the commands that the runner finds in what a step prints.
What an action of others would do is noted, not done."""
import dataclasses
import pathlib
import re
import subprocess

try:
    import yaml
except ImportError:  # who looks for commands needs none, and who runs an action says so
    yaml = None

COMMANDS = {"add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path",
            "notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning"}


def command_in(line):
    """The command that the runner takes a line for: `::name …::data` at its start, or the old `##[name …]` anywhere."""
    told = re.match(r"\s*::([\w-]+)([^:]*(?::(?!:)[^:]*)*)::(.*)", line, re.S)
    if told is None or told.group(1).lower() not in COMMANDS:
        told = re.search(r"##\[([\w-]+)([^\]]*)\](.*)", line, re.S)
    return (told.group(1).lower(), told.group(3)) if told and told.group(1).lower() in COMMANDS else None


def commands_in(text):
    """All commands of a step's output that the runner obeys. While it was told to stop it waits for the mark alone."""
    found, mark = [], None
    for line in re.split(r"\r\n|\r|\n", text):
        if mark is not None:
            mark = None if line.strip() == f"::{mark}::" else mark
            continue
        command = command_in(line)
        if command and command[0] == "stop-commands":
            mark = command[1]
        elif command:
            found.append((command[0], line))
    return found, mark


def outputs_in(text):
    """What a step wrote to GITHUB_OUTPUT; a file that the runner would refuse is an error."""
    given, lines = {}, iter(text.splitlines())
    for line in lines:
        name, mark = re.fullmatch(r"([^=<]+)(=|<<)(.*)", line, re.S).group(1, 2)
        value = line[len(name) + len(mark):]
        if mark == "<<":
            inner = []
            while (following := next(lines)) != value:
                inner.append(following)
            value = "\n".join(inner)
        given[name] = value
    return given


@dataclasses.dataclass
class Ended:
    """How the action went in a job."""
    green: bool
    outputs: dict
    log: str = ""
    errors: str = ""  # what came on standard error, where no order protects it
    commands: list = dataclasses.field(default_factory=list)
    summary: str = ""
    uses: list = dataclasses.field(default_factory=list)


class Runner:
    def __init__(self, action, workspace, temp, environment):
        self.folder = pathlib.Path(action)
        self.action = yaml.safe_load((self.folder / "action.yml").read_text(encoding="utf-8"))
        self.workspace, self.temp, self.environment = workspace, pathlib.Path(temp), environment

    def run(self, inputs, others_fail=False):
        """The action with these inputs. `others_fail`: whether actions of others fail where they are used."""
        unknown = set(inputs) - set(self.action["inputs"])
        assert not unknown, f"not inputs of the action: {unknown}"
        known = {name: str(inputs.get(name, told.get("default", ""))) for name, told in self.action["inputs"].items()}
        steps, ended = {}, Ended(True, {})
        for number, step in enumerate(self.action["runs"]["steps"]):
            if not ended.green or not self.holds(step.get("if", "true"), known, steps):
                continue
            if "uses" in step:
                ended.uses.append((step["uses"], self.filled(step["with"], known, steps)))
                well = not others_fail
            else:
                well = self.run_step(number, step, known, steps, ended)
            ended.green = well or step.get("continue-on-error", False)
        ended.outputs = {name: self.fill(told["value"], known, steps) for name, told in self.action["outputs"].items()}
        return ended

    def run_step(self, number, step, known, steps, ended):
        assert step["shell"] == "bash" and "${{" not in step["run"], step
        script, output, summary = (self.temp / f"{what}-{number}" for what in ("script", "output", "summary"))
        script.write_text(step["run"], encoding="utf-8")
        for path in (output, summary):
            path.write_text("", encoding="utf-8")
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.workspace,
                              env={**self.environment, **self.filled(step.get("env", {}), known, steps),
                                   "GITHUB_ACTION_PATH": str(self.folder), "GITHUB_WORKSPACE": str(self.workspace),
                                   "GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary),
                                   "RUNNER_TEMP": str(self.temp)},
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120, check=False)
        said, errors = (text.decode(errors="surrogateescape") for text in (done.stdout, done.stderr))
        obeyed, stopped = commands_in(said)
        assert stopped is None, "the runner was told to stop reading commands, and never to go on"
        ended.log += said
        ended.errors += errors
        ended.commands += obeyed + commands_in(errors)[0]
        ended.summary += summary.read_text(encoding="utf-8")
        if "id" in step:
            steps[step["id"]] = outputs_in(output.read_text(encoding="utf-8"))
        return done.returncode == 0

    def fill(self, text, known, steps):
        return re.sub(r"\$\{\{ (.+?) \}\}", lambda found: self.value(found.group(1), known, steps), str(text))

    def filled(self, pairs, known, steps):
        return {name: self.fill(text, known, steps) for name, text in pairs.items()}

    def value(self, expression, known, steps):
        kind, name, *rest = expression.split(".")
        if kind == "inputs":
            return known[name]
        assert kind == "steps" and rest[0] == "outputs", expression
        return steps.get(name, {}).get(rest[1], "")

    def holds(self, condition, known, steps):
        """A condition made of `true`, `A == 'b'`, `A != 'b'` and `&&`; GitHub compares without regard to case."""
        for part in condition.split(" && "):
            if part == "true":
                continue
            left, sign, right = re.fullmatch(r"(\S+) (==|!=) '(.*)'", part).groups()
            if (self.value(left, known, steps).lower() == right.lower()) != (sign == "=="):
                return False
        return True
