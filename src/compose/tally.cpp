#include "tally.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "money.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor::wording {
namespace {

bool is_known_gap(const Finding& finding) {
  return finding.outcome == Outcome::NotMet || finding.outcome == Outcome::Partly;
}

bool has_price(const Assessment& assessment, const Finding& finding) {
  const auto offered = [&](std::size_t index) { return assessment.inventory->offered[index].price.is_known(); };
  const auto agreed = [&](std::size_t index) { return assessment.inventory->agreed[index].price.is_known(); };
  return std::ranges::any_of(finding.offers, offered) || std::ranges::any_of(finding.agreed, agreed);
}

/// How many gaps each side has to close.
std::string whose_gaps(const Assessment& assessment) {
  int all = 0, ours = 0, yours = 0, both = 0, others = 0;
  for (const Finding& finding : assessment.findings) {
    if (!is_known_gap(finding)) continue;
    std::vector<std::string> parties;
    for (const Share& share : finding.shares) parties.push_back(share.party);
    const Sides sides = sides_of(*assessment.inventory, parties);
    ++all;
    ++(!sides.others.empty() ? others : sides.us && sides.you ? both : sides.you ? yours : ours);
  }
  if (all == 0) return {};
  const auto part = [](std::string_view who, int count) {
    return count == 0 ? std::string{} : fmt::format("{} {}", who, count);
  };
  for (const auto& [count, whose] :
       {std::pair{ours, "us"}, {yours, "you"}, {both, "you and us together"}, {others, "others"}})
    if (count == all) return fmt::format("{}, {}for {} to close.", counted(all, "gap"), all == 1 ? "" : "all ", whose);
  return fmt::format("{} to close: {}.", counted(all, "gap"),
                     joined({part("we", ours), part("you", yours), part("together", both), part("others", others)}));
}

/// The unanswered offers for gaps of which another part is agreed on already, each once.
std::set<std::size_t> open_beside_agreed(const Assessment& assessment) {
  std::set<std::size_t> offers;
  for (const LedgerEntry& entry : assessment.ledger) {
    if (entry.what != LedgerEntry::What::NoAnswer) continue;
    const auto serves_it = [&](const Action& action) {
      return std::ranges::find(action.findings, *entry.finding) != action.findings.end();
    };
    const auto action = std::ranges::find_if(assessment.actions, serves_it);
    if (action != assessment.actions.end() && action->agreed) offers.insert(*entry.item);
  }
  for (const Action& action : assessment.actions)
    if (action.offer) offers.erase(*action.offer);
  return offers;
}

}  // namespace

std::string gaps_and_prices(const Assessment& assessment) {
  const std::string_view currency = assessment.inventory->client.currency;
  Total offers;
  Total agreed;
  for (const Action& action : assessment.actions) {
    if (action.agreed) agreed.add(assessment.inventory->agreed[*action.agreed].price);
    if (action.offer) offers.add(assessment.inventory->offered[*action.offer].price);
  }
  for (const std::size_t index : open_beside_agreed(assessment)) offers.add(assessment.inventory->offered[index].price);
  const auto unpriced = std::ranges::count_if(assessment.findings, [&](const Finding& finding) {
    return is_known_gap(finding) && !has_price(assessment, finding);
  });
  const std::string ours = total(offers, currency);
  const std::string done = total(agreed, currency);
  return run_on(
      {ours.empty() ? ours : fmt::format("All offers: {}.", ours),
       done.empty() ? done : fmt::format("Agreed already: {}.", done), whose_gaps(assessment),
       unpriced == 0 ? std::string{} : fmt::format("{} {} no price yet.", unpriced, choose(unpriced, "has", "have"))});
}

}  // namespace candor::wording
