#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/log4j.hpp"
#include "import/moment.hpp"
#include "import/purl.hpp"
#include "import/scan_files.hpp"
#include "import/words.hpp"

// CycloneDX lists of parts in JSON, as syft, grype, trivy and many build tools write them (`grype erp:1.4 -o
// cyclonedx-json`) and as suppliers send them. What they prove:
//
// - Log4j. The list names packages, mended ones too, and parts inside parts. None that is Log4j is good news, unless it
//   names no package, none but the system's own, or says of itself that it is not complete (`compositions`). It says
//   nothing of what runs, and nothing of copies that the program which made it did not recognise.
// - Flaws. A list of parts alone was held against nothing. Only where a program that looks for flaws wrote it and named
//   at least one were the others looked for; an empty `vulnerabilities` stands in every list that trivy makes. What a
//   supplier names is what they chose to. Whether an update exists the format does not say.
// - Words. `analysis.state` (not_affected, false_positive) is the supplier's word: what it is said of stays.
// - Grype names Java's flaws by GitHub's numbers here, without those of CVE: such a flaw cannot be held against a list.
namespace candor {

namespace {

constexpr std::array<std::string_view, 6> scanners{"grype",       "trivy", "dependency-track",
                                                   "osv-scanner", "snyk",  "depscan"};

bool is_list(const yaml::Node& root) { return find_text(root, "bomFormat") == "CycloneDX"; }

std::vector<yaml::Node> items_of(const yaml::Node& object, std::string_view key) {
  const auto list = find_list(object, key);
  return list ? list->items() : std::vector<yaml::Node>{};
}

/// The list's own subject, and the programs that made it.
struct Maker {
  std::optional<yaml::Node> subject;
  std::string tools;
  bool looks_for_flaws = false;
};

Maker maker_of(const yaml::Node& root) {
  Maker maker;
  const auto metadata = find_object(root, "metadata");
  if (!metadata) return maker;
  maker.subject = find_object(*metadata, "component");
  auto tools = items_of(*metadata, "tools");
  if (const auto newer = find_object(*metadata, "tools")) tools = items_of(*newer, "components");
  std::vector<std::string> names;
  for (const auto& tool : tools) {
    const auto name = find_text(tool, "name");
    names.push_back(kept(fmt::format("{} {}", name, find_text(tool, "version")), 40));
    maker.looks_for_flaws = maker.looks_for_flaws || std::ranges::any_of(scanners, [&](std::string_view scanner) {
                              return lower_case(name).find(scanner) != std::string::npos;
                            });
  }
  maker.tools = first_few(names, 2);
  return maker;
}

/// Where the program that made the list found the component.
std::string_view place_of(const yaml::Node& component) {
  if (const auto evidence = find_object(component, "evidence"))
    for (const auto& place : items_of(*evidence, "occurrences"))
      if (const auto location = find_text(place, "location"); !location.empty()) return location;
  for (const auto& property : items_of(component, "properties"))
    if (const auto name = find_text(property, "name");
        name == "syft:location:0:path" || name == "aquasecurity:trivy:FilePath")
      return find_text(property, "value");
  return {};
}

/// All components at any depth, and which package each reference means.
struct Parts {
  std::vector<Package> packages;
  std::map<std::string_view, Package> by_reference;
  bool reaches_programs = false;  ///< some package is not the system's own
};

void add_part(const yaml::Node& component, const std::string& inside, bool is_subject, Parts& parts) {
  constexpr std::array<std::string_view, 4> kinds{"library", "application", "framework", ""};
  constexpr std::array<std::string_view, 4> of_systems{"deb", "rpm", "apk", "alpm"};
  auto package = package_of(find_text(component, "name"), find_text(component, "version"), find_text(component, "purl"),
                            place_of(component));
  package.inside = inside;
  if (const auto reference = find_text(component, "bom-ref"); !reference.empty())
    parts.by_reference.emplace(reference, package);
  const bool is_package = !is_subject && std::ranges::find(kinds, find_text(component, "type")) != kinds.end();
  const auto purl = read_purl(package.purl);
  const bool is_of_system = purl && std::ranges::find(of_systems, purl->type) != of_systems.end();
  parts.reaches_programs = parts.reaches_programs || (is_package && !is_of_system);
  if (is_package || log4j_product(package.name, package.version, package.purl))
    parts.packages.push_back(std::move(package));
}

Parts parts_of(const yaml::Node& root, const Maker& maker) {
  Parts parts;
  std::vector<std::pair<yaml::Node, std::string>> open;
  const auto open_inside = [&](const yaml::Node& holder, const std::string& inside) {
    for (const auto& component : items_of(holder, "components")) open.emplace_back(component, inside);
  };
  if (maker.subject) {
    add_part(*maker.subject, {}, true, parts);
    open_inside(*maker.subject, {});
  }
  open_inside(root, {});
  for (std::size_t at = 0; at < open.size(); ++at) {
    const auto [component, inside] = open[at];
    add_part(component, inside, false, parts);
    open_inside(component, kept(find_text(component, "name"), 60));
  }
  return parts;
}

/// A reference may lead into another list: `urn:cdx:…/1#pkg:maven/…`.
Package affected_by(std::string_view reference, const Parts& parts) {
  for (const auto text : {reference, reference.substr(reference.find('#') + 1)}) {
    if (const auto found = parts.by_reference.find(text); found != parts.by_reference.end()) return found->second;
    if (const auto purl = read_purl(text)) return package_of(purl->name, purl->version, text);
  }
  return package_of(reference, {}, {});
}

bool is_urgent(const yaml::Node& vulnerability) {
  bool is_rated = false;
  for (const auto& rating : items_of(vulnerability, "ratings")) {
    const auto word = find_text(rating, "severity");
    const auto method = find_text(rating, "method");
    const auto score = find_number(rating, "score");
    const bool counts = method.starts_with("CVSSv3") || method.starts_with("CVSSv4");
    if (!word.empty() && word != "unknown" && is_urgent_word(word)) return true;
    if (counts && score && *score >= 7) return true;
    is_rated = is_rated || (counts && score) || (!word.empty() && word != "unknown");
  }
  return !is_rated;
}

std::string_view set_aside_of(const yaml::Node& vulnerability) {
  constexpr std::array<std::string_view, 4> words{"not_affected", "false_positive", "resolved",
                                                  "resolved_with_pedigree"};
  const auto analysis = find_object(vulnerability, "analysis");
  const auto state = analysis ? find_text(*analysis, "state") : std::string_view{};
  return std::ranges::find(words, state) == words.end() ? std::string_view{} : state;
}

/// Each flaw of each package that it affects; without one, of the subject. A file may say both at once of very many.
void add_flaws(const yaml::Node& root, const Parts& parts, const Maker& maker, Scan& scan) {
  constexpr std::size_t most = 1'000'000;
  std::size_t numbers = 0;
  for (const auto& vulnerability : items_of(root, "vulnerabilities")) {
    Flaw flaw;
    flaw.numbers.push_back(find_text(vulnerability, "id"));
    for (const auto& other : items_of(vulnerability, "references")) flaw.numbers.push_back(find_text(other, "id"));
    flaw.is_urgent = is_urgent(vulnerability);
    if (find_text(vulnerability, "recommendation").starts_with("Upgrade ")) flaw.fix = Fix::Exists;
    flaw.set_aside = set_aside_of(vulnerability);
    const auto affected = items_of(vulnerability, "affects");
    numbers += flaw.numbers.size() * std::max<std::size_t>(affected.size(), 1);
    if (numbers > most)
      return vulnerability.error("too-large", fmt::format("this file names more than {} flaws of packages", most),
                                 "no scanner writes such a file");
    for (const auto& one : affected) {
      flaw.package = affected_by(find_text(one, "ref"), parts);
      scan.flaws.push_back(flaw);
    }
    if (!affected.empty()) continue;
    flaw.package = package_of(maker.subject ? find_text(*maker.subject, "name") : std::string_view{}, {}, {});
    scan.flaws.push_back(std::move(flaw));
  }
}

std::string gap_of_list(const yaml::Node& root, const Scan& scan, const Parts& parts) {
  for (const auto& composition : items_of(root, "compositions"))
    if (const auto word = find_text(composition, "aggregate"); word != "complete" && word != "not_specified")
      return fmt::format("the list says itself that it is not complete ({})", kept(word, 40));
  if (scan.packages.empty()) return "the list names no package: nothing shows that anything was looked at";
  if (!parts.reaches_programs)
    return "nothing shows that programs were looked into: the list names the system's packages";
  return {};
}

std::string gap_of_flaws(const Scan& scan, const Maker& maker) {
  if (scan.flaws.empty()) return "nothing shows that the list was held against known flaws: it names none";
  if (!maker.looks_for_flaws) return "it names the flaws that its maker chose to name: no scanner wrote it";
  return {};
}

Scan read_scan(const yaml::Node& root) {
  Scan scan;
  const auto maker = maker_of(root);
  auto parts = parts_of(root, maker);
  if (maker.subject) scan.part = find_text(*maker.subject, "name");
  if (scan.part.empty()) scan.part = find_text(root, "serialNumber");
  if (scan.part.empty()) scan.part = "unnamed";
  scan.version = fmt::format("{}{}{}", find_text(root, "specVersion"), maker.tools.empty() ? "" : " by ", maker.tools);
  if (const auto metadata = find_object(root, "metadata"))
    scan.day.stated = day_of_time(find_text(*metadata, "timestamp"));
  add_flaws(root, parts, maker, scan);
  scan.packages = std::move(parts.packages);
  scan.gap_of_list = gap_of_list(root, scan, parts);
  scan.gap_of_flaws = gap_of_flaws(scan, maker);
  scan.tells_numbers = false;
  scan.not_seen.emplace_back(
      "Parts that the program which made the list did not recognise, and what runs: the list does not say.");
  return scan;
}

}  // namespace

Brought import_cyclonedx(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  return import_scans(
      files, context, diagnostics,
      {.is_scan = is_list,
       .read = read_scan,
       .otherwise = "this is no CycloneDX list in JSON, and not CISA's list of flaws that criminals use",
       .hint = "make one with `syft IMAGE -o cyclonedx-json` or `grype IMAGE -o cyclonedx-json`"});
}

}  // namespace candor
