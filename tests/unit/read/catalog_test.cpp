#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "candor/read/read.hpp"

using namespace candor;

namespace {

struct Reading {
  Catalog catalog;
  std::string complaints;
};

Reading read(std::string text) {
  Sources sources;
  Diagnostics diagnostics(sources);
  Reading reading;
  const auto tree = yaml::parse(sources, sources.add("c.yaml", std::move(text)), diagnostics);
  if (tree) reading.catalog = read_catalog(*tree, diagnostics);
  reading.complaints = diagnostics.to_text();
  return reading;
}

/// A catalog of one fact, from line 7 on; `body` is indented by six.
std::string with_fact(std::string_view address, std::string_view body) {
  return "candor: 1\ncatalog:\n  counts: {people: {noun: people, ask: How many}}\n  figures: {cost: {noun: cost, ask: "
         "How much, money: yes}}\n"
         "  groups: {owner: The owner}\n  facts:\n    " +
         std::string(address) + ":\n" + std::string(body);
}

constexpr std::string_view common =
    "      noun: n\n      ask: q\n      good: g\n      group: owner\n      look: [\"A: b\"]\n      example: e\n";

std::string typed(std::string_view type, std::string_view rest) {
  return with_fact("a.b", "      type: " + std::string(type) + "\n" + std::string(common) + std::string(rest));
}

}  // namespace

TEST_CASE("a catalog is read whole, its facts sorted by address") {
  const auto reading = read(R"(candor: 1
catalog:
  counts: {people: {noun: people who sign in, ask: How many people}}
  figures: {cost: {noun: a day, ask: How much, money: yes}, records: {noun: records, ask: How many}}
  groups: {staff: Staff, owner: The owner}
  facts:
    staff.trained:
      type: coverage
      of: [people]
      noun: people trained
      ask: Who was trained?
      good: All of them.
      group: staff
      look: ["Payroll: list", "Folder: certificates"]
      example: 3 of 4
      say: {count: "{has} of {of}.", all: All., none: None., partly_known: "{unknown} not.", unknown: Not known.}
    backup.away:
      type: choice
      choices: [none, offline]
      ordered: yes
      noun: copy
      ask: Where?
      good: Offline.
      group: owner
      look: []
      example: offline
      say: {none: Nowhere., offline: Offline., unknown: Not known.}
)");
  CHECK(reading.complaints == "");
  REQUIRE(reading.catalog.facts.size() == 2);
  const auto& away = reading.catalog.facts[0];
  CHECK(away.address == "backup.away");
  CHECK(away.choices == std::vector<std::string>{"none", "offline"});
  CHECK(away.ordered);
  CHECK(away.say.at("offline") == "Offline.");
  const auto& trained = reading.catalog.facts[1];
  CHECK(trained.type == Type::Coverage);
  CHECK(trained.of == std::vector<std::string>{"people"});
  CHECK(trained.look == std::vector<std::string>{"Payroll: list", "Folder: certificates"});
  CHECK(trained.place == Place{0, 7, 5});
  CHECK(reading.catalog.groups[0].title == "Staff");
  CHECK(reading.catalog.figures[0].is_money);
  CHECK_FALSE(reading.catalog.figures[1].is_money);
}

TEST_CASE("records have fields, one of them always written") {
  const auto reading = read(typed("records",
                                  "      fields: {where: {type: text, required: yes}, version: {type: version}, how: "
                                  "{type: choice, choices: [a, b]}}\n"
                                  "      say: {each: \"{where}\", none: None., unknown: Not known.}\n"));
  CHECK(reading.complaints == "");
  const auto& fields = reading.catalog.facts.at(0).fields;
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].required);
  CHECK(fields[1].type == Type::Version);
  CHECK(fields[2].choices == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a field may say what a record that leaves it out means") {
  const auto with_default = [](std::string_view word) {
    return read(typed(
        "records", "      fields: {where: {type: text, required: yes}, how: {type: choice, choices: [a, b], default: " +
                       std::string(word) + "}}\n      say: {each: \"{where}\", none: None., unknown: Not known.}\n"));
  };
  const auto reading = with_default("b");
  CHECK(reading.complaints == "");
  CHECK(reading.catalog.facts.at(0).fields.at(1).assumed == 1);
  CHECK(with_default("c").complaints ==
        R"(c.yaml:15:98: error: `c` is not an answer to `how` [bad-choice]
  15 | …e: text, required: yes}, how: {type: choice, choices: [a, b], default: c}}
                                                                               ^
       hint: one of `a` or `b`
)");
  CHECK(read(typed("records",
                   "      fields: {where: {type: text, required: yes, choices: [a, b], default: a}}\n"
                   "      say: {each: \"{where}\", none: None., unknown: Not known.}\n"))
            .complaints ==
        R"(c.yaml:15:60: error: `choices` goes with the type choice only [unknown-key]
  15 |       fields: {where: {type: text, required: yes, choices: [a, b], default: a}}
                                                                  ^
       hint: remove it, or write `type: choice`
c.yaml:15:77: error: `default` goes with the type choice only [unknown-key]
  15 | … fields: {where: {type: text, required: yes, choices: [a, b], default: a}}
                                                                               ^
       hint: remove it, or write `type: choice`
)");
}

TEST_CASE("a sentence that the type needs and nobody wrote is named") {
  CHECK(read(typed("yes_no", "      say: {yes: Yes.}\n")).complaints ==
        R"(c.yaml:15:12: error: the key `no` is missing here [missing-key]
  15 |       say: {yes: Yes.}
                  ^
c.yaml:15:12: error: the key `unknown` is missing here [missing-key]
  15 |       say: {yes: Yes.}
                  ^
)");
}

TEST_CASE("a placeholder that no answer fills is named, with those that are") {
  CHECK(read(typed("coverage",
                   "      say: {count: \"{have} of {of}\", all: \"All {of}.\", none: None., partly_known: P., unknown: "
                   "U.}\n"))
            .complaints ==
        R"(c.yaml:15:20: error: nothing fills `{have}` here [bad-sentence]
  15 |       say: {count: "{have} of {of}", all: "All {of}.", none: None., partly_known: P., unknown: U.}
                          ^
       hint: this sentence takes `has`, `of` or `unknown`
c.yaml:15:43: error: nothing fills `{of}` here [bad-sentence]
  15 |       say: {count: "{have} of {of}", all: "All {of}.", none: None., partly_known: P., unknown: U.}
                                                 ^
       hint: this sentence takes none
)");
}

TEST_CASE("a placeholder of a record must be a field that is always written") {
  CHECK(read(typed("records",
                   "      fields: {where: {type: text, required: yes}, due: {type: date}}\n"
                   "      say: {each: \"{where} by {due}\", none: None., unknown: U.}\n"))
            .complaints ==
        R"(c.yaml:16:19: error: nothing fills `{due}` here [bad-sentence]
  16 |       say: {each: "{where} by {due}", none: None., unknown: U.}
                         ^
       hint: this sentence takes `where`
)");
}

TEST_CASE("a field that is not always written has a sentence of its own, which follows") {
  const auto fields =
      std::string{"      fields: {where: {type: text, required: yes}, due: {type: date}, what: {type: text}}\n"};
  const auto reading = read(
      typed("records", fields + "      say: {each: \"{where}.\", due: \"By {due}.\", none: None., unknown: U.}\n"));
  CHECK(reading.complaints == "");
  CHECK(reading.catalog.facts.at(0).say.at("due") == "By {due}.");
  CHECK(read(typed("records", fields + "      say: {each: \"{where}.\", due: \"{what}.\", none: None., unknown: U.}\n"))
            .complaints ==
        R"(c.yaml:16:36: error: nothing fills `{what}` here [bad-sentence]
  16 |       say: {each: "{where}.", due: "{what}.", none: None., unknown: U.}
                                          ^
       hint: this sentence takes `where` or `due`
)");
}

TEST_CASE("a brace without a partner is told") {
  CHECK(read(typed("yes_no", "      say: {yes: \"a { b\", no: \"a } b\", unknown: \"{a{b}\"}\n")).complaints ==
        R"(c.yaml:15:18: error: a brace in this sentence has no partner [bad-sentence]
  15 |       say: {yes: "a { b", no: "a } b", unknown: "{a{b}"}
                        ^
       hint: write a placeholder as `{name}`
c.yaml:15:31: error: a brace in this sentence has no partner [bad-sentence]
  15 |       say: {yes: "a { b", no: "a } b", unknown: "{a{b}"}
                                     ^
       hint: write a placeholder as `{name}`
c.yaml:15:49: error: a brace in this sentence has no partner [bad-sentence]
  15 |       say: {yes: "a { b", no: "a } b", unknown: "{a{b}"}
                                                       ^
       hint: write a placeholder as `{name}`
)");
}

TEST_CASE("a type nobody knows is told once and spares the rest") {
  CHECK(read(typed("covrage", "      say: {}\n")).complaints ==
        R"(c.yaml:8:13: error: `covrage` is not a type of fact [bad-choice]
   8 |       type: covrage
                   ^
       hint: did you mean `coverage`?
)");
}

TEST_CASE("a key that belongs to another type is unknown") {
  CHECK(read(typed("yes_no", "      choices: [a, b]\n      say: {yes: Y., no: N., unknown: U.}\n")).complaints ==
        R"(c.yaml:15:7: error: `choices` is not a key this file can have [unknown-key]
  15 |       choices: [a, b]
             ^
       hint: it can have `type`, `noun`, `ask`, `good`, `group`, `look`, `example`, `role` and `say`
)");
}

TEST_CASE("a role goes with one type of fact") {
  const auto reading = read(typed("date", "      role: copy_last_good\n      say: {is: I., unknown: U.}\n"));
  CHECK(reading.complaints == "");
  CHECK(reading.catalog.find(Role::CopyLastGood) == FactId{0});
  CHECK_FALSE(reading.catalog.find(Role::CopyEvery));
  CHECK(read(typed("date", "      role: copy_every\n      say: {is: I., unknown: U.}\n")).complaints ==
        R"(c.yaml:15:13: error: `copy_every` is no role for a fact of type date [bad-value]
  15 |       role: copy_every
                   ^
       hint: only a fact of type duration can have it
)");
  CHECK(read(typed("date", "      role: copy_evry\n      say: {is: I., unknown: U.}\n")).complaints ==
        R"(c.yaml:15:13: error: `copy_evry` is not a role of a fact [bad-choice]
  15 |       role: copy_evry
                   ^
       hint: did you mean `copy_every`?
)");
}

TEST_CASE("a role is one fact's") {
  const std::string body = "      type: text\n" + std::string(common) +
                           "      role: in_charge\n      say: {is: I., nobody: N., unknown: U.}\n";
  const auto reading = read(with_fact("a.b", body) + "    a.c:\n" + body);
  CHECK(reading.complaints == R"(c.yaml:25:13: error: `in_charge` is the role of `a.b` already [repeated-key]
  25 |       role: in_charge
                   ^
       hint: one fact has it: remove one of the two
)");
  CHECK(reading.catalog.find(Role::InCharge) == FactId{0});
}

TEST_CASE("counts and groups must be in the catalog") {
  CHECK(read(with_fact("a.b",
                       "      type: coverage\n      of: [peple]\n      noun: n\n      ask: q\n      good: g\n      "
                       "group: ownr\n      look: [a]\n"
                       "      example: e\n      say: {count: C., all: A., none: N., partly_known: P., unknown: U.}\n"))
            .complaints ==
        R"(c.yaml:9:12: error: `peple` is not a count of this catalog [unknown-count]
   9 |       of: [peple]
                  ^
       hint: did you mean `people`?
c.yaml:13:14: error: `ownr` is not a group of this catalog [bad-choice]
  13 |       group: ownr
                    ^
       hint: did you mean `owner`?
)");
}

TEST_CASE("an address has two words, and none that every inventory uses") {
  CHECK(read(with_fact("backup", "      type: date\n" + std::string(common) + "      say: {is: I., unknown: U.}\n"))
            .complaints ==
        R"(c.yaml:7:5: error: `backup` is not the address of a fact [bad-value]
   7 |     backup:
           ^
       hint: write area, dot and name in small letters: `backup.restored`
)");
  CHECK(
      read(with_fact("backup.date", "      type: date\n" + std::string(common) + "      say: {is: I., unknown: U.}\n"))
          .complaints ==
      R"(c.yaml:7:5: error: no fact can be called `date`: every inventory uses that word [bad-value]
   7 |     backup.date:
           ^
)");
}

TEST_CASE("a fact that is not a mapping is told") {
  CHECK(read(with_fact("a.b", "      - x\n")).complaints ==
        R"(c.yaml:8:7: error: expected a mapping with the fact's type, noun and question, found a list [wrong-kind]
   8 |       - x
             ^
)");
}

TEST_CASE("a fact written twice is refused and kept once") {
  const auto reading = read(typed("yes_no", "      say: {yes: Y., no: N., unknown: U.}\n") +
                            "    a.b: {type: yes_no, noun: n, ask: q, good: g, group: owner, look: [a], example: e, "
                            "say: {yes: Y., no: N., unknown: U.}}\n");
  CHECK(reading.complaints ==
        R"(c.yaml:16:5: error: the key `a.b` is repeated [repeated-key]
  16 |     a.b: {type: yes_no, noun: n, ask: q, good: g, group: owner, look: [a], example: e, say: {yes: Y.…
           ^
       hint: it was first written on line 7; only one can stand
)");
  CHECK(reading.catalog.facts.size() == 1);
}

TEST_CASE("a catalog of a newer format is refused in one sentence") {
  CHECK(read("candor: 2\ncatalogue: {}\n").complaints ==
        R"(c.yaml:1:9: error: this file is of format `2`, and this program reads format 1 [newer-format]
   1 | candor: 2
               ^
       hint: use a newer candor for it
)");
}

TEST_CASE("a file that is no catalog is told what is missing") {
  CHECK(read("candor: 1\n").complaints ==
        R"(c.yaml:1:1: error: the key `catalog` is missing here [missing-key]
   1 | candor: 1
       ^
)");
  CHECK(read("- a\n").complaints ==
        R"(c.yaml:1:1: error: expected keys and values, `candor: 1` the first, found a list [wrong-kind]
   1 | - a
       ^
)");
  CHECK(read("candro: 1\ncatalog: {counts: {}, figures: {}, groups: {}, facts: {}}\n").complaints ==
        R"(c.yaml:1:1: error: `candro` is not a key this file can have [unknown-key]
   1 | candro: 1
       ^
       hint: did you mean `candor`?
)");
  CHECK(read("candor: one\ncatalog: {counts: {}, figures: {}, groups: {}, facts: {}}\n").complaints ==
        R"(c.yaml:1:9: error: `one` is not a file format [bad-value]
   1 | candor: one
               ^
       hint: write `candor: 1`
)");
}
