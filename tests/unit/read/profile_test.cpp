#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "candor/read/read.hpp"

using namespace candor;

namespace {

Catalog small_catalog() {
  Catalog catalog;
  const auto add = [&](std::string_view address, Type type) -> Fact& {
    Fact fact;
    fact.address = address;
    fact.type = type;
    return catalog.facts.emplace_back(std::move(fact));
  };
  auto& away = add("backup.away", Type::Choice);
  away.choices = {"none", "same_account", "offline"};
  add("backup.every", Type::Duration);
  add("backup.last_good", Type::Date);
  auto& restored = add("backup.restored", Type::Event);
  restored.scopes = {"one_file", "one_folder", "whole_system"};
  add("backup.tool", Type::Version);
  auto& dmarc = add("email.dmarc", Type::Choice);
  dmarc.choices = {"missing", "none", "reject"};
  dmarc.ordered = true;
  auto& found = add("log4j.found", Type::Records);
  found.fields = {{"where", Type::Text, true, {}}, {"version", Type::Version, false, {}}, {"due", Type::Date, false, {}},
                  {"product", Type::Choice, false, {"core", "api"}}, {"count", Type::Number, false, {}}, {"internet", Type::YesNo, false, {}}};
  add("mfa.accounts", Type::Coverage);
  add("owner.name", Type::Text);
  add("password.shortest", Type::Number);
  add("plan.rehearsed", Type::Event);
  add("plan.written", Type::YesNo);
  return catalog;
}

struct Reading {
  Profile profile;
  std::string complaints;
};

Reading read(std::string text, const Profile* base = nullptr) {
  static const Catalog catalog = small_catalog();
  Sources sources;
  Diagnostics diagnostics(sources);
  Reading reading;
  const auto tree = yaml::parse(sources, sources.add("p.yaml", std::move(text)), diagnostics);
  if (tree) reading.profile = read_profile(*tree, catalog, base, diagnostics);
  reading.complaints = diagnostics.to_text();
  return reading;
}

// Eight lines.
constexpr std::string_view head =
    "candor: 1\n"
    "profile: {id: p, version: 1, title: A standard}\n"
    "baselines:\n"
    "  CE: {name: Cyber Essentials, year: 2023, seen: yes}\n"
    "  CIS: {name: CIS Controls, year: 2021, seen: yes}\n"
    "  INS: {name: Insurers, year: 2026, seen: no}\n"
    "harms: {work_stops: a, data_published: b, false_payment: c, way_into_customers: d, cover_lost: e}\n"
    "controls:\n";

constexpr std::string_view some_words =
    "    words: {what: A, partly: B, missing: C, unknown: D, met: E, cost: F, act: G, find_out: H, takes: I, stretch: J}\n";

/// A control without its floor and words, five lines.
std::string control(std::string_view id) {
  return "  - id: " + std::string(id) +
         "\n    title: T\n    technical: K\n    minimum: yes\n    required_by: [{baseline: CE, clause: D.4}]\n"
         "    harms: [work_stops]\n    acts: provider\n    effort: small\n";
}

/// A profile of one control with this floor, on line 17.
std::string with_floor(std::string_view floor) {
  return std::string(head) + control("c") + "    floor: " + std::string(floor) + "\n" + std::string(some_words);
}

std::string about_floor(std::string_view floor) { return read(with_floor(floor)).complaints; }

Condition only_condition(std::string_view floor) {
  const auto reading = read(with_floor(floor));
  REQUIRE(reading.complaints == "");
  REQUIRE(reading.profile.controls.at(0).floor.size() == 1);
  return reading.profile.controls[0].floor[0];
}

}  // namespace

TEST_CASE("a control is read whole, its defaults filled in") {
  const auto reading = read(with_floor("[{fact: mfa.accounts, all: yes}]"));
  REQUIRE(reading.complaints == "");
  const auto& read_control = reading.profile.controls.at(0);
  CHECK(read_control.id == "c");
  CHECK(read_control.minimum);
  CHECK(read_control.always);
  CHECK(read_control.origin == "p");
  CHECK(read_control.weight == 1);
  CHECK_FALSE(read_control.ours);
  CHECK(to_text(read_control.fresh) == "12 months");
  CHECK(read_control.proof.kind == Kind::Seen);
  CHECK(read_control.words.takes == "I");
  CHECK(to_text(reading.profile.grace) == "90 days");
}

TEST_CASE("every test of the vocabulary is read for the types that it fits") {
  using Test = Condition::Test;
  CHECK(only_condition("[{fact: plan.written, is: yes}]").wanted == std::vector<Value>{true});
  CHECK(only_condition("[{fact: plan.written, is: no}]").wanted == std::vector<Value>{false});
  CHECK(only_condition("[{fact: backup.away, one_of: [offline, same_account]}]").wanted == std::vector<Value>{Choice{2}, Choice{1}});
  CHECK(only_condition("[{fact: backup.away, is: none}]").wanted == std::vector<Value>{Choice{0}});
  CHECK(only_condition("[{fact: email.dmarc, at_least: none}]").wanted == std::vector<Value>{Choice{1}});
  CHECK(only_condition("[{fact: password.shortest, at_least: 8}]").wanted == std::vector<Value>{std::int64_t{8}});
  CHECK(only_condition("[{fact: password.shortest, at_most: 0}]").test == Test::AtMost);
  CHECK(only_condition("[{fact: backup.every, at_most: 7 days}]").wanted == std::vector<Value>{Duration{7, Duration::Unit::Days}});
  CHECK(only_condition("[{fact: backup.tool, at_least: 2.1}]").test == Test::AtLeast);
  CHECK(only_condition("[{fact: mfa.accounts, all: yes}]").test == Test::Everyone);
  CHECK(only_condition("[{fact: plan.rehearsed, within: 12 months}]").span == Duration{12, Duration::Unit::Months});
  CHECK(only_condition("[{fact: backup.restored, within: 12 months, scope: whole_system}]").scope == 2);
  CHECK(only_condition("[{fact: backup.last_good, seen_within: 8 days}]").test == Test::SeenWithin);
  CHECK(only_condition("[{fact: backup.last_good, within: 8 days}]").test == Test::Within);
  CHECK(only_condition("[{fact: backup.last_good, not_passed: yes}]").test == Test::NotPassed);
  CHECK(only_condition("[{fact: owner.name, given: yes}]").test == Test::Given);
  CHECK(only_condition("[{fact: owner.name, is: A. Obi}]").wanted == std::vector<Value>{Text{"A. Obi"}});
}

TEST_CASE("groups and records nest") {
  const auto any = only_condition("[{any: [{fact: plan.written, is: yes}, {all: [{fact: owner.name, given: yes}, {fact: mfa.accounts, all: yes}]}]}]");
  CHECK(any.test == Condition::Test::Any);
  REQUIRE(any.children.size() == 2);
  CHECK(any.children[1].test == Condition::Test::All);
  CHECK(any.children[1].children.size() == 2);

  const auto every = only_condition("[{fact: log4j.found, every: [{any: [{field: product, is: api}, {field: version, fixed: [2.3.2, 2.17.1, 2.12.4]}]}]}]");
  REQUIRE(every.children.size() == 1);
  const auto& group = every.children[0];
  CHECK(group.in_record);
  REQUIRE(group.children.size() == 2);
  CHECK(group.children[0].in_record);
  CHECK(group.children[0].field == 3);
  std::string lines;
  for (const auto& version : group.children[1].fixed) lines += version.written + " ";
  CHECK(lines == "2.17.1 2.12.4 2.3.2 ");
}

TEST_CASE("a fact that is not in the catalog is told with the nearest") {
  CHECK(about_floor("[{fact: mfa.acounts, all: yes}]") ==
        R"(p.yaml:17:20: error: `mfa.acounts` is not a fact of the catalog [unknown-fact]
  17 |     floor: [{fact: mfa.acounts, all: yes}]
                          ^
       hint: did you mean `mfa.accounts`?
)");
  CHECK(about_floor("[{fact: weather, is: yes}]") ==
        R"(p.yaml:17:20: error: `weather` is not a fact of the catalog [unknown-fact]
  17 |     floor: [{fact: weather, is: yes}]
                          ^
)");
}

TEST_CASE("a test that does not fit the type is told with those that do") {
  CHECK(about_floor("[{fact: mfa.accounts, is: yes}]") ==
        R"(p.yaml:17:34: error: `is` does not fit `mfa.accounts`, which is of type coverage [bad-condition]
  17 |     floor: [{fact: mfa.accounts, is: yes}]
                                        ^
       hint: that type takes `all`
)");
  CHECK(about_floor("[{fact: plan.written, within: 12 months}]") ==
        R"(p.yaml:17:34: error: `within` does not fit `plan.written`, which is of type yes_no [bad-condition]
  17 |     floor: [{fact: plan.written, within: 12 months}]
                                        ^
       hint: that type takes `is`
)");
  CHECK(about_floor("[{fact: backup.away, at_least: offline}]") ==
        R"(p.yaml:17:33: error: `at_least` needs choices with an order, and those of `backup.away` have none [bad-condition]
  17 |     floor: [{fact: backup.away, at_least: offline}]
                                       ^
       hint: such a choice takes `one_of` or `is`
)");
  CHECK(about_floor("[{fact: log4j.found, is: none}]") ==
        R"(p.yaml:17:33: error: `is` does not fit `log4j.found`, which is of type records [bad-condition]
  17 |     floor: [{fact: log4j.found, is: none}]
                                       ^
       hint: that type takes `every`
)");
}

TEST_CASE("a condition without a test, or with two, is told") {
  CHECK(about_floor("[{fact: password.shortest}]") ==
        R"(p.yaml:17:13: error: this asks nothing of `password.shortest` [bad-condition]
  17 |     floor: [{fact: password.shortest}]
                   ^
       hint: type number takes `at_least`, `at_most` or `is`
)");
  CHECK(about_floor("[{fact: password.shortest, at_least: 8, at_most: 64}]") ==
        R"(p.yaml:17:52: error: a condition takes one test, and `at_most` is its second [bad-condition]
  17 |     floor: [{fact: password.shortest, at_least: 8, at_most: 64}]
                                                          ^
       hint: write two conditions: all of a list must hold
)");
  CHECK(about_floor("[{fact: password.shortest, atleast: 8}]") ==
        R"(p.yaml:17:39: error: `atleast` is not a key this file can have [unknown-key]
  17 |     floor: [{fact: password.shortest, atleast: 8}]
                                             ^
       hint: did you mean `at_least`?
)");
  CHECK(about_floor("[{is: yes}]") ==
        R"(p.yaml:17:13: error: the key `fact` is missing here [missing-key]
  17 |     floor: [{is: yes}]
                   ^
)");
  CHECK(about_floor("[yes]") ==
        R"(p.yaml:17:13: error: expected keys and values, found a text [wrong-kind]
  17 |     floor: [yes]
                   ^
)");
}

TEST_CASE("an answer that the fact cannot have is told") {
  CHECK(about_floor("[{fact: email.dmarc, at_least: rejct}]") ==
        R"(p.yaml:17:43: error: `rejct` is not an answer to `email.dmarc` [bad-choice]
  17 |     floor: [{fact: email.dmarc, at_least: rejct}]
                                                 ^
       hint: did you mean `reject`?
)");
  CHECK(about_floor("[{fact: backup.away, one_of: [offline, ofline]}]") ==
        R"(p.yaml:17:51: error: `ofline` is not an answer to `backup.away` [bad-choice]
  17 |     floor: [{fact: backup.away, one_of: [offline, ofline]}]
                                                         ^
       hint: did you mean `offline`?
)");
  CHECK(about_floor("[{fact: backup.away, one_of: []}]") ==
        R"(p.yaml:17:41: error: `one_of` names no answer [bad-condition]
  17 |     floor: [{fact: backup.away, one_of: []}]
                                               ^
       hint: list at least one
)");
  CHECK(about_floor("[{fact: plan.written, is: true}]") ==
        R"(p.yaml:17:38: error: `true` is neither `yes` nor `no` [bad-value]
  17 |     floor: [{fact: plan.written, is: true}]
                                            ^
       hint: write `yes`
)");
  CHECK(about_floor("[{fact: plan.written, is: unknown}]") ==
        R"(p.yaml:17:38: error: a condition cannot ask for `unknown` [bad-condition]
  17 |     floor: [{fact: plan.written, is: unknown}]
                                            ^
       hint: name the answer that is good enough
)");
  CHECK(about_floor("[{fact: password.shortest, at_least: eight}]") ==
        R"(p.yaml:17:49: error: `eight` is not a whole number [bad-number]
  17 |     floor: [{fact: password.shortest, at_least: eight}]
                                                       ^
       hint: write digits alone, as in `12`
)");
  CHECK(about_floor("[{fact: backup.every, at_most: never}]") ==
        R"(p.yaml:17:43: error: a condition cannot ask for `never` [bad-condition]
  17 |     floor: [{fact: backup.every, at_most: never}]
                                                 ^
       hint: name the answer that is good enough
)");
}

TEST_CASE("spans count whole days and more") {
  CHECK(about_floor("[{fact: plan.rehearsed, within: 12 monhts}]") ==
        R"(p.yaml:17:44: error: `12 monhts` is not a length of time [bad-duration]
  17 |     floor: [{fact: plan.rehearsed, within: 12 monhts}]
                                                  ^
       hint: did you mean `12 months`?
)");
  CHECK(about_floor("[{fact: plan.rehearsed, within: 3 hours}]") ==
        R"(p.yaml:17:44: error: `3 hours` is not a span of days, weeks, months or years [bad-duration]
  17 |     floor: [{fact: plan.rehearsed, within: 3 hours}]
                                                  ^
       hint: write for example `90 days` or `12 months`, up to 100 years
)");
  CHECK(about_floor("[{fact: plan.rehearsed, within: 0 days}]") ==
        R"(p.yaml:17:44: error: `0 days` is not a span of days, weeks, months or years [bad-duration]
  17 |     floor: [{fact: plan.rehearsed, within: 0 days}]
                                                  ^
       hint: write for example `90 days` or `12 months`, up to 100 years
)");
  CHECK(about_floor("[{fact: plan.rehearsed, within: 101 years}]") ==
        R"(p.yaml:17:44: error: `101 years` is not a span of days, weeks, months or years [bad-duration]
  17 |     floor: [{fact: plan.rehearsed, within: 101 years}]
                                                  ^
       hint: write for example `90 days` or `12 months`, up to 100 years
)");
  CHECK(about_floor("[{fact: plan.rehearsed, within: never}]") ==
        R"(p.yaml:17:44: error: `never` is not a span of days, weeks, months or years [bad-duration]
  17 |     floor: [{fact: plan.rehearsed, within: never}]
                                                  ^
       hint: write for example `90 days` or `12 months`, up to 100 years
)");
  CHECK(about_floor("[{fact: plan.rehearsed, within: 100 years}]") == "");
}

TEST_CASE("a scope goes with an event that is asked for one") {
  CHECK(about_floor("[{fact: backup.restored, within: 12 months, scope: whole_sistem}]") ==
        R"(p.yaml:17:63: error: `whole_sistem` is not a scope of `backup.restored` [bad-choice]
  17 |     floor: [{fact: backup.restored, within: 12 months, scope: whole_sistem}]
                                                                     ^
       hint: did you mean `whole_system`?
)");
  CHECK(about_floor("[{fact: plan.rehearsed, within: 12 months, scope: whole_system}]") ==
        R"(p.yaml:17:62: error: nobody is asked for the scope of `plan.rehearsed` [bad-condition]
  17 |     floor: [{fact: plan.rehearsed, within: 12 months, scope: whole_system}]
                                                                    ^
       hint: leave `scope` out
)");
  CHECK(about_floor("[{fact: backup.last_good, within: 12 months, scope: one_file}]") ==
        R"(p.yaml:17:64: error: `scope` goes with `within` on an event only [bad-condition]
  17 |     floor: [{fact: backup.last_good, within: 12 months, scope: one_file}]
                                                                      ^
)");
}

TEST_CASE("fields are tested inside `every` and facts outside") {
  CHECK(about_floor("[{fact: log4j.found, every: [{field: versoin, fixed: [2.17.1]}]}]") ==
        R"(p.yaml:17:49: error: `log4j.found` has no field `versoin` [bad-condition]
  17 |     floor: [{fact: log4j.found, every: [{field: versoin, fixed: [2.17.1]}]}]
                                                       ^
       hint: did you mean `version`?
)");
  CHECK(about_floor("[{fact: log4j.found, every: [{fact: plan.written, is: yes}]}]") ==
        R"(p.yaml:17:48: error: inside `every` a condition tests a field of the record, not a fact [bad-condition]
  17 |     floor: [{fact: log4j.found, every: [{fact: plan.written, is: yes}]}]
                                                      ^
       hint: write `field:`, and facts as conditions of their own
)");
  CHECK(about_floor("[{field: version, fixed: [2.17.1]}]") ==
        R"(p.yaml:17:21: error: a `field` is tested inside `every` only [bad-condition]
  17 |     floor: [{field: version, fixed: [2.17.1]}]
                           ^
       hint: write `fact:` and its address
)");
  CHECK(about_floor("[{fact: log4j.found, every: []}]") ==
        R"(p.yaml:17:40: error: `every` asks nothing of the records [bad-condition]
  17 |     floor: [{fact: log4j.found, every: []}]
                                              ^
       hint: list at least one condition on a field
)");
}

TEST_CASE("versions that are fixed have one entry a line") {
  CHECK(about_floor("[{fact: backup.tool, fixed: [2.17.1, 2.17.0]}]") ==
        R"(p.yaml:17:49: error: `2.17.1` and `2.17.0` are versions of the same line [bad-condition]
  17 |     floor: [{fact: backup.tool, fixed: [2.17.1, 2.17.0]}]
                                                       ^
       hint: a line has one first fixed version
)");
  CHECK(about_floor("[{fact: backup.tool, fixed: [latest]}]") ==
        R"(p.yaml:17:41: error: `latest` is not a version [bad-version]
  17 |     floor: [{fact: backup.tool, fixed: [latest]}]
                                               ^
       hint: write all its numbers, as in `2.17.1`, or `unknown`
)");
  CHECK(about_floor("[{fact: backup.tool, fixed: []}]") ==
        R"(p.yaml:17:40: error: `fixed` names no version [bad-condition]
  17 |     floor: [{fact: backup.tool, fixed: []}]
                                              ^
       hint: list the first fixed version of each line
)");
}

TEST_CASE("a test that is only ever asked for takes yes") {
  CHECK(about_floor("[{fact: mfa.accounts, all: no}]") ==
        R"(p.yaml:17:39: error: this test is either asked for with `yes` or left out [bad-condition]
  17 |     floor: [{fact: mfa.accounts, all: no}]
                                             ^
       hint: write `yes`, or remove it
)");
  CHECK(about_floor("[{fact: owner.name, given: ja}]") ==
        R"(p.yaml:17:39: error: `ja` is neither `yes` nor `no` [bad-value]
  17 |     floor: [{fact: owner.name, given: ja}]
                                             ^
)");
}

TEST_CASE("an empty floor or group asks for nothing and is refused") {
  CHECK(about_floor("[]") ==
        R"(p.yaml:17:12: error: a floor without conditions asks for nothing [empty-floor]
  17 |     floor: []
                  ^
       hint: list at least one condition that must hold
)");
  CHECK(about_floor("[{any: []}]") ==
        R"(p.yaml:17:19: error: `any` groups no conditions [bad-condition]
  17 |     floor: [{any: []}]
                         ^
       hint: list at least one
)");
  CHECK(about_floor("[{any: [{fact: plan.written, is: yes}], fact: owner.name}]") ==
        R"(p.yaml:17:52: error: `fact` cannot stand beside a group under `any` [bad-condition]
  17 |     floor: [{any: [{fact: plan.written, is: yes}], fact: owner.name}]
                                                          ^
       hint: make it a condition of its own
)");
  CHECK(about_floor("{fact: plan.written, is: yes}") ==
        R"(p.yaml:17:12: error: expected a list of conditions, found keys and values [wrong-kind]
  17 |     floor: {fact: plan.written, is: yes}
                  ^
)");
}

TEST_CASE("weight counts baselines that weigh, not clauses") {
  const auto weigh = [](std::string_view clauses) {
    auto text = with_floor("[{fact: plan.written, is: yes}]");
    const std::string_view old = "[{baseline: CE, clause: D.4}]";
    text.replace(text.find(old), old.size(), clauses);
    const auto reading = read(std::move(text));
    REQUIRE(reading.complaints == "");
    const auto& weighed = reading.profile.controls.at(0);
    return std::to_string(weighed.weight) + (weighed.ours ? " ours" : "");
  };
  CHECK(weigh("[{baseline: CE, clause: D.4}, {baseline: CE, clause: D.5}, {baseline: CIS, clause: 6.3}]") == "2");
  CHECK(weigh("[{baseline: CE, clause: D.4}, {baseline: INS, clause: asked, weighs: no}]") == "1");
  CHECK(weigh("[{baseline: INS, clause: asked, weighs: no}]") == "1 ours");
  CHECK(weigh("[]") == "1 ours");
}

TEST_CASE("baselines, harms, actors, efforts and proofs are looked up") {
  auto text = std::string(head) + "  - id: c\n    title: T\n    technical: K\n    minimum: yes\n    floor: [{fact: plan.written, is: yes}]\n"
                                  "    required_by: [{baseline: CIP, clause: 1}]\n    harms: [work_stop, work_stops, work_stops]\n    acts: nobody\n"
                                  "    effort: tiny\n    proof: {kind: told, within: 12 months}\n    fresh: soon\n" +
              std::string(some_words);
  CHECK(read(text).complaints ==
        R"(p.yaml:14:30: error: `CIP` is not a baseline of this profile [unknown-baseline]
  14 |     required_by: [{baseline: CIP, clause: 1}]
                                    ^
       hint: did you mean `CIS`?
p.yaml:15:13: error: `work_stop` is not a harm [bad-choice]
  15 |     harms: [work_stop, work_stops, work_stops]
                   ^
       hint: did you mean `work_stops`?
p.yaml:15:36: error: `work_stops` is already in this list [repeated-key]
  15 |     harms: [work_stop, work_stops, work_stops]
                                          ^
       hint: remove one of the two
p.yaml:16:11: error: `nobody` is not somebody who acts [bad-choice]
  16 |     acts: nobody
                 ^
       hint: one of `provider`, `client` or `shared`
p.yaml:17:13: error: `tiny` is not an effort [bad-choice]
  17 |     effort: tiny
                   ^
       hint: one of `small`, `medium` or `large`
p.yaml:18:19: error: `told` is not a kind of proof [bad-choice]
  18 |     proof: {kind: told, within: 12 months}
                         ^
       hint: one of `seen`, `document`, `export` or `test`
p.yaml:19:12: error: `soon` is not a length of time [bad-duration]
  19 |     fresh: soon
                  ^
       hint: write a number and a unit, as in `6 months`, or `same day` or `never`
)");
}

TEST_CASE("each missing key and word is named once, and the rest is still read") {
  const auto reading = read(std::string(head) + "  - id: c\n    minimum: yes\n    floor: [{fact: plan.written, is: yes}]\n    wrods: {}\n"
                                                "  - id: d\n    title: T\n    technical: K\n    floor: [{fact: plan.written, is: yes}]\n    stretch: [{fact: owner.name, given: yes}]\n"
                                                "    required_by: []\n    harms: []\n    acts: client\n    effort: large\n    words: {what: A, partly: B, misssing: C}\n");
  CHECK(reading.complaints ==
        R"(p.yaml:9:5: error: the key `title` is missing here [missing-key]
   9 |   - id: c
           ^
p.yaml:9:5: error: the key `technical` is missing here [missing-key]
   9 |   - id: c
           ^
p.yaml:9:5: error: the key `required_by` is missing here [missing-key]
   9 |   - id: c
           ^
p.yaml:9:5: error: the key `harms` is missing here [missing-key]
   9 |   - id: c
           ^
p.yaml:9:5: error: the key `acts` is missing here [missing-key]
   9 |   - id: c
           ^
p.yaml:9:5: error: the key `effort` is missing here [missing-key]
   9 |   - id: c
           ^
p.yaml:12:5: error: `wrods` is not a key this file can have [unknown-key]
  12 |     wrods: {}
           ^
       hint: did you mean `words`?
p.yaml:22:12: error: the key `unknown` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:12: error: the key `met` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:12: error: the key `cost` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:12: error: the key `act` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:12: error: the key `find_out` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:12: error: the key `takes` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:12: error: the key `stretch` is missing here [missing-key]
  22 |     words: {what: A, partly: B, misssing: C}
                  ^
p.yaml:22:33: error: `misssing` is not a key this file can have [unknown-key]
  22 |     words: {what: A, partly: B, misssing: C}
                                       ^
       hint: did you mean `missing`?
)");
  CHECK(reading.profile.controls.size() == 2);
}

TEST_CASE("an id written twice is told with the line of the first") {
  CHECK(read(with_floor("[{fact: plan.written, is: yes}]") + control("c") + "    floor: [{fact: plan.written, is: no}]\n" + std::string(some_words)).complaints ==
        R"(p.yaml:19:9: error: `c` is already a control of this profile, from line 9 on [repeated-control]
  19 |   - id: c
               ^
       hint: give one of the two another id
)");
}

TEST_CASE("an id is small letters, digits, dots, dashes and underscores") {
  CHECK(read(std::string(head) + control("MFA für alle") + "    floor: [{fact: plan.written, is: yes}]\n" + std::string(some_words)).complaints ==
        R"(p.yaml:9:9: error: `MFA für alle` is not an id [bad-value]
   9 |   - id: MFA für alle
               ^
       hint: use small letters, digits, dots, dashes and underscores
)");
}

TEST_CASE("a profile needs a gate") {
  auto text = with_floor("[{fact: plan.written, is: yes}]");
  const std::string_view old = "minimum: yes";
  text.replace(text.find(old), old.size(), "minimum: no");
  CHECK(read(text).complaints ==
        R"(p.yaml:9:3: error: no control of this profile is a minimum, and the verdict rests on those alone [no-gate]
   9 |   - id: c
         ^
       hint: write `minimum: yes` on every control that a client must not miss
)");
}

TEST_CASE("words of a control take no placeholders") {
  auto text = with_floor("[{fact: plan.written, is: yes}]");
  const std::string_view old = "what: A";
  text.replace(text.find(old), old.size(), "what: \"{client} has A\"");
  CHECK(read(text).complaints ==
        R"(p.yaml:18:19: error: the words of a control take no placeholders [bad-sentence]
  18 |     words: {what: "{client} has A", partly: B, missing: C, unknown: D, met: E, cost: F, act: G, find…
                         ^
       hint: write the sentence without braces
)");
}

TEST_CASE("a profile that is empty is told all that is missing") { CHECK(read("candor: 1\n").complaints ==
        R"(p.yaml:1:1: error: the key `profile` is missing here [missing-key]
   1 | candor: 1
       ^
p.yaml:1:1: error: the key `baselines` is missing here [missing-key]
   1 | candor: 1
       ^
p.yaml:1:1: error: the key `harms` is missing here [missing-key]
   1 | candor: 1
       ^
p.yaml:1:1: error: the key `controls` is missing here [missing-key]
   1 | candor: 1
       ^
)"); }

TEST_CASE("terms have a meaning and other spellings") {
  auto text = with_floor("[{fact: plan.written, is: yes}]") + "terms:\n  ransomware: {means: Software that locks your files., also: [locker]}\n";
  const auto reading = read(text);
  CHECK(reading.complaints == "");
  REQUIRE(reading.profile.terms.size() == 1);
  CHECK(reading.profile.terms[0].word == "ransomware");
  CHECK(reading.profile.terms[0].also == std::vector<std::string>{"locker"});
}

TEST_CASE("a profile that extends another changes only what it writes") {
  const auto base = read(with_floor("[{fact: plan.written, is: yes}]") + control("d") + "    floor: [{fact: owner.name, given: yes}]\n" + std::string(some_words)).profile;
  const auto reading = read(
      "candor: 1\n"
      "profile: {id: mine, version: 2, title: Ours, extends: p, grace: 30 days}\n"
      "baselines: {OWN: {name: Our rules, year: 2026, seen: yes}}\n"
      "harms: {work_stops: the shop is shut}\n"
      "controls:\n"
      "  - id: d\n"
      "    minimum: no\n"
      "    fresh: 6 months\n"
      "    proof: {within: 3 months}\n"
      "    required_by: [{baseline: CE, clause: A}, {baseline: OWN, clause: 1}]\n"
      "    words: {act: Do it}\n"
      "  - id: e\n    title: T\n    technical: K\n    floor: [{fact: mfa.accounts, all: yes}]\n    required_by: []\n    harms: []\n    acts: shared\n    effort: large\n" +
          std::string(some_words),
      &base);
  REQUIRE(reading.complaints == "");
  const auto& mine = reading.profile;
  CHECK(mine.id == "mine");
  CHECK(mine.extends == "p");
  CHECK(to_text(mine.grace) == "30 days");
  CHECK(mine.baselines.size() == 4);
  CHECK(mine.harms.at(Harm::WorkStops) == "the shop is shut");
  CHECK(mine.harms.at(Harm::CoverLost) == "e");
  REQUIRE(mine.controls.size() == 3);
  CHECK(mine.controls[0].origin == "p");
  const auto& changed = mine.controls[1];
  CHECK(changed.origin == "mine");
  CHECK_FALSE(changed.minimum);
  CHECK_FALSE(changed.always);
  CHECK(changed.title == "T");
  CHECK(changed.floor.size() == 1);
  CHECK(to_text(changed.fresh) == "6 months");
  CHECK(changed.proof.kind == Kind::Seen);
  CHECK(to_text(changed.proof.within) == "3 months");
  CHECK(changed.weight == 2);
  CHECK(changed.words.act == "Do it");
  CHECK(changed.words.what == "A");
  CHECK(mine.controls[2].ours);
  CHECK(mine.controls[2].acts_shared);
}

TEST_CASE("under `extends` a new control must say everything, and the last gate must stay") {
  const auto base = read(with_floor("[{fact: plan.written, is: yes}]")).profile;
  CHECK(read("candor: 1\nprofile: {id: mine, version: 2, title: Ours, extends: p}\ncontrols:\n  - {id: c, minimum: no}\n  - {id: cc, title: New}\n", &base).complaints ==
        R"(p.yaml:4:3: error: no control of this profile is a minimum, and the verdict rests on those alone [no-gate]
   4 |   - {id: c, minimum: no}
         ^
       hint: write `minimum: yes` on every control that a client must not miss
p.yaml:5:5: error: the key `technical` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
p.yaml:5:5: error: the key `floor` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
p.yaml:5:5: error: the key `required_by` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
p.yaml:5:5: error: the key `harms` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
p.yaml:5:5: error: the key `acts` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
p.yaml:5:5: error: the key `effort` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
p.yaml:5:5: error: the key `words` is missing here [missing-key]
   5 |   - {id: cc, title: New}
           ^
)");
}

TEST_CASE("a profile that extends another has an id of its own") {
  const auto base = read(with_floor("[{fact: plan.written, is: yes}]")).profile;
  CHECK(read("candor: 1\nprofile: {id: p, version: 2, title: Ours, extends: p}\n", &base).complaints ==
        R"(p.yaml:2:15: error: `p` is the profile that this one extends [bad-value]
   2 | profile: {id: p, version: 2, title: Ours, extends: p}
                     ^
       hint: give this profile an id of its own
)");
}

TEST_CASE("what a profile extends is known before it is read") {
  const auto extends = [](std::string text) {
    Sources sources;
    Diagnostics diagnostics(sources);
    const auto tree = yaml::parse(sources, sources.add("p.yaml", std::move(text)), diagnostics);
    return std::string(extends_of(tree.value()));
  };
  CHECK(extends("profile: {id: a, extends: minimum-standard}\n") == "minimum-standard");
  CHECK(extends("profile: {id: a}\n") == "");
  CHECK(extends("profile: [extends]\n") == "");
  CHECK(extends("- profile\n") == "");
}
