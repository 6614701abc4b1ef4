#include "export/oscal_risk.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "export/oscal_parts.hpp"
#include "export/refusal.hpp"

namespace candor::oscal {

namespace {

/// The last standing "no", and whether all of them are signed and about everything that falls short.
struct Refused {
  std::optional<Date> last;
  bool is_accepted = true;
};

Refused refused(const Finding& finding, const Inventory& inventory) {
  Refused found;
  for (const auto& state : finding.declines) {
    const auto& decline = inventory.declined[state.decline];
    if (!stands(state)) continue;
    found.last = std::max(found.last.value_or(decline.date), decline.date);
    found.is_accepted = found.is_accepted && is_accepted(decline, state, finding);
  }
  return found;
}

/// What was said last counts: a yes after a no, or the no.
std::string_view status_of(const Gap& gap, const Inventory& inventory) {
  const auto no = refused(*gap.finding, inventory);
  const auto is_news = [&](std::size_t index) { return !no.last || inventory.agreed[index].date > *no.last; };
  if (std::ranges::any_of(gap.finding->agreed, is_news)) return "remediating";
  if (no.last) return no.is_accepted ? "deviation-approved" : "deviation-requested";
  return gap.is_unknown() && !gap.finding->open.empty() ? "investigating" : "open";
}

Json remediation(const Gap& gap, const Assessment& assessment) {
  const auto& plan = *gap.plan;
  auto made = object({{"uuid", uuid_of_standard(assessment, "remediation", gap.control->id)},
                      {"lifecycle", gap.finding->agreed.empty() ? "recommendation" : "planned"},
                      {"title", plan_column::what},
                      {"description", markup(plan.what)}});
  Json props = Json::array();
  for (const auto& [name, text] : {std::pair{"part", &plan.part}, {"who", &plan.who}, {"takes", &plan.takes}})
    if (!text->empty()) props.push_back(prop(name, *text));
  if (!props.empty()) made["props"] = std::move(props);
  return made;
}

/// The client's standing "no" as entries of the risk's log, and what is done instead.
void add_refusals(const Gap& gap, const Assessment& assessment, Json& risk) {
  Json instead = Json::array();
  Json entries = Json::array();
  for (const auto& state : gap.finding->declines) {
    if (!stands(state)) continue;
    const auto& decline = assessment.inventory->declined[state.decline];
    const auto name = fmt::format("{}\n{}", gap.control->id, state.decline);
    const bool accepted = is_accepted(decline, state, *gap.finding);
    entries.push_back(object({{"uuid", uuid_of_standard(assessment, "decline", name)},
                              {"title", "Declined"},
                              {"description", markup(refusal(*assessment.inventory, state))},
                              {"start", moment(decline.date)},
                              {"end", moment(decline.until)},
                              {"status-change", accepted ? "deviation-approved" : "deviation-requested"}}));
    if (!decline.instead.empty() && decline.instead != "nothing" && decline.instead != "none")
      instead.push_back(
          object({{"uuid", uuid_of_standard(assessment, "instead", name)}, {"description", markup(decline.instead)}}));
  }
  if (!instead.empty()) risk["mitigating-factors"] = std::move(instead);
  if (gap.plan && gap.plan->by) risk["deadline"] = moment(*gap.plan->by);
  if (gap.plan && !gap.plan->what.empty()) risk["remediations"] = Json::array({remediation(gap, assessment)});
  if (!entries.empty()) risk["risk-log"] = object({{"entries", std::move(entries)}});
}

}  // namespace

std::string title_of(const Gap& gap) {
  return gap.plan ? gap.headline : fmt::format("{}: {}", gap.control->title, gap.headline);
}

Json risk_of(const Gap& gap, const Assessment& assessment, const Json& related_observations) {
  const auto& control = *gap.control;
  auto risk = object({{"uuid", uuid_of_standard(assessment, "risk", control.id)},
                      {"title", markup(title_of(gap))},
                      {"description", markup(control.words.what.empty() ? control.title : control.words.what)},
                      {"statement", markup(control.words.cost.empty() ? title_of(gap) : control.words.cost)},
                      {"props", Json::array({prop("outcome", gap.type), prop("gate", control.minimum ? "yes" : "no"),
                                             prop("weight", control.weight), prop("points", gap.finding->points)})},
                      {"status", status_of(gap, *assessment.inventory)}});
  add_refusals(gap, assessment, risk);
  if (!related_observations.empty()) risk["related-observations"] = related_observations;
  return risk;
}

}  // namespace candor::oscal
