#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// The complaints about a map; the table has the columns A and B.
std::string faults(std::string_view map) {
  return World{}.import("csv", {{"table.csv", "A,B\n1,2\n"}}, {.looked = parse_date("2026-11-20"), .map = map});
}

/// About a map of facts.
std::string faults_of(std::string_view facts) { return faults("candor: 1\nprogram: X\nfacts:\n" + std::string{facts}); }

}  // namespace

TEST_CASE("a map is read as strictly as all files of ours") {
  CHECK(faults("candor: 2\nprogramm: X\n") ==
        R"(map.yaml:1:9: error: this file is of format `2`, and this program reads format 1 [newer-format]
   1 | candor: 2
               ^
       hint: use a newer candor for it
)");
  CHECK(faults("candor: 1\nprogramm: X\ndates: european\nname: A\ndate: {colum: A}\nwhere: []\nfacts: {}\n") ==
        R"(map.yaml:2:1: error: `programm` is not a key this file can have [unknown-key]
   2 | programm: X
       ^
       hint: did you mean `program`?
map.yaml:3:8: error: `european` is no order of days and months [bad-choice]
   3 | dates: european
              ^
       hint: one of `day-first` or `month-first`
map.yaml:4:7: error: expected a column, as in `{column: Device}`, found a text [wrong-kind]
   4 | name: A
             ^
map.yaml:5:8: error: `colum` is not a key this file can have [unknown-key]
   5 | date: {colum: A}
              ^
       hint: did you mean `column`?
map.yaml:6:8: error: expected a condition, found nothing [empty-value]
   6 | where: []
              ^
map.yaml:7:8: error: expected facts, found nothing [empty-value]
   7 | facts: {}
              ^
)");
  CHECK(faults("candor: 1\nprogram: X\nprogram: Y\nfacts: {mfa.cloud_accounts: {has: {column: A, is: Yes}}}\n") ==
        R"(map.yaml:3:1: error: the key `program` is repeated [repeated-key]
   3 | program: Y
       ^
       hint: it was first written on line 2; only one can stand
)");
}

TEST_CASE("a map shows facts that rows can show, and says what each needs") {
  CHECK(faults_of("  mfa.cloud_acounts: {has: {column: A, is: Yes}}\n  mfa: {has: {column: A, is: Yes}}\n"
                  "  email.dmarc: {rows: {column: A, is: Yes}}\n  mfa.cloud_accounts: {rows: {column: A, is: Yes}}\n"
                  "  mfa.admin_accounts: {part: X}\n  mfa.remote_access: []\n") ==
        R"(map.yaml:4:3: error: `mfa.cloud_acounts` is not a fact [unknown-fact]
   4 |   mfa.cloud_acounts: {has: {column: A, is: Yes}}
         ^
       hint: did you mean `mfa.cloud_accounts`?
map.yaml:5:3: error: `mfa` is an area, and a map shows facts [unknown-fact]
   5 |   mfa: {has: {column: A, is: Yes}}
         ^
map.yaml:6:3: error: `email.dmarc` is nothing that rows can show [bad-map]
   6 |   email.dmarc: {rows: {column: A, is: Yes}}
         ^
       hint: write it into the inventory, or prove it with the document
map.yaml:7:23: error: the key `has` is missing here [missing-key]
   7 |   mfa.cloud_accounts: {rows: {column: A, is: Yes}}
                             ^
map.yaml:7:24: error: `rows` is not a key this file can have [unknown-key]
   7 |   mfa.cloud_accounts: {rows: {column: A, is: Yes}}
                              ^
       hint: it can have `has`, `without`, `unknown`, `where` and `part`
map.yaml:8:23: error: the key `has` is missing here [missing-key]
   8 |   mfa.admin_accounts: {part: X}
                             ^
map.yaml:9:22: error: expected what shows this fact, found nothing [empty-value]
   9 |   mfa.remote_access: []
                            ^
)");
}

TEST_CASE("a condition asks one thing of one column") {
  CHECK(
      faults_of("  mfa.cloud_accounts:\n"
                "    has: [{column: A}, {column: A, is: Yes, is_not: No}, {is: Yes}, {column: A, is: Yes, or_is: No}]\n"
                "    where: [{column: A, older_than: 45}, {column: A, newer_than: 6 moons}, {column: A, is: }, "
                "{column: A, is: []}]\n"
                "    without: {column: A, is: {B: C}}\n"
                "    unknown: []\n") == R"(map.yaml:5:11: error: this asks nothing of its column [bad-map]
   5 |     has: [{column: A}, {column: A, is: Yes, is_not: No}, {is: Yes}, {column: A, is: Yes, or_is: No}]
                 ^
       hint: say `is`, `is_not`, `older_than` or `newer_than`
map.yaml:5:24: error: this asks two things at once [bad-map]
   5 |     has: [{column: A}, {column: A, is: Yes, is_not: No}, {is: Yes}, {column: A, is: Yes, or_is: No}]
                              ^
       hint: write a list of two: both must hold
map.yaml:5:58: error: the key `column` is missing here [missing-key]
   5 |     has: [{column: A}, {column: A, is: Yes, is_not: No}, {is: Yes}, {column: A, is: Yes, or_is: No}]
                                                                ^
map.yaml:5:97: error: `or_is` stands beside `older_than` or `newer_than` [bad-map]
   5 | …olumn: A, is: Yes, is_not: No}, {is: Yes}, {column: A, is: Yes, or_is: No}]
                                                                               ^
       hint: write both words in one list
map.yaml:6:37: error: `45` is not a number of days [bad-duration]
   6 |     where: [{column: A, older_than: 45}, {column: A, newer_than: 6 moons}, {column: A, is: }, {colum…
                                           ^
       hint: write a number and `days`, `weeks`, `months` or `years`, as in `45 days`
map.yaml:6:66: error: `6 moons` is not a number of days [bad-duration]
   6 |     where: [{column: A, older_than: 45}, {column: A, newer_than: 6 moons}, {column: A, is: }, {colum…
                                                                        ^
       hint: write a number and `days`, `weeks`, `months` or `years`, as in `45 days`
map.yaml:6:88: error: expected a word, found nothing [empty-value]
   6 | …umn: A, older_than: 45}, {column: A, newer_than: 6 moons}, {column: A, is: }, {column: A, is: []}]
                                                                               ^
       hint: an empty cell is written `""`
map.yaml:6:111: error: expected a word, found nothing [empty-value]
   6 | …, {column: A, newer_than: 6 moons}, {column: A, is: }, {column: A, is: []}]
                                                                               ^
map.yaml:7:30: error: expected a word, found keys and values [wrong-kind]
   7 |     without: {column: A, is: {B: C}}
                                    ^
map.yaml:8:14: error: expected a condition, found nothing [empty-value]
   8 |     unknown: []
                    ^
)");
}

TEST_CASE("a record's fields are those of the fact, and what is written for them must be one of their values") {
  CHECK(faults_of("  software.unsupported: {each: {where: {column: A}, size: 3, count: many}}\n"
                  "  log4j.found: {each: {where: A, product: log4j-core, done: hoped, version: new}}\n") ==
        R"(map.yaml:4:32: error: the key `what` is missing here [missing-key]
   4 |   software.unsupported: {each: {where: {column: A}, size: 3, count: many}}
                                      ^
map.yaml:4:53: error: `size` is not a key this file can have [unknown-key]
   4 |   software.unsupported: {each: {where: {column: A}, size: 3, count: many}}
                                                           ^
       hint: it can have `where`, `what`, `count` and `internet`
map.yaml:4:69: error: `many` is no value of `count` [bad-value]
   4 |   software.unsupported: {each: {where: {column: A}, size: 3, count: many}}
                                                                           ^
       hint: write it as in an inventory, or name a column, as in `{column: Version}`
map.yaml:5:61: error: `hoped` is no value of `done` [bad-value]
   5 |   log4j.found: {each: {where: A, product: log4j-core, done: hoped, version: new}}
                                                                   ^
       hint: write it as in an inventory, or name a column, as in `{column: Version}`
map.yaml:5:77: error: `new` is no value of `version` [bad-value]
   5 | …4j.found: {each: {where: A, product: log4j-core, done: hoped, version: new}}
                                                                               ^
       hint: write it as in an inventory, or name a column, as in `{column: Version}`
)");
}
