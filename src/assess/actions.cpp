#include "actions.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "finding.hpp"
#include "shares.hpp"

namespace candor {
namespace {

int cost_of(Effort effort) {
  switch (effort) {
    case Effort::Small: return 1;
    case Effort::Medium: return 2;
    case Effort::Large: return 4;
  }
  std::abort();  // a value that is no enumerator
}

bool needs_action(const Finding& finding) {
  if (finding.outcome == Outcome::NotApplicable) return false;
  return finding.outcome != Outcome::Met || finding.gate_unknown;
}

/// The entry that covers most: one for the whole control before one for a part, the newest of equals.
template <typename Item>
std::optional<std::size_t> choose(const std::vector<Item>& items, const std::vector<std::size_t>& about) {
  std::optional<std::size_t> best;
  for (const auto i : about) {
    const auto key = [&](std::size_t k) { return std::pair{items[k].part.empty(), items[k].date}; };
    if (!best || key(i) > key(*best)) best = i;
  }
  return best;
}

/// The action this finding joins, or a new one.
Action& join(std::vector<Action>& actions, const Case& in, const Finding& finding) {
  const auto agreed = choose(in.inventory.agreed, finding.agreed);
  const auto offer = agreed ? std::nullopt : choose(in.inventory.offered, finding.offers);
  for (auto& action : actions)
    if ((agreed && action.agreed == agreed) || (offer && action.offer == offer)) return action;
  Action action;
  action.agreed = agreed;
  action.offer = offer;
  return actions.emplace_back(std::move(action));
}

/// Who must act where no plan says so: whoever owns the largest known shortfall.
std::string who_by_shares(const Case& in, const Finding& finding) {
  const auto largest = std::ranges::max_element(finding.shares, {}, &Share::weight_millionths);
  return largest != finding.shares.end() ? largest->party : who_acts(in, in.profile.controls[finding.control], {});
}

void name_who_and_when(const Case& in, const Finding& finding, Action& action) {
  if (action.agreed) {
    const auto& agreed = in.inventory.agreed[*action.agreed];
    action.who = agreed.who;
    action.by = agreed.by;
  } else if (action.offer) {
    const auto& offer = in.inventory.offered[*action.offer];
    action.who = offer.who;
    action.by = offer.by;
  } else if (action.is_question && !finding.open.empty()) {
    const auto& question = in.inventory.open[finding.open.front()];
    action.who = question.who;
    action.by = question.by;
  }
  if (action.who.empty()) action.who = who_by_shares(in, finding);
  action.is_overdue = action.agreed && action.by && *action.by < in.as_of;
}

void weigh(const Case& in, const Score& score, const std::vector<Finding>& findings, Action& action) {
  std::set<Harm> harms;
  std::int64_t open_weight = 0;
  for (const auto i : action.findings) {
    const auto& control = in.profile.controls[i];
    open_weight += static_cast<std::int64_t>(control.weight) * (whole - findings[i].interval.low);
    harms.insert(control.harms.begin(), control.harms.end());
    action.effort = std::max(action.effort, cost_of(control.effort));
    action.gates_missed += findings[i].gate_missed ? 1 : 0;
    action.gates_unknown += findings[i].gate_unknown ? 1 : 0;
  }
  action.points_millionths = open_weight * 100 / score.weight;
  action.doors = static_cast<int>(harms.size());
  action.value = (action.points_millionths + std::int64_t{action.doors} * whole) / action.effort;
}

int tier(const Action& action) {
  if (action.gates_missed > 0) return 0;
  return action.gates_unknown > 0 ? 1 : 2;
}

}  // namespace

std::vector<Action> rank_actions(const Case& in, const Score& score, const std::vector<Finding>& findings) {
  std::vector<Action> actions;
  for (const auto& finding : findings) {
    if (!needs_action(finding)) continue;
    auto& action = join(actions, in, finding);
    action.findings.push_back(finding.control);
  }
  for (auto& action : actions) {
    const auto& first = findings[action.findings.front()];
    action.is_question = !action.agreed && !action.offer && first.interval.high == whole;
    weigh(in, score, findings, action);
    name_who_and_when(in, first, action);
  }
  std::ranges::stable_sort(actions, [](const Action& a, const Action& b) {
    return std::tuple{tier(a), -a.value, a.findings.front()} < std::tuple{tier(b), -b.value, b.findings.front()};
  });
  return actions;
}

}  // namespace candor
