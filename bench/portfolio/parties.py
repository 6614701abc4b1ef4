"""Who judges the default standard here: candor, and the same in Python, in JavaScript and with yaml-cpp.

Each is called with the paths of folders or streams. One that cannot run here says why and is left out.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DAY = "2026-11-21"


class Party:
    def __init__(self, name, start, judge, version):
        self.name = name
        self.start = start  # the command that starts it and does nothing
        self.judge = judge  # the command that judges the paths which follow it
        self.version = version


def answer(*command, **more):
    """What a command prints; empty where it fails or is not there."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True, **more).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def candor(program, *options):
    return [program, "portfolio", "--as-of", DAY, *(options or ("-f", "row", "--jobs", "1"))]


def find_python(standard):
    about = ("import sys, yaml, yaml._yaml; print(sys.executable); "
             "print(f'Python {sys.version.split()[0]}, PyYAML {yaml.__version__} with libyaml {yaml._yaml.get_version_string()}')")
    for name in (shutil.which("python3", path="/usr/bin:/bin"), sys.executable):
        if name and (found := answer(name, "-c", about)):
            executable, version = found.splitlines()
            return Party("Python, PyYAML", [executable, "-c", "pass"], [executable, str(HERE / "score.py"), standard, DAY], version)
    return "Python: PyYAML with libyaml is not there"


def find_node(standard):
    node = shutil.which("node")
    if not node:
        return "JavaScript: node is not there"
    library = answer(node, "-p", "require('js-yaml/package.json').version")
    if not library:
        return "JavaScript: js-yaml is not there; NODE_PATH may name the folder it lies in"
    return Party("node, js-yaml", [node, "-e", "0"], [node, str(HERE / "score.mjs"), standard, DAY],
                 f"node {answer(node, '--version')}, js-yaml {library}")


def build_yaml_cpp(standard, work):
    compiler = shutil.which(os.environ.get("CXX", "g++"))
    if not compiler:
        return "yaml-cpp: there is no compiler"
    program = str(work / "score")
    built = subprocess.run([compiler, "-std=c++20", "-O2", "-o", program, str(HERE / "score.cpp"), "-lyaml-cpp"], capture_output=True, text=True, check=False)
    if built.returncode != 0:
        return f"yaml-cpp: {HERE.name}/score.cpp could not be built: {(built.stderr.splitlines() or ['?'])[0]}"
    macros = answer(compiler, "-std=c++20", "-dM", "-E", "-include", "nlohmann/json.hpp", "-x", "c++", os.devnull)
    json_version = ".".join(re.search(rf"#define NLOHMANN_JSON_VERSION_{part} (\d+)", macros).group(1) for part in ("MAJOR", "MINOR", "PATCH"))
    return Party("C++, yaml-cpp", [program], [program, standard, DAY],
                 f"yaml-cpp {answer('pkg-config', '--modversion', 'yaml-cpp') or '?'}, nlohmann-json {json_version}, "
                 f"{pathlib.Path(compiler).name} {answer(compiler, '-dumpfullversion')} -O2")


def find_all(program, work):
    """All who can run here, candor first, and why the others cannot."""
    found = [Party("candor", [program, "--version"], candor(program), answer(program, "--version"))]
    standard = str(work / "standard.json")
    python = next((name for name in (sys.executable, "/usr/bin/python3") if answer(name, "-c", "import yaml; yaml.CBaseLoader; print(1)")), None)
    if not python:
        return found, ["nobody to compare with: PyYAML is not there, which turns the standard into JSON for them"]
    subprocess.run([python, str(HERE / "standard.py"), standard], check=True)
    others = [find_python(standard), find_node(standard), build_yaml_cpp(standard, work)]
    return found + [one for one in others if isinstance(one, Party)], [one for one in others if isinstance(one, str)]


def generate(count, target):
    """Makes so many clients in a folder or a stream and says how many bytes one has, on average."""
    done = subprocess.run([sys.executable, str(HERE / "generate.py"), str(count), str(target)], stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.split()[2]


def rows_of(party, path):
    """What a party says of the clients: id, verdict, three numbers and letters of each."""
    done = subprocess.run([*party.judge, str(path)], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit(f"{party.name}: exit status {done.returncode}\n{done.stderr[:2000]}")
    lines = done.stdout.splitlines()
    if party.name != "candor":
        return [line.split("\t") for line in lines]
    rows = map(json.loads, lines)
    return [[row["client"], row["verdict"], *map(str, row["points"] or []), row["controls"]] for row in rows]
