#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "small_profile.hpp"

using namespace candor;
using namespace candor::small;

TEST_CASE("every test of the vocabulary is read for the types that it fits") {
  using Test = Condition::Test;
  CHECK(only_condition("[{fact: plan.written, is: yes}]").wanted == std::vector<Value>{true});
  CHECK(only_condition("[{fact: plan.written, is: no}]").wanted == std::vector<Value>{false});
  CHECK(only_condition("[{fact: backup.away, one_of: [offline, same_account]}]").wanted ==
        std::vector<Value>{Choice{2}, Choice{1}});
  CHECK(only_condition("[{fact: backup.away, is: none}]").wanted == std::vector<Value>{Choice{0}});
  CHECK(only_condition("[{fact: email.dmarc, at_least: none}]").wanted == std::vector<Value>{Choice{1}});
  CHECK(only_condition("[{fact: password.shortest, at_least: 8}]").wanted == std::vector<Value>{std::int64_t{8}});
  CHECK(only_condition("[{fact: password.shortest, at_most: 0}]").test == Test::AtMost);
  CHECK(only_condition("[{fact: backup.every, at_most: 7 days}]").wanted ==
        std::vector<Value>{Duration{7, Duration::Unit::Days}});
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
  const auto any = only_condition(
      "[{any: [{fact: plan.written, is: yes}, {all: [{fact: owner.name, given: yes}, {fact: mfa.accounts, all: "
      "yes}]}]}]");
  CHECK(any.test == Condition::Test::Any);
  REQUIRE(any.children.size() == 2);
  CHECK(any.children[1].test == Condition::Test::All);
  CHECK(any.children[1].children.size() == 2);

  const auto every = only_condition(
      "[{fact: log4j.found, every: [{any: [{field: product, is: api}, {field: version, fixed: [2.3.2, 2.17.1, "
      "2.12.4]}]}]}]");
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
  CHECK(
      about_floor("[{fact: backup.away, at_least: offline}]") ==
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
  CHECK(about_floor("[{fact: plan.written, is: YES}]") ==
        R"(p.yaml:17:38: error: `YES` is neither `yes` nor `no` [bad-value]
  17 |     floor: [{fact: plan.written, is: YES}]
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
