#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "small_profile.hpp"

using namespace candor;
using namespace candor::small;

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
  auto text =
      std::string(head) +
      "  - id: c\n    title: T\n    technical: K\n    minimum: yes\n    floor: [{fact: plan.written, is: yes}]\n"
      "    required_by: [{baseline: CIP, clause: 1}]\n    harms: [work_stop, work_stops, work_stops]\n    acts: "
      "nobody\n"
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
  const auto reading = read(std::string(head) +
                            "  - id: c\n    minimum: yes\n    floor: [{fact: plan.written, is: yes}]\n    wrods: {}\n"
                            "  - id: d\n    title: T\n    technical: K\n    floor: [{fact: plan.written, is: yes}]\n   "
                            " stretch: [{fact: owner.name, given: yes}]\n"
                            "    required_by: []\n    harms: []\n    acts: client\n    effort: large\n    words: "
                            "{what: A, partly: B, misssing: C}\n");
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
  CHECK(read(with_floor("[{fact: plan.written, is: yes}]") + control("c") +
             "    floor: [{fact: plan.written, is: no}]\n" + std::string(some_words))
            .complaints ==
        R"(p.yaml:19:9: error: `c` is already a control of this profile, from line 9 on [repeated-control]
  19 |   - id: c
               ^
       hint: give one of the two another id
)");
}

TEST_CASE("an id is small letters, digits, dots, dashes and underscores") {
  CHECK(read(std::string(head) + control("MFA für alle") + "    floor: [{fact: plan.written, is: yes}]\n" +
             std::string(some_words))
            .complaints ==
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

TEST_CASE("a profile that is empty is told all that is missing") {
  CHECK(read("candor: 1\n").complaints ==
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
)");
}

TEST_CASE("terms have a meaning and other spellings") {
  auto text = with_floor("[{fact: plan.written, is: yes}]") +
              "terms:\n  ransomware: {means: Software that locks your files., also: [locker]}\n";
  const auto reading = read(text);
  CHECK(reading.complaints == "");
  REQUIRE(reading.profile.terms.size() == 1);
  CHECK(reading.profile.terms[0].word == "ransomware");
  CHECK(reading.profile.terms[0].also == std::vector<std::string>{"locker"});
}

TEST_CASE("a profile that extends another changes only what it writes") {
  const auto base = read(with_floor("[{fact: plan.written, is: yes}]") + control("d") +
                         "    floor: [{fact: owner.name, given: yes}]\n" + std::string(some_words))
                        .profile;
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
      "  - id: e\n    title: T\n    technical: K\n    floor: [{fact: mfa.accounts, all: yes}]\n    required_by: []\n   "
      " harms: []\n    acts: shared\n    effort: large\n" +
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
  CHECK(read("candor: 1\nprofile: {id: mine, version: 2, title: Ours, extends: p}\ncontrols:\n  - {id: c, minimum: "
             "no}\n  - {id: cc, title: New}\n",
             &base)
            .complaints ==
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

TEST_CASE("a control cannot be named like a fact") {
  CHECK(
      read(std::string(head) + control("plan.written") + "    floor: [{fact: plan.written, is: yes}]\n" +
           std::string(some_words))
          .complaints ==
      R"(p.yaml:9:9: error: `plan.written` is a fact of the catalog, and a control must not share its name [name-clash]
   9 |   - id: plan.written
               ^
       hint: give the control another id
)");
}

TEST_CASE("what a base says about its controls is not said of a profile that changes them") {
  auto text = with_floor("[{fact: plan.written, is: yes}]");
  const std::string_view before = "profile: {";
  text.replace(text.find(before), before.size(), "profile: {about: One point is the minimum., ");
  const auto base = read(std::move(text)).profile;
  REQUIRE(base.about == "One point is the minimum.");
  const auto about = [&](std::string_view more, std::string_view rest) {
    const auto reading = read("candor: 1\nprofile: {id: mine, version: 2, title: Ours, extends: p" + std::string{more} +
                                  "}\n" + std::string{rest},
                              &base);
    REQUIRE(reading.complaints == "");
    return reading.profile.about;
  };
  CHECK(about("", "") == "One point is the minimum.");
  CHECK(about("", "controls: [{id: c, fresh: 6 months}]\n") == "");
  CHECK(about(", about: Ours alone.", "controls: [{id: c, fresh: 6 months}]\n") == "Ours alone.");
}
