#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/number.hpp"
#include "import/one_day.hpp"
#include "import/words.hpp"

// ClamAV's scan by hand, as `clamscan --recursive / > scan.txt` or `clamscan --log=FILE` writes it (1.4 was seen; of
// several scans in one log the last counts). One file a machine; its name is not in the file. The fact asks for
// protection that is switched on and up to date today, and a scan that somebody started shows neither: no such scan is
// a machine with protection. What it can show is bad news (infected files) and why even its "Infected files: 0" is no
// evidence: no list of viruses, no files, errors, no summary.
namespace candor {

namespace {

/// The list that ClamAV gives out has held more than eight million viruses since 2021. One that knows fewer than this
/// is another list, or the remains of one.
constexpr std::int64_t fewest_viruses = 1'000'000;

struct Scan {
  bool has_summary = false;
  std::optional<std::int64_t> known;
  std::optional<std::int64_t> files;
  std::optional<std::int64_t> infected;
  std::int64_t errors = 0;
  std::string_view engine;
  std::optional<Date> day;
  std::vector<std::string> found;  ///< `/srv/eicar.com: Eicar-Test`
  std::string_view error;          ///< the first line that tells of one
  bool is_old = false;             ///< it says so of its list of viruses
};

/// `2026:11:21 19:27:34`
std::optional<Date> day_of(std::string_view text) {
  std::string written{text};
  if (written.size() > 7 && written[4] == ':' && written[7] == ':') written[4] = written[7] = '-';
  return day_of_time(written);
}

void read_summary_line(std::string_view line, Scan& scan) {
  const auto colon = line.find(": ");
  if (colon == std::string_view::npos) return;
  const auto key = line.substr(0, colon);
  const auto value = trimmed(line.substr(colon + 2));
  if (key == "Known viruses") scan.known = number_of(value);
  if (key == "Engine version") scan.engine = value;
  if (key == "Scanned files") scan.files = number_of(value);
  if (key == "Infected files") scan.infected = number_of(value);
  if (key == "Total errors") scan.errors = number_of(value).value_or(1);
  if (key == "Start Date") scan.day = day_of(value);
}

enum class Line { Summary, Found, Error, OldList, Other };

constexpr std::string_view found_mark = " FOUND";

/// Nothing where the line is none that a scan prints by itself; those of its summary are none.
std::optional<Line> kind_of(std::string_view line) {
  if (line.starts_with("-----") && line.find(" SCAN SUMMARY ") != std::string_view::npos) return Line::Summary;
  if (line.ends_with(found_mark)) return Line::Found;
  if (line.starts_with("LibClamAV Error") || line.starts_with("ERROR:") || line.ends_with(" ERROR")) return Line::Error;
  if (line.starts_with("LibClamAV Warning"))
    return line.find("older than 7 days") == std::string_view::npos ? Line::Other : Line::OldList;
  if (line.ends_with(": OK") || line.ends_with(": Empty file") || line.ends_with(": Excluded")) return Line::Other;
  return std::nullopt;
}

void read_line(Line kind, std::string_view line, Scan& scan) {
  if (kind == Line::Summary) scan.has_summary = true;
  if (kind == Line::Found) scan.found.push_back(kept(line.substr(0, line.size() - found_mark.size()), 80));
  if (kind == Line::Error && scan.error.empty()) scan.error = line;
  if (kind == Line::OldList) scan.is_old = true;
}

/// The last scan in the file; nothing when there is none.
std::optional<Scan> read_scan(std::string_view text) {
  std::optional<Scan> scan;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (const auto kind = kind_of(line)) {
      if (!scan || scan->has_summary) scan = Scan{};
      read_line(*kind, line, *scan);
    } else if (scan && scan->has_summary) {
      read_summary_line(line, *scan);
    }
  }
  return scan;
}

/// Why a scan does not show that the machine is protected.
std::string reason_of(const Scan& scan) {
  if (!scan.error.empty()) return "the scan ran into errors";
  if (!scan.has_summary) return "the scan has no summary: it was cut short, or ran without one";
  if (!scan.infected) return "the summary does not say how many files are infected";
  if (!scan.known) return "the summary does not say how many viruses the scan knew";
  if (*scan.known < fewest_viruses)
    return fmt::format("the scan knew {}, and the list that ClamAV gives out holds millions",
                       counted(*scan.known, "virus", "viruses"));
  if (scan.files.value_or(0) == 0) return "the scan read no files";
  if (scan.errors > 0) return fmt::format("the scan ran into {}", counted(scan.errors, "error"));
  if (scan.is_old) return "the list of viruses was older than 7 days";
  return "a scan by hand does not show protection that is switched on all day";
}

std::int64_t infected_in(const Scan& scan) { return std::max(scan.infected.value_or(0), std::ssize(scan.found)); }

std::string where_of(const Scan& scan) {
  if (!scan.found.empty()) return first_few(scan.found, 3);
  return std::string{scan.error};
}

void add(std::vector<std::string>& texts, std::string text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
}

std::vector<Scan> read_scans(Files files, Diagnostics& diagnostics) {
  std::vector<Scan> scans;
  for (const auto& file : files) {
    const Place all{file.file, 0, 0};
    if (trimmed(file.bytes).empty()) {
      diagnostics.error(all, "empty-file", "there is nothing in this file");
    } else if (const auto scan = read_scan(file.bytes)) {
      scans.push_back(*scan);
    } else {
      diagnostics.error(all, "unknown-format", "this is not what `clamscan` prints",
                        "run `clamscan --recursive / > scan.txt`, and import scan.txt with its summary at the end");
    }
  }
  return scans;
}

}  // namespace

Brought import_clamscan(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  auto scans = read_scans(files, diagnostics);
  if (diagnostics.has_errors()) return {};
  std::vector<FileDay> days;
  for (std::size_t i = 0; i < scans.size(); ++i)
    days.push_back({{.stated = scans[i].day, .newest = {}}, {files[i].file, 0, 0}});
  const auto day = day_of_files(days, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  // Infected files come first: nothing else in the files matters as much.
  std::stable_partition(scans.begin(), scans.end(), [](const Scan& scan) { return infected_in(scan) > 0; });
  std::vector<std::string> reasons;
  std::vector<std::string> wheres;
  std::int64_t infected = 0;
  std::int64_t read = 0;
  for (const auto& scan : scans) {
    add(reasons, reason_of(scan));
    add(wheres, where_of(scan));
    infected += infected_in(scan);
    read += scan.files.value_or(0);
    if (!scan.engine.empty()) look.set_version(scan.engine);
  }
  if (infected > 0)
    reasons.insert(reasons.begin(), fmt::format("{} found, to be looked at today", counted(infected, "infected file")));
  const auto machines = std::ssize(scans);
  auto& statement = look.say("endpoint.protected", "clamscan", Coverage{.of = machines, .unknown = machines},
                             fmt::format("{}", fmt::join(wheres, "; ")));
  statement.note = kept(fmt::format("{}", fmt::join(reasons, "; ")), 300);
  look.not_seen("Whether protection is switched on all day, and kept up to date: a scan by hand shows neither.");
  look.not_seen("Which machine this was: the file does not say it.");
  look.set_scope(fmt::format("{}, {} read", counted(machines, "machine"), counted(read, "file")));
  return look.take();
}

}  // namespace candor
