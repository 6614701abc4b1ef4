#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

/// One gate that is missing and one that is not known, and the people who may act on them.
struct Gates : World {
  FactId missing = fact("a.missing", Type::YesNo);
  FactId silent = fact("b.silent", Type::YesNo);
  Gates() {
    gate("gate.missing", {is_yes(missing)}, 3).effort = Effort::Large;
    gate("gate.silent", {is_yes(silent)}, 1);
    told(missing, no);
    inventory.parties = {{"us", PartyKind::Provider, "Northgate IT", {}, {}, {}, {}, {}},
                         {"soft", PartyKind::ThirdParty, "Software supplier", {}, {}, {}, {}, {}}};
  }
  Agreed& agree(std::string_view agreed_on, std::string_view by) {
    Agreed agreed;
    agreed.controls = {{"gate.missing", {}}};
    agreed.who = "us";
    agreed.date = day(agreed_on);
    agreed.by = day(by);
    inventory.agreed.push_back(agreed);
    return inventory.agreed.back();
  }
  OpenQuestion& ask() {
    OpenQuestion question;
    question.facts = {silent};
    question.who = "us";
    question.by = day("2026-12-01");
    inventory.open.push_back(question);
    return inventory.open.back();
  }
};

Decline no_thanks(std::string control, std::string_view until) {
  Decline decline;
  decline.controls = {{std::move(control), {}}};
  decline.date = day("2026-01-10");
  decline.until = day(until);
  return decline;
}

}  // namespace

TEST_CASE("service goes on with conditions when every missed gate is agreed and every unknown one is asked") {
  Gates world;
  CHECK(world.assessed().service == Service::DoNotTakeOn);
  world.agree("2026-11-14", "2026-12-15");
  CHECK(world.assessed().service == Service::DoNotTakeOn);
  world.ask();
  CHECK(world.assessed().service == Service::WithConditions);
  world.inventory.open[0].who.clear();
  CHECK(world.assessed().service == Service::DoNotTakeOn);
}

TEST_CASE("an agreed action that is overdue, too far off or nobody's is no condition") {
  Gates world;
  world.ask();
  auto& agreed = world.agree("2026-11-14", "2027-02-12");  // the last day of 90 days' grace
  CHECK(world.assessed().service == Service::WithConditions);
  agreed.by = day("2027-02-13");
  CHECK(world.assessed().service == Service::DoNotTakeOn);
  agreed.by = day("2026-11-20");
  CHECK(world.assessed().service == Service::DoNotTakeOn);
  CHECK(world.assessed().actions[0].is_overdue);
  agreed.by = day("2026-11-21");
  CHECK(world.assessed().service == Service::WithConditions);
  agreed.who.clear();
  CHECK(world.assessed().service == Service::DoNotTakeOn);
}

TEST_CASE("an action agreed for one part is no condition for another part's gap") {
  Gates world;
  world.ask();
  world.inventory.statements[0].part = "Leeds";
  world.told(world.missing, no, "Harrogate");
  world.agree("2026-11-14", "2026-12-15").part = "Leeds";
  CHECK(world.assessed().service == Service::DoNotTakeOn);
  world.agree("2026-11-14", "2026-12-15").part = "Harrogate";
  CHECK(world.assessed().service == Service::WithConditions);
}

TEST_CASE("signed, lapsed and moot are three flags of their own") {
  Gates world;
  auto decline = no_thanks("gate.missing", "2026-11-21");
  decline.signed_on = day("2026-01-12");
  world.inventory.declined = {decline, no_thanks("gate.missing", "2026-11-20")};
  auto finding = world.assessed().findings[0];
  REQUIRE(finding.declines.size() == 2);
  CHECK(finding.declines[0].is_signed);
  CHECK_FALSE(finding.declines[0].is_lapsed);
  CHECK_FALSE(finding.declines[1].is_signed);
  CHECK(finding.declines[1].is_lapsed);
  CHECK_FALSE(finding.declines[0].is_moot);
  world.inventory.statements[0].value = yes;
  finding = world.assessed().findings[0];
  CHECK(finding.declines[0].is_moot);
  CHECK(finding.outcome == Outcome::Met);
}

TEST_CASE("an offer without an answer is no decline; an agreed action or a no on its day or later answers it") {
  Gates world;
  Offer offer;
  offer.controls = {{"gate.missing", {}}};
  offer.date = day("2026-10-01");
  world.inventory.offered.push_back(offer);
  const auto unanswered = [&] {
    return std::ranges::count(world.assessed().ledger, LedgerEntry::What::NoAnswer, &LedgerEntry::what);
  };
  CHECK(unanswered() == 1);
  CHECK(world.assessed().findings[0].declines.empty());
  auto decline = no_thanks("gate.missing", "2027-01-10");
  decline.date = day("2026-09-30");
  world.inventory.declined.push_back(decline);
  CHECK(unanswered() == 1);
  world.inventory.declined[0].date = day("2026-10-01");
  CHECK(unanswered() == 0);
}

TEST_CASE("a claim that something does not apply is refused where a statement shows the opposite") {
  World world;
  const auto fact = world.fact("area.fact", Type::YesNo);
  world.control("control", {is_yes(fact)});
  NotApplicable none;
  none.control = {"control", {}};
  none.date = day("2026-11-14");
  world.inventory.not_applicable.push_back(none);
  CHECK(world.assessed().findings[0].outcome == Outcome::NotApplicable);
  world.shown(fact, no, Kind::Export);
  const auto result = world.assessed();
  CHECK(result.findings[0].outcome == Outcome::NotMet);
  CHECK(result.ledger[0].what == LedgerEntry::What::Refused);
}

TEST_CASE("a claim that something does not apply lapses to not known after 12 months") {
  World world;
  world.control("control", {is_yes(world.fact("area.fact", Type::YesNo))});
  NotApplicable none;
  none.control = {"control", {}};
  none.date = day("2026-11-14");
  world.inventory.not_applicable.push_back(none);
  CHECK(world.assessed_on("2027-11-14").findings[0].outcome == Outcome::NotApplicable);
  const auto lapsed = world.assessed_on("2027-11-15");
  CHECK(lapsed.findings[0].outcome == Outcome::Unknown);
  CHECK(lapsed.ledger[0].what == LedgerEntry::What::Lapsed);
}

TEST_CASE("a gate always applies") {
  Gates world;
  NotApplicable none;
  none.control = {"gate.silent", {}};
  none.date = day("2026-11-14");
  world.inventory.not_applicable.push_back(none);
  const auto result = world.assessed();
  CHECK(result.findings[1].outcome == Outcome::Unknown);
  CHECK(result.ledger[0].what == LedgerEntry::What::Refused);
}

TEST_CASE("missing points go to who must act, part by part, and what is not known has its own row") {
  // Weight 4 in all. a: coverage of two parts, 10 + 30 missing of 80; the 10 are the supplier's.
  // Shortfall of a = 2 x (1 - 40/80) = 1 of 4 = 25 points: supplier 25 x 10/40 = 6.25, ours 18.75: shown 6 and 19.
  // b (weight 2) is not known: 50 points.
  World world;
  const auto coverage = world.fact("a.coverage", Type::Coverage);
  world.control("a", {all_of(coverage)}, 2);
  world.control("b", {is_yes(world.fact("b.silent", Type::YesNo))}, 2);
  world.told(coverage, of(30, 40), "Server");
  world.told(coverage, of(10, 40), "Desks");
  world.inventory.parties = {{"soft", PartyKind::ThirdParty, "Supplier", {}, {}, {}, {}, {}}};
  world.inventory.acts = {{{"a", {}}, "Server", "soft", {}}};
  const auto result = world.assessed();
  CHECK(result.score.claimed == 25);
  REQUIRE(result.missing.size() == 3);
  CHECK(result.missing[0].party == "provider");
  CHECK(result.missing[0].points == 19);
  CHECK(result.missing[1].party == "soft");
  CHECK(result.missing[1].points == 6);
  CHECK(result.missing[2].party.empty());
  CHECK(result.missing[2].points == 50);
}

TEST_CASE("doors are closed by what is met, and only proved ones are counted as proved") {
  World world;
  const auto a = world.fact("a.fact", Type::YesNo);
  const auto b = world.fact("b.fact", Type::YesNo);
  const auto c = world.fact("c.fact", Type::YesNo);
  for (const auto fact : {a, b, c})
    world.control("control" + std::to_string(fact), {is_yes(fact)}).harms = {Harm::WorkStops};
  world.told(a, yes);
  world.shown(b, yes, Kind::Seen);
  world.told(c, no);
  const auto door = world.assessed().doors[static_cast<std::size_t>(Harm::WorkStops)];
  CHECK(door.applicable == 3);
  CHECK(door.closed == 2);
  CHECK(door.proved == 1);
}

TEST_CASE("actions: missed gates first, then unknown gates, then value for the effort") {
  // Weight 12. small: (4 x 100/12 + 1 door) / 1 = 34.3; large: (4 x 100/12 + 1) / 4 = 8.6.
  Gates world;
  const auto small = world.fact("c.small", Type::YesNo);
  const auto large = world.fact("d.large", Type::YesNo);
  auto& costly = world.control("large", {is_yes(large)}, 4);
  costly.effort = Effort::Large;
  costly.harms = {Harm::WorkStops};
  auto& cheap = world.control("small", {is_yes(small)}, 4);
  cheap.effort = Effort::Small;
  cheap.harms = {Harm::WorkStops};
  world.told(small, no);
  world.told(large, no);
  const auto actions = world.assessed().actions;
  REQUIRE(actions.size() == 4);
  CHECK(world.profile.controls[actions[0].findings[0]].id == "gate.missing");
  CHECK(world.profile.controls[actions[1].findings[0]].id == "gate.silent");
  CHECK(actions[1].is_question);
  CHECK(world.profile.controls[actions[2].findings[0]].id == "small");
  CHECK(actions[2].value == 34'333'333);
  CHECK(actions[3].value == 8'583'333);
}

TEST_CASE("controls that one offer covers are one action") {
  Gates world;
  Offer offer;
  offer.controls = {{"gate.missing", {}}, {"gate.silent", {}}};
  offer.date = day("2026-11-14");
  offer.who = "us";
  world.inventory.offered.push_back(offer);
  const auto actions = world.assessed().actions;
  REQUIRE(actions.size() == 1);
  CHECK(actions[0].findings == std::vector<std::size_t>{0, 1});
  CHECK(actions[0].who == "us");
  CHECK(actions[0].gates_missed == 1);
  CHECK(actions[0].gates_unknown == 1);
}

TEST_CASE("what was offered, agreed, declined or ruled out after the day of the assessment is told, not dropped") {
  Gates world;
  Offer offer;
  offer.controls = {{"gate.missing", {}}};
  offer.date = day("2026-11-22");
  world.inventory.offered = {offer};
  world.agree("2026-11-23", "2026-12-15");
  auto decline = no_thanks("gate.missing", "2027-01-10");
  decline.date = day("2026-11-24");
  world.inventory.declined = {decline};
  NotApplicable none;
  none.control = {"gate.silent", {}};
  none.date = day("2026-11-25");
  world.inventory.not_applicable = {none};
  const auto told = [&](std::string_view as_of) {
    std::string text;
    for (const auto& entry : world.assessed_on(as_of).ledger) {
      if (entry.what != LedgerEntry::What::Future) continue;
      REQUIRE(entry.list);
      text += world.profile.controls[*entry.finding].id + " " + std::string{name(*entry.list)} + " " +
              std::to_string(*entry.item) + " " + to_iso(*entry.date) + "\n";
    }
    return text;
  };
  CHECK(told("2026-11-21") ==
        "gate.missing offered 0 2026-11-22\n"
        "gate.missing agreed 0 2026-11-23\n"
        "gate.missing declined 0 2026-11-24\n"
        "gate.silent not_applicable 0 2026-11-25\n");
  CHECK(told("2026-11-25") == "");
}

TEST_CASE("an answer for another part of the same control does not answer an offer") {
  Gates world;
  Offer offer;
  offer.controls = {{"gate.missing", {}}};
  offer.part = "Leeds";
  offer.date = day("2026-10-01");
  world.inventory.offered.push_back(offer);
  const auto unanswered = [&] {
    return std::ranges::count(world.assessed().ledger, LedgerEntry::What::NoAnswer, &LedgerEntry::what);
  };
  world.agree("2026-11-14", "2026-12-15").part = "Harrogate";
  CHECK(unanswered() == 1);
  auto decline = no_thanks("gate.missing", "2027-01-10");
  decline.date = day("2026-10-02");
  decline.part = "York";
  world.inventory.declined = {decline};
  CHECK(unanswered() == 1);
  world.inventory.declined[0].part = "Leeds";
  CHECK(unanswered() == 0);
  world.inventory.declined.clear();
  world.inventory.agreed[0].part.clear();
  CHECK(unanswered() == 0);
  world.inventory.agreed[0].part = "Harrogate";
  world.inventory.offered[0].part.clear();
  CHECK(unanswered() == 0);
}

TEST_CASE("a yes went on counting after a later no") {
  Gates world;
  world.agree("2026-11-14", "2026-12-15");
  world.ask();
  auto no_more = no_thanks("gate.missing", "2027-11-14");
  no_more.date = day("2026-11-13");
  world.inventory.declined.push_back(no_more);
  CHECK(world.assessed().service == Service::WithConditions);  // the yes is the newer one
  world.inventory.declined[0].date = day("2026-11-14");
  const auto result = world.assessed();
  CHECK(result.service == Service::DoNotTakeOn);
  CHECK(result.findings[0].agreed.empty());
  CHECK(result.findings[0].declines.size() == 1);
  world.inventory.declined[0].part = "Server";  // about a part alone: the rest of the yes stands
  CHECK(world.assessed().findings[0].agreed.size() == 1);
}
