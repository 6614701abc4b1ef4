#pragma once

#include <string>
#include <utility>

#include "fixture.hpp"

/// A practice whose standard asks for copies of its data, each of the four facts by a control of its own.
namespace candor::fixture {

inline Duration hours(std::int64_t amount) { return {amount, Duration::Unit::Hours, false}; }
inline Duration days(std::int64_t amount) { return {amount, Duration::Unit::Days, false}; }
inline const Duration never{0, Duration::Unit::Days, true};

struct BackupWorld : World {
  FactId every = 0, last_good = 0, away = 0, person = 0;

  BackupWorld() {
    catalog.facts[restored].role = Role::CopyRestored;
    every = add("backup.every", Type::Duration, Role::CopyEvery);
    last_good = add("backup.last_good", Type::Date, Role::CopyLastGood);
    away = add("backup.away", Type::Choice, Role::CopyAway);
    person = add("owner.person", Type::Text, Role::InCharge);
    catalog.facts[away].choices = {"plugged_in_disk", "offline"};
    catalog.facts[away].say = {{"offline", "One copy stays unplugged."}};
    rule("backup.automated", "Backups that run by themselves",
         {{.test = Condition::Test::AtMost, .fact = every, .wanted = {Value{days(7)}}},
          {.test = Condition::Test::SeenWithin, .fact = last_good, .span = days(8)}});
    rule("backup.isolated", "A copy out of reach",
         {{.test = Condition::Test::OneOf, .fact = away, .wanted = {Value{Choice{1}}}}});
    rule("owner.person", "Who decides", {{.test = Condition::Test::Given, .fact = person}});
  }

  /// A copy each day, of the day before it was looked at, out of reach, brought back whole: all proved.
  void proved(std::string part, std::optional<Duration> took = hours(3)) {
    for (const bool by_owner : {true, false}) {
      const auto say = [&](FactId fact, Value value) {
        inventory.statements.push_back(by_owner ? told(fact, std::move(value), part)
                                                : seen(fact, std::move(value), part));
      };
      say(every, days(1));
      say(last_good, by_owner ? day("2026-11-08") : day("2026-11-11"));
      say(away, Choice{1});
      say(restored, Event{day("2026-09-30"), true, 1, took});
    }
  }

 private:
  FactId add(std::string address, Type type, Role role) {
    Fact fact;
    fact.address = std::move(address);
    fact.type = type;
    fact.role = role;
    catalog.facts.push_back(std::move(fact));
    return static_cast<FactId>(catalog.facts.size() - 1);
  }

  void rule(std::string id, std::string title, std::vector<Condition> floor) {
    profile.controls.push_back(control(std::move(id), std::move(title), floor.front()));
    profile.controls.back().floor = std::move(floor);
  }
};

}  // namespace candor::fixture
