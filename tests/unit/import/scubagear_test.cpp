#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

/// One check of a report; `more` may say what the client made of it.
std::string control(std::string_view id, std::string_view result, std::string_view details = "Requirement met",
                    std::string_view original = {}, std::string_view criticality = "Shall") {
  const auto found = original.empty() ? result : original;
  return R"({"Control ID": ")" + std::string{id} +
         R"(", "Requirement": "MFA SHALL be enforced.<div class='policy-indicators'><a href='https://x'>BOD</a></div>",
"Result": ")" +
         std::string{result} + R"(", "Criticality": ")" + std::string{criticality} + R"(", "Details": ")" +
         std::string{details} + R"(", "OriginalResult": ")" + std::string{found} + R"(", "OriginalDetails": ")" +
         std::string{details} + R"(. <a href='#caps'>View</a>", "IncorrectResult": "N/A", "Comments": []})";
}

/// A report with a byte order mark before it, as PowerShell writes it.
std::string report(std::initializer_list<std::string> controls, std::string_view raw = {}) {
  std::string text =
      "\xEF\xBB\xBF"
      R"({"MetaData": {"DisplayName": "Acme", "DomainName": "acme.example",
"ProductsAssessed": ["Azure Active Directory", "Exchange Online"], "Tool": "ScubaGear", "ToolVersion": "1.8.0",
"TimestampZulu": "2026-11-20T17:15:48.307Z"}, "Results": {"AAD": [{"GroupName": "All", "Controls": [)";
  const auto empty = text.size();
  for (const auto& one : controls) text += (text.size() == empty ? "" : ", ") + one;
  return text + "]}]}" + std::string{raw} + "}";
}

/// What is said of one fact.
std::string of(std::string_view fact, const std::string& text) {
  const auto begin = text.find(std::string{fact} + " [acme.example] = ");
  return begin == std::string::npos
             ? "nothing: " + text
             : text.substr(begin + fact.size() + 18, text.find('\n', begin) - begin - fact.size() - 18);
}

std::string said(std::string_view fact, std::initializer_list<std::string> controls, std::string_view raw = {}) {
  return of(fact, World{}.import("scubagear", report(controls, raw)));
}

std::string rule(std::string_view users = R"("IncludeUsers": ["All"], "ExcludeUsers": [])",
                 std::string_view conditions = R"("Locations": null)") {
  return R"(, "Raw": {"conditional_access_policies": [{"DisplayName": "All", "State": "enabled", "Conditions": {"Users": {)" +
         std::string{users} + R"(}, "Applications": {"IncludeApplications": ["All"]}, "ClientAppTypes": ["all"], )" +
         std::string{conditions} + R"(}, "GrantControls": {"Operator": "OR", "BuiltInControls": ["mfa"]}}]})";
}

const std::string blocked = control("MS.AAD.1.1v1", "Pass");

}  // namespace

TEST_CASE("a report tells of everyone at sign-in and of the mail records, and no more than it checked") {
  CHECK(World{}.import("scubagear",
                       report({blocked, control("MS.AAD.3.1v1", "Fail"), control("MS.AAD.3.2v2", "Pass"),
                               control("MS.AAD.3.6v1", "Fail"), control("MS.EXO.2.2v3", "Pass"),
                               control("MS.EXO.3.1v1", "Pass", "", "", "Should"), control("MS.EXO.4.1v1", "Pass"),
                               control("MS.EXO.4.2v1", "Pass"), control("MS.DEFENDER.6.1v1", "Pass")})) ==
        R"(2026-11-20 scubagear 1.8.0: acme.example: Azure Active Directory, Exchange Online
mfa.cloud_accounts [acme.example] = all, export, where: MS.AAD.3.2v2: Pass, note: as ScubaGear judges the rule: exceptions in its settings, places and devices were not looked at
mfa.admin_accounts [acme.example] = all, export, where: MS.AAD.3.2v2: Pass, note: as ScubaGear judges the rule: exceptions in its settings, places and devices were not looked at
email.spf [acme.example] = yes, export, where: MS.EXO.2.2v3: Pass
email.dkim [acme.example] = yes, export, where: MS.EXO.3.1v1: Pass
email.dmarc [acme.example] = reject, export, where: MS.EXO.4.1v1: Pass, MS.EXO.4.2v1: Pass
not seen: The rules for sign-in themselves: the report does not hold them (it has no `Raw`).
not seen: Which accounts have set up a second check, or have it switched on one by one.
not seen: How long records of sign-ins and changes last: ScubaGear does not check it.
not seen: Mail domains that are not in this tenant, and mail that leaves by another service.
)");
}

TEST_CASE("a report without a check is not known, check by check") {
  CHECK(World{}.import("scubagear", report({})) ==
        R"(2026-11-20 scubagear 1.8.0: acme.example: Azure Active Directory, Exchange Online
mfa.cloud_accounts [acme.example] = unknown, export, note: MS.AAD.3.2 is not in this report
mfa.admin_accounts [acme.example] = unknown, export, note: of everyone: MS.AAD.3.2 is not in this report
email.spf [acme.example] = unknown, export, note: MS.EXO.2.2 is not in this report
email.dkim [acme.example] = unknown, export, note: MS.EXO.3.1 is not in this report
email.dmarc [acme.example] = unknown, export, note: MS.EXO.4.1 is not in this report
not seen: The rules for sign-in themselves: the report does not hold them (it has no `Raw`).
not seen: Which accounts have set up a second check, or have it switched on one by one.
not seen: How long records of sign-ins and changes last: ScubaGear does not check it.
not seen: Mail domains that are not in this tenant, and mail that leaves by another service.
)");
}

TEST_CASE("a rule that lets old programs in shows nothing, and neither does not having looked at them") {
  CHECK(said("mfa.cloud_accounts", {control("MS.AAD.1.1v1", "Fail"), control("MS.AAD.3.2v2", "Pass")}) ==
        "unknown, export, where: MS.AAD.3.2v2: Pass, note: old programs can sign in without the second check "
        "(MS.AAD.1.1v1: Fail)");
  CHECK(said("mfa.cloud_accounts", {control("MS.AAD.3.2v2", "Pass")}) ==
        "unknown, export, where: MS.AAD.3.2v2: Pass, note: whether old programs can sign in without it is not shown: "
        "MS.AAD.1.1 is not in this report");
  CHECK(said("mfa.admin_accounts", {control("MS.AAD.1.1v1", "Fail"), control("MS.AAD.3.6v1", "Pass")}) ==
        "unknown, export, note: nothing shows that old programs cannot sign in without the second check "
        "(MS.AAD.1.1v1: Fail)");
}

TEST_CASE("where the rules lie in the report, they must reach everyone too") {
  const auto with = [](const std::string& raw) {
    return said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.2v2", "Pass")}, raw);
  };
  CHECK(with(rule()) == "all, export, where: MS.AAD.3.2v2: Pass");
  CHECK(with(rule(R"("IncludeUsers": ["All"], "ExcludeUsers": ["a", "b"])")) ==
        "not all, export, where: MS.AAD.3.2v2: Pass, note: the rule leaves 2 accounts out");
  CHECK(with(rule(R"("IncludeUsers": ["All"], "ExcludeGroups": ["g"])")) ==
        "unknown, export, where: MS.AAD.3.2v2: Pass, note: ScubaGear is content, but the rule \"All\" does not reach "
        "everyone: it leaves groups or roles out");
  CHECK(with(rule(R"("IncludeUsers": ["All"])",
                  R"("Locations": {"IncludeLocations": ["All"], "ExcludeLocations": ["AllTrusted"]})")) ==
        "unknown, export, where: MS.AAD.3.2v2: Pass, note: ScubaGear is content, but the rule \"All\" does not reach "
        "everyone: it depends on locations");
}

TEST_CASE("where no rule asks everyone, security defaults may, unless rules are in use") {
  const auto missed = control("MS.AAD.3.2v2", "Fail");
  CHECK(said("mfa.cloud_accounts", {blocked, missed}) ==
        "not all, export, where: MS.AAD.3.2v2: Fail, note: no rule asks everyone for a second check");
  CHECK(said("mfa.cloud_accounts", {control("MS.AAD.1.1v1", "Fail"), missed}) ==
        "unknown, export, where: MS.AAD.3.2v2: Fail, note: no rule asks everyone for a second check; whether security "
        "defaults do is not told");
  CHECK(said("mfa.cloud_accounts", {control("MS.AAD.1.1v1", "Fail"), missed}, rule("\"IncludeUsers\": []")) ==
        "not all, export, where: MS.AAD.3.2v2: Fail, note: no rule asks everyone for a second check");
  CHECK(said("mfa.admin_accounts", {blocked, missed}) ==
        "unknown, export, note: of everyone: no rule asks everyone for a second check");
  CHECK(said("mfa.admin_accounts", {blocked, missed, control("MS.AAD.3.6v1", "Pass")}) ==
        "all, export, where: MS.AAD.3.6v1: Pass, note: of the roles that ScubaGear calls highly privileged, and as it "
        "judges the rule");
}

TEST_CASE("administrators are asked by a rule for roles, which must reach them always where it lies in the report") {
  const auto with = [](const std::string& raw) {
    return said("mfa.admin_accounts", {blocked, control("MS.AAD.3.2v2", "Fail"), control("MS.AAD.3.6v1", "Pass")}, raw);
  };
  CHECK(with(rule(R"("IncludeRoles": ["r"])")) ==
        "all, export, where: MS.AAD.3.6v1: Pass, note: of the roles that ScubaGear calls highly privileged");
  const std::string gap =
      "unknown, export, note: ScubaGear is content (MS.AAD.3.6v1: Pass), but no rule always reaches all with a role";
  CHECK(with(rule(R"("IncludeRoles": ["r"], "ExcludeUsers": ["a"])")) == gap);
  CHECK(with(rule(R"("IncludeRoles": ["r"])", R"("Platforms": {"IncludePlatforms": ["iOS"]})")) == gap);
  CHECK(with(rule(R"("IncludeGroups": ["g"])")) == gap);
}

TEST_CASE("the strongest kind of second check counts as one, and its absence is no absence of one") {
  CHECK(said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.1v1", "Pass"), control("MS.AAD.3.2v1", "N/A")})
            .starts_with("all, export, where: MS.AAD.3.1v1: Pass"));
  CHECK(said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.1v1", "Fail")}) ==
        "unknown, export, note: MS.AAD.3.2 is not in this report");
}

TEST_CASE("what was not checked, or came to no result, is not known") {
  CHECK(said("email.spf", {control("MS.EXO.2.2v3", "N/A")}) == "unknown, export, note: MS.EXO.2.2v3 was not checked");
  CHECK(said("email.spf", {control("MS.EXO.2.2v3", "Pass", "", "", "Shall/Not-Implemented")}) ==
        "unknown, export, note: MS.EXO.2.2v3 was not checked");
  CHECK(said("email.spf", {control("MS.EXO.2.2v3", "Error")}) ==
        "unknown, export, note: MS.EXO.2.2v3 came to no result: Error");
  CHECK(said("email.spf", {control("MS.EXO.2.2v3", "Error - Test results missing")}) ==
        "unknown, export, note: MS.EXO.2.2v3 came to no result: Error - Test results missing");
}

TEST_CASE("a client's word on a check does not make it better") {
  CHECK(said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.2v2", "Omitted", "", "Fail")}) ==
        "not all, export, where: MS.AAD.3.2v2: Fail (the client marked it: Omitted), note: no rule asks everyone for a "
        "second check");
  CHECK(said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.2v2", "Incorrect result", "", "Fail")}) ==
        "not all, export, where: MS.AAD.3.2v2: Fail (the client marked it: Incorrect result), note: no rule asks "
        "everyone for a second check");
  CHECK(said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.2v2", "Incorrect result", "", "Pass")}) ==
        "unknown, export, where: MS.AAD.3.2v2: Pass (the client marked it: Incorrect result), note: MS.AAD.3.2v2 "
        "passed, and the client marked that as wrong");
  CHECK(said("mfa.cloud_accounts", {blocked, control("MS.AAD.3.2v2", "Omitted", "", "Pass")})
            .starts_with("all, export, where: MS.AAD.3.2v2: Pass (the client marked it: Omitted)"));
}

TEST_CASE("of two results under one policy the worse counts, whatever their versions") {
  CHECK(said("email.spf", {control("MS.EXO.2.2v3", "Pass"), control("MS.EXO.2.2v2", "Error")}) ==
        "unknown, export, note: MS.EXO.2.2v2 came to no result: Error");
}

TEST_CASE("mail records are missing for the client's own domains, not for the one that Microsoft gave") {
  const auto own = "2 agency domain(s) found in violation: acme.onmicrosoft.com, acme.example";
  const auto given = "1 agency domain(s) found in violation: acme.onmicrosoft.com";
  CHECK(said("email.dkim", {control("MS.EXO.3.1v1", "Warning", own, "", "Should")}) ==
        "no, export, where: MS.EXO.3.1v1: Warning, acme.example, note: a record that could not be looked up counts as "
        "none");
  CHECK(said("email.dkim", {control("MS.EXO.3.1v1", "Warning", given, "", "Should")}) ==
        "unknown, export, note: MS.EXO.3.1v1: Warning, but for no domain that is known to be the client's own");
  CHECK(
      said("email.dmarc", {control("MS.EXO.4.1v1", "Fail", own)}) ==
      "missing, export, where: MS.EXO.4.1v1: Fail, acme.example, note: a record that could not be looked up counts as "
      "none");
  CHECK(said("email.dmarc", {control("MS.EXO.4.1v1", "Fail", given)}) ==
        "unknown, export, note: MS.EXO.4.1v1: Fail, but for no domain that is known to be the client's own");
}

TEST_CASE("mail records of the domain that Microsoft gave are none of the client's") {
  const auto seal = control("MS.EXO.3.1v1", "Warning", "1 agency domain(s) found in violation: acme.onmicrosoft.com");
  const auto published = control("MS.EXO.4.1v1", "Pass");
  const std::string gap =
      "unknown, export, note: the report names no domain that is known to be the client's own (MS.EXO.3.1v1: Warning)";
  CHECK(said("email.spf", {seal, control("MS.EXO.2.2v3", "Pass")}) == gap);
  CHECK(said("email.dmarc", {seal, published, control("MS.EXO.4.2v1", "Pass")}) == gap);
  const auto own = control("MS.EXO.4.2v1", "Fail", "1 agency domain(s) found in violation: acme.example");
  CHECK(said("email.spf", {seal, control("MS.EXO.2.2v3", "Pass"), published, own}) ==
        "yes, export, where: MS.EXO.2.2v3: Pass");
}

TEST_CASE("a record that does not end as the baseline wants it is not a missing one") {
  CHECK(
      said("email.spf", {control("MS.EXO.2.2v3", "Fail", "1 agency domain(s) found in violation: acme.example")}) ==
      "unknown, export, note: no record of acme.example that ends in `-all` was found (MS.EXO.2.2v3: Fail); there may "
      "be a softer one");
  CHECK(said("email.dmarc", {control("MS.EXO.4.1v1", "Pass"), control("MS.EXO.4.2v1", "Fail")}) ==
        "unknown, export, note: a record is there and does not say `reject` (MS.EXO.4.2v1: Fail); what it says is not "
        "told");
  CHECK(said("email.dmarc", {control("MS.EXO.4.1v1", "Pass")}) ==
        "unknown, export, note: MS.EXO.4.2 is not in this report");
}

TEST_CASE("a log that is switched off is told, and how long others last is not known") {
  CHECK(said("logging.kept", {control("MS.DEFENDER.6.1v1", "Fail")}) ==
        "unknown, export, note: the log of who did what is switched off (MS.DEFENDER.6.1v1: Fail)");
}

TEST_CASE("the other files of a report are refused by name") {
  const auto refused = [](std::string bytes) {
    const auto text = World{}.import("scubagear", std::move(bytes));
    const auto begin = text.find("error: ");
    return text.substr(begin, text.find('\n', begin) - begin) + text.substr(text.find("\n       hint: "));
  };
  const std::string hint = "\n       hint: import `ScubaResults_….json`, which lies in the report's folder\n";
  CHECK(refused("\xEF\xBB\xBF\"Control ID\",\"Result\",\"Criticality\"\n") ==
        "error: this is ScubaResults.csv of a report of ScubaGear [unknown-format]" + hint);
  CHECK(refused("\"Control ID\",\"Result\",\"Criticality\",\"Non-Compliance Reason\"\n") ==
        "error: this is ActionPlan.csv of a report of ScubaGear [unknown-format]" + hint);
  CHECK(refused(R"([{"PolicyId": "MS.AAD.3.2v2", "RequirementMet": true}])") ==
        "error: this is TestResults.json of a report of ScubaGear [unknown-format]" + hint);
  CHECK(refused(R"({"module_version": "1.8.0", "scuba_config": {}})") ==
        "error: this is ProviderSettingsExport.json of a report of ScubaGear [unknown-format]" + hint);
  CHECK(refused(R"({"ReportSummary": {}, "Results": []})") ==
        "error: this is one of IndividualReports of a report of ScubaGear [unknown-format]" + hint);
  CHECK(refused(R"({"MetaData": {"Tool": "ScubaGoggles"}, "Results": {}})") ==
        "error: this is not a report of ScubaGear [unknown-format]" + hint);
  CHECK(World{}.import("scubagear", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("scubagear", report({blocked}).substr(0, 500)).find("[bad-json]") != std::string::npos);
  CHECK(
      World{}.import("scubagear", {{"a.json", report({})}, {"b.json", report({})}}) ==
      "b.json: error: one report is imported at a time [too-many-files]\n       hint: import them one after another\n");
}

TEST_CASE("a report of no day needs the user's, and one of another day does not take it") {
  const auto undated = R"({"MetaData": {"Tool": "ScubaGear"}, "Results": {}})";
  CHECK(World{}.import("scubagear", undated) ==
        R"(file:1:14: error: this file does not say on which day it was made [no-date]
   1 | {"MetaData": {"Tool": "ScubaGear"}, "Results": {}}
                    ^
       hint: say it with --date, as in --date 2026-11-12
)");
  CHECK(World{}
            .import("scubagear", undated, {.looked = parse_date("2026-11-12")})
            .starts_with("2026-11-12 scubagear: Microsoft 365\nmfa.cloud_accounts [Microsoft 365] = unknown"));
}

TEST_CASE("what stands in a report is text, however it is made") {
  const auto hostile =
      "1 agency domain(s) found in violation: <script>alert(1)</script>.example, =1+1.example\\u001b[31m" +
      std::string(10'000, 'x') + ".example";
  const auto text = said("email.dkim", {control("MS.EXO.3.1v1", "Warning", hostile)});
  CHECK(text == "no, export, where: MS.EXO.3.1v1: Warning, <script>alert(1)</script>.example, =1+1.example\\u{1B}[31m" +
                    std::string(58, 'x') + "…, note: a record that could not be looked up counts as none");
}
