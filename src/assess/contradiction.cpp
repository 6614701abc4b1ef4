#include "contradiction.hpp"

#include <algorithm>

#include "predicate.hpp"

namespace candor {
namespace {

bool is_claim(const Statement& statement) {
  return statement.origin == Origin::Inventory && statement.kind == Kind::Told && !is_unknown(statement.value);
}

/// A claim about the whole is held against every part; one about a part against that part alone.
bool can_be_held_against(const Statement& claim, const Statement& other) {
  if (is_claim(other) || is_unknown(other.value)) return false;
  if (!claim.part.empty() && claim.part != other.part) return false;
  // Another event is another day's news; only two tellings of one day can contradict each other.
  const auto* told = std::get_if<Event>(&claim.value);
  const auto* seen = std::get_if<Event>(&other.value);
  return told == nullptr || seen == nullptr || told->date == seen->date;
}

Millionths ceiling(const Case& in, const Check& check, std::size_t i) {
  const auto& statement = in.inventory.statements[i];
  return judge(*check.condition, in.catalog.facts[check.fact], statement.value, statement.date, in.as_of).high;
}

}  // namespace

void note_contradictions(const Case& in, Finding& finding) {
  for (const auto& check : finding.checks) {
    for (std::size_t told = 0; told < in.inventory.statements.size(); ++told) {
      const auto& claim = in.inventory.statements[told];
      if (claim.fact != check.fact || !is_claim(claim) || claim.date > in.as_of) continue;
      for (const auto& part : check.parts) {
        for (const auto stands : part.statements) {
          const auto& other = in.inventory.statements[stands];
          if (!can_be_held_against(claim, other) || ceiling(in, check, told) <= ceiling(in, check, stands)) continue;
          const Contradiction found{check.fact, other.part, told, stands};
          const auto same = [&](const Contradiction& c) { return c.told == told && c.stands == stands; };
          if (std::ranges::none_of(finding.contradictions, same)) finding.contradictions.push_back(found);
        }
      }
    }
  }
}

}  // namespace candor
