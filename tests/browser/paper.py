"""paper.py PROGRAM SOURCE FOLDER: the PDFs of the examples, on A4 and Letter: sound, tagged, titled, with an outline;
the first page holds what belongs there; the dental example has at most six; the words are those of the Markdown."""

import collections
import json
import pathlib
import re
import subprocess
import sys

DAY = "2026-11-21"
BOTH_SIZES = ("dental", "meets-with-proof", "empty", "declined-for-price")


def said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def words(text: str) -> collections.Counter[str]:
    return collections.Counter(re.findall(r"\w+", text))


def report(program: str, client: pathlib.Path, *options: str) -> bytes:
    run = subprocess.run([program, "score", str(client), "--as-of", DAY, *options], capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{client}: exit status {run.returncode}: {run.stderr.decode()}")
    return run.stdout


def plain(markdown: str) -> str:
    """The words of a Markdown report without marks and bars."""
    text = re.sub(r"`[█▒?·\[\]~!+-]+`", " ", markdown)
    return re.sub(r"_{5,}", " ", text.replace("\\", ""))


def check(program: str, client: pathlib.Path, paper: str, folder: pathlib.Path) -> list[str]:
    file = folder / f"{client.name}-{paper}.pdf"
    file.write_bytes(report(program, client, "-f", "pdf", "--paper", paper))
    wrong = []
    if "No syntax or stream encoding errors" not in said("qpdf", "--check", str(file)):
        wrong.append("qpdf finds errors")
    about = said("pdfinfo", str(file))
    title = re.search(r"^Title: +(.*)$", about, re.M)
    pages = int(re.search(r"^Pages: +(\d+)$", about, re.M)[1])
    size = re.search(r"^Page size: +([\d.]+) x ([\d.]+)", about, re.M)
    expected = (595, 842) if paper == "a4" else (612, 792)
    if (round(float(size[1])), round(float(size[2]))) != expected:
        wrong.append(f"its sheets are {size[1]} x {size[2]}")
    if not re.search(r"^Tagged: +yes$", about, re.M):
        wrong.append("it is not tagged")
    parts = json.loads(said("qpdf", "--json", str(file)))
    if not parts["outlines"]:
        wrong.append("it has no outline")
    if not re.search(r'"/Lang": "(u:)?en', json.dumps(parts)):
        wrong.append("it has no language")

    markdown = report(program, client, "-f", "markdown").decode()
    heading = markdown.splitlines()[0].removeprefix("# ").replace("\\", "")
    if title is None or title[1] != heading:
        wrong.append(f"its title is {title and title[1]!r}, not {heading!r}")
    first = plain(markdown.split("\n---\n")[0])
    on_page_one = said("pdftotext", "-f", "1", "-l", "1", "-layout", str(file), "-")
    foot = f"{heading} page 1 of {pages}"
    if words(on_page_one) != words(first) + words(foot):
        wrong.append(f"page 1 lacks {words(first) - words(on_page_one)} and has besides "
                     f"{words(on_page_one) - words(first) - words(foot)}")
    everything = said("pdftotext", "-layout", str(file), "-")
    feet = " ".join(f"{heading} page {page} of {pages}" for page in range(1, pages + 1))
    if words(everything) != words(plain(markdown)) + words(feet):
        wrong.append(f"its words are not those of the Markdown: {words(everything) - words(plain(markdown)) - words(feet)}"
                     f" {words(plain(markdown)) - words(everything)}")
    if client.name == "dental" and pages > 6:
        wrong.append(f"it has {pages} pages")
    print(f"{client.name}, {paper}: {pages} pages")
    return wrong


def main() -> int:
    program, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    status = 0
    for name in BOTH_SIZES:
        for paper in ("a4", "letter"):
            for fault in check(program, source / "examples" / name, paper, folder):
                status = 1
                print(f"{name}, {paper}: {fault}")
    return status


if __name__ == "__main__":
    sys.exit(main())
