#include "step.hpp"

#include <fmt/format.h>

#include "money.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

template <typename Plan>
void take_over(Step& step, const Plan& plan) {
  step.part = plan.part;
  step.what = sentence(plan.what);
  step.takes = phrase(plan.takes);
  step.price = plan.price;
}

/// The profile's own advice. A gate that is met but not proved needs no mending: it must be shown.
void advise(const Control& control, const Finding& finding, Step& step) {
  if (finding.outcome == Outcome::Met)
    step.what = sentence("show us proof: " + phrase(control.title));
  else if (finding.outcome == Outcome::Unknown)
    step.what = sentence(control.words.find_out);
  else
    step.what = sentence(control.words.act);
  if (step.what.empty()) step.what = sentence(control.title);
  if (finding.outcome == Outcome::NotMet || finding.outcome == Outcome::Partly)
    step.takes = phrase(control.words.takes);
  step.takes_usually = true;
}

Step plan_of(const Assessment& assessment, const Action& action, const Finding& finding) {
  Step step;
  step.who = {action.who};
  step.by = action.by;
  step.is_question = action.is_question;
  step.is_overdue = action.is_overdue;
  step.gaps = action.findings.size();
  step.is_agreed = action.agreed.has_value();
  if (action.agreed)
    take_over(step, assessment.inventory->agreed[*action.agreed]);
  else if (action.offer)
    take_over(step, assessment.inventory->offered[*action.offer]);
  if (step.what.empty()) advise(assessment.control_of(finding), finding, step);
  return step;
}

/// ` (usually half a day)`
std::string in_brackets(const Step& step) {
  return step.takes.empty() ? "" : fmt::format(" ({}{})", step.takes_usually ? "usually " : "", step.takes);
}

bool is_planned(const Action& action) { return action.agreed || action.offer; }

}  // namespace

Step step_of(const Assessment& assessment, const Action& action) {
  return plan_of(assessment, action, assessment.findings[action.findings.front()]);
}

Step late_step(const Agreed& agreed) {
  Step step;
  take_over(step, agreed);
  step.who = {agreed.who};
  step.by = agreed.by;
  step.is_agreed = step.is_overdue = true;
  return step;
}

Step step_for(const Assessment& assessment, const Action& action, const Finding& finding) {
  Step step = plan_of(assessment, action, finding);
  if (is_planned(action) || finding.shares.empty()) return step;
  step.who.clear();
  for (const Share& share : finding.shares) step.who.push_back(share.party);
  return step;
}

std::string timing(const Step& step) {
  const std::string_view late = step.is_overdue ? "Late: this was due by" : "By";
  return fmt::format("{}{}.", step.by ? fmt::format("{} {}", late, to_words(*step.by)) : "No date yet",
                     in_brackets(step));
}

std::string who_and_when(const Assessment& assessment, const Step& step) {
  const Sides sides = sides_of(*assessment.inventory, step.who);
  const std::string who = capitalised(subject(sides));
  const std::string_view late = step.is_overdue ? "late, due" : "by";
  const std::string when =
      step.by ? fmt::format("{} {}", late, to_words_in_year_of(assessment.as_of, *step.by)) : "no date yet";
  return fmt::format("{}, {}{}.", who, when, in_brackets(step));
}

std::string costing(const Assessment& assessment, const Step& step) {
  const std::string cost = sentence(price(step.price, assessment.inventory->client.currency));
  const bool is_for_many = step.gaps > 1 && (step.price.once || step.price.running);
  return is_for_many ? fmt::format("{} One price for {}.", cost, counted(static_cast<std::int64_t>(step.gaps), "gap"))
                     : cost;
}

}  // namespace candor::wording
