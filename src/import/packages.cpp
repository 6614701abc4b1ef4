#include "import/packages.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "import/log4j.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

using NameAndVersion = std::pair<std::string_view, std::string_view>;

constexpr int oldest_list_days = 30;

bool is_cve(std::string_view number) { return number.starts_with("CVE-"); }

NameAndVersion key_of(const Package& package) { return {package.name, package.version}; }

std::string named(const Package& package) {
  return fmt::format("{}{}{}", package.name, package.version.empty() ? "" : " ", package.version);
}

/// The flaws of December 2021 in a package of another name hold a copy of Log4j, of a version that nobody tells. Other
/// parts of Log4j (`log4j-web`) are harmless without log4j-core, and some scanners blame them all the same.
bool holds_log4j(const Flaw& flaw) {
  constexpr std::array<std::string_view, 4> flaws_of_2021{"CVE-2021-44228", "CVE-2021-45046", "CVE-2021-45105",
                                                          "CVE-2021-44832"};
  const auto name = flaw.package.name;
  if (name.substr(name.find_last_of(":/") + 1).starts_with("log4j-")) return false;
  return std::ranges::any_of(flaw.numbers, [&](std::string_view number) {
    return std::ranges::find(flaws_of_2021, number) != flaws_of_2021.end();
  });
}

/// Where a package lies, as far as the file tells.
std::string place_of(const Package& package) {
  if (!package.place.empty()) return std::string{package.place};
  return fmt::format("{}{}{}", package.inside, package.inside.empty() ? "" : ": ", package.name);
}

/// Collects what was set aside among what is told.
struct SetAside {
  std::set<std::string> flaws;

  void add(const Flaw& flaw) {
    if (flaw.set_aside.empty() || flaw.numbers.empty()) return;
    flaws.insert(fmt::format("{} ({})", kept(flaw.numbers.front(), 40), kept(flaw.set_aside, 40)));
  }
  [[nodiscard]] std::string note() const {
    if (flaws.empty()) return {};
    return "set aside in the file, which is somebody's word and no look: " + first_few({flaws.begin(), flaws.end()});
  }
};

void tell_log4j(const Scan& scan, const ImportContext& context, Look& look) {
  Log4jCopies copies{context, look, scan.part};
  SetAside set_aside;
  std::set<NameAndVersion> listed;
  const auto add = [&](const Package& package) {
    const auto product = log4j_product(package.name, package.version, package.purl);
    if (product) copies.add(place_of(package), *product, package.version);
    return product.has_value();
  };
  for (const auto& package : scan.packages)
    if (add(package)) listed.insert(key_of(package));
  for (const auto& flaw : scan.flaws) {
    const bool is_told = listed.contains(key_of(flaw.package)) || add(flaw.package);
    if (!is_told && !holds_log4j(flaw)) continue;
    if (!is_told) copies.add(named(flaw.package), "log4j-core", {});
    set_aside.add(flaw);
  }
  if (!copies.records().items.empty())
    look.say("log4j.found", scan.part, copies.records()).note = kept(set_aside.note(), 300);
  else if (scan.gap_of_list.empty())
    look.say_none("log4j.found", scan.part);
  else
    look.say_unknown("log4j.found", scan.part, scan.gap_of_list);
  const auto looked = scan.gap_of_list.empty() ? std::optional{true} : std::nullopt;
  const auto rests_on = looked ? counted(std::ssize(scan.packages), "package") + " listed" : std::string{};
  look.say_one("log4j.looked_at", scan.part, looked, rests_on, scan.gap_of_list);
}

void tell_updates(const Scan& scan, Look& look) {
  constexpr std::string_view fact = "patch.critical_in_time";
  std::set<NameAndVersion> waiting;
  std::set<NameAndVersion> unclear;
  for (const auto& flaw : scan.flaws) {
    if (!flaw.is_urgent) continue;
    if (flaw.fix == Fix::Exists) waiting.insert(key_of(flaw.package));
    if (flaw.fix == Fix::NotSaid) unclear.insert(key_of(flaw.package));
  }
  std::string because = scan.gap_of_flaws;
  std::vector<std::string> names;
  for (const auto& [name, version] : waiting.empty() ? unclear : waiting)
    names.push_back(kept(fmt::format("{} {}", name, version), 60));
  if (!waiting.empty())
    because = fmt::format("{} waiting; since when the scan does not say",
                          counted(std::ssize(waiting), "urgent update is", "urgent updates are"));
  else if (!unclear.empty())
    because = fmt::format("{}, and the file does not say if an update exists",
                          counted(std::ssize(unclear), "package has an urgent flaw", "packages have urgent flaws"));
  look.say_one(fact, scan.part, because.empty() ? std::optional{true} : std::nullopt, first_few(names, 8), because);
}

/// The flaws of one scan that criminals use, each with its package once.
class Open {
 public:
  Open(const Look& look, std::string_view part) : look_(look), part_(part) {}

  void add(const Flaw& flaw, std::string_view cve, const Exploited& exploited) {
    const auto where = fmt::format("{}: {}", kept(part_, 80), kept(named(flaw.package), 70));
    if (!keys_.insert(fmt::format("{}\n{}", where, cve)).second) return;
    auto record = look_.blank_record(fact);
    look_.set(record, fact, "where", Text{where});
    look_.set(record, fact, "flaw", Text{std::string{cve}});
    if (exploited.due) look_.set(record, fact, "due", *exploited.due);
    records.items.push_back(std::move(record));
    if (exploited.by_ransomware) ransomware_.insert(kept(cve, 40));
    set_aside_.add(flaw);
  }

  [[nodiscard]] std::string note() const {
    if (ransomware_.empty()) return set_aside_.note();
    auto text = "used by ransomware crews: " + first_few({ransomware_.begin(), ransomware_.end()});
    if (const auto more = set_aside_.note(); !more.empty()) text += "; " + more;
    return text;
  }

  static constexpr std::string_view fact = "kev.open";
  Records records;

 private:
  const Look& look_;
  std::string_view part_;
  std::set<std::string> keys_;
  std::set<std::string> ransomware_;
  SetAside set_aside_;
};

/// Why a flaw that criminals use could be open all the same; empty where it could not.
std::string gap_of_check(const Scan& scan, const KnownExploited& list, Date day) {
  if (!scan.gap_of_flaws.empty()) return scan.gap_of_flaws;
  if (days_between(list.released, day) > oldest_list_days)
    return fmt::format("the list is of {}, more than {} days before the scan", to_iso(list.released), oldest_list_days);
  const auto unnumbered =
      std::ranges::count_if(scan.flaws, [](const Flaw& flaw) { return std::ranges::none_of(flaw.numbers, is_cve); });
  if (unnumbered > 0 && !scan.tells_numbers)
    return fmt::format("{} no CVE number, and the list knows flaws by it alone",
                       counted(unnumbered, "flaw has", "flaws have"));
  return {};
}

void tell_exploited(const Scan& scan, const KnownExploited* list, Look& look) {
  Open open{look, scan.part};
  for (const auto& flaw : scan.flaws) {
    for (const auto& number : flaw.numbers)
      if (const auto* exploited = list == nullptr ? nullptr : list->find(number)) open.add(flaw, number, *exploited);
    for (const auto& [cve, exploited] : flaw.used) open.add(flaw, cve, exploited);
  }
  const bool is_any = !open.records.items.empty();
  if (is_any) look.say(Open::fact, scan.part, open.records).note = kept(open.note(), 300);
  if (list == nullptr) return;
  if (days_between(list->released, look.day()) > oldest_list_days)
    look.not_seen(fmt::format("Flaws that came onto CISA's list after {}: import the scan again with a newer list.",
                              to_iso(list->released)));
  const auto gap = gap_of_check(scan, *list, look.day());
  if (!is_any && gap.empty()) look.say_none(Open::fact, scan.part);
  if (!is_any && !gap.empty()) look.say_unknown(Open::fact, scan.part, gap);
  look.say_one("kev.looked_at", scan.part, gap.empty() ? std::optional{true} : std::nullopt,
               fmt::format("CISA's list of {}", to_iso(list->released)), gap);
}

}  // namespace

Package package_of(std::string_view name, std::string_view version, std::string_view purl, std::string_view place) {
  constexpr std::size_t most = 300;
  return {.name = name.substr(0, most),
          .version = version.substr(0, most),
          .purl = purl.substr(0, most),
          .place = place.substr(place.size() - std::min(place.size(), most))};
}

bool is_urgent_word(std::string_view severity) {
  constexpr std::array<std::string_view, 4> words{"critical", "high", "unknown", ""};
  return std::ranges::find(words, lower_case(severity)) != words.end();
}

void tell(const Scan& scan, const KnownExploited* list, const ImportContext& context, Look& look) {
  tell_log4j(scan, context, look);
  tell_updates(scan, look);
  tell_exploited(scan, list, look);
  for (const auto& sentence : scan.not_seen) look.not_seen(sentence);
  look.set_version(scan.version);
  look.set_scope(scan.part);
}

}  // namespace candor
