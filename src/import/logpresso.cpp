#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/csv.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/log4j.hpp"
#include "import/look.hpp"
#include "import/looks.hpp"
#include "import/moment.hpp"
#include "import/sheet.hpp"
#include "import/words.hpp"

// Reports of Logpresso's log4j2-scan, of one machine each: JSON (`log4j2-scan --scan-log4j1 --report-patch
// --report-json
// /`) or CSV (`--report-csv`). Which version is there decides; the report's own statuses only say what was taken out.
//
// - A clean JSON has no `files`, and looks like that of an empty folder: only the summary tells how many files were
//   read, where, and how many could not be. Where its counts and its list disagree nobody can tell what was left out.
// - A CSV tells neither, and a clean one is a line of headings: it shows what was found and never that all was looked
// at.
// - Without --report-patch mended copies are left out, without --scan-log4j1 Log4j 1, without --scan-zip what lies in
//   .zip archives; broken archives are skipped and counted nowhere.
namespace candor {

namespace {

constexpr std::string_view fact_found = "log4j.found";
constexpr std::string_view fact_looked = "log4j.looked_at";
constexpr std::string_view hint = "scan with `log4j2-scan --scan-log4j1 --report-patch --report-json /`";

// Options of the scanner with a value behind them that is no folder to scan.
constexpr std::array<std::string_view, 14> with_value{
    "--report-path",     "--report-dir",   "--restore",       "--backup-path", "--backup-ext",
    "--zip-charset",     "--api-key",      "--http-proxy",    "--syslog-udp",  "--syslog-level",
    "--syslog-facility", "--csv-log-path", "--json-log-path", "--throttle"};

/// What the scan was asked for.
struct Asked {
  std::vector<std::string> folders;
  std::vector<std::string> except;
  bool is_everything = false;
  bool has_log4j1 = false;
  bool has_patched = false;
  bool has_zip = false;

  [[nodiscard]] bool is_known() const { return is_everything || !folders.empty(); }
};

/// One copy of Log4j as a report writes it.
struct Entry {
  std::string path;
  std::string inside;  ///< of the archive: where in it
  std::string product;
  std::string version;
  std::string status;
  bool is_fixed = false;
};

struct Report {
  std::string machine;
  std::string version;
  Asked asked;
  DayFound day;
  std::vector<Entry> entries;
  std::string gap;  ///< why copies could be there all the same; empty where they could not
  std::vector<std::string> not_seen;
};

Asked asked_of(const yaml::Node& summary) {
  Asked asked;
  const auto list = find_list(summary, "scanner_args");
  const auto words = list ? list->items() : std::vector<yaml::Node>{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words[i].raw();
    const auto value = i + 1 < words.size() ? kept(words[i + 1].raw(), 60) : std::string{};
    if (word == "--all-drives" || word == "/") {
      asked.is_everything = true;
    } else if (word == "--drives" || word == "-f") {
      asked.folders.push_back(word == "-f" ? "folders listed in " + value : "drives " + value);
      ++i;
    } else if (word.starts_with("--exclude")) {
      asked.except.push_back(value);
      ++i;
    } else if (std::ranges::find(with_value, word) != with_value.end()) {
      ++i;
    } else if (!word.starts_with('-')) {
      asked.folders.push_back(kept(word, 60));
    }
    asked.has_log4j1 = asked.has_log4j1 || word == "--scan-log4j1";
    asked.has_patched = asked.has_patched || word == "--report-patch";
    asked.has_zip = asked.has_zip || word == "--scan-zip";
  }
  return asked;
}

std::string gap_of(const yaml::Node& root, const yaml::Node& summary, const Report& report, std::int64_t listed) {
  const auto files = find_number(summary, "scan_file_count").value_or(0);
  const auto errors = find_number(summary, "error_file_count");
  if (files <= 0) return "the scan read no files";
  if (errors.value_or(0) > 0 || find_list(root, "errors"))
    return fmt::format("the scan could not read {}", counted(std::max<std::int64_t>(errors.value_or(0), 1), "file"));
  if (!errors) return "the report does not say how many files it could not read";
  if (!report.asked.is_known()) return "the report does not say which folders were scanned";
  std::int64_t sum = 0;
  for (const auto* key : {"vulnerable_file_count", "potentially_vulnerable_file_count", "mitigated_file_count"})
    sum += find_number(summary, key).value_or(0);
  if (sum != listed)
    return fmt::format("the summary counts {} with Log4j that is not safe, and the list holds {}", counted(sum, "file"),
                       listed);
  return {};
}

void add_entries(const yaml::Node& file, Report& report) {
  const auto reports = find_list(file, "reports");
  if (!reports) return;
  auto path = find_text(file, "path");
  path.remove_prefix(path.size() - std::min<std::size_t>(path.size(), 400));  // each of its reports keeps it
  for (const auto& item : reports->items()) {
    report.entries.push_back({.path = std::string{path},
                              .inside = std::string{find_text(item, "entry")},
                              .product = std::string{find_text(item, "product")},
                              .version = std::string{find_text(item, "version")},
                              .status = std::string{find_text(item, "status")},
                              .is_fixed = find_bool(item, "fixed").value_or(false)});
    keep_newest(report.day.newest, day_of_time(find_text(item, "detected_at")));
  }
}

Report read_report(const yaml::Node& root, const yaml::Node& summary) {
  Report report;
  report.machine = kept(find_text(summary, "hostname"), 60);
  report.version = find_text(summary, "scanner_version");
  report.asked = asked_of(summary);
  std::int64_t listed = 0;
  if (const auto files = find_list(root, "files"))
    for (const auto& file : files->items()) {
      if (find_text(file, "status") != "NOT_VULNERABLE") ++listed;
      add_entries(file, report);
    }
  report.day.stated = day_of_time(find_text(summary, "scan_start_time"));
  if (report.day.stated) report.day.newest = {};  // a scan over midnight finds things on the day after
  report.gap = gap_of(root, summary, report, listed);
  if (!report.asked.has_patched)
    report.not_seen.emplace_back("Copies of Log4j that are mended: the scan lists them only with --report-patch.");
  if (!report.asked.has_log4j1) report.not_seen.emplace_back("Log4j 1: the scan looks for it only with --scan-log4j1.");
  if (!report.asked.has_zip)
    report.not_seen.emplace_back("What lies in .zip archives: the scan opens them only with --scan-zip.");
  report.not_seen.emplace_back(
      "Network drives, and archives that are broken: the scan skips them and does not count them.");
  return report;
}

/// One report a machine; the rows say which.
std::vector<Report> read_table(const Sheet& sheet) {
  constexpr std::string_view gap =
      "a CSV report does not say how many files were read, nor where: ask for the JSON report";
  std::map<std::string, Report> by_machine;
  for (std::size_t row = 0; row < sheet.size(); ++row) {
    const auto text = [&](std::string_view column) { return sheet.cell(row, column).text; };
    const auto machine = kept(text("Hostname"), 60);
    auto& report = by_machine[machine.empty() ? "a machine without a name" : machine];
    report.entries.push_back({.path = text("Path"),
                              .inside = text("Entry"),
                              .product = text("Product"),
                              .version = text("Version"),
                              .status = text("Status"),
                              .is_fixed = text("Fixed") == "FIXED"});
    keep_newest(report.day.newest, day_of_time(text("Detected at")));
  }
  if (by_machine.empty()) by_machine["a machine that the table does not name"] = {};
  std::vector<Report> reports;
  for (auto& [machine, report] : by_machine) {
    report.machine = machine;
    report.asked.is_everything = true;  // as far as the table says
    report.gap = gap;
    report.not_seen.emplace_back("A CSV report has the machine's own time: its day can be one off.");
    reports.push_back(std::move(report));
  }
  return reports;
}

/// The machine, or what of it was scanned.
std::string part_of(const Report& report) {
  auto part = report.machine.empty() ? std::string{"a machine without a name"} : report.machine;
  if (!report.asked.is_everything && !report.asked.folders.empty()) part += " " + first_few(report.asked.folders, 3);
  if (!report.asked.except.empty()) part += " except " + first_few(report.asked.except, 3);
  return part;
}

void add_copies(const Report& report, Log4jCopies& copies, Look& look) {
  std::int64_t others = 0;
  for (const auto& entry : report.entries) {
    const auto product = lower_case(entry.product);
    if (entry.status == "ERROR") continue;
    if (!product.empty() && !product.starts_with("log4j")) {
      ++others;
      continue;
    }
    const bool is_log4j1 = product == "log4j 1" || (product.empty() && entry.version.starts_with("1."));
    copies.add(entry.inside.empty() ? entry.path : fmt::format("{}: {}", entry.path, entry.inside),
               is_log4j1 ? "log4j-1" : "log4j-core", entry.version, entry.status == "MITIGATED" || entry.is_fixed);
  }
  if (others > 0) look.not_seen(fmt::format("{}, as Logback, is left out here.", counted(others, "other find")));
}

Brought look_at(const Report& report, Date day, const ImportContext& context) {
  Look look{context, day};
  const auto part = part_of(report);
  Log4jCopies copies{context, look, report.machine};
  add_copies(report, copies, look);
  if (!copies.records().items.empty())
    look.say(fact_found, part, copies.records());
  else if (report.gap.empty())
    look.say(fact_found, part, Records{}).note = report.asked.has_log4j1 ? "" : "Log4j 1 was not looked for";
  else
    look.say_unknown(fact_found, part, report.gap);
  look.say_one(fact_looked, part, report.gap.empty() ? std::optional{true} : std::nullopt, {}, report.gap);
  for (const auto& sentence : report.not_seen) look.not_seen(sentence);
  look.set_version(report.version);
  look.set_scope(part);
  return look.take();
}

std::vector<Report> read_json_report(const ImportFile& file, Diagnostics& diagnostics) {
  const auto tree = read_json(file, diagnostics);
  if (!tree) return {};
  const yaml::Node root{*tree, diagnostics};
  const auto summary = find_object(root, "summary");
  if (summary && !find_text(*summary, "scanner_version").empty()) return {read_report(root, *summary)};
  root.error("unknown-format", "this is no report of log4j2-scan", std::string{hint});
  return {};
}

std::vector<Report> read_csv_report(const ImportFile& file, Diagnostics& diagnostics) {
  constexpr std::array<std::string_view, 8> columns{"Hostname", "Path",   "Entry", "Product",
                                                    "Version",  "Status", "Fixed", "Detected at"};
  auto rows = read_csv(file.bytes, file.file, diagnostics);
  if (!rows || rows->empty()) return {};
  const Sheet sheet{std::move(*rows), columns, diagnostics};
  return sheet.has_headings() ? read_table(sheet) : std::vector<Report>{};
}

}  // namespace

Brought import_logpresso(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  std::vector<Brought> looks;
  for (const auto& file : files) {
    const auto reports =
        looks_like_json(file.bytes) ? read_json_report(file, diagnostics) : read_csv_report(file, diagnostics);
    if (diagnostics.has_errors()) continue;
    for (const auto& report : reports)
      if (const auto day = day_of_look(report.day, {file.file, 0, 0}, context, diagnostics))
        looks.push_back(look_at(report, *day, context));
  }
  if (diagnostics.has_errors() || looks.empty()) return {};
  return together(std::move(looks));
}

}  // namespace candor
