#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "assess/expiry.hpp"
#include "assess/finding.hpp"
#include "candor/assess/portfolio.hpp"
#include "random_world.hpp"

using namespace candor;
using namespace candor::test;

namespace {

std::vector<ClientRow> rows_of(int count) {
  std::vector<ClientRow> rows;
  for (int i = 0; i < count; ++i) {
    auto world = random_world(static_cast<unsigned>(i));
    world.inventory.client.id = "client-" + std::to_string(i);
    world.inventory.client.name = "Client " + std::to_string(i);
    world.inventory.client.sector = i % 3 == 0 ? "dental" : "law";
    rows.push_back(row_of(world.assessed()));
  }
  return rows;
}

Portfolio sum_of(const Profile& profile, std::vector<ClientRow> rows, GroupBy by = GroupBy::None,
                 EarlierRows* earlier = nullptr) {
  PortfolioSummary summary{profile, by, earlier};
  for (auto& row : rows) summary.add(row);
  return summary.take();
}

}  // namespace

TEST_CASE("a row tells what the assessment came to") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto assessment = world.assessed();
    const auto row = row_of(assessment);
    REQUIRE(judge_row(world.catalog, world.profile, world.inventory, assessment.as_of) == row);
    REQUIRE(row.outcomes.size() == assessment.findings.size());
    REQUIRE(row.verdict == assessment.verdict);
    REQUIRE(row.proved == assessment.score.proved);
    int lost = 0;
    for (const int points : row.lost) lost += points;
    REQUIRE(lost == (assessment.score.weight == 0 ? 0 : 100 - row.claimed));
    REQUIRE(std::ranges::count(row.outcomes, 'u') == assessment.counts[static_cast<std::size_t>(Outcome::Unknown)]);
    REQUIRE(std::ranges::count(row.outcomes, '-') ==
            assessment.counts[static_cast<std::size_t>(Outcome::NotApplicable)]);
    REQUIRE(row.next.has_value() == (row.declines_soon + row.proofs_soon > 0));
    if (row.next) REQUIRE((*row.next > row.as_of && *row.next <= plus_days(row.as_of, soon_days)));
  }
}

TEST_CASE("what is named as running out is what is judged to prove less then, and no more") {
  int ended = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    CAPTURE(seed);
    const auto world = random_world(seed);
    const auto assessment = world.assessed();
    const Standing standing{world.catalog, world.inventory, assessment.as_of};
    for (const int days : {30, 500}) {
      const auto last = plus_days(assessment.as_of, days);
      const Case later{world.catalog, world.profile, world.inventory, last, standing};
      const auto breaks = find_expiring(assessment, standing, last);
      for (const auto& finding : assessment.findings) {
        const auto then = hold_control(later, finding.control);
        const bool is_less = finding.outcome != Outcome::NotApplicable && then.outcome != Outcome::NotApplicable &&
                             then.interval.proved < finding.interval.proved;
        const bool is_named = std::ranges::any_of(
            breaks, [&](const LimitBreak& lapse) { return lapse.finding == finding.control && !lapse.list; });
        REQUIRE(is_named == is_less);
        ended += is_less ? 1 : 0;
      }
    }
  }
  CHECK(ended > 10);
}

TEST_CASE("a portfolio is the same in whatever order its rows come") {
  const auto profile = random_world(0).profile;
  auto rows = rows_of(200);
  const auto before = sum_of(profile, rows, GroupBy::Sector);
  std::shuffle(rows.begin(), rows.end(), std::mt19937{7});
  const auto after = sum_of(profile, rows, GroupBy::Sector);
  CHECK(before.all.clients == 200);
  CHECK(before.all.verdicts == after.all.verdicts);
  CHECK(before.lost == after.lost);
  REQUIRE(before.listed.size() == after.listed.size());
  for (std::size_t i = 0; i < before.listed.size(); ++i) REQUIRE(before.listed[i].client == after.listed[i].client);
  REQUIRE(before.groups.size() == 2);
  CHECK(before.groups.at("dental").clients + before.groups.at("law").clients == 200);
  CHECK(before.groups.at("dental").claimed == after.groups.at("dental").claimed);
}

TEST_CASE("who is below the minimum stands before whom nobody can judge, and these before those who meet it") {
  const auto profile = random_world(0).profile;
  const auto portfolio = sum_of(profile, rows_of(300));
  CHECK(std::ranges::is_sorted(portfolio.listed, {}, &ClientRow::verdict));
  CHECK(std::ranges::is_sorted(portfolio.listed, comes_first));
}

TEST_CASE("of more clients than are listed those who need a call first are kept") {
  const auto profile = random_world(0).profile;
  auto row = rows_of(1).front();
  std::vector<ClientRow> rows;
  for (int i = 0; i < 3000; ++i) {
    row.client = row.name = std::to_string(10000 + i);
    row.verdict = i % 2 == 0 ? Verdict::Meets : Verdict::Below;
    rows.push_back(row);
  }
  const auto portfolio = sum_of(profile, rows);
  REQUIRE(portfolio.listed.size() == Portfolio::most_listed);
  CHECK(std::ranges::count(portfolio.listed, Verdict::Below, &ClientRow::verdict) == 1500);
  CHECK(portfolio.all.clients == 3000);
}

TEST_CASE("since the last rows: who fell, who rose, who came and went, and since when a verdict stands") {
  const auto profile = random_world(0).profile;
  auto row = rows_of(1).front();
  row.is_scored = true;
  const auto make = [&](std::string client, Verdict verdict, int claimed) {
    auto made = row;
    made.client = made.name = std::move(client);
    made.verdict = verdict;
    made.claimed = claimed;
    return made;
  };
  EarlierRows earlier;
  auto fallen_long_ago = make("old", Verdict::Below, 30);
  fallen_long_ago.since = *parse_date("2026-01-02");
  auto meets = make("falls", Verdict::Meets, 90);
  meets.as_of = fallen_long_ago.as_of = *parse_date("2026-11-01");
  earlier.add(fallen_long_ago);
  earlier.add(meets);
  earlier.add(make("rises", Verdict::Below, 50));
  earlier.add(make("goes", Verdict::Below, 50));
  const auto portfolio = sum_of(profile,
                                {make("old", Verdict::Below, 30), make("falls", Verdict::Below, 60),
                                 make("rises", Verdict::Meets, 100), make("comes", Verdict::Below, 1)},
                                GroupBy::None, &earlier);
  REQUIRE(portfolio.news);
  CHECK(portfolio.news->fell == std::vector<std::string>{"falls"});
  CHECK(portfolio.news->rose == std::vector<std::string>{"rises"});
  CHECK(portfolio.news->came == 1);
  CHECK(portfolio.news->went == 1);
  CHECK(portfolio.news->compared == 3);
  CHECK(portfolio.news->claimed == 20);
  const auto old = std::ranges::find(portfolio.listed, std::string{"old"}, &ClientRow::client);
  CHECK(old->since == *parse_date("2026-01-02"));
  const auto falls = std::ranges::find(portfolio.listed, std::string{"falls"}, &ClientRow::client);
  CHECK(falls->since == falls->as_of);
}
