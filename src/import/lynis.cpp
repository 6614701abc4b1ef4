#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"

// Lynis: the report of `lynis audit system` (/var/log/lynis-report.dat), one file a computer. A value there is also
// what it was before any test ran: only a test that `tests_executed` names has shown something. Its `firewall_active`
// says that the system can filter, not that it does: rules are read by root alone, where iptables or nft is installed.
// It cannot tell how long a password must be, how long records are kept, or since when an update waits; its hardening
// index depends on what was left out, and is no fact.
namespace candor {

namespace {

// Each is asked for below, and stands once in a report.
constexpr std::string_view single_keys[] = {"report_datetime_start",
                                            "lynis_version",
                                            "hostname",
                                            "hostid",
                                            "os_fullname",
                                            "test_category",
                                            "test_group",
                                            "lynis_tests_done",
                                            "firewall_active",
                                            "tests_executed",
                                            "package_audit_tool",
                                            "firewall_empty_ruleset",
                                            "malware_scanner_installed",
                                            "tests_skipped",
                                            "finish",
                                            "vulnerable_packages_found"};

struct Line {
  std::string_view key;
  std::string_view value;
  std::uint32_t number = 0;
};

/// One file: its `key=value` lines.
struct Report {
  std::uint32_t file = 0;
  std::map<std::string_view, Line> values;  ///< of the single keys
  std::vector<Line> lines;                  ///< all others
  std::string machine;                      ///< what it is called here

  [[nodiscard]] const Line* find(std::string_view key) const {
    const auto found = values.find(key);
    return found == values.end() ? nullptr : &found->second;
  }
  [[nodiscard]] std::string_view text(std::string_view key) const {
    const auto* line = find(key);
    return line == nullptr ? std::string_view{} : line->value;
  }
  [[nodiscard]] std::vector<std::string> items(std::string_view key) const {
    std::vector<std::string> found;
    for (const auto& line : lines)
      if (line.key == key) found.push_back(kept(line.value, 60));
    return found;
  }
  /// Lists such as `warning[]` begin their items with the test: `PKGS-7392|text`, `PKGS-7392:1|text`.
  [[nodiscard]] bool lists(std::string_view key, std::string_view test) const {
    return std::ranges::any_of(lines, [&](const Line& line) {
      return line.key == key && line.value.substr(0, line.value.find_first_of(":|")) == test;
    });
  }
  [[nodiscard]] bool has_run(std::string_view test) const { return names("tests_executed", test); }
  [[nodiscard]] bool is_clean(std::string_view test) const {
    return has_run(test) && !lists("exception_event[]", test);
  }
  /// One of these ran, or nothing says that none did: bad news is not doubted.
  [[nodiscard]] bool may_have_run(std::initializer_list<std::string_view> tests) const {
    if (find("tests_executed") == nullptr) return is_whole();
    return std::ranges::any_of(tests, [&](auto test) { return has_run(test); });
  }
  [[nodiscard]] bool is_whole() const { return text("test_category") == "all" && text("test_group") == "all"; }
  /// These two need root and nothing else.
  [[nodiscard]] bool is_without_root() const {
    return names("tests_skipped", "AUTH-9229") && names("tests_skipped", "BOOT-5116");
  }
  [[nodiscard]] bool names(std::string_view key, std::string_view test) const {
    return fmt::format("|{}", text(key)).find(fmt::format("|{}|", test)) != std::string::npos;
  }

  /// Why nothing good can be learnt from it; empty where it is all there.
  [[nodiscard]] std::string_view fault() const {
    if (text("finish") != "true") return "the run was cut short: its report does not end with `finish=true`";
    const auto done = text("lynis_tests_done");
    if (done.find_first_not_of("0123456789") != std::string_view::npos ||
        done.find_first_not_of('0') == std::string_view::npos)
      return "the report does not count a single test (`lynis_tests_done`)";
    return {};
  }

  [[nodiscard]] std::string why_not_run(std::string_view test) const {
    if (!fault().empty()) return std::string{fault()};
    if (!is_whole()) return fmt::format("Lynis was asked for a part of its tests, and {} was not among them", test);
    if (is_without_root()) return fmt::format("Lynis ran without the rights of root, which {} needs", test);
    return fmt::format("the test {} did not run", test);
  }
};

/// What a report shows of one fact: has it, has it not, or why nobody can tell.
struct Shown {
  std::optional<bool> has;
  std::string where;
  std::string because;
};

std::string with_list(std::string_view text, std::string_view name, std::vector<std::string> items) {
  std::erase(items, std::string{});
  return items.empty() ? std::string{text} : fmt::format("{}, {}: {}", text, name, first_few(items));
}

/// A value that is 0 or 1; else why it tells nothing.
std::optional<bool> flag(const Report& report, std::string_view key, std::string& because) {
  const auto value = report.text(key);
  if (value == "0" || value == "1") return value == "1";
  because = !report.fault().empty() ? report.fault()
            : value.empty()         ? fmt::format("the report does not say `{}`", key)
                                    : fmt::format("`{}` is {}, neither 0 nor 1", key, in_backticks(value));
  return std::nullopt;
}

Shown firewall_of(const Report& report) {
  Shown shown;
  const auto active = flag(report, "firewall_active", shown.because);
  if (!active) return shown;
  if (!*active) {
    const bool is_seen = report.may_have_run({"FIRE-4502", "FIRE-4518", "FIRE-4526", "FIRE-4530", "FIRE-4532"});
    if (is_seen) return {false, "firewall_active=0", {}};
    return {{}, {}, report.why_not_run("FIRE-4502")};
  }
  const bool is_empty = report.text("firewall_empty_ruleset") == "1";  // of iptables or of nftables
  const bool is_iptables_empty = report.lists("warning[]", "FIRE-4512");
  const bool is_iptables_read = report.is_clean("FIRE-4512") && !is_iptables_empty;
  const bool is_nftables_read = report.is_clean("FIRE-4540");
  if (is_empty && is_iptables_empty && is_nftables_read)
    return {{}, "FIRE-4512, FIRE-4540", "iptables has no rules; whether nftables has some the report does not say"};
  if (is_empty && !is_iptables_read)
    return {false, "firewall_empty_ruleset=1", "Lynis counts a handful of rules as none"};
  if (is_iptables_read || is_nftables_read)
    return {true, is_iptables_read ? "rules of iptables (FIRE-4512)" : "rules of nftables (FIRE-4540)",
            "there are rules; what they turn away the report does not say"};
  const auto software = report.items("firewall_software[]");
  for (const auto* on : {"macosx-app-fw", "ipf", "ipfw"})  // these are seen to be switched on
    if (std::ranges::find(software, on) != software.end()) return {true, fmt::format("firewall_software: {}", on), {}};
  const bool is_hindered = !report.fault().empty() || !report.is_whole() || report.is_without_root();
  return {{},
          with_list("firewall_active=1", "firewall_software", software),
          "the system can filter, but its rules were not read: " +
              (is_hindered ? report.why_not_run("FIRE-4512")
                           : "Lynis found neither iptables nor nft to list them (FIRE-4512, FIRE-4540)")};
}

Shown protection_of(const Report& report) {
  Shown shown;
  const auto is_installed = flag(report, "malware_scanner_installed", shown.because);
  if (!is_installed) return shown;
  if (*is_installed)
    return {{},
            with_list("malware_scanner_installed=1", "malware_scanner", report.items("malware_scanner[]")),
            "a scanner is installed; whether it is switched on and up to date the report does not say"};
  if (!report.may_have_run({"MALW-3280", "MALW-3282"})) return {{}, {}, report.why_not_run("MALW-3280")};
  return {false, "malware_scanner_installed=0", "Lynis found none of the scanners that it knows"};
}

Shown updates_of(const Report& report) {
  Shown shown;
  const auto found = flag(report, "vulnerable_packages_found", shown.because);
  const auto packages = report.items("vulnerable_package[]");
  const auto where = fmt::format("vulnerable_packages_found={}", kept(report.text("vulnerable_packages_found"), 20));
  if (found.value_or(false) || !packages.empty())
    return {{},
            with_list(where, counted(std::ssize(packages), "package"), packages),
            "security updates wait; since when, and how urgent they are, the report does not say"};
  if (!found) return shown;
  shown.where = with_list(where, "package_audit_tool", {kept(report.text("package_audit_tool"), 40)});
  if (report.lists("warning[]", "KRNL-5830")) {
    shown.because = "the computer waits for a restart (KRNL-5830): what was installed may not be in use";
  } else if ((report.is_clean("PKGS-7392") && report.text("package_audit_tool") == "apt-check") ||
             (report.is_clean("PKGS-7330") && !report.lists("warning[]", "PKGS-7330"))) {
    shown.has = true;  // these two say a number; all others say nothing when they fail
    shown.because = "no security update waits, by package lists of which the report does not say how old they are";
  } else if (report.may_have_run({"PKGS-7320", "PKGS-7322", "PKGS-7330", "PKGS-7352", "PKGS-7381", "PKGS-7382",
                                  "PKGS-7386", "PKGS-7392", "PKGS-7393"})) {
    shown.because = "no update was found to wait, and a package tool that failed would look the same";
  } else {
    shown.because = report.why_not_run("PKGS-7392");
  }
  return shown;
}

void tell(Look& look, std::string_view fact, const Report& report, Shown shown) {
  if (shown.has.value_or(false) && !report.fault().empty()) shown = {{}, shown.where, std::string{report.fault()}};
  look.say_one(fact, report.machine, shown.has, shown.where, shown.because);
}

void tell_unsupported(Look& look, const Report& report) {
  constexpr std::string_view fact = "software.unsupported";
  if (!report.lists("warning[]", "GEN-0010")) return;
  auto record = look.blank_record(fact);
  look.set(record, fact, "where", Text{report.machine});
  const auto system = report.text("os_fullname");
  look.set(record, fact, "what", Text{system.empty() ? "its operating system" : std::string{system}});
  look.say(fact, report.machine, Records{{record}}, "GEN-0010").note =
      "by the list of Lynis, which does not know of support that is paid for";
}

void tell_gaps(Look& look, const Report& report) {
  if (!report.is_whole())
    look.not_seen(fmt::format("On {}, what lies outside of the tests that Lynis was asked for.", report.machine));
  if (report.is_without_root())
    look.not_seen(fmt::format("On {}, what root alone can see: Lynis ran without those rights.", report.machine));
  auto broken = report.items("exception_event[]");
  for (auto& test : broken) test = test.substr(0, test.find_first_of(":|"));
  if (!broken.empty())
    look.not_seen(fmt::format("On {}, what these tests look at: each ended with a fault of its own ({}).",
                              report.machine, first_few(broken)));
}

std::string short_id(const Report& report) { return kept(report.text("hostid").substr(0, 8)); }

/// The name it gives itself; its id where that is none, or where another computer has the same.
void name_machines(std::vector<Report>& reports) {
  for (auto& report : reports) {
    report.machine = kept(report.text("hostname"), 80);
    if (report.machine.empty() || report.machine.starts_with("localhost") || report.machine == "no-hostname")
      report.machine = short_id(report).empty() ? "a computer without a name" : "computer " + short_id(report);
  }
  std::map<std::string, std::string_view> ids;
  std::vector<std::string> shared;
  for (const auto& report : reports)
    if (ids.try_emplace(report.machine, report.text("hostid")).first->second != report.text("hostid"))
      shared.push_back(report.machine);
  for (auto& report : reports)
    if (std::ranges::find(shared, report.machine) != shared.end() && !short_id(report).empty())
      report.machine += fmt::format(" ({})", short_id(report));
}

std::optional<Report> read_report(const ImportFile& file, Diagnostics& diagnostics) {
  Report report;
  report.file = file.file;
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < file.bytes.size();) {
    ++number;
    const auto end = file.bytes.find('\n', begin);
    const auto line = trimmed(file.bytes.substr(begin, end == std::string_view::npos ? end : end - begin));
    begin = end == std::string_view::npos ? file.bytes.size() : end + 1;
    const auto equals = line.find('=');
    const bool is_cut = end == std::string_view::npos && line != "finish=true";
    if (line.starts_with('#') || equals == std::string_view::npos || is_cut) continue;
    const Line found{line.substr(0, equals), line.substr(equals + 1), number};
    if (std::ranges::find(single_keys, found.key) == std::end(single_keys))
      report.lines.push_back(found);
    else if (report.values.try_emplace(found.key, found).first->second.value != found.value)
      diagnostics.error({file.file, number, 1}, "repeated-key",
                        fmt::format("the key {} is repeated with another value", in_backticks(found.key)),
                        "only one of the two can be meant: import the report of one run");
  }
  if (report.find("lynis_version") != nullptr || file.bytes.starts_with("# Lynis Report")) return report;
  if (trimmed(file.bytes).empty())
    diagnostics.error({file.file, 0, 0}, "empty-file", "there is nothing in this file");
  else
    diagnostics.error({file.file, 0, 0}, "unknown-format", "this is not a report of Lynis",
                      "run `lynis audit system` as root, and import /var/log/lynis-report.dat (not its log)");
  return std::nullopt;
}

}  // namespace

Brought import_lynis(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  std::vector<Report> reports;
  for (const auto& file : files)
    if (auto report = read_report(file, diagnostics)) reports.push_back(std::move(*report));
  name_machines(reports);

  std::optional<Look> look;
  std::map<std::pair<std::string, Date>, int> seen;
  std::vector<std::string> machines;
  std::vector<std::string> versions;
  for (const auto& report : reports) {
    const auto* start = report.find("report_datetime_start");
    const Place place{report.file, start == nullptr ? 0 : start->number, start == nullptr ? 0u : 1u};
    const auto stated = start == nullptr ? std::nullopt : day_of_local_time(start->value, context.latest);
    const auto day = day_of_look({.stated = stated, .newest = {}}, place, context, diagnostics);
    if (!day) continue;
    if (++seen[{report.machine, *day}] == 2)
      diagnostics.error(place, "too-many-files",
                        fmt::format("two reports of {} of one day are here", in_backticks(report.machine)),
                        "import the newer one alone");
    if (!look) look.emplace(context, *day);
    look->set_day(*day);
    tell(*look, "firewall.on_computers", report, firewall_of(report));
    tell(*look, "endpoint.protected", report, protection_of(report));
    tell(*look, "patch.critical_in_time", report, updates_of(report));
    tell_unsupported(*look, report);
    tell_gaps(*look, report);
    const auto note = [](std::vector<std::string>& list, const std::string& text) {
      if (!text.empty() && std::ranges::find(list, text) == list.end()) list.push_back(text);
    };
    note(machines, report.machine);
    note(versions, kept(report.text("lynis_version"), 20));
  }
  if (diagnostics.has_errors() || !look) return {};
  look->not_seen("How long a password must be: Lynis reports after how many days it ends, not its length.");
  look->not_seen("How long records are kept: Lynis sees that old ones are put away, not after what time.");
  look->not_seen("If a thief could read a laptop: Lynis names encrypted partitions, not whether they are all.");
  look->not_seen("Updates of what did not come with the system, and programs whose maker has stopped fixing them.");
  look->set_version(first_few(versions));
  look->set_scope(fmt::format("{}: {}", counted(std::ssize(machines), "computer"), first_few(machines)));
  return look->take();
}

}  // namespace candor
