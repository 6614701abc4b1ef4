#include <doctest/doctest.h>

#include <string>

#include "candor/model/assessment.hpp"
#include "candor/model/profile.hpp"
#include "candor/model/report.hpp"

using namespace candor;

namespace {

Control control(std::string id, int weight) {
  Control result;
  result.id = std::move(id);
  result.weight = weight;
  return result;
}

template <typename... Values>
std::string names(Values... values) {
  std::string all;
  ((all += name(values), all += ' '), ...);
  return all;
}

}  // namespace

TEST_CASE("a control is found by its id, and its place is the order written") {
  Profile profile;
  profile.controls = {control("mfa.cloud", 7), control("backup.tested", 5), control("owner.person", 1)};
  CHECK(profile.find("backup.tested") == std::size_t{1});
  CHECK_FALSE(profile.find("backup").has_value());
  CHECK(profile.total_weight() == 13);
  CHECK(Profile{}.total_weight() == 0);
}

TEST_CASE("a baseline is found by its key") {
  Profile profile;
  profile.baselines = {{"CE", "Cyber Essentials", "2023", true}, {"CIS", "CIS Controls", "2021", true}};
  REQUIRE(profile.find_baseline("CIS") != nullptr);
  CHECK(profile.find_baseline("CIS")->name == "CIS Controls");
  CHECK(profile.find_baseline("ce") == nullptr);
}

TEST_CASE("every word of a profile is named as one writes it") {
  CHECK(names(Harm::WorkStops, Harm::DataPublished, Harm::FalsePayment, Harm::WayIntoCustomers, Harm::CoverLost) ==
        "work_stops data_published false_payment way_into_customers cover_lost ");
  CHECK(names(Effort::Small, Effort::Medium, Effort::Large) == "small medium large ");
  using Test = Condition::Test;
  CHECK(names(Test::All, Test::Any, Test::Is, Test::OneOf, Test::AtLeast, Test::AtMost, Test::Everyone, Test::Within,
              Test::SeenWithin, Test::NotPassed, Test::Given, Test::Every, Test::Fixed) ==
        "all any is one_of at_least at_most all within seen_within not_passed given every fixed ");
}

TEST_CASE("results are named for scripts and said for owners") {
  CHECK(names(Outcome::Met, Outcome::Partly, Outcome::NotMet, Outcome::Unknown, Outcome::NotApplicable) ==
        "met partly not_met unknown not_applicable ");
  CHECK(words(Outcome::Met) == "in place");
  CHECK(words(Outcome::Partly) == "partly in place");
  CHECK(words(Outcome::NotMet) == "missing");
  CHECK(words(Outcome::Unknown) == "not known");
  CHECK(words(Outcome::NotApplicable) == "does not apply");
  CHECK(names(Verdict::Below, Verdict::CannotTell, Verdict::Meets) == "below cannot_tell meets ");
  CHECK(names(Service::TakeOn, Service::WithConditions, Service::DoNotTakeOn) ==
        "take_on_or_keep with_conditions do_not_take_on ");
  CHECK(names(Audience::Owner, Audience::Technician, Audience::Board) == "owner technician board ");
  using What = LedgerEntry::What;
  CHECK(names(What::Overridden, What::Aged, What::Future, What::Contradicted, What::Declined, What::DeclineLapsed,
              What::DeclineMoot, What::NotApplicable, What::Refused, What::Lapsed, What::ExtraPart, What::NoAnswer,
              What::Overdue) ==
        "overridden aged future contradicted declined decline_lapsed decline_moot not_applicable refused lapsed "
        "extra_part no_answer overdue ");
}
