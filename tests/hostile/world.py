"""A client, its evidence, its provider, a standard and settings that say something under every key; and all the places in
them where a text may be any: found by asking the program, not from a list."""
import hashlib
import json
import pathlib
import re
import shutil

import yaml

HERE = pathlib.Path(__file__).parent / "world"
FILES = ["client/inventory.yaml", "client/evidence/tool-2026-11-10-00000000.yaml", "client/evidence/other-2026-11-10-00000001.yaml",
         "provider/inventory.yaml", "provider/for_clients.yaml", "provider/prices.yaml", "standard.yaml", "candor.yaml"]
PLACE = re.compile(r"^(\S+):(\d+):(\d+): error: .* \[([a-z0-9-]+)\]$", re.M)


class Scalar:
    """One key or value of a file."""

    def __init__(self, file, text, path, is_key):
        self.file, self.text, self.path, self.is_key, self.field = file, text, path, is_key, None


def parsed(file, node, path):
    """The tree of a node: lists, lists of pairs, and scalars."""
    if isinstance(node, yaml.MappingNode):
        return [(Scalar(file, key.value, f"{path}/{key.value}", True), parsed(file, value, f"{path}/{key.value}")) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return tuple(parsed(file, item, f"{path}/{number}") for number, item in enumerate(node.value))
    return Scalar(file, node.value, path, False)


def scalars_in(tree):
    if isinstance(tree, Scalar):
        yield tree
    for item in tree if isinstance(tree, (list, tuple)) else ():
        for part in item if isinstance(tree, list) else (item,):
            yield from scalars_in(part)


class Written:
    """A file's text, each scalar on a line of its own behind what belongs before it; and which scalar stands where."""

    def __init__(self, tree, said):
        self.lines, self.places, self.said = [], {}, said
        self.write(tree, 0)
        self.text = "\n".join(self.lines) + "\n"

    def put(self, scalar):
        self.places[len(self.lines), len(self.lines[-1]) + 1] = scalar
        self.lines[-1] += self.said(scalar)

    def begin(self, depth, mark=""):
        self.lines.append(" " * depth + mark)

    def write(self, tree, depth):
        if isinstance(tree, Scalar):
            return self.put(tree)
        if not tree:
            self.lines[-1] += "[]"
        for item in tree:
            if isinstance(tree, tuple):
                self.begin(depth, "- ")
                self.write(item, depth + 2)
            else:
                self.begin(depth)
                self.put(item[0])
                self.lines[-1] += ": "
                self.write(item[1], depth + 2)
        return None


def quoted(text):
    if re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/-]*[A-Za-z0-9._/-])?", text):
        return text
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")


class World:
    def __init__(self):
        self.restored = (HERE / "client/evidence/restore.txt").read_bytes()
        digest = hashlib.sha256(self.restored).hexdigest()
        self.trees = {file: parsed(file, yaml.compose((HERE / file).read_text(encoding="utf-8").replace('"SHA"', digest)), "")
                      for file in FILES}
        self.scalars = [scalar for tree in self.trees.values() for scalar in scalars_in(tree)]
        self.fields = self.grouped()
        self.free = []

    def grouped(self):
        """Scalars that must change together: a party wherever it is named, a part in all entries of a folder, a baseline."""
        groups = {}
        parties = {(scalar.file.split("/")[0], scalar.text) for scalar in self.scalars
                   if scalar.is_key and re.fullmatch(r"/(parties|baselines)/[^/]*", scalar.path)}
        for scalar in self.scalars:
            folder, name = scalar.file.split("/")[0], scalar.path.split("/")[-1]
            if (folder, scalar.text) in parties:
                key = "party", folder, scalar.text
            elif name == "part" and not scalar.is_key:
                key = "part", folder, scalar.text
            else:
                key = scalar.file, scalar.path, scalar.is_key
            groups.setdefault(key, []).append(scalar)
        for number, group in enumerate(groups.values()):
            for scalar in group:
                scalar.field = number
        return list(groups.values())

    def write(self, folder, texts):
        """The world with other texts in some of its fields; gives which scalar stands where."""
        places = {}
        for file, tree in self.trees.items():
            written = Written(tree, lambda scalar: quoted(texts.get(scalar.field, scalar.text)))
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written.text, encoding="utf-8", newline="")
            places.update({(file, *place): scalar for place, scalar in written.places.items()})
        (folder / "client/evidence/restore.txt").write_bytes(self.restored)
        return places

    def find_free(self, folder, check):
        """Which fields take any text: all are tried, and what is complained about is not one of them. `check` gives what
        the program says of the folder."""
        left = {field for field, scalars in enumerate(self.fields) if scalars[0].path != "/candor"}
        while True:
            places = self.write(folder, {field: f"zq{field}x, {{a}} \u00e9" for field in left})
            said = check()
            complaints = PLACE.findall(said)
            if not complaints:
                break
            wrong = {places[place].field for file, line, column, _ in complaints
                     if (place := (file.removeprefix("client/../"), int(line), int(column))) in places}
            wrong |= {int(field) for field in re.findall(r"error: .*`zq(\d+)x, ", said)}
            if not wrong & left:  # something beside it lacks its partner
                lines = {(file.removeprefix("client/../"), int(line)) for file, line, *_ in complaints}
                wrong = {scalar.field for (file, line, _), scalar in places.items() if (file, line) in lines}
            if not wrong & left:
                raise AssertionError(f"complaints about nothing that was changed: {complaints[:5]}")
            left -= wrong
        self.free = sorted(left)
        shutil.rmtree(folder)
        return self.free

    def name(self, field):
        first = self.fields[field][0]
        return f"{first.file}{first.path}{' (key)' if first.is_key else ''}"
