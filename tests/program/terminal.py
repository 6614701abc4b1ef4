#!/usr/bin/env python3
"""terminal.py PROGRAM SOURCE: colour is for terminals alone, and only where it is wanted; text is as wide as the
terminal, and 80 columns elsewhere."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

from running import AS_OF, Faults, environment, has_terminals, run

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(program, *arguments, folder, columns=80, **more):
    """What the program writes when its standard output and error are a terminal of that width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen([program, *arguments], cwd=folder, env=environment(**{"TERM": "xterm", **more}),
                               stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
    os.close(theirs)
    text = b""
    while True:
        try:
            some = os.read(ours, 65536)
        except OSError:
            break
        if not some:
            break
        text += some
    os.close(ours)
    process.wait(timeout=60)
    return text.decode().replace("\r\n", "\n")


def main():
    if not has_terminals():
        print("no terminal can be had here")
        return 77
    program, source = os.path.abspath(sys.argv[1]), sys.argv[2]
    faults = Faults()
    score = ("score", "examples/dental", "--as-of", AS_OF)
    wrong = ("score", "nobody")
    plain = run(program, *score, folder=source)[1]
    faults.expect("colour in a pipe", ESCAPE.findall(plain), [])

    shown = on_a_terminal(program, *score, folder=source)
    faults.expect("colour on a terminal", bool(ESCAPE.search(shown)), True)
    faults.expect("the words of both", ESCAPE.sub("", shown) == plain, True)
    faults.expect("a complaint on a terminal", bool(ESCAPE.search(on_a_terminal(program, *wrong, folder=source))), True)
    for why, arguments, more in [("NO_COLOR", score, {"NO_COLOR": "1"}), ("a dumb terminal", score, {"TERM": "dumb"}),
                                 ("--no-color", (*score, "--no-color"), {}), ("--color never", (*score, "--color", "never"), {}),
                                 ("CANDOR_COLOR", score, {"CANDOR_COLOR": "never"}), ("a complaint, NO_COLOR", wrong, {"NO_COLOR": "1"})]:
        faults.expect(why, ESCAPE.findall(on_a_terminal(program, *arguments, folder=source, **more)), [])
    faults.expect("an empty NO_COLOR", bool(ESCAPE.search(on_a_terminal(program, *score, folder=source, NO_COLOR=""))), True)
    faults.expect("--color always in a pipe", bool(ESCAPE.search(run(program, *score, "--color", "always", folder=source)[1])), True)

    for columns in (40, 60, 80, 100):
        text = ESCAPE.sub("", on_a_terminal(program, *score, folder=source, columns=columns))
        widest = max(len(line) for line in text.splitlines())
        faults.expect(f"lines of a terminal of {columns} columns that are wider", widest <= columns, True)
    faults.expect("the width of a pipe", max(len(line) for line in plain.splitlines()) <= 80, True)
    narrow = run(program, *score, "--width", "50", folder=source)[1]
    faults.expect("--width", on_a_terminal(program, *score, "--color", "never", folder=source, columns=50) == narrow, True)
    return faults.tell("colour and width are the terminal's")


if __name__ == "__main__":
    sys.exit(main())
