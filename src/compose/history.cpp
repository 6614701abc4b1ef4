#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "candor/compose/compose.hpp"
#include "notice.hpp"
#include "since.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

std::string_view verdict_in_short(Verdict verdict) {
  switch (verdict) {
    case Verdict::Below: return "below the minimum";
    case Verdict::CannotTell: return "nobody can say";
    case Verdict::Meets: return "meets the minimum";
  }
  std::abort();  // a value that is no enumerator
}

/// The limits that did not hold; empty where all did, or none was asked for.
std::string broken(const HistoryEntry& entry) {
  std::vector<std::string> asked;
  for (const LimitLine& limit : entry.limits)
    if (!limit.held) asked.push_back(limit.asked);
  return asked.empty() ? std::string{} : fmt::format("; broken: {}", joined(asked));
}

void add_standard(const std::string& profile, const std::vector<const HistoryEntry*>& entries, Report& report) {
  std::vector<Result> results;
  Rows rows;
  for (const HistoryEntry* entry : entries) {
    results.push_back(entry->result);
    const auto& result = entry->result;
    rows.rows.emplace_back(to_iso(result.as_of), fmt::format("{} ({} {}{})", verdict_in_short(result.verdict), profile,
                                                             result.version, broken(*entry)));
  }
  report.blocks.emplace_back(Heading{2, profile});
  report.blocks.push_back(compose_score_line(results));
  report.blocks.emplace_back(std::move(rows));
}

}  // namespace

Report compose_history(const std::vector<HistoryEntry>& entries, bool is_redacted) {
  Report report;
  report.title = entries.empty() ? "Recorded checks" : fmt::format("{}: recorded checks", entries.back().result.client);
  report.blocks.emplace_back(Heading{1, report.title});
  if (entries.empty()) {
    report.blocks.emplace_back(Paragraph{"No check has been recorded yet: `candor score CLIENT --record` keeps one."});
    return report;
  }
  std::map<std::string, std::vector<const HistoryEntry*>> standards;
  for (const HistoryEntry& entry : entries) standards[entry.result.profile].push_back(&entry);
  for (const auto& [profile, of] : standards) add_standard(profile, of, report);
  report.contains = notice(entries.back().result.client, is_redacted, "page", Gives::Score);
  report.blocks.emplace_back(Paragraph{report.contains, Paragraph::Tone::Small});
  return report;
}

}  // namespace candor
