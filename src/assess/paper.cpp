#include "paper.hpp"

#include <algorithm>
#include <cstdlib>

#include "age.hpp"
#include "finding.hpp"
#include "largest_remainder.hpp"
#include "predicate.hpp"
#include "score.hpp"

// Paper shields: what is claimed and not proved, and what was claimed and is not so.
namespace candor {
namespace {

/// The client by what the inventory tells alone.
Inventory told_alone(const Inventory& inventory) {
  Inventory told = inventory;
  std::erase_if(told.statements, [](const Statement& statement) { return statement.origin != Origin::Inventory; });
  return told;
}

int cost_of(Kind kind) {
  switch (kind) {
    case Kind::Told:
    case Kind::Seen: return 1;
    case Kind::Document:
    case Kind::Export: return 2;
    case Kind::Test: return 4;
  }
  std::abort();  // a value that is no enumerator
}

std::vector<FactId> unproved_facts(const Finding& finding) {
  std::vector<FactId> facts;
  for (const auto& check : finding.checks)
    if (check.interval.proved < check.interval.low && std::ranges::find(facts, check.fact) == facts.end())
      facts.push_back(check.fact);
  return facts;
}

}  // namespace

Contradicted find_contradicted(const Case& in, const Score& score, const std::vector<Finding>& findings) {
  Contradicted result;
  const auto is_contradicted = [](const Finding& finding) {
    return finding.outcome != Outcome::NotApplicable && !finding.contradictions.empty();
  };
  if (score.weight == 0 || std::ranges::none_of(findings, is_contradicted)) return result;
  const auto told = told_alone(in.inventory);
  const Standing standing{in.catalog, told, in.as_of};
  const Case as_told{in.catalog, in.profile, told, in.as_of, standing};
  for (const auto& finding : findings) {
    if (!is_contradicted(finding)) continue;
    ++result.controls;
    const auto claimed = hold_control(as_told, finding.control).interval.low;
    const std::int64_t weight = in.profile.controls[finding.control].weight;
    result.sum += weight * std::max(claimed - finding.interval.high, 0);
  }
  result.points = shown_points(result.sum, score.weight);
  return result;
}

std::vector<ProofWanted> find_proofs_wanted(const Case& in, const Score& score, const std::vector<Finding>& findings) {
  std::vector<ProofWanted> wanted;
  if (score.weight == 0) return wanted;
  std::vector<std::int64_t> gaps;
  for (const auto& finding : findings) {
    const bool applies = finding.outcome != Outcome::NotApplicable;
    const std::int64_t weight = in.profile.controls[finding.control].weight;
    gaps.push_back(applies ? weight * (finding.interval.low - finding.interval.proved) : 0);
  }
  const auto points = share_by_largest_remainder(score.claimed - score.proved, gaps);
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (gaps[i] > 0)
      wanted.push_back({i, static_cast<int>(points[i]), in.profile.controls[findings[i].control].proof.kind,
                        unproved_facts(findings[i])});
  std::ranges::stable_sort(wanted, [&](const ProofWanted& a, const ProofWanted& b) {
    return gaps[a.finding] * cost_of(b.kind) > gaps[b.finding] * cost_of(a.kind);
  });
  return wanted;
}

std::vector<StaleProof> find_stale_proofs(const Case& in, const std::vector<Finding>& findings) {
  std::vector<StaleProof> stale;
  for (const auto& finding : findings) {
    const auto& control = in.profile.controls[finding.control];
    for (const auto& check : finding.checks)
      for (const auto& part : check.parts)
        for (const auto i : part.statements) {
          const auto& statement = in.inventory.statements[i];
          const auto until =
              std::min(last_day(statement.date, control.fresh), last_day(statement.date, control.proof.within));
          const auto is_known = std::ranges::any_of(
              stale, [&](const StaleProof& known) { return known.statement == i && known.finding == finding.control; });
          const auto was_good =
              judge(*check.condition, in.catalog.facts[check.fact], statement.value, statement.date, in.as_of).low > 0;
          if (was_good && statement.origin != Origin::Inventory && statement.kind >= control.proof.kind &&
              until < in.as_of && !is_known)
            stale.push_back({i, finding.control, until});
        }
  }
  return stale;
}

}  // namespace candor
