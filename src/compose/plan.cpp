#include "plan.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "decline.hpp"
#include "finding.hpp"
#include "parties.hpp"
#include "step.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

const Action* action_of(const Assessment& assessment, const Finding& finding) {
  const auto serves = [&](const Action& action) {
    return std::ranges::find(action.findings, finding.control) != action.findings.end();
  };
  const auto found = std::ranges::find_if(assessment.actions, serves);
  return found == assessment.actions.end() ? nullptr : &*found;
}

/// `, ` between the keys: a reader that wants one party sees that there are more.
std::string keys(const std::vector<std::string>& parties) { return fmt::format("{}", fmt::join(parties, ", ")); }

std::string doors_of(const Assessment& assessment, const Control& control) {
  std::vector<std::string> doors;
  for (const Harm harm : control.harms)
    if (const auto words = assessment.profile->harms.find(harm); words != assessment.profile->harms.end())
      doors.push_back(words->second);
  return capitalised(joined(doors));
}

std::string agreed_so_far(const Assessment& assessment, const Agreed& agreed) {
  const std::string who =
      agreed.said_by.empty() ? std::string{} : fmt::format(" by {}", name(*assessment.inventory, agreed.said_by));
  const bool is_late = agreed.by && *agreed.by < assessment.as_of;
  return fmt::format("Agreed on {}{}.{}", to_words(agreed.date), who, is_late ? " This is late." : "");
}

/// What was said about a gap already: nobody is asked twice without knowing it.
std::string so_far(const Assessment& assessment, const Finding& finding) {
  const Inventory& inventory = *assessment.inventory;
  std::vector<std::string> sentences;
  for (const auto i : finding.agreed) sentences.push_back(agreed_so_far(assessment, inventory.agreed[i]));
  for (const auto& state : finding.declines)
    if (!state.is_moot) sentences.push_back(declined(assessment, state, true));
  for (const auto& entry : assessment.ledger)
    if (entry.what == LedgerEntry::What::NoAnswer && entry.finding == finding.control && entry.item)
      sentences.push_back(fmt::format("Offered on {}. No answer yet.", to_words(inventory.offered[*entry.item].date)));
  return run_on(sentences);
}

void add_step(const Assessment& assessment, const Step& step, PlanRow& row) {
  row.part = step.part;
  row.what = step.what;
  row.who = capitalised(subject(sides_of(*assessment.inventory, step.who)));
  row.party = keys(step.who);
  row.by = step.by;
  row.takes = step.takes_usually && !step.takes.empty() ? "usually " + step.takes : step.takes;
  row.price = step.price;
}

}  // namespace

std::vector<PlanRow> compose_plan(const Assessment& assessment) {
  std::vector<PlanRow> rows;
  std::map<const Action*, std::string> first_rows;
  for (const Finding* finding : gaps_in_order(assessment)) {
    const Control& control = assessment.control_of(*finding);
    PlanRow row;
    row.finding = finding->control;
    row.status = words(finding->outcome);
    row.headline = headline_of(control, finding->outcome);
    const Action* action = action_of(assessment, *finding);
    if (action) add_step(assessment, step_for(assessment, *action, *finding), row);
    row.id = plan_id(assessment.inventory->client, control.id, row.part);
    if (action) {
      const auto [first, is_first] = first_rows.emplace(action, row.id);
      if (!is_first && row.price.is_known()) {
        row.priced_with = first->second;
        row.price = {};
      }
    }
    row.points = finding->points;
    row.doors = doors_of(assessment, control);
    row.so_far = so_far(assessment, *finding);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace candor
