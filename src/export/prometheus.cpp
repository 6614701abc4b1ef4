#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "export/exporters.hpp"
#include "export/plain_line.hpp"
#include "export/summary.hpp"

// For the textfile collector of Prometheus' node exporter: gauges of one client on one day. A series that is there
// today is there tomorrow, with 0 where there is none, so that an alert can rest on it.
namespace candor {

namespace {

using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

std::string label_value(std::string_view text) {
  std::string escaped;
  for (const char c : plain_line(text)) {
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

class Metrics {
 public:
  explicit Metrics(const Assessment& assessment)
      : client_{client_key(assessment.inventory->client)}, profile_{assessment.profile->id} {}

  void family(std::string_view name, std::string_view help) {
    name_ = name;
    text_ += fmt::format("# HELP {} {}\n# TYPE {} gauge\n", name, help, name);
  }
  /// A series that is there already is left out: the collector refuses a file that has one twice.
  void series(const Labels& labels, const std::string& value) {
    std::string line =
        fmt::format(R"({}{{client="{}",profile="{}")", name_, label_value(client_), label_value(profile_));
    for (const auto& [key, text] : labels) line += fmt::format(R"(,{}="{}")", key, label_value(text));
    if (seen_.insert(line).second) text_ += fmt::format("{}}} {}\n", line, value);
  }
  void series(const Labels& labels, std::int64_t value) { series(labels, fmt::format("{}", value)); }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string client_;
  std::string profile_;
  std::string_view name_;
  std::string text_;
  std::set<std::string> seen_;
};

std::string ratio(Millionths share) { return fmt::format("{}.{:06}", share / whole, share % whole); }

void add_ratios(const Assessment& assessment, Metrics& metrics) {
  metrics.family("candor_control_ratio", "How much of a control holds, from 0 to 1; none where it does not apply.");
  for (const auto& finding : assessment.findings) {
    if (finding.outcome == Outcome::NotApplicable) continue;
    const std::string_view id = assessment.control_of(finding).id;
    metrics.series({{"control", id}, {"bound", "proved"}}, ratio(finding.interval.proved));
    metrics.series({{"control", id}, {"bound", "low"}}, ratio(finding.interval.low));
    metrics.series({{"control", id}, {"bound", "high"}}, ratio(finding.interval.high));
  }
}

void add_gates(const Assessment& assessment, Metrics& metrics) {
  const auto applicable = std::ranges::count_if(assessment.findings, [&](const Finding& finding) {
    return assessment.control_of(finding).minimum && finding.outcome != Outcome::NotApplicable;
  });
  metrics.family("candor_gates", "The must-haves that apply: all, missed, and not known or not proved.");
  metrics.series({{"state", "all"}}, applicable);
  metrics.series({{"state", "missed"}}, assessment.gates_missed);
  metrics.series({{"state", "unknown"}}, assessment.gates_unknown);
}

}  // namespace

std::string export_prometheus(const Report& report, const Sources& /*files*/) {
  const auto& assessment = *report.assessment;
  const auto& score = assessment.score;
  Metrics metrics{assessment};
  metrics.family("candor_verdict", "The verdict of the standard: 1 for the one that holds.");
  for (const auto verdict : {Verdict::Below, Verdict::CannotTell, Verdict::Meets})
    metrics.series({{"verdict", name(verdict)}}, verdict == assessment.verdict ? 1 : 0);
  if (score.weight > 0) {
    metrics.family("candor_points", "Points of 100: proved, claimed, and at best.");
    metrics.series({{"number", "proved"}}, score.proved);
    metrics.series({{"number", "claimed"}}, score.claimed);
    metrics.series({{"number", "at_best"}}, score.at_best);
  }
  metrics.family("candor_controls", "How many controls came out so.");
  for (int i = 0; i < outcome_count; ++i)
    metrics.series({{"outcome", name(static_cast<Outcome>(i))}}, assessment.counts[static_cast<std::size_t>(i)]);
  add_gates(assessment, metrics);
  add_ratios(assessment, metrics);
  metrics.family("candor_ledger_entries", "What was left out, overridden, aged, contradicted or declined.");
  for (const auto& [what, count] : ledger_counts(assessment)) metrics.series({{"what", what}}, count);
  if (!report.limits.empty()) {
    metrics.family("candor_limit_held", "Whether a limit that this run was asked for held.");
    for (const auto& limit : report.limits) metrics.series({{"limit", limit.asked}}, limit.held ? 1 : 0);
  }
  metrics.family("candor_assessment_timestamp_seconds", "The day it was judged, as its first second in UTC.");
  metrics.series({}, std::chrono::seconds{std::chrono::sys_days{assessment.as_of}.time_since_epoch()}.count());
  return metrics.text();
}

}  // namespace candor
