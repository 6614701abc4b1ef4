#pragma once

#include <random>
#include <string>
#include <vector>

#include "fixture.hpp"

/// Worlds made by dice, the same for the same seed: the ground for laws that hold for every inventory.
namespace candor::test {

struct Dice {
  std::mt19937 engine;
  explicit Dice(unsigned seed) : engine(seed) {}
  int below(int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); }
  bool one_in(int n) { return below(n) == 0; }
};

/// A standard with a control for every type and kind of condition, gates among them.
inline World standard() {
  World world;
  const auto coverage = world.fact("a.coverage", Type::Coverage);
  const auto sized = world.fact("b.sized", Type::Coverage);
  world.catalog.facts[sized].of = {"people"};
  const auto yes_no = world.fact("c.yes_no", Type::YesNo);
  const auto event = world.fact("d.event", Type::Event);
  world.catalog.facts[event].scopes = {"one_file", "whole_system"};
  world.catalog.facts[event].asks_worked = true;
  const auto records = world.fact("e.records", Type::Records);
  world.catalog.facts[records].fields = {{"where", Type::Text, true, {}}, {"internet", Type::YesNo, false, {}}};
  const auto number = world.fact("f.number", Type::Number);
  const auto duration = world.fact("g.duration", Type::Duration);
  const auto choice = world.fact("h.choice", Type::Choice);
  world.catalog.facts[choice].choices = {"open", "address_list", "closed"};

  auto restored = within(event, months(12));
  restored.scope = 1;
  world.gate("control.a", {all_of(coverage)}, 7);
  world.control("control.b", {all_of(sized)}, 4);
  world.gate("control.c", {is_yes(yes_no)}, 2);
  world.gate("control.d", {restored}, 3).proof = {Kind::Test, months(12)};
  world.control("control.e", {every(records, {field_test(Condition::Test::Is, 1, {no})})}, 1).fresh = months(3);
  world.control(
      "control.f",
      {group(Condition::Test::Any,
             {condition(Condition::Test::AtLeast, number, {Value{std::int64_t{12}}}),
              group(Condition::Test::All,
                    {condition(Condition::Test::AtLeast, number, {Value{std::int64_t{8}}}), all_of(coverage)})})},
      5);
  world
      .control("control.g",
               {condition(Condition::Test::AtMost, duration, {Value{Duration{1, Duration::Unit::Weeks, false}}})}, 6)
      .acts = PartyKind::Client;
  world.control("control.h", {condition(Condition::Test::AtLeast, choice, {Value{Choice{1}}}), is_yes(yes_no)}, 3);
  return world;
}

inline Coverage random_coverage(Dice& dice) {
  if (dice.one_in(6)) return {static_cast<Coverage::Said>(1 + dice.below(3)), 0, 0, 0};  // all, none, not all
  const auto all = 1 + dice.below(40);
  const auto has = dice.below(all + 1);
  return of(has, all, dice.below(all - has + 1));
}

inline Value random_value(Dice& dice, Type type) {
  if (dice.one_in(6)) return Unknown{};
  switch (type) {
    case Type::Coverage: return random_coverage(dice);
    case Type::YesNo: return dice.one_in(2);
    case Type::Event: {
      if (dice.one_in(5)) return Event{};
      Event event{plus_days(day("2026-11-21"), 20 - dice.below(800)), {}, {}, {}};
      if (!dice.one_in(4)) event.worked = !dice.one_in(4);
      if (!dice.one_in(4)) event.scope = static_cast<std::uint16_t>(dice.below(2));
      return event;
    }
    case Type::Records: {
      Records records;
      for (int i = dice.below(3); i > 0; --i)
        records.items.push_back(
            {{Text{"place" + std::to_string(i)}, dice.one_in(3) ? FieldValue{Unknown{}} : FieldValue{dice.one_in(2)}},
             {}});
      return records;
    }
    case Type::Number: return std::int64_t{dice.below(20)};
    case Type::Duration: return Duration{dice.below(20), Duration::Unit::Days, dice.one_in(8)};
    case Type::Choice: return Choice{static_cast<std::uint16_t>(dice.below(3))};
    default: return Unknown{};
  }
}

inline void say(World& world, Dice& dice, FactId fact, std::string part) {
  const auto date = to_iso(plus_days(world.as_of, 30 - dice.below(900)));
  world.told(fact, random_value(dice, world.catalog.facts[fact].type), std::move(part), date);
}

/// Any mixture of told wholes and parts, evidence of every kind, ages, plans and declarations.
inline World random_world(unsigned seed) {
  Dice dice{seed};
  auto world = standard();
  if (dice.one_in(2)) world.inventory.counts["people"] = 1 + dice.below(60);
  const std::vector<std::string> parts{"Server", "Booking", "Laptops"};
  for (FactId fact = 0; fact < world.catalog.facts.size(); ++fact) {
    if (dice.one_in(5)) continue;
    if (dice.one_in(2))
      say(world, dice, fact, {});
    else
      for (int i = 0; i <= dice.below(3); ++i) say(world, dice, fact, parts[static_cast<std::size_t>(i)]);
    while (dice.one_in(2)) {
      say(world, dice, fact, dice.one_in(3) ? std::string{} : parts[static_cast<std::size_t>(dice.below(3))]);
      world.inventory.statements.back().kind = static_cast<Kind>(1 + dice.below(4));
      world.inventory.statements.back().origin = dice.one_in(2) ? Origin::Proof : Origin::Evidence;
    }
  }
  for (const auto& control : world.profile.controls) {
    if (!dice.one_in(6)) continue;
    NotApplicable none;
    none.control = {control.id, {}};
    none.date = plus_days(world.as_of, -dice.below(500));
    world.inventory.not_applicable.push_back(none);
  }
  return world;
}

/// One statement a fact and part, all told: the ground on which "bad" and "unknown" are compared.
inline World random_simple_world(unsigned seed) {
  Dice dice{seed};
  auto world = standard();
  for (FactId fact = 0; fact < world.catalog.facts.size(); ++fact)
    if (!dice.one_in(4)) say(world, dice, fact, {});
  return world;
}

/// Without what is dated after the assessment: that would be a new statement on a later day.
inline World known_today(World world) {
  std::erase_if(world.inventory.statements, [&](const Statement& statement) {
    const auto* event = std::get_if<Event>(&statement.value);
    return statement.date > world.as_of || (event != nullptr && event->date && *event->date > world.as_of);
  });
  return world;
}

}  // namespace candor::test
