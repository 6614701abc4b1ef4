"""Runs the program as a shell would, and says what it gave."""
import os
import pty
import subprocess

AS_OF = "2026-11-21"


def environment(**more):
    kept = {key: value for key, value in os.environ.items()
            if not key.startswith("CANDOR_") and key not in ("NO_COLOR", "SOURCE_DATE_EPOCH")}
    return {**kept, "LANG": "C.UTF-8", **more}


def run(program, *arguments, folder=None, stdin=b"", **more):
    """What it gives: exit status, standard output and standard error as text."""
    done = subprocess.run([program, *arguments], cwd=folder, env=environment(), input=stdin, timeout=60, check=False,
                          **({"capture_output": True} | more if "stdout" not in more else {"stderr": subprocess.PIPE} | more))
    return done.returncode, (done.stdout or b"").decode(), done.stderr.decode()


def has_terminals():
    """Whether this machine has a terminal to give: a bare container may have none."""
    try:
        for end in pty.openpty():
            os.close(end)
    except OSError:
        return False
    return True


class Faults(list):
    """What did not come out as it should."""

    def expect(self, what, given, wanted):
        if given != wanted:
            self.append(f"{what}\n  expected {wanted!r}\n  given    {given!r}")

    def tell(self, all_well):
        print("\n".join(self) or all_well)
        return 1 if self else 0
