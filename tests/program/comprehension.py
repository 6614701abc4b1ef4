"""comprehension.py PROGRAM SOURCE: the answer key of the comprehension test speaks of the pages that its readers get."""
import csv
import pathlib
import sys

from running import Faults

sys.path.append(str(pathlib.Path(__file__).parent.parent / "comprehension"))
import pages  # noqa: E402


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    kit = source / "tests" / "comprehension"
    given = pages.as_markdown(program, source).replace("**", "").replace("\\", "")
    page = pages.as_html(program, source)
    faults = Faults()
    with open(kit / "key.tsv", encoding="utf-8", newline="") as file:
        key = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = [line for line in (kit / "questions.md").read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
    faults.expect("as many answers as questions", len(key), len(asked))
    for number, row in enumerate(key, 1):
        faults.expect(f"question {number} stands under its number", row["question"], str(number))
        if row["stands"] not in given:
            faults.append(f"question {number}: `{row['stands']}` does not stand in the pages")
    faults.expect("the page has one finding", page.count("<article"), 1)
    return faults.tell("the key fits the pages")


if __name__ == "__main__":
    sys.exit(main())
