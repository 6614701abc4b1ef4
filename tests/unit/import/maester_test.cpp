#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

std::string one(std::string_view id, std::string_view result, std::string_view text = "Well done.",
                std::string_view skipped = {}) {
  return R"({"Id": ")" + std::string{id} + R"(", "Title": "At least one policy", "Name": ")" + std::string{id} +
         R"(: At least one policy", "Result": ")" + std::string{result} + R"(", "ResultDetail": {"TestResult": ")" +
         std::string{text} + R"(", "SkippedReason": )" +
         (skipped.empty() ? std::string{"null"} : "\"" + std::string{skipped} + "\"") + "}}";
}

std::string run(std::initializer_list<std::string> tests, std::string_view counters = {}) {
  std::string text =
      R"({"Result": "Failed", )" + std::string{counters} + R"("ExecutedAt": "2026-11-21T08:29:07.071475+10:00",
"TenantId": "t", "TenantName": "Acme", "CurrentVersion": "1.0.0", "Tests": [)";
  const auto empty = text.size();
  for (const auto& test : tests) text += (text.size() == empty ? "" : ", ") + test;
  return text + "]}";
}

/// What is said of one fact.
std::string said(std::string_view fact, std::initializer_list<std::string> tests) {
  const auto text = World{}.import("maester", run(tests));
  const auto before = std::string{fact} + " [Acme] = ";
  const auto begin = text.find(before);
  if (begin == std::string::npos) return "nothing: " + text;
  return text.substr(begin + before.size(), text.find('\n', begin) - begin - before.size());
}

const std::string in_use = one("MT.1003", "Passed");

}  // namespace

TEST_CASE("a test that finds a rule does not show that everyone is asked") {
  CHECK(World{}.import(
            "maester",
            run({one("MT.1006", "Passed"), one("MT.1007", "Passed"), one("CISA.MS.AAD.3.2", "Passed"),
                 one("CISA.MS.EXO.2.1", "Passed"), one("CISA.MS.EXO.2.2", "Passed"), one("CISA.MS.EXO.3.1", "Passed"),
                 one("CISA.MS.EXO.4.1", "Passed"), one("CISA.MS.EXO.4.2", "Passed"), one("CISA.MS.EXO.17.1", "Passed")},
                R"("TotalCount": 9, "PassedCount": 9, "FailedCount": 0, )")) ==
        R"(2026-11-20 maester 1.0.0: Acme: 9 tests
mfa.cloud_accounts [Acme] = unknown, export, note: a rule asks users (MT.1007: Passed); whom it leaves out, and where it holds, is not told
mfa.admin_accounts [Acme] = unknown, export, note: a rule asks administrators (MT.1006: Passed); whom it leaves out, and where it holds, is not told
email.spf [Acme] = yes, export, where: CISA.MS.EXO.2.1: Passed, CISA.MS.EXO.2.2: Passed
email.dkim [Acme] = yes, export, where: CISA.MS.EXO.3.1: Passed
email.dmarc [Acme] = reject, export, where: CISA.MS.EXO.4.1: Passed, CISA.MS.EXO.4.2: Passed
not seen: Whom the rules for a second check leave out: the tests do not look at it.
not seen: Which accounts have set up a second check, or have it switched on one by one.
not seen: How long records of sign-ins and changes last: no test tells it.
not seen: Mail domains that are not in this tenant, and mail that leaves by another service.
)");
}

TEST_CASE(
    "a head that counts more than the list holds is a file that is not whole, and what is missing was not checked") {
  CHECK(World{}.import("maester", run({one("MT.1007", "Passed"), one("CISA.MS.EXO.4.1", "Passed")},
                                      R"("TotalCount": 2, "PassedCount": 2, "FailedCount": 1, )")) ==
        R"(2026-11-20 maester 1.0.0: Acme: 2 tests
mfa.cloud_accounts [Acme] = unknown, export, note: a rule asks users (MT.1007: Passed); whom it leaves out, and where it holds, is not told
mfa.admin_accounts [Acme] = unknown, export, note: MT.1006 is not in this report
email.spf [Acme] = unknown, export, note: MS.EXO.2.2 is not in this report
email.dkim [Acme] = unknown, export, note: MS.EXO.3.1 is not in this report
email.dmarc [Acme] = unknown, export, note: MS.EXO.4.2 is not in this report
not seen: This file is not whole: `FailedCount` is 1, and the list holds 0. What is missing counts as not checked.
not seen: Whom the rules for a second check leave out: the tests do not look at it.
not seen: Which accounts have set up a second check, or have it switched on one by one.
not seen: How long records of sign-ins and changes last: no test tells it.
not seen: Mail domains that are not in this tenant, and mail that leaves by another service.
)");
}

TEST_CASE("where no rule asks everyone, security defaults may, unless rules are in use") {
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Failed"), in_use}) ==
        "not all, export, where: MT.1007: Failed, note: no rule asks all users for a second check");
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Failed")}) ==
        "unknown, export, note: no rule asks all users (MT.1007: Failed); whether security defaults do is not told");
  CHECK(said("mfa.admin_accounts", {one("MT.1006", "Failed"), one("MT.1007", "Passed")}) ==
        "not all, export, where: MT.1006: Failed, note: no rule asks all administrators for a second check");
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Skipped"), one("MT.1021", "Passed")}) ==
        "unknown, export, note: security defaults are on (MT.1021: Passed); they ask others than administrators only "
        "when Microsoft finds it necessary");
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Skipped"), one("MT.1021", "Failed")}) ==
        "unknown, export, note: no rule and no security defaults ask for it (MT.1021: Failed); it may be switched on "
        "account by account");
}

TEST_CASE(
    "security defaults are one thing here and in Entra's own export: administrators are asked, the others at times") {
  CHECK(said("mfa.admin_accounts", {one("MT.1006", "Skipped"), one("MT.1021", "Passed")}) ==
        "all, export, where: MT.1021: Passed, note: of the roles that security defaults ask at every sign-in");
  CHECK(said("mfa.admin_accounts", {one("MT.1006", "Failed"), one("MT.1021", "Passed")}) ==
        "all, export, where: MT.1021: Passed, note: of the roles that security defaults ask at every sign-in");
  CHECK(said("mfa.admin_accounts", {one("MT.1006", "Failed"), one("MT.1021", "Passed"), in_use}) ==
        "not all, export, where: MT.1006: Failed, note: no rule asks all administrators for a second check");
}

TEST_CASE("of tests that contradict one another the worse counts, and one that asks for more is no contradiction") {
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Failed"), one("CISA.MS.AAD.3.2", "Passed"), in_use}) ==
        "not all, export, where: MT.1007: Failed, note: no rule asks all users for a second check");
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Passed"), one("MT.1007", "Failed"), in_use}) ==
        "not all, export, where: MT.1007: Failed, note: no rule asks all users for a second check");
  CHECK(said("mfa.admin_accounts", {one("MT.1006", "Failed"), one("CISA.MS.AAD.3.6", "Passed"), in_use}) ==
        "not all, export, where: MT.1006: Failed, note: no rule asks all administrators for a second check");
  CHECK(said("mfa.admin_accounts", {one("MT.1006", "Passed"), one("CISA.MS.AAD.3.6", "Failed")}) ==
        "unknown, export, note: a rule asks administrators (MT.1006: Passed); whom it leaves out, and where it holds, "
        "is not told");
  CHECK(
      said("mfa.cloud_accounts", {one("CISA.MS.AAD.3.2", "Passed"), one("CISA.MS.AAD.1.1", "Failed")}) ==
      "unknown, export, note: a rule asks users (CISA.MS.AAD.3.2: Passed); whom it leaves out, and where it holds, is "
      "not told; old programs can sign in without it (CISA.MS.AAD.1.1: Failed)");
}

TEST_CASE("what was skipped, not run or ended in an error is no result, and says why") {
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Skipped", "", "This test is for tenants with Entra ID P1.")}) ==
        "unknown, export, note: MT.1007 came to no result: Skipped, This test is for tenants with Entra ID P1.");
  CHECK(said("email.spf", {one("CISA.MS.EXO.2.2", "NotRun"), one("CISA.MS.EXO.2.1", "Passed")}) ==
        "unknown, export, note: CISA.MS.EXO.2.2 came to no result: NotRun");
  CHECK(said("email.dkim", {one("CISA.MS.EXO.3.1", "Error")}) ==
        "unknown, export, note: CISA.MS.EXO.3.1 came to no result: Error");
  CHECK(said("email.dkim",
             {one("CISA.MS.EXO.3.1", "Passed", "| acme.example | 🗄️ Skip | DNS resolver not available |")}) ==
        "unknown, export, note: CISA.MS.EXO.3.1 passed, but could not look up all domains");
}

TEST_CASE("mail records are missing for the client's own domains, which a table of the test names") {
  const auto table =
      "Not all.\\n\\n| Domain | Result | Reason |\\n| --- | --- | --- |\\n| acme.onmicrosoft.com | ❌ Fail | x |\\n"
      "| acme.example | ❌ Fail | DKIM is disabled |\\n| other.example | ✅ Pass | Fail |\\n";
  const auto given = "| acme.onmicrosoft.com | ❌ Fail | x |";
  CHECK(
      said("email.dkim", {one("CISA.MS.EXO.3.1", "Failed", table)}) ==
      "no, export, where: CISA.MS.EXO.3.1: Failed, acme.example, note: a record that could not be looked up counts as "
      "none");
  CHECK(said("email.dkim", {one("CISA.MS.EXO.3.1", "Failed", given)}) ==
        "unknown, export, note: CISA.MS.EXO.3.1: Failed, but for no domain that is known to be the client's own");
  CHECK(said("email.dmarc", {one("CISA.MS.EXO.4.1", "Failed", table)}) ==
        "missing, export, where: CISA.MS.EXO.4.1: Failed, acme.example, note: a record that could not be looked up "
        "counts as none");
  CHECK(said("email.dmarc", {one("CISA.MS.EXO.4.1", "Passed"), one("CISA.MS.EXO.4.2", "Failed", table)}) ==
        "unknown, export, note: a record is there and does not say `reject` (CISA.MS.EXO.4.2: Failed); what it says is "
        "not told");
}

TEST_CASE("mail records of the domain that Microsoft gave are none of the client's") {
  const auto seal = one("CISA.MS.EXO.3.1", "Failed", "| acme.onmicrosoft.com | ❌ Fail | x |");
  const std::string gap =
      "unknown, export, note: the report names no domain that is known to be the client's own (CISA.MS.EXO.3.1: "
      "Failed)";
  CHECK(said("email.spf", {seal, one("CISA.MS.EXO.2.1", "Passed"), one("CISA.MS.EXO.2.2", "Passed")}) == gap);
  CHECK(said("email.dmarc", {seal, one("CISA.MS.EXO.4.1", "Passed"), one("CISA.MS.EXO.4.2", "Passed")}) == gap);
}

TEST_CASE("senders are named by a record, and only with its end closed is it known to keep others out") {
  CHECK(
      said("email.spf", {one("CISA.MS.EXO.2.2", "Passed"), one("CISA.MS.EXO.2.1", "Failed")}) ==
      "unknown, export, note: no record that ends in `-all` was found (CISA.MS.EXO.2.1: Failed); there may be a softer "
      "one");
  CHECK(said("email.spf", {one("CISA.MS.EXO.2.2", "Failed"), one("CISA.MS.EXO.2.1", "Passed")}) ==
        "unknown, export, note: no record that names Microsoft's servers was found (CISA.MS.EXO.2.2: Failed)");
  CHECK(said("logging.kept", {one("CISA.MS.EXO.17.1", "Failed")}) ==
        "unknown, export, note: the log of who did what is switched off (CISA.MS.EXO.17.1: Failed)");
}

TEST_CASE("older versions have the id in the name, and no name where they were not connected") {
  CHECK(
      World{}.import("maester",
                     R"json({"TenantName": "TenantName (not connected to Graph)", "ExecutedAt": "2026-11-20T10:00:00Z",
"Tests": [{"Name": "MS.EXO.3.1: DKIM SHOULD be enabled for all domains.", "Result": "Passed", "ResultDetail": null}]})json") ==
      R"(2026-11-20 maester: Microsoft 365: 1 test
mfa.cloud_accounts [Microsoft 365] = unknown, export, note: MT.1007 is not in this report
mfa.admin_accounts [Microsoft 365] = unknown, export, note: MT.1006 is not in this report
email.spf [Microsoft 365] = unknown, export, note: MS.EXO.2.2 is not in this report
email.dkim [Microsoft 365] = yes, export, where: MS.EXO.3.1: Passed
email.dmarc [Microsoft 365] = unknown, export, note: MS.EXO.4.1 is not in this report
not seen: Whom the rules for a second check leave out: the tests do not look at it.
not seen: Which accounts have set up a second check, or have it switched on one by one.
not seen: How long records of sign-ins and changes last: no test tells it.
not seen: Mail domains that are not in this tenant, and mail that leaves by another service.
)");
}

TEST_CASE("what is no run of Maester is refused with which file it is") {
  const std::string hint =
      "       hint: import `TestResults-….json`, which `Invoke-Maester` writes into its folder `test-results`\n";
  CHECK(World{}.import("maester", "Id,Title,Result\nMT.1007,All,Passed\n") ==
        "file: error: this is not the JSON file of Maester [unknown-format]\n" + hint);
  CHECK(World{}.import("maester", R"({"Tests": []})") ==
        "file:1:1: error: this is not the JSON file of Maester [unknown-format]\n   1 | {\"Tests\": []}\n       ^\n" +
            hint);
  CHECK(World{}.import("maester", R"({"Tenants": []})") ==
        "file:1:1: error: this file of Maester holds several tenants [unknown-format]\n   1 | {\"Tenants\": []}\n      "
        " ^\n"
        "       hint: run it for one tenant at a time\n");
  CHECK(World{}.import("maester", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("maester", run({in_use}).substr(0, 300)).find("[bad-json]") != std::string::npos);
  CHECK(World{}.import("maester", {{"a.json", run({})}, {"b.json", run({})}}) ==
        "b.json: error: one run is imported at a time [too-many-files]\n       hint: import them one after another\n");
  CHECK(World{}.import("maester", R"({"TenantName": "Acme", "Tests": []})").find("[no-date]") != std::string::npos);
}

TEST_CASE("what stands in a run is text, however it is made") {
  const auto hostile = "<script>=1+1\\u001b[31m" + std::string(10'000, 'x');
  CHECK(said("mfa.cloud_accounts", {one("MT.1007", "Skipped", "", hostile)}) ==
        "unknown, export, note: MT.1007 came to no result: Skipped, <script>=1+1\\u{1B}[31m" + std::string(98, 'x') +
            "…");
  CHECK(said("email.dkim", {one("CISA.MS.EXO.3.1", "Failed", "|" + hostile + ".example|❌ Fail|")})
            .starts_with("no, export, where: CISA.MS.EXO.3.1: Failed, <script>=1+1\\u{1B}[31mxxx"));
}
