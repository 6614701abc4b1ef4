#include "candor/assess/limits.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

// An entry of an inventory says here only what its test is about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace {

using Limit = LimitResult::What;
using List = LedgerEntry::List;

/// One result as text: whether it held, then each control with the day and the list it was found in.
std::string told(const Assessment& assessment, const LimitResult& result) {
  std::string text = result.held ? "held" : "broken";
  for (const auto& found : result.breaks) {
    text += "; " + assessment.profile->controls[found.finding].id;
    if (found.statement) text += " by the proof of " + to_iso(assessment.statement(*found.statement).date);
    if (found.statement && !assessment.statement(*found.statement).part.empty())
      text += " for " + assessment.statement(*found.statement).part;
    if (found.list) text += " " + std::string{name(*found.list)};
    if (found.date) text += " " + to_iso(*found.date);
  }
  return text;
}

std::string judged(const World& world, const AskedLimits& asked) {
  const auto assessment = world.assessed();
  const auto results = judge_limits(assessment, asked);
  REQUIRE(results.size() == 1);
  return told(assessment, results.front());
}

std::string failing_on(const World& world, FailOn word) { return judged(world, {.fail_on = {word}}); }

std::string expiring(const World& world, int days) { return judged(world, {.expires_within = days}); }

/// One gate of which 3 of 4 are proved, and one thing beside it that nobody answered.
struct Firm : World {
  FactId checks = fact("mfa.accounts", Type::Coverage);
  FactId plan = fact("ir.plan", Type::YesNo);
  Firm() {
    gate("mfa", {all_of(checks)}, 3).proof = {Kind::Seen, months(6)};
    control("plan", {is_yes(plan)});
  }
  void see(std::string_view date = "2026-11-14", std::string part = {}) {
    shown(checks, of(4, 4), Kind::Seen, std::move(part), date);
  }
  Offer& offer(std::string control) {
    inventory.offered.push_back({.controls = {{std::move(control), {}}}, .who = "us", .date = day("2026-11-14")});
    return inventory.offered.back();
  }
  Agreed& agree(std::string control, std::string_view by) {
    inventory.agreed.push_back(
        {.controls = {{std::move(control), {}}}, .who = "us", .by = day(by), .date = day("2026-11-01")});
    return inventory.agreed.back();
  }
  Decline& decline(std::string control, std::string_view until) {
    inventory.declined.push_back(
        {.controls = {{std::move(control), {}}}, .date = day("2026-01-10"), .by = "byrne", .until = day(until)});
    return inventory.declined.back();
  }
  void count_out(std::string control, std::string_view date) {
    inventory.not_applicable.push_back({.control = {std::move(control), {}}, .date = day(date)});
  }
};

}  // namespace

TEST_CASE("points are held against what is shown, the number itself included") {
  Firm world;
  world.told(world.plan, yes);
  world.shown(world.checks, of(3, 4), Kind::Seen);  // 3 * 3/4 of 4 proved, and 1 of 4 told
  const auto assessment = world.assessed();
  REQUIRE(assessment.score.proved == 56);
  REQUIRE(assessment.score.claimed == 81);
  CHECK(judged(world, {.min_proved = 56}) == "held");
  CHECK(judged(world, {.min_proved = 57}) == "broken");
  CHECK(judged(world, {.min_claimed = 81}) == "held");
  CHECK(judged(world, {.min_claimed = 82}) == "broken");
  CHECK(judged(world, {.min_proved = 0}) == "held");
}

TEST_CASE("no score at all is enough for no number of points") {
  World world;
  world.control("plan", {is_yes(world.fact("ir.plan", Type::YesNo))});
  world.inventory.not_applicable.push_back({.control = {"plan", {}}, .date = day("2026-11-01")});
  CHECK(judged(world, {.min_proved = 0}) == "broken");
  CHECK(judged(world, {.min_claimed = 0}) == "broken");
}

TEST_CASE("limits come in the order of the help, each word once") {
  Firm world;
  const auto results = judge_limits(world.assessed(), {.min_proved = 1,
                                                       .min_claimed = 2,
                                                       .expires_within = 3,
                                                       .fail_on = {FailOn::Unowned, FailOn::Overdue, FailOn::Unowned}});
  REQUIRE(results.size() == 5);
  CHECK(results[0].what == Limit::MinProved);
  CHECK(results[1].what == Limit::MinClaimed);
  CHECK(results[2].what == Limit::ExpiresWithin);
  CHECK(results[3].fail_on == FailOn::Overdue);
  CHECK(results[4].fail_on == FailOn::Unowned);
  CHECK(judge_limits(world.assessed(), {}).empty());
}

TEST_CASE("a proof runs out on the first day on which it is too old") {
  Firm world;
  world.see("2026-06-21");  // good for 6 months, to 21 December
  CHECK(expiring(world, 30) == "held");
  CHECK(expiring(world, 31) == "broken; mfa by the proof of 2026-06-21 2026-12-22");
}

TEST_CASE("a proof that another one stands in for does not run out") {
  Firm world;
  world.shown(world.checks, of(4, 4), Kind::Test, {}, "2026-06-21");
  world.see("2026-11-14");
  CHECK(expiring(world, 100) == "held");
  CHECK(expiring(world, 175) == "broken; mfa by the proof of 2026-11-14 2027-05-15");
}

TEST_CASE("what an older document proves no more is the newer one's, until that is too old") {
  Firm world;
  world.profile.controls[0].fresh = months(6);
  world.shown(world.checks, of(4, 4), Kind::Test, {}, "2026-06-21");  // stands, and ages: nothing is claimed any more
  world.see("2026-11-14");
  CHECK(expiring(world, 31) == "broken; mfa by the proof of 2026-06-21 2026-12-22");
}

TEST_CASE("a claim that nobody proved does not run out") {
  Firm world;
  world.told(world.checks, of(4, 4), {}, "2025-12-01");
  CHECK(expiring(world, 3660) == "held");
}

TEST_CASE("a restore runs out when its control asks for a newer one, long before its document is too old") {
  World world;
  const auto restored = world.fact("backup.restored", Type::Event);
  world.gate("tested", {within(restored, months(6))}).proof = {Kind::Document, months(12)};
  Event done;
  done.date = day("2026-06-21");
  world.shown(restored, done, Kind::Test, {}, "2026-06-21");
  CHECK(expiring(world, 30) == "held");
  CHECK(expiring(world, 31) == "broken; tested by the proof of 2026-06-21 2026-12-22");
}

TEST_CASE("each part runs out on its own day, the soonest first") {
  Firm world;
  world.told(world.checks, of(4, 4), "Server");
  world.told(world.checks, of(4, 4), "Mail");
  world.see("2026-08-01", "Server");
  world.see("2026-07-01", "Mail");
  world.agree("plan", "2027-01-15");
  CHECK(expiring(world, 365) ==
        "broken; mfa by the proof of 2026-07-01 for Mail 2027-01-02; plan agreed 2027-01-15; "
        "mfa by the proof of 2026-08-01 for Server 2027-02-02");
}

TEST_CASE("declines, agreed dates and what does not apply run out with their last day") {
  Firm world;
  world.decline("plan", "2026-12-21");
  CHECK(expiring(world, 29) == "held");
  CHECK(expiring(world, 30) == "broken; plan declined 2026-12-21");
  world.inventory.declined[0].until = world.as_of;
  CHECK(expiring(world, 1) == "broken; plan declined 2026-11-21");
  world.inventory.declined[0].until = day("2026-11-20");  // lapsed already, which is another limit
  CHECK(expiring(world, 3660) == "held");

  world.agree("plan", "2026-11-21");
  CHECK(expiring(world, 1) == "broken; plan agreed 2026-11-21");
  world.inventory.agreed[0].by = day("2026-11-20");  // late already
  CHECK(expiring(world, 3660) == "held");
  world.inventory.agreed[0].by.reset();
  CHECK(expiring(world, 3660) == "held");

  world.inventory.agreed.clear();
  world.count_out("plan", "2025-12-21");
  CHECK(expiring(world, 29) == "held");
  CHECK(expiring(world, 30) == "broken; plan not_applicable 2026-12-21");
}

TEST_CASE("what is met has no decline and no agreed date to run out") {
  Firm world;
  world.told(world.plan, yes);
  world.agree("plan", "2026-12-01");
  world.decline("plan", "2026-12-01");
  CHECK(expiring(world, 30) == "held");
}

TEST_CASE("what was told and is not so is a contradiction, once a control") {
  Firm world;
  CHECK(failing_on(world, FailOn::Contradiction) == "held");
  world.told(world.checks, of(4, 4), {}, "2026-11-01");
  world.shown(world.checks, of(1, 4), Kind::Export);
  CHECK(failing_on(world, FailOn::Contradiction) == "broken; mfa");
}

TEST_CASE("a gate is unproven unless all of it is proved; what is no gate does not matter") {
  Firm world;
  CHECK(failing_on(world, FailOn::UnprovenGate) == "broken; mfa");
  world.told(world.checks, of(4, 4));
  CHECK(failing_on(world, FailOn::UnprovenGate) == "broken; mfa");
  world.see();
  CHECK(failing_on(world, FailOn::UnprovenGate) == "held");
  world.inventory.statements.clear();
  world.profile.controls[0].always = false;
  world.count_out("mfa", "2026-11-01");
  CHECK(failing_on(world, FailOn::UnprovenGate) == "held");
}

TEST_CASE("a decline that has lapsed counts unless the control is met all the same") {
  Firm world;
  world.decline("plan", "2026-11-21");
  CHECK(failing_on(world, FailOn::LapsedDecline) == "held");
  world.inventory.declined[0].until = day("2026-11-20");
  CHECK(failing_on(world, FailOn::LapsedDecline) == "broken; plan declined 2026-11-20");
  world.told(world.plan, yes);
  CHECK(failing_on(world, FailOn::LapsedDecline) == "held");
}

TEST_CASE("an agreed action is overdue from the day after, unless it is done") {
  Firm world;
  world.agree("plan", "2026-11-21");
  CHECK(failing_on(world, FailOn::Overdue) == "held");
  world.inventory.agreed[0].by = day("2026-11-20");
  CHECK(failing_on(world, FailOn::Overdue) == "broken; plan agreed 2026-11-20");
  world.told(world.plan, yes);
  CHECK(failing_on(world, FailOn::Overdue) == "held");
}

TEST_CASE("a known gap is unowned until something is agreed, offered by somebody or declined") {
  Firm world;
  world.told(world.plan, no);
  world.see();
  CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");

  SUBCASE("an offer that says who") {
    world.offer("plan").who.clear();
    CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");
    world.inventory.offered[0].who = "us";
    CHECK(failing_on(world, FailOn::Unowned) == "held");
  }
  SUBCASE("an agreed action, late or not, until a no takes it back and has lapsed itself") {
    world.agree("plan", "2026-11-20");
    CHECK(failing_on(world, FailOn::Unowned) == "held");
    world.decline("plan", "2026-11-20").date = day("2026-11-02");
    CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");
  }
  SUBCASE("a decline, as long as it stands") {
    world.decline("plan", "2026-11-21");
    CHECK(failing_on(world, FailOn::Unowned) == "held");
    world.inventory.declined[0].until = day("2026-11-20");
    CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");
  }
  SUBCASE("a question finds out and mends nothing") {
    world.inventory.open.push_back({.facts = {world.plan}, .who = "us", .by = day("2026-12-01")});
    CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");
  }
}

TEST_CASE("what is not known is owned by a question with who and by when, or by what mends all of it") {
  Firm world;
  world.see();
  world.inventory.open.push_back({.facts = {world.plan}, .who = "us"});
  CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");
  world.inventory.open[0].by = day("2026-12-01");
  CHECK(failing_on(world, FailOn::Unowned) == "held");
  world.inventory.open[0].who.clear();
  CHECK(failing_on(world, FailOn::Unowned) == "broken; plan");
  world.offer("plan");
  CHECK(failing_on(world, FailOn::Unowned) == "held");
}

TEST_CASE("of a gap in several parts each needs somebody, or the control as a whole does") {
  Firm world;
  world.told(world.plan, yes);
  world.told(world.checks, of(1, 4), "Server");
  world.told(world.checks, of(2, 4), "Mail");
  world.told(world.checks, of(4, 4), "Till");
  world.agree("mfa", "2026-12-15").part = "Server";
  CHECK(failing_on(world, FailOn::Unowned) == "broken; mfa");
  world.offer("mfa").part = "Mail";
  CHECK(failing_on(world, FailOn::Unowned) == "held");
  world.inventory.agreed.clear();
  CHECK(failing_on(world, FailOn::Unowned) == "broken; mfa");
  world.inventory.offered[0].part.clear();
  CHECK(failing_on(world, FailOn::Unowned) == "held");
}

TEST_CASE("what is met or does not apply needs nobody") {
  Firm world;
  world.told(world.checks, of(4, 4));  // a gate without its proof is no gap
  world.count_out("plan", "2026-11-01");
  CHECK(failing_on(world, FailOn::Unowned) == "held");
}

TEST_CASE("how a run came out: the standard first, then the limits, then what an accepted verdict needs besides") {
  Firm below;
  below.told(below.checks, of(1, 4));
  Firm untold;
  Firm met;
  met.see();
  Firm late = below;
  late.agree("mfa", "2026-11-20");
  Firm met_and_late = met;
  met_and_late.agree("plan", "2026-11-20");

  const std::vector<Verdict> none;
  const std::vector<Verdict> accepts_below{Verdict::Below};
  const std::vector<Verdict> accepts_untold{Verdict::CannotTell};
  const std::vector<Verdict> both{Verdict::Below, Verdict::CannotTell};
  struct Row {
    const Firm& world;
    const std::vector<Verdict>& accepted;
    Passing held;
    Passing broken;
  };
  for (const auto& [world, accepted, held, broken] : {
           Row{met, none, Passing::Met, Passing::LimitBroken},
           Row{met, both, Passing::Met, Passing::LimitBroken},
           Row{met_and_late, none, Passing::Met, Passing::LimitBroken},
           Row{met_and_late, both, Passing::Met, Passing::LimitBroken},
           Row{below, none, Passing::NotMet, Passing::NotMet},
           Row{below, accepts_untold, Passing::NotMet, Passing::NotMet},
           Row{below, accepts_below, Passing::Accepted, Passing::LimitBroken},
           Row{below, both, Passing::Accepted, Passing::LimitBroken},
           Row{untold, none, Passing::NotMet, Passing::NotMet},
           Row{untold, accepts_below, Passing::NotMet, Passing::NotMet},
           Row{untold, accepts_untold, Passing::Accepted, Passing::LimitBroken},
           Row{late, none, Passing::NotMet, Passing::NotMet},
           Row{late, accepts_below, Passing::Late, Passing::LimitBroken},
       }) {
    const auto assessment = world.assessed();
    CAPTURE(name(assessment.verdict));
    CHECK(decide(assessment, true, accepted) == held);
    CHECK(decide(assessment, false, accepted) == broken);
  }
}
