#!/usr/bin/env python3
"""paper_shield.py PROGRAM SOURCE: a form said that every administrator has a second check; an export of the whole shows
one of nine. What was told is overruled, page 1 says so, and a ninth of the points is left, proved."""
import json
import os
import pathlib
import sys
import tempfile

from running import AS_OF, Faults, run

INVENTORY = """candor: 1
client: {id: forge, name: Forge Ltd, country: US, currency: USD}
parties: {us: {kind: provider, name: Northgate IT}, ceo: {kind: client, name: the chief executive}}
assessed: {date: 2026-11-01, by: D. Keane, told_by: ceo}
facts:
  mfa: {admin_accounts: all}
"""
CONTEXT = "https://graph.microsoft.com/v1.0/$metadata#"
RULES = {"@odata.context": CONTEXT + "identity/conditionalAccess/policies", "value": [{
    "displayName": "Everyone", "state": "enabled",
    "conditions": {"users": {"includeUsers": ["All"]}, "applications": {"includeApplications": ["All"]}, "clientAppTypes": ["all"]},
    "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}]}


def account(number):
    return {"id": f"id-{number}", "userPrincipalName": f"admin{number}@forge.example", "isAdmin": True, "userType": "member",
            "isMfaCapable": number == 1, "methodsRegistered": [], "lastUpdatedDateTime": "2026-11-12T09:00:00Z"}


def main():
    program = os.path.abspath(sys.argv[1])
    faults = Faults()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        client = folder / "forge"
        client.mkdir()
        (client / "inventory.yaml").write_text(INVENTORY, encoding="utf-8")

        def score(*arguments):
            return run(program, "score", "forge", "--as-of", AS_OF, *arguments, folder=folder)[1]

        def admin(document):
            return next(finding for finding in document["findings"] if finding["control"] == "mfa.admin")

        before = json.loads(score("-f", "json"))
        faults.expect("claimed before", admin(before)["low"], 1000000)
        (folder / "users.json").write_text(json.dumps(
            {"@odata.context": CONTEXT + "reports/authenticationMethods/userRegistrationDetails",
             "value": [account(number) for number in range(1, 10)]}), encoding="utf-8")
        (folder / "rules.json").write_text(json.dumps(RULES), encoding="utf-8")
        status, _, complaints = run(program, "import", "entra", "users.json", "rules.json", "--into", "forge", "--whole",
                                    "--as-of", AS_OF, folder=folder)
        faults.expect("the import", (status, complaints), (0, ""))
        after = json.loads(score("-f", "json"))
        finding = admin(after)
        faults.expect("low, high, proved", (finding["low"], finding["high"], finding["proved"]), (111111, 111111, 111111))
        faults.expect("the gate is missed", (finding["gate_missed"], after["verdict"]), (True, "below"))
        told = [(one["told"]["value"], one["told"]["told_by"], one["stands"]["value"], one["stands"]["by"], one["stands"]["date"])
                for one in finding["contradictions"]]
        faults.expect("the contradiction", told, [("all", "ceo", "1 of 9", "Microsoft Entra", "2026-11-12")])
        weight = finding["weight"]
        cloud = next(one for one in after["findings"] if one["control"] == "mfa.cloud")  # was not known: a ninth is now
        faults.expect("what was told and is not so", (after["contradicted"]["controls"], after["contradicted"]["sum"]),
                      (1, weight * (1000000 - 111111)))
        faults.expect("claimed in all", before["score"]["sums"]["claimed"] - after["score"]["sums"]["claimed"],
                      weight * (1000000 - 111111) - cloud["weight"] * 111111)
        text = score("-f", "markdown")
        page_one = text.split("\n---\n")[0]
        points = after["contradicted"]["points"]
        sentence = f"We saw proof for {after['score']['proved']} of 100 points, and {points} more that we were told turned out wrong."
        if sentence not in page_one:
            faults.append(f"page 1 does not say: {sentence}\n{page_one}")
        note = ("On 1 November 2026 the chief executive told us: \"Every administrator account has a second check.\"",
                "report from Microsoft Entra of 12 November 2026 shows")
        for words in note:
            if words not in text:
                faults.append(f"the report does not say: {words}")
        technician = score("-f", "markdown", "--for", "technician")
        for words in ("Contradicted (1)", "What tools looked at (1)", "admin2@forge.example"):
            if words not in technician:
                faults.append(f"the work list does not say: {words}")
    return faults.tell("told all, shown one of nine")


if __name__ == "__main__":
    sys.exit(main())
