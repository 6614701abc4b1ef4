#include "compose/question.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;
using candor::wording::open_question;
using candor::wording::open_questions;

namespace {

OpenQuestion question(FactId fact, OpenQuestion::Because because, std::string who, const char* by) {
  return {.facts = {fact}, .because = because, .who = std::move(who), .by = day(by)};
}

}  // namespace

TEST_CASE("open questions are counted by reason, and those with one day share it") {
  World world;
  world.inventory.open = {question(accounts, OpenQuestion::Because::NoAnswer, "us", "2026-12-01"),
                          question(restored, OpenQuestion::Because::NoAnswer, "lowe", "2026-12-01"),
                          question(named, OpenQuestion::Because::NotLooked, "soft", "2026-11-13")};
  CHECK(open_questions(world.judged()) ==
        "4 of 4 things: 1 not looked at and 2 without an answer. To find out: we and Dr S. Lowe by 1 December, "
        "Soft Ltd (late) by 13 November. For 1 of them, finding out has no date yet.");
}

TEST_CASE("whoever has several questions is given the last of their days") {
  World world;
  world.inventory.open = {question(accounts, OpenQuestion::Because::NotRecorded, "us", "2026-12-01"),
                          question(restored, OpenQuestion::Because::Refused, "us", "2026-11-28")};
  world.inventory.statements = {seen(named, Text{"Dr S. Lowe"}), seen(unsupported, Records{})};
  CHECK(open_questions(world.judged()) ==
        "2 of 4 things: 1 not on record and 1 refused. To find out: we by 1 December.");
}

TEST_CASE("when all is known there is nothing to say") {
  World world;
  world.inventory.statements = {seen(accounts, Coverage{Coverage::Said::All}), told(restored, Event{}),
                                seen(named, Text{"Dr S. Lowe"}), seen(unsupported, Records{})};
  CHECK(open_questions(world.judged()).empty());
}

TEST_CASE("each reason has its sentence, whole with and without names and days") {
  World world;
  const auto assessment = world.judged();
  const auto says = [&](OpenQuestion open) { return open_question(assessment, open); };
  using Because = OpenQuestion::Because;
  CHECK(says({.because = Because::NotLooked}) == "Nobody has looked yet.");
  CHECK(says({.because = Because::NoAccess}) == "We could not get in to look.");
  CHECK(says({.because = Because::NoAnswer}) == "We have no answer yet.");
  CHECK(says({.because = Because::NoAnswer, .ask = "soft"}) == "We asked Soft Ltd and have no answer yet.");
  CHECK(says({.because = Because::NotRecorded, .who = "lowe"}) ==
        "Nobody keeps a record of this. You (Dr S. Lowe) will find out, with no date yet.");
  CHECK(says({.because = Because::Refused, .ask = "lowe", .who = "us", .by = day("2026-12-01")}) ==
        "Dr S. Lowe did not let us look. We will find out by 1 December 2026.");
  CHECK(says({.because = Because::Refused}) == "We may not look at this.");
  CHECK(says({.because = Because::NotLooked, .who = "us", .by = day("2026-11-13")}) ==
        "Nobody has looked yet. We will find out. That was due by 13 November 2026.");
}
