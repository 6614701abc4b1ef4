#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

/// A value as it was understood, told as one would write it.
std::string understood(std::string_view address, std::string text) {
  Desk desk;
  const auto value = desk.value(address, std::move(text));
  if (!value) return desk.complaints();
  return to_text(*value, desk.catalog.facts[desk.catalog.find(address).value()]);
}

/// The first line of the complaint without its place, and its hint.
std::string complaint(std::string_view address, std::string text) {
  Desk desk;
  const auto value = desk.value(address, std::move(text));
  if (value) return "no complaint";
  auto told = desk.complaints();
  const auto begin = told.find("error: ") + 7;
  auto said = told.substr(begin, told.find('\n', begin) - begin);
  if (const auto hint = told.find("hint: "); hint != std::string::npos)
    said += "\n" + told.substr(hint, told.find('\n', hint) - hint);
  return said;
}

}  // namespace

TEST_CASE("a coverage is read as one writes it") {
  CHECK(understood("mfa.cloud_accounts", "38 of 42") == "38 of 42");
  CHECK(understood("mfa.cloud_accounts", "30 of 42 (11 unknown)") == "30 of 42 (11 unknown)");
  CHECK(understood("mfa.cloud_accounts", "30 of 42 (12 unknown)") == "30 of 42 (12 unknown)");
  CHECK(understood("mfa.cloud_accounts", "42 of 42") == "42 of 42");
  CHECK(understood("mfa.cloud_accounts", "0 of 1") == "0 of 1");
  CHECK(understood("mfa.cloud_accounts", "all") == "all");
  CHECK(understood("mfa.cloud_accounts", "none") == "none");
  CHECK(understood("mfa.cloud_accounts", "unknown") == "unknown");
}

TEST_CASE("a coverage that cannot be is refused") {
  CHECK(complaint("mfa.cloud_accounts", "44 of 42") ==
        "`44 of 42` counts more than there are [bad-coverage]\n"
        "hint: the second number is how many there are in all");
  CHECK(complaint("mfa.cloud_accounts", "1 of 0") ==
        "`1 of 0` counts more than there are [bad-coverage]\n"
        "hint: the second number is how many there are in all");
  CHECK(complaint("mfa.cloud_accounts", "30 of 42 (13 unknown)") ==
        "`30 of 42 (13 unknown)` counts more than there are [bad-coverage]\n"
        "hint: 30 and 13 unknown are more than 42");
  CHECK(complaint("mfa.cloud_accounts", "0 of 0") ==
        "`0 of 0` says nothing [bad-coverage]\n"
        "hint: to say that it does not apply, list the control under `not_applicable`");
  CHECK(complaint("mfa.cloud_accounts", "0 of 12345678") ==
        "`0 of 12345678` is more than can be counted here [bad-coverage]\n"
        "hint: write at most 7 digits");
}

TEST_CASE("other ways to tell a coverage get a hint how it is written") {
  CHECK(complaint("mfa.cloud_accounts", "38/42") ==
        "`38/42` is not a count of how many of how many [bad-coverage]\n"
        "hint: write `38 of 42`");
  CHECK(complaint("mfa.cloud_accounts", "38 out of 42") ==
        "`38 out of 42` is not a count of how many of how many [bad-coverage]\n"
        "hint: write `38 of 42`");
  CHECK(complaint("mfa.cloud_accounts", "90%") ==
        "`90%` is not a count of how many of how many [bad-coverage]\n"
        "hint: write the count behind it, as in `38 of 42`");
  CHECK(complaint("mfa.cloud_accounts", "yes") ==
        "`yes` is not a count of how many of how many [bad-coverage]\n"
        "hint: write how many of how many, as in `38 of 42`, or `all`");
  CHECK(complaint("mfa.cloud_accounts", "-1 of 42") ==
        "`-1 of 42` is not a count of how many of how many [bad-coverage]\n"
        "hint: write how many of how many, as in `38 of 42` or `30 of 42 (11 unknown)`, or `all` or `none`");
  CHECK(complaint("mfa.cloud_accounts", "n/a") ==
        "`n/a` is not a count of how many of how many [bad-coverage]\n"
        "hint: to say that it does not apply, list the control under `not_applicable`");
  CHECK(complaint("mfa.cloud_accounts", "tbc") ==
        "`tbc` is not a count of how many of how many [bad-coverage]\n"
        "hint: write `unknown` where nobody knows");
}

TEST_CASE("yes and no are written in full and in lower case") {
  CHECK(understood("email.spf", "yes") == "yes");
  CHECK(understood("email.spf", "no") == "no");
  CHECK(understood("email.spf", "\"no\"") == "no");
  CHECK(understood("email.spf", "unknown") == "unknown");
  CHECK(complaint("email.spf", "TRUE") == "`TRUE` is neither `yes` nor `no` [bad-value]\nhint: write `yes`");
  CHECK(complaint("email.spf", "No") == "`No` is neither `yes` nor `no` [bad-value]\nhint: write `no`");
  CHECK(complaint("email.spf", "off") == "`off` is neither `yes` nor `no` [bad-value]\nhint: write `no`");
  CHECK(complaint("email.spf", "partly") ==
        "`partly` is neither `yes` nor `no` [bad-value]\n"
        "hint: write `yes`, `no` or `unknown`");
}

TEST_CASE("true and false, which JSON has for yes and no, are not refused") {
  CHECK(understood("email.spf", "true") == "yes");
  CHECK(understood("email.spf", "false") == "no");
  CHECK(understood("backup.restored", "{\"date\": \"2026-09-30\", \"worked\": true}") ==
        understood("backup.restored", "{date: 2026-09-30, worked: yes}"));
}

TEST_CASE("a date is an ISO date of a day that exists and has been") {
  CHECK(understood("backup.last_good", "2026-11-11") == "2026-11-11");
  CHECK(understood("backup.last_good", "2026-11-21") == "2026-11-21");
  CHECK(complaint("backup.last_good", "2026-11-31") == "`2026-11-31` is not a day that exists [bad-date]");
  CHECK(complaint("backup.last_good", "1802-11-30") ==
        "`1802-11-30` is not a day that exists [bad-date]\n"
        "hint: years run from 1900 to 9999");
  CHECK(complaint("backup.last_good", "2026-11-22") ==
        "`2026-11-22` is in the future [future-date]\n"
        "hint: nothing can have been seen, said or done after today, or after the day it is judged");
}

TEST_CASE("dates in other forms get a hint with the day that was meant") {
  const auto hint = [](std::string text) {
    const auto said = complaint("backup.last_good", text);
    const auto begin = "`" + text + "` is not a date [bad-date]\nhint: ";
    REQUIRE(said.starts_with(begin));
    return said.substr(begin.size());
  };
  CHECK(hint("12/11/2026") == "write `2026-11-12` for 12 November 2026, or `2026-12-11` for 11 December 2026");
  CHECK(hint("25.12.2025") == "write `2025-12-25`");
  CHECK(hint("12-25-2025") == "write `2025-12-25`");
  CHECK(hint("5/5/25") == "write `2025-05-05`");
  CHECK(hint("2026-9-3") == "write `2026-09-03`");
  CHECK(hint("2026/11/12") == "write `2026-11-12`");
  CHECK(hint("12 November 2026") == "write `2026-11-12`");
  CHECK(hint("Nov 12th, 2026") == "write `2026-11-12`");
  CHECK(hint("2026-11-12T10:30:00Z") == "write `2026-11-12`");
  CHECK(hint("31/11/2026") == "write year, month and day, as in `2026-11-12`");
  CHECK(hint("2026-11") == "write the day too; where only the month is known, write `2026-11-01`");
  CHECK(hint("last week") == "write year, month and day, as in `2026-11-12`");
}

TEST_CASE("a length of time has a number and a unit") {
  CHECK(understood("backup.every", "6 months") == "6 months");
  CHECK(understood("backup.every", "1 day") == "1 day");
  CHECK(understood("backup.every", "20 minutes") == "20 minutes");
  CHECK(understood("backup.every", "same day") == "same day");
  CHECK(understood("backup.every", "never") == "never");
  CHECK(complaint("backup.every", "daily") == "`daily` is not a length of time [bad-duration]\nhint: write `1 day`");
  CHECK(complaint("backup.every", "6") ==
        "`6` is not a length of time [bad-duration]\nhint: say of what, as in `6 days`");
  CHECK(complaint("backup.every", "6 moths") ==
        "`6 moths` is not a length of time [bad-duration]\n"
        "hint: did you mean `6 months`?");
  CHECK(complaint("backup.every", "6 fortnights") ==
        "`6 fortnights` is not a length of time [bad-duration]\n"
        "hint: the units are minutes, hours, days, weeks, months and years");
  CHECK(complaint("backup.every", "often") ==
        "`often` is not a length of time [bad-duration]\n"
        "hint: write a number and a unit, as in `6 months`, or `same day` or `never`");
}

TEST_CASE("a number is whole and has no sign") {
  CHECK(understood("password.shortest", "12") == "12");
  CHECK(understood("password.shortest", "0") == "0");
  CHECK(complaint("password.shortest", "-3") ==
        "`-3` is not a whole number [bad-number]\n"
        "hint: write digits alone, as in `12`");
  CHECK(complaint("password.shortest", "12.5") ==
        "`12.5` is not a whole number [bad-number]\n"
        "hint: write digits alone, as in `12`");
  CHECK(complaint("password.shortest", "1,200") == "`1,200` is not a whole number [bad-number]\nhint: write `1200`");
  CHECK(complaint("password.shortest", "none") == "`none` is not a whole number [bad-number]\nhint: write `0`");
  CHECK(complaint("password.shortest", "99999999999999999999") ==
        "`99999999999999999999` is more than can be counted here [bad-number]\nhint: write at most 12 digits");
}

TEST_CASE("a choice is one of the words of the catalog") {
  CHECK(understood("backup.away", "other_account") == "other_account");
  CHECK(understood("backup.away", "none") == "none");
  CHECK(complaint("backup.away", "other account") ==
        "`other account` is not an answer to `backup.away` [bad-choice]\n"
        "hint: did you mean `other_account`?");
  CHECK(complaint("backup.away", "in a drawer") ==
        "`in a drawer` is not an answer to `backup.away` [bad-choice]\n"
        "hint: one of `none`, `same_account`, `other_account` or `offline`");
}

TEST_CASE("a text may say that there is nobody") {
  CHECK(understood("owner.named", "R. Holt") == "R. Holt");
  CHECK(understood("owner.named", "none") == "nobody");
  CHECK(understood("owner.named", "nobody") == "nobody");
  CHECK(complaint("owner.named", "\"\"") == "expected a name or a short text, found nothing [empty-value]");
  CHECK(complaint("owner.named", "[a, b]") == "expected a name or a short text, found a list [wrong-kind]");
}

TEST_CASE("a version tells all its numbers") {
  CHECK(understood("log4j.newest", "2.0-beta9") == "2.0-beta9");
  CHECK(complaint("log4j.newest", "2.17.x") ==
        "`2.17.x` is not a version [bad-version]\n"
        "hint: write all its numbers, as in `2.17.1`, or `unknown`");
}

TEST_CASE("an event is a day, never, or a day and how it went") {
  CHECK(understood("backup.restored", "2026-09-30") == "2026-09-30");
  CHECK(understood("backup.restored", "never") == "never");
  CHECK(understood("backup.restored", "unknown") == "unknown");
  CHECK(understood("backup.restored", "{date: 2026-09-30, worked: yes, scope: whole_system, took: 3 hours}") ==
        "{date: 2026-09-30, worked: yes, scope: whole_system, took: 3 hours}");
  CHECK(understood("backup.restored", "{date: 2026-09-30, worked: unknown, scope: unknown, took: unknown}") ==
        "2026-09-30");
  CHECK(understood("backup.restored", "{date: unknown, worked: yes}") == "unknown");
}

TEST_CASE("an event that did not happen is written as never") {
  CHECK(complaint("backup.restored", "not yet") == "`not yet` is not a day [bad-date]\nhint: write `never`");
  CHECK(complaint("backup.restored", "no") == "`no` is not a day [bad-date]\nhint: write `never`");
}

TEST_CASE("every fault of an event is told in one run") {
  Desk desk;
  CHECK_FALSE(
      desk.value("backup.restored", "{date: 2026-13-01, worked: ja, scope: everything, took: long, wroked: yes}"));
  CHECK(desk.complaints() == R"(value.yaml:1:8: error: `2026-13-01` is not a day that exists [bad-date]
   1 | {date: 2026-13-01, worked: ja, scope: everything, took: long, wroked: yes}
              ^
value.yaml:1:28: error: `ja` is neither `yes` nor `no` [bad-value]
   1 | {date: 2026-13-01, worked: ja, scope: everything, took: long, wroked: yes}
                                  ^
       hint: write `yes`, `no` or `unknown`
value.yaml:1:39: error: `everything` is not an answer to `scope` [bad-choice]
   1 | {date: 2026-13-01, worked: ja, scope: everything, took: long, wroked: yes}
                                             ^
       hint: one of `one_file`, `one_folder` or `whole_system`
value.yaml:1:57: error: `long` is not a length of time [bad-duration]
   1 | {date: 2026-13-01, worked: ja, scope: everything, took: long, wroked: yes}
                                                               ^
       hint: write a number and a unit, as in `6 months`, or `same day` or `never`
value.yaml:1:63: error: `wroked` is not a key this file can have [unknown-key]
   1 | {date: 2026-13-01, worked: ja, scope: everything, took: long, wroked: yes}
                                                                     ^
       hint: did you mean `worked`?
)");
}

TEST_CASE("records are a list, or none where somebody looked") {
  CHECK(understood("log4j.found", "[]") == "none");
  CHECK(understood("log4j.found", "none") == "none");
  CHECK(understood("log4j.found", "unknown") == "unknown");
  CHECK(understood("log4j.found",
                   "[{where: Phone system, version: 2.14.1}, {where: Stock system, internet: no, due: 2027-01-31}]") ==
        "[{where: Phone system, version: 2.14.1}, {where: Stock system, due: 2027-01-31, internet: no}]");
  CHECK(complaint("log4j.found", "Phone system") ==
        "`Phone system` is not a list of what was found [bad-value]\n"
        "hint: write `[{where: …}]`, `none` or `unknown`");
  CHECK(complaint("log4j.found", "{where: Phone system}") ==
        "expected a list such as `[{where: …}]`, or `none`, found keys and values [wrong-kind]");
}

TEST_CASE("every fault of a record is told in one run") {
  Desk desk;
  CHECK(desk.value("log4j.found",
                   "- {where: unknown, verson: 2.14.1}\n- {version: new, due: tomorrow}\n- Phone system\n"));
  CHECK(desk.complaints() == R"(value.yaml:1:11: error: `where` cannot be unknown here [bad-value]
   1 | - {where: unknown, verson: 2.14.1}
                 ^
       hint: say enough to find it again
value.yaml:1:20: error: `verson` is not a key this file can have [unknown-key]
   1 | - {where: unknown, verson: 2.14.1}
                          ^
       hint: did you mean `version`?
value.yaml:2:3: error: the key `where` is missing here [missing-key]
   2 | - {version: new, due: tomorrow}
         ^
value.yaml:2:13: error: `new` is not a version [bad-version]
   2 | - {version: new, due: tomorrow}
                   ^
       hint: write all its numbers, as in `2.17.1`, or `unknown`
value.yaml:2:23: error: `tomorrow` is not a date [bad-date]
   2 | - {version: new, due: tomorrow}
                             ^
       hint: write year, month and day, as in `2026-11-12`
value.yaml:3:3: error: expected keys and values, found a text [wrong-kind]
   3 | - Phone system
         ^
)");
}
