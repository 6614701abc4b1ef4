#include <doctest/doctest.h>

#include "backup_world.hpp"
#include "compose/words.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

constexpr std::string_view first_steps = R"(## Do this now
1. Pull the network cable or turn off the Wi-Fi on each computer that acts oddly. Leave it switched on.
1. Phone the people below. Do not use your email: others may read it.
1. Write down what you see and when. Take photos of the screens.
## Leave this alone until we have spoken
- Do not switch off, wipe or mend any computer. It holds traces that we need.
- Do not plug in or open a backup.
- Do not pay, and do not answer whoever did this.
)";

/// Without its foot, which says on every card who should see it.
std::string card(const World& world) {
  const auto assessment = world.judged();
  auto report = compose_card(assessment);
  CHECK(std::get<Paragraph>(report.blocks.back()).text == "For your own people only: it has names and numbers.");
  report.blocks.pop_back();
  return lines(report.blocks);
}

/// The card without what is the same on each.
std::string filled(const World& world) {
  auto text = card(world);
  const auto at = text.find(first_steps);
  REQUIRE(at != std::string::npos);
  return text.substr(0, at) + text.substr(at + first_steps.size());
}

/// A practice that has all of it.
BackupWorld ready() {
  BackupWorld world;
  world.proved("Server");
  auto& inventory = world.inventory;
  inventory.parties[0].phone = "0191 496 0500";
  inventory.parties[1].phone = "0191 496 0120";
  inventory.parties.push_back({.key = "dunn", .kind = PartyKind::Client, .name = "P. Dunn", .phone = "0191 496 0121"});
  inventory.parties.push_back({.key = "cover",
                               .kind = PartyKind::ThirdParty,
                               .name = "Dental Mutual",
                               .phone = "0808 157 0144",
                               .reference = "QD-471"});
  inventory.parties.push_back({.key = "bank",
                               .kind = PartyKind::ThirdParty,
                               .name = "the bank",
                               .does = "stops payments",
                               .phone = "0808 157 0290"});
  inventory.incident = {.decides = {"lowe", "dunn"},
                        .calls = {"us", "cover", "bank"},
                        .cover = Incident::Cover::Insured,
                        .insurer = "cover",
                        .kept = "the drawer at reception."};
  return world;
}

}  // namespace

TEST_CASE("a card that lacks nothing names people, numbers and what came back") {
  CHECK(filled(ready()) == R"(# Quay Dental: the first hour of a bad day
Keep this on paper: your computers may be down. It lies here: the drawer at reception. As we knew it on 21 November 2026.
## Who decides
Dr S. Lowe (0191 496 0120). If nobody answers: P. Dunn (0191 496 0121).
## Call in this order
1. Northgate IT (we look after your computers): 0191 496 0500.
1. Dental Mutual (your insurer): 0808 157 0144. Tell them this number: QD-471.
1. The bank (stops payments): 0808 157 0290.
## What we have shown to come back
- Server: back in 3 hours; you lose up to 1 day of work. J. Marsh tested it on 30 September 2026. One copy stays unplugged.
)");
}

TEST_CASE("an empty inventory gives a card of gaps") {
  BackupWorld world;
  world.inventory.parties.clear();
  CHECK(filled(world) == R"(# Quay Dental: the first hour of a bad day
Keep this on paper: your computers may be down. As we knew it on 21 November 2026.
## Who decides
Nobody is named yet. Choose one person now.
## Call in this order
No number is known yet. Write yours here before you need it.
First ____
Second ____
## What we have shown to come back
Nothing yet. Nobody can promise you that anything comes back.
## You do not have this yet
- A person who decides.
- The name and number of an insurer, if you have one.
- An order of calls that you chose.
- Proof that your data comes back.
- A fixed place for this page, at work and at home.
)");
}

TEST_CASE("a gap is named once, with everybody it is about") {
  auto world = ready();
  world.inventory.parties[1].phone.clear();
  world.inventory.parties[2].phone.clear();
  world.inventory.parties[4].reference.clear();
  world.inventory.incident = {.decides = {"lowe"}, .cover = Incident::Cover::Insured, .insurer = "cover"};
  world.inventory.incident.calls = {"soft", "lowe"};
  world.inventory.statements.push_back(told(restored, Event{}, "Mail"));
  const auto text = card(world);
  CHECK(text.substr(text.find("## Who decides")) == R"(## Who decides
Dr S. Lowe (no number yet).
## Call in this order
1. Soft Ltd: no number yet.
1. Dr S. Lowe: no number yet.
1. Dental Mutual (your insurer): 0808 157 0144.
## What we have shown to come back
- Server: back in 3 hours; you lose up to 1 day of work. J. Marsh tested it on 30 September 2026. One copy stays unplugged.
## You do not have this yet
- A phone number for Dr S. Lowe and Soft Ltd.
- A second person who decides when Dr S. Lowe is away.
- The number of your insurance policy.
- Full proof that this comes back: Mail.
- A fixed place for this page, at work and at home.
)");
}

TEST_CASE("data that nobody listed was no gap on the card") {
  const std::string gap = "- A list of all your data. Nobody has told us if this is all of it.\n";
  auto world = ready();
  CHECK(card(world).find(gap) == std::string::npos);
  std::erase_if(world.inventory.statements, [](const Statement& statement) { return statement.kind == Kind::Told; });
  CHECK(card(world).ends_with("## You do not have this yet\n" + gap));
  BackupWorld mail;
  mail.inventory.statements = {seen(restored, Event{day("2026-09-30"), true, 1, hours(1)}, "Mail")};
  mail.inventory.incident = ready().inventory.incident;
  CHECK(card(mail).find("- Full proof that this comes back: Mail.\n" + gap) != std::string::npos);
}

TEST_CASE("a card denied a restore that we saw, because something else was not shown") {
  BackupWorld world;
  world.inventory.statements = {seen(restored, Event{day("2026-09-30"), true, 1, hours(1)})};
  CHECK(card(world).find("## What we have shown to come back\n- A test on 30 September 2026 brought all of it back. "
                         "No promise: its copy lacks proof.\n") != std::string::npos);
}

TEST_CASE("nobody insures it is an answer and no gap") {
  auto world = ready();
  world.inventory.incident.cover = Incident::Cover::None;
  world.inventory.incident.insurer.clear();
  const auto text = card(world);
  CHECK(text.find("You told us that nobody insures you for this.\n") != std::string::npos);
  CHECK(text.find("You do not have this yet") == std::string::npos);
}

TEST_CASE("who is in charge decides where nobody was listed, and we are called first") {
  auto world = ready();
  world.inventory.incident.decides.clear();
  world.inventory.incident.calls.clear();
  world.inventory.statements.push_back(seen(world.person, Text{"Dr S. Lowe"}));
  const auto text = card(world);
  CHECK(text.find("## Who decides\nDr S. Lowe (0191 496 0120).\n") != std::string::npos);
  CHECK(text.find("1. Northgate IT (we look after your computers): 0191 496 0500.\n1. Dental Mutual (your insurer)") !=
        std::string::npos);
  CHECK(text.find("- An order of calls that you chose.\n") != std::string::npos);
}

TEST_CASE("a standard that asks for no restore has a card without one") {
  const auto text = card(World{});
  CHECK(text.find("come back") == std::string::npos);
  CHECK(text.find("comes back") == std::string::npos);
}

TEST_CASE("however much there is to tell, the card stays one page") {
  auto world = ready();
  for (const char* part : {"Mail", "Till", "Images", "Web shop", "Phones", "Scans", "Letters", "Books"})
    world.proved(part);
  const auto text = card(world);
  CHECK(wording::count_words(text) <= 220);
  CHECK(text.find("- Also: ") != std::string::npos);
  for (const char* part : {"Server", "Mail", "Web shop", "Books"}) CHECK(text.find(part) != std::string::npos);
}

TEST_CASE("one place without a name, and a test that nobody timed, leave no hole on the card") {
  BackupWorld world;
  world.proved("", std::nullopt);
  CHECK(card(world).find(
            "- It comes back; you lose up to 1 day of work. J. Marsh tested it on 30 September 2026. One copy "
            "stays unplugged.\n") != std::string::npos);
  BackupWorld timed;
  timed.proved("", hours(1));
  CHECK(card(timed).find("- Back in 1 hour; you lose up to 1 day of work.") != std::string::npos);
}
