"""What each format may hold, whatever a client wrote: an exact check of its bytes, and its skeleton, which is all of it but
the texts. The skeleton of hostile texts must be that of harmless ones: then nothing in them became part of the form."""
import base64
import csv
import functools
import hashlib
import html.parser
import io
import json
import re
import shutil
import subprocess
import unicodedata
import urllib.parse
import xml.etree.ElementTree
import zipfile

from fake_runner import command_in

MARK = re.compile(r"zq(\d+)x")
SEEN_THOUGH_FORMAT = {0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, *range(0x600, 0x606)}
BLANK_LETTERS = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0}
OUR_COLOURS = re.compile(r"\x1b\[(0|1|2|3[1235]|1;3[125])m")
CMARK = shutil.which("cmark-gfm")


def acting(text):
    """A character that acts on a reader instead of being read; the least of them."""
    for c in sorted(set(text)):
        if c == "\n" or " " <= c < "\x7f":
            continue
        if ord(c) in BLANK_LETTERS or unicodedata.category(c) in ("Cc", "Cs", "Cn", "Zl", "Zp") \
                or (unicodedata.category(c) == "Cf" and ord(c) not in SEEN_THOUGH_FORMAT):
            return c
    return None


def obeyed(text):
    """The first line that a machine which shows this as a log would obey."""
    for line in re.findall(r"^.*(?:::|##).*$", text, re.M):
        if command_in(line) or re.search(r"##(vso|teamcity)?\[", line):
            return line
    return None


def check_text(text):
    """Of a terminal and of a log."""
    faults = []
    if (c := acting(text)) is not None:
        faults.append(f"the character {c!r}")
    if (line := obeyed(text)) is not None:
        faults.append(f"a line that a build machine obeys: {line[:200]!r}")
    return faults


class Page(html.parser.HTMLParser):
    """Tags and attributes, and the texts of a page by whether they stand in code."""

    def __init__(self, page, *, is_markdown=False):
        super().__init__(convert_charrefs=True)
        self.parts, self.texts, self.is_markdown, self.code, self.style, self.styles = [], [], is_markdown, 0, 0, ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "code" and self.is_markdown:
            self.code += 1
            return
        self.style += tag == "style"
        self.parts.append((tag, tuple((name, "*" if value and MARK.search(value) else value) for name, value in attrs)))

    def handle_endtag(self, tag):
        if tag == "code" and self.is_markdown:
            self.code -= 1
            return
        self.style -= tag == "style"
        self.parts.append("/" + tag)

    def handle_data(self, data):
        if self.style:
            self.styles += data
        elif not self.code:
            self.texts.append(data)

    def handle_comment(self, data):
        self.parts.append(f"<!--{data}")

    def handle_decl(self, decl):
        self.parts.append(f"<!{decl}")

    def unknown_decl(self, data):
        self.parts.append(f"<![{data}")

    def handle_pi(self, data):
        self.parts.append(f"<?{data}")


SPOKEN = {"aria-label", "title", "alt", "content"}


def of_html(data):
    text = data.decode()
    page = Page(text)
    faults = check_text(text)
    form = []
    digest = base64.b64encode(hashlib.sha256(page.styles.encode()).digest()).decode()
    for part in page.parts:
        if isinstance(part, tuple):
            faults += [f"a client's text in the attribute `{name}`" for name, value in part[1] if value == "*" and name not in SPOKEN]
            part = part[0], tuple((name, value and value.replace(digest, "of the style")) for name, value in part[1]
                                   if (name, value) != ("class", "many"))
        form.append(part)
    return faults, [*form, re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', page.styles)]


def of_markdown(data):
    text = data.decode()
    faults = check_text(text)
    if not CMARK:
        return faults, []
    page = Page(rendered(data), is_markdown=True)
    for piece in page.texts:
        if found := re.search(r"(^|[^\w`])(@[\w/-]+|[\w/-]*#\d+|www\.\w|https?://\w)", piece):
            faults.append(f"GitHub makes a link of {found[2]!r}")
    return faults, page.parts


def shape(value):
    if isinstance(value, dict):
        return {"*" if MARK.search(key) else key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return "text" if isinstance(value, str) else type(value).__name__


def addresses(text):
    """All that is called an address, wherever it stands."""
    return [json.loads(found) for found in re.findall(r'"(?:uri|href|helpUri|informationUri)"\s*:\s*("(?:[^"\\]|\\.)*")', text)]


def no_constant(name):
    raise ValueError(f"{name} is no JSON")


def of_json(data):
    text = data.decode()
    value = json.loads(text, parse_constant=no_constant)
    faults = check_text(text)
    faults += [f"the address {uri!r}" for uri in addresses(text)
               if not re.fullmatch(r"[\w.~%/#:!$&'()*+,;=@-]*", uri, re.A) or (urllib.parse.urlsplit(uri).scheme not in ("", "https"))]
    return faults, shape(value)


def of_ndjson(data):
    value = json.loads(data, parse_constant=no_constant)  # whose form is that of `json`
    return check_text(data.decode()) + ["it has several lines"] * (data.count(b"\n") != 1), sorted(value)


def of_csv(data):
    text = data.decode()
    faults = check_text(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    for cell in (cell for row in rows for cell in row):
        # ASVS 1.2.10; the wide signs are what some spreadsheets take for the others
        if re.match(r" *[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]", cell) or "\n" in cell:
            faults.append(f"the cell {cell[:80]!r}")
    return faults, [len(row) for row in rows]


def of_xml(data):
    text = data.decode()
    faults = check_text(text)
    if re.search(r"<!|<\?(?!xml )", text):
        faults.append("a declaration")
    root = xml.etree.ElementTree.fromstring(data)
    for node in root.iter():
        for said in [node.text or "", *node.attrib.values()]:
            if "[[attachment|" in said.lower():
                faults.append(f"an attachment: {said[:80]!r}")
    return faults, [(node.tag, sorted(node.attrib)) for node in root.iter()]


def of_github(data):
    faults, form = [], []
    for line in data.decode().splitlines():
        found = re.fullmatch(r"::(error|warning|notice) file=([^:,\r\n]*),line=\d+,title=([^:,\r\n]*)::(.*)", line)
        if not found or re.search(r"%(?!25|0A|0D|3A|2C)", line) or acting(line) is not None or re.search(r"##(vso|teamcity)?\[", line):
            faults.append(f"the line {line[:200]!r}")
        form.append(found and (found[1], found[4].count("%0A")))
    return faults, form


def of_prometheus(data):
    text, seen, faults = data.decode(), set(), []
    label = r'[a-z_]+="(?:[^"\\\n]|\\["\\n])*"'
    for line in text.splitlines():
        if re.match(r"# (HELP|TYPE) candor_\w+ ", line):
            continue
        found = re.fullmatch(rf"(candor_\w+\{{{label}(?:,{label})*\}}) [0-9.]+", line)
        if not found:
            faults.append(f"the line {line[:200]!r}")
        elif found[1] in seen:
            faults.append(f"the series is there twice: {found[1]}")
        seen.add(found and found[1])
    names = [re.sub(r'="(?:[^"\\]|\\.)*"', "", line.rsplit(" ", 1)[0]) for line in text.splitlines()]
    return faults + check_text(text), names


def of_workbook(data):
    faults, form = [], []
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in sorted(book.namelist()):
            root = xml.etree.ElementTree.fromstring(book.read(name))
            kinds = [(node.tag.split("}")[1], node.get("r"), node.get("t")) for node in root.iter()
                     if not node.tag.endswith("}v")]
            if any(kind in ("f", "hyperlink", "externalLink") for kind, *_ in kinds):
                faults.append(f"a formula or a link in {name}")
            form.append((name, [kind[0] for kind in kinds] if "sharedStrings" in name else kinds))
            faults += [f"the character {c!r} in {name}" for node in root.iter() if (c := acting(node.text or "")) is not None]
    return faults, form


def of_terminal(data):
    return check_text(OUR_COLOURS.sub("", data.decode())), []


RULES = {"terminal": of_terminal, "markdown": of_markdown, "html": of_html, "github-summary": of_markdown, "json": of_json, "ndjson": of_ndjson,
         "record": of_json, "csv": of_csv, "xlsx": of_workbook, "findings": of_csv, "junit": of_xml, "gitlab": of_json, "github": of_github,
         "sarif": of_json, "oscal": of_json, "prometheus": of_prometheus}


def difference(given, wanted):
    """Where two skeletons part."""
    if isinstance(given, list) and isinstance(wanted, list):
        for number, (a, b) in enumerate(zip(given, wanted)):
            if a != b:
                return f"{number}: {difference(a, b)}"
        return f"{len(given)} instead of {len(wanted)}" if len(given) != len(wanted) else ""
    if isinstance(given, dict) and isinstance(wanted, dict) and list(given) == list(wanted):
        return next((f"{key}: {difference(given[key], wanted[key])}" for key in given if given[key] != wanted[key]), "")
    return f"{str(given)[:150]} instead of {str(wanted)[:150]}"


@functools.lru_cache(1000)
def rendered(data):
    return subprocess.run([CMARK, "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough"], input=data, capture_output=True,
                          timeout=60, check=True).stdout.decode()


def check(rule, data, harmless=None):
    """What is wrong with a result. `harmless`: the same of texts that do nothing."""
    try:
        faults, form = RULES[rule](data)
    except (ValueError, csv.Error, xml.etree.ElementTree.ParseError, zipfile.BadZipFile) as error:
        return [f"not what it should be: {error}"]
    if harmless is not None and form != (wanted := RULES[rule](harmless)[1]):
        faults.append(f"another form: {difference(form, wanted)}")
    return faults
