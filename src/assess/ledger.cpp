#include "ledger.hpp"

#include <algorithm>

#include "age.hpp"
#include "finding.hpp"
#include "score.hpp"

namespace candor {
namespace {

using What = LedgerEntry::What;

LedgerEntry entry(What what) {
  LedgerEntry result;
  result.what = what;
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
    auto& added = ledger.emplace_back(entry(what));
    added.finding = finding.control;
    added.item = state.decline;
    added.date = in.inventory.declined[state.decline].until;
  }
}

void about_not_applicable(const Case& in, const Score& score, const Finding& finding,
                          std::vector<LedgerEntry>& ledger) {
  if (!finding.not_applicable) return;
  const auto& control = in.profile.controls[finding.control];
  const auto lapses = plus_months(in.inventory.not_applicable[*finding.not_applicable].date, 12);
  const bool counted_out = finding.outcome == Outcome::NotApplicable;
  auto& added = ledger.emplace_back(entry(counted_out         ? What::NotApplicable
                                          : lapses < in.as_of ? What::Lapsed
                                                              : What::Refused));
  added.finding = finding.control;
  added.item = finding.not_applicable;
  added.date = lapses;
  if (counted_out) added.as_if = with_missing(score, control.weight);
}

/// An offer is answered by an agreed action or a decline on the same control, on its day or later.
bool is_answered(const Case& in, const Finding& finding, const Offer& offer) {
  const auto later = [&](Date date) { return date >= offer.date; };
  return std::ranges::any_of(finding.agreed, [&](std::size_t i) { return later(in.inventory.agreed[i].date); }) ||
         std::ranges::any_of(finding.declines,
                             [&](const DeclineState& d) { return later(in.inventory.declined[d.decline].date); });
}

void about_plans(const Case& in, const Finding& finding, std::vector<LedgerEntry>& ledger) {
  if (finding.outcome == Outcome::Met || finding.outcome == Outcome::NotApplicable) return;
  for (const auto i : finding.offers) {
    if (is_answered(in, finding, in.inventory.offered[i])) continue;
    auto& added = ledger.emplace_back(entry(What::NoAnswer));
    added.finding = finding.control;
    added.item = i;
    added.date = in.inventory.offered[i].date;
  }
  for (const auto i : finding.agreed) {
    const auto& agreed = in.inventory.agreed[i];
    if (!agreed.by || *agreed.by >= in.as_of) continue;
    auto& added = ledger.emplace_back(entry(What::Overdue));
    added.finding = finding.control;
    added.item = i;
    added.date = agreed.by;
  }
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
  }
  std::ranges::stable_sort(ledger, {}, &LedgerEntry::what);
  return ledger;
}

}  // namespace candor
