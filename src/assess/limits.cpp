#include "candor/assess/limits.hpp"

#include <algorithm>
#include <cstdlib>

#include "expiry.hpp"

namespace candor {
namespace {

using What = LedgerEntry::What;
using List = LedgerEntry::List;
using Breaks = std::vector<LimitBreak>;

bool is_gap(const Finding& finding) {
  return finding.outcome != Outcome::Met && finding.outcome != Outcome::NotApplicable;
}

/// The ledger has these already, so that a limit never counts otherwise than the report.
Breaks in_ledger(const Assessment& assessment, What what) {
  Breaks breaks;
  for (const auto& entry : assessment.ledger) {
    if (entry.what != what || !entry.finding) continue;
    LimitBreak found{*entry.finding, {}, entry.list, entry.item, entry.date};
    if (std::ranges::find(breaks, found) == breaks.end()) breaks.push_back(found);
  }
  return breaks;
}

Breaks unproven_gates(const Assessment& assessment) {
  Breaks breaks;
  for (const auto& finding : assessment.findings)
    if (assessment.control_of(finding).minimum && finding.outcome != Outcome::NotApplicable &&
        finding.interval.proved < whole)
      breaks.push_back({finding.control, {}, {}, {}, {}});
  return breaks;
}

/// Whether a plan or a standing "no" on this part, or on the whole control, names somebody.
bool is_named_for(const Assessment& assessment, const Finding& finding, std::string_view part) {
  const auto& inventory = *assessment.inventory;
  const auto covers = [&](const auto& plan) { return plan.part.empty() || plan.part == part; };
  return std::ranges::any_of(finding.agreed, [&](std::size_t i) { return covers(inventory.agreed[i]); }) ||
         std::ranges::any_of(
             finding.offers,
             [&](std::size_t i) { return !inventory.offered[i].who.empty() && covers(inventory.offered[i]); }) ||
         std::ranges::any_of(finding.declines, [&](const DeclineState& state) {
           return !state.is_lapsed && covers(inventory.declined[state.decline]);
         });
}

bool is_question_owned(const Assessment& assessment, const Finding& finding) {
  return std::ranges::any_of(finding.open, [&](std::size_t i) {
    const auto& question = assessment.inventory->open[i];
    return !question.who.empty() && question.by;
  });
}

/// The same parts as decide on taking a client on with conditions: a known shortfall is owned when every part that
/// falls short is, or the control as a whole; what is not known when somebody finds out, or mends all of it anyway.
bool is_owned(const Assessment& assessment, const Finding& finding) {
  if (is_named_for(assessment, finding, {})) return true;
  if (finding.outcome == Outcome::Unknown && is_question_owned(assessment, finding)) return true;
  bool any = false;
  for (const auto& check : finding.checks)
    for (const auto& part : check.parts) {
      const bool falls_short =
          finding.outcome == Outcome::Unknown ? part.interval.low < whole : part.interval.high < whole;
      if (!falls_short) continue;
      if (!is_named_for(assessment, finding, part.part)) return false;
      any = true;
    }
  return any;
}

Breaks unowned(const Assessment& assessment) {
  Breaks breaks;
  for (const auto& finding : assessment.findings)
    if (is_gap(finding) && !is_owned(assessment, finding)) breaks.push_back({finding.control, {}, {}, {}, {}});
  return breaks;
}

Breaks find(const Assessment& assessment, FailOn word) {
  switch (word) {
    case FailOn::Contradiction: return in_ledger(assessment, What::Contradicted);
    case FailOn::UnprovenGate: return unproven_gates(assessment);
    case FailOn::LapsedDecline: return in_ledger(assessment, What::DeclineLapsed);
    case FailOn::Overdue: return in_ledger(assessment, What::Overdue);
    case FailOn::Unowned: return unowned(assessment);
  }
  std::abort();  // a value that is no enumerator
}

/// What was proved in full before and is not any more, whatever the reason. What only one of two standards asks for is
/// no loss.
Breaks no_longer_proved(const Assessment& assessment, const Result& before) {
  Breaks breaks;
  for (const auto& finding : assessment.findings) {
    const auto was = std::ranges::find(before.controls, assessment.control_of(finding).id, &ControlResult::control);
    if (was == before.controls.end() || was->outcome == Outcome::NotApplicable || was->interval.proved < whole)
      continue;
    if (finding.outcome == Outcome::NotApplicable || finding.interval.proved < whole)
      breaks.push_back({finding.control, {}, {}, {}, {}});
  }
  return breaks;
}

LimitResult no_worse_than(const Assessment& assessment, const EarlierResult& earlier) {
  LimitResult result{.what = LimitResult::What::NoWorseThan, .held = true, .earlier = earlier};
  if (!earlier.result) return result;
  const auto& before = *earlier.result;
  if (assessment.verdict < before.verdict) result.verdict_before = before.verdict;
  if (assessment.score.proved < before.score.proved) result.proved_before = before.score.proved;
  result.breaks = no_longer_proved(assessment, before);
  result.held = !result.verdict_before && !result.proved_before && result.breaks.empty();
  return result;
}

/// Where nothing applies there is no score, and nothing that could be enough.
bool reaches(const Score& score, int shown, int asked) { return score.weight > 0 && shown >= asked; }

}  // namespace

std::vector<LimitResult> judge_limits(const Assessment& assessment, const AskedLimits& asked) {
  using Limit = LimitResult::What;
  std::vector<LimitResult> results;
  const auto& score = assessment.score;
  if (asked.min_proved)
    results.push_back({.what = Limit::MinProved,
                       .asked = *asked.min_proved,
                       .held = reaches(score, score.proved, *asked.min_proved)});
  if (asked.min_claimed)
    results.push_back({.what = Limit::MinClaimed,
                       .asked = *asked.min_claimed,
                       .held = reaches(score, score.claimed, *asked.min_claimed)});
  if (asked.no_worse_than) results.push_back(no_worse_than(assessment, *asked.no_worse_than));
  if (asked.expires_within) {
    auto breaks = find_expiring(assessment, plus_days(assessment.as_of, *asked.expires_within));
    results.push_back({.what = Limit::ExpiresWithin,
                       .asked = *asked.expires_within,
                       .held = breaks.empty(),
                       .breaks = std::move(breaks)});
  }
  for (const auto word : all_fail_on) {
    if (std::ranges::find(asked.fail_on, word) == asked.fail_on.end()) continue;
    auto breaks = find(assessment, word);
    results.push_back({.what = Limit::FailOn, .fail_on = word, .held = breaks.empty(), .breaks = std::move(breaks)});
  }
  return results;
}

Passing decide(const Assessment& assessment, bool all_limits_held, std::span<const Verdict> accepted) {
  const bool meets = assessment.verdict == Verdict::Meets;
  if (!meets && std::ranges::find(accepted, assessment.verdict) == accepted.end()) return Passing::NotMet;
  if (!all_limits_held) return Passing::LimitBroken;
  if (meets) return Passing::Met;
  return in_ledger(assessment, What::Overdue).empty() ? Passing::Accepted : Passing::Late;
}

}  // namespace candor
