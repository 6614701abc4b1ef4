#include "compose/page_one.hpp"

#include <doctest/doctest.h>

#include "compose/words.hpp"
#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

std::string page(const World& world) { return lines(compose_page_one(world.judged())); }

Value counted(std::int64_t has, std::int64_t of, std::int64_t unknown = 0) {
  return Coverage{Coverage::Said::Counted, has, of, unknown};
}

World usual() {
  World world;
  world.inventory.statements = {told(accounts, counted(38, 42)), told(named, Text{"Dr S. Lowe"}),
                                told(restored, Event{})};
  world.inventory.offered = {{.controls = {{"backup.tested", {}}},
                              .what = "bring the server back once",
                              .who = "us",
                              .by = day("2026-12-04"),
                              .takes = "1 day",
                              .price = {.once = Money{45000}, .running = Money{9500}, .per = Price::Per::Month},
                              .date = day("2026-11-12")}};
  world.inventory.agreed = {{.controls = {{"mfa.cloud", {}}},
                             .what = "the second check for the last 4",
                             .who = "lowe",
                             .by = day("2026-11-18"),
                             .price = {.once = Money{20000}},
                             .date = day("2026-11-12")}};
  world.inventory.open = {
      {.facts = {unsupported}, .because = OpenQuestion::Because::NoAccess, .who = "us", .by = day("2026-12-01")}};
  return world;
}

}  // namespace

TEST_CASE("page 1 says the verdict first, then what to do, what is open, one decision, and the score last") {
  CHECK(page(usual()) == R"(# Quay Dental: security report, 21 November 2026
Checked on 9 November 2026 by J. Marsh, Northgate IT ("we"), against: Small standard, 1.
Today you are below the minimum standard: all its 2 must-haves are missing or not complete.
We can take you on, or keep you, only if you agree a fix for each.
## To do first
1. Bring the server back once. We, by 4 December (1 day). £450 once, then £95 a month. Risk: work stops.
1. The second check for the last 4. You (Dr S. Lowe), late, due 18 November. £200 once. Risk: a thief sends your money away.
1. Nothing too old to fix. We, by 1 December. Not priced yet.
All offers: £450 now and £1,140 a year. Agreed already: £200 now. 2 gaps to close: we 1 and together 1.
## Open questions
1 of 4 things: 1 out of reach. To find out: we by 1 December.
## Your decision
May we start on jobs 1 and 3?
Yes or no ____
Signed, dated ____
[0 proved]
[53 only told]
[14 not known]
[33 missing]
We saw proof for 0 of 100 points, and were only told 53 more.
)");
}

TEST_CASE("an inventory without answers still makes a whole page") {
  CHECK(page({}) == R"(# Quay Dental: security report, 21 November 2026
Checked on 9 November 2026 by J. Marsh, Northgate IT ("we"), against: Small standard, 1.
Today nobody can say if you meet the minimum standard: all its 2 must-haves still lack an answer.
We can take you on, or keep you, only if each answer gets a name and a date.
## To do first
1. Count the accounts with a second check. We, no date yet. Not priced yet. Risk: a thief sends your money away.
1. Ask when the copy was last brought back. You and we, no date yet. Not priced yet. Risk: work stops.
1. A person in charge. You, no date yet. Not priced yet.
## Open questions
4 of 4 things. Finding out has no date yet.
## Your decision
May we start on jobs 1, 2 and 3?
Yes or no ____
Signed, dated ____
[0 proved]
[0 only told]
[100 not known]
[0 missing]
We saw proof for 0 of 100 points.
)");
}

TEST_CASE("who meets the standard with proof is asked to keep it up") {
  World world;
  world.inventory.statements = {seen(accounts, counted(42, 42)), seen(restored, Event{day("2026-09-30"), true, 1, {}}),
                                seen(named, Text{"Dr S. Lowe"}), seen(unsupported, Records{})};
  CHECK(page(world) == R"(# Quay Dental: security report, 21 November 2026
Checked on 9 November 2026 by J. Marsh, Northgate IT ("we"), against: Small standard, 1.
Today you meet the minimum standard: all its 2 must-haves are in place, with proof.
We can take you on, or keep you, as a client.
## Your decision
Shall we keep this up, and check again within 12 months?
Yes or no ____
Signed, dated ____
[100 proved]
[0 only told]
[0 not known]
[0 missing]
We saw proof for 100 of 100 points.
)");
}

TEST_CASE("a page with too much to tell shortens its lists and keeps its actions") {
  World world = usual();
  for (int i = 0; i < 6; ++i)
    world.inventory.declined.push_back(
        {.controls = {{"mfa.cloud", {}}},
         .cause = Decline::Cause::Both,
         .date = day("2026-03-02"),
         .by = "lowe",
         .offered = "a second check for everyone who signs in to mail, booking, payroll and the bank",
         .until = day("2027-03-02")});
  const auto text = page(world);
  CHECK(wording::count_words(text) <= 220);
  CHECK(text.find("\n1. Nothing too old to fix.") != std::string::npos);
  CHECK(text.find("## You said no to\n- A second check for everyone who signs in to mail, booking, payroll and the "
                  "bank: Dr S. Lowe, "
                  "2 March 2026. The price, and risk not clear, not signed.\n- A second check for everyone who signs "
                  "in to mail, booking, payroll and the bank; 5 in all.\n") != std::string::npos);
}

TEST_CASE("what is agreed and late beside the first jobs is told, ours first") {
  World world = usual();
  world.profile.controls[2].minimum = world.profile.controls[3].minimum = true;
  world.inventory.statements.push_back(told(unsupported, Records{{{{Text{"Windows 10"}, Text{"PC"}, true}, {}}}}));
  world.inventory.statements[1] = told(named, Text{});
  world.inventory.agreed.push_back({.controls = {{"software.supported", {}}},
                                    .what = "swap the PC",
                                    .who = "us",
                                    .by = day("2026-11-13"),
                                    .date = day("2026-11-09")});
  world.profile.controls[3].effort = Effort::Large;
  CHECK(page(world).find("## Agreed, and late\n- Swap the PC. We, late, due 13 November.\n") != std::string::npos);
}

TEST_CASE("a client without provider or assessor leaves no hole in the line that says who checked") {
  World world;
  world.inventory.parties.clear();
  world.inventory.assessed_by.clear();
  CHECK(page(world).find("\nChecked on 9 November 2026 against: Small standard, 1.\n") != std::string::npos);
}

TEST_CASE("a supplier's no stands under a heading of its own") {
  World world = usual();
  world.inventory.declined = {{.controls = {{"mfa.cloud", {}}},
                               .cause = Decline::Cause::Supplier,
                               .date = day("2026-03-02"),
                               .by = "soft",
                               .offered = "a second check",
                               .until = day("2027-03-02")}};
  CHECK(page(world).find("You said no") == std::string::npos);
  CHECK(page(world).find(
            "## Others said no to\n- A second check: Soft Ltd, 2 March 2026. Not signed.\n## Open questions\n") !=
        std::string::npos);
  world.inventory.declined.push_back(world.inventory.declined[0]);
  world.inventory.declined[1].by = "lowe";
  CHECK(page(world).find("## You said no to\n- A second check: Dr S. Lowe, 2 March 2026. A supplier's rule, not "
                         "signed.\n## Others said no to\n- A second check: Soft Ltd,") != std::string::npos);
}

TEST_CASE("the first jobs do not all name the same harm where their controls name others") {
  World world = usual();
  world.profile.harms[Harm::DataPublished] = "private data is published";
  world.profile.controls[0].harms = {Harm::WorkStops, Harm::FalsePayment};
  world.profile.controls[1].harms = {Harm::WorkStops, Harm::FalsePayment};
  world.profile.controls[3].harms = {Harm::WorkStops};
  const auto risks = [&] {
    std::string text = page(world);
    std::string found;
    for (auto at = text.find("Risk: "); at != std::string::npos; at = text.find("Risk: ", at + 1))
      found += text.substr(at + 6, text.find('\n', at) - at - 5);
    return found;
  };
  // The third has nothing but what the first named.
  CHECK(risks() == "work stops.\na thief sends your money away.\nwork stops.\n");
  world.profile.controls[3].harms = {Harm::WorkStops, Harm::DataPublished};
  CHECK(risks() == "work stops.\na thief sends your money away.\nprivate data is published.\n");
  // That cover is lost follows from the others.
  world.profile.harms[Harm::CoverLost] = "cover is lost";
  world.profile.controls[3].harms = {Harm::WorkStops, Harm::CoverLost};
  CHECK(risks() == "work stops.\na thief sends your money away.\nwork stops.\n");
}

TEST_CASE("an offer for one part is still asked and priced when another part is agreed") {
  World world = usual();
  world.inventory.agreed.push_back({.controls = {{"backup.tested", {}}},
                                    .part = "Leeds",
                                    .what = "bring Leeds back",
                                    .who = "us",
                                    .by = day("2026-12-01"),
                                    .price = {.once = Money{10000}},
                                    .date = day("2026-11-13")});
  world.inventory.offered[0].part = "Harrogate";
  CHECK(page(world).find("All offers: £450 now and £1,140 a year. Agreed already: £300 now.") != std::string::npos);
  world.inventory.offered[0].part = "Leeds";
  CHECK(page(world).find("All offers:") == std::string::npos);
}
