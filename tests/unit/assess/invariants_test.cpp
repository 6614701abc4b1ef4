#include <doctest/doctest.h>

#include <random>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

/// Laws that hold for every inventory, tried on thousands of generated ones. A failure prints its seed.
namespace {

constexpr int tries = 3000;

struct Dice {
  std::mt19937 engine;
  explicit Dice(unsigned seed) : engine(seed) {}
  int below(int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); }
  bool one_in(int n) { return below(n) == 0; }
};

/// A standard with a control for every type and kind of condition, gates among them.
World standard() {
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

Coverage random_coverage(Dice& dice) {
  if (dice.one_in(6)) return {static_cast<Coverage::Said>(1 + dice.below(3)), 0, 0, 0};  // all, none, not all
  const auto all = 1 + dice.below(40);
  const auto has = dice.below(all + 1);
  return of(has, all, dice.below(all - has + 1));
}

Value random_value(Dice& dice, Type type) {
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

void say(World& world, Dice& dice, FactId fact, std::string part) {
  const auto date = to_iso(plus_days(world.as_of, 30 - dice.below(900)));
  world.told(fact, random_value(dice, world.catalog.facts[fact].type), std::move(part), date);
}

/// Any mixture of told wholes and parts, evidence of every kind, ages, plans and declarations.
World random_world(unsigned seed) {
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
World random_simple_world(unsigned seed) {
  Dice dice{seed};
  auto world = standard();
  for (FactId fact = 0; fact < world.catalog.facts.size(); ++fact)
    if (!dice.one_in(4)) say(world, dice, fact, {});
  return world;
}

/// Without what is dated after the assessment: that would be a new statement on a later day.
World known_today(World world) {
  std::erase_if(world.inventory.statements, [&](const Statement& statement) {
    const auto* event = std::get_if<Event>(&statement.value);
    return statement.date > world.as_of || (event != nullptr && event->date && *event->date > world.as_of);
  });
  return world;
}

std::string id_of(const World& world) {
  return world.profile
      .controls[static_cast<std::size_t>(world.inventory.statements.size() % world.profile.controls.size())]
      .id;
}

}  // namespace

TEST_CASE("there is one finding a control, in order, and the outcomes add up") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    REQUIRE(result.findings.size() == world.profile.controls.size());
    for (std::size_t i = 0; i < result.findings.size(); ++i) REQUIRE(result.findings[i].control == i);
    int sum = 0;
    for (const auto count : result.counts) sum += count;
    REQUIRE(sum == static_cast<int>(world.profile.controls.size()));
  }
}

TEST_CASE("proved is never above claimed, nor claimed above at best") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    REQUIRE(result.score.proved <= result.score.claimed);
    REQUIRE(result.score.claimed <= result.score.at_best);
    REQUIRE(result.score.at_best_sum <= result.score.weight * whole);
    for (const auto& finding : result.findings) {
      REQUIRE(0 <= finding.interval.proved);
      REQUIRE(finding.interval.proved <= finding.interval.low);
      REQUIRE(finding.interval.low <= finding.interval.high);
      REQUIRE(finding.interval.high <= whole);
    }
  }
}

TEST_CASE("the missing points are shared out in full") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    if (result.score.weight == 0) continue;
    int sum = 0;
    for (const auto& row : result.missing) sum += row.points;
    REQUIRE(sum == 100 - result.score.claimed);
    for (const auto& finding : result.findings) {
      if (finding.outcome == Outcome::NotApplicable) continue;
      std::int64_t shares = 0;
      for (const auto& share : finding.shares) shares += share.weight_millionths;
      REQUIRE(shares == std::int64_t{world.profile.controls[finding.control].weight} * (whole - finding.interval.high));
    }
  }
}

TEST_CASE("not answering never scores better than answering badly") {
  int compared = 0;
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto frank = random_simple_world(seed);
    const auto before = frank.assessed();
    for (std::size_t i = 0; i < frank.inventory.statements.size(); ++i) {
      auto silent = frank;
      silent.inventory.statements[i].value = Unknown{};
      const auto after = silent.assessed();
      REQUIRE(after.score.claimed_sum * before.score.weight <= before.score.claimed_sum * after.score.weight);
      REQUIRE(after.score.proved_sum * before.score.weight <= before.score.proved_sum * after.score.weight);
      ++compared;
    }
  }
  CHECK(compared > tries);
}

TEST_CASE("saying unknown where something bad was said wins nothing under a claim that it does not apply") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto frank = random_simple_world(seed);
    if (frank.inventory.statements.empty()) continue;
    NotApplicable none;
    none.control = {id_of(frank), {}};
    none.date = frank.as_of;
    frank.inventory.not_applicable.push_back(none);
    const auto before = frank.assessed();
    auto silent = frank;
    silent.inventory.statements.front().value = Unknown{};
    const auto after = silent.assessed();
    REQUIRE(after.score.weight == before.score.weight);
    REQUIRE(after.score.claimed <= before.score.claimed);
  }
}

TEST_CASE("a decline, an offer or an agreed action changes none of the three numbers") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto world = random_world(seed);
    const auto before = world.assessed();
    for (const auto& control : world.profile.controls) {
      Decline decline;
      decline.controls = {{control.id, {}}};
      decline.date = world.as_of;
      decline.until = plus_months(world.as_of, 12);
      decline.signed_on = world.as_of;
      world.inventory.declined.push_back(decline);
      Offer offer;
      offer.controls = decline.controls;
      offer.date = world.as_of;
      world.inventory.offered.push_back(offer);
      Agreed agreed;
      agreed.controls = decline.controls;
      agreed.date = world.as_of;
      agreed.who = "us";
      agreed.by = world.as_of;
      world.inventory.agreed.push_back(agreed);
    }
    const auto after = world.assessed();
    REQUIRE(after.score == before.score);
    REQUIRE(after.verdict == before.verdict);
    REQUIRE(after.counts == before.counts);
  }
}

TEST_CASE("a later date that brings no new statement raises neither proved nor claimed") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto world = known_today(random_world(seed));
    world.inventory.not_applicable.clear();  // a lapse brings a control back: the weight is another then
    auto last = world.assessed();
    for (const int days : {1, 30, 89, 120, 366, 2000}) {
      const auto later = assess(world.catalog, world.profile, world.inventory, plus_days(world.as_of, days));
      REQUIRE(later.score.proved_sum <= last.score.proved_sum);
      REQUIRE(later.score.claimed_sum <= last.score.claimed_sum);
      last = later;
    }
  }
}

TEST_CASE("a lapsed claim that something does not apply never raises proved or claimed") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = known_today(random_world(seed));
    const auto before = world.assessed();
    const auto later = assess(world.catalog, world.profile, world.inventory, plus_months(world.as_of, 13));
    REQUIRE(later.score.proved <= before.score.proved);
    REQUIRE(later.score.claimed <= before.score.claimed);
  }
}

TEST_CASE("whatever was said, everything unknown cannot be told and never meets") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto world = random_world(seed);
    for (auto& statement : world.inventory.statements) statement.value = Unknown{};
    const auto result = world.assessed();
    REQUIRE(result.verdict == Verdict::CannotTell);
    REQUIRE(result.score.claimed == 0);
    REQUIRE(result.score.at_best == 100);
  }
}

TEST_CASE("a missed gate is below whatever the score") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    bool missed = false;
    bool unknown_gate = false;
    for (const auto& finding : result.findings) {
      if (!world.profile.controls[finding.control].minimum) continue;
      missed = missed || finding.interval.high < whole;
      unknown_gate = unknown_gate || finding.interval.proved < whole;
    }
    REQUIRE(result.verdict == (missed ? Verdict::Below : unknown_gate ? Verdict::CannotTell : Verdict::Meets));
  }
}

TEST_CASE("every gap is in exactly one action, and actions are in their order") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    std::vector<int> served(result.findings.size(), 0);
    for (const auto& action : result.actions)
      for (const auto i : action.findings) ++served[i];
    for (std::size_t i = 0; i < served.size(); ++i) {
      const auto& finding = result.findings[i];
      const bool is_gap =
          finding.outcome != Outcome::NotApplicable && (finding.outcome != Outcome::Met || finding.gate_unknown);
      REQUIRE(served[i] == (is_gap ? 1 : 0));
    }
    const auto tier = [](const Action& action) {
      return action.gates_missed > 0 ? 0 : action.gates_unknown > 0 ? 1 : 2;
    };
    REQUIRE(std::ranges::is_sorted(result.actions, [&](const Action& a, const Action& b) {
      return std::pair{tier(a), -a.value} < std::pair{tier(b), -b.value};
    }));
  }
}
