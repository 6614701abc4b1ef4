#include <doctest/doctest.h>

#include <string>

#include "compose/condition.hpp"
#include "fixture.hpp"

using namespace candor;
using namespace candor::fixture;

namespace {

World half_way() {
  World world;
  world.profile.baselines = {{"CE", "Cyber Essentials", "2023", true},
                             {"CPG", "CISA goals", "2025", false},
                             {"INS", "Insurers", "2026", false}};
  world.profile.controls[0].required_by = {
      {"INS", "asked", false, {}}, {"CE", "D.4", true, {}}, {"CPG", "3.F", true, "in short"}};
  world.profile.controls[0].weight = 2;
  world.profile.controls[3].ours = true;
  world.inventory.statements = {told(accounts, Coverage{Coverage::Said::Counted, 38, 42, 0}, "Microsoft 365"),
                                told(accounts, Coverage{Coverage::Said::Counted, 0, 3, 3}, "Booking"),
                                told(restored, Event{day("2025-01-09"), true, std::uint16_t{1}, {}}),
                                seen(named, Text{"Dr S. Lowe"})};
  return world;
}

std::string explained(std::string_view word) {
  const auto world = half_way();
  const auto report = explain_word(world.profile, world.catalog, word);
  return report ? lines(report->blocks) : "nothing";
}

Condition test(Condition::Test what, FactId fact, std::vector<Value> wanted = {}) {
  Condition condition;
  condition.test = what;
  condition.fact = fact;
  condition.wanted = std::move(wanted);
  return condition;
}

Condition group(Condition::Test what, std::vector<Condition> children) {
  Condition condition;
  condition.test = what;
  condition.children = std::move(children);
  return condition;
}

/// A catalog with a fact of every type that a condition may name.
Catalog every_type() {
  Catalog catalog;
  const auto add = [&](std::string address, Type type) -> Fact& {
    Fact fact;
    fact.address = std::move(address);
    fact.type = type;
    return catalog.facts.emplace_back(std::move(fact));
  };
  add("a.choice", Type::Choice).choices = {"none", "offline", "unchangeable"};
  add("b.date", Type::Date);
  add("c.duration", Type::Duration);
  add("d.event", Type::Event).scopes = {"one_file", "whole_system"};
  add("e.number", Type::Number);
  add("f.records", Type::Records).fields = {{"version", Type::Version, false, {}},
                                            {"product", Type::Choice, false, {"core", "api"}}};
  add("g.yes", Type::YesNo);
  return catalog;
}

}  // namespace

TEST_CASE("every condition has its words") {
  using Test = Condition::Test;
  const auto catalog = every_type();
  const auto said = [&](const Condition& condition) { return wording::condition(condition, catalog); };
  CHECK(said(test(Test::OneOf, 0, {Choice{1}, Choice{2}})) == "a.choice: offline or unchangeable");
  CHECK(said(test(Test::AtLeast, 0, {Choice{1}})) == "a.choice: at least offline");
  CHECK(said(test(Test::NotPassed, 1)) == "b.date: not passed");
  auto seen_within = test(Test::SeenWithin, 1);
  seen_within.span = {8, Duration::Unit::Days};
  CHECK(said(seen_within) == "b.date: at most 8 days before the day it was looked at");
  CHECK(said(test(Test::AtMost, 2, {Duration{1, Duration::Unit::Weeks}})) == "c.duration: at most 1 week");
  auto within = test(Test::Within, 3);
  within.span = {12, Duration::Unit::Months};
  CHECK(said(within) == "d.event: within 12 months");
  within.scope = 1;
  CHECK(said(within) == "d.event: within 12 months, at least whole_system");
  CHECK(said(test(Test::AtLeast, 4, {std::int64_t{8}})) == "e.number: at least 8");
  CHECK(said(test(Test::Is, 6, {false})) == "g.yes: no");
  CHECK(said(test(Test::Given, 6)) == "g.yes: somebody is named");
  CHECK(said(test(Test::Everyone, 6)) == "g.yes: all of them");

  auto fixed = test(Test::Fixed, 5);
  fixed.in_record = true;
  fixed.fixed = {*Version::parse("2.17.1"), *Version::parse("2.12.4")};
  auto product = test(Test::Is, 5, {Choice{1}});
  product.in_record = true;
  product.field = 1;
  auto every = test(Test::Every, 5);
  every.children = {group(Test::Any, {product, group(Test::All, {fixed, product})})};
  CHECK(said(every) ==
        "f.records: every item: one of: (a) product api; (b) all of: (a) version 2.17.1 or later, or 2.12.4 or later "
        "of the 2.12 line; (b) product api");
  CHECK(facts_of({group(Test::Any, {within, every}), within}) == std::vector<FactId>{3, 5});
}

TEST_CASE("the arithmetic of a result can be done again by hand") {
  // mfa.cloud: of 42 + 3 accounts 38 + 0 are sure and 38 + 3 at best: 38/45 = 0.844444 and 41/45 = 0.911111, times 2.
  // backup.tested: the event is older than 12 months: 0. owner.named: seen: 1. software.supported: nobody said: 0 to 1.
  // W = 2 + 2 + 1 + 1 = 6. proved 1/6 = 16.67; claimed 2.688888/6 = 44.81; at best 3.822222/6 = 63.70.
  // Missing for certain: 100 - 64 = 36. provider 2 x (1 - 0.911111) = 0.177778, shared 2: 2.94 and 33.06, so 3 and 33.
  const auto world = half_way();
  const auto assessment = world.judged();
  CHECK(lines(explain_arithmetic(assessment).blocks) ==
        R"(# How the result of Quay Dental is computed
Held against small 1 as of 2026-11-21. Every number can be recomputed by hand from this page; candor explain CLIENT CONTROL shows where one control's share comes from.
## Line by line
Each control has a share between 0 and 1: proved, claimed (low) and at best (high), held as whole millionths rounded down. Its weight is the number of public baselines that ask for it. Weight times share is what it adds.
mfa.cloud: partly in place: proved 2 x 0 = 0; claimed 2 x 0.844444 = 1.688888; at best 2 x 0.911111 = 1.822222
backup.tested: missing: proved 2 x 0 = 0; claimed 2 x 0 = 0; at best 2 x 0 = 0
owner.named: in place: proved 1 x 1 = 1; claimed 1 x 1 = 1; at best 1 x 1 = 1
software.supported: not known: proved 1 x 0 = 0; claimed 1 x 0 = 0; at best 1 x 1 = 1
## Sums
Points are rounded half up, but 100 is shown only when it is exact.
Weight: 6
Proved: 1 of 6 is about 16.666666 of 100, shown as 17
Claimed: 2.688888 of 6 is 44.8148 of 100, shown as 45
At best: 3.822222 of 6 is 63.7037 of 100, shown as 64
## The bar
Proved: 17
Only told: 45 - 17 = 28
Not known: 64 - 45 = 19
Missing: 100 - 64 = 36
## Points missing, by who must act
Of 100 points 55 are not claimed. 36 of them are known to be missing: they are shared out by weight x (1 - at best), in whole points by largest remainder. The rest is not known.
provider: 36 x 0.177778 / 2.177778 = 2.938778, shown as 3 points
shared: 36 x 2 / 2.177778 = 33.061221, shown as 33 points
not known: 64 - 45 = 19 points
## Verdict
The minimum controls alone decide. Below: one is missed (at best under 1). Cannot tell: none is missed, but one is not known or lacks its proof, or none applies. Otherwise the standard is met.
- mfa.cloud: missed (0.844444 to 0.911111, proved 0)
- backup.tested: missed (0, proved 0)
Verdict: below: 2 missed, 0 not known or not proved
Service: do not take on (grace for an agreed action on a missed minimum: 90 days)
## Order of work
Missed minimum controls come first, then those not known or not proved, then the rest. Within each the larger value comes first: (points that can be won + 1 for each door it helps to close) / effort, where effort is 1 small, 2 medium or 4 large. Points that can be won are weight x (1 - claimed) of 100. What was agreed or offered together counts together, at its largest effort. This ranking is our judgement.
1. backup.tested (1 minimum missed): (33.333333 points + 1 door) / effort 2 = 17.166666; shared
1. mfa.cloud (1 minimum missed): (5.1852 points + 1 door) / effort 1 = 6.1852; provider
1. software.supported: (16.666666 points + 0 doors) / effort 2 = 8.333333; provider, to find out
## Doors
A door is a control that applies and names the harm. It is closed when the control is in place.
work stops: 0 of 1 closed, 0 of them proved
false payment: 0 of 1 closed, 0 of them proved
This page names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("where nothing applies there is no score to explain") {
  World world;
  for (auto& control : world.profile.controls) {
    control.always = false;
    world.inventory.not_applicable.push_back({{control.id, {}}, "closed", "J. Marsh", day("2026-11-09"), {}});
  }
  const auto assessment = world.judged();
  const auto text = lines(explain_arithmetic(assessment).blocks);
  CHECK(text.find("Nothing applies, so there is no score.\n") != std::string::npos);
  CHECK(text.find("## Sums") == std::string::npos);
}

TEST_CASE("one control is explained from its sources to its share") {
  const auto world = half_way();
  const auto assessment = world.judged();
  CHECK(lines(explain_control(assessment, 0).blocks) ==
        R"(# mfa.cloud: partly in place at Quay Dental
Name: Second check at sign-in
Standing: minimum, never counted out
Weight: 2, one for each public baseline that asks for it
Proof: seen or stronger, at most 12 months old
Fresh: good answers count for 12 months
Acts: provider, effort small (our judgement)
Harms: a thief sends your money away (our judgement)
A second check stops a thief who has a password.
## Floor: all of this must hold
- mfa.cloud_accounts: all of them
## Who asks for it
- Cyber Essentials (2023) D.4, read in the source
- CISA goals (2025) 3.F (in short), known from secondary pages
- Insurers (2026) asked, context only: weighs nothing, known from secondary pages
## What was said
### mfa.cloud_accounts
- Microsoft 365: 38 of 42, told by Dr S. Lowe on 2026-11-09
- Booking: 0 of 3 (3 unknown), told by Dr S. Lowe on 2026-11-09
## Step by step
A share runs from low (surely so) to high (at best so), each between 0 and 1. On one part the worst of what stands counts, parts of a coverage add up, and of all else the worst part counts. What is not known is 0 to 1.
### mfa.cloud_accounts: all of them
- Microsoft 365: 0.904761, proved 0 (38 of 42, 0 not known)
- Booking: 0 to 1, proved 0 (0 of 3, 3 not known)
- Together: 38 of 45, 3 not known, so 0.844444 to 0.911111, proved 0
## Outcome
Share: 0.844444 to 0.911111, proved 0 (the smallest low and the smallest high of all conditions; of one-of groups the largest)
Adds: proved 0, claimed 1.688888, at best 1.822222, of weight 2
Outcome: partly in place, because high is between 0 and 1: a known shortfall decides
Minimum: missed: the client is below the minimum
Missing, to act: provider: weight 0.177778
This page names people and weak points at Quay Dental. Share it only with people who need it.
)");
}

TEST_CASE("what was replaced and what is too old is explained with both statements") {
  auto world = half_way();
  world.inventory.statements.push_back(seen(accounts, Coverage{Coverage::Said::Counted, 40, 42, 0}, "Microsoft 365"));
  const auto assessment = world.judged();
  CHECK(lines(explain_control(assessment, 0).blocks)
            .find("- Replaced: Microsoft 365: 38 of 42, told by Dr S. Lowe on 2026-11-09; by "
                  "Microsoft 365: 40 of 42, seen by J. Marsh on 2026-11-12\n") != std::string::npos);
}

TEST_CASE("a word of the standard is explained, whatever its case, and by its other spellings") {
  CHECK(explained("Ransomware") ==
        R"(# Ransomware
Ransomware is software that locks your files until you pay criminals.
Also called: locker.
)");
  CHECK(explained("locker") == explained("ransomware"));
  CHECK(explained("phishing") ==
        R"(# Phishing
An email that tricks people.
)");
}

TEST_CASE("the words of our own reports are explained, with what they come to in the standard") {
  CHECK(explained("Told") ==
        "# Told\nTold is what somebody said and nobody has checked. It counts as claimed and never as proved.\n");
  CHECK(explained("gates") == R"(# Gate
A gate is a control of the minimum. Miss one, and the client is below the minimum, whatever the score.
## The 2 gates of small
- mfa.cloud: Second check at sign-in
- backup.tested: Backup tested
)");
  CHECK(explained("grace") == R"(# Grace
Grace is the time that an agreed fix for a missed gate may take, from the day it was agreed. A later date is no condition on which service goes on.
In small it is 90 days.
)");
  CHECK(explained("weight") == R"(# Weight
A control weighs as much as the number of public rule books that ask for it at their first level. One that none of them asks for weighs 1 and is marked as ours.
## What weighs how much in small, 6 in all
- mfa.cloud: 2
- backup.tested: 2
- owner.named: 1
- software.supported: 1
)");
  CHECK(explained("door") == R"(# Door
A door is a control that guards against something an owner fears. It is shut when the control is in place. One control can be a door to several fears.
## What they guard in small
- Work stops: 1 door
- A thief sends your money away: 1 door
)");
  for (const auto word : own_words()) CHECK(explained(word) != "nothing");
}

TEST_CASE("a control is explained without a client, by its id or its title") {
  CHECK(explained("backup.tested") ==
        R"(# backup.tested: Backup tested
Name: Backup tested
Standing: minimum, never counted out
Weight: 2, one for each public baseline that asks for it
Proof: seen or stronger, at most 12 months old
Fresh: good answers count for 12 months
Acts: shared, effort medium (our judgement)
Harms: work stops (our judgement)
A copy only helps if it comes back.
## Floor: all of this must hold
- backup.restored: within 12 months, at least whole_system
## Who asks for it
No public baseline: this rule is ours.
)");
  CHECK(explained("backup tested") == explained("backup.tested"));
}

TEST_CASE("a fact is explained by its address") {
  CHECK(explained("backup.restored") ==
        R"(# backup.restored: the test that the data comes back
Question: 
Good answer: 
Type: event
Written as: a date, {date, worked, scope, took}, never or unknown
Scopes: one_file and whole_system, smallest first
Used by: backup.tested
)");
}

TEST_CASE("a baseline is explained by its key, with what it asks for") {
  CHECK(explained("ins") ==
        R"(# Insurers (2026)
We know it from secondary pages.
## What it asks for
- mfa.cloud: asked (context only: weighs nothing)
)");
}

TEST_CASE("a word that nothing knows is not explained") {
  CHECK(explained("weather") == "nothing");
  CHECK(explained("") == "nothing");
}

TEST_CASE("a profile is described as a list of its controls") {
  const auto world = half_way();
  CHECK(lines(describe_profile(world.profile, world.catalog).blocks) ==
        R"(# Small standard
Id: small
Version: 1
Controls: 4, 2 of them a minimum
Weight: 6
Grace: an agreed action on a missed minimum ends within 90 days
## Minimum (2)
### mfa.cloud: Second check at sign-in
Floor: mfa.cloud_accounts: all of them
Weight: 2, one for each public baseline that asks for it
Proof: seen or stronger, at most 12 months old; good answers count for 12 months
Acts: provider, effort small
### backup.tested: Backup tested
Floor: backup.restored: within 12 months, at least whole_system
Weight: 2, one for each public baseline that asks for it
Proof: seen or stronger, at most 12 months old; good answers count for 12 months
Acts: shared, effort medium
## Beyond the minimum (2)
### owner.named: A person in charge
Floor: owner.named: somebody is named
Weight: 1, one for each public baseline that asks for it
Proof: seen or stronger, at most 12 months old; good answers count for 12 months
Acts: client, effort medium
### software.supported: Nothing too old to fix
Floor: software.unsupported: every item: internet no
Weight: 1, a rule of ours without a public clause
Proof: seen or stronger, at most 12 months old; good answers count for 12 months
Acts: provider, effort medium
## Baselines
CE: Cyber Essentials (2023), read in the source
CPG: CISA goals (2025), known from secondary pages
INS: Insurers (2026), known from secondary pages
)");
}
