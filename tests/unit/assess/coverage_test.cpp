#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

/// One control over one coverage, proved by what was seen or stronger.
struct Accounts : World {
  FactId accounts = fact("mfa.accounts", Type::Coverage);
  Accounts() { gate("mfa", {all_of(accounts)}); }
  [[nodiscard]] Finding finding(std::string_view date = "2026-11-21") const { return assessed_on(date).findings[0]; }
};

}  // namespace

TEST_CASE("two tenants add up: 38 of 42 and 10 of 10 are 48 of 52") {
  Accounts world;
  world.told(world.accounts, of(38, 42), "Microsoft 365");
  world.told(world.accounts, of(10, 10), "Booking");
  const auto finding = world.finding();
  CHECK(finding.checks[0].counted == of(48, 52));
  CHECK(shown(finding.interval) == "923076..923076 proved 0");  // 48/52 = 0.9230769, rounded down
  CHECK(finding.outcome == Outcome::Partly);
}

TEST_CASE("a whole claim beside an export of one part must be proved too") {
  // Told `all` for the whole; an export of one tenant shows 10 of 10. The claim stands: low 1. It is not
  // proved, and the tenant is not all there is: proved 0.
  Accounts world;
  world.told(world.accounts, everyone);
  world.shown(world.accounts, of(10, 10), Kind::Export, "Microsoft 365");
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 0");
  CHECK(world.finding().gate_unknown);

  // The same with 8 of 10: of those that stand the worst counts (8/10), and the claim is contradicted.
  world.inventory.statements.back().value = of(8, 10);
  const auto finding = world.finding();
  CHECK(shown(finding.interval) == "800000..800000 proved 0");
  REQUIRE(finding.contradictions.size() == 1);
  CHECK(finding.contradictions[0].told == 0);
  CHECK(finding.contradictions[0].stands == 1);
}

TEST_CASE("an export of one part with nothing told leaves the rest unknown") {
  Accounts world;
  world.shown(world.accounts, of(10, 10), Kind::Export, "Microsoft 365");
  const auto finding = world.finding();
  CHECK(shown(finding.interval) == "0..1000000 proved 0");
  CHECK(finding.outcome == Outcome::Unknown);
  CHECK(finding.checks[0].rest_unknown);
}

TEST_CASE("a part that nobody listed keeps its known shortfall: high falls, low stays 0") {
  Accounts world;
  world.shown(world.accounts, of(8, 10), Kind::Export, "Microsoft 365");
  CHECK(shown(world.finding().interval) == "0..800000 proved 0");
}

TEST_CASE("a fresh confession beats an old export") {
  Accounts world;
  world.shown(world.accounts, of(42, 42), Kind::Export, {}, "2026-02-01");
  world.told(world.accounts, nobody, {}, "2026-11-14");
  const auto finding = world.finding();
  CHECK(shown(finding.interval) == "0..0 proved 0");
  CHECK(finding.outcome == Outcome::NotMet);
  CHECK(finding.contradictions.empty());
}

TEST_CASE("an old bad export is not talked away by a newer claim, also a year later") {
  Accounts world;
  world.shown(world.accounts, of(21, 42), Kind::Export, {}, "2026-02-01");
  world.told(world.accounts, everyone, {}, "2026-11-14");
  CHECK(shown(world.finding().interval) == "500000..500000 proved 500000");
  CHECK(world.finding().contradictions.size() == 1);
  // A year on the export has aged: its floor is gone, its ceiling is not.
  CHECK(shown(world.finding("2027-11-14").interval) == "0..500000 proved 0");
  CHECK(world.finding("2027-11-14").outcome == Outcome::Partly);
}

TEST_CASE("a newer and stronger statement replaces an older claim on the same part") {
  Accounts world;
  world.told(world.accounts, of(20, 42), {}, "2026-10-01");
  world.shown(world.accounts, of(42, 42), Kind::Export, {}, "2026-11-01");
  const auto result = world.assessed();
  CHECK(shown(result.findings[0].interval) == "1000000..1000000 proved 1000000");
  CHECK(result.verdict == Verdict::Meets);
  REQUIRE(result.ledger.size() == 1);
  CHECK(result.ledger[0].what == LedgerEntry::What::Overridden);
}

TEST_CASE("of two statements as strong and as new both stand and the worse counts") {
  Accounts world;
  world.shown(world.accounts, of(42, 42), Kind::Export);
  world.shown(world.accounts, of(40, 42), Kind::Export);
  CHECK(world.finding().checks[0].counted == of(40, 42));
}

TEST_CASE("30 of 42 (11 unknown) is partly in place: one is known to be missing") {
  // low = 30/42 = 0.714285, high = 41/42 = 0.976190.
  Accounts world;
  world.told(world.accounts, of(30, 42, 11));
  const auto finding = world.finding();
  CHECK(shown(finding.interval) == "714285..976190 proved 0");
  CHECK(finding.outcome == Outcome::Partly);
}

TEST_CASE("what nobody counted is unknown") {
  // 8 of 10 seen where 42 people sign in: 8 of 42, 32 of them unknown. 8/42 = 0.190476, 40/42 = 0.952380.
  Accounts world;
  world.catalog.facts[0].of = {"people"};
  world.inventory.counts["people"] = 42;
  world.told(world.accounts, of(8, 10));
  CHECK(shown(world.finding().interval) == "190476..952380 proved 0");
  CHECK(world.finding().checks[0].counted == of(8, 42, 32));
}

TEST_CASE("the counts that are known do not stand for a whole of which another is not") {
  // Out of laptops and phones, of which only the 6 laptops were counted: 6 of 6 is all there is said to be.
  Accounts world;
  world.catalog.facts[0].of = {"laptops", "phones"};
  world.inventory.counts["laptops"] = 6;
  world.told(world.accounts, of(3, 4));
  CHECK(shown(world.finding().interval) == "750000..750000 proved 0");
  CHECK(world.finding().checks[0].counted == of(3, 4));
  world.inventory.statements[0].value = everyone;
  CHECK(world.finding().checks[0].counted == std::nullopt);
  world.inventory.statements[0].value = of(3, 4);
  world.inventory.counts["phones"] = 4;
  CHECK(shown(world.finding().interval) == "300000..900000 proved 0");
  CHECK(world.finding().checks[0].counted == of(3, 10, 6));
}

TEST_CASE("a total that a tool reports never replaces a larger count") {
  Accounts world;
  world.told(world.accounts, of(38, 42), {}, "2026-11-12");
  world.shown(world.accounts, of(36, 36), Kind::Export, {}, "2026-11-11");
  // The tool saw 36 of the 42: 36 of 42 with 6 unknown. Told: 38 of 42. Worst: low 36, high 38.
  CHECK(shown(world.finding().interval) == "857142..904761 proved 857142");
}

TEST_CASE("a part that is plainly unknown leaves the floor at nothing and keeps the known shortfall") {
  Accounts world;
  world.told(world.accounts, of(36, 38), "Microsoft 365");
  world.told(world.accounts, unknown, "Booking");
  // 36/38 = 0.947368
  CHECK(shown(world.finding().interval) == "0..947368 proved 0");
}

TEST_CASE(
    "a part that is plainly unknown was no better than those that are known, where it is counted how many there are") {
  Accounts world;
  world.told(world.accounts, of(1, 2), "Laptops");
  world.told(world.accounts, unknown, "Phones");
  CHECK(shown(world.finding().interval) == "0..500000 proved 0");
  world.catalog.facts[0].of = {"accounts"};
  world.inventory.counts["accounts"] = 8;
  // The phones are at most the 6 that are left: (1 + 6) of 8 may be good.
  CHECK(shown(world.finding().interval) == "0..875000 proved 0");
}

TEST_CASE("the shown parts' share of the whole is proved") {
  Accounts world;
  world.told(world.accounts, of(40, 40), "Microsoft 365");
  world.told(world.accounts, of(10, 10), "Booking");
  world.shown(world.accounts, of(40, 40), Kind::Export, "Microsoft 365");
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 800000");  // 40/50
}

TEST_CASE("evidence about a part that the inventory does not list takes off what it lacks and is in the ledger") {
  Accounts world;
  world.told(world.accounts, of(40, 40), "Microsoft 365");
  world.shown(world.accounts, of(0, 10), Kind::Export, "Forgotten tenant");
  const auto result = world.assessed();
  CHECK(result.findings[0].checks[0].counted == of(30, 40));  // nobody can say that they are not among the 40
  CHECK(std::ranges::count(result.ledger, LedgerEntry::What::ExtraPart, &LedgerEntry::what) == 1);
}

TEST_CASE("counts as large as numbers go do not overflow") {
  Accounts world;
  const auto most = std::int64_t{1} << 62;
  world.told(world.accounts, of(most / 2, most));
  CHECK(shown(world.finding().interval) == "500000..500000 proved 0");
}

TEST_CASE("a listed part that is told later is not known until then") {
  Accounts world;
  world.told(world.accounts, of(40, 40), "Microsoft 365");
  world.told(world.accounts, of(10, 10), "Booking", "2026-11-30");
  CHECK(shown(world.finding().interval) == "0..1000000 proved 0");
  CHECK(world.finding("2026-11-30").outcome == Outcome::Met);
}

TEST_CASE("twenty thousand parts and proofs are judged in the time it takes to read them") {
  // Each step must stay near linear: were one quadratic, this would take minutes.
  Accounts world;
  for (int i = 0; i < 20'000; ++i) {
    world.told(world.accounts, of(1, 1), "part " + std::to_string(i));
    world.shown(world.accounts, of(1, 1), Kind::Export, "part 7", to_iso(plus_days(day("2026-11-14"), -(i % 300))));
  }
  CHECK(world.finding().checks[0].counted == of(20'000, 20'000));
}
