"""pdf.py PROGRAM SOURCE: how a PDF is asked for, with an engine of our own that writes down what it was given."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

ENGINE = """#!{python}
import json, os, sys, time, urllib.parse
if os.path.exists(sys.argv[0] + ".fails"):
    print("first line")
    sys.exit("no room for a window")
if os.path.exists(sys.argv[0] + ".waits"):
    open(sys.argv[0] + ".waiting", "w").write(str(os.getpid()))
    time.sleep(50)
target = next(a for a in sys.argv if a.startswith("--print-to-pdf=")).partition("=")[2]
page = urllib.parse.unquote(sys.argv[-1].removeprefix("file://"))
given = {{"arguments": sys.argv[1:], "environment": sorted(os.environ), "page": open(page).read(),
          "mode": os.stat(os.path.dirname(page)).st_mode & 0o777, "stdin": sys.stdin.read()}}
open(target, "w").write("%PDF-1.4\\n" + json.dumps(given))
if os.path.exists(sys.argv[0] + ".ends"):
    sys.exit(7)
"""


def main() -> int:
    program, source = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    client = source / "examples" / "empty"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        engine = folder / "chromium"
        engine.write_text(ENGINE.format(python=sys.executable))
        engine.chmod(0o755)
        places = folder / "tmp"
        places.mkdir()

        def score(*options, path=str(folder), places=str(places), **more):
            environment = {"PATH": path, "TMPDIR": places, "SECRET": "x", "LANG": "C.UTF-8"}
            return subprocess.run([program, "score", client, "--as-of", "2026-11-21", *options], cwd=folder, env=environment,
                                  input=b"secret", capture_output=True, check=False, **more)

        made = score("-f", "pdf", "-o", "report.pdf")
        assert (made.returncode, made.stderr) == (1, b""), made
        given = json.loads((folder / "report.pdf").read_text().removeprefix("%PDF-1.4\n"))
        assert given["page"] == score("-f", "html").stdout.decode(), "it prints another page"
        assert given["stdin"] == "", "it can read our standard input"
        assert given["mode"] == 0o700, "others can read its folder"
        assert set(given["environment"]) - {"LC_CTYPE", "PYTHONUTF8"} == {
            "HOME", "LANG", "PATH", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}, given["environment"]
        for flag in ("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run"):
            assert flag in given["arguments"], f"{flag} is not given"
        assert any(a.startswith(f"--user-data-dir={places}/candor-") for a in given["arguments"]), "it has no fresh profile"
        assert ("--no-sandbox" in given["arguments"]) == (os.geteuid() == 0)
        assert not list(places.iterdir()), "its folder stays behind"

        to_a_pipe = score("-f", "pdf")
        assert to_a_pipe.returncode == 1 and to_a_pipe.stdout.startswith(b"%PDF-"), to_a_pipe

        (folder / "report.pdf").write_text("kept")
        (folder / "chromium.fails").touch()
        failed = score("-f", "pdf", "-o", "report.pdf")
        assert failed.returncode == 4, failed
        assert failed.stderr.decode() == (
            f"candor: error: `{engine}` made no PDF (it ended with 1)\n"
            "  hint: it said: no room for a window\n"), failed.stderr.decode()
        assert (folder / "report.pdf").read_text() == "kept", "a failed run took the old file away"
        assert not list(places.iterdir()), "the folder of a failed run stays behind"

        (folder / "chromium.fails").unlink()
        (folder / "chromium.ends").touch()
        unfinished = score("-f", "pdf", "-o", "report.pdf")
        assert unfinished.returncode == 4, "what a failed engine left behind was taken for the PDF"
        assert (folder / "report.pdf").read_text() == "kept"
        (folder / "chromium.ends").unlink()

        for place in ("a b#c%41", "é"):  # such a folder is no plain address
            (folder / place).mkdir()
            named = score("-f", "pdf", "-o", "-", places=str(folder / place))
            assert named.returncode == 1 and named.stdout.startswith(b"%PDF-"), named
        relative = score("-f", "pdf", "-o", "-", places="tmp")
        assert relative.returncode == 1 and relative.stdout.startswith(b"%PDF-"), relative

        ignored = score("-f", "pdf", "-o", "-", preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
        assert ignored.returncode == 1 and ignored.stdout.startswith(b"%PDF-"), ignored

        (folder / "chromium.waits").touch()
        with subprocess.Popen([program, "score", client, "-f", "pdf", "-o", "late.pdf"], cwd=folder,
                              env={"PATH": str(folder), "TMPDIR": str(places)}) as stopped:
            while not (folder / "chromium.waiting").exists() or not (folder / "chromium.waiting").read_text():
                time.sleep(0.02)
            stopped.terminate()
            assert stopped.wait(20) == -signal.SIGTERM, stopped.returncode
        assert not list(places.iterdir()), "an interrupted run leaves the report behind"
        engine_id = (folder / "chromium.waiting").read_text()
        assert not pathlib.Path(f"/proc/{engine_id}/exe").exists(), "the engine goes on without us"
        (folder / "chromium.waits").unlink()

        nothing = score("-f", "pdf", "-o", "report.pdf", path="/nonexistent")
        named = score("-f", "pdf", "--pdf-engine", "./nowhere", "-o", "report.pdf")
        hint = ("  hint: install Chromium, Chrome, Edge or WeasyPrint (Debian: apt install chromium), or name one with "
                "--pdf-engine; `-f html` gives the same page without it\n")
        assert (nothing.returncode, nothing.stderr.decode()) == (
            4, "candor: error: nothing that prints a PDF is installed\n" + hint), nothing
        assert (named.returncode, named.stderr.decode()) == (
            4, "candor: error: `./nowhere` is no program that can be run here\n" + hint), named
    return 0


if __name__ == "__main__":
    sys.exit(main())
