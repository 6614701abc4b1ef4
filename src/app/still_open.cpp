#include "app/still_open.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "candor/text/utf8.hpp"
#include "compose/evidence.hpp"
#include "compose/words.hpp"

namespace candor::app {

namespace {

/// The facts of which somebody knows something, or means to find it out.
std::set<FactId> answered_or_asked(const Inventory& inventory) {
  std::set<FactId> facts;
  for (const auto& statement : inventory.statements)
    if (!is_unknown(statement.value)) facts.insert(statement.fact);
  for (const auto& question : inventory.open) facts.insert(question.facts.begin(), question.facts.end());
  return facts;
}

void add(const std::vector<FactId>& more, std::vector<FactId>& facts) {
  for (const auto fact : more)
    if (std::ranges::find(facts, fact) == facts.end()) facts.push_back(fact);
}

/// The facts of a floor that are missing. Of a group of which one is enough none is, once one is there.
std::vector<FactId> missing(const std::vector<Condition>& conditions, const std::set<FactId>& known) {
  std::vector<FactId> facts;
  for (const auto& condition : conditions) {
    const bool is_any = condition.test == Condition::Test::Any;
    const auto is_there = [&](const Condition& child) { return missing({child}, known).empty(); };
    if (is_any && std::ranges::any_of(condition.children, is_there)) continue;
    if (is_any || condition.test == Condition::Test::All)
      add(missing(condition.children, known), facts);
    else if (!known.contains(condition.fact))
      add({condition.fact}, facts);
  }
  return facts;
}

bool is_counted_out(const Inventory& inventory, const Control& control) {
  return !control.always && std::ranges::any_of(inventory.not_applicable, [&](const NotApplicable& entry) {
    return entry.control.value == control.id;
  });
}

std::string block(std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string text = fmt::format("{}:\n", title);
  for (const auto& line : lines) text += fmt::format("  {}\n", show_hostile(line));
  return text;
}

}  // namespace

std::string still_open(const Assessment& assessment) {
  const auto& inventory = *assessment.inventory;
  const auto& catalog = *assessment.catalog;
  const auto& profile = *assessment.profile;
  std::vector<std::string> questions;
  for (const auto& question : inventory.open) questions.push_back(wording::open_item(inventory, catalog, question));

  std::vector<std::string> gates;
  const auto known = answered_or_asked(inventory);
  for (const auto& control : profile.controls) {
    if (!control.minimum || is_counted_out(inventory, control)) continue;
    std::vector<std::string> addresses;
    for (const auto fact : missing(control.floor, known)) addresses.push_back(catalog.facts[fact].address);
    if (!addresses.empty()) gates.push_back(fmt::format("{}: {}", control.id, wording::joined(addresses)));
  }
  std::vector<std::string> stale;
  for (const auto& proof : assessment.stale_proofs)
    stale.push_back(fmt::format("{}: {}: {}; it proved this until {}", profile.controls[proof.finding].id,
                                catalog.facts[assessment.statement(proof.statement).fact].address,
                                wording::statement(assessment, proof.statement), to_iso(proof.until)));
  return block("open questions", questions) + block("proofs that are too old to prove anything", stale) +
         block("the minimum rests on facts that nobody answered or asked", gates);
}

}  // namespace candor::app
