#include "compose/ledger.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

/// An assessment whose ledger has just these entries; nothing else of it is read.
std::string ledger(const World& world, std::vector<LedgerEntry> entries) {
  Assessment assessment;
  assessment.catalog = &world.catalog;
  assessment.profile = &world.profile;
  assessment.inventory = &world.inventory;
  assessment.as_of = world.as_of;
  assessment.ledger = std::move(entries);
  return lines(compose_ledger(assessment));
}

using What = LedgerEntry::What;
using List = LedgerEntry::List;

}  // namespace

TEST_CASE("a ledger without entries says that nothing was left out") {
  CHECK(ledger({}, {}) == "## What we left out or changed, and why\nWe left nothing out and changed nothing.\n");
}

TEST_CASE("few are named, many are counted, and what bears on several controls is told once") {
  World world;
  world.inventory.statements = {told(accounts, Unknown{}, "Microsoft 365"), told(restored, Unknown{}),
                                told(named, Unknown{}), told(unsupported, Unknown{})};
  const auto replaced = [](std::size_t statement, std::size_t finding) {
    return LedgerEntry{.what = What::Overridden, .finding = finding, .statement = statement};
  };
  CHECK(ledger(world, {replaced(0, 0), replaced(0, 1)}) == R"(## What we left out or changed, and why
- 1 answer gave way to one that is as new and better proved: Accounts with a second check (Microsoft 365).
)");
  CHECK(ledger(world, {replaced(0, 0), replaced(1, 1), replaced(2, 2), replaced(3, 3)}) ==
        R"(## What we left out or changed, and why
- 4 answers gave way to others that are as new and better proved.
)");
}

TEST_CASE("every kind has its sentence, in the order of the ledger") {
  World world;
  world.inventory.statements = {told(accounts, Unknown{})};
  world.inventory.offered = {{.what = "one hour for all", .date = day("2026-08-03")}};
  world.inventory.agreed = {{.what = "replace the PC", .by = day("2026-11-13"), .date = day("2026-11-09")}};
  world.inventory.declined = {{.date = day("2026-03-02"), .offered = "a second check"}};
  Score score;
  score.proved = 40;
  score.claimed = 50;
  score.at_best = 60;
  CHECK(ledger(world,
               {{.what = What::Aged, .finding = 0, .statement = 0},
                {.what = What::Future, .statement = 0},
                {.what = What::Contradicted, .finding = 0, .statement = 0, .other = 0},
                {.what = What::Declined, .finding = 0, .list = List::Declined, .item = 0},
                {.what = What::DeclineLapsed, .finding = 0, .list = List::Declined, .item = 0},
                {.what = What::DeclineMoot, .finding = 0, .list = List::Declined, .item = 0},
                {.what = What::NotApplicable, .finding = 1, .list = List::NotApplicable, .item = 0, .as_if = score},
                {.what = What::Refused, .finding = 1, .list = List::NotApplicable, .item = 0},
                {.what = What::Lapsed, .finding = 1, .list = List::NotApplicable, .item = 0},
                {.what = What::ExtraPart, .statement = 0},
                {.what = What::NoAnswer, .finding = 0, .list = List::Offered, .item = 0},
                {.what = What::Overdue, .finding = 0, .list = List::Agreed, .item = 0}}) ==
        R"(## What we left out or changed, and why
- 1 good answer is too old to count: Accounts with a second check, 9 November 2026.
- 1 answer is from after the day of this report, so we left it out: Accounts with a second check, 9 November 2026.
- 1 answer did not agree with another, so we count the worse of the two: Accounts with a second check.
- 1 time you said no; this changes no points: A second check, 2 March 2026.
- 1 of the times you said no has run out, so please decide again: A second check, 2 March 2026.
- 1 thing you said no to is in place all the same: A second check, 2 March 2026.
- 1 thing does not apply, so it is not in the score: Backup tested (with it: 40 proved, 50 with what we were told, 60 at best).
- 1 thing was said not to apply, but it does, so we count it: Backup tested.
- 1 thing was said not to apply over a year ago, so we ask again: Backup tested.
- 1 answer is about a part that is not on your list: Accounts with a second check.
- 1 offer has no answer from you yet: One hour for all (since 3 August 2026).
- 1 agreed job is late: Replace the PC (due 13 November 2026).
)");
}

TEST_CASE("what was decided after the day of the report is named for what it is") {
  World world;
  world.inventory.statements = {told(accounts, Unknown{})};
  world.inventory.offered = {{.what = "one hour for all", .date = day("2026-12-03")}};
  world.inventory.agreed = {{.what = "replace the PC", .by = day("2026-12-13"), .date = day("2026-12-04")}};
  world.inventory.declined = {{.date = day("2026-12-05"), .by = "soft", .offered = "a second check"}};
  world.inventory.not_applicable = {{.because = "no server", .by = "lowe", .date = day("2026-12-06")}};
  const auto later = [](List list, std::string_view date) {
    return LedgerEntry{.what = What::Future, .finding = 1, .list = list, .item = 0, .date = *parse_date(date)};
  };
  const LedgerEntry answer{.what = What::Future, .statement = 0};
  CHECK(ledger(world, {answer, later(List::Offered, "2026-12-03"), later(List::Agreed, "2026-12-04"),
                       later(List::Declined, "2026-12-05")}) == R"(## What we left out or changed, and why
- 1 answer is from after the day of this report, so we left it out: Accounts with a second check, 9 November 2026. 3 offers or decisions are from after the day of this report, so we left them out: Offered: one hour for all (since 3 December 2026). Agreed: replace the PC (due 13 December 2026), 4 December 2026. Said no to: a second check, Soft Ltd, 5 December 2026.
)");
  CHECK(ledger(world, {later(List::NotApplicable, "2026-12-06")}) == R"(## What we left out or changed, and why
- 1 offer or decision is from after the day of this report, so we left it out: Said not to apply: Backup tested, 6 December 2026.
)");
}

TEST_CASE("a supplier's no is not told as the owner's") {
  World world;
  world.inventory.declined = {{.date = day("2026-03-02"), .by = "lowe", .offered = "a second check"},
                              {.date = day("2026-03-05"), .by = "soft", .offered = "a second copy"}};
  const auto no = [](What what, std::size_t item) {
    return LedgerEntry{.what = what, .finding = 0, .list = List::Declined, .item = item};
  };
  CHECK(ledger(world, {no(What::Declined, 0), no(What::Declined, 1), no(What::DeclineLapsed, 1),
                       no(What::DeclineMoot, 1)}) == R"(## What we left out or changed, and why
- 1 time you said no; this changes no points: A second check, 2 March 2026. 1 time somebody else said no; this changes no points: A second copy, Soft Ltd, 5 March 2026.
- 1 of the times others said no has run out, so it is time to ask again: A second copy, Soft Ltd, 5 March 2026.
- 1 thing others said no to is in place all the same: A second copy, Soft Ltd, 5 March 2026.
)");
}
