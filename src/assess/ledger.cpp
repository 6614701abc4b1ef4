#include "ledger.hpp"

#include <algorithm>

#include "age.hpp"
#include "candor/model/part.hpp"
#include "finding.hpp"
#include "score.hpp"

namespace candor {
namespace {

using What = LedgerEntry::What;
using List = LedgerEntry::List;

LedgerEntry entry(What what) {
  LedgerEntry result;
  result.what = what;
  return result;
}

LedgerEntry entry(What what, const Finding& finding, List list, std::size_t item, std::optional<Date> date) {
  auto result = entry(what);
  result.finding = finding.control;
  result.list = list;
  result.item = item;
  result.date = date;
  return result;
}

void about_statements(const Case& in, std::vector<LedgerEntry>& ledger) {
  for (const auto& [replaced, by] : in.standing.replacements()) {
    auto& added = ledger.emplace_back(entry(What::Overridden));
    added.statement = replaced;
    added.other = by;
  }
  for (const auto i : in.standing.future()) {
    auto& added = ledger.emplace_back(entry(What::Future));
    added.statement = i;
    added.date = in.inventory.statements[i].date;
  }
  for (FactId fact = 0; fact < in.catalog.facts.size(); ++fact) {
    const auto& said = in.standing.of(fact);
    if (!said.listed) continue;
    for (const auto& part : said.parts)
      if (!part.is_listed && !part.part.empty())
        for (const auto i : part.standing) ledger.emplace_back(entry(What::ExtraPart)).statement = i;
  }
}

void about_age(const Case& in, const Finding& finding, std::vector<LedgerEntry>& ledger) {
  for (const auto i : finding.aged) {
    auto& added = ledger.emplace_back(entry(What::Aged));
    added.finding = finding.control;
    added.statement = i;
    added.date = last_day(in.inventory.statements[i].date, in.profile.controls[finding.control].fresh);
  }
}

void about_contradictions(const Finding& finding, std::vector<LedgerEntry>& ledger) {
  for (const auto& contradiction : finding.contradictions) {
    auto& added = ledger.emplace_back(entry(What::Contradicted));
    added.finding = finding.control;
    added.statement = contradiction.told;
    added.other = contradiction.stands;
  }
}

void about_declines(const Case& in, const Finding& finding, std::vector<LedgerEntry>& ledger) {
  for (const auto& state : finding.declines) {
    const auto what = state.is_moot ? What::DeclineMoot : state.is_lapsed ? What::DeclineLapsed : What::Declined;
    ledger.push_back(entry(what, finding, List::Declined, state.decline, in.inventory.declined[state.decline].until));
  }
}

void about_not_applicable(const Case& in, const Score& score, const Finding& finding,
                          std::vector<LedgerEntry>& ledger) {
  if (!finding.not_applicable) return;
  const auto& control = in.profile.controls[finding.control];
  const auto lapses =
      plus_months(in.inventory.not_applicable[*finding.not_applicable].date, longest_not_applicable_months);
  const bool counted_out = finding.outcome == Outcome::NotApplicable;
  const auto what = counted_out ? What::NotApplicable : lapses < in.as_of ? What::Lapsed : What::Refused;
  ledger.push_back(entry(what, finding, List::NotApplicable, *finding.not_applicable, lapses));
  if (counted_out) ledger.back().as_if = with_missing(score, control.weight);
}

/// An offer is answered by an agreed action or a decline on the same control, on its day or later; one
/// for a part answers no offer for another part.
bool is_answered(const Case& in, const Finding& finding, const Offer& offer) {
  const auto answers = [&](const auto& entry) {
    return is_of_one_part(entry.part, offer.part) && entry.date >= offer.date;
  };
  return std::ranges::any_of(finding.agreed, [&](std::size_t i) { return answers(in.inventory.agreed[i]); }) ||
         std::ranges::any_of(finding.declines,
                             [&](const DeclineState& d) { return answers(in.inventory.declined[d.decline]); });
}

void about_plans(const Case& in, const Finding& finding, std::vector<LedgerEntry>& ledger) {
  if (finding.outcome == Outcome::Met || finding.outcome == Outcome::NotApplicable) return;
  for (const auto i : finding.offers) {
    if (is_answered(in, finding, in.inventory.offered[i])) continue;
    ledger.push_back(entry(What::NoAnswer, finding, List::Offered, i, in.inventory.offered[i].date));
  }
  for (const auto i : finding.agreed) {
    const auto& agreed = in.inventory.agreed[i];
    if (!agreed.by || *agreed.by >= in.as_of) continue;
    ledger.push_back(entry(What::Overdue, finding, List::Agreed, i, agreed.by));
  }
}

/// What was offered, agreed, declined or said not to apply after the day of the assessment: it counts
/// nowhere, and that must not go without a word.
void about_the_future(const Case& in, const Finding& finding, std::vector<LedgerEntry>& ledger) {
  const auto& control = in.profile.controls[finding.control].id;
  const auto note = [&](List list, const auto& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
      if (items[i].date > in.as_of && names_control(items[i], control))
        ledger.push_back(entry(What::Future, finding, list, i, items[i].date));
  };
  note(List::Offered, in.inventory.offered);
  note(List::Agreed, in.inventory.agreed);
  note(List::Declined, in.inventory.declined);
  note(List::NotApplicable, in.inventory.not_applicable);
}

}  // namespace

std::vector<LedgerEntry> write_ledger(const Case& in, const Score& score, const std::vector<Finding>& findings) {
  std::vector<LedgerEntry> ledger;
  about_statements(in, ledger);
  for (const auto& finding : findings) {
    about_contradictions(finding, ledger);
    about_age(in, finding, ledger);
    about_declines(in, finding, ledger);
    about_not_applicable(in, score, finding, ledger);
    about_plans(in, finding, ledger);
    about_the_future(in, finding, ledger);
  }
  std::ranges::stable_sort(ledger, {}, &LedgerEntry::what);
  return ledger;
}

}  // namespace candor
