"""pages.py PROGRAM SOURCE FOLDER: a page for every hostile string in all fields at once, beside the page of its harmless twin, for a
browser to open: NUMBER-WHAT.hostile.html and NUMBER-WHAT.harmless.html. Some of them as PDF too. CANDOR_PAGES=all makes
them all, which take a browser some minutes; without it a page for every fifth string."""
import concurrent.futures
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "program"))
import hostile_output  # noqa: E402
import strings  # noqa: E402

PAGES = {"owner": ("score", "client"), "technician": ("score", "client", "--for", "technician"), "card": ("card", "client"),
         "letter": ("decline", "client", "mfa.remote"), "standard": ("profile", "show", "standard.yaml")}
PDF_EVERY = 15
EVERY = 1 if os.environ.get("CANDOR_PAGES") == "all" else 5


def write(test, folder, number, taken):
    case = test.case()
    for kind, of in (("hostile", str), ("harmless", strings.harmless)):
        test.world.write(case.folder, test.around(taken, of))
        for what, verb in PAGES.items():
            page = folder / f"{number:02}-{what}.{kind}.html"
            status, _, said = case.run(*verb, *hostile_output.more_for(verb), "-f", "html", "-o", str(page))
            assert status in (0, 1), said
        if number % PDF_EVERY == 0 and kind == "hostile":
            status, _, said = case.run(*PAGES["owner"], *hostile_output.STANDARD, "-f", "pdf", "-o", str(folder / f"{number:02}.pdf"))
            assert status in (0, 1), said


def main():
    program, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[3]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        test = hostile_output.Test(program, pathlib.Path(name), True)
        for done in [pool.submit(write, test, folder, number, taken) for number, (_, taken) in enumerate(test.worlds(1)) if number % EVERY == 0]:
            done.result()


if __name__ == "__main__":
    main()
