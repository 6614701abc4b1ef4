#include "contradiction.hpp"

#include <algorithm>

#include "coverage.hpp"
#include "predicate.hpp"

namespace candor {
namespace {

bool can_be_held_against(const Statement& claim, const Statement& other) {
  if (is_unknown(other.value) || (other.origin == Origin::Inventory && other.kind == Kind::Told)) return false;
  // Another event is another day's news; only two tellings of one day can contradict each other.
  const auto* told = std::get_if<Event>(&claim.value);
  const auto* seen = std::get_if<Event>(&other.value);
  return told == nullptr || seen == nullptr || told->date == seen->date;
}

Interval judged(const Case& in, const Check& check, std::size_t i) {
  const auto& statement = in.inventory.statements[i];
  return judge(*check.condition, in.catalog.facts[check.fact], statement.value, statement.date, in.as_of);
}

/// A count of heads held against another one: shares of different sizes cannot be. `is_whole_claim`: the claim is about
/// the whole, and what stands about a part of it.
bool claims_more(const Coverage& claim, const Coverage& other, bool is_whole_claim) {
  const auto size = std::max(claim.of, other.of);
  if (size == 0) return heads_in(claim, 1).high > heads_in(other, 1).high;
  if (!is_whole_claim || other.of == 0) return heads_in(claim, size).high > heads_in(other, size).high;
  const auto without = other.of - heads_in(other, other.of).high;
  return heads_in(claim, size).high > size - without;
}

bool is_worse(const Case& in, const Check& check, std::size_t told, std::size_t stands, bool is_whole_claim) {
  const auto* claim = std::get_if<Coverage>(&in.inventory.statements[told].value);
  const auto* other = std::get_if<Coverage>(&in.inventory.statements[stands].value);
  if (claim != nullptr && other != nullptr) return claims_more(*claim, *other, is_whole_claim);
  return judged(in, check, told).high > judged(in, check, stands).high;
}

bool is_better(const Case& in, const Check& check, std::size_t told, std::size_t stands) {
  const auto* claim = std::get_if<Coverage>(&in.inventory.statements[told].value);
  const auto* other = std::get_if<Coverage>(&in.inventory.statements[stands].value);
  if (claim == nullptr || other == nullptr) return judged(in, check, stands).low > judged(in, check, told).low;
  const auto size = std::max({claim->of, other->of, std::int64_t{1}});
  return heads_in(*other, size).has > heads_in(*claim, size).has;
}

/// Adds every claim that something standing on a part shows is not so.
void hold_claims(const Case& in, const Check& check, const std::vector<std::size_t>& claims, const PartStatements& part,
                 Finding& finding) {
  for (const auto told : claims)
    for (const auto stands : part.standing)
      if (can_be_held_against(in.inventory.statements[told], in.inventory.statements[stands]) &&
          is_worse(in, check, told, stands, !part.part.empty() && in.inventory.statements[told].part.empty()))
        finding.contradictions.push_back({check.fact, std::string{part.part}, told, stands});
}

/// A claim that a stronger look replaced, and that was worse than what it found.
void note_better(const Case& in, const Check& check, const PartStatements& part, std::vector<Contradiction>& better) {
  for (const auto& [replaced, by] : part.replaced) {
    if (is_claim(in.inventory.statements[replaced]) &&
        can_be_held_against(in.inventory.statements[replaced], in.inventory.statements[by]) &&
        is_better(in, check, replaced, by))
      better.push_back({check.fact, std::string{part.part}, replaced, by});
  }
}

/// Two conditions on one fact find the same pair twice.
void drop_doubles(std::vector<Contradiction>& found) {
  std::ranges::stable_sort(found, {}, [](const Contradiction& c) { return std::pair{c.told, c.stands}; });
  const auto same = [](const Contradiction& a, const Contradiction& b) {
    return a.told == b.told && a.stands == b.stands;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
}

}  // namespace

void note_contradictions(const Case& in, Finding& finding) {
  for (const auto& check : finding.checks) {
    const auto& parts = in.standing.of(check.fact).parts;
    const auto whole_part = std::ranges::find(parts, std::string_view{}, &PartStatements::part);
    const auto of_whole = whole_part == parts.end() ? std::vector<std::size_t>{} : claims_of(*whole_part, in.inventory);
    // A claim about the whole is held against every part; one about a part against that part alone.
    for (const auto& part : parts) {
      hold_claims(in, check, of_whole, part, finding);
      if (!part.part.empty()) hold_claims(in, check, claims_of(part, in.inventory), part, finding);
      note_better(in, check, part, finding.better);
    }
  }
  drop_doubles(finding.contradictions);
  drop_doubles(finding.better);
}

}  // namespace candor
