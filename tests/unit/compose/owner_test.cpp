#include "compose/owner.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

std::string after_page_one(const Report& report) {
  const auto text = lines(report.blocks);
  return text.substr(text.find("----\n"));
}

}  // namespace

TEST_CASE(
    "after page 1 come gaps, what is in place, what does not apply, the ledger, words, points, doors and the mirror") {
  World world;
  world.inventory.statements = {seen(accounts, Coverage{Coverage::Said::Counted, 42, 42, 0}), told(restored, Event{}),
                                told(named, Text{"Dr S. Lowe"})};
  world.inventory.not_applicable = {{.control = {"software.supported", {}},
                                     .because = "no computers of their own",
                                     .by = "J. Marsh",
                                     .date = day("2026-11-12")}};
  const auto assessment = world.judged();
  CHECK(after_page_one(compose(assessment, Audience::Owner, {})) == R"(----
## Your gaps, the first to close first
Of 4 things, 2 are in place, 1 is missing and 1 does not apply.
(missing, must-have) No one has checked that your backup works.
  A copy only helps if it comes back.
  Nobody has tested if the data comes back. Dr S. Lowe told us on 9 November 2026.
  Ransomware could stop your work for weeks.
  What to do: Bring a whole system back from its copy.
  Who: You and we need to do this together.
  Time: No date yet (usually half a day).
  Cost: Not priced yet.
## What is in place
### We saw proof
- Every account has a second check (seen by J. Marsh, 12 November 2026).
### We were only told
- One person is in charge of safety (told by Dr S. Lowe, 9 November 2026).
## What does not apply
- Nothing too old to fix: no computers of their own (J. Marsh, 12 November 2026).
## What we left out or changed, and why
- 1 thing does not apply, so it is not in the score: Nothing too old to fix (with it: 43 proved, 57 with what we were told, 57 at best).
## Words explained
- Ransomware is software that locks your files until you pay criminals.
## How we count the score
Of the 4 things in the standard, 1 does not apply to you. Each thing weighs as much as the number of public rule books that ask for it. Together they weigh 6, which we show as 100 points. We saw proof for 50 of 100 points. With what we were only told it is 67. Of the 33 points not yet won, 33 need us both.
## What can go wrong, and the doors to it
- Work stops: 0 of 1 door shut.
- A thief sends your money away: 1 of 1 door shut, 1 with proof.
## How we do ourselves
We have not shown you how we do against this standard ourselves. You can ask us for it.
This report names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("the mirror shows the provider's own result, gaps and all") {
  World client;
  World own;
  own.inventory.client.name = "Northgate IT";
  own.inventory.statements = {seen(accounts, Coverage{Coverage::Said::Counted, 3, 4, 0}), told(restored, Event{}),
                              told(named, Text{})};
  const auto assessment = client.judged();
  const auto ours = own.judged();
  const auto text = lines(compose(assessment, Audience::Owner, {"Northgate IT", &ours}).blocks);
  CHECK(text.substr(text.find("## How we do ourselves")) == R"(## How we do ourselves
We hold Northgate IT to the same standard. Our last check was on 9 November 2026. Today we are below the minimum standard: all its 2 must-haves are missing or not complete. Our own gaps on the minimum: Second check at sign-in and Backup tested. We also have 1 smaller gap.
Points with proof, of 100: you 0, we 32
Points with what was told too: you 0, we 32
Must-haves in place: you 0 of 2, we 0 of 2
Must-haves with proof: you 0 of 2, we 0 of 2
### What we have not shown you of ourselves
- Nothing too old to fix: we do not know it all.
This report names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("the board reads page 1 alone, word for word, and who should see it") {
  World world;
  const auto assessment = world.judged();
  const auto owner = lines(compose(assessment, Audience::Owner, {}).blocks);
  const auto board = lines(compose(assessment, Audience::Board, {}).blocks);
  CHECK(board == owner.substr(0, owner.find("----\n")) +
                     "This page names people and weak points at Quay Dental. "
                     "Share it only with people who need it.\n");
}

TEST_CASE("when nothing is missing the section of gaps says so by its numbers") {
  World world;
  world.inventory.statements = {seen(accounts, Coverage{Coverage::Said::All}),
                                seen(restored, Event{day("2026-09-30"), true, 1, {}}), seen(named, Text{"Dr S. Lowe"}),
                                seen(unsupported, Records{})};
  const auto assessment = world.judged();
  CHECK(after_page_one(compose(assessment, Audience::Owner, {}))
            .starts_with("----\n## What we found\nOf 4 things, 4 are in place.\n## What is in place\n"));
}

TEST_CASE("a name from the client's file reaches the report as it is") {
  World world;
  world.inventory.client.name = "<b>*Quay* & {Sons}</b>";
  const auto report = compose(world.judged(), Audience::Board, {});
  CHECK(report.title == "<b>*Quay* & {Sons}</b>: security report, 21 November 2026");
}
