#include <doctest/doctest.h>

#include "backup_world.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

constexpr std::size_t mfa = 0;
constexpr std::size_t tested = 1;
constexpr std::size_t named_person = 2;

Decline no_to_tests() {
  return {.controls = {{"backup.tested", {}}},
          .cause = Decline::Cause::Price,
          .date = day("2026-06-15"),
          .by = "lowe",
          .explained_by = "J. Marsh",
          .offered = "a test each year.",
          .price = {.once = Money{42'000}, .running = Money{118'000}, .per = Price::Per::Year},
          .instead = "a disk in the cupboard",
          .until = day("2027-06-15")};
}

World declined(Decline decline) {
  World world;
  world.inventory.declined = {std::move(decline)};
  return world;
}

std::string letter(const World& world, std::size_t control = tested) {
  const auto report = compose_decline(world.judged(), control);
  const auto heading = lines(report.blocks.front());  // `# Your decision: Backup tested`
  CHECK(report.title.ends_with(". " + heading.substr(2, heading.size() - 3)));
  CHECK(report.title.starts_with(world.inventory.client.name + ", 21 November 2026"));
  return lines(report.blocks);
}

/// What stands under one heading.
std::string under(const std::string& text, std::string_view heading) {
  const auto begin = text.find("## " + std::string{heading} + "\n");
  REQUIRE(begin != std::string::npos);
  const auto first = text.find('\n', begin) + 1;
  return text.substr(first, text.find("## ", first) - first);
}

std::string section(const World& world, std::string_view heading, std::size_t control = tested) {
  return under(letter(world, control), heading);
}

}  // namespace

TEST_CASE("the letter for a recorded no says what was advised, the price, the reason and until when") {
  CHECK(letter(declined(no_to_tests())) == R"(# Your decision: Backup tested
From Northgate IT to Quay Dental, 21 November 2026.
You can say no to our advice. This page says what the no means, so that you and we remember it the same way.
## What we advise
Nobody knows if your backup works. A copy only helps if it comes back.
Our advice to you: Bring a whole system back from its copy.
## What can happen without it
Ransomware could stop your work for weeks.
## What it costs
We offered you this on 15 June 2026: a test each year. The price: £420 once, then £1,180 a year.
## The reason
The price.
## What stays possible
- You can say yes on any day. Tell us, and the no ends.
- Your no holds until 15 June 2027. Then we ask you again.
- Meanwhile you have this instead: a disk in the cupboard.
- Your no does not close the gap. It stays in your report, as one of our must-haves.
## Your decision
I have read this page, and I say no for now.
J. Marsh explained the risk to you.
For Quay Dental, Dr S. Lowe (signature, date) ____
For Northgate IT (name, signature, date) ____
This page is a record. It is not legal advice. A lawyer should read our template before you or we rely on it.
This letter names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("a no that was never written down has boxes to tick and lines to fill") {
  World world;
  world.inventory.incident.decides = {"lowe"};
  CHECK(letter(world, mfa) == R"(# Your decision: Second check at sign-in
From Northgate IT to Quay Dental, 21 November 2026.
You can say no to our advice. This page says what the no means, so that you and we remember it the same way.
## What we advise
Nobody knows which accounts have a second check. A second check stops a thief who has a password.
Our advice to you: Turn on the second check for every account.
## What can happen without it
A thief can send your money away.
## What it costs
It is not priced yet. Ask us for a price before you decide.
## The reason
Please tick what is true.
- ☐ The price.
- ☐ The risk is not clear to us.
- ☐ A supplier does not allow it.
- ☐ Another reason.
In your own words ____
## What stays possible
- You can say yes on any day. Tell us, and the no ends.
- A no holds for 12 months at most, until 21 November 2027. Then we ask you again.
- A no does not close the gap. It stays in your report, as one of our must-haves.
## Your decision
I have read this page, and I say no for now.
What we do instead ____
Who explained the risk ____
For Quay Dental, Dr S. Lowe (signature, date) ____
For Northgate IT (name, signature, date) ____
This page is a record. It is not legal advice. A lawyer should read our template before you or we rely on it.
This letter names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("a no that has run out asks again, with what was said then") {
  auto decline = no_to_tests();
  decline.date = day("2025-05-12");
  decline.until = day("2026-05-12");
  CHECK(letter(declined(decline)) == R"(# Please decide again: Backup tested
From Northgate IT to Quay Dental, 21 November 2026.
The no of 12 May 2025 has run out. Please decide again.
Dr S. Lowe said no on 12 May 2025, because of the price. That no ended on 12 May 2026.
## What we advise
Nobody knows if your backup works. A copy only helps if it comes back.
Our advice to you: Bring a whole system back from its copy.
## What can happen without it
Ransomware could stop your work for weeks.
## What it costs
We offered you this on 12 May 2025: a test each year. The price was then: £420 once, then £1,180 a year. Ask us for today's price.
## The reason
If you say no again, please tick what is true today.
- ☐ The price.
- ☐ The risk is not clear to us.
- ☐ A supplier does not allow it.
- ☐ Another reason.
In your own words ____
## What stays possible
- You can say yes on any day. Tell us, and the no ends.
- A no holds for 12 months at most, until 21 November 2027. Then we ask you again.
- So far you had this instead: a disk in the cupboard.
- A no does not close the gap. It stays in your report, as one of our must-haves.
## Your decision
- ☐ Yes, please start.
- ☐ No, until 21 November 2027 at most.
What we do instead ____
Who explained the risk ____
For Quay Dental, Dr S. Lowe (signature, date) ____
For Northgate IT (name, signature, date) ____
This page is a record. It is not legal advice. A lawyer should read our template before you or we rely on it.
This letter names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("each cause has its sentence") {
  const auto reason = [](Decline::Cause cause) {
    auto decline = no_to_tests();
    decline.cause = cause;
    return section(declined(decline), "The reason");
  };
  CHECK(reason(Decline::Cause::Awareness) ==
        "The risk was not clear. Please ask us: we are glad to explain it again.\n");
  CHECK(reason(Decline::Cause::Both) ==
        "The price, and the risk was not clear. Please ask us: we are glad to explain it again.\n");
  CHECK(reason(Decline::Cause::Supplier) == "A supplier does not allow it.\n");
  CHECK(reason(Decline::Cause::Other) == "Another reason. You can add it here in your own words.\n");
}

TEST_CASE("the price is that of the no, else that of an open offer, else there is none yet") {
  World world;
  world.inventory.offered = {{.controls = {{"backup.tested", {}}, {"mfa.cloud", {}}},
                              .what = "test it once.",
                              .price = {.once = Money{9'000}},
                              .date = day("2026-11-12")}};
  const std::string offer =
      "We offered you this on 12 November 2026: test it once. The price: £90 once. One price for 2 things.\n";
  CHECK(section(world, "What it costs") == offer);
  world.inventory.declined = {no_to_tests()};
  CHECK(section(world, "What it costs").starts_with("We offered you this on 15 June 2026: a test each year."));
  world.inventory.declined[0].price = {};
  CHECK(section(world, "What it costs") == offer);
  world.inventory.offered.clear();
  CHECK(section(world, "What it costs") ==
        "We offered you this on 15 June 2026: a test each year. It is not priced yet. Ask us for a price before you "
        "decide.\n");
  world.inventory.declined[0].offered.clear();
  CHECK(section(world, "What it costs") == "It is not priced yet. Ask us for a price before you decide.\n");
  world.inventory.declined[0].price = {.once = Money{9'000}};
  CHECK(section(world, "What it costs") == "The price on 15 June 2026: £90 once.\n");
}

TEST_CASE("after a no has run out a newer offer has the price, an older one has not") {
  auto decline = no_to_tests();
  decline.until = day("2026-09-15");
  auto world = declined(decline);
  world.inventory.offered = {
      {.controls = {{"backup.tested", {}}}, .what = "old", .price = {.once = Money{100}}, .date = day("2026-06-01")}};
  CHECK(section(world, "What it costs").find("The price was then: £420 once") != std::string::npos);
  world.inventory.offered[0].date = day("2026-11-01");
  CHECK(section(world, "What it costs") == "We offered you this on 1 November 2026: old. The price: £1 once.\n");
}

TEST_CASE("one letter is about one control and says what else the same no covers") {
  auto decline = no_to_tests();
  decline.controls.push_back({"mfa.cloud", {}});
  decline.controls.push_back({"owner.named", {}});
  const auto world = declined(decline);
  CHECK(section(world, "What stays possible")
            .ends_with("- The same no also covers: Second check at sign-in and A person in charge. They have a "
                       "letter of their own.\n"));
  CHECK(section(world, "What it costs").ends_with(" One price for 3 things.\n"));
  CHECK(section(world, "What stays possible", named_person)
            .find("Your no does not close the gap. It stays in your report.\n") != std::string::npos);
}

TEST_CASE("a control that is in place or does not apply was said to have a letter of its own") {
  auto decline = no_to_tests();
  decline.controls.push_back({"mfa.cloud", {}});
  decline.controls.push_back({"owner.named", {}});
  auto world = declined(decline);
  world.inventory.not_applicable = {{{"owner.named", {}}, "nobody is in charge", "J. Marsh", day("2026-11-12"), {}}};
  CHECK(section(world, "What stays possible")
            .ends_with("- The same no also covers: Second check at sign-in. It has a letter of its own.\n"));
  world.inventory.statements = {seen(accounts, Coverage{Coverage::Said::Counted, 4, 4, 0})};
  CHECK(section(world, "What stays possible").find("also covers") == std::string::npos);
  CHECK(section(world, "What it costs").ends_with(" One price for 3 things.\n"));
}

TEST_CASE("one other control has a letter of its own, and what a no covered is past when it has run out") {
  auto decline = no_to_tests();
  decline.controls.push_back({"mfa.cloud", {}});
  CHECK(section(declined(decline), "What stays possible")
            .ends_with("- The same no also covers: Second check at sign-in. It has a letter of its own.\n"));
  decline.until = day("2026-09-15");
  decline.instead = "none";
  CHECK(section(declined(decline), "What stays possible")
            .ends_with("- So far nothing else covered this.\n"
                       "- A no does not close the gap. It stays in your report, as one of our must-haves.\n"
                       "- The same no also covered: Second check at sign-in. It has a letter of its own.\n"));
}

TEST_CASE("a no to one part says so, and what covers nothing says that") {
  auto decline = no_to_tests();
  decline.part = "Server";
  decline.instead = "nothing";
  const auto world = declined(decline);
  CHECK(section(world, "What we advise").ends_with(" This page is about one part of it alone: Server.\n"));
  CHECK(section(world, "What stays possible").find("- Meanwhile nothing else covers this.\n") != std::string::npos);
}

TEST_CASE("the letter about one part carried the offer, the price and the yes of another part") {
  auto decline = no_to_tests();
  decline.part = "Server";
  decline.offered.clear();
  decline.price = {};
  auto world = declined(decline);
  world.inventory.offered = {{.controls = {{"backup.tested", {}}},
                              .part = "Mail",
                              .what = "test the mail",
                              .price = {.once = Money{9'000}},
                              .date = day("2026-11-12")}};
  world.inventory.agreed = {{.controls = {{"backup.tested", {}}}, .part = "Mail", .date = day("2026-10-01")}};
  const std::string none = "It is not priced yet. Ask us for a price before you decide.\n";
  CHECK(section(world, "What it costs") == none);
  CHECK(letter(world).find("said yes") == std::string::npos);
  for (const char* part : {"Server", ""}) {
    world.inventory.offered[0].part = world.inventory.agreed[0].part = part;
    CHECK(section(world, "What it costs") ==
          "We offered you this on 12 November 2026: test the mail. The price: £90 once.\n");
    CHECK(letter(world).find("- You said yes to this on 1 October 2026.") != std::string::npos);
  }
  world.inventory.declined.clear();
  world.inventory.offered[0].part = "Server";
  world.inventory.agreed[0].part = "Mail";
  CHECK(section(world, "What we advise").ends_with(" This page is about one part of it alone: Server.\n"));
  CHECK(letter(world).find("said yes") == std::string::npos);
}

TEST_CASE("of several the one that stands has the letter, of those the newest; what is in place has none") {
  World world = declined(no_to_tests());
  auto ended = no_to_tests();
  ended.date = day("2026-08-01");
  ended.until = day("2026-10-01");
  auto newer = no_to_tests();
  newer.date = day("2026-09-01");
  world.inventory.declined = {no_to_tests(), newer, ended};
  CHECK(section(world, "What it costs").starts_with("We offered you this on 1 September 2026"));
  world.inventory.statements = {seen(restored, Event{day("2026-09-30"), true, 1, {}}, "Server"),
                                told(restored, Event{}, "Mail")};
  world.inventory.declined = {newer};
  world.inventory.declined[0].part = "Server";
  CHECK(section(world, "The reason").starts_with("Please tick what is true."));
}

TEST_CASE("a yes since then ends when the letter is signed") {
  World world;
  world.inventory.agreed = {{.controls = {{"backup.tested", {}}},
                             .what = "test it in May",
                             .price = {.included = true},
                             .date = day("2026-10-01")}};
  CHECK(section(world, "What stays possible")
            .ends_with("- You said yes to this on 1 October 2026. If you sign here, that yes ends.\n"));
  CHECK(section(world, "What it costs") ==
        "We offered you this on 1 October 2026: test it in May. The price: no extra cost.\n");
  world.inventory.declined = {no_to_tests()};
  world.inventory.declined[0].date = day("2026-10-02");
  CHECK(letter(world).find("said yes") == std::string::npos);
}

TEST_CASE("a supplier who said no is named, and the client signs") {
  auto decline = no_to_tests();
  decline.by = "soft";
  decline.cause = Decline::Cause::Supplier;
  decline.until = day("2026-09-15");
  auto world = declined(decline);
  const auto text = letter(world);
  CHECK(
      text.find("Soft Ltd said no on 15 June 2026, because a supplier did not allow it. That no ended on 15 September "
                "2026.\n") != std::string::npos);
  CHECK(text.find("For Quay Dental (name, signature, date) ____\n") != std::string::npos);
}

TEST_CASE("a supplier who was named, and not listed by a key, signed for the client") {
  auto decline = no_to_tests();
  decline.cause = Decline::Cause::Supplier;
  for (const char* who : {"Soft Ltd", "A. Support of the till's maker"}) {
    decline.by = who;
    auto world = declined(decline);
    CHECK(letter(world).find("For Quay Dental (name, signature, date) ____\n") != std::string::npos);
    world.inventory.incident.decides = {"lowe"};
    CHECK(letter(world).find("For Quay Dental, Dr S. Lowe (signature, date) ____\n") != std::string::npos);
  }
}

TEST_CASE("a signature on file is named with its day, and a missing provider leaves no hole") {
  auto decline = no_to_tests();
  decline.signed_on = day("2026-06-18");
  auto world = declined(decline);
  CHECK(letter(world).find("We have your signature of 18 June 2026 on file.\n") != std::string::npos);
  world.inventory.parties.erase(world.inventory.parties.begin());
  CHECK(letter(world).find("From us to Quay Dental, 21 November 2026.\n") != std::string::npos);
}

TEST_CASE("a control without words of its own leaves no empty lines") {
  World world;
  world.profile.controls[3].words = {};
  const auto text = letter(world, 3);
  CHECK(text.find("\n\n") == std::string::npos);
  CHECK(text.find("## What can happen") == std::string::npos);
  CHECK(under(text, "What we advise") == "Nothing too old to fix.\n");
}
