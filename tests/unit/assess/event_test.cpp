#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

constexpr std::uint16_t one_file = 0;
constexpr std::uint16_t whole_system = 1;

Event restore(std::string_view date, std::optional<bool> worked = true,
              std::optional<std::uint16_t> scope = whole_system) {
  return {.date = day(date), .worked = worked, .scope = scope, .took = {}};
}

struct Restores : World {
  FactId restored = fact("backup.restored", Type::Event);
  Restores() {
    catalog.facts[0].scopes = {"one_file", "whole_system"};
    catalog.facts[0].asks_worked = true;
    auto floor = within(restored, months(12));
    floor.scope = whole_system;
    gate("backup.tested", {floor}).proof = {Kind::Test, months(12)};
  }
  [[nodiscard]] Finding finding(std::string_view date = "2026-11-21") const { return assessed_on(date).findings[0]; }
};

}  // namespace

TEST_CASE("a failed restore after a good one counts as none") {
  Restores world;
  world.shown(world.restored, restore("2026-06-02"), Kind::Test, {}, "2026-06-02");
  world.told(world.restored, restore("2026-10-01", false));
  CHECK(shown(world.finding().interval) == "0..0 proved 0");
}

TEST_CASE("a good restore after a failed one counts again") {
  Restores world;
  world.shown(world.restored, restore("2026-06-02", false), Kind::Test, {}, "2026-06-02");
  world.shown(world.restored, restore("2026-10-01"), Kind::Test, {}, "2026-10-01");
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 1000000");
}

TEST_CASE("an event holds through the last day of its time and gives 0 the day after") {
  Restores world;
  world.shown(world.restored, restore("2026-02-28"), Kind::Test, {}, "2026-02-28");
  CHECK(world.finding("2027-02-28").outcome == Outcome::Met);
  CHECK(world.finding("2027-03-01").outcome == Outcome::NotMet);
}

TEST_CASE("one file brought back is no restore test, and does not undo an earlier one") {
  Restores world;
  world.told(world.restored, restore("2026-10-01", true, one_file));
  CHECK(world.finding().outcome == Outcome::NotMet);
  world.told(world.restored, restore("2026-06-02"));
  CHECK(world.finding().outcome == Outcome::Met);
}

TEST_CASE("an event that does not say how far it went or whether it worked is not known") {
  Restores world;
  world.told(world.restored, restore("2026-10-01", true, std::nullopt));
  CHECK(world.finding().outcome == Outcome::Unknown);
  world.inventory.statements[0].value = restore("2026-10-01", std::nullopt);
  CHECK(world.finding().outcome == Outcome::Unknown);
}

TEST_CASE("two tellings of one day are one event: what one leaves open the other may say") {
  Restores world;
  world.told(world.restored, restore("2026-09-30"));
  world.shown(world.restored, restore("2026-09-30", std::nullopt, std::nullopt), Kind::Test, {}, "2026-09-30");
  // The proof shows the day alone: claimed in full, proved not.
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 0");
}

TEST_CASE("a failure told by anyone about the same day counts") {
  Restores world;
  world.told(world.restored, restore("2026-09-30"));
  world.shown(world.restored, restore("2026-09-30", false), Kind::Test, {}, "2026-09-30");
  CHECK(world.finding().outcome == Outcome::NotMet);
  CHECK(world.finding().contradictions.size() == 1);
}

TEST_CASE("never is missing, and a proved event outweighs it") {
  Restores world;
  world.told(world.restored, Event{});
  CHECK(world.finding().outcome == Outcome::NotMet);
  world.shown(world.restored, restore("2026-10-01"), Kind::Test, {}, "2026-10-01");
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 1000000");
}

TEST_CASE("every backup set needs its own restore test") {
  Restores world;
  world.told(world.restored, restore("2026-10-01"), "Server");
  world.told(world.restored, Event{}, "X-ray images");
  CHECK(world.finding().outcome == Outcome::NotMet);
  world.inventory.statements[1].value = unknown;
  CHECK(world.finding().outcome == Outcome::Unknown);
}

TEST_CASE("an event dated after the assessment is ignored and listed") {
  Restores world;
  world.told(world.restored, restore("2026-12-01"), {}, "2026-11-01");
  const auto result = world.assessed();
  CHECK(result.findings[0].outcome == Outcome::Unknown);
  REQUIRE(result.ledger.size() == 1);
  CHECK(result.ledger[0].what == LedgerEntry::What::Future);
}

TEST_CASE("a part whose only news lies in the future is still one of the parts") {
  Restores world;
  world.told(world.restored, restore("2026-10-01"), "Server", "2026-11-12");
  world.told(world.restored, restore("2026-11-20"), "X-ray images", "2026-11-12");
  CHECK(world.finding("2026-11-13").outcome == Outcome::Unknown);
  CHECK(world.finding("2026-11-20").outcome == Outcome::Met);
}
