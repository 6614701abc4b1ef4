#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

constexpr auto days = Duration::Unit::Days;

/// The outcome of one condition on one value told a week ago.
Outcome told_is(Type type, Condition test, Value value) {
  World world;
  test.fact = world.fact("area.fact", type);
  world.control("control", {test});
  world.told(test.fact, std::move(value));
  return world.assessed().findings[0].outcome;
}

Outcome at_least(Value floor, Value value, Type type) {
  return told_is(type, condition(Condition::Test::AtLeast, 0, {std::move(floor)}), std::move(value));
}
Outcome at_most(Value most, Value value, Type type) {
  return told_is(type, condition(Condition::Test::AtMost, 0, {std::move(most)}), std::move(value));
}
Value number(std::int64_t value) { return value; }
Value lasts(std::int64_t amount, Duration::Unit unit) { return Duration{amount, unit, false}; }
const Value never = Duration{0, days, true};

}  // namespace

TEST_CASE("at least and at most include their own bound") {
  CHECK(at_least(number(12), number(12), Type::Number) == Outcome::Met);
  CHECK(at_least(number(12), number(11), Type::Number) == Outcome::NotMet);
  CHECK(at_most(number(0), number(0), Type::Number) == Outcome::Met);
  CHECK(at_most(number(0), number(1), Type::Number) == Outcome::NotMet);
  CHECK(at_least(Choice{1}, Choice{1}, Type::Choice) == Outcome::Met);
  CHECK(at_least(Choice{1}, Choice{0}, Type::Choice) == Outcome::NotMet);
  CHECK(at_most(Choice{1}, Choice{1}, Type::Choice) == Outcome::Met);
  CHECK(at_most(Choice{1}, Choice{2}, Type::Choice) == Outcome::NotMet);
  CHECK(at_least(lasts(6, Duration::Unit::Months), lasts(180, days), Type::Duration) == Outcome::Met);
  CHECK(at_least(lasts(6, Duration::Unit::Months), lasts(179, days), Type::Duration) == Outcome::NotMet);
  CHECK(at_most(lasts(1, Duration::Unit::Weeks), lasts(7, days), Type::Duration) == Outcome::Met);
  CHECK(at_most(lasts(1, Duration::Unit::Weeks), lasts(8, days), Type::Duration) == Outcome::NotMet);
}

TEST_CASE("records that are never kept are not kept for six months") {
  CHECK(at_least(lasts(6, Duration::Unit::Months), never, Type::Duration) == Outcome::NotMet);
  CHECK(at_most(lasts(1, Duration::Unit::Weeks), never, Type::Duration) == Outcome::NotMet);
}

TEST_CASE("is and one of take the values they name") {
  const auto one_of = condition(Condition::Test::OneOf, 0, {Value{Choice{1}}, Value{Choice{3}}});
  CHECK(told_is(Type::Choice, one_of, Choice{3}) == Outcome::Met);
  CHECK(told_is(Type::Choice, one_of, Choice{2}) == Outcome::NotMet);
  const auto is = condition(Condition::Test::Is, 0, {yes});
  CHECK(told_is(Type::YesNo, is, no) == Outcome::NotMet);
  CHECK(told_is(Type::YesNo, is, unknown) == Outcome::Unknown);
}

TEST_CASE("a name is given when it is not empty") {
  const auto given = condition(Condition::Test::Given, 0);
  CHECK(told_is(Type::Text, given, Text{"R. Holt"}) == Outcome::Met);
  CHECK(told_is(Type::Text, given, Text{}) == Outcome::NotMet);
}

TEST_CASE("a day seen is held against the day somebody looked, not against today") {
  // Told on 2026-11-14: the last good copy may be 8 days older, however late the assessment is.
  auto seen = condition(Condition::Test::SeenWithin, 0);
  seen.span = {8, days, false};
  CHECK(told_is(Type::Date, seen, day("2026-11-06")) == Outcome::Met);
  CHECK(told_is(Type::Date, seen, day("2026-11-05")) == Outcome::NotMet);
  CHECK(told_is(Type::Date, seen, day("2026-11-15")) == Outcome::NotMet);
}

TEST_CASE("of any group the best counts and of an all group the worst") {
  World world;
  const auto length = world.fact("a.length", Type::Number);
  const auto blocked = world.fact("b.blocked", Type::YesNo);
  const auto at_least_of = [&](std::int64_t most) {
    return condition(Condition::Test::AtLeast, length, {number(most)});
  };
  world.control("password", {group(Condition::Test::Any,
                                   {at_least_of(12), group(Condition::Test::All, {at_least_of(8), is_yes(blocked)})})});
  world.told(length, number(8));
  CHECK(world.assessed().findings[0].outcome == Outcome::Unknown);
  world.told(blocked, no);
  CHECK(world.assessed().findings[0].outcome == Outcome::NotMet);
  world.inventory.statements[1].value = yes;
  CHECK(world.assessed().findings[0].outcome == Outcome::Met);
  world.inventory.statements[0].value = number(12);
  world.inventory.statements[1].value = no;
  CHECK(world.assessed().findings[0].outcome == Outcome::Met);
}
