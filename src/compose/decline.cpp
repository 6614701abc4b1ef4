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

/// The cause in as few words as page 1 has room for.
std::string_view why_in_short(Decline::Cause cause) {
  switch (cause) {
    case Decline::Cause::Price: return "the price";
    case Decline::Cause::Awareness: return "risk not clear";
    case Decline::Cause::Both: return "the price, and risk not clear";
    case Decline::Cause::Supplier: return "a supplier's rule";
    case Decline::Cause::Other: return "another reason";
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

std::string_view signature(const DeclineState& state) { return state.is_signed ? "signed" : "not signed"; }

/// `Signed. It holds until 2 March 2027.`
std::string end_of(const Decline& decline, const DeclineState& state, bool is_yours) {
  const std::string until = to_words(decline.until);
  if (state.is_moot) return "It is in place all the same.";
  const std::string_view again = is_yours ? "please decide again" : "time to ask again";
  return state.is_lapsed ? fmt::format("This ended on {}: {}.", until, again)
                         : fmt::format("It holds until {}.", until);
}

std::string instead_of(const Decline& decline) {
  const std::string instead = phrase(decline.instead);
  if (instead.empty()) return {};
  return instead == "nothing" || instead == "none" ? "Nothing else covers it." : fmt::format("Instead: {}.", instead);
}

}  // namespace

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

std::vector<DeclineState> standing_declines(const Assessment& assessment) {
  std::vector<DeclineState> states;
  for (const Finding& finding : assessment.findings)
    for (const DeclineState& state : finding.declines)
      if (!state.is_moot && std::ranges::find(states, state.decline, &DeclineState::decline) == states.end())
        states.push_back(state);
  std::ranges::sort(states, {}, &DeclineState::decline);
  return states;
}

bool is_yours(const Inventory& inventory, const Decline& decline) {
  const auto is_meant = [&](const Party& party) { return party.key == decline.by || party.name == decline.by; };
  const auto party = std::ranges::find_if(inventory.parties, is_meant);
  if (party != inventory.parties.end()) return party->kind == PartyKind::Client;
  return decline.cause != Decline::Cause::Supplier;  // a name alone: of the client's people, or of that supplier's
}

std::string declined_in_short(const Assessment& assessment, const DeclineState& state) {
  const Decline& decline = of(assessment, state);
  // That a supplier goes by a supplier's rule need not be said.
  const bool says_why = decline.cause != Decline::Cause::Supplier || is_yours(*assessment.inventory, decline);
  const std::string why =
      says_why ? fmt::format("{}, {}", why_in_short(decline.cause), signature(state)) : std::string{signature(state)};
  const std::string end = state.is_lapsed ? fmt::format(", ran out {}", to_words(decline.until)) : std::string{};
  return fmt::format("{}: {}, {}. {}{}.", capitalised(subject_of(assessment, decline)),
                     name(*assessment.inventory, decline.by), to_words(decline.date), capitalised(why), end);
}

std::string decided(const Assessment& assessment, const DeclineState& state) {
  const Decline& decline = of(assessment, state);
  const std::string who = capitalised(name(*assessment.inventory, decline.by));
  const std::string offer =
      decline.offered.empty() ? "" : fmt::format("You were offered more: {}.", subject_of(assessment, decline));
  const std::string ended =
      state.is_lapsed ? fmt::format("That no ended on {}: please decide again.", to_words(decline.until)) : "";
  return run_on({offer,
                 fmt::format("{} said no{} on {}, {}.", who, offer.empty() ? " to more" : "", to_words(decline.date),
                             why(decline.cause)),
                 ended});
}

std::string declined(const Assessment& assessment, const DeclineState& state, bool in_brief) {
  const Decline& decline = of(assessment, state);
  const Inventory& inventory = *assessment.inventory;
  const std::string who = capitalised(name(inventory, decline.by));
  const std::string end = end_of(decline, state, is_yours(inventory, decline));
  if (in_brief)
    return run_on({fmt::format("{} said no on {}: {}, {}.", who, to_words(decline.date), why_in_short(decline.cause),
                               signature(state)),
                   instead_of(decline), end});
  const std::string cost =
      decline.price.is_known() ? fmt::format(" ({})", price(decline.price, inventory.client.currency)) : "";
  const std::string offer =
      decline.offered.empty() ? "" : fmt::format("The offer: {}{}.", phrase(decline.offered), cost);
  const bool is_explained = !decline.explained_by.empty() && decline.explained_by != "unknown";
  const std::string explained = is_explained
                                    ? fmt::format("{} explained the risk.", name(inventory, decline.explained_by))
                                    : "Nobody wrote down who explained the risk.";
  return run_on({fmt::format("{} said no on {}, {}.", who, to_words(decline.date), why(decline.cause)), offer,
                 explained, sentence(signature(state)), instead_of(decline), end});
}

}  // namespace candor::wording
