#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/gaps_case.hpp"
#include "export/object.hpp"
#include "export/prose.hpp"
#include "export/sarif_location.hpp"
#include "export/sarif_rule.hpp"

namespace candor {
namespace {

Json run_of(const GapsCase& made) { return Json::parse(export_sarif(made.report, made.files))["runs"][0]; }

Json result_of(const GapsCase& made, std::string_view control) {
  const auto run = run_of(made);
  for (const auto& result : run["results"])
    if (result["ruleId"] == control) return result;
  return nullptr;
}

std::vector<std::string> statuses(const GapsCase& made, std::string_view control) {
  std::vector<std::string> found;
  const auto result = result_of(made, control);
  for (const auto& each : result.value("suppressions", Json::array())) found.push_back(each["status"]);
  return found;
}

TEST_CASE("every control is a rule, and every gap a result in the profile's order") {
  const GapsCase made;
  const auto run = run_of(made);
  std::string rules;
  for (const auto& rule : run["tool"]["driver"]["rules"]) rules += rule["id"].get<std::string>() + " ";
  std::string results;
  for (const auto& result : run["results"])
    results += result["ruleId"].get<std::string>() + ":" + result["properties"]["outcome"].get<std::string>() + " ";
  CHECK(rules == "mfa.cloud backup.tested ir.plan training.staff owner.named macros.autorun ");
  CHECK(results == "mfa.cloud:partly backup.tested:unknown ir.plan:not_proved training.staff:not_met ");
}

TEST_CASE("a gap carries its words, the line that decides and what contradicts it") {
  const GapsCase made;
  CHECK(
      result_of(made, "mfa.cloud").dump() ==
      R"json({"ruleId":"mfa.cloud","ruleIndex":0,"kind":"fail","level":"error","message":{"text":)json"
      R"json("Some accounts open with a password alone. Outcome: partly in place, must-have. What to do: Switch it on. )json"
      R"json(Who: We. By when: 2026-11-28. Told: [38 of 42](1). Found: [30 of 42 (11 unknown)](2)."},)json"
      R"json("locations":[{"physicalLocation":{"artifactLocation":{"uri":"clients/acme/inventory.yaml","uriBaseId":"%SRCROOT%"},)json"
      R"json("region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":19}}}],)json"
      R"json("partialFingerprints":{"primaryLocationLineHash":"ffd9db02932698fe0b23f436882fabf1c4922df271261d622f29945e5f38934d"},)json"
      R"json("relatedLocations":[{"id":1,"physicalLocation":{"artifactLocation":{"uri":"clients/acme/inventory.yaml","uriBaseId":"%SRCROOT%"},)json"
      R"json("region":{"startLine":3,"startColumn":10,"endLine":3,"endColumn":31}},"message":{"text":"told, 2026-11-12: 38 of 42."}},)json"
      R"json({"id":2,"physicalLocation":{"artifactLocation":{"uri":"clients/acme/inventory.yaml","uriBaseId":"%SRCROOT%"},)json"
      R"json("region":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":19}},"message":{"text":"document, 2026-11-14: 30 of 42 (11 unknown)."}}],)json"
      R"json("suppressions":[{"kind":"external","status":"accepted",)json"
      R"json("justification":"Declined by M. Byrne on 2026-03-02; cause: price; signed on 2026-03-04; until 2027-03-02.",)json"
      R"json("location":{"physicalLocation":{"artifactLocation":{"uri":"clients/acme/inventory.yaml","uriBaseId":"%SRCROOT%"},)json"
      R"json("region":{"startLine":2,"startColumn":3,"endLine":2,"endColumn":19}}}}],"properties":{"outcome":"partly","points":2}})json");
}

TEST_CASE("not known is as loud as missing") {
  const GapsCase made;
  const auto unknown = result_of(made, "backup.tested");
  CHECK(unknown["kind"] == "fail");
  CHECK(unknown["level"] == "error");
  CHECK(unknown["message"]["text"] ==
        "We do not know if the backups work. Outcome: not known, must-have. What to do: Try one.");
  CHECK(result_of(made, "training.staff")["level"] == "warning");
}

TEST_CASE("a must-have in place without the proof it asks for is a result, since the verdict rests on it") {
  const GapsCase made;
  const auto unproved = result_of(made, "ir.plan");
  CHECK(unproved["level"] == "error");
  CHECK(unproved["message"]["text"] == "A plan: in place, not proved. Proof wanted: seen, 12 months.");
}

TEST_CASE("where nobody said anything a result lies at the first line of the inventory") {
  const GapsCase made;
  CHECK(result_of(made, "backup.tested")["locations"][0]["physicalLocation"]["region"].dump() ==
        R"({"startLine":1,"startColumn":1,"endLine":1,"endColumn":10})");
}

TEST_CASE("a signed no is accepted, an unsigned one under review, and one that ran out is none") {
  GapsCase made;
  CHECK(statuses(made, "mfa.cloud") == std::vector<std::string>{"accepted"});
  CHECK(statuses(made, "backup.tested") == std::vector<std::string>{"underReview"});
  CHECK(statuses(made, "training.staff").empty());
  made.assessment.findings[0].declines[0].is_moot = true;
  CHECK(statuses(made, "mfa.cloud").empty());
}

TEST_CASE("a signed no to one part is accepted only where nothing else falls short") {
  GapsCase made;
  made.inventory.declined[0].part = "Microsoft 365";
  CHECK(statuses(made, "mfa.cloud") == std::vector<std::string>{"accepted"});
  made.assessment.findings[0].checks[0].parts.push_back(PartResult{"Booking", {0, 0, 0}, {}, {}, false});
  CHECK(statuses(made, "mfa.cloud") == std::vector<std::string>{"underReview"});
  made.assessment.findings[0].checks[0].parts.pop_back();
  made.assessment.findings[0].checks[0].rest_unknown = true;
  CHECK(statuses(made, "mfa.cloud") == std::vector<std::string>{"underReview"});
}

TEST_CASE("an alert stays the same when lines move or the answer changes, and is another at another client") {
  GapsCase made;
  const auto before = result_of(made, "mfa.cloud")["partialFingerprints"];
  for (auto& statement : made.inventory.statements) statement.place.line += 40;
  made.assessment.findings[0].outcome = Outcome::NotMet;
  made.report.plan[0].headline = "All accounts open with a password alone.";
  CHECK(result_of(made, "mfa.cloud")["partialFingerprints"] == before);
  made.inventory.client.id = "other";
  CHECK(result_of(made, "mfa.cloud")["partialFingerprints"] != before);
}

TEST_CASE("severity is 7 to 10 for a must-have and at most 6.9 for the rest, by weight, as a string") {
  const GapsCase made;
  std::string severities;
  for (const auto& control : made.profile.controls) severities += security_severity(control, made.profile) + " ";
  CHECK(severities == "10.0 8.5 8.0 4.6 3.4 0.1 ");
}

TEST_CASE("a rule has all that GitHub requires of one") {
  const GapsCase made;
  CHECK(
      rule_of(made.profile.controls[0], made.profile).dump() ==
      R"json({"id":"mfa.cloud","name":"A second check at every sign-in",)json"
      R"json("shortDescription":{"text":"A second check at every sign-in."},)json"
      R"json("fullDescription":{"text":"It asks for more than a password."},)json"
      R"json("help":{"text":"What it is: It asks for more than a password.\nWhat it can cost: A stranger reads your mail.\nWhat to do: Switch it on.)json"
      R"json(\nHow to find out: List every service.\nAsked by: Cyber Essentials, D.4.",)json"
      R"json("markdown":"**What it is:** It asks for more than a password.\n\n**What it can cost:** A stranger reads your mail.\n\n**What to do:** Switch it on.)json"
      R"json(\n\n**How to find out:** List every service.\n\n**Asked by:** Cyber Essentials, D.4."},)json"
      R"json("defaultConfiguration":{"level":"error"},"properties":{"security-severity":"10.0","precision":"high","problem.severity":"error",)json"
      R"json("tags":["security","minimum","work_stops","false_payment"],"weight":6}})json");
  CHECK(rule_of(made.profile.controls[5], made.profile).dump() ==
        R"json({"id":"macros.autorun","name":"No macros","shortDescription":{"text":"No macros."},)json"
        R"json("fullDescription":{"text":"No macros."},"help":{"text":"What it is: No macros.",)json"
        R"json("markdown":"**What it is:** No macros."},"defaultConfiguration":{"level":"warning"},)json"
        R"json("properties":{"security-severity":"0.1","precision":"high","problem.severity":"warning",)json"
        R"json("tags":["security"],"weight":0}})json");
}

TEST_CASE("the run names every outcome, the verdict, the score, the limits and the ledger's counts") {
  GapsCase made;
  made.report.limits = {LimitLine{"--min-proved 40", false, "0 of 100 points\nare proved"}};
  auto run = run_of(made);
  CHECK(
      run["properties"].dump() ==
      R"json({"contains":{"redacted":false,"words":""},"client":"Acme Dental","profile":"test-standard","version":"2026.1","as_of":"2026-11-21","verdict":"below","service":"do_not_take_on",)json"
      R"json("score":{"proved":0,"claimed":48,"at_best":98},"counts":{"met":2,"partly":1,"not_met":1,"unknown":1,"not_applicable":1},)json"
      R"json("outcomes":{"mfa.cloud":"partly","backup.tested":"unknown","ir.plan":"met","training.staff":"not_met","owner.named":"met","macros.autorun":"not_applicable"},)json"
      R"json("ledger":{"overridden":0,"aged":0,"future":0,"contradicted":0,"declined":2,"decline_lapsed":0,"decline_moot":0,"not_applicable":0,)json"
      R"json("refused":0,"lapsed":0,"extra_part":0,"no_answer":0,"overdue":0},)json"
      R"json("limits":[{"asked":"--min-proved 40","held":false,"why":"0 of 100 points are proved"}]})json");
  for (const auto* key : {"tool", "results", "properties"}) run.erase(key);
  CHECK(
      run.dump() ==
      R"json({"automationDetails":{"id":"candor/acme/"},"invocations":[{"executionSuccessful":true}],)json"
      R"json("originalUriBaseIds":{"%SRCROOT%":{"description":{"text":"The folder in which candor was started."}}},)json"
      R"json("columnKind":"unicodeCodePoints"})json");
  made.assessment.score = {};
  CHECK(run_of(made)["properties"]["score"] == nullptr);
}

TEST_CASE("a path is relative to the working folder, and no address where it cannot be") {
  Sources files;
  const auto location = [&](std::string name) {
    return physical_location({files.add(std::move(name), "x"), 0, 0}, files)["artifactLocation"].dump();
  };
  CHECK(location("acme/inventory.yaml") == R"({"uri":"acme/inventory.yaml","uriBaseId":"%SRCROOT%"})");
  CHECK(location("./b/../a b/50%:ü.yaml") == R"({"uri":"a%20b/50%25%3A%C3%BC.yaml","uriBaseId":"%SRCROOT%"})");
  CHECK(location("../acme/inventory.yaml") == R"({"uri":"../acme/inventory.yaml"})");
  CHECK(location("/srv/acme#1/inventory.yaml") == R"({"uri":"file:///srv/acme%231/inventory.yaml"})");
  CHECK(location("standard input") == R"({"uri":"inventory.yaml","uriBaseId":"%SRCROOT%"})");
  CHECK(physical_location({99, 0, 0}, files).dump() ==
        R"({"artifactLocation":{"uri":"inventory.yaml","uriBaseId":"%SRCROOT%"},)"
        R"("region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}})");
}

TEST_CASE("a client's words make no link, no markup and no command") {
  GapsCase made;
  made.report.plan[0].headline =
      "[Click](https://evil.example) {0}\n::set-output name=x::y\x1b[31m \xE2\x80\xAE\\ done";
  made.report.plan[0].what = "Ask";
  const auto text = result_of(made, "mfa.cloud")["message"]["text"].get<std::string>();
  CHECK(text.substr(0, text.find(" Outcome")) ==
        R"(\[Click\](https://evil.example) {{0}} ::set-output name=x::y\\u{{1B}}\[31m \\u{{202E}}\\ done.)");
  CHECK(markdown_text("<b>*a* [x](y) @z `c` | # ~ ! & _\\\n- d") ==
        R"(\<b\>\*a\* \[x\](y) \@z \`c\` \| \# \~ \! \& \_\\ - d)");
}

TEST_CASE("texts keep GitHub's limits") {
  GapsCase made;
  auto& control = made.profile.controls[0];
  control.title = std::string(300, 'x');
  control.words.what = "";
  for (int i = 0; i < 1024; ++i) control.words.what += "é";
  const auto rule = rule_of(control, made.profile);
  CHECK(rule["name"] == std::string(254, 'x') + "…");
  CHECK(rule["fullDescription"]["text"] == control.words.what.substr(0, 2046) + "…");
  CHECK(cut("abc", 3) == "abc");
}

}  // namespace
}  // namespace candor
