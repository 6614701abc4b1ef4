"""pages.py PROGRAM SOURCE FILE: page 1 of the dental example and one finding, as Markdown or HTML."""
import pathlib
import re
import subprocess
import sys

DAY = "2026-11-21"
FINDING = "Some of your data has no copy that is safe from an intruder."


def score(program, source, *options):
    run = subprocess.run([program, "score", str(source / "examples" / "dental"), "--as-of", DAY, *options],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    return run.stdout.decode()


def as_markdown(program, source):
    report = score(program, source, "-f", "markdown")
    page_one, rest = report.split("\n---\n", 1)
    card = re.search(rf"^### {re.escape(FINDING)}$.*?(?=^##)", rest, re.M | re.S)
    return f"{page_one}\n{card[0]}"


def as_html(program, source):
    page = score(program, source, "-f", "html")
    cards = re.findall(r'<article.*?</article>\n', page, re.S)
    card = next(card for card in cards if FINDING in card)
    head, _, _ = page.partition("</div>\n<div>\n<h2>")
    return f"{head}</div>\n<div>\n{card}</div>\n</main>\n</body>\n</html>\n"


def main():
    program, source, file = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if file.suffix == ".md":
        file.write_text(as_markdown(program, source), encoding="utf-8")
    elif file.suffix == ".html":
        file.write_text(as_html(program, source), encoding="utf-8")
    else:
        sys.exit("a file that ends in .md or .html")


if __name__ == "__main__":
    main()
