#include "candor/assess/compare.hpp"

#include <doctest/doctest.h>

#include "random_world.hpp"

using namespace candor;
using namespace candor::test;

namespace {

constexpr int tries = 1000;

/// A standard of weight 10, so that a weight is ten points: accounts (5), remote work (3) and a restore (2).
struct Firm : World {
  FactId accounts = fact("mfa.accounts", Type::Coverage);
  FactId remote = fact("mfa.remote", Type::YesNo);
  FactId restored = fact("backup.restored", Type::Event);
  Firm() {
    gate("accounts", {all_of(accounts)}, 5);
    gate("remote", {is_yes(remote)}, 3);
    control("restore", {within(restored, months(12))}, 2);
  }
};

Comparison compared(const World& before, const World& after) {
  return compare(after.catalog, {before.profile, before.inventory, before.as_of}, std::nullopt,
                 {after.profile, after.inventory, after.as_of});
}

/// `client 0/12/12` for every cause that moved a point: proved, claimed, at best.
std::string told(const std::array<Points, cause_count>& causes) {
  std::string text;
  for (std::size_t i = 0; i < causes.size(); ++i) {
    const auto& [proved, claimed, at_best] = causes[i];
    if (causes[i] == Points{}) continue;
    text += (text.empty() ? "" : ", ") + std::string{name(static_cast<Cause>(i))} + " " + std::to_string(proved) + "/" +
            std::to_string(claimed) + "/" + std::to_string(at_best);
  }
  return text;
}

/// `accounts: client 0/12/12 [changed]` for every control that moved.
std::string controls(const Comparison& comparison) {
  std::string text;
  for (const auto& change : comparison.controls) {
    std::string news;
    for (const auto& item : change.news) news += (news.empty() ? "" : " ") + std::string{name(item.what)};
    const auto points = told(change.points);
    if (!points.empty() || !news.empty()) text += change.control + ": " + points + " [" + news + "]\n";
  }
  return text;
}

Points sum(const std::array<Points, cause_count>& causes) {
  return ControlChange{.control = {}, .title = {}, .before = {}, .after = {}, .points = causes, .news = {}}.total();
}

}  // namespace

TEST_CASE("only the client changed") {
  Firm before;
  before.told(before.accounts, of(30, 40));  // 3.75 of 5: 37.5 points, shown as 38
  before.told(before.remote, no);
  before.told(before.restored, Event{day("2026-09-30"), {}, {}, {}});  // 20 points
  Firm after;
  after.told(after.accounts, of(40, 40));  // 50 points
  after.told(after.remote, no);
  after.told(after.restored, Event{day("2026-09-30"), {}, {}, {}});
  const auto made = compared(before, after);
  CHECK(made.old.score.claimed == 58);  // 57.5
  CHECK(made.now.score.claimed == 70);
  CHECK(told(made.causes) == "client 0/12/12");
  CHECK(controls(made) == "accounts: client 0/12/12 [changed]\n");
}

TEST_CASE("only the standard changed") {
  Firm before;
  before.told(before.accounts, of(40, 40));  // 50 of 100
  before.told(before.remote, no);
  before.told(before.restored, unknown);
  Firm after = before;
  after.profile.version = "2";
  after.profile.controls[1].weight = 13;  // 20 in all: accounts 25, remote 65, restore 10
  const auto made = compared(before, after);
  CHECK(told(made.causes) == "standard 0/-25/-35");  // at best 70 before: 50 + 20; 35 now: 25 + 10
  CHECK(controls(made) == "accounts: standard 0/-25/-25 []\nrestore: standard 0/0/-10 []\n");
  CHECK_FALSE(made.is_same_standard);
}

TEST_CASE("only time passed: nothing edited, 200 days later") {
  Firm before;
  before.profile.controls[1].fresh = months(6);
  before.told(before.accounts, of(40, 40));
  before.told(before.remote, yes);                                     // 2026-11-14: too old after 14 May 2027
  before.told(before.restored, Event{day("2026-01-30"), {}, {}, {}});  // too old after 30 January 2027
  Firm after = before;
  after.as_of = plus_days(before.as_of, 200);
  const auto made = compared(before, after);
  CHECK(made.old.score.claimed == 100);
  CHECK(made.now.score.claimed == 50);
  CHECK(told(made.causes) == "time 0/-50/-20");  // an old yes may still be so, an old restore test is none
  CHECK(controls(made) == "remote: time 0/-30/0 [aged]\nrestore: time 0/-20/-20 [aged]\n");
}

TEST_CASE("an export contradicted a claim") {
  Firm before;
  before.told(before.accounts, of(40, 40));
  before.told(before.remote, yes);
  before.told(before.restored, Event{});
  Firm after = before;
  after.shown(after.accounts, of(10, 40), Kind::Export, {}, "2026-11-20");
  const auto made = compared(before, after);
  CHECK(made.old.score.claimed == 80);
  CHECK(made.now.score.claimed == 43);  // 12.5 + 30
  CHECK(made.now.score.proved == 13);
  CHECK(told(made.causes) == "evidence 13/-37/-37");
  CHECK(controls(made) == "accounts: evidence 13/-37/-37 [contradicted]\n");
}

TEST_CASE("all at once: each cause has its own points, and they add up") {
  Firm before;
  before.told(before.accounts, of(40, 40));                            // 50
  before.told(before.remote, unknown);                                 // 0, at best 30
  before.told(before.restored, Event{day("2026-01-30"), {}, {}, {}});  // 20
  Firm after = before;
  after.as_of = plus_days(before.as_of, 200);
  after.inventory.statements.clear();
  after.told(after.accounts, of(36, 40), {}, "2027-06-01");
  after.told(after.remote, yes, {}, "2027-06-01");
  after.told(after.restored, Event{day("2027-05-02"), {}, {}, {}}, {}, "2027-06-01");
  after.shown(after.accounts, of(20, 40), Kind::Export, {}, "2027-05-20");
  after.profile.controls[0].weight = 15;  // 20 in all: accounts 75, remote 15, restore 10
  const auto made = compared(before, after);
  // Old: claimed 70, at best 100. Time: the restore is gone: 50, 80. Standard: 75, 90. Evidence: half of the accounts:
  // 37.5, 52.5, proved 37.5. Client: a later confession does not make the export better: as before; the restore: 47.5,
  // 62.5. Knowledge: remote: 62.5, 62.5.
  CHECK(made.now.score.proved == 38);
  CHECK(made.now.score.claimed == 63);
  CHECK(made.now.score.at_best == 63);
  CHECK(told(made.causes) == "time 0/-20/-20, standard 0/25/10, evidence 38/-37/-37, client 0/10/10, knowledge 0/15/0");
  CHECK(controls(made) ==
        "accounts: standard 0/25/25, evidence 38/-37/-37 [contradicted]\n"
        "remote: standard 0/0/-15, knowledge 0/15/0 [changed]\n"
        "restore: time 0/-20/-20, client 0/10/10 [aged changed]\n");
}

TEST_CASE("what a standard no longer asks for, and what it newly asks for, is told as the standard's doing") {
  Firm before;
  before.told(before.accounts, of(40, 40));
  before.told(before.remote, yes);
  Firm after = before;
  after.profile.version = "2";
  after.profile.controls.erase(after.profile.controls.begin() + 1);
  after.profile.controls[0].id = "accounts.all";
  const auto made = compared(before, after);
  REQUIRE(made.controls.size() == 4);
  CHECK(made.controls[0].control == "accounts.all");
  CHECK_FALSE(made.controls[0].before);
  CHECK(made.controls[2].control == "accounts");
  CHECK_FALSE(made.controls[2].after);
  for (const auto& change : made.controls)
    for (const auto cause : {Cause::Time, Cause::Evidence, Cause::Client, Cause::Knowledge})
      CHECK(change.points[static_cast<std::size_t>(cause)] == Points{});
}

TEST_CASE("what was possible before and is known now is no change at the client") {
  const auto cause_of = [](const Value& was, const Value& is) {
    Firm before;
    before.told(before.accounts, was);
    Firm after;
    after.told(after.accounts, is);
    return told(compared(before, after).causes);
  };
  CHECK(cause_of(unknown, of(40, 40)) == "knowledge 0/50/0");
  CHECK(cause_of(of(20, 40, 20), of(30, 40)) == "knowledge 0/13/-12");
  CHECK(cause_of(of(20, 40), of(30, 40)) == "client 0/13/13");
  CHECK(cause_of(of(30, 40), unknown) == "knowledge 0/-38/12");
  CHECK(cause_of(Coverage{Coverage::Said::NotAll, 0, 0, 0}, of(30, 40)) ==
        "knowledge 0/38/-11");  // 99 before: 100 only when exact
  CHECK(cause_of(everyone, of(40, 40)) == "");
}

TEST_CASE("the same said again on a later day is what we know, and gives back what time took") {
  Firm before;
  before.told(before.accounts, everyone, {}, "2026-11-14");
  Firm after;
  after.as_of = day("2027-12-01");
  after.told(after.accounts, everyone, {}, "2027-11-20");
  CHECK(told(compared(before, after).causes) == "time 0/-50/0, knowledge 0/50/0");
}

TEST_CASE("a site that nobody had named is one we did not know of") {
  Firm before;
  before.told(before.accounts, of(10, 10), "Office");
  Firm after = before;
  after.told(after.accounts, of(0, 10), "Shop");
  CHECK(told(compared(before, after).causes) == "knowledge 0/-25/-25");
}

TEST_CASE("a firm that grew and kept its share is the same, and told as no change") {
  Firm before;
  before.catalog.facts[before.accounts].of = {"accounts"};
  before.inventory.counts["accounts"] = 10;
  before.told(before.accounts, of(10, 10));
  Firm after = before;
  after.inventory.counts["accounts"] = 15;
  after.inventory.statements.clear();
  after.told(after.accounts, of(15, 15));
  CHECK(controls(compared(before, after)) == "");
}

TEST_CASE("a count out of another number is a change at the client, though its unknown heads would leave room") {
  Firm before;
  before.told(before.accounts, of(10, 20, 10));
  Firm after;
  after.told(after.accounts, of(20, 40));
  CHECK(told(compared(before, after).causes) == "client 0/0/-25");
}

TEST_CASE("a part with another name, and its proof with it, moves nothing") {
  Firm before;
  before.told(before.accounts, of(10, 10), "Server");
  before.shown(before.accounts, of(10, 10), Kind::Document, "Server");
  Firm after;
  after.told(after.accounts, of(10, 10), "File server");
  after.shown(after.accounts, of(10, 10), Kind::Document, "File server");
  CHECK(told(compared(before, after).causes) == "");
}

TEST_CASE("a part that took another's place is the client's doing, with its proof") {
  Firm before;
  before.told(before.accounts, of(10, 10), "Google");
  before.shown(before.accounts, of(10, 10), Kind::Export, "Google");
  Firm after;
  after.told(after.accounts, of(0, 10), "Microsoft");
  after.shown(after.accounts, of(0, 10), Kind::Export, "Microsoft");
  CHECK(told(compared(before, after).causes) == "client -50/-50/-50");
}

TEST_CASE("the proof of a site that nobody had named comes with the site") {
  Firm before;
  before.told(before.accounts, of(10, 10), "Office");
  Firm after = before;
  after.told(after.accounts, of(0, 10), "Shop");
  after.shown(after.accounts, of(0, 10), Kind::Export, "Shop");
  CHECK(told(compared(before, after).causes) == "knowledge 0/-25/-25");
}

TEST_CASE("what is dated between the two days counts from its day on, and is not called old") {
  Firm before;
  before.told(before.accounts, of(0, 10), {}, "2026-11-25");
  Firm after = before;
  after.as_of = day("2026-11-28");
  const auto made = compared(before, after);
  CHECK(controls(made) == "accounts: time 0/0/-50 [begun]\n");
}

TEST_CASE("what moved only with the whole was not judged otherwise") {
  Firm before;
  before.told(before.accounts, of(40, 40));
  Firm after = before;
  NotApplicable none;
  none.control = {"restore", {}};
  none.date = after.as_of;
  after.inventory.not_applicable.push_back(none);
  const auto made = compared(before, after);
  CHECK(controls(made) == "accounts: client 0/13/13 []\nremote: client 0/0/7 []\nrestore: client 0/0/-20 []\n");
  CHECK_FALSE(made.controls[0].judged[static_cast<std::size_t>(Cause::Client)]);
  CHECK(made.controls[2].judged[static_cast<std::size_t>(Cause::Client)]);
}

TEST_CASE("proof that went is told as proof, with what it was") {
  Firm after;
  after.told(after.accounts, of(40, 40));
  Firm before = after;
  before.shown(before.accounts, of(40, 40), Kind::Document);
  const auto made = compared(before, after);
  CHECK(told(made.causes) == "evidence -50/0/0");
  CHECK(controls(made) == "accounts: evidence -50/0/0 [went]\n");
}

TEST_CASE("a record that another program counted otherwise is told apart from all that happened") {
  Firm before;
  before.told(before.accounts, of(40, 40));
  auto recorded = result_of(before.assessed());
  recorded.controls[0].interval.low = 500'000;
  recorded.score.claimed = 25;
  const auto made = compare(before.catalog, {before.profile, before.inventory, before.as_of}, recorded,
                            {before.profile, before.inventory, before.as_of});
  CHECK(told(made.causes) == "program 0/25/0");
  CHECK(made.before.score.claimed == 25);
}

TEST_CASE("the causes add up to the whole difference, and the controls to each cause") {
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto before = random_world(seed);
    auto after = random_world(seed + 100'000);
    after.as_of = plus_days(before.as_of, static_cast<int>(seed % 400));
    after.profile.controls[seed % 8].weight += static_cast<int>(seed % 5);
    const auto made = compared(before, after);
    const auto was = points_of(made.before.score);
    const auto is = points_of(made.now.score);
    REQUIRE(sum(made.causes) == Points{is.proved - was.proved, is.claimed - was.claimed, is.at_best - was.at_best});
    for (std::size_t cause = 0; cause < cause_count; ++cause) {
      Points of_controls;
      for (const auto& change : made.controls) {
        of_controls.proved += change.points[cause].proved;
        of_controls.claimed += change.points[cause].claimed;
        of_controls.at_best += change.points[cause].at_best;
      }
      REQUIRE(of_controls == made.causes[cause]);
    }
  }
}

TEST_CASE("where only one thing changed, no other cause has a point or a word") {
  const auto only = [](const Comparison& made, std::initializer_list<Cause> allowed) {
    for (const auto& change : made.controls) {
      for (std::size_t i = 0; i < cause_count; ++i)
        if (std::ranges::find(allowed, static_cast<Cause>(i)) == allowed.end() && !(change.points[i] == Points{}))
          return false;
      for (const auto& item : change.news)
        if (std::ranges::find(allowed, item.cause) == allowed.end()) return false;
    }
    return true;
  };
  for (unsigned seed = 0; seed < tries; ++seed) {
    CAPTURE(seed);
    const auto before = random_world(seed);
    const auto other = random_world(seed + 100'000);
    REQUIRE(only(compared(before, before), {}));
    auto after = before;
    after.as_of = plus_days(before.as_of, 1 + static_cast<int>(seed % 700));
    REQUIRE(only(compared(before, after), {Cause::Time}));
    after = before;
    after.profile.controls[seed % 8].weight += 3;
    REQUIRE(only(compared(before, after), {Cause::Standard}));
    after = before;
    std::erase_if(after.inventory.statements, [](const Statement& s) { return s.origin != Origin::Inventory; });
    REQUIRE(only(compared(before, after), {Cause::Evidence}));
    REQUIRE(only(compared(after, before), {Cause::Evidence}));
    std::erase_if(after.inventory.statements, [](const Statement&) { return true; });
    for (const auto& statement : other.inventory.statements)
      if (statement.origin == Origin::Inventory) after.inventory.statements.push_back(statement);
    for (const auto& statement : before.inventory.statements)
      if (statement.origin != Origin::Inventory) after.inventory.statements.push_back(statement);
    REQUIRE(only(compared(before, after), {Cause::Client, Cause::Knowledge}));
  }
}
