#include "compose/tomorrow.hpp"

#include <doctest/doctest.h>

#include "backup_world.hpp"
#include "compose/restore.hpp"

using namespace candor;
using namespace candor::fixture;
using candor::wording::length;

namespace {

constexpr std::string_view opening =
    "## If it happened tomorrow\n"
    "Say criminals lock all your files tomorrow, or a fire takes your computers. What comes back? We count only what "
    "someone has shown to work.\n";

/// What follows the opening.
std::string told_of(const World& world) {
  const auto text = lines(compose_tomorrow(world.judged()));
  REQUIRE(text.starts_with(opening));
  return text.substr(opening.size());
}

}  // namespace

TEST_CASE("a standard that does not ask for a restore has no such section") {
  CHECK(compose_tomorrow(World{}.judged()).empty());
}

TEST_CASE("where all is proved the section says what is lost and how long it takes") {
  BackupWorld world;
  world.proved("Server");
  world.proved("Mail", Duration{160, Duration::Unit::Minutes, false});
  CHECK(told_of(world) == R"(Tests have shown that all your data comes back.
- Server: you get all of it back, but for up to 1 day of work. The test on 30 September 2026 took 3 hours.
- Mail: you get all of it back, but for up to 1 day of work. The test on 30 September 2026 took 160 minutes.
One after another, these tests took 5 hours and 40 minutes. A real attack takes longer, as someone must first find and close the way in.
)");
}

TEST_CASE("one place without a name is told as the whole, and a time that nobody noted as that") {
  BackupWorld world;
  world.proved("", std::nullopt);
  CHECK(told_of(world) == R"(Tests have shown that all your data comes back.
- You get all of it back, but for up to 1 day of work. Nobody noted how long the test on 30 September 2026 took.
A real attack takes longer, as someone must first find and close the way in.
)");
}

TEST_CASE("a copy of the same day loses less than a day") {
  BackupWorld world;
  world.proved("");
  for (auto& statement : world.inventory.statements) {
    if (statement.fact == world.every) statement.value = days(0);
    if (statement.fact == world.last_good) statement.value = statement.date;
  }
  CHECK(told_of(world).find("but for less than 1 day of work.") != std::string::npos);
}

TEST_CASE("where nothing is known the section promises nothing") {
  const BackupWorld world;
  CHECK(told_of(world) == R"(Nobody can promise you that anything comes back.
- Nobody has told us yet where your data is and what copies it.
What to do: Ask when the copy was last brought back. You and we, no date yet.
)");
}

TEST_CASE("each place says what it lacks, and those that lack everything share a line") {
  BackupWorld world;
  world.proved("Server");
  world.proved("Disk");
  world.proved("Till");
  world.proved("Mail");
  auto& statements = world.inventory.statements;
  const auto is = [&](const Statement& s, FactId fact, std::string_view part) {
    return s.fact == fact && s.part == part;
  };
  for (auto& statement : statements) {
    if (is(statement, world.away, "Disk")) statement.value = Choice{0};
    if (is(statement, world.every, "Disk")) statement.kind = Kind::Told;
    if (is(statement, world.every, "Till")) statement.value = never;
    if (is(statement, restored, "Mail")) statement.value = Event{day("2026-09-19"), true, 0, {}};
  }
  for (const char* part : {"Web shop", "Phones"}) statements.push_back(told(restored, Event{}, part));
  for (const char* part : {"Images", "Scans"}) statements.push_back(told(world.every, never, part));
  CHECK(told_of(world) ==
        R"(Tests brought back your data from 1 of 8 places. For the rest nobody can promise anything.
- Server: you get all of it back, but for up to 1 day of work. The test on 30 September 2026 took 3 hours.
- Disk: It came back whole in a test on 30 September 2026, in 3 hours. Nobody has shown us how old its newest copy is or that an intruder cannot reach it.
- Till: It came back whole in a test on 30 September 2026, in 3 hours. Nobody has shown us that a copy runs by itself.
- Mail: A test on 19 September 2026 brought back one file, and not the whole.
- No test that we saw has brought this back: Web shop and Phones.
- Nothing copies this, so nothing can bring it back: Images and Scans.
A real attack takes longer, as someone must first find and close the way in.
What to do: Bring a whole system back from its copy. You and we, no date yet (usually half a day).
)");
}

TEST_CASE("what nobody listed may be missing from the list") {
  BackupWorld world;
  world.inventory.statements = {seen(restored, Event{day("2026-09-30"), true, 1, hours(1)}, "Server")};
  CHECK(told_of(world).find("- Nobody has told us if that is all your data.\n") != std::string::npos);
  BackupWorld shown;
  shown.proved("Server");
  shown.inventory.statements.erase(shown.inventory.statements.begin(), shown.inventory.statements.begin() + 4);
  CHECK(
      told_of(shown).starts_with("Tests brought back your data from the one place that we know of. Nobody has told us "
                                 "if that is all your data.\n"));
}

TEST_CASE("who decided so is named, with the day and the reason") {
  BackupWorld world;
  Decline decline{.controls = {{"backup.tested", {}}, {"backup.isolated", {}}},
                  .cause = Decline::Cause::Price,
                  .date = day("2026-06-15"),
                  .by = "lowe",
                  .offered = "copies of all data",
                  .until = day("2027-06-15")};
  world.inventory.declined = {decline};
  CHECK(
      told_of(world).find("\nYou were offered more: copies of all data. Dr S. Lowe said no on 15 June 2026, because of "
                          "the price.\n") != std::string::npos);
  world.inventory.declined[0].offered.clear();
  world.inventory.declined[0].until = day("2026-09-15");
  CHECK(told_of(world).find("\nDr S. Lowe said no to more on 15 June 2026, because of the price. That no ended on 15 "
                            "September 2026: please decide again.\n") != std::string::npos);
  world.inventory.declined[0].controls = {{"mfa.cloud", {}}};
  CHECK(told_of(world).find("Lowe") == std::string::npos);
}

TEST_CASE("times that were added up are told in two units at most, without a wrong plural") {
  const auto minutes = [](std::int64_t amount) { return length(Duration{amount, Duration::Unit::Minutes, false}); };
  CHECK(minutes(0) == "0 minutes");
  CHECK(minutes(1) == "1 minute");
  CHECK(minutes(59) == "59 minutes");
  CHECK(minutes(60) == "1 hour");
  CHECK(minutes(61) == "1 hour and 1 minute");
  CHECK(minutes(340) == "5 hours and 40 minutes");
  CHECK(minutes(47 * 60) == "47 hours");
  CHECK(minutes(48 * 60) == "2 days");
  CHECK(minutes(49 * 60 + 30) == "2 days and 1 hour");
}
