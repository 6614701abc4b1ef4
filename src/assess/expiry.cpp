#include "expiry.hpp"

#include <algorithm>
#include <utility>

#include "age.hpp"
#include "finding.hpp"
#include "predicate.hpp"
#include "standing.hpp"

namespace candor {
namespace {

using List = LedgerEntry::List;
using Breaks = std::vector<LimitBreak>;

/// Judges controls on later days by what stands today. So whatever makes a proof too old counts: the age of a document,
/// and that of a restore whose control asks for one within six months.
class Later {
 public:
  Later(const Assessment& assessment, const Standing& standing, Date last)
      : assessment_(assessment), last_(last), standing_(standing) {}

  /// Every day on which a share of a control stops being proved.
  void add_proofs(const Finding& today, Breaks& breaks) const {
    if (today.interval.proved == 0 || !anything_ends(today)) return;
    search(today, assessment_.as_of, judged(today.control, last_), last_, breaks);
  }

 private:
  /// Whether anything that a control rests on, what was replaced too, is judged otherwise on the last day than today.
  /// Most are not, and asking is a tenth of judging.
  [[nodiscard]] bool anything_ends(const Finding& today) const {
    const auto& control = assessment_.control_of(today);
    const auto is_between = [&](Date day) { return day >= assessment_.as_of && day < last_; };
    const auto ends = [&](const Check& check, std::size_t i) {
      const auto& said = assessment_.statement(i);
      const auto on = [&](Date day) {
        return judge(*check.condition, assessment_.catalog->facts[check.fact], said.value, said.date, day);
      };
      return is_between(last_day(said.date, control.fresh)) || is_between(last_day(said.date, control.proof.within)) ||
             on(assessment_.as_of) != on(last_);
    };
    return std::ranges::any_of(today.checks, [&](const Check& check) {
      return std::ranges::any_of(standing_.of(check.fact).parts, [&](const PartStatements& part) {
        return std::ranges::any_of(part.standing, [&](std::size_t i) { return ends(check, i); }) ||
               std::ranges::any_of(part.replaced, [&](const Replacement& old) { return ends(check, old.replaced); });
      });
    });
  }

  [[nodiscard]] Finding judged(std::size_t control, Date day) const {
    const Case in{*assessment_.catalog, *assessment_.profile, *assessment_.inventory, day, standing_};
    return hold_control(in, control);
  }

  /// Proof only ever wears off, so nothing lies between two days with as much of it.
  void search(const Finding& before, Date from, const Finding& after, Date to, Breaks& breaks) const {
    if (!is_less_proved(after, before)) return;
    const auto days = days_between(from, to);
    if (days == 1) {
      name_lost(before, after, to, breaks);
      return;
    }
    const auto middle = plus_days(from, static_cast<int>(days / 2));
    const auto between = judged(before.control, middle);
    search(before, from, between, middle, breaks);
    search(between, middle, after, to, breaks);
  }

  static bool is_less_proved(const Finding& later, const Finding& before) {
    return later.outcome != Outcome::NotApplicable && later.interval.proved < before.interval.proved;
  }

  /// Each part once: a document may prove several facts of it.
  void name_lost(const Finding& before, const Finding& after, Date day, Breaks& breaks) const {
    const auto first = static_cast<std::ptrdiff_t>(breaks.size());
    const auto is_named = [&](std::size_t statement) {
      return std::any_of(breaks.begin() + first, breaks.end(), [&](const LimitBreak& known) {
        return assessment_.statement(*known.statement).part == assessment_.statement(statement).part;
      });
    };
    for (std::size_t i = 0; i < before.checks.size(); ++i)
      for (std::size_t k = 0; k < before.checks[i].parts.size(); ++k) {
        const auto& part = before.checks[i].parts[k];
        if (after.checks[i].parts[k].interval.proved >= part.interval.proved) continue;
        const auto lost = last_proof(before, part, day);
        if (lost && !is_named(*lost)) breaks.push_back({before.control, lost, {}, {}, day});
      }
    if (std::ssize(breaks) == first) breaks.push_back({before.control, {}, {}, {}, day});
  }

  /// What proved a part until now: of what is too old from this day on the newest, else the newest proof.
  [[nodiscard]] std::optional<std::size_t> last_proof(const Finding& finding, const PartResult& part, Date day) const {
    const auto& control = assessment_.control_of(finding);
    const auto key = [&](std::size_t i) {
      const auto& statement = assessment_.statement(i);
      return std::pair{!proves(statement, control, day), statement.date};
    };
    std::optional<std::size_t> best;
    for (const auto i : part.statements)
      if (proves(assessment_.statement(i), control, plus_days(day, -1)) && (!best || key(i) > key(*best))) best = i;
    return best;
  }

  const Assessment& assessment_;
  Date last_;
  const Standing& standing_;
};

void add_plans(const Assessment& assessment, const Finding& finding, Date last, Breaks& breaks) {
  const auto& inventory = *assessment.inventory;
  const auto add = [&](List list, std::size_t item, Date date) {
    if (date >= assessment.as_of && date <= last) breaks.push_back({finding.control, {}, list, item, date});
  };
  if (finding.outcome == Outcome::NotApplicable) {
    add(List::NotApplicable, *finding.not_applicable,
        plus_months(inventory.not_applicable[*finding.not_applicable].date, longest_not_applicable_months));
    return;
  }
  if (finding.outcome == Outcome::Met) return;
  for (const auto i : finding.agreed)
    if (const auto by = inventory.agreed[i].by) add(List::Agreed, i, *by);
  for (const auto& state : finding.declines)
    if (!state.is_moot) add(List::Declined, state.decline, inventory.declined[state.decline].until);
}

}  // namespace

std::vector<LimitBreak> find_expiring(const Assessment& assessment, const Standing& standing, Date last) {
  Breaks breaks;
  const Later later{assessment, standing, last};
  for (const auto& finding : assessment.findings) {
    if (finding.outcome != Outcome::NotApplicable) later.add_proofs(finding, breaks);
    add_plans(assessment, finding, last, breaks);
  }
  std::ranges::stable_sort(breaks, {}, &LimitBreak::date);
  return breaks;
}

std::vector<LimitBreak> find_expiring(const Assessment& assessment, Date last) {
  return find_expiring(assessment, Standing{*assessment.catalog, *assessment.inventory, assessment.as_of}, last);
}

}  // namespace candor
