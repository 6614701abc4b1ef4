#include "first_actions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "money.hpp"
#include "step.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

/// What can happen while nobody acts. Each action tells a fear that none before it told, if it has one.
std::string risk_of_waiting(const Assessment& assessment, const Action& action, std::vector<Harm>& told) {
  std::vector<Harm> fears;
  for (const std::size_t index : action.findings)
    for (const Harm harm : assessment.profile->controls[index].harms)
      if (assessment.profile->harms.contains(harm)) fears.push_back(harm);
  if (fears.empty()) return {};
  const auto is_new = [&](Harm harm) { return std::ranges::find(told, harm) == told.end(); };
  const auto fresh = std::ranges::find_if(fears, is_new);
  const Harm harm = fresh == fears.end() ? fears.front() : *fresh;
  told.push_back(harm);
  return fmt::format("Risk of waiting: {}.", assessment.profile->harms.at(harm));
}

}  // namespace

std::vector<std::string> first_actions(const Assessment& assessment, std::size_t count, Takes takes) {
  std::vector<std::string> items;
  std::vector<Harm> told;
  for (const Action& action : assessment.actions) {
    if (items.size() == count) break;
    Step step = step_of(assessment, action);
    if (takes == Takes::None || (takes == Takes::Promised && step.takes_usually)) step.takes.clear();
    items.push_back(run_on({step.what, who_and_when(assessment, step),
                            sentence(price(step.price, assessment.inventory->client.currency)),
                            risk_of_waiting(assessment, action, told)}));
  }
  return items;
}

std::string decision(const Assessment& assessment, std::size_t count) {
  count = std::min(count, assessment.actions.size());
  if (count == 0) return "Shall we keep this up, and check again within 12 months?";
  std::vector<std::string> jobs;
  for (std::size_t at = 0; at < count; ++at)
    if (!assessment.actions[at].agreed) jobs.push_back(number(static_cast<std::int64_t>(at) + 1));
  if (jobs.empty()) return "Do you stand by the dates above?";
  return fmt::format("May we start on {} {}?", choose(std::ssize(jobs), "job", "jobs"), joined(jobs));
}

}  // namespace candor::wording
