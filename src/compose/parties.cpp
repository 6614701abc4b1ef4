#include "parties.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace candor::wording {
namespace {

void add_once(std::vector<std::string>& names, std::string_view name) {
  if (!name.empty() && std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

void add_side(Sides& sides, const Inventory& inventory, std::string_view key) {
  const Party* party = inventory.find_party(key);
  const bool is_shared = !party && key == "shared";
  if (is_shared || (party ? party->kind == PartyKind::Provider : key == "provider")) sides.us = true;
  if (is_shared || (party ? party->kind == PartyKind::Client : key == "client")) sides.you = true;
  if (party && party->kind == PartyKind::Client) add_once(sides.people, name(inventory, key));
  if (party ? party->kind == PartyKind::ThirdParty : !is_shared && !sides.us && !sides.you && !key.empty())
    add_once(sides.others, name(inventory, key));
}

std::string in_brackets(const std::vector<std::string>& people) {
  return people.empty() ? std::string{} : fmt::format(" ({})", joined(people));
}

}  // namespace

Sides sides_of(const Inventory& inventory, const std::vector<std::string>& parties) {
  Sides sides;
  for (const std::string& party : parties) {
    Sides one;
    add_side(one, inventory, party);
    sides.us |= one.us;
    sides.you |= one.you;
    for (const auto& person : one.people) add_once(sides.people, person);
    for (const auto& other : one.others) add_once(sides.others, other);
  }
  return sides;
}

std::string name(const Inventory& inventory, std::string_view party) {
  if (party.empty() || party == "unknown") return "someone";
  return std::string{inventory.name_of(party)};
}

std::string provider_name(const Inventory& inventory) {
  const auto found = std::ranges::find(inventory.parties, PartyKind::Provider, &Party::kind);
  return found == inventory.parties.end() ? std::string{} : found->name;
}

std::string subject(const Sides& sides) {
  std::vector<std::string> names;
  if (sides.you) names.push_back("you" + (sides.us ? std::string{} : in_brackets(sides.people)));
  if (sides.us) names.emplace_back("we");
  names.insert(names.end(), sides.others.begin(), sides.others.end());
  return names.empty() ? "nobody yet" : joined(names);
}

std::string duty(const Sides& sides, std::string_view what) {
  const std::string others = joined(sides.others);
  if (sides.is_nobody()) return "Nobody has this job yet.";
  if (!sides.us && !sides.you) return fmt::format("{}. You or we need to ask them.", capitalised(others));
  const std::string with = others.empty() ? std::string{} : fmt::format(" with {}", others);
  if (sides.us && sides.you)
    return fmt::format("You and we need to {} together{}.", what, others.empty() ? "" : "," + with);
  if (sides.us) return fmt::format("We will {}{}.", what, with);
  return fmt::format("You need to {}{}{}.", what, with, in_brackets(sides.people));
}

std::vector<std::string> in_charge(const Assessment& assessment) {
  const Inventory& inventory = *assessment.inventory;
  std::vector<std::string> names;
  for (const auto& key : inventory.incident.decides) add_once(names, inventory.name_of(key));
  const auto fact = assessment.catalog->find(Role::InCharge);
  if (!names.empty() || !fact) return names;
  for (const Finding& finding : assessment.findings)
    for (const Check& check : finding.checks)
      for (const PartResult& part : check.parts)
        for (const std::size_t index : part.statements)
          if (const auto* text = std::get_if<Text>(&assessment.statement(index).value); text && check.fact == *fact)
            add_once(names, text->text);
  return names;
}

}  // namespace candor::wording
