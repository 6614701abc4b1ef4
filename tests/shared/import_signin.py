#!/usr/bin/env python3
"""import_signin.py PROGRAM: what the tools for the second check at sign-in really write (../shared/samples: Microsoft
Entra, Google Workspace, ScubaGear, Maester) is imported into a client of whom nothing is known, and gives these facts
and no others; what is not the right file is refused with the one that is."""
import pathlib
import sys
import tempfile

import measured

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "program"))
import running  # noqa: E402

RULE = "as ScubaGear judges the rule: exceptions in its settings, places and devices were not looked at"

# The tool, its file, what the user says beside it, and the statements: fact, part, value, note.
GIVEN = [
    ("entra", "entra/userRegistrationDetails-graph-docs-example.json", [], "2023-03-13", [
        ("mfa.cloud_accounts", "contoso.com", "0 of 3 (3 unknown)",
         "2 set it up, but nothing shows that they are asked for it; guests sign in with an account of their own: 1 not known"),
        ("mfa.admin_accounts", "contoso.com", "unknown", "the list holds no administrators")]),
    ("google", "google/admin-console-users.csv", [], "2026-11-20", [
        ("mfa.cloud_accounts", "acme.example", "1 of 1", ""),
        ("access.unused_45_days", "acme.example", "0",
         "counted as at 2026-11-20, the newest sign-in in the list: it was made then or later")]),
    ("google", "google/gam-print-users.csv", ["--date", "2026-11-25"], "2026-11-25", [
        ("mfa.cloud_accounts", "acme.com", "1 of 2 (1 unknown)", "1 set it up, but nothing shows that they must keep it")]),
    ("scubagear", "scubagear/ScubaResults-noraw.json", [], "2026-05-04", [
        ("mfa.cloud_accounts", "tqhjy.onmicrosoft.com", "all", RULE),
        ("mfa.admin_accounts", "tqhjy.onmicrosoft.com", "all", RULE),
        ("email.spf", "tqhjy.onmicrosoft.com", "unknown",
         "the report names no domain that is known to be the client's own (MS.EXO.3.1v1: Warning)"),
        ("email.dkim", "tqhjy.onmicrosoft.com", "unknown",
         "MS.EXO.3.1v1: Warning, but for no domain that is known to be the client's own"),
        ("email.dmarc", "tqhjy.onmicrosoft.com", "unknown",
         "the report names no domain that is known to be the client's own (MS.EXO.3.1v1: Warning)")]),
    ("maester", "maester/test-results-subset.json", [], "2025-04-29", [
        ("mfa.cloud_accounts", "Entra.Chat", "unknown",
         "a rule asks users (MT.1007: Passed); whom it leaves out, and where it holds, is not told"),
        ("mfa.admin_accounts", "Entra.Chat", "unknown",
         "a rule asks administrators (MT.1006: Passed); whom it leaves out, and where it holds, is not told"),
        ("email.spf", "Entra.Chat", "unknown", "MS.EXO.2.2 is not in this report"),
        ("email.dkim", "Entra.Chat", "unknown", "MS.EXO.3.1 is not in this report"),
        ("email.dmarc", "Entra.Chat", "unknown", "MS.EXO.4.1 is not in this report")]),
]

# The tool, a file that is not for it as it stands, and the first line of the complaint.
REFUSED = [
    ("google", "google/gam-print-users.csv", "error: this file does not say on which day it was made [no-date]"),
    ("google", "scubagear/ScubaResults.csv", "error: this is not a list of users from Google Workspace [unknown-format]"),
    ("scubagear", "scubagear/TestResults.json", "error: this is TestResults.json of a report of ScubaGear [unknown-format]"),
    ("scubagear", "scubagear/ScubaResults.csv", "error: this is ScubaResults.csv of a report of ScubaGear [unknown-format]"),
    ("scubagear", "scubagear/ActionPlan.csv", "error: this is ActionPlan.csv of a report of ScubaGear [unknown-format]"),
    ("scubagear", "maester/test-results-subset.json", "error: this is not a report of ScubaGear [unknown-format]"),
    ("maester", "scubagear/ScubaResults-noraw.json", "error: this is not the JSON file of Maester [unknown-format]"),
    ("entra", "maester/test-results-subset.json",
     "error: this is not a list of users, of rules or of security defaults from Microsoft Graph [unknown-format]"),
]


def lines_of(statements, date):
    """What the program says of them."""
    for fact, part, value, note in statements:
        yield f"  {fact} ({part}): {value}, export of {date}"
        if note:
            yield f"    {note}"


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    samples = measured.shared("samples")
    faults = running.Faults()
    with tempfile.TemporaryDirectory() as folder:
        running.run(program, "init", "acme", "--country", "IE", "--currency", "EUR", "--as-of", running.AS_OF, folder=folder)
        begin = [program, "import", "--into", "acme", "--as-of", running.AS_OF.replace("-21", "-26")]
        for tool, name, complaint in REFUSED:
            status, out, err = running.run(*begin, tool, str(samples / name), folder=folder)
            first = err.splitlines()[0] if err else ""
            faults.expect(f"{tool} {name}", (status, out, first[max(first.find("error: "), 0):]), (3, "", complaint))
        for tool, name, more, date, statements in GIVEN:
            status, out, err = running.run(*begin, *more, tool, str(samples / name), folder=folder)
            said = [line for line in out.splitlines()[1:] if not line.startswith("  not seen: ")]
            faults.expect(f"{tool} {name}", (status, err, said), (0, "", list(lines_of(statements, date))))
    return faults.tell(f"{len(GIVEN)} files imported, {len(REFUSED)} refused")


if __name__ == "__main__":
    sys.exit(main())
