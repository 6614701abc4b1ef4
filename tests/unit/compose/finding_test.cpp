#include "compose/finding.hpp"

#include <doctest/doctest.h>

#include "compose/words.hpp"
#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

Value counted(std::int64_t has, std::int64_t of, std::int64_t unknown = 0) {
  return Coverage{Coverage::Said::Counted, has, of, unknown};
}

std::string card(const World& world, std::size_t control) {
  const auto assessment = world.judged();
  return lines(Block{compose_finding(assessment, assessment.findings[control])});
}

}  // namespace

TEST_CASE("a gap with an offer says what, who, when and for how much") {
  World world;
  world.inventory.statements = {told(accounts, counted(38, 42))};
  world.inventory.offered = {{.controls = {{"mfa.cloud", {}}},
                              .what = "second check for the last 4 people",
                              .who = "us",
                              .by = day("2026-11-28"),
                              .takes = "10 minutes each",
                              .price = {.included = true},
                              .date = day("2026-11-12")}};
  CHECK(card(world, 0) == R"((partly in place, must-have) Some accounts open with a password alone.
  A second check stops a thief who has a password.
  A second check guards 38 of 42 accounts. Dr S. Lowe told us on 9 November 2026.
  A thief can send your money away.
  What to do: Second check for the last 4 people.
  Who: We will do this.
  Time: By 28 November 2026 (10 minutes each).
  Cost: No extra cost.
  ! You have not answered our offer of 12 November 2026 yet.
)");
}

TEST_CASE("a gap nobody planned for has the standard's advice, and no invented price or date") {
  World world;
  world.inventory.statements = {told(restored, Event{})};
  CHECK(card(world, 1) == R"((missing, must-have) No one has checked that your backup works.
  A copy only helps if it comes back.
  Nobody has tested if the data comes back. Dr S. Lowe told us on 9 November 2026.
  Ransomware could stop your work for weeks.
  What to do: Bring a whole system back from its copy.
  Who: You and we need to do this together.
  Time: No date yet (usually half a day).
  Cost: Not priced yet.
)");
}

TEST_CASE("the owner's own figure stands where work can stop, and nowhere else") {
  World world;
  world.inventory.statements = {told(restored, Event{}), told(accounts, counted(0, 42))};
  world.inventory.figures = {{.key = "day_of_downtime", .value = 1850000, .told_by = "lowe", .date = {}, .place = {}}};
  CHECK(card(world, 1).find(
            "\n  Ransomware could stop your work for weeks. Dr S. Lowe puts a day without systems at £18,500.\n") !=
        std::string::npos);
  CHECK(card(world, 0).find("£18,500") == std::string::npos);
}

TEST_CASE("what is not known says why, and who finds out by when") {
  World world;
  world.inventory.open = {{.facts = {accounts},
                           .because = OpenQuestion::Because::NoAnswer,
                           .ask = "soft",
                           .asked = day("2026-11-09"),
                           .who = "us",
                           .by = day("2026-11-28")}};
  CHECK(card(world, 0) == R"((not known, must-have) Nobody knows which accounts have a second check.
  A second check stops a thief who has a password.
  We do not know how many accounts have a second check.
  A thief can send your money away.
  What to do: Count the accounts with a second check.
  Who: We will find out.
  Time: By 28 November 2026.
  Cost: Not priced yet.
  ! We asked Soft Ltd on 9 November 2026 and have no answer yet.
)");
}

TEST_CASE("a contradiction carries both answers with their days and names") {
  World world;
  world.inventory.statements = {told(accounts, Coverage{Coverage::Said::All}), seen(accounts, counted(38, 42))};
  CHECK(card(world, 0) == R"((partly in place, must-have) Some accounts open with a password alone.
  A second check stops a thief who has a password.
  A second check guards 38 of 42 accounts. J. Marsh saw this on 12 November 2026.
  A thief can send your money away.
  What to do: Turn on the second check for every account.
  Who: We will do this.
  Time: No date yet (usually 10 minutes each).
  Cost: Not priced yet.
  ! Two answers do not agree. On 9 November 2026 Dr S. Lowe told us: "Every account has a second check." On 12 November 2026 J. Marsh saw this: "A second check guards 38 of 42 accounts." We count the worse one.
)");
}

TEST_CASE("where space is short a contradiction quotes the claim and names who saw otherwise") {
  World world;
  auto all = told(accounts, Coverage{Coverage::Said::All});
  world.inventory.statements = {all, seen(accounts, counted(38, 42))};
  world.profile.controls[0].words.what =
      "A second check stops a thief who has a password. It asks for more than that, such as a code on a phone.";
  for (int i = 0; i < 2; ++i)
    world.inventory.offered.push_back({.controls = {{"mfa.cloud", {}}},
                                       .what = "a long offer that goes on and on, for as many words as a client may "
                                               "read in a minute or two, and then for some more of them",
                                       .who = "us",
                                       .date = day("2026-11-12")});
  const auto text = card(world, 0);
  CHECK(text.find("\n  ! On 9 November 2026 Dr S. Lowe told us: \"Every account has a second check.\" J. Marsh saw "
                  "otherwise on 12 November 2026.\n") != std::string::npos);
  CHECK(text.find("\n  A second check guards 38 of 42 accounts.\n") != std::string::npos);
}

TEST_CASE("good news that is too old says so") {
  World world;
  world.inventory.statements = {told(accounts, counted(42, 42))};
  world.inventory.statements[0].date = day("2025-05-03");
  CHECK(card(world, 0) == R"((not known, must-have) Nobody knows which accounts have a second check.
  A second check stops a thief who has a password.
  Every account has a second check. Dr S. Lowe told us on 3 May 2025.
  A thief can send your money away.
  What to do: Count the accounts with a second check.
  Who: We will find out.
  Time: No date yet.
  Cost: Not priced yet.
  ! This was true on 3 May 2025. That is too long ago to count.
)");
}

TEST_CASE("a decline says who, when, why, signed or not, what instead and until when") {
  World world;
  world.inventory.statements = {told(accounts, counted(0, 42))};
  world.inventory.declined = {{.controls = {{"mfa.cloud", {}}},
                               .cause = Decline::Cause::Price,
                               .date = day("2026-03-02"),
                               .by = "lowe",
                               .explained_by = "J. Marsh",
                               .offered = "a second check for all",
                               .price = {.running = Money{54000}, .per = Price::Per::Year},
                               .instead = "nothing",
                               .until = day("2027-03-02"),
                               .signed_on = day("2026-03-04")}};
  CHECK(card(world, 0) == R"((missing, must-have) Your accounts open with a password alone.
  A second check stops a thief who has a password.
  No account has a second check. Dr S. Lowe told us on 9 November 2026.
  A thief can send your money away.
  What to do: Turn on the second check for every account.
  Who: We will do this.
  Time: No date yet (usually 10 minutes each).
  Cost: Not priced yet.
  ! Dr S. Lowe said no on 2 March 2026, because of the price. The offer: a second check for all (£540 a year). J. Marsh explained the risk. Signed. Nothing else covers it. It holds until 2 March 2027.
)");
}

TEST_CASE("parts of which the same is true share a sentence; a part without a value is not known") {
  World world;
  world.inventory.statements = {told(restored, Event{}, "server"), told(restored, Event{}, "X-ray images"),
                                told(restored, Unknown{}, "mail")};
  CHECK(card(world, 1).find(
            "\n  Server and X-ray images: Nobody has tested if the data comes back. Dr S. Lowe told us on 9 November "
            "2026. Mail: We do not know if anyone tested that the data comes back.") != std::string::npos);
}

TEST_CASE("a card that has too much to tell loses sources and details, never a note, and keeps to its limit") {
  World world;
  for (const char* part : {"server", "tills", "scanner", "mail", "booking", "payroll", "cameras", "phones"}) {
    auto statement = told(restored, Event{day("2026-01-01"), true, 0, {}}, part);
    statement.date = day((std::string("2026-11-0") + std::to_string(1 + world.inventory.statements.size())).c_str());
    std::get<Event>(statement.value).date = statement.date;
    world.inventory.statements.push_back(statement);
  }
  world.inventory.declined = {{.controls = {{"backup.tested", {}}},
                               .cause = Decline::Cause::Both,
                               .date = day("2026-03-02"),
                               .by = "lowe",
                               .explained_by = "unknown",
                               .until = day("2026-09-02")}};
  const auto text = card(world, 1);
  CHECK(wording::count_words(text) <= 130);
  CHECK(text.find("The last test, on 1 November 2026") != std::string::npos);
  CHECK(text.find("not in order.") != std::string::npos);
  CHECK(text.find("  ! Dr S. Lowe said no on 2 March 2026") != std::string::npos);
  CHECK(text.find("This ended on 2 September 2026: please decide again.") != std::string::npos);
}

TEST_CASE("a control without words shows its title instead of holes") {
  World world;
  world.inventory.statements = {told(unsupported, Records{{{{Text{"Windows 10"}, Text{"Imaging PC"}, true}, {}}}})};
  CHECK(card(world, 3) == R"((missing) Nothing too old to fix.
  Windows 10 (Imaging PC) no longer gets fixes. Dr S. Lowe told us on 9 November 2026.
  What to do: Nothing too old to fix.
  Who: We will do this.
  Time: No date yet.
  Cost: Not priced yet.
)");
}

TEST_CASE("gaps come in the order in which they should be closed") {
  World world;
  world.inventory.statements = {told(named, Text{}), told(restored, Event{}), told(accounts, counted(42, 42))};
  const auto assessment = world.judged();
  std::vector<std::size_t> order;
  for (const Finding* gap : gaps_in_order(assessment)) order.push_back(gap->control);
  CHECK(order == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("an offer for one part is on the card although another part is agreed") {
  World world;
  world.inventory.statements = {told(accounts, counted(0, 4), "Leeds"), told(accounts, counted(0, 2), "York")};
  world.inventory.agreed = {{.controls = {{"mfa.cloud", {}}},
                             .part = "Leeds",
                             .what = "second check in Leeds",
                             .who = "us",
                             .by = day("2026-12-01"),
                             .date = day("2026-11-12")}};
  world.inventory.offered = {{.controls = {{"mfa.cloud", {}}},
                              .part = "York",
                              .what = "second check in York",
                              .who = "us",
                              .price = {.included = true},
                              .date = day("2026-11-10")}};
  const auto notes = [&] {
    const auto text = card(world, 0);
    const auto at = text.find("  ! ");
    return at == std::string::npos ? std::string{} : text.substr(at);
  };
  CHECK(notes() ==
        "  ! Also on offer: York: second check in York (no extra cost).\n"
        "  ! You have not answered our offer of 10 November 2026 yet.\n");
  world.inventory.offered[0].part = "Leeds";
  CHECK(notes() == "");
}
