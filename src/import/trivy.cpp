#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/moment.hpp"
#include "import/scan_files.hpp"

// Trivy's reports of an image, a folder or a machine: `trivy image --format json --list-all-pkgs erp:1.4`, and the same
// of `trivy rootfs`, `fs` and `vm`. What they prove:
//
// - Log4j. Only `Packages` lists show what was looked at, mended copies too; without them no Log4j means no flawed one
//   at best. And only lists that come from Java programs, or stand in a scan that opens archives, show that Log4j could
//   have been found: a scan of the system's packages alone (`--pkg-types os`) never looks into them, and `trivy fs`
//   reads lists of what a project asks for, not the archives that are there.
// - Updates. A flaw with a `FixedVersion` has an update. The report says since when the flaw is known, not since when
//   the update is: which are late it cannot tell, and no date is guessed. None that is urgent is good news, if the
//   report names packages. A clean result has no `Vulnerabilities` key at all; so has one of a scan that was told to
//   look for other things, which the file does not say. A system that gets no fixes any more has no update that waits.
namespace candor {

namespace {

// Kinds of lists that stand only in a scan which opens archives of Java programs, and lists of Java programs' parts.
constexpr std::array<std::string_view, 11> reaches_java{"jar",        "pom",        "gradle",         "sbt",
                                                        "node-pkg",   "gemspec",    "conda-pkg",      "gobinary",
                                                        "python-pkg", "rustbinary", "composer-vendor"};

bool is_scan(const yaml::Node& root) {
  return find_number(root, "SchemaVersion") == 2 && !find_text(root, "ArtifactName").empty();
}

/// The place of a package: its own path, else the archive that older versions make the target of.
std::string_view place_of(const yaml::Node& item, std::string_view key, const yaml::Node& result) {
  if (const auto path = find_text(item, key); !path.empty()) return path;
  const auto target = find_text(result, "Target");
  return find_text(result, "Type") == "jar" && target != "Java" ? target : std::string_view{};
}

std::string_view purl_of(const yaml::Node& item, std::string_view key) {
  const auto identifier = find_object(item, key);
  return identifier ? find_text(*identifier, "PURL") : std::string_view{};
}

bool has_high_score(const yaml::Node& flaw) {
  const auto sources = find_object(flaw, "CVSS");
  if (!sources) return false;
  return std::ranges::any_of(sources->members(), [](const yaml::Member& source) {
    return std::max(find_number(source.value, "V3Score").value_or(0),
                    find_number(source.value, "V40Score").value_or(0)) >= 7;
  });
}

Flaw flaw_of(const yaml::Node& item, const yaml::Node& result) {
  Flaw flaw;
  flaw.package = package_of(find_text(item, "PkgName"), find_text(item, "InstalledVersion"),
                            purl_of(item, "PkgIdentifier"), place_of(item, "PkgPath", result));
  flaw.numbers.push_back(find_text(item, "VulnerabilityID"));
  flaw.is_urgent = is_urgent_word(find_text(item, "Severity")) || has_high_score(item);
  flaw.fix = find_text(item, "FixedVersion").empty() ? Fix::None : Fix::Exists;
  return flaw;
}

void look_at_day(const yaml::Node& item, DayFound& day) {
  for (const auto* key : {"PublishedDate", "LastModifiedDate"})
    keep_newest(day.newest, day_of_time(find_text(item, key)));
}

constexpr std::string_view nothing =
    "the report names no package: nothing shows that it read any (scan with --list-all-pkgs)";

/// A result can be of a system that was recognised and none of its packages.
bool names_nothing(const Scan& scan) { return scan.packages.empty() && scan.flaws.empty(); }

void read_result(const yaml::Node& result, Scan& scan, bool& is_java_reached) {
  if (const auto packages = find_list(result, "Packages"); packages && !packages->items().empty()) {
    const auto found = std::ranges::find(reaches_java, find_text(result, "Type"));
    is_java_reached = is_java_reached || found != reaches_java.end();
    for (const auto& item : packages->items())
      scan.packages.push_back(package_of(find_text(item, "Name"), find_text(item, "Version"),
                                         purl_of(item, "Identifier"), place_of(item, "FilePath", result)));
  }
  if (const auto flaws = find_list(result, "Vulnerabilities"))
    for (const auto& item : flaws->items()) {
      look_at_day(item, scan.day);
      scan.flaws.push_back(flaw_of(item, result));
    }
  if (const auto hidden = find_list(result, "ExperimentalModifiedFindings"))
    for (const auto& item : hidden->items()) {
      const auto finding = find_object(item, "Finding");
      if (!finding || find_text(item, "Type") != "vulnerability") continue;
      scan.flaws.push_back(flaw_of(*finding, result));
      scan.flaws.back().set_aside = find_text(item, "Status");
    }
}

std::string gap_of_list(const Scan& scan, bool is_java_reached) {
  if (names_nothing(scan)) return std::string{nothing};
  if (scan.packages.empty()) return "the report lists what is flawed, not what it looked at: scan with --list-all-pkgs";
  if (!is_java_reached) return "nothing shows that Java programs were looked into: the lists are of other packages";
  return {};
}

std::string gap_of_flaws(const yaml::Node& root, const Scan& scan) {
  const auto metadata = find_object(root, "Metadata");
  const auto system = metadata ? find_object(*metadata, "OS") : std::nullopt;
  if (system && find_bool(*system, "EOSL").value_or(false))
    return fmt::format("{} {} gets no fixes any more, so no update can be waiting",
                       kept(find_text(*system, "Family"), 40), kept(find_text(*system, "Name"), 40));
  if (names_nothing(scan)) return std::string{nothing};
  return {};
}

Scan read_scan(const yaml::Node& root) {
  Scan scan;
  bool is_java_reached = false;
  scan.part = find_text(root, "ArtifactName");
  if (const auto made_by = find_object(root, "Trivy")) scan.version = find_text(*made_by, "Version");
  scan.day.stated = day_of_time(find_text(root, "CreatedAt"));
  if (const auto results = find_list(root, "Results"))
    for (const auto& result : results->items()) read_result(result, scan, is_java_reached);
  scan.gap_of_list = gap_of_list(scan, is_java_reached);
  scan.gap_of_flaws = gap_of_flaws(root, scan);
  scan.not_seen.emplace_back(
      "Flaws that the scan was told to leave out (--severity, .trivyignore): the file does not say which.");
  if (scan.flaws.empty())
    scan.not_seen.emplace_back(
        "Whether flaws were looked for: a scan for other things (--scanners) leaves the same file.");
  return scan;
}

}  // namespace

Brought import_trivy(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  return import_scans(files, context, diagnostics,
                      {.is_scan = is_scan,
                       .read = read_scan,
                       .otherwise = "this is no report of Trivy, and not CISA's list of flaws that criminals use",
                       .hint = "scan with `trivy image --format json --list-all-pkgs`; a CycloneDX file is for `candor "
                               "import cyclonedx`"});
}

}  // namespace candor
