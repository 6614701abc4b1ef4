#include "refusal.hpp"

#include <algorithm>
#include <utility>

#include "candor/model/part.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

/// Titles of the controls in a list, but for one.
std::vector<std::string> others_of(const Profile& profile, const std::vector<Located<std::string>>& ids,
                                   std::string_view but) {
  std::vector<std::string> titles;
  for (const auto& id : ids)
    if (const auto control = profile.find(id.value); control && id.value != but)
      titles.push_back(phrase(profile.controls[*control].title));
  return titles;
}

/// What stands before what ended, of equals the newest; a decline that is moot has no letter.
const DeclineState* letter_for(const Assessment& assessment, const Finding& finding) {
  const auto rank = [&](const DeclineState& state) {
    return std::pair{!state.is_lapsed, assessment.inventory->declined[state.decline].date};
  };
  const DeclineState* best = nullptr;
  for (const DeclineState& state : finding.declines)
    if (!state.is_moot && (!best || rank(*best) <= rank(state))) best = &state;
  return best;
}

/// The newest plan of a kind for a part, made after a day; nothing when there is none.
template <typename Plan>
const Plan* newest(const std::vector<Plan>& plans, const std::vector<std::size_t>& about, std::string_view part,
                   std::optional<Date> after) {
  const Plan* best = nullptr;
  for (const std::size_t index : about) {
    const Plan& plan = plans[index];
    const bool is_meant = is_of_one_part(plan.part, part) && (!after || plan.date > *after);
    if (is_meant && (!best || plan.date >= best->date)) best = &plan;
  }
  return best;
}

/// Those controls of a decline that have a letter: where there is a gap.
std::vector<Located<std::string>> with_letter(const Assessment& assessment, std::vector<Located<std::string>> ids) {
  std::erase_if(ids, [&](const Located<std::string>& id) {
    const auto control = assessment.profile->find(id.value);
    if (!control) return true;
    const Outcome outcome = assessment.findings[*control].outcome;
    return outcome == Outcome::Met || outcome == Outcome::NotApplicable;
  });
  return ids;
}

template <typename Plan>
void take_offer(const Assessment& assessment, const Plan& plan, std::string_view control, Refusal& refusal) {
  refusal.offer = phrase(plan.what);
  refusal.price = plan.price;
  refusal.offered_on = plan.date;
  refusal.shared = others_of(*assessment.profile, plan.controls, control);
  if (!refusal.decline) refusal.part = plan.part;
}

void take_decline(const Assessment& assessment, const DeclineState& state, std::string_view control, Refusal& refusal) {
  const Decline& decline = assessment.inventory->declined[state.decline];
  refusal.decline = &decline;
  refusal.state = state;
  refusal.part = decline.part;
  refusal.offer = phrase(decline.offered);
  refusal.price = decline.price;
  if (!refusal.offer.empty() || refusal.price.is_known()) refusal.offered_on = decline.date;
  refusal.is_old_price = state.is_lapsed && decline.price.is_known();
  refusal.others = others_of(*assessment.profile, with_letter(assessment, decline.controls), control);
  refusal.shared = others_of(*assessment.profile, decline.controls, control);
}

}  // namespace

Refusal refusal_of(const Assessment& assessment, std::size_t control) {
  const Finding& finding = assessment.findings[control];
  const Inventory& inventory = *assessment.inventory;
  const std::string& id = assessment.profile->controls[control].id;
  const DeclineState* state = letter_for(assessment, finding);

  Refusal refusal;
  if (state) take_decline(assessment, *state, id, refusal);
  const auto after = state ? std::optional{refusal.decline->date} : std::nullopt;
  const Offer* offer =
      newest(inventory.offered, finding.offers, refusal.part, state && state->is_lapsed ? after : std::nullopt);
  const bool is_told = state && !state->is_lapsed && refusal.price.is_known();
  if (offer && !is_told) {
    take_offer(assessment, *offer, id, refusal);
    refusal.is_old_price = false;
  }
  const Agreed* agreed = newest(inventory.agreed, finding.agreed, refusal.part, after);
  if (agreed && !state && !offer) take_offer(assessment, *agreed, id, refusal);
  if (agreed) refusal.agreed_on = agreed->date;
  const bool stands = state && !state->is_lapsed;
  refusal.until = stands ? refusal.decline->until : plus_months(assessment.as_of, longest_decline_months);
  return refusal;
}

}  // namespace candor::wording
