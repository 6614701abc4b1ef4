#include "export/gap.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace candor {

const PlanRow* plan_row_of(const Report& report, const Finding& finding) {
  const auto row = std::ranges::find(report.plan, finding.control, &PlanRow::finding);
  return row == report.plan.end() ? nullptr : &*row;
}

std::optional<Gap> gap_of(const Report& report, const Finding& finding) {
  const bool is_gap = finding.outcome != Outcome::Met && finding.outcome != Outcome::NotApplicable;
  if (!is_gap && !finding.gate_unknown) return std::nullopt;
  Gap gap;
  gap.finding = &finding;
  gap.control = &report.assessment->control_of(finding);
  gap.type = is_gap ? name(finding.outcome) : "not_proved";
  gap.headline = is_gap ? std::string{words(finding.outcome)} : "in place, not proved";
  const auto add = [&gap](std::string_view label, std::string text) {
    if (!text.empty()) gap.rows.emplace_back(label, std::move(text));
  };
  if (!is_gap) {
    const auto& proof = gap.control->proof;
    add("Proof wanted", fmt::format("{}, {}", name(proof.kind), to_text(proof.within)));
  }
  gap.plan = plan_row_of(report, finding);
  if (!gap.plan) return gap;
  gap.headline = gap.plan->headline;
  add(plan_column::what, gap.plan->what);
  add(plan_column::part, gap.plan->part);
  add(plan_column::who, gap.plan->who);
  add(plan_column::by, gap.plan->by ? to_iso(*gap.plan->by) : std::string{});
  add(plan_column::so_far, gap.plan->so_far);
  return gap;
}

std::vector<Gap> gaps_of(const Report& report) {
  std::vector<Gap> gaps;
  for (const auto& finding : report.assessment->findings)
    if (auto gap = gap_of(report, finding)) gaps.push_back(*std::move(gap));
  std::ranges::stable_sort(gaps, {}, [](const Gap& gap) {
    return std::tuple{!gap.finding->gate_missed, !gap.finding->gate_unknown, -gap.finding->points};
  });
  return gaps;
}

std::string title_with_id(const Control& control) { return fmt::format("{} ({})", control.title, control.id); }

}  // namespace candor
