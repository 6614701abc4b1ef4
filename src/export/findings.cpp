#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "candor/model/plan.hpp"
#include "export/csv.hpp"
#include "export/exporters.hpp"
#include "export/gap.hpp"
#include "export/place.hpp"
#include "export/summary.hpp"

// One row a control, those that are in place too. What holds for the client as a whole stands in each row, so that the
// tables of many clients can be put below each other.
namespace candor {

namespace {

/// All a row can be made of.
struct Row {
  const Report& report;
  const Sources& files;
  const Assessment& assessment;
  const Finding& finding;
  const Control& control;
  const PlanRow* plan;
};

struct Column {
  std::string_view heading;
  Cell (*cell)(const Row& row);
};

Cell text(std::string_view text) { return text.empty() ? Cell{} : Cell{safe_cell(text)}; }
Cell yes_or_no(bool yes) { return std::string{yes ? "yes" : "no"}; }
Cell count(std::int64_t number) { return Amount{number * 100}; }

Cell percent(const Row& row, Millionths share) {
  return row.finding.outcome == Outcome::NotApplicable ? Cell{} : Cell{Amount{share / 100}};
}

template <int Score::*points>
Cell score(const Row& row) {
  return row.assessment.score.weight == 0 ? Cell{} : count(row.assessment.score.*points);
}

template <bool DeclineState::*flag>
Cell any_decline(const Row& row) {
  return yes_or_no(std::ranges::any_of(row.finding.declines, flag));
}

std::string_view gate(const Finding& finding) {
  return finding.gate_missed ? "missed" : finding.gate_unknown ? "unknown" : "";
}

std::string_view acts(const Row& row) {
  if (row.plan) return row.plan->party;
  return row.control.acts_shared ? "shared" : name(row.control.acts);
}

std::string ledger(const Assessment& assessment) {
  std::string list;
  for (const auto& [what, count] : ledger_counts(assessment))
    if (count > 0) list += fmt::format("{}{} {}", list.empty() ? "" : ", ", what, count);
  return list;
}

std::string broken_limits(const Report& report) {
  std::string list;
  for (const auto& limit : report.limits)
    if (!limit.held) list += fmt::format("{}{}", list.empty() ? "" : "; ", limit.asked);
  return list;
}

// Of the client first, then of the control.
constexpr std::array columns{
    Column{"Client", [](const Row& row) { return text(client_key(row.assessment.inventory->client)); }},
    Column{"Standard", [](const Row& row) { return text(row.assessment.profile->id); }},
    Column{"Date", [](const Row& row) { return Cell{row.assessment.as_of}; }},
    Column{"Verdict", [](const Row& row) { return text(name(row.assessment.verdict)); }},
    Column{"Score proved", score<&Score::proved>},
    Column{"Score claimed", score<&Score::claimed>},
    Column{"Score at best", score<&Score::at_best>},
    Column{"Ledger", [](const Row& row) { return text(ledger(row.assessment)); }},
    Column{"Limits broken", [](const Row& row) { return text(broken_limits(row.report)); }},
    Column{plan_column::control, [](const Row& row) { return text(row.control.id); }},
    Column{"Title", [](const Row& row) { return text(row.control.title); }},
    Column{plan_column::minimum, [](const Row& row) { return yes_or_no(row.control.minimum); }},
    Column{"Gate", [](const Row& row) { return text(gate(row.finding)); }},
    Column{"Outcome", [](const Row& row) { return text(name(row.finding.outcome)); }},
    Column{"Proved %", [](const Row& row) { return percent(row, row.finding.interval.proved); }},
    Column{"Claimed %", [](const Row& row) { return percent(row, row.finding.interval.low); }},
    Column{"At best %", [](const Row& row) { return percent(row, row.finding.interval.high); }},
    Column{"Weight", [](const Row& row) { return count(row.control.weight); }},
    Column{plan_column::points, [](const Row& row) { return count(row.finding.points); }},
    Column{plan_column::party, [](const Row& row) { return text(acts(row)); }},
    Column{"Declined", [](const Row& row) { return yes_or_no(!row.finding.declines.empty()); }},
    Column{"Decline signed", any_decline<&DeclineState::is_signed>},
    Column{"Decline lapsed", any_decline<&DeclineState::is_lapsed>},
    Column{"Decline moot", any_decline<&DeclineState::is_moot>},
    Column{"Place", [](const Row& row) { return text(place_text(place_of(row.assessment, row.finding), row.files)); }},
    Column{plan_column::headline, [](const Row& row) { return text(row.plan ? row.plan->headline : ""); }},
    Column{plan_column::what, [](const Row& row) { return text(row.plan ? row.plan->what : ""); }},
    Column{plan_column::by, [](const Row& row) { return row.plan && row.plan->by ? Cell{*row.plan->by} : Cell{}; }},
};

}  // namespace

std::string export_findings(const Report& report, const Sources& files) {
  std::vector<std::string_view> headings;
  headings.reserve(columns.size());
  for (const auto& column : columns) headings.push_back(column.heading);
  std::vector<std::vector<Cell>> rows;
  for (const auto& finding : report.assessment->findings) {
    const Row row{report,
                  files,
                  *report.assessment,
                  finding,
                  report.assessment->control_of(finding),
                  plan_row_of(report, finding)};
    auto& cells = rows.emplace_back();
    for (const auto& column : columns) cells.push_back(column.cell(row));
  }
  return csv_text(headings, rows);
}

}  // namespace candor
