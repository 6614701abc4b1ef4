#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

constexpr std::string_view map_head =
    "candor: 1\nprogram: Our console\nrow: account\nname: {column: User}\ndate: {column: Exported}\nfacts:\n";

/// A table of accounts: `User,MFA,Last sign-in,Site,Exported`, one line a row.
std::string table(std::initializer_list<std::string_view> rows) {
  std::string text = "User,MFA,Last sign-in,Site,Exported\n";
  for (const auto row : rows) text += std::string{row} + "\n";
  return text;
}

/// What the table shows of facts that are mapped so; the head of the map stands above.
std::string read(std::string bytes, std::string_view facts, std::string_view head = map_head) {
  const auto map = std::string{head} + std::string{facts};
  return World{}.import("csv", {{"users.csv", std::move(bytes)}}, {.map = map});
}

/// The same without the lines that every table ends in.
std::string shown(std::string bytes, std::string_view facts) {
  auto text = read(std::move(bytes), facts);
  text.erase(0, text.find('\n') + 1);
  const auto seen = text.find("not seen: What has no row in the table: it is not counted.\n");
  return seen == std::string::npos ? text : text.erase(seen, 59);
}

}  // namespace

TEST_CASE("a coverage counts who has it, who has not, and whom the table does not know about") {
  CHECK(read(table({"ann,Enforced,2026-11-20,Quay,2026-11-21", "bob, YES ,2026-11-20,Quay,2026-11-21",
                    "cid,No,2026-11-20,Quay,2026-11-21", "dot,,2026-11-20,Quay,2026-11-21"}),
             "  mfa.cloud_accounts: {has: {column: mfa, is: [Yes, Enforced]}, unknown: {column: MFA, is: ['', "
             "Unknown]}}\n") ==
        R"(2026-11-21 csv: 4 rows
mfa.cloud_accounts [Our console] = 2 of 4 (1 unknown), export, where: without: cid, note: the table does not know about 1 account
not seen: What has no row in the table: it is not counted.
)");
}

TEST_CASE("a word that is neither good nor bad in the map is not known, and is told with how many there are") {
  CHECK(
      shown(table({"ann,Enforced,,,2026-11-21", "bob,Registered,,,2026-11-21", "cid,Registered,,,2026-11-21",
                   "dot,No,,,2026-11-21"}),
            "  mfa.cloud_accounts: {has: {column: MFA, is: Enforced}, without: {column: MFA, is: No}}\n") ==
      R"(mfa.cloud_accounts [Our console] = 1 of 4 (2 unknown), export, where: without: dot, note: the map has no word for what it shows of 2 accounts
users.csv:3:5: warning: the map does not say what `Registered` under `MFA` means [unmapped-word]
   3 | bob,Registered,,,2026-11-21
           ^
       hint: 2 accounts are not known because of this column; name its words in the map
)");
}

TEST_CASE("a word that two facts cannot read is told once") {
  CHECK(
      shown(table({"ann,Registered,,,2026-11-21"}),
            "  mfa.cloud_accounts: {has: {column: MFA, is: Enforced}, without: {column: MFA, is: No}}\n"
            "  mfa.admin_accounts: {has: {column: MFA, is: Enforced}, without: {column: MFA, is: No}}\n") ==
      R"(mfa.cloud_accounts [Our console] = 0 of 1 (1 unknown), export, note: the map has no word for what it shows of 1 account
mfa.admin_accounts [Our console] = 0 of 1 (1 unknown), export, note: the map has no word for what it shows of 1 account
users.csv:2:5: warning: the map does not say what `Registered` under `MFA` means [unmapped-word]
   2 | ann,Registered,,,2026-11-21
           ^
       hint: 1 account is not known because of this column; name its words in the map
)");
}

TEST_CASE("without words for the bad, all that is not good is bad") {
  CHECK(shown(table({"ann,Enforced,,,2026-11-21", "bob,Registered,,,2026-11-21"}),
              "  mfa.cloud_accounts: {has: {column: MFA, is: Enforced}}\n") ==
        "mfa.cloud_accounts [Our console] = 1 of 2, export, where: without: bob\n");
}

TEST_CASE("rows of one name are one account, and its worst row counts") {
  const auto two =
      table({"ann,Enforced,,,2026-11-21", "Ann ,No,,,2026-11-21", ",Enforced,,,2026-11-21", ",Enforced,,,2026-11-21"});
  CHECK(shown(two, "  mfa.cloud_accounts: {has: {column: MFA, is: Enforced}}\n") ==
        "mfa.cloud_accounts [Our console] = 2 of 3, export, where: without: Ann\n");
  const auto nameless = read(two, "  mfa.cloud_accounts: {has: {column: MFA, is: Enforced}}\n",
                             "candor: 1\nprogram: Our console\ndate: {column: Exported}\nfacts:\n");
  CHECK(nameless == R"(2026-11-21 csv: 4 rows
mfa.cloud_accounts [Our console] = 3 of 4, export, where: without: line 3
not seen: What has no row in the table: it is not counted.
not seen: Whether two rows are about one row: the map names no column that tells.
)");
}

TEST_CASE("a table without rows, or with none that counts, is not known and never good") {
  constexpr std::string_view facts = R"(  mfa.cloud_accounts: {has: {column: MFA, is: Enforced}}
  access.unused_45_days: {part: Tenant, rows: {column: Last sign-in, older_than: 45 days}}
  software.unsupported: {part: {column: Site}, each: {where: {column: User}, what: {column: MFA}}}
  training.last: {newest: {column: Last sign-in}}
)";
  const auto map =
      "candor: 1\nprogram: Our console\nwhere: {column: User, is_not: Total}\nfacts:\n" + std::string{facts};
  const test::Said said{.looked = parse_date("2026-11-20"), .map = map};
  CHECK(World{}.import("csv", table({}), said) == R"(2026-11-20 csv: 0 rows
mfa.cloud_accounts [Our console] = unknown, export, note: the table holds no rows
access.unused_45_days [Tenant] = unknown, export, note: the table holds no rows
software.unsupported [Our console] = unknown, export, note: the table holds no rows
training.last [Our console] = unknown, export, note: the table holds no rows
not seen: What has no row in the table: it is not counted.
not seen: Whether two rows are about one row: the map names no column that tells.
)");
  CHECK(World{}.import("csv", table({"total,12,,,", ",,,,"}), said) ==
        R"(2026-11-20 csv: 1 row, 1 of them left out by the map
mfa.cloud_accounts [Our console] = unknown, export, note: the map lets none of 1 row count
access.unused_45_days [Tenant] = unknown, export, note: the map lets none of 1 row count
software.unsupported [Our console] = unknown, export, note: the map lets none of 1 row count
training.last [Our console] = unknown, export, note: the map lets none of 1 row count
not seen: What has no row in the table: it is not counted.
not seen: Whether two rows are about one row: the map names no column that tells.
)");
}

TEST_CASE("an age is counted from the day of the look, and what is just so old is not older yet") {
  constexpr std::string_view facts =
      "  access.unused_45_days: {rows: {column: Last sign-in, older_than: 45 days, or_is: [Never]}}\n";
  CHECK(shown(table({"ann,,2026-10-07T23:59:59Z,,2026-11-21", "bob,,2026-10-06,,2026-11-21", "cid,,never,,2026-11-21"}),
              facts) == "access.unused_45_days [Our console] = 2, export, where: bob, cid\n");
  // A clock that is a year ahead shows nothing; a day ahead is another time zone.
  CHECK(
      shown(table({"ann,,2027-11-20,,2026-11-21", "bob,,2026-11-22,,2026-11-21"}), facts) ==
      R"(access.unused_45_days [Our console] = unknown, export, note: the map has no word for what it shows of 1 account
users.csv:2:6: warning: the map does not say what `2027-11-20` under `Last sign-in` means [unmapped-word]
   2 | ann,,2027-11-20,,2026-11-21
            ^
       hint: 1 account is not known because of this column; name its words in the map
)");
}

TEST_CASE("a number of which some rows are not known is never 0, and what was found stands") {
  constexpr std::string_view facts = "  access.unused_45_days: {rows: {column: Last sign-in, older_than: 45 days}}\n";
  CHECK(shown(table({"ann,,2026-11-20,,2026-11-21", "bob,,gone,,2026-11-21"}), facts)
            .starts_with("access.unused_45_days [Our console] = unknown, export, note: the map has no word for what it "
                         "shows of 1 account\n"));
  CHECK(
      shown(table({"ann,,2026-01-20,,2026-11-21", "bob,,gone,,2026-11-21"}), facts)
          .starts_with("access.unused_45_days [Our console] = 1, export, where: ann, note: at least that many: the map "
                       "has no word for what it shows of 1 account\n"));
  CHECK(shown(table({"ann,,2026-11-20,,2026-11-21"}), facts) == "access.unused_45_days [Our console] = 0, export\n");
}

TEST_CASE("a number or list of bad things is empty only where the map says which words are fine") {
  const auto fine = table({"PC-1,Windows 11,,,2026-11-21", "PC-2,Windows 11,,,2026-11-21"});
  const auto odd = table({"PC-1,Windows 11,,,2026-11-21", "PC-2,Windows 10 Pro,,,2026-11-21"});
  constexpr std::string_view silent =
      "  software.unsupported: {rows: {column: MFA, is: Windows 10}, each: {where: {column: User}, what: {column: "
      "MFA}}}\n";
  constexpr std::string_view frank =
      "  software.unsupported: {rows: {column: MFA, is: Windows 10}, without: {column: MFA, is: Windows 11},\n"
      "    each: {where: {column: User}, what: {column: MFA}}}\n";
  CHECK(shown(fine, silent)
            .starts_with("software.unsupported [Our console] = unknown, export, note: the map has no word "
                         "for what it shows of 2 accounts\n"));
  CHECK(shown(fine, frank) == "software.unsupported [Our console] = none, export\n");
  CHECK(shown(odd, frank)
            .starts_with("software.unsupported [Our console] = unknown, export, note: the map has no word "
                         "for what it shows of 1 account\n"));
  CHECK(
      shown(table({"PC-1,Windows 10,,,2026-11-21", "PC-2,Windows 8,,,2026-11-21"}), frank)
          .starts_with("software.unsupported [Our console] = [{where: PC-1, what: Windows 10}], export, note: at least "
                       "that many: the map has no word for what it shows of 1 account\n"));
}

TEST_CASE("a record takes its fields from columns and from the map; the same one is listed once") {
  CHECK(
      shown(table({"PC-1,2,yes,Quay,2026-11-21", "PC-1,2,yes,Quay,2026-11-21", ",none,maybe,unknown,2026-11-21"}),
            "  software.unsupported: {each: {where: {column: User}, what: Windows 7, count: {column: MFA}, internet: "
            "{column: Last sign-in}}}\n"
            "  kev.open: {each: {where: {column: Site}, flaw: {column: MFA}, due: {column: Exported}}}\n") ==
      R"(software.unsupported [Our console] = [{where: PC-1, what: Windows 7, count: 2, internet: yes}, {where: not named, what: Windows 7}], export
kev.open [Our console] = [{where: Quay, flaw: 2, due: 2026-11-21}, {where: not named, flaw: none, due: 2026-11-21}], export
)");
}

TEST_CASE("each site is a part, whatever its capitals; a row without one is a part of its own") {
  CHECK(shown(table({"ann,Yes,,Quay,2026-11-21", "bob,No,,QUAY ,2026-11-21", "cid,Yes,,,2026-11-21"}),
              "  mfa.cloud_accounts: {part: {column: site}, has: {column: MFA, is: Yes}}\n") ==
        R"(mfa.cloud_accounts [Quay] = 1 of 2, export, where: without: bob
mfa.cloud_accounts [site not said] = 1 of 1, export
)");
}

TEST_CASE("one fact takes several maps, of parts that differ") {
  constexpr std::string_view facts = R"(  mfa.cloud_accounts:
    - {part: Quay, where: {column: Site, is: Quay}, has: {column: MFA, is: Yes}}
    - {part: {column: Site}, has: {column: MFA, is: Yes}}
)";
  CHECK(shown(table({"ann,Yes,,Mill,2026-11-21"}), facts) ==
        "mfa.cloud_accounts [Quay] = unknown, export, note: the map lets none of 1 row count\n"
        "mfa.cloud_accounts [Mill] = 1 of 1, export\n");
  CHECK(read(table({"ann,Yes,,Quay,2026-11-21"}), facts) ==
        R"(map.yaml:9:7: error: `mfa.cloud_accounts` is mapped twice for `Quay` [repeated-part]
   9 |     - {part: {column: Site}, has: {column: MFA, is: Yes}}
             ^
       hint: give each map a `part` of its own
)");
}

TEST_CASE("the newest day counts of each name, and of those the oldest") {
  constexpr std::string_view facts =
      "  training.last: {rows: {column: MFA, is: Passed}, newest: {column: Last sign-in, never: [Never, ''] }}\n";
  CHECK(shown(table({"ann,Passed,2026-03-01,,2026-11-21", "ann,Passed,2026-09-01,,2026-11-21",
                     "bob,passed,2026-06-01,,2026-11-21", "bob,Failed,2026-11-01,,2026-11-21"}),
              facts) == "training.last [Our console] = 2026-06-01, export, where: bob\n");
  // Who passed nothing is not left out because of that.
  CHECK(
      shown(table({"ann,Passed,2026-03-01,,2026-11-21", "bob,Failed,2026-11-01,,2026-11-21"}), facts) ==
      "training.last [Our console] = unknown, export, where: without: bob, note: 1 of 2 accounts without a day; of the "
      "others the oldest is 2026-03-01\n");
  CHECK(shown(table({"ann,Passed,2026-03-01,,2026-11-21", "bob,Passed,,,2026-11-21", "bob,Passed,never,,2026-11-21"}),
              facts) == "training.last [Our console] = never, export, where: bob\n");
}

TEST_CASE("without names all rows of a part are about one thing, as the runs of one job are") {
  constexpr std::string_view head =
      "candor: 1\nprogram: Backup log\ndate: {column: End}\ndates: month-first\nfacts:\n"
      "  backup.last_good: {part: {column: Job}, rows: {column: Result, is: [Success, Warning]}, newest: {column: "
      "End}}\n";
  CHECK(read("Job;Result;End\nServer;Success;7/27/2020 1:05:49 PM\nServer;Success;7/26/2020 1:05:49 PM\n"
             "Server;Failed;7/28/2020 1:05:49 PM\nMail;Failed;7/28/2020 1:05:49 PM\n",
             "", head) == R"(2020-07-28 csv: 4 rows
backup.last_good [Server] = 2020-07-27, export, where: line 2
backup.last_good [Mail] = unknown, export, note: no row shows a day that the map lets count
not seen: What has no row in the table: it is not counted.
not seen: Whether two rows are about one row: the map names no column that tells.
)");
}

TEST_CASE("rows that a condition cannot place are not left out") {
  CHECK(
      shown(table({"ann,Yes,2026-11-20,,2026-11-21", "bob,Yes,2026-01-20,,2026-11-21", "cid,Yes,lost,,2026-11-21"}),
            "  mfa.cloud_accounts: {where: {column: Last sign-in, newer_than: 2 months}, has: {column: MFA, is: "
            "Yes}}\n") ==
      R"(mfa.cloud_accounts [Our console] = 1 of 2 (1 unknown), export, note: the map has no word for what it shows of 1 account
users.csv:4:9: warning: the map does not say what `lost` under `Last sign-in` means [unmapped-word]
   4 | cid,Yes,lost,,2026-11-21
               ^
       hint: 1 account is not known because of this column; name its words in the map
)");
}

TEST_CASE("of several conditions all must hold") {
  CHECK(shown(table({"ann,Yes,2026-11-20,Quay,2026-11-21", "bob,Yes,2026-11-20,Mill,2026-11-21",
                     "cid,Yes,2026-11-20,,2026-11-21"}),
              "  mfa.cloud_accounts:\n    where: [{column: Site, is_not: ''}]\n"
              "    has: [{column: MFA, is: Yes}, {column: Site, is_not: Mill}]\n") ==
        "mfa.cloud_accounts [Our console] = 1 of 2, export, where: without: bob\n");
}

TEST_CASE("several tables are one, wherever their columns stand, and a title may stand above") {
  CHECK(
      World{}.import(
          "csv",
          {{"a.csv", "Accounts of Quayside\n\nuser,mfa\nann,Yes\nbob,No\n"}, {"b.csv", "MFA;Note;User\nNo;left;cid\n"}},
          {.looked = parse_date("2026-11-20"),
           .map = "candor: 1\nprogram: Console\nfacts:\n  mfa.cloud_accounts: {has: {column: MFA, is: Yes}}\n"}) ==
      R"(2026-11-20 csv: 3 rows
mfa.cloud_accounts [Console] = 1 of 3, export, where: without: line 5 of a.csv, line 2 of b.csv
not seen: What has no row in the table: it is not counted.
not seen: Whether two rows are about one row: the map names no column that tells.
)");
}

TEST_CASE("an order of day and month is never guessed, and one that cannot be is a fault") {
  constexpr std::string_view facts = "  access.unused_45_days: {rows: {column: Last sign-in, older_than: 45 days}}\n";
  const auto days = table({"ann,,12/11/2026 10:00,,21/11/2026", "bob,,13/11/2026,,21/11/2026"});
  CHECK(read(days, facts) ==
        R"(users.csv:2:6: error: `12/11/2026 10:00` does not say which is the day and which the month [bad-date]
   2 | ann,,12/11/2026 10:00,,21/11/2026
            ^
       hint: say it in the map, `dates: day-first` or `dates: month-first`, or with --dates
)");
  const auto with = [&](std::string_view order) {
    const auto map = "dates: " + std::string{order} + "\n" + std::string{map_head} + std::string{facts};
    return World{}.import("csv", {{"users.csv", days}}, {.map = map});
  };
  CHECK(with("day-first") ==
        "2026-11-21 csv: 2 rows\naccess.unused_45_days [Our console] = 0, export\n"
        "not seen: What has no row in the table: it is not counted.\n");
  CHECK(with("month-first") == R"(users.csv:2:24: error: `21/11/2026` is not a day that exists [bad-date]
   2 | ann,,12/11/2026 10:00,,21/11/2026
                              ^
       hint: is the order of day and month another one?
)");
  const auto map = std::string{map_head} + std::string{facts};
  CHECK(World{}.import("csv", days, {.dates = DayOrder::DayFirst, .map = map}).starts_with("2026-11-21 csv: 2 rows\n"));
}

TEST_CASE("a day whose order nobody said is one fault, and no word that the map lacks") {
  const auto text = read(table({"ann,,12/11/2026,,2026-11-21", "bob,,11/12/2026,,2026-11-21"}),
                         "  access.unused_45_days: {rows: {column: Last sign-in, older_than: 45 days}}\n");
  CHECK(text.find("`12/11/2026` does not say which is the day and which the month [bad-date]") != std::string::npos);
  CHECK(text.find("unmapped-word") == std::string::npos);
}

TEST_CASE("a table says its day in a column, or the user says it") {
  constexpr std::string_view silent = "candor: 1\nprogram: Console\nfacts:\n";
  constexpr std::string_view facts = "  backup.last_good: {newest: {column: Last sign-in}}\n";
  CHECK(read(table({"ann,,2026-11-20,,"}), facts, silent) ==
        R"(users.csv: error: this file does not say on which day it was made [no-date]
       hint: say it with --date, as in --date 2026-11-12
)");
  const auto map = std::string{silent} + std::string{facts};
  CHECK(World{}.import("csv", table({"ann,,2026-11-20,,"}), {.looked = parse_date("2026-11-19"), .map = map}) ==
        R"(file: error: --date 2026-11-19 is before 2026-11-20, a day that stands in this file [bad-date]
       hint: --date is the day on which the file was made
)");
  // One clock that is wrong does not move the day, and shows no copy either.
  CHECK(
      read(table({"ann,,2036-01-01,,2026-11-21", "bob,,2026-11-01,,2026-11-21"}), facts)
          .starts_with("2026-11-21 csv: 2 rows\nbackup.last_good [Our console] = unknown, export, where: without: ann, "
                       "note: 1 of 2 accounts without a day; of the others the oldest is 2026-11-01\n"));
  CHECK(read(table({"ann,,,,2036-01-01"}), facts) ==
        R"(users.csv: error: this file is of 2036-01-01, which is still to come [future-date]
       hint: look at the clock of the machine that it comes from
)");
}

TEST_CASE("what the map names and the table lacks is told at the map's line") {
  CHECK(read("User,MFA status,MFA,mfa,Exported\nann,x,y,z,2026-11-21,more\n",
             "  mfa.cloud_accounts: {has: {column: MFA state, is: Yes}, without: {column: Phone, is: No}}\n"
             "  mfa.admin_accounts: {has: {column: MFA, is: Yes}}\n") ==
        R"(users.csv:1:21: error: the column `MFA` is there twice [repeated-column]
   1 | User,MFA status,MFA,mfa,Exported
                           ^
       hint: take one of them out
map.yaml:7:38: error: `users.csv` has no column `MFA state` [missing-column]
   7 |   mfa.cloud_accounts: {has: {column: MFA state, is: Yes}, without: {column: Phone, is: No}}
                                            ^
       hint: did you mean `MFA status`?
map.yaml:7:77: error: `users.csv` has no column `Phone` [missing-column]
   7 | ….cloud_accounts: {has: {column: MFA state, is: Yes}, without: {column: Phone, is: No}}
                                                                               ^
       hint: its headings are: User, MFA status, MFA, mfa, Exported
)");
  CHECK(read("User,Exported\nann,2026-11-21,more\n", "  access.unused_45_days: {rows: {column: User, is: x}}\n") ==
        R"(users.csv:2:16: error: this line has more fields than there are headings [bad-csv]
   2 | ann,2026-11-21,more
                      ^
       hint: a field with a separator in it stands in quotes
)");
}

TEST_CASE("a column of more parts than any client has is the wrong one, and so is a list of thousands") {
  std::string rows = "User,MFA,Last sign-in,Site,Exported\n";
  for (int i = 0; i < 2001; ++i) rows += "u" + std::to_string(i) + ",No,,Site,2026-11-21\n";
  CHECK(read(rows, "  mfa.cloud_accounts: {part: {column: User}, has: {column: MFA, is: Yes}}\n") ==
        R"(map.yaml:7:30: error: this column holds more than 500 parts [too-large]
   7 |   mfa.cloud_accounts: {part: {column: User}, has: {column: MFA, is: Yes}}
                                    ^
       hint: a part is a site, a service or a job: is it the right column?
)");
  CHECK(read(rows, "  software.unsupported: {each: {where: {column: User}, what: {column: MFA}}}\n") ==
        R"(map.yaml:7:25: error: more than 2000 rows are to be listed [too-large]
   7 |   software.unsupported: {each: {where: {column: User}, what: {column: MFA}}}
                               ^
       hint: say under `rows` which of them
)");
}

TEST_CASE("what is no table is told, an empty file and a cut-off one too") {
  constexpr std::string_view facts = "  mfa.cloud_accounts: {has: {column: MFA, is: Yes}}\n";
  CHECK(read("", facts) == "users.csv: error: there is nothing in this file [empty-file]\n");
  CHECK(read("User,MFA,Exported\nann,Yes,2026-11-21\nbob,\"Ye", facts) ==
        R"(users.csv:3:5: error: this quote is not closed [bad-csv]
   3 | bob,"Ye
           ^
       hint: a field that begins with `"` ends with one
)");
  CHECK(read("{\"value\": []}", facts)
            .starts_with("map.yaml:4:16: error: `users.csv` has no column `User` [missing-column]\n"));
}

TEST_CASE("what a table says is kept short and harmless, and never taken for more than a text") {
  const std::string name(10'000, 'x');
  CHECK(shown(table({"=cmd|' /C calc'!A0,No,,<script>,2026-11-21", "\"@x\n+1\",No,,<script>,2026-11-21",
                     name + ",No,,<script>,2026-11-21"}),
              "  mfa.cloud_accounts: {part: {column: Site}, has: {column: MFA, is: Yes}}\n") ==
        "mfa.cloud_accounts [<script>] = 0 of 3, export, where: without: =cmd|' /C calc'!A0, @x +1, " +
            name.substr(0, 60) + "…\n");
  CHECK(read(table({"a\x1B[2J,No,,,2026-11-21"}), "  mfa.cloud_accounts: {has: {column: MFA, is: Yes}}\n") ==
        R"(users.csv:2:2: error: this file holds the invisible character U+001B [control-character]
   2 | a\u{1B}[2J,No,,,2026-11-21
        ^
       hint: it could act on a terminal instead of being read: take it out
)");
}

TEST_CASE("whatever becomes of a table and its map, there is a result or a complaint") {
  constexpr std::string_view facts =
      R"(  mfa.cloud_accounts: {part: {column: Site}, has: {column: MFA, is: Yes}, without: {column: MFA, is: [No, '']}}
  access.unused_45_days: {rows: {column: Last sign-in, older_than: 45 days, or_is: Never}}
  software.unsupported: {each: {where: {column: User}, what: {column: MFA}, count: {column: Site}}}
  training.last: {newest: {column: Last sign-in, never: Never}}
)";
  constexpr std::string_view bytes{",;\"\r\n\t{}[]:'#0\0\xC3\x1B", 18};
  std::uint32_t seed = 1;
  const auto random = [&](std::size_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8U) % below;
  };
  for (int round = 0; round < 1000; ++round) {
    auto rows = table(
        {"ann,Yes,2026-11-20,Quay,2026-11-21", "bob,No,Never,Mill,2026-11-21", "cid,,12.11.2026,\"a, b\",2026-11-21"});
    auto map = std::string{map_head} + std::string{facts};
    for (auto* text : {&rows, &map})
      for (auto changes = random(3); changes > 0; --changes)
        (*text)[random(text->size())] = bytes[random(bytes.size())];
    CHECK(!World{}.import("csv", rows, {.map = map}).empty());
  }
}
