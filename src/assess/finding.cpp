#include "finding.hpp"

#include <algorithm>

#include "age.hpp"
#include "check.hpp"
#include "contradiction.hpp"
#include "predicate.hpp"
#include "shares.hpp"

namespace candor {
namespace {

Interval hold(const Case& in, const Control& control, const Condition& condition, std::vector<Check>& checks) {
  if (condition.test == Condition::Test::Any || condition.test == Condition::Test::All) {
    const bool any = condition.test == Condition::Test::Any;
    Interval result = any ? Interval{0, 0, 0} : Interval{whole, whole, whole};
    for (const auto& child : condition.children) {
      const auto held = hold(in, control, child, checks);
      result = any ? better(result, held) : worse(result, held);
    }
    return result;
  }
  checks.push_back(check_condition(in, control, condition));
  return checks.back().interval;
}

Interval hold_all(const Case& in, const Control& control, const std::vector<Condition>& conditions,
                  std::vector<Check>& checks) {
  Interval result{whole, whole, whole};
  for (const auto& condition : conditions) result = worse(result, hold(in, control, condition, checks));
  return result;
}

/// A statement has aged when its good news no longer counts: bad news never ages away.
void note_aged(const Case& in, const Control& control, Finding& finding) {
  for (const auto& check : finding.checks)
    for (const auto& part : check.parts)
      for (const auto i : part.statements) {
        const auto& statement = in.inventory.statements[i];
        if (is_unknown(statement.value) || !is_aged(statement, control, in.as_of)) continue;
        const auto fresh =
            judge(*check.condition, in.catalog.facts[check.fact], statement.value, statement.date, in.as_of);
        if (fresh.low > 0) finding.aged.push_back(i);
      }
  std::ranges::sort(finding.aged);  // two conditions on one fact find the same one twice
  finding.aged.erase(std::unique(finding.aged.begin(), finding.aged.end()), finding.aged.end());
}

/// A tool that could tell nothing did not speak.
bool anyone_spoke(const Case& in, const std::vector<Check>& checks) {
  const auto speaks = [&](std::size_t i) {
    const auto& statement = in.inventory.statements[i];
    return statement.origin == Origin::Inventory || !is_unknown(statement.value);
  };
  return std::ranges::any_of(checks, [&](const Check& check) {
    return std::ranges::any_of(check.parts, [&](const PartResult& part) {
      return part.statements.empty() || std::ranges::any_of(part.statements, speaks);
    });
  });
}

/// Counts out a control that does not apply, unless the profile or a statement says it does or
/// the declaration is older than 12 months. A control that somebody answered, if only with
/// `unknown`, applies: else not answering would score better than answering.
void count_out(const Case& in, const Control& control, Finding& finding) {
  for (std::size_t i = 0; i < in.inventory.not_applicable.size(); ++i) {
    const auto& entry = in.inventory.not_applicable[i];
    if (entry.control.value != control.id || entry.date > in.as_of) continue;
    finding.not_applicable = i;
    const auto until = plus_months(entry.date, longest_not_applicable_months);
    if (control.always || anyone_spoke(in, finding.checks) || until < in.as_of) continue;
    finding.outcome = Outcome::NotApplicable;
    finding.interval = {0, whole, 0};
    return;
  }
}

/// Whether the declined part is in place all the same.
bool is_moot(const Finding& finding, const std::string& part) {
  if (finding.outcome == Outcome::Met) return true;
  bool seen = false;
  for (const auto& check : finding.checks)
    for (const auto& result : check.parts)
      if (!part.empty() && result.part == part) {
        if (result.interval.low < whole) return false;
        seen = true;
      }
  return seen;
}

template <typename Item>
std::vector<std::size_t> about(const std::vector<Item>& items, const std::string& control, Date as_of) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].date <= as_of && names_control(items[i], control)) found.push_back(i);
  return found;
}

/// A yes ends with a no on its day or later, about the same part or about all of it.
bool is_taken_back(const Case& in, const Finding& finding, const Agreed& agreed) {
  return std::ranges::any_of(finding.declines, [&](const DeclineState& state) {
    const auto& decline = in.inventory.declined[state.decline];
    return decline.date >= agreed.date && (decline.part.empty() || decline.part == agreed.part);
  });
}

void note_plans(const Case& in, const Control& control, Finding& finding) {
  finding.offers = about(in.inventory.offered, control.id, in.as_of);
  finding.agreed = about(in.inventory.agreed, control.id, in.as_of);
  for (const auto i : about(in.inventory.declined, control.id, in.as_of)) {
    const auto& decline = in.inventory.declined[i];
    finding.declines.push_back({.decline = i,
                                .is_signed = decline.signed_on && *decline.signed_on <= in.as_of,
                                .is_lapsed = decline.until < in.as_of,
                                .is_moot = is_moot(finding, decline.part)});
  }
  std::erase_if(finding.agreed, [&](std::size_t i) { return is_taken_back(in, finding, in.inventory.agreed[i]); });
  for (std::size_t i = 0; i < in.inventory.open.size(); ++i) {
    const auto asks = [&](const Check& check) {
      return std::ranges::find(in.inventory.open[i].facts, check.fact) != in.inventory.open[i].facts.end();
    };
    if (std::ranges::any_of(finding.checks, asks)) finding.open.push_back(i);
  }
}

}  // namespace

Outcome outcome_of(const Interval& interval) {
  if (interval.low == whole) return Outcome::Met;
  if (interval.high == whole) return Outcome::Unknown;
  return interval.high == 0 ? Outcome::NotMet : Outcome::Partly;
}

Finding hold_control(const Case& in, std::size_t index) {
  const auto& control = in.profile.controls[index];
  Finding finding;
  finding.control = index;
  finding.checks.reserve(control.floor.size());
  finding.interval = hold_all(in, control, control.floor, finding.checks);
  finding.outcome = outcome_of(finding.interval);
  count_out(in, control, finding);
  return finding;
}

Finding count_control(const Case& in, std::size_t index) {
  const auto& control = in.profile.controls[index];
  auto finding = hold_control(in, index);
  note_plans(in, control, finding);
  if (finding.outcome == Outcome::NotApplicable) return finding;

  finding.shares = share_out(in, control, finding);
  if (control.minimum) {
    finding.gate_missed = finding.interval.high < whole;
    finding.gate_unknown = !finding.gate_missed && finding.interval.proved < whole;
  }
  return finding;
}

Finding judge_control(const Case& in, std::size_t index) {
  const auto& control = in.profile.controls[index];
  auto finding = count_control(in, index);
  for (auto& check : finding.checks) sort_records(in, check);
  if (!control.stretch.empty()) {
    std::vector<Check> beyond;
    finding.stretch = hold_all(in, control, control.stretch, beyond);
  }
  note_contradictions(in, finding);
  note_aged(in, control, finding);
  return finding;
}

}  // namespace candor
