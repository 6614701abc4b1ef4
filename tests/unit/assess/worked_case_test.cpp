#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

TEST_CASE("the worked case: ten controls of equal weight give proved 44, claimed 56, at best 78") {
  // 4 met with proof, 1 claimed, 1 failing, 1 declined and missing, 2 unknown, 1 not applicable.
  // W = 9 (the tenth leaves it). proved = 4/9 = 44.4, claimed = 5/9 = 55.6, at best = (5 + 2)/9 = 77.8.
  World world;
  std::vector<FactId> facts;
  for (int i = 0; i < 10; ++i) {
    const auto number = std::to_string(i);
    facts.push_back(world.fact("area.fact" + number, Type::YesNo));
    world.control("control" + number, {is_yes(facts.back())});
  }
  for (std::size_t i = 0; i < 4; ++i) world.shown(facts[i], yes, Kind::Seen);
  world.told(facts[4], yes);
  world.told(facts[5], no);
  world.told(facts[6], no);
  Decline decline;
  decline.controls = {{"control6", {}}};
  decline.date = day("2026-03-02");
  decline.until = day("2027-03-02");
  world.inventory.declined.push_back(decline);
  world.told(facts[7], unknown);  // and nobody said anything at all about the ninth
  NotApplicable none;
  none.control = {"control9", {}};
  none.date = day("2026-11-14");
  world.inventory.not_applicable.push_back(none);

  const auto result = world.assessed();
  CHECK(result.score.weight == 9);
  CHECK(result.score.proved == 44);
  CHECK(result.score.claimed == 56);
  CHECK(result.score.at_best == 78);
  CHECK(result.counts == std::array{5, 0, 2, 2, 1});
  CHECK(result.findings[6].outcome == Outcome::NotMet);
  // Missing 44 = 22 known (the provider's by default) and 22 not known.
  REQUIRE(result.missing.size() == 2);
  CHECK(result.missing[0].points == 22);
  CHECK(result.missing[1].points == 22);
  // As if the tenth applied and were missing: 4/10, 5/10, 7/10.
  const auto counted_out = std::ranges::find(result.ledger, LedgerEntry::What::NotApplicable, &LedgerEntry::what);
  REQUIRE(counted_out != result.ledger.end());
  CHECK(counted_out->as_if->proved == 40);
  CHECK(counted_out->as_if->claimed == 50);
  CHECK(counted_out->as_if->at_best == 70);
}

TEST_CASE("an empty inventory gives 0 to 100 and cannot tell") {
  World world;
  world.gate("gate", {is_yes(world.fact("area.fact", Type::YesNo))}, 7);
  const auto result = world.assessed();
  CHECK(result.score.proved == 0);
  CHECK(result.score.claimed == 0);
  CHECK(result.score.at_best == 100);
  CHECK(result.verdict == Verdict::CannotTell);
  CHECK(result.findings[0].outcome == Outcome::Unknown);
}

TEST_CASE("99.9 of 100 is shown as 99, never as 100") {
  // 999 of 1000 = 99.9: half up would say 100 and hide the gap.
  World world;
  const auto fact = world.fact("area.fact", Type::Coverage);
  world.control("control", {all_of(fact)});
  world.told(fact, of(999, 1000));
  CHECK(world.assessed().score.claimed == 99);
}

TEST_CASE("half a point rounds up") {
  // 1 of 200 = 0.5 points.
  World world;
  const auto fact = world.fact("area.fact", Type::Coverage);
  world.control("control", {all_of(fact)});
  world.told(fact, of(1, 200));
  CHECK(world.assessed().score.claimed == 1);
}

TEST_CASE("where nothing applies there is no score") {
  World world;
  world.control("control", {is_yes(world.fact("area.fact", Type::YesNo))});
  NotApplicable none;
  none.control = {"control", {}};
  none.date = world.as_of;
  world.inventory.not_applicable.push_back(none);
  const auto result = world.assessed();
  CHECK(result.score.weight == 0);
  CHECK(result.missing.empty());
  CHECK(result.verdict == Verdict::CannotTell);
}
