#include <doctest/doctest.h>

#include "random_world.hpp"

using namespace candor;
using namespace candor::test;

/// Laws that hold for every inventory, tried on thousands of generated ones. A failure prints its seed.
namespace {

constexpr int tries = 3000;

std::string id_of(const World& world) {
  return world.profile
      .controls[static_cast<std::size_t>(world.inventory.statements.size() % world.profile.controls.size())]
      .id;
}

}  // namespace

TEST_CASE("there is one finding a control, in order, and the outcomes add up") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    REQUIRE(result.findings.size() == world.profile.controls.size());
    for (std::size_t i = 0; i < result.findings.size(); ++i) REQUIRE(result.findings[i].control == i);
    int sum = 0;
    for (const auto count : result.counts) sum += count;
    REQUIRE(sum == static_cast<int>(world.profile.controls.size()));
  }
}

TEST_CASE("proved is never above claimed, nor claimed above at best") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    REQUIRE(result.score.proved <= result.score.claimed);
    REQUIRE(result.score.claimed <= result.score.at_best);
    REQUIRE(result.score.at_best_sum <= result.score.weight * whole);
    for (const auto& finding : result.findings) {
      REQUIRE(0 <= finding.interval.proved);
      REQUIRE(finding.interval.proved <= finding.interval.low);
      REQUIRE(finding.interval.low <= finding.interval.high);
      REQUIRE(finding.interval.high <= whole);
    }
  }
}

TEST_CASE("the missing points are shared out in full") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    if (result.score.weight == 0) continue;
    int sum = 0;
    for (const auto& row : result.missing) sum += row.points;
    REQUIRE(sum == 100 - result.score.claimed);
    for (const auto& finding : result.findings) {
      if (finding.outcome == Outcome::NotApplicable) continue;
      std::int64_t shares = 0;
      for (const auto& share : finding.shares) shares += share.weight_millionths;
      REQUIRE(shares == std::int64_t{world.profile.controls[finding.control].weight} * (whole - finding.interval.high));
    }
  }
}

TEST_CASE("not answering never scores better than answering badly") {
  int compared = 0;
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto frank = random_simple_world(seed);
    const auto before = frank.assessed();
    for (std::size_t i = 0; i < frank.inventory.statements.size(); ++i) {
      auto silent = frank;
      silent.inventory.statements[i].value = Unknown{};
      const auto after = silent.assessed();
      REQUIRE(after.score.claimed_sum * before.score.weight <= before.score.claimed_sum * after.score.weight);
      REQUIRE(after.score.proved_sum * before.score.weight <= before.score.proved_sum * after.score.weight);
      ++compared;
    }
  }
  CHECK(compared > tries);
}

TEST_CASE("saying unknown where something bad was said wins nothing under a claim that it does not apply") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto frank = random_simple_world(seed);
    if (frank.inventory.statements.empty()) continue;
    NotApplicable none;
    none.control = {id_of(frank), {}};
    none.date = frank.as_of;
    frank.inventory.not_applicable.push_back(none);
    const auto before = frank.assessed();
    auto silent = frank;
    silent.inventory.statements.front().value = Unknown{};
    const auto after = silent.assessed();
    REQUIRE(after.score.weight == before.score.weight);
    REQUIRE(after.score.claimed <= before.score.claimed);
  }
}

TEST_CASE("a decline, an offer or an agreed action changes none of the three numbers") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto world = random_world(seed);
    const auto before = world.assessed();
    for (const auto& control : world.profile.controls) {
      Decline decline;
      decline.controls = {{control.id, {}}};
      decline.date = world.as_of;
      decline.until = plus_months(world.as_of, 12);
      decline.signed_on = world.as_of;
      world.inventory.declined.push_back(decline);
      Offer offer;
      offer.controls = decline.controls;
      offer.date = world.as_of;
      world.inventory.offered.push_back(offer);
      Agreed agreed;
      agreed.controls = decline.controls;
      agreed.date = world.as_of;
      agreed.who = "us";
      agreed.by = world.as_of;
      world.inventory.agreed.push_back(agreed);
    }
    const auto after = world.assessed();
    REQUIRE(after.score == before.score);
    REQUIRE(after.verdict == before.verdict);
    REQUIRE(after.counts == before.counts);
  }
}

TEST_CASE("a later date that brings no new statement raises neither proved nor claimed") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto world = known_today(random_world(seed));
    world.inventory.not_applicable.clear();  // a lapse brings a control back: the weight is another then
    auto last = world.assessed();
    for (const int days : {1, 30, 89, 120, 366, 2000}) {
      const auto later = assess(world.catalog, world.profile, world.inventory, plus_days(world.as_of, days));
      REQUIRE(later.score.proved_sum <= last.score.proved_sum);
      REQUIRE(later.score.claimed_sum <= last.score.claimed_sum);
      last = later;
    }
  }
}

TEST_CASE("a lapsed claim that something does not apply never raises proved or claimed") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = known_today(random_world(seed));
    const auto before = world.assessed();
    const auto later = assess(world.catalog, world.profile, world.inventory, plus_months(world.as_of, 13));
    REQUIRE(later.score.proved <= before.score.proved);
    REQUIRE(later.score.claimed <= before.score.claimed);
  }
}

TEST_CASE("whatever was said, everything unknown cannot be told and never meets") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    auto world = random_world(seed);
    for (auto& statement : world.inventory.statements) statement.value = Unknown{};
    const auto result = world.assessed();
    REQUIRE(result.verdict == Verdict::CannotTell);
    REQUIRE(result.score.claimed == 0);
    REQUIRE(result.score.at_best == 100);
  }
}

TEST_CASE("a missed gate is below whatever the score") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    bool missed = false;
    bool unknown_gate = false;
    for (const auto& finding : result.findings) {
      if (!world.profile.controls[finding.control].minimum) continue;
      missed = missed || finding.interval.high < whole;
      unknown_gate = unknown_gate || finding.interval.proved < whole;
    }
    REQUIRE(result.verdict == (missed ? Verdict::Below : unknown_gate ? Verdict::CannotTell : Verdict::Meets));
  }
}

TEST_CASE("every gap is in exactly one action, and actions are in their order") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto result = world.assessed();
    std::vector<int> served(result.findings.size(), 0);
    for (const auto& action : result.actions)
      for (const auto i : action.findings) ++served[i];
    for (std::size_t i = 0; i < served.size(); ++i) {
      const auto& finding = result.findings[i];
      const bool is_gap =
          finding.outcome != Outcome::NotApplicable && (finding.outcome != Outcome::Met || finding.gate_unknown);
      REQUIRE(served[i] == (is_gap ? 1 : 0));
    }
    const auto tier = [](const Action& action) {
      return action.gates_missed > 0 ? 0 : action.gates_unknown > 0 ? 1 : 2;
    };
    REQUIRE(std::ranges::is_sorted(result.actions, [&](const Action& a, const Action& b) {
      return std::pair{tier(a), -a.value} < std::pair{tier(b), -b.value};
    }));
  }
}
