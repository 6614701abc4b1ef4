#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/moment.hpp"
#include "import/scan_files.hpp"

// Grype's reports of an image, a folder or a list of parts: `grype erp:1.4 -o json`. What they prove:
//
// - Log4j. The report lists matches: packages with a known flaw. It never lists what was looked at, so a copy that it
//   names is there, and one that it does not name may be. `grype -o cyclonedx-json` lists all packages.
// - Updates. `fix.state` says if there is one, not since when. A report with matches, none of them urgent, shows that
//   packages were read. One with `matches: []` does not: an empty folder gives the same.
// - Java packages go by GitHub's numbers (`GHSA-…`); the CVE number stands in `relatedVulnerabilities`.
// - What a rule of the scan left out (`ignoredMatches`) is told all the same, except what Grype leaves out by itself:
//   flaws of the system's core, blamed on the package of its headers (`match-type: exact-indirect-match`).
namespace candor {

namespace {

constexpr int oldest_database_days = 30;

bool is_scan(const yaml::Node& root) {
  const auto descriptor = find_object(root, "descriptor");
  return find_list(root, "matches") && (find_object(root, "source") || descriptor);
}

std::string part_of(const yaml::Node& root) {
  const auto source = find_object(root, "source");
  if (!source) return "unnamed";
  if (const auto path = find_text(*source, "target"); !path.empty()) return std::string{path};
  const auto image = find_object(*source, "target");
  for (const auto* key : {"userInput", "imageID"})
    if (image && !find_text(*image, key).empty()) return std::string{find_text(*image, key)};
  return "unnamed";
}

std::string_view place_of(const yaml::Node& artifact) {
  const auto places = find_list(artifact, "locations");
  const auto items = places ? places->items() : std::vector<yaml::Node>{};
  return items.empty() ? std::string_view{} : find_text(items.front(), "path");
}

/// By version 3 of the scale or later; version 2 calls more high.
bool has_high_score(const yaml::Node& vulnerability) {
  const auto scores = find_list(vulnerability, "cvss");
  return scores && std::ranges::any_of(scores->items(), [](const yaml::Node& score) {
           const auto metrics = find_object(score, "metrics");
           return metrics && !find_text(score, "version").starts_with("2") &&
                  find_number(*metrics, "baseScore").value_or(0) >= 7;
         });
}

Fix fix_of(const yaml::Node& vulnerability) {
  const auto fix = find_object(vulnerability, "fix");
  const auto state = fix ? find_text(*fix, "state") : std::string_view{};
  if (state == "fixed") return Fix::Exists;
  return state == "not-fixed" || state == "wont-fix" ? Fix::None : Fix::NotSaid;
}

void add_numbers(const yaml::Node& match, const yaml::Node& vulnerability, Flaw& flaw) {
  flaw.numbers.push_back(find_text(vulnerability, "id"));
  if (const auto related = find_list(match, "relatedVulnerabilities"))
    for (const auto& other : related->items()) flaw.numbers.push_back(find_text(other, "id"));
  if (const auto aliases = find_list(vulnerability, "aliases"))
    for (const auto& alias : aliases->items()) flaw.numbers.push_back(alias.raw());
  if (const auto used = find_list(vulnerability, "knownExploited"))
    for (const auto& entry : used->items())
      if (const auto cve = find_text(entry, "cve"); !cve.empty()) flaw.used.emplace(cve, read_exploited(entry));
}

std::optional<Flaw> flaw_of(const yaml::Node& match) {
  const auto artifact = find_object(match, "artifact");
  const auto vulnerability = find_object(match, "vulnerability");
  if (!artifact || !vulnerability) {
    match.error("unknown-format", "this match names no `artifact` or no `vulnerability`");
    return std::nullopt;
  }
  Flaw flaw;
  flaw.package = package_of(find_text(*artifact, "name"), find_text(*artifact, "version"), find_text(*artifact, "purl"),
                            place_of(*artifact));
  add_numbers(match, *vulnerability, flaw);
  const auto severity = find_text(*vulnerability, "severity");
  flaw.is_urgent = is_urgent_word(severity) || has_high_score(*vulnerability);
  flaw.fix = fix_of(*vulnerability);
  return flaw;
}

/// Why a rule left a match out; nothing where it is Grype's own rule for headers.
std::optional<std::string_view> set_aside_of(const yaml::Node& match) {
  const auto list = find_list(match, "appliedIgnoreRules");
  const auto rules = list ? list->items() : std::vector<yaml::Node>{};
  const auto is_of_headers = [](const yaml::Node& rule) {
    return find_text(rule, "match-type") == "exact-indirect-match";
  };
  if (!rules.empty() && std::ranges::all_of(rules, is_of_headers)) return std::nullopt;
  for (const auto& rule : rules)
    if (const auto status = find_text(rule, "vex-status"); !status.empty()) return status;
  return "ignored";
}

/// When the list of flaws that Grype used was made: where it stands differs with its versions.
std::optional<Date> day_of_database(const yaml::Node& descriptor) {
  const auto database = find_object(descriptor, "db");
  if (!database) return std::nullopt;
  const auto status = find_object(*database, "status");
  return day_of_time(find_text(status ? *status : *database, "built"));
}

std::string gap_of_flaws(const Scan& scan) {
  if (scan.flaws.empty()) return "the report names no package: nothing shows that it read any";
  const auto& day = scan.day;
  const auto& built = day.newest;
  if (day.stated && built && days_between(*built, *day.stated) > oldest_database_days)
    return fmt::format("its list of flaws is of {}, more than {} days before the scan", to_iso(*built),
                       oldest_database_days);
  return {};
}

void add_matches(const yaml::Node& root, Scan& scan) {
  for (const auto& match : find_list(root, "matches")->items())
    if (auto flaw = flaw_of(match)) scan.flaws.push_back(std::move(*flaw));
  const auto ignored = find_list(root, "ignoredMatches");
  if (!ignored) return;
  std::int64_t of_headers = 0;
  for (const auto& match : ignored->items()) {
    auto flaw = flaw_of(match);
    const auto set_aside = set_aside_of(match);
    if (!set_aside) ++of_headers;
    if (!flaw || !set_aside) continue;
    flaw->set_aside = *set_aside;
    scan.flaws.push_back(std::move(*flaw));
  }
  if (of_headers > 0)
    scan.not_seen.push_back(fmt::format("{} of the system's core, which Grype leaves out for a package of headers.",
                                        counted(of_headers, "flaw")));
}

Scan read_scan(const yaml::Node& root) {
  Scan scan;
  scan.part = part_of(root);
  if (const auto descriptor = find_object(root, "descriptor")) {
    scan.version = find_text(*descriptor, "version");
    scan.day = {.stated = day_of_time(find_text(*descriptor, "timestamp")), .newest = day_of_database(*descriptor)};
  }
  add_matches(root, scan);
  scan.gap_of_list =
      scan.flaws.empty()
          ? "the report names no package: nothing shows that it read any"
          : "the report lists what is flawed, not what it looked at; with -o cyclonedx-json it lists all";
  scan.gap_of_flaws = gap_of_flaws(scan);
  return scan;
}

}  // namespace

Brought import_grype(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  return import_scans(files, context, diagnostics,
                      {.is_scan = is_scan,
                       .read = read_scan,
                       .otherwise = "this is no report of Grype, and not CISA's list of flaws that criminals use",
                       .hint = "scan with `grype IMAGE -o json`; a CycloneDX file is for `candor import cyclonedx`"});
}

}  // namespace candor
