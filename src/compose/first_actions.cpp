#include "first_actions.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "decline.hpp"
#include "money.hpp"
#include "step.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

/// What can happen while nobody acts: of the harms of the controls that an action serves the first that
/// none of the actions before it has named, so that the page tells them apart; else the first of all. That cover is
/// lost follows from the others: it is named only where there is nothing else.
class Risks {
 public:
  explicit Risks(const Profile& profile) : profile_(profile) {}

  std::string next(const Action& action) {
    std::optional<Harm> told;
    for (const std::size_t index : action.findings)
      for (const Harm harm : profile_.controls[index].harms) {
        const bool is_new = !named_.contains(harm) && harm != Harm::CoverLost && told && named_.contains(*told);
        if (profile_.harms.contains(harm) && (!told || is_new)) told = harm;
      }
    if (!told) return {};
    named_.insert(*told);
    return fmt::format("Risk: {}.", profile_.harms.at(*told));
  }

 private:
  const Profile& profile_;
  std::set<Harm> named_;
};

/// A no still stands for all that the action serves: it is under what was declined, and
/// asking again at the top of the page would not take that no seriously.
bool is_declined(const Assessment& assessment, const Action& action) {
  if (action.agreed) return false;
  return std::ranges::all_of(action.findings, [&](std::size_t index) {
    return std::ranges::any_of(assessment.findings[index].declines, [&](const DeclineState& state) {
      return !state.is_lapsed && !state.is_moot && assessment.inventory->declined[state.decline].part.empty();
    });
  });
}

/// The first `count` actions that are still open to the client.
std::vector<const Action*> still_open(const Assessment& assessment, std::size_t count) {
  std::vector<const Action*> actions;
  for (const Action& action : assessment.actions)
    if (actions.size() < count && !is_declined(assessment, action)) actions.push_back(&action);
  return actions;
}

}  // namespace

std::vector<std::string> first_actions(const Assessment& assessment, std::size_t count, Takes takes) {
  std::vector<std::string> items;
  Risks risks{*assessment.profile};
  for (const Action* action : still_open(assessment, count)) {
    Step step = step_of(assessment, *action);
    if (takes == Takes::None || (takes == Takes::Promised && step.takes_usually)) step.takes.clear();
    items.push_back(run_on({step.what, who_and_when(assessment, step),
                            sentence(price(step.price, assessment.inventory->client.currency)), risks.next(*action)}));
  }
  return items;
}

std::string decision(const Assessment& assessment, std::size_t count) {
  const auto actions = still_open(assessment, count);
  if (actions.empty()) {
    if (assessment.actions.empty()) return "Shall we keep this up, and check again within 12 months?";
    const auto is_your_no = [&](const DeclineState& state) {
      return is_yours(*assessment.inventory, assessment.inventory->declined[state.decline]);
    };
    return std::ranges::all_of(standing_declines(assessment), is_your_no) ? "Do you still say no to all of this?"
                                                                          : "Shall we leave all of this as it is?";
  }
  std::vector<std::string> jobs;
  bool is_priced = true;  // nobody is asked to sign a price that is not there
  for (std::size_t at = 0; at < actions.size(); ++at) {
    if (actions[at]->agreed) continue;
    jobs.push_back(number(static_cast<std::int64_t>(at) + 1));
    is_priced &= actions[at]->offer && assessment.inventory->offered[*actions[at]->offer].price.is_known();
  }
  if (jobs.empty()) return "Do you stand by the dates above?";
  return fmt::format("May we start on {} {}{}?", choose(std::ssize(jobs), "job", "jobs"), joined(jobs),
                     is_priced ? choose(std::ssize(jobs), ", at that price", ", at those prices") : "");
}

}  // namespace candor::wording
