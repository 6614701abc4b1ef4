#!/usr/bin/env python3
"""import_people.py PROGRAM: the samples of KnowBe4, GoPhish, Nmap and ClamAV, each into a client of whom nothing is
known: exactly these facts come in, or the file is refused with the right reason."""
import pathlib
import re
import sys
import tempfile

import measured

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "program"))
import running  # noqa: E402

CLIENT = "candor: 1\nclient: {name: Acme}\nassessed: {date: 2026-11-12, by: D. Keane}\nfacts: {}\n"
FACT = re.compile(r"^  ([a-z_]+\.[a-z_]+)(?: \((.*)\))?: (.*), export of (\S+)$", re.M)

CASES = [
    ("knowbe4", ["exampleUsers.json"],
     ["training.trained KnowBe4 unknown 2019-04-02", "training.last KnowBe4 unknown 2019-04-02"]),
    ("knowbe4", ["exampleCampaigns.json"],
     ["training.tested KnowBe4 2019-04-02 2019-04-03", "training.not_fooled KnowBe4 unknown 2019-04-03"]),
    ("knowbe4", ["exampleSecurityTest.json"],
     ["training.tested KnowBe4 2019-04-02 2019-04-02", "training.not_fooled KnowBe4 unknown 2019-04-02"]),
    ("knowbe4", ["exampleGroups.json"], "unknown-format"),
    ("knowbe4", ["exampleRecipient.json"], "unknown-format"),
    ("gophish", ["results.csv"],
     ["training.tested GoPhish 2026-10-01 2026-10-01", "training.not_fooled GoPhish 0 of 2 (1 unknown) 2026-10-01"]),
    ("gophish", ["campaign-summary.json"],
     ["training.tested GoPhish 2026-10-01 2026-10-08", "training.not_fooled GoPhish 15 of 18 2026-10-08"]),
    ("gophish", ["campaign-summary.json", "results.csv"],  # of different campaigns
     ["training.tested GoPhish unknown 2026-10-08", "training.not_fooled GoPhish unknown 2026-10-08"]),
    ("nmap", ["nmap-loopback.xml"],
     ["exposure.remote_desktop 127.0.0.1 unknown 2026-11-21", "exposure.admin_pages 127.0.0.1 unknown 2026-11-21",
      "firewall.inbound_closed 127.0.0.1 unknown 2026-11-21"]),
    ("nmap", ["defectdojo-nmap_multiple_port.xml"],
     ["exposure.remote_desktop 198.38.82.159 unknown 2016-05-16", "exposure.admin_pages 198.38.82.159 unknown 2016-05-16",
      "firewall.inbound_closed 198.38.82.159 unknown 2016-05-16"]),
    ("nmap", ["nmap-loopback.gnmap"], "unknown-format"),
    ("clamscan", ["clamscan-clean.txt"], ["endpoint.protected clamscan 0 of 1 (1 unknown) 2026-11-21"]),
    ("clamscan", ["clamscan-infected.txt"], ["endpoint.protected clamscan 0 of 1 (1 unknown) 2026-11-21"]),
    ("clamscan", ["clamscan-no-database.txt"], ["endpoint.protected clamscan 0 of 1 (1 unknown) 2026-11-21"]),
]


def main():
    program = sys.argv[1]
    faults = running.Faults()
    for tool, names, wanted in CASES:
        samples = [str(measured.shared(f"samples/{'clamav' if tool == 'clamscan' else tool}/{name}")) for name in names]
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "inventory.yaml").write_text(CLIENT, encoding="utf-8")
            status, told, complaint = running.run(program, "import", tool, *samples, "--into", folder,
                                                  "--as-of", running.AS_OF)
            written = len(list(pathlib.Path(folder).glob("evidence/*.yaml")))
        what = f"{tool} {' '.join(names)}"
        if isinstance(wanted, str):
            faults.expect(what, (status, re.findall(r"\[([a-z-]+)\]$", complaint, re.M), written), (3, [wanted], 0))
        else:
            given = [" ".join(filter(None, fact)) for fact in FACT.findall(told)]
            faults.expect(what, (status, given, complaint, written), (0, wanted, "", 1))
    return faults.tell(f"{len(CASES)} imports")


if __name__ == "__main__":
    sys.exit(main())
