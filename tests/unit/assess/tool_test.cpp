#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

/// What a tool saw beside what people said: it outranks them, but only where it looked and only in what it saw.
namespace {

const Value not_all = Coverage{Coverage::Said::NotAll, 0, 0, 0};

/// One gate of weight 9 over one coverage, proved by what was seen or stronger.
struct Accounts : World {
  FactId accounts = fact("mfa.accounts", Type::Coverage);
  Accounts() { gate("mfa", {all_of(accounts)}, 9); }
  [[nodiscard]] Finding finding(std::string_view date = "2026-11-21") const { return assessed_on(date).findings[0]; }
};

}  // namespace

TEST_CASE("told all, and an export of the whole shows 1 of 9: a ninth is claimed and proved, and the gate is missed") {
  Accounts world;
  world.told(world.accounts, everyone, {}, "2026-11-01");
  CHECK(world.assessed().score.claimed == 100);
  world.shown(world.accounts, of(1, 9), Kind::Export, {}, "2026-11-12");
  const auto assessment = world.assessed();
  const auto& finding = assessment.findings[0];
  CHECK(shown(finding.interval) == "111111..111111 proved 111111");
  CHECK(finding.outcome == Outcome::Partly);
  CHECK(finding.gate_missed);
  CHECK(assessment.verdict == Verdict::Below);
  CHECK(assessment.score.claimed == 11);
  CHECK(assessment.score.proved == 11);
  REQUIRE(finding.contradictions.size() == 1);
  CHECK(finding.contradictions[0].told == 0);
  CHECK(finding.contradictions[0].stands == 1);
}

TEST_CASE("a newer claim does not talk an old bad export away") {
  Accounts world;
  world.shown(world.accounts, of(1, 9), Kind::Export, {}, "2026-01-12");
  world.told(world.accounts, of(9, 9), {}, "2026-11-20");
  CHECK(shown(world.finding().interval) == "111111..111111 proved 111111");
  CHECK(world.finding().contradictions.size() == 1);
  // Age takes the word proved away, and what is bad stays bad.
  CHECK(shown(world.finding("2027-06-01").interval) == "0..111111 proved 0");
}

TEST_CASE("a tool that looked at one of 41 computers says nothing of the other 40") {
  Accounts world;
  world.told(world.accounts, of(41, 41));
  world.shown(world.accounts, of(0, 1), Kind::Export, "PC-07");
  CHECK(shown(world.finding().interval) == "975609..975609 proved 0");  // 40/41
  CHECK(world.finding().checks[0].counted == of(40, 41));

  // The same computer could not be looked at: that is no better than being without.
  world.inventory.statements.back().value = of(0, 1, 1);
  CHECK(shown(world.finding().interval) == "975609..1000000 proved 0");
}

TEST_CASE("what a whole lacks and what its parts lack may be the same heads") {
  Accounts world;
  world.told(world.accounts, of(38, 42));
  world.shown(world.accounts, of(0, 3), Kind::Export, "Booking");
  CHECK(shown(world.finding().interval) == "904761..904761 proved 0");  // 38/42: the 3 are among the 4

  // Parts that count more heads than the whole: the whole looked at fewer than there are.
  world.shown(world.accounts, of(50, 50), Kind::Export, "Mail");
  CHECK(shown(world.finding().interval) == "716981..924528 proved 0");  // 38/53 to 49/53
}

TEST_CASE("what a tool could not tell replaces nothing that was told") {
  Accounts world;
  world.told(world.accounts, of(38, 42), {}, "2026-11-01");
  world.shown(world.accounts, of(0, 42, 38), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding().interval) == "904761..904761 proved 0");
  CHECK(world.finding().contradictions.empty());

  // Only 30 can have it, whatever was told.
  world.inventory.statements.back().value = of(0, 42, 30);
  CHECK(shown(world.finding().interval) == "714285..714285 proved 0");
  CHECK(world.finding().contradictions.size() == 1);

  // Of the 30 the tool saw 10: they are proved, the rest stays a claim.
  world.inventory.statements.back().value = of(10, 42, 20);
  CHECK(shown(world.finding().interval) == "714285..714285 proved 238095");
}

TEST_CASE("a look that could tell nothing takes no older proof away") {
  Accounts world;
  world.shown(world.accounts, of(1, 1), Kind::Export, {}, "2026-11-01");
  world.shown(world.accounts, of(0, 1, 1), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 1000000");
  CHECK(shown(world.finding("2027-11-05").interval) == "0..1000000 proved 0");  // the older one has aged
}

TEST_CASE("an older list that shows nothing takes no newer claim away") {
  Accounts world;
  world.shown(world.accounts, of(0, 18, 18), Kind::Export, {}, "2026-03-13");
  world.told(world.accounts, of(18, 18), {}, "2026-11-14");
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 0");
  world.inventory.statements[0].value = of(0, 18, 10);  // and what it shows to be without stays without
  CHECK(shown(world.finding().interval) == "555555..555555 proved 0");
}

TEST_CASE("a list that shows nothing makes no known gap unknown") {
  Accounts world;
  world.told(world.accounts, of(1, 3), {}, "2026-11-01");
  world.shown(world.accounts, of(0, 3, 3), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding().interval) == "333333..333333 proved 0");
}

TEST_CASE("a list of fewer accounts than were told, which shows nothing of them, does not make them fewer") {
  Accounts world;
  world.told(world.accounts, of(18, 18), {}, "2026-11-01");
  world.shown(world.accounts, of(0, 3, 2), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding().interval) == "944444..944444 proved 0");  // 17 of 18: one of the three is without
}

TEST_CASE("of looks that all show nothing none replaced another") {
  Accounts world;
  world.shown(world.accounts, unknown, Kind::Export, {}, "2026-11-01");
  world.shown(world.accounts, unknown, Kind::Export, {}, "2026-11-12");
  CHECK(world.assessed().ledger.empty());
}

TEST_CASE("an export of fewer than were told leaves the others as they were told") {
  Accounts world;
  world.told(world.accounts, of(6, 9), {}, "2026-11-01");
  world.shown(world.accounts, of(3, 3), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding().interval) == "666666..666666 proved 333333");
  CHECK(world.finding().better.empty());
  CHECK(world.finding().contradictions.empty());
}

TEST_CASE("a newer export of three does not hide the thirty-two that an older one showed to be without") {
  Accounts world;
  world.catalog.facts[world.accounts].of = {"accounts"};
  world.inventory.counts["accounts"] = 42;
  world.shown(world.accounts, of(10, 42), Kind::Export, {}, "2026-11-01");
  world.shown(world.accounts, of(3, 3), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding().interval) == "238095..238095 proved 238095");
}

TEST_CASE("what a tool calls otherwise than the inventory's list adds no heads to it") {
  Accounts world;
  world.told(world.accounts, of(4, 42), "Microsoft 365");
  world.shown(world.accounts, of(42, 42), Kind::Export, "acme.example");
  CHECK(shown(world.finding().interval) == "95238..95238 proved 0");
  world.inventory.statements.back().value = of(1, 42);  // and what it lacks is taken off
  CHECK(shown(world.finding().interval) == "23809..23809 proved 0");
}

TEST_CASE("counts of different sizes contradict each other only where they cannot both be true") {
  Accounts world;
  world.told(world.accounts, of(38, 42), {}, "2026-11-01");
  auto& part = world.shown(world.accounts, of(0, 4), Kind::Export, "Booking", "2026-11-12");
  CHECK(world.finding().contradictions.empty());
  part.value = of(0, 5);
  CHECK(world.finding().contradictions.size() == 1);
}

TEST_CASE("a part of which nothing is known turned no points wrong") {
  Accounts world;
  world.told(world.accounts, of(42, 42), {}, "2026-11-01");
  world.shown(world.accounts, of(40, 42), Kind::Export, {}, "2026-11-12");
  world.shown(world.accounts, unknown, Kind::Export, "Booking", "2026-11-12");
  CHECK(world.assessed().contradicted.sum == 9 * 47620);  // 2 of 42, and not all that is not known
}

TEST_CASE("an old look that could tell nothing proved nothing that is now too old") {
  Accounts world;
  world.shown(world.accounts, of(0, 42), Kind::Export, {}, "2025-01-12");
  CHECK(world.assessed().stale_proofs.empty());
  world.inventory.statements.back().value = of(1, 42);
  REQUIRE(world.assessed().stale_proofs.size() == 1);
  CHECK(world.assessed().stale_proofs[0].until == day("2026-01-12"));
}

TEST_CASE("an import that shows nothing does not refuse what does not apply") {
  World world;
  const auto trained = world.fact("training.trained", Type::Coverage);
  world.gate("gate", {all_of(world.fact("mfa.accounts", Type::Coverage))});
  world.control("training", {all_of(trained)});
  world.inventory.not_applicable.push_back({{"training", {}}, "nobody signs in", "D. Keane", day("2026-11-14"), {}});
  world.shown(trained, unknown, Kind::Export);
  CHECK(world.assessed().findings[1].outcome == Outcome::NotApplicable);
}

TEST_CASE("a claim that fills what a tool left open ages like every claim") {
  Accounts world;
  world.told(world.accounts, of(38, 42), {}, "2026-01-10");
  world.shown(world.accounts, of(10, 42, 30), Kind::Export, {}, "2026-11-12");
  CHECK(shown(world.finding("2026-12-01").interval) == "904761..904761 proved 238095");
  CHECK(shown(world.finding("2027-02-01").interval) == "238095..904761 proved 238095");
}

TEST_CASE("not all is a known shortfall, though nobody counted how much") {
  Accounts world;
  world.shown(world.accounts, not_all, Kind::Export);
  CHECK(shown(world.finding().interval) == "0..999999 proved 0");
  CHECK(world.finding().gate_missed);

  // Beside a count that was told, at least one of them is without.
  world.told(world.accounts, of(42, 42), {}, "2026-11-01");
  CHECK(shown(world.finding().interval) == "0..976190 proved 0");  // 41/42 at most; the claim was shown to be wrong
  CHECK(world.finding().contradictions.size() == 1);
}

TEST_CASE("all that a tool saw is of as many as were told") {
  Accounts world;
  world.told(world.accounts, of(30, 42), "Microsoft 365", "2026-11-01");
  world.told(world.accounts, of(3, 3), "Booking", "2026-11-01");
  world.shown(world.accounts, everyone, Kind::Export, "Microsoft 365", "2026-11-12");
  const auto finding = world.finding();
  CHECK(shown(finding.interval) == "1000000..1000000 proved 933333");  // 42 of 45 are proved
  REQUIRE(finding.better.size() == 1);
  CHECK(finding.better[0].told == 0);
  CHECK(finding.better[0].stands == 2);
}

TEST_CASE("evidence better than the claim is noted, and worse is no better") {
  Accounts world;
  world.told(world.accounts, of(30, 42), {}, "2026-11-01");
  world.shown(world.accounts, of(38, 42), Kind::Export, {}, "2026-11-12");
  CHECK(world.finding().better.size() == 1);
  CHECK(world.finding().contradictions.empty());
  world.inventory.statements.back().value = of(29, 42);
  CHECK(world.finding().better.empty());
  world.inventory.statements.back().value = of(30, 42);
  CHECK(world.finding().better.empty());
}

TEST_CASE("a total that a tool reports never replaces a larger count of the business") {
  Accounts world;
  world.catalog.facts[world.accounts].of = {"accounts"};
  world.inventory.counts["accounts"] = 50;
  world.shown(world.accounts, of(42, 42), Kind::Export);
  CHECK(shown(world.finding().interval) == "840000..1000000 proved 840000");
}

TEST_CASE("never is no day of a good copy") {
  World world;
  const auto last_good = world.fact("backup.last_good", Type::Date);
  world.gate("backup", {within(last_good, months(1))});
  world.told(last_good, day("2026-11-10"), {}, "2026-11-12");
  CHECK(shown(world.assessed().findings[0].interval) == "1000000..1000000 proved 0");
  world.shown(last_good, Event{}, Kind::Export, {}, "2026-11-14");
  CHECK(shown(world.assessed().findings[0].interval) == "0..0 proved 0");
  CHECK(world.assessed().findings[0].contradictions.size() == 1);
}
