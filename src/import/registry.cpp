#include <array>

#include "import/importers.hpp"

namespace candor {

namespace {

constexpr std::size_t mebibyte = 1u << 20u;

// One row an importer. The order here is the order in --help and the manual.
constexpr std::array table{
    Importer{"answers", "", "the action plan (score -f csv or xlsx), filled in and saved as CSV", 8 * mebibyte, false,
             import_answers},
    // Second check at sign-in
    Importer{"entra", "Microsoft Entra",
             "Graph JSON: userRegistrationDetails, with conditionalAccess/policies or security defaults", 64 * mebibyte,
             false, import_entra},
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
