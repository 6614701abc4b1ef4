#include "standing.hpp"

#include <algorithm>
#include <optional>

namespace candor {
namespace {

/// Replacing needs both strength and age to be at least equal and one of them greater:
/// of two equals both stand and the worse counts.
bool replaces(const Statement& newer, const Statement& older) {
  if (newer.kind < older.kind || newer.date < older.date) return false;
  return newer.kind > older.kind || newer.date > older.date;
}

/// An event that is dated after the assessment is no news yet, whenever it was written down.
bool is_future(const Statement& statement, Date as_of) {
  if (statement.date > as_of) return true;
  const auto* event = std::get_if<Event>(&statement.value);
  return event != nullptr && event->date && *event->date > as_of;
}

PartStatements& part_of(FactStatements& fact, std::string_view part) {
  const auto found = std::ranges::find(fact.parts, part, &PartStatements::part);
  if (found != fact.parts.end()) return *found;
  return fact.parts.emplace_back(PartStatements{part, {}});
}

}  // namespace

const PartStatements* FactStatements::find(std::string_view part) const {
  const auto found = std::ranges::find(parts, part, &PartStatements::part);
  return found == parts.end() ? nullptr : &*found;
}

Standing::Standing(const Catalog& catalog, const Inventory& inventory, Date as_of) : facts_(catalog.facts.size()) {
  for (std::size_t i = 0; i < inventory.statements.size(); ++i) {
    const auto& statement = inventory.statements[i];
    if (is_future(statement, as_of)) {
      future_.push_back(i);
      continue;
    }
    auto& fact = facts_[statement.fact];
    part_of(fact, statement.part).standing.push_back(i);
    if (statement.origin == Origin::Inventory && !statement.part.empty()) fact.listed = true;
  }
  for (FactId id = 0; id < facts_.size(); ++id)
    for (auto& part : facts_[id].parts) settle(part, catalog.facts[id].type == Type::Event, inventory);
}

void Standing::settle(PartStatements& part, bool is_event, const Inventory& inventory) {
  const auto unknown = [&](std::size_t i) { return is_unknown(inventory.statements[i].value); };
  if (!std::ranges::all_of(part.standing, unknown)) std::erase_if(part.standing, unknown);
  if (is_event || part.standing.size() < 2) return;  // events add up: none replaces another

  const auto said = part.standing;
  std::erase_if(part.standing, [&](std::size_t i) {
    std::optional<std::size_t> by;
    for (const auto other : said)
      if (other != i && replaces(inventory.statements[other], inventory.statements[i])) by = other;
    if (by) replacements_.push_back({i, *by});
    return by.has_value();
  });
}

}  // namespace candor
