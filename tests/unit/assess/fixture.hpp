#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "candor/assess/assess.hpp"
#include "candor/text/date.hpp"

/// Small words to set a case up: a catalog, a standard and what was said, each in one line.
namespace candor::test {

inline Date day(std::string_view text) { return *parse_date(text); }

inline Coverage of(std::int64_t has, std::int64_t all, std::int64_t unknown = 0) {
  return {Coverage::Said::Counted, has, all, unknown};
}
inline const Value everyone = Coverage{Coverage::Said::All, 0, 0, 0};
inline const Value nobody = Coverage{Coverage::Said::None, 0, 0, 0};
inline const Value unknown = Unknown{};
inline const Value yes = true;
inline const Value no = false;

inline Duration months(std::int64_t amount) { return {amount, Duration::Unit::Months, false}; }

/// A catalog and a standard over it, built up control by control, and one client's inventory.
struct World {
  Catalog catalog;
  Profile profile;
  Inventory inventory;
  Date as_of = day("2026-11-21");

  FactId fact(std::string address, Type type) {
    Fact made;
    made.address = std::move(address);
    made.type = type;
    catalog.facts.push_back(std::move(made));
    return static_cast<FactId>(catalog.facts.size() - 1);
  }

  Control& control(std::string id, std::vector<Condition> floor, int weight = 1) {
    Control made;
    made.id = std::move(id);
    made.floor = std::move(floor);
    made.weight = weight;
    profile.controls.push_back(std::move(made));
    return profile.controls.back();
  }

  Control& gate(std::string id, std::vector<Condition> floor, int weight = 1) {
    auto& made = control(std::move(id), std::move(floor), weight);
    made.minimum = made.always = true;
    return made;
  }

  /// What the inventory says; dated a week before the assessment unless it says otherwise.
  Statement& told(FactId fact, Value value, std::string part = {}, std::string_view date = "2026-11-14") {
    Statement made;
    made.fact = fact;
    made.part = std::move(part);
    made.value = std::move(value);
    made.date = day(date);
    made.by = "D. Keane";
    inventory.statements.push_back(std::move(made));
    return inventory.statements.back();
  }

  /// Evidence of a kind, from outside the inventory.
  Statement& shown(FactId fact, Value value, Kind kind, std::string part = {}, std::string_view date = "2026-11-14") {
    auto& made = told(fact, std::move(value), std::move(part), date);
    made.kind = kind;
    made.origin = kind == Kind::Export ? Origin::Evidence : Origin::Proof;
    return made;
  }

  [[nodiscard]] Assessment assessed() const { return assess(catalog, profile, inventory, as_of); }
  [[nodiscard]] Assessment assessed_on(std::string_view date) const {
    return assess(catalog, profile, inventory, day(date));
  }
};

inline Condition condition(Condition::Test test, FactId fact, std::vector<Value> wanted = {}) {
  Condition made;
  made.test = test;
  made.fact = fact;
  made.wanted = std::move(wanted);
  return made;
}
inline Condition all_of(FactId fact) { return condition(Condition::Test::Everyone, fact); }
inline Condition is_yes(FactId fact) { return condition(Condition::Test::Is, fact, {Value{true}}); }
inline Condition within(FactId fact, Duration span) {
  auto made = condition(Condition::Test::Within, fact);
  made.span = span;
  return made;
}
inline Condition field_test(Condition::Test test, std::uint16_t field, std::vector<Value> wanted = {}) {
  Condition made;
  made.test = test;
  made.field = field;
  made.in_record = true;
  made.wanted = std::move(wanted);
  return made;
}
inline Condition every(FactId fact, std::vector<Condition> children) {
  auto made = condition(Condition::Test::Every, fact);
  made.children = std::move(children);
  return made;
}
inline Condition group(Condition::Test test, std::vector<Condition> children) {
  Condition made;
  made.test = test;
  made.children = std::move(children);
  return made;
}

/// The interval in millionths, as "low..high proved": easy to read and to work out by hand.
inline std::string shown(const Interval& interval) {
  const auto text = [](Millionths value) { return std::to_string(value); };
  return text(interval.low) + ".." + text(interval.high) + " proved " + text(interval.proved);
}

}  // namespace candor::test
