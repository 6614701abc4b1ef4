#include "standing.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace candor {
namespace {

/// An event that is dated after the assessment is no news yet, whenever it was written down.
bool is_future(const Statement& statement, Date as_of) {
  if (statement.date > as_of) return true;
  const auto* event = std::get_if<Event>(&statement.value);
  return event != nullptr && event->date && *event->date > as_of;
}

/// Finds or adds the parts of one fact by name. Most facts have a few, and a few are looked through sooner than a table
/// is made; there may be very many.
class Parts {
 public:
  PartStatements& find(FactStatements& fact, std::string_view name) {
    constexpr std::size_t few = 8;
    if (fact.parts.size() <= few) {
      const auto known = std::ranges::find(fact.parts, name, &PartStatements::part);
      if (known != fact.parts.end()) return *known;
    }
    if (fact.parts.size() < few) return fact.parts.emplace_back(PartStatements{name, false, {}, {}});
    if (places_.empty())
      for (std::size_t i = 0; i < fact.parts.size(); ++i) places_.emplace(fact.parts[i].part, i);
    const auto [found, is_new] = places_.emplace(name, fact.parts.size());
    if (is_new) fact.parts.push_back({name, false, {}, {}});
    return fact.parts[found->second];
  }

 private:
  std::unordered_map<std::string_view, std::size_t> places_;  // looked up only: its order reaches no output
};

}  // namespace

Standing::Standing(const Catalog& catalog, const Inventory& inventory, Date as_of) : facts_(catalog.facts.size()) {
  std::vector<Parts> parts(catalog.facts.size());
  for (std::size_t i = 0; i < inventory.statements.size(); ++i) {
    const auto& statement = inventory.statements[i];
    auto& fact = facts_[statement.fact];
    const bool is_listed = statement.origin == Origin::Inventory && !statement.part.empty();
    const bool is_ignored = is_future(statement, as_of);
    if (is_ignored) future_.push_back(i);
    if (is_ignored && !is_listed) continue;

    // What is said of a part may lie in the future; that the part is there does not.
    auto& part = parts[statement.fact].find(fact, statement.part);
    part.is_listed = part.is_listed || is_listed;
    fact.listed = fact.listed || is_listed;
    if (is_ignored) continue;
    part.standing.push_back(i);
  }
  for (FactId id = 0; id < facts_.size(); ++id)
    for (auto& part : facts_[id].parts) settle(part, catalog.facts[id].type == Type::Event, inventory);
}

bool is_claim(const Statement& statement) {
  return statement.origin == Origin::Inventory && statement.kind == Kind::Told && !is_unknown(statement.value);
}

std::vector<std::size_t> claims_of(const PartStatements& part, const Inventory& inventory) {
  std::vector<std::size_t> claims;
  const auto add = [&](std::size_t i) {
    if (is_claim(inventory.statements[i])) claims.push_back(i);
  };
  for (const auto i : part.standing) add(i);
  for (const auto& replacement : part.replaced) add(replacement.replaced);
  std::ranges::sort(claims);
  return claims;
}

void Standing::settle(PartStatements& part, bool is_event, const Inventory& inventory) {
  const auto unknown = [&](std::size_t i) { return is_unknown(inventory.statements[i].value); };
  const bool is_known = !std::ranges::all_of(part.standing, unknown);
  if (is_known) std::erase_if(part.standing, unknown);
  if (!is_event && is_known) drop_replaced(part, inventory);  // events add up: none replaces another
}

/// Replacing needs strength and age to be at least equal and one of them greater: of two
/// equals both stand and the worse counts. For each strength only its newest can replace.
void Standing::drop_replaced(PartStatements& part, const Inventory& inventory) {
  if (part.standing.size() < 2) return;
  constexpr std::size_t kinds = 5;
  std::array<std::optional<std::size_t>, kinds> newest;
  for (const auto i : part.standing) {
    auto& best = newest[static_cast<std::size_t>(inventory.statements[i].kind)];
    if (!best || inventory.statements[i].date >= inventory.statements[*best].date) best = i;
  }
  std::erase_if(part.standing, [&](std::size_t i) {
    const auto& older = inventory.statements[i];
    for (auto kind = kinds; kind-- > static_cast<std::size_t>(older.kind);) {
      if (!newest[kind]) continue;
      const auto& newer = inventory.statements[*newest[kind]];
      if (newer.date < older.date || (newer.kind == older.kind && newer.date == older.date)) continue;
      part.replaced.push_back({i, *newest[kind]});
      replacements_.push_back(part.replaced.back());
      return true;
    }
    return false;
  });
}

}  // namespace candor
