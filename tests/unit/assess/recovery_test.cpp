#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

constexpr std::uint16_t one_file = 0;
constexpr std::uint16_t whole_system = 1;
const Value plugged_in = Choice{0};
const Value offline = Choice{1};

Duration days(std::int64_t amount) { return {amount, Duration::Unit::Days, false}; }
Duration hours(std::int64_t amount) { return {amount, Duration::Unit::Hours, false}; }
const Duration never{0, Duration::Unit::Days, true};

Event restore(std::string_view date, std::optional<bool> worked = true, std::uint16_t scope = whole_system,
              std::optional<Duration> took = hours(3)) {
  return {.date = day(date), .worked = worked, .scope = scope, .took = took};
}

/// The four facts about copies, each asked for by a control of its own, as the built-in standard does.
struct Copies : World {
  FactId every = with_role("backup.every", Type::Duration, Role::CopyEvery);
  FactId last_good = with_role("backup.last_good", Type::Date, Role::CopyLastGood);
  FactId away = with_role("backup.away", Type::Choice, Role::CopyAway);
  FactId restored = with_role("backup.restored", Type::Event, Role::CopyRestored);

  Copies() {
    catalog.facts[away].choices = {"plugged_in_disk", "offline"};
    catalog.facts[restored].scopes = {"one_file", "whole_system"};
    catalog.facts[restored].asks_worked = true;
    auto seen = condition(Condition::Test::SeenWithin, last_good);
    seen.span = days(8);
    auto tested = within(restored, months(12));
    tested.scope = whole_system;
    gate("backup.automated", {condition(Condition::Test::AtMost, every, {Value{days(7)}}), seen}).proof = {Kind::Seen,
                                                                                                           months(3)};
    gate("backup.isolated", {condition(Condition::Test::OneOf, away, {offline})}).proof = {Kind::Seen, months(12)};
    gate("backup.tested", {tested}).proof = {Kind::Test, months(12)};
  }

  FactId with_role(std::string address, Type type, Role role) {
    const auto id = fact(std::move(address), type);
    catalog.facts[id].role = role;
    return id;
  }

  /// All four proved: a copy each day, of yesterday, out of reach, brought back whole.
  void proved(std::string part, Event event = restore("2026-09-12")) {
    shown(every, days(1), Kind::Seen, part);
    shown(last_good, day("2026-11-13"), Kind::Seen, part);
    shown(away, offline, Kind::Seen, part);
    shown(restored, event, Kind::Test, part, to_iso(*event.date));
  }

  [[nodiscard]] Recovery recovery() const { return assessed().recovery.value(); }
};

/// One part in words: `Server: loses 1 day, away, whole restore of 2026-09-12`.
std::string line(const Copies& world, const Recovery::Part& part) {
  std::string text = part.part + ":";
  if (part.has_no_copy) text += " no copy,";
  text += part.loss ? " loses " + to_text(*part.loss) + "," : " loss not shown,";
  text += part.away ? " away," : " not away,";
  if (!part.restore) return text + " no restore";
  const auto& event = std::get<Event>(world.inventory.statements[*part.restore].value);
  return text + (part.is_whole ? " whole" : " smaller") + " restore of " + to_iso(*event.date);
}

std::string lines(const Copies& world) {
  const auto recovery = world.recovery();
  std::string text;
  for (const auto& part : recovery.parts) text += line(world, part) + (part.is_promised() ? " (promised)\n" : "\n");
  return recovery.rest_unknown ? text + "and more\n" : text;
}

}  // namespace

TEST_CASE("a standard that asks for no restore promises none") {
  World world;
  world.gate("mfa.cloud", {is_yes(world.fact("mfa.cloud", Type::YesNo))});
  CHECK_FALSE(world.assessed().recovery);
}

TEST_CASE("where nobody said anything there is nothing to promise") {
  const Copies world;
  CHECK(lines(world) == "");
  CHECK(world.recovery().findings == std::vector<std::size_t>{0, 1, 2});
  CHECK_FALSE(world.recovery().is_all_promised());
  CHECK_FALSE(world.recovery().took);
}

TEST_CASE("a part is promised when all four facts are proved, and the times of tests are added up") {
  Copies world;
  world.proved("");
  CHECK(lines(world) == ": loses 1 day, away, whole restore of 2026-09-12 (promised)\n");
  CHECK(world.recovery().is_all_promised());
  CHECK(world.recovery().took == Duration{180, Duration::Unit::Minutes, false});
}

TEST_CASE("what was only told is promised to nobody") {
  Copies world;
  world.told(world.every, days(1), "Server");
  world.told(world.last_good, day("2026-11-13"), "Server");
  world.told(world.away, offline, "Server");
  world.told(world.restored, restore("2026-09-12"), "Server");
  CHECK(lines(world) == "Server: loss not shown, not away, no restore\n");
  CHECK(world.recovery().promised == 0);
}

TEST_CASE("each of the four facts is needed") {
  Copies no_rhythm;
  no_rhythm.proved("");
  std::erase_if(no_rhythm.inventory.statements, [&](const auto& s) { return s.fact == no_rhythm.every; });
  CHECK(lines(no_rhythm) == ": loss not shown, away, whole restore of 2026-09-12\n");
  Copies no_day;
  no_day.proved("");
  std::erase_if(no_day.inventory.statements, [&](const auto& s) { return s.fact == no_day.last_good; });
  CHECK(lines(no_day) == ": loss not shown, away, whole restore of 2026-09-12\n");
  Copies plugged;
  plugged.proved("");
  plugged.shown(plugged.away, plugged_in, Kind::Seen);
  CHECK(lines(plugged) == ": loses 1 day, not away, whole restore of 2026-09-12\n");
  Copies untested;
  untested.proved("");
  std::erase_if(untested.inventory.statements, [&](const auto& s) { return s.fact == untested.restored; });
  CHECK(lines(untested) == ": loses 1 day, away, no restore\n");
}

TEST_CASE("the loss is the longer of the rhythm and the age of the last good copy when it was looked at") {
  Copies late;
  late.proved("");
  late.inventory.statements[1].value = day("2026-11-08");  // seen on the 14th, six days later
  CHECK(late.recovery().parts[0].loss == days(6));
  Copies slow;
  slow.proved("");
  slow.told(slow.every, Duration{1, Duration::Unit::Weeks, false}, {}, "2026-11-20");
  CHECK(slow.recovery().parts[0].loss == Duration{1, Duration::Unit::Weeks, false});
}

TEST_CASE("a copy that never runs is no copy, whoever said so") {
  Copies world;
  world.proved("Server");
  world.told(world.every, never, "Images");
  CHECK(lines(world) ==
        "Server: loses 1 day, away, whole restore of 2026-09-12 (promised)\n"
        "Images: no copy, loss not shown, not away, no restore\nand more\n");
  CHECK(world.recovery().promised == 1);
}

TEST_CASE("a smaller restore is told and promises nothing, and the latest whole one beats a later smaller one") {
  Copies world;
  world.proved("", restore("2026-06-02", true, one_file));
  CHECK(lines(world) == ": loses 1 day, away, smaller restore of 2026-06-02\n");
  world.shown(world.restored, restore("2026-03-01"), Kind::Test, {}, "2026-03-01");
  world.shown(world.restored, restore("2026-04-01"), Kind::Test, {}, "2026-04-01");
  CHECK(lines(world) == ": loses 1 day, away, whole restore of 2026-04-01 (promised)\n");
}

TEST_CASE("a restore that failed since takes the promise away, and so does age") {
  Copies failed;
  failed.proved("");
  failed.told(failed.restored, restore("2026-10-01", false));
  CHECK(lines(failed) == ": loses 1 day, away, no restore\n");
  Copies aged;
  aged.proved("", restore("2025-11-20"));
  CHECK(lines(aged) == ": loses 1 day, away, no restore\n");
  Copies last_day;
  last_day.proved("", restore("2025-11-21"));
  CHECK(last_day.recovery().is_all_promised());
}

TEST_CASE("a restore that was not timed leaves the time of all of them unknown") {
  Copies world;
  world.proved("Server");
  world.proved("Mail", restore("2026-09-19", true, whole_system, std::nullopt));
  CHECK(world.recovery().promised == 2);
  CHECK_FALSE(world.recovery().took);
}

TEST_CASE("evidence for a part that nobody listed leaves a rest, and so does a whole that stands unproved") {
  Copies unlisted;
  unlisted.proved("Server");
  CHECK(lines(unlisted).ends_with("(promised)\nand more\n"));
  CHECK_FALSE(unlisted.recovery().is_all_promised());
  Copies listed;
  listed.told(listed.every, days(1), "Server");
  listed.told(listed.last_good, day("2026-11-13"), "Server");
  listed.told(listed.away, offline, "Server");
  listed.told(listed.restored, restore("2026-09-12"), "Server");
  listed.proved("Server");
  CHECK(listed.recovery().is_all_promised());
  Copies beside;
  beside.proved("Server");
  beside.told(beside.restored, Event{});
  CHECK(beside.recovery().rest_unknown);
}

TEST_CASE("what is said of the whole counts for a part that nobody spoke of alone") {
  Copies world;
  world.proved("");
  world.told(world.restored, restore("2026-09-12"), "Server");
  CHECK(lines(world).starts_with("Server: loses 1 day, away, no restore"));
}
