#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// The admin console's list, with the columns that we read and a few that we do not.
std::string console(std::initializer_list<std::string_view> rows) {
  std::string text =
      "First Name [Required],Email Address [Required],Password [Required],Status [READ ONLY],Last Sign In [READ ONLY],"
      "2sv Enrolled [READ ONLY],2sv Enforced [READ ONLY],New Status [UPLOAD ONLY]\n";
  for (const auto row : rows) text += std::string{row} + "\n";
  return text;
}

}  // namespace

TEST_CASE("set up and kept by force has it, not set up is without, and what can be switched off is not known") {
  CHECK(World{}.import("google", console({
                                     "Ann,ann@acme.example,****,Active,2026/11/20 08:24:13,True,True,",
                                     "Bob,bob@acme.example,****,Active,2026/11/19 08:24:13,False,False,",
                                     "Cid,cid@acme.example,****,Active,2026/11/18 08:24:13,True,False,",
                                     "Dee,dee@acme.example,****,Active,2026/11/18 08:24:13,False,True,",
                                 })) ==
        R"(2026-11-20 google: 4 open accounts of acme.example
mfa.cloud_accounts [acme.example] = 1 of 4 (1 unknown), export, where: without: bob@acme.example, dee@acme.example, note: 1 set it up, but nothing shows that they must keep it
access.unused_45_days [acme.example] = 0, export, note: counted as at 2026-11-20, the newest sign-in in the list: it was made then or later
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}

TEST_CASE("suspended and archived accounts leave the denominator, and their number is told") {
  CHECK(World{}.import("google", console({
                                     "Ann,ann@acme.example,****,Active,2026/11/20 08:24:13,True,True,",
                                     "Old,old@acme.example,****,Suspended,Never logged in,False,False,Active",
                                     "Sue,sue@acme.example,****,Archived,2026/01/02 08:24:13,False,False,",
                                     "New,new@acme.example,****,Aktiv,2026/11/20 08:24:13,False,False,Suspended",
                                 })) ==
        R"(2026-11-20 google: 2 open accounts of acme.example, 2 suspended or archived
mfa.cloud_accounts [acme.example] = 1 of 2, export, where: without: new@acme.example
access.unused_45_days [acme.example] = 0, export, note: counted as at 2026-11-20, the newest sign-in in the list: it was made then or later
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}

TEST_CASE("an account that nobody ever signed in to is one that nobody uses") {
  const auto list = console({
      "Ann,ann@acme.example,****,Active,2026/11/20 08:24:13,True,True,",
      "Bob,bob@acme.example,****,Active,2026/10/06 00:00:00,True,True,",
      "Cid,cid@acme.example,****,Active,2026/10/05 23:59:59,True,True,",
      "Dee,dee@acme.example,****,Active,Never logged in,True,True,",
  });
  CHECK(World{}.import("google", list) ==
        R"(2026-11-20 google: 4 open accounts of acme.example
mfa.cloud_accounts [acme.example] = 4 of 4, export
access.unused_45_days [acme.example] = 2, export, where: cid@acme.example (2026-10-05), dee@acme.example (never), note: 1 of them never signed in; counted as at 2026-11-20, the newest sign-in in the list: it was made then or later
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
  // A day later one more is over the 45 days, and the day is the user's own.
  CHECK(World{}.import("google", list, {.looked = parse_date("2026-11-21")}) ==
        R"(2026-11-21 google: 4 open accounts of acme.example
mfa.cloud_accounts [acme.example] = 4 of 4, export
access.unused_45_days [acme.example] = 3, export, where: bob@acme.example (2026-10-06), cid@acme.example (2026-10-05), dee@acme.example (never), note: 1 of them never signed in
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}

TEST_CASE("what GAM prints is read whatever the case of its headings, administrators by name") {
  CHECK(World{}.import(
            "google",
            "PrimaryEmail,isadmin,isDelegatedAdmin,isEnrolledIn2Sv,ISENFORCEDIN2SV,suspended,archived,lastLoginTime\n"
            "ann@acme.example,True,False,True,True,False,False,2026-11-20T23:30:00.000-02:00\n"
            "bob@acme.example,False,True,True,FALSE,false,False,Never\n"
            "cid@acme.example,True,False,False,False,True,False,2026-11-20T10:00:00.000Z\n"
            "dee@acme.example,False,False,False,False,False,True,2026-11-20T10:00:00.000Z\n"
            "eve@acme.example,False,False,False,False,False,False,1970-01-01T00:00:00.000Z\n") ==
        R"(2026-11-21 google: 3 open accounts of acme.example, 2 suspended or archived
mfa.cloud_accounts [acme.example] = 1 of 3 (1 unknown), export, where: without: eve@acme.example, note: 1 set it up, but nothing shows that they must keep it
access.unused_45_days [acme.example] = 2, export, where: bob@acme.example (never), eve@acme.example (never), note: 2 of them never signed in; counted as at 2026-11-21, the newest sign-in in the list: it was made then or later
mfa.admin_accounts [acme.example] = 1 of 2 (1 unknown), export, note: 1 set it up, but nothing shows that they must keep it
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}

TEST_CASE("a list without sign-ins needs the day from the user") {
  const std::string list =
      "primaryEmail,isEnrolledIn2Sv,isAdmin\nann@acme.example,True,True\nbob@acme.example,,False\n";
  CHECK(World{}.import("google", list) ==
        R"(file:1:1: error: this file does not say on which day it was made [no-date]
   1 | primaryEmail,isEnrolledIn2Sv,isAdmin
       ^
       hint: say it with --date, as in --date 2026-11-12
)");
  CHECK(World{}.import("google", list, {.looked = parse_date("2026-11-25")}) ==
        R"(2026-11-25 google: 2 accounts of acme.example
mfa.cloud_accounts [acme.example] = 0 of 2 (2 unknown), export, note: 1 set it up, but nothing shows that they must keep it; of 1 account the list says nothing
mfa.admin_accounts [acme.example] = 0 of 1 (1 unknown), export, note: 1 set it up, but nothing shows that they must keep it
not seen: Which of these accounts are suspended: the list does not say, so all of them are counted.
not seen: Who must keep a second check: the list does not say (`isEnforcedIn2Sv`).
not seen: Administrators below the super administrators: the list does not say (`isDelegatedAdmin`).
not seen: When each account was last used: the list does not say (`lastLoginTime`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}

TEST_CASE("where it is not said who is suspended, an account without a sign-in need not be an open one") {
  CHECK(World{}.import("google",
                       "primaryEmail,isEnrolledIn2Sv,isEnforcedIn2Sv,lastLoginTime\n"
                       "ann@acme.example,True,True,2026-11-20T10:00:00.000Z\n"
                       "bob@acme.example,True,True,2026-01-20T10:00:00.000Z\n") ==
        R"(2026-11-20 google: 2 accounts of acme.example
mfa.cloud_accounts [acme.example] = 2 of 2, export
access.unused_45_days [acme.example] = unknown, export, note: 1 account was not used for 45 days, but the list does not say which are suspended
not seen: Which of these accounts are suspended: the list does not say, so all of them are counted.
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}

TEST_CASE("a list of nobody says nothing about anybody") {
  CHECK(World{}.import("google", console({}), {.looked = parse_date("2026-11-20")}) ==
        R"(2026-11-20 google: 0 open accounts of Google Workspace
mfa.cloud_accounts [Google Workspace] = unknown, export, note: the list holds no open accounts
access.unused_45_days [Google Workspace] = unknown, export, note: the list holds no open accounts
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
  CHECK(World{}.import("google", "") == "file: error: there is nothing in this file [empty-file]\n");
}

TEST_CASE("a list that was cut off in a line is refused") {
  CHECK(World{}.import("google", console({"Ann,ann@acme.example,****,Active,2026/11/20 08:24:13,True,True,"}) +
                                     "Bob,bob@acme.example,****,Act") ==
        R"(file:3:27: error: this line ends before the column `2sv Enforced [READ ONLY]` [bad-csv]
   3 | Bob,bob@acme.example,****,Act
                                 ^
       hint: the file may be cut off: export it again
)");
}

TEST_CASE("a spreadsheet's day is read in the order that the user said") {
  const auto list = console({"Ann,ann@acme.example,****,Active,12/11/2026 08:24,TRUE,TRUE,"});
  CHECK(World{}.import("google", list) ==
        R"(file:2:34: error: `12/11/2026` does not say which is the day and which the month [bad-date]
   2 | Ann,ann@acme.example,****,Active,12/11/2026 08:24,TRUE,TRUE,
                                        ^
       hint: say it with --dates day-first or --dates month-first, or write `2026-11-28`
)");
  CHECK(World{}.import("google", list, {.dates = DayOrder::DayFirst}).starts_with("2026-11-12 google: 1 open account"));
}

TEST_CASE("a table that is no list of users, or not enough of one, is refused with how to export it") {
  CHECK(World{}.import("google", "Name,Mail\nAnn,ann@acme.example\n") ==
        R"(file:1:1: error: this is not a list of users from Google Workspace [unknown-format]
   1 | Name,Mail
       ^
       hint: export all columns of Directory > Users > Download users, or print them with `gam print users fields primaryEmail,isEnrolledIn2Sv,isEnforcedIn2Sv,suspended,isAdmin,lastLoginTime`
)");
  CHECK(World{}.import("google", "primaryEmail\nann@acme.example\n") ==
        R"(file:1:1: error: no column says who has set up a second check (`2sv Enrolled`) [missing-column]
   1 | primaryEmail
       ^
       hint: export all columns of Directory > Users > Download users, or print them with `gam print users fields primaryEmail,isEnrolledIn2Sv,isEnforcedIn2Sv,suspended,isAdmin,lastLoginTime`
)");
  CHECK(
      World{}.import("google", "primaryEmail,isEnrolledIn2Sv,2sv Enrolled [READ ONLY]\nann@acme.example,True,True\n") ==
      R"(file:1:30: error: the column `2sv Enrolled [READ ONLY]` is there twice [repeated-column]
   1 | primaryEmail,isEnrolledIn2Sv,2sv Enrolled [READ ONLY]
                                    ^
       hint: take one of them out
)");
  CHECK(World{}.import("google", "primaryEmail,isEnrolledIn2Sv\nann@acme.example,Ja\n") ==
        R"(file:2:18: error: `Ja` is neither `True` nor `False` [bad-value]
   2 | ann@acme.example,Ja
                        ^
       hint: export the list again, and leave it as it is
)");
  CHECK(World{}.import("google", {{"a.csv", console({})}, {"b.csv", console({})}}) ==
        R"(b.csv: error: one list of users is imported at a time [too-many-files]
       hint: import them one after another, each with its --part
)");
}

TEST_CASE("an address in a list is text, however it is made") {
  const auto list = console({"Ann,\"=1+1<script>|[x](javascript:x)" + std::string(10'000, 'x') +
                             "@acme.example\",****,Active,2026/11/20 08:24:13,False,False,"});
  CHECK(World{}.import("google", list) == R"(2026-11-20 google: 1 open account of Google Workspace
mfa.cloud_accounts [Google Workspace] = 0 of 1, export, where: without: =1+1<script>|[x](javascript:x))" +
                                              std::string(90, 'x') + R"(…
access.unused_45_days [Google Workspace] = 0, export, note: counted as at 2026-11-20, the newest sign-in in the list: it was made then or later
not seen: Which of these accounts are administrators: the list does not say (`isAdmin`).
not seen: How safe the second check is: the list does not tell a key from a text message.
)");
}
