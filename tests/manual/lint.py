#!/usr/bin/env python3
"""lint.py FOLDER: mandoc finds nothing wrong in any manual page."""
import pathlib
import shutil
import subprocess
import sys


def main():
    pages = sorted(str(page) for page in pathlib.Path(sys.argv[1]).glob("*.[1-9]"))
    if not shutil.which("mandoc"):
        print("mandoc is not here")
        return 77
    if not pages:
        print(f"no manual pages in {sys.argv[1]}")
        return 1
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", *pages], capture_output=True, text=True, check=False)
    print(done.stdout or f"{len(pages)} pages, nothing to say")
    return 1 if done.returncode or done.stdout else 0


if __name__ == "__main__":
    sys.exit(main())
