#include <doctest/doctest.h>

#include "candor/assess/limits.hpp"
#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

/// Each limit as it stands on standard error: held or not, asked, why.
std::string told(const World& world, const AskedLimits& asked) {
  const auto assessment = world.judged();
  std::string text;
  for (const auto& line : compose_limits(assessment, judge_limits(assessment, asked)))
    text += (line.held ? "held: " : "broken: ") + line.asked + ": " + line.why + "\n";
  return text;
}

Coverage of(std::int64_t has, std::int64_t all) { return {Coverage::Said::Counted, has, all, 0}; }

AskedLimits all_words() {
  AskedLimits asked;
  asked.fail_on = {all_fail_on.begin(), all_fail_on.end()};
  return asked;
}

}  // namespace

TEST_CASE("points say what is there, and what was asked for where that is more") {
  World world;
  world.inventory.statements = {seen(accounts, of(2, 4))};  // half of 3 of 7 points
  CHECK(told(world, {.min_proved = 21, .min_claimed = 22}) ==
        "held: --min-proved 21: 21 of 100 points are proved\n"
        "broken: --min-claimed 22: 21 of 100 points are claimed, and 22 are asked for\n");
}

TEST_CASE("without anything that counts there are no points") {
  World world;
  world.profile.controls.resize(3);
  world.profile.controls.erase(world.profile.controls.begin(), world.profile.controls.begin() + 2);
  world.inventory.not_applicable = {{.control = {"owner.named", {}}, .date = day("2026-11-01")}};
  CHECK(told(world, {.min_proved = 0}) == "broken: --min-proved 0: nothing here counts, so there are no points\n");
}

TEST_CASE("what runs out is named with its day, and the parts of one control together") {
  World world;
  CHECK(told(world, {.expires_within = 30}) == "held: --expires-within 30: nothing runs out by 21 December 2026\n");

  world.inventory.statements = {told(accounts, of(4, 4), "Server"), told(accounts, of(2, 2), "Mail"),
                                seen(accounts, of(4, 4), "Server"), seen(accounts, of(2, 2), "Mail")};
  world.profile.controls[0].proof.within = {1, Duration::Unit::Months, false};
  world.inventory.agreed = {{.controls = {{"backup.tested", {}}}, .by = day("2026-11-21"), .date = day("2026-11-02")}};
  world.inventory.declined = {
      {.controls = {{"owner.named", {}}}, .date = day("2026-11-02"), .until = day("2026-12-01")}};
  world.inventory.not_applicable = {{.control = {"software.supported", {}}, .date = day("2025-12-02")}};
  CHECK(
      told(world, {.expires_within = 30}) ==
      "broken: --expires-within 30: the work agreed for \"Backup tested\" is due on 21 November 2026, the no to "
      "\"A person in charge\" counts until 1 December 2026, \"Nothing too old to fix\" counts as not needed here until "
      "2 December 2026 and the proof for \"Second check at sign-in\" (Server and Mail) is too old from 13 December "
      "2026\n");
}

TEST_CASE("each word to fail on says that all is well, or names the controls and the days") {
  World world;
  world.inventory.statements = {told(accounts, of(4, 4)), seen(accounts, of(1, 4)), told(named, Text{"Dr S. Lowe"})};
  world.inventory.agreed = {{.controls = {{"mfa.cloud", {}}}, .by = day("2026-11-20"), .date = day("2026-11-02")}};
  world.inventory.declined = {
      {.controls = {{"backup.tested", {}}}, .date = day("2026-01-02"), .until = day("2026-11-20")}};
  CHECK(told(world, all_words()) ==
        "broken: --fail-on contradiction: what was told turned out to be wrong for \"Second check at sign-in\"\n"
        "broken: --fail-on unproven-gate: 2 of 2 must-haves are not proved in full: \"Second check at sign-in\" and "
        "\"Backup tested\"\n"
        "broken: --fail-on lapsed-decline: the no has run out for \"Backup tested\" (20 November 2026)\n"
        "broken: --fail-on overdue: the agreed work is late for \"Second check at sign-in\" (20 November 2026)\n"
        "broken: --fail-on unowned: nobody is named for \"Backup tested\" and \"Nothing too old to fix\"\n");
}

TEST_CASE("a client with nothing to fail on is told so") {
  World world;
  Event restore;
  restore.date = day("2026-11-12");
  restore.worked = true;
  restore.scope = 1;
  world.inventory.statements = {seen(accounts, of(4, 4)), seen(restored, restore), told(named, Text{"Dr S. Lowe"}),
                                told(unsupported, Records{})};
  CHECK(told(world, all_words()) ==
        "held: --fail-on contradiction: nothing that was told turned out to be wrong\n"
        "held: --fail-on unproven-gate: every must-have is proved in full\n"
        "held: --fail-on lapsed-decline: no recorded no has run out\n"
        "held: --fail-on overdue: no agreed work is late\n"
        "held: --fail-on unowned: somebody is named for every gap\n");
}
