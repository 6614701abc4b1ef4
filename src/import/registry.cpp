#include <array>

#include "import/importers.hpp"

namespace candor {

namespace {

constexpr std::size_t mebibyte = 1u << 20u;

// One row an importer. The order here is the order in --help and the manual.
constexpr std::array table{
    Importer{"answers", "", "the action plan (score -f csv or xlsx), filled in and saved as CSV", 8 * mebibyte, false,
             import_answers},
    Importer{"csv", "a table (CSV)", "a table of any console, saved as CSV; --map says what its columns mean",
             64 * mebibyte, true, import_csv},
    // Second check at sign-in
    Importer{"entra", "Microsoft Entra",
             "Graph JSON: userRegistrationDetails, with conditionalAccess/policies or security defaults", 64 * mebibyte,
             false, import_entra},
    Importer{"google", "Google Workspace", "the users of the admin console, or `gam print users`, as CSV",
             64 * mebibyte, false, import_google},
    Importer{"scubagear", "ScubaGear", "ScubaResults_….json of a report (Invoke-SCuBA)", 64 * mebibyte, false,
             import_scubagear},
    Importer{"maester", "Maester", "TestResults-….json of a run (Invoke-Maester)", 64 * mebibyte, false,
             import_maester},
    // Computers
    Importer{"clamscan", "ClamAV", "what `clamscan --recursive / > scan.txt` prints, one file a machine", 64 * mebibyte,
             false, import_clamscan},
    // What the internet reaches
    Importer{"nmap", "Nmap", "XML of a scan from outside: `nmap -Pn -p- -sV -oX scan.xml ADDRESS`", 64 * mebibyte,
             false, import_nmap},
    // People
    Importer{"gophish", "GoPhish", "a campaign's results as CSV, and its summary as JSON (/api/campaigns/ID/summary)",
             64 * mebibyte, false, import_gophish},
    Importer{"knowbe4", "KnowBe4", "reporting API JSON: users with training enrolments, phishing security tests",
             64 * mebibyte, false, import_knowbe4},
    // Backup
    Importer{"restic", "restic", "what `restic snapshots --json` printed, with that of backup, check and restore",
             64 * mebibyte, false, import_restic},
    Importer{"borg", "BorgBackup", "what `borg list --json` printed, with that of create, check and extract",
             64 * mebibyte, false, import_borg},
    Importer{"veeam", "Veeam", "the report of backup sessions, as CSV", 64 * mebibyte, false, import_veeam},
    // Hardening
    Importer{"lynis", "Lynis", "lynis-report.dat, one file a computer", 8 * mebibyte, false, import_lynis},
    Importer{"openscap", "OpenSCAP", "results of `oscap xccdf eval` (--results or --results-arf)", 64 * mebibyte, false,
             import_openscap},
    // Flaws in programs
    Importer{"logpresso", "Logpresso log4j2-scan", "log4j2-scan's JSON or CSV reports, one a machine", 64 * mebibyte,
             false, import_logpresso},
    Importer{"trivy", "Trivy", "Trivy's JSON reports, best with --list-all-pkgs, and CISA's known-exploited list",
             64 * mebibyte, false, import_trivy},
    Importer{"grype", "Grype", "Grype's JSON reports, and CISA's known-exploited list", 64 * mebibyte, false,
             import_grype},
    Importer{"cyclonedx", "CycloneDX", "lists of parts in CycloneDX JSON, and CISA's known-exploited list",
             64 * mebibyte, false, import_cyclonedx},
};

}  // namespace

std::span<const Importer> importers() { return table; }

}  // namespace candor
