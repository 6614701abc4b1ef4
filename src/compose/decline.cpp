#include "decline.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "money.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

const Decline& of(const Assessment& assessment, const DeclineState& state) {
  return assessment.inventory->declined[state.decline];
}

std::string_view why(Decline::Cause cause) {
  switch (cause) {
    case Decline::Cause::Price: return "because of the price";
    case Decline::Cause::Awareness: return "because the risk was not clear";
    case Decline::Cause::Both: return "because of the price, and because the risk was not clear";
    case Decline::Cause::Supplier: return "because a supplier did not allow it";
    case Decline::Cause::Other: return "for another reason";
  }
  std::abort();  // a value that is no enumerator
}

/// What was turned down: the offer in its own words, else the names of the things it is about.
std::string subject_of(const Assessment& assessment, const Decline& decline) {
  std::vector<std::string> titles;
  for (const auto& id : decline.controls)
    if (const auto control = assessment.profile->find(id.value))
      titles.push_back(phrase(assessment.profile->controls[*control].title));
  const std::string what = decline.offered.empty() ? joined(titles) : phrase(decline.offered);
  return decline.part.empty() ? what : fmt::format("{} ({})", what, decline.part);
}

std::string_view signature(const DeclineState& state) { return state.is_signed ? "Signed." : "Not signed."; }

std::string end_of(const Decline& decline, const DeclineState& state) {
  if (state.is_lapsed) return fmt::format("This ended on {}: please decide again.", to_words(decline.until));
  return fmt::format("It holds until {}.", to_words(decline.until));
}

std::string instead_of(const Decline& decline) {
  const std::string instead = phrase(decline.instead);
  if (instead.empty()) return {};
  return instead == "nothing" || instead == "none" ? "Nothing else covers it." : fmt::format("Instead: {}.", instead);
}

}  // namespace

std::vector<DeclineState> standing_declines(const Assessment& assessment) {
  std::vector<DeclineState> states;
  for (const Finding& finding : assessment.findings)
    for (const DeclineState& state : finding.declines)
      if (!state.is_moot && std::ranges::find(states, state.decline, &DeclineState::decline) == states.end())
        states.push_back(state);
  std::ranges::sort(states, {}, &DeclineState::decline);
  return states;
}

std::string declined_in_short(const Assessment& assessment, const DeclineState& state) {
  const Decline& decline = of(assessment, state);
  std::vector<std::string> sentences{fmt::format("{}: {}, {}, {}.", capitalised(subject_of(assessment, decline)),
                                                 name(*assessment.inventory, decline.by), to_words(decline.date),
                                                 why(decline.cause))};
  sentences.emplace_back(signature(state));
  if (state.is_lapsed) sentences.push_back(fmt::format("Ended on {}.", to_words(decline.until)));
  return run_on(sentences);
}

std::string declined(const Assessment& assessment, const DeclineState& state) {
  const Decline& decline = of(assessment, state);
  const std::string cost =
      decline.price.is_known() ? fmt::format(" ({})", price(decline.price, assessment.inventory->client.currency)) : "";
  const std::string what = decline.offered.empty() ? std::string{"this"} : phrase(decline.offered) + cost;
  std::vector<std::string> sentences{fmt::format("{} said no to {} on {}, {}.",
                                                 capitalised(name(*assessment.inventory, decline.by)), what,
                                                 to_words(decline.date), why(decline.cause))};
  const bool is_explained = !decline.explained_by.empty() && decline.explained_by != "unknown";
  sentences.push_back(is_explained
                          ? fmt::format("{} explained the risk.", name(*assessment.inventory, decline.explained_by))
                          : "Nobody wrote down who explained the risk.");
  sentences.emplace_back(signature(state));
  sentences.push_back(instead_of(decline));
  sentences.push_back(state.is_moot ? "It is in place all the same." : end_of(decline, state));
  return run_on(sentences);
}

}  // namespace candor::wording
