#include "compose/answer.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;
using candor::wording::of_part;
using candor::wording::say;
using candor::wording::source;

TEST_CASE("a coverage is told with its numbers, and plainly where it is all or nothing") {
  const auto fact = coverage_fact();
  const auto counted = [](std::int64_t has, std::int64_t of, std::int64_t unknown) {
    return Value{Coverage{Coverage::Said::Counted, has, of, unknown}};
  };
  CHECK(say(fact, counted(38, 42, 0)) == "A second check guards 38 of 42 accounts.");
  CHECK(say(fact, counted(30, 42, 11)) == "A second check guards 30 of 42 accounts. We do not know about 11 of them.");
  CHECK(say(fact, counted(42, 42, 0)) == "Every account has a second check.");
  CHECK(say(fact, counted(0, 2, 0)) == "No account has a second check.");
  CHECK(say(fact, counted(0, 2, 2)) == "We do not know how many accounts have a second check.");
  CHECK(say(fact, Coverage{Coverage::Said::All}) == "Every account has a second check.");
  CHECK(say(fact, Coverage{Coverage::Said::None}) == "No account has a second check.");
  CHECK(say(fact, Unknown{}) == "We do not know how many accounts have a second check.");
}

TEST_CASE("an event says its day, and what nobody wrote down about it") {
  const auto fact = event_fact();
  CHECK(say(fact, Event{day("2026-09-30"), true, 1, {}}) ==
        "The last test, on 30 September 2026, brought the data back (whole system).");
  CHECK(say(fact, Event{day("2026-09-30"), true, {}, {}}) ==
        "The last test, on 30 September 2026, brought the data back (part of it).");
  CHECK(say(fact, Event{day("2026-09-30"), {}, 0, {}}) ==
        "The last test, on 30 September 2026, brought the data back (one file). Nobody wrote down whether it worked.");
  CHECK(say(fact, Event{day("2026-09-30"), false, 1, {}}) ==
        "The last test, on 30 September 2026, did not bring the data back.");
  CHECK(say(fact, Event{}) == "Nobody has tested if the data comes back.");
}

TEST_CASE("a record names what and where") {
  const Record record{{Text{"Windows 10"}, Text{"Imaging PC"}, false}, {}};
  CHECK(say(records_fact(), record) == "Windows 10 (Imaging PC) no longer gets fixes.");
  CHECK(say(records_fact(), Records{{record, record}}) ==
        "Windows 10 (Imaging PC) no longer gets fixes. Windows 10 (Imaging PC) no longer gets fixes.");
  CHECK(say(records_fact(), Records{}) == "Nothing is too old to fix.");
}

TEST_CASE("what a record says beyond its name follows it, where the catalog has a sentence for that") {
  auto fact = records_fact();
  fact.fields.push_back({"until", Type::Date, false, {}});
  fact.say.emplace("until", "It is to be gone by {until}.");
  CHECK(say(fact, Record{{Text{"Windows 10"}, Text{"Imaging PC"}, false, day("2026-09-30")}, {}}) ==
        "Windows 10 (Imaging PC) no longer gets fixes. It is to be gone by 30 September 2026.");
  CHECK(say(fact, Record{{Text{"Windows 10"}, Text{"Imaging PC"}, false, Unknown{}}, {}}) ==
        "Windows 10 (Imaging PC) no longer gets fixes.");
}

TEST_CASE("a fact without sentences still says its value") {
  Fact fact = coverage_fact();
  fact.say.clear();
  CHECK(say(fact, Coverage{Coverage::Said::Counted, 3, 4, 0}) == "Accounts with a second check: 3 of 4.");
  CHECK(say(fact, Unknown{}) == "Nobody knows: accounts with a second check.");
}

TEST_CASE("braces in a client's text are text, not blanks") {
  CHECK(say(text_fact(), Text{"{value} {nobody}"}) == "{value} {nobody} looks after this.");
  CHECK(say(text_fact(), Text{}) == "Nobody looks after this.");
}

TEST_CASE("an answer about a part begins with its name") {
  CHECK(of_part("server", "It runs.") == "Server: It runs.");
  CHECK(of_part("", "It runs.") == "It runs.");
}

TEST_CASE("a source says who, how and when") {
  const auto inventory = practice();
  auto statement = told(accounts, Coverage{Coverage::Said::All});
  CHECK(source(inventory, statement) == "Dr S. Lowe told us on 9 November 2026.");
  statement.told_by.clear();
  CHECK(source(inventory, statement) == "J. Marsh wrote this down on 9 November 2026.");
  statement.by.clear();
  CHECK(source(inventory, statement) == "Someone told us on 9 November 2026.");
  statement.origin = Origin::Provider;
  CHECK(source(inventory, statement) == "Our own records of 9 November 2026 say so.");
  statement = seen(accounts, Coverage{Coverage::Said::All});
  CHECK(source(inventory, statement) == "J. Marsh saw this on 12 November 2026.");
  statement.kind = Kind::Document;
  CHECK(source(inventory, statement) == "A document of 12 November 2026 shows this.");
  statement.kind = Kind::Export;
  CHECK(source(inventory, statement) == "A report from J. Marsh of 12 November 2026 shows this.");
  statement.kind = Kind::Test;
  CHECK(source(inventory, statement) == "J. Marsh tested this on 12 November 2026.");
}

TEST_CASE("who does not know is not said to have told us") {
  const auto inventory = practice();
  auto statement = told(accounts, Coverage{Coverage::Said::Counted, 0, 2, 2});
  CHECK(source(inventory, statement) == "Dr S. Lowe could not say on 9 November 2026.");
  statement.value = Unknown{};
  statement.told_by.clear();
  CHECK(source(inventory, statement) == "J. Marsh could not say on 9 November 2026.");
  statement.origin = Origin::Provider;
  CHECK(source(inventory, statement) == "Our own records of 9 November 2026 do not say.");
}

TEST_CASE("who says something else is quoted with what they did") {
  const auto inventory = practice();
  auto statement = seen(accounts, Coverage{Coverage::Said::None});
  CHECK(wording::otherwise(inventory, statement) == "J. Marsh saw otherwise on 12 November 2026.");
  statement.kind = Kind::Test;
  CHECK(wording::otherwise(inventory, statement) == "J. Marsh found otherwise on 12 November 2026.");
  statement.kind = Kind::Document;
  CHECK(wording::otherwise(inventory, statement) == "A document of 12 November 2026 shows otherwise.");
}
