#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

/// The statements of an inventory with these facts, or what is wrong with it.
std::string told(std::string_view facts) {
  Desk desk;
  const auto& inventory = desk.inventory(client_with("facts:\n" + std::string{facts}));
  return desk.complaints() + to_lines(inventory, desk.catalog);
}

/// What is said about one line of facts: the complaints without their source lines.
std::string complaints_about(std::string_view facts) {
  Desk desk;
  desk.inventory(client_with("facts:\n" + std::string{facts}));
  std::string short_text;
  std::string all = desk.complaints();
  for (std::size_t begin = 0; begin < all.size();) {
    const auto end = all.find('\n', begin);
    const auto line = all.substr(begin, end - begin);
    if (const auto hint = line.find("hint: "); hint != std::string::npos)
      short_text += line.substr(hint) + "\n";
    else if (line.starts_with("inventory.yaml:"))
      short_text += line.substr(15) + "\n";
    begin = end + 1;
  }
  return short_text;
}

}  // namespace

TEST_CASE("a fact is one value for the whole, in the order of the file") {
  CHECK(told("  mfa: {cloud_accounts: 38 of 42, admin_accounts: unknown}\n"
             "  backup: {every: 1 day}\n") ==
        "mfa.cloud_accounts = 38 of 42\n"
        "mfa.admin_accounts = unknown\n"
        "backup.every = 1 day\n");
}

TEST_CASE("a list of parts says what the whole consists of") {
  CHECK(told("  mfa:\n"
             "    cloud_accounts:\n"
             "      - {part: Microsoft 365, is: 38 of 42}\n"
             "      - {part: Booking system, is: 0 of 3 (3 unknown)}\n"
             "      - {part: Payroll}\n") ==
        "mfa.cloud_accounts [Microsoft 365] = 38 of 42\n"
        "mfa.cloud_accounts [Booking system] = 0 of 3 (3 unknown)\n"
        "mfa.cloud_accounts [Payroll] = unknown\n");
}

TEST_CASE("what one part of an area tells is asked of every part") {
  CHECK(told("  backup:\n"
             "    - {part: Server, every: 1 day, restored: {date: 2026-09-30, worked: yes}}\n"
             "    - {part: Mail, run_by: us}\n"
             "    - {part: Images, away: none, every: never}\n") ==
        "backup.every [Server] = 1 day\n"
        "backup.restored [Server] = {date: 2026-09-30, worked: yes}\n"
        "backup.away [Server] = unknown\n"
        "backup.every [Mail] = unknown\n"
        "backup.restored [Mail] = unknown\n"
        "backup.away [Mail] = unknown\n"
        "backup.away [Images] = none\n"
        "backup.every [Images] = never\n"
        "backup.restored [Images] = unknown\n");
}

TEST_CASE("a statement is told by whom and when the assessment says, unless it says otherwise") {
  Desk desk;
  const auto& inventory =
      desk.inventory(client_with("facts:\n"
                                 "  email: {spf: yes}\n"
                                 "  log4j: {date: 2026-10-01, told_by: soft, note: by phone, looked_at: 4 of 6, found: "
                                 "{is: none, date: 2026-10-02, by: A. Obi}}\n"
                                 "  backup: [{part: Server, run_by: byrne, date: 2026-11-01, every: 1 day}]\n"
                                 "  mfa: {cloud_accounts: [{part: Mail, is: all, run_by: us, by: A. Obi, told_by: D. "
                                 "Lowe, date: 2026-11-02, note: seen twice}]}\n"));
  REQUIRE(desk.complaints() == "");
  REQUIRE(inventory.statements.size() == 5);
  const auto& spf = inventory.statements[0];
  CHECK(spf.kind == Kind::Told);
  CHECK(spf.origin == Origin::Inventory);
  CHECK(to_iso(spf.date) == "2026-11-12");
  CHECK(spf.by == "D. Keane");
  CHECK(spf.told_by == "byrne");
  CHECK(spf.place == Place{0, 6, 16});
  const auto& looked_at = inventory.statements[1];
  CHECK(to_iso(looked_at.date) == "2026-10-01");
  CHECK(looked_at.told_by == "soft");
  CHECK(looked_at.note == "by phone");
  const auto& found = inventory.statements[2];
  CHECK(to_iso(found.date) == "2026-10-02");
  CHECK(found.by == "A. Obi");
  CHECK(found.told_by == "soft");
  const auto& every = inventory.statements[3];
  CHECK(to_iso(every.date) == "2026-11-01");
  CHECK(every.run_by == "byrne");
  const auto& cloud = inventory.statements[4];
  CHECK(cloud.part == "Mail");
  CHECK(cloud.run_by == "us");
  CHECK(cloud.by == "A. Obi");
  CHECK(cloud.told_by == "D. Lowe");
  CHECK(cloud.note == "seen twice");
}

TEST_CASE("a party's key in a text becomes the party's name") {
  CHECK(told("  owner: {named: byrne}\n"
             "  log4j: {found: [{where: Phone system, run_by: us}]}\n") ==
        "owner.named = M. Byrne\n"
        "log4j.found = [{where: Phone system, run_by: Northgate IT}]\n");
}

TEST_CASE("records may be told for the whole or by parts") {
  CHECK(told("  log4j: {found: [{where: Phone system}]}\n") == "log4j.found = [{where: Phone system}]\n");
  CHECK(told("  log4j: {found: [{part: Leeds, is: [{where: Phone system}]}, {part: Harrogate, is: none}]}\n") ==
        "log4j.found [Leeds] = [{where: Phone system}]\n"
        "log4j.found [Harrogate] = none\n");
}

TEST_CASE("a misspelt fact is told with the nearest one") {
  CHECK(complaints_about("  mfa: {cloud_acounts: 38 of 42}\n") ==
        "6:9: error: `cloud_acounts` is not a fact of `mfa` [unknown-fact]\n"
        "hint: did you mean `cloud_accounts`?\n");
  CHECK(complaints_about("  bakcup: {every: 1 day}\n") ==
        "6:3: error: `bakcup` is not an area of facts [unknown-fact]\n"
        "hint: did you mean `backup`?\n");
  CHECK(complaints_about("  email: {restored: never}\n") ==
        "6:11: error: `restored` is not a fact of `email` [unknown-fact]\n"
        "hint: did you mean `backup.restored`?\n");
  CHECK(complaints_about("  backup: {colour: red}\n") ==
        "6:12: error: `colour` is not a fact of `backup` [unknown-fact]\n"
        "hint: one of `away`, `every`, `last_good` or `restored`\n");
  CHECK(complaints_about("  mfa.cloud_acounts: 38 of 42\n") ==
        "6:3: error: `mfa.cloud_acounts` is not a fact [unknown-fact]\n"
        "hint: did you mean `mfa.cloud_accounts`?\n");
}

TEST_CASE("a fact may stand under its address, and is told once all the same") {
  CHECK(told("  mfa.cloud_accounts: 38 of 42\n  mfa: {admin_accounts: 3 of 3}\n") ==
        "mfa.cloud_accounts = 38 of 42\n"
        "mfa.admin_accounts = 3 of 3\n");
  CHECK(complaints_about("  mfa.cloud_accounts: 38 of 42\n  mfa: {cloud_accounts: 40 of 42}\n") ==
        "7:3: error: `mfa.cloud_accounts` is told a second time here [repeated-key]\n"
        "hint: write all that is known of a fact in one place\n");
}

TEST_CASE("a control where a fact is meant is told as one") {
  CHECK(complaints_about("  mfa: {cloud: 38 of 42}\n") ==
        "6:9: error: `cloud` is not a fact of `mfa` [unknown-fact]\n"
        "hint: `mfa.cloud` is a control; it is judged by `mfa.cloud_accounts`\n");
  CHECK(complaints_about("  backup: {tested: yes}\n") ==
        "6:12: error: `tested` is not a fact of `backup` [unknown-fact]\n"
        "hint: `backup.tested` is a control; it is judged by `backup.last_good` and `backup.restored`\n");
  CHECK(complaints_about("  vuln: {log4j: yes}\n") ==
        "6:3: error: `vuln` is not an area of facts [unknown-fact]\n"
        "hint: `vuln.log4j` is a control; it is judged by `log4j.found` and `log4j.looked_at`\n");
  CHECK(complaints_about("  mfa.cloud: 38 of 42\n") ==
        "6:3: error: `mfa.cloud` is not a fact [unknown-fact]\n"
        "hint: `mfa.cloud` is a control; it is judged by `mfa.cloud_accounts`\n");
}

TEST_CASE("whoever runs a part is a party") {
  CHECK(complaints_about("  backup: [{part: Server, run_by: bryne, every: 1 day}]\n") ==
        "6:35: error: `bryne` is not a key under `parties` [unknown-party]\n"
        "hint: did you mean `byrne`?\n");
}

TEST_CASE("a coverage in a list of several parts says its size") {
  CHECK(
      complaints_about(
          "  mfa: {cloud_accounts: [{part: Mail, is: all}, {part: Payroll, is: none}, {part: Bank, is: unknown}]}\n") ==
      "6:43: error: `all` does not say of how many [missing-size]\n"
      "hint: the parts of a list are added up: write it as in `12 of 12`\n"
      "6:69: error: `none` does not say of how many [missing-size]\n"
      "hint: the parts of a list are added up: write it as in `0 of 12`\n");
  CHECK(
      complaints_about("  log4j:\n    - {part: Leeds, looked_at: all}\n    - {part: Harrogate, looked_at: 1 of 2}\n") ==
      "7:32: error: `all` does not say of how many [missing-size]\n"
      "hint: the parts of a list are added up: write it as in `12 of 12`\n");
  CHECK(told("  mfa: {cloud_accounts: [{part: Mail, is: all}]}\n") == "mfa.cloud_accounts [Mail] = all\n");
}

TEST_CASE("a part stands once in a list") {
  CHECK(complaints_about("  mfa: {cloud_accounts: [{part: Mail, is: 1 of 2}, {part: Mail, is: 2 of 2}]}\n") ==
        "6:59: error: `Mail` is listed twice [repeated-part]\n"
        "hint: write all that is known of a part in one place\n");
  CHECK(complaints_about("  backup: [{part: Server, every: 1 day}, {part: Server, away: none}]\n") ==
        "6:49: error: `Server` is listed twice [repeated-part]\n"
        "hint: write all that is known of a part in one place\n");
}

TEST_CASE("one slip in a list of parts is one complaint") {
  CHECK(complaints_about("  mfa: {cloud_accounts: [{prt: Mail, is: 1 of 2}]}\n") ==
        "6:27: error: `prt` is not a key this file can have [unknown-key]\n"
        "hint: did you mean `part`?\n");
  CHECK(complaints_about("  backup: [{prt: Server, every: 1 day}]\n") ==
        "6:13: error: `prt` is not a key a part can have [unknown-key]\n"
        "hint: did you mean `part`?\n");
  CHECK(complaints_about("  backup: [{every: 1 day}]\n") ==
        "6:12: error: the key `part` is missing here [missing-key]\n");
  CHECK(complaints_about("  backup: []\n") ==
        "6:11: error: this list names no part [empty-value]\n"
        "hint: leave the area out where nothing is known\n");
  CHECK(complaints_about("  mfa: {cloud_accounts: []}\n") ==
        "6:25: error: this list names no part [empty-value]\n"
        "hint: write `unknown` where nobody knows\n");
  CHECK(complaints_about("  mfa: {cloud_accounts: [1 of 2, 2 of 2]}\n") ==
        "6:25: error: this list does not name its parts [wrong-kind]\n"
        "hint: write `[{part: …, is: …}, {part: …, is: …}]`\n");
  CHECK(complaints_about("  backup: {part: Server, every: 1 day}\n") ==
        "6:12: error: `part` names one of several, and this is no list [unknown-key]\n"
        "hint: write a list: `[{part: …, …}]`\n");
  CHECK(complaints_about("  mfa: {cloud_accounts: {part: Mail, is: 1 of 2}}\n") ==
        "6:25: error: `part` names one of several, and this is no list [wrong-kind]\n"
        "hint: write a list: `[{part: …, is: …}]`\n");
  CHECK(complaints_about("  mfa: {cloud_accounts: {has: 1, of: 2}}\n") ==
        "6:25: error: `mfa.cloud_accounts` takes a value, and this has keys [wrong-kind]\n"
        "hint: as in `38 of 42`\n");
  CHECK(complaints_about("  mfa: {cloud_accounts: {iss: 1 of 2, date: 2026-11-01}}\n") ==
        "6:26: error: `iss` is not a key this file can have [unknown-key]\n"
        "hint: did you mean `is`?\n");
  CHECK(complaints_about("  mfa: unknown\n") == "6:8: error: expected the facts of `mfa`, found a text [wrong-kind]\n");
  CHECK(complaints_about("  email: {spf: {is: yes, date: 2026-12-01}}\n") ==
        "6:32: error: `2026-12-01` is in the future [future-date]\n"
        "hint: nothing can have been seen, said or done after today, or after the day it is judged\n");
}
