#include <string>

#include <doctest/doctest.h>

#include "export/exporters.hpp"
#include "export/gaps_case.hpp"
#include "export/object.hpp"
#include "export/oscal_parts.hpp"
#include "export/uuid.hpp"

namespace candor {
namespace {

Json document_of(const GapsCase& made) {
  return Json::parse(export_oscal(made.report, made.files))["assessment-results"];
}

Json result_of(const GapsCase& made) { return document_of(made)["results"][0]; }

/// The status of each finding: `not-satisfied other: not known`.
std::string statuses(const GapsCase& made) {
  std::string text;
  const auto result = result_of(made);
  for (const auto& finding : result["findings"]) {
    const auto& status = finding["target"]["status"];
    text += finding["target"]["target-id"].get<std::string>() + " " + status["state"].get<std::string>() + " " +
            status["reason"].get<std::string>() + ": " + status["remarks"].get<std::string>() + "\n";
  }
  return text;
}

std::string risk_statuses(const GapsCase& made) {
  std::string text;
  const auto result = result_of(made);
  for (const auto& risk : result["risks"]) text += risk["status"].get<std::string>() + " ";
  return text;
}

std::string value_of(const Json& props, std::string_view name) {
  for (const auto& prop : props)
    if (prop["name"] == name) return prop["value"];
  return "(none)";
}

TEST_CASE("satisfied is what is in place and, of a must-have, proved; not known never is") {
  GapsCase made;
  made.inventory.not_applicable = {
      NotApplicable{{"macros.autorun", {}}, "no such software", "us", day("2026-11-12"), {}}};
  made.assessment.findings[5].not_applicable = 0;
  CHECK(statuses(made) ==
        "mfa.cloud_obj not-satisfied fail: partly in place\n"
        "backup.tested_obj not-satisfied other: not known\n"
        "ir.plan_obj not-satisfied other: in place, not proved. Proof wanted: seen, 12 months\n"
        "training.staff_obj not-satisfied fail: missing\n"
        "owner.named_obj satisfied pass: in place\n"
        "macros.autorun_obj not-satisfied other: does not apply: no such software (Northgate IT, 2026-11-12)\n");
  CHECK(result_of(made)["findings"][5]["target"]["implementation-status"].dump() == R"({"state":"not-applicable"})");
}

TEST_CASE("a finding names its objective, its numbers, what it rests on and its risk") {
  const GapsCase made;
  const auto result = result_of(made);
  CHECK(
      result["findings"][0].dump() ==
      R"json({"uuid":"534393b0-8593-570c-91e3-a6ac423469d5","title":"A second check at every sign-in","description":"Some accounts open with a password alone.",)json"
      R"json("props":[{"name":"outcome","ns":"urn:candor:oscal","value":"partly"},{"name":"gate","ns":"urn:candor:oscal","value":"yes"},)json"
      R"json({"name":"weight","ns":"urn:candor:oscal","value":"6"},{"name":"points","ns":"urn:candor:oscal","value":"2"},)json"
      R"json({"name":"proved","ns":"urn:candor:oscal","value":"0.000000"},{"name":"claimed","ns":"urn:candor:oscal","value":"0.714285"},)json"
      R"json({"name":"at_best","ns":"urn:candor:oscal","value":"0.976190"}],)json"
      R"json("target":{"type":"objective-id","target-id":"mfa.cloud_obj","status":{"state":"not-satisfied","reason":"fail","remarks":"partly in place"}},)json"
      R"json("related-observations":[{"observation-uuid":"98452929-63de-54c7-9e70-34ea48d09a19"},{"observation-uuid":"97b366dc-bf2c-545e-902c-2748928a0b53"}],"related-risks":[{"risk-uuid":"bb7a13bc-7d30-560d-a88f-0ef68f821864"}]})json");
  CHECK(result["findings"][0]["related-observations"][0]["observation-uuid"] == result["observations"][0]["uuid"]);
  CHECK(result["findings"][0]["related-risks"][0]["risk-uuid"] == result["risks"][0]["uuid"]);
}

TEST_CASE("a statement that stands is an observation with its method, its day and its document's hash") {
  GapsCase made;
  auto result = result_of(made);
  CHECK(result["observations"].size() == 2);
  CHECK(
      result["observations"][1].dump() ==
      R"json({"uuid":"97b366dc-bf2c-545e-902c-2748928a0b53","title":"mfa.cloud_accounts","description":"Microsoft 365: 30 of 42 (11 unknown)",)json"
      R"json("props":[{"name":"kind","ns":"urn:candor:oscal","value":"document"},{"name":"part","ns":"urn:candor:oscal","value":"Microsoft 365"},)json"
      R"json({"name":"by","ns":"urn:candor:oscal","value":"D. Keane"},{"name":"told_by","ns":"urn:candor:oscal","value":"M. Byrne"}],)json"
      R"json("methods":["EXAMINE"],"types":["control-objective"],"collected":"2026-11-14T00:00:00Z",)json"
      R"json("relevant-evidence":[{"description":"evidence/list.pdf","href":"#c15f653d-22fb-5a5a-bc80-9f2b79451dfc",)json"
      R"json("props":[{"name":"sha256","ns":"urn:candor:oscal","value":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}]})json");
  CHECK(
      document_of(made)["back-matter"]["resources"][1].dump() ==
      R"json({"uuid":"c15f653d-22fb-5a5a-bc80-9f2b79451dfc","title":"evidence/list.pdf","rlinks":[{"href":"evidence/list.pdf",)json"
      R"json("hashes":[{"algorithm":"SHA-256","value":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}]})json");
  std::string methods;
  for (const auto kind : {Kind::Told, Kind::Seen, Kind::Document, Kind::Export, Kind::Test}) {
    made.inventory.statements[1].kind = kind;
    methods += result_of(made)["observations"][1]["methods"][0].get<std::string>() + " ";
  }
  CHECK(methods == "INTERVIEW EXAMINE EXAMINE EXAMINE TEST ");
}

TEST_CASE("the same said twice is two observations") {
  GapsCase made;
  made.inventory.statements[1] = made.inventory.statements[0];
  const auto result = result_of(made);
  CHECK(result["observations"][0]["uuid"] != result["observations"][1]["uuid"]);
}

TEST_CASE("a gap is a risk with what it can cost, what to do and who said no") {
  const GapsCase made;
  CHECK(
      result_of(made)["risks"][0].dump() ==
      R"json({"uuid":"bb7a13bc-7d30-560d-a88f-0ef68f821864","title":"Some accounts open with a password alone.","description":"It asks for more than a password",)json"
      R"json("statement":"A stranger reads your mail.","props":[{"name":"outcome","ns":"urn:candor:oscal","value":"partly"},)json"
      R"json({"name":"gate","ns":"urn:candor:oscal","value":"yes"},{"name":"weight","ns":"urn:candor:oscal","value":"6"},)json"
      R"json({"name":"points","ns":"urn:candor:oscal","value":"2"}],"status":"deviation-approved","deadline":"2026-11-28T00:00:00Z",)json"
      R"json("remediations":[{"uuid":"a1a5218e-8a55-5171-9c98-9a8aa5aa8a80","lifecycle":"recommendation","title":"What to do","description":"Switch it on.",)json"
      R"json("props":[{"name":"who","ns":"urn:candor:oscal","value":"We"}]}],)json"
      R"json("risk-log":{"entries":[{"uuid":"7c6240b0-07b9-5326-9c5c-e267c1ef185f","title":"Declined","description":)json"
      R"json("Declined by M. Byrne on 2026-03-02; cause: price; signed on 2026-03-04; until 2027-03-02.",)json"
      R"json("start":"2026-03-02T00:00:00Z","end":"2027-03-02T00:00:00Z","status-change":"deviation-approved"}]},)json"
      R"json("related-observations":[{"observation-uuid":"98452929-63de-54c7-9e70-34ea48d09a19"},{"observation-uuid":"97b366dc-bf2c-545e-902c-2748928a0b53"}]})json");
}

TEST_CASE("a risk is approved by a signed no, requested by any other, and open where nobody said anything") {
  GapsCase made;
  CHECK(risk_statuses(made) == "deviation-approved deviation-requested open open ");
  made.assessment.findings[0].declines.push_back(DeclineState{1, false, false, false});
  CHECK(risk_statuses(made) == "deviation-requested deviation-requested open open ");
}

TEST_CASE("a risk is being mended once somebody said yes after the last no, and looked into once somebody is to ask") {
  GapsCase made;
  Agreed yes;
  yes.date = day("2026-03-02");
  made.inventory.agreed = {yes};
  made.assessment.findings[0].agreed = {0};
  CHECK(risk_statuses(made) == "deviation-approved deviation-requested open open ");
  made.inventory.agreed[0].date = day("2026-03-03");
  made.inventory.open = {OpenQuestion{}};
  made.assessment.findings[1].declines.clear();
  made.assessment.findings[1].open = {0};
  CHECK(risk_statuses(made) == "remediating investigating open open ");
  CHECK(result_of(made)["risks"][0]["remediations"][0]["lifecycle"] == "planned");
}

TEST_CASE("what is done instead of a declined control is a mitigating factor, and nothing is none") {
  GapsCase made;
  made.inventory.declined[0].instead = "nothing";
  CHECK(!result_of(made)["risks"][0].contains("mitigating-factors"));
  made.inventory.declined[0].instead = "a lock";
  CHECK(result_of(made)["risks"][0]["mitigating-factors"][0]["description"] == "a lock");
}

TEST_CASE("the document says whom it is about, and that its plan is the standard") {
  GapsCase made;
  made.report.contains = "It names people.";
  auto document = document_of(made);
  CHECK(
      document["metadata"].dump() ==
      R"json({"title":"Acme Dental: Test standard","last-modified":"2026-11-21T00:00:00Z","version":"2026-11-21","oscal-version":"1.1.3",)json"
      R"json("props":[{"name":"redacted","ns":"urn:candor:oscal","value":"no"}],)json"
      R"json("roles":[{"id":"prepared-for","title":"Client"},{"id":"provider","title":"Provider of IT services"},)json"
      R"json({"id":"client","title":"Speaks for the client"}],)json"
      R"json("parties":[{"uuid":"9278bdcd-87a4-5663-8bc9-5ead8390bc27","type":"organization","name":"Acme Dental"},)json"
      R"json({"uuid":"213294ec-02f9-5866-9d01-30f523367c87","type":"organization","name":"Northgate IT","short-name":"us"},)json"
      R"json({"uuid":"ebf430da-3d0d-55b4-bba0-64dda9130c1b","type":"person","name":"M. Byrne","short-name":"byrne","remarks":"owner"}],)json"
      R"json("responsible-parties":[{"role-id":"prepared-for","party-uuids":["9278bdcd-87a4-5663-8bc9-5ead8390bc27"]},{"role-id":"provider","party-uuids":["213294ec-02f9-5866-9d01-30f523367c87"]},)json"
      R"json({"role-id":"client","party-uuids":["ebf430da-3d0d-55b4-bba0-64dda9130c1b"]}],"remarks":"It names people."})json");
  CHECK(document["import-ap"]["href"] == "#" + document["back-matter"]["resources"][0]["uuid"].get<std::string>());
  CHECK(document["back-matter"]["resources"][0]["description"] == "What every firm needs.");
  CHECK(
      document["results"][0]["reviewed-controls"].dump() ==
      R"json({"control-selections":[{"include-controls":[{"control-id":"mfa.cloud"},{"control-id":"backup.tested"},)json"
      R"json({"control-id":"ir.plan"},{"control-id":"training.staff"},{"control-id":"owner.named"},{"control-id":"macros.autorun"}]}]})json");
  CHECK(document["local-definitions"]["objectives-and-methods"][0].dump() ==
        R"json({"control-id":"mfa.cloud","parts":[{"id":"mfa.cloud_obj","name":"assessment-objective",)json"
        R"json("title":"A second check at every sign-in","prose":"It asks for more than a password"}]})json");
}

TEST_CASE("the result carries verdict, score, counts, the ledger's counts and the limits") {
  GapsCase made;
  made.report.limits = {LimitLine{"--min-proved 40", false, "0 of 100 points are proved."}};
  const auto props = result_of(made)["props"];
  std::string all;
  for (const auto& prop : props) all += prop["name"].get<std::string>() + "=" + prop["value"].get<std::string>() + " ";
  CHECK(all ==
        "verdict=below service=do_not_take_on gates.missed=1 gates.unknown=2 score.proved=0 score.claimed=48 "
        "score.at_best=98 counts.met=2 counts.partly=1 counts.not_met=1 counts.unknown=1 counts.not_applicable=1 "
        "ledger.overridden=0 ledger.aged=0 ledger.future=0 ledger.contradicted=0 ledger.declined=2 "
        "ledger.decline_lapsed=0 ledger.decline_moot=0 ledger.not_applicable=0 ledger.refused=0 ledger.lapsed=0 "
        "ledger.extra_part=0 ledger.no_answer=0 ledger.overdue=0 limit=--min-proved 40 ");
  CHECK(props.back().dump() ==
        R"json({"name":"limit","ns":"urn:candor:oscal","value":"--min-proved 40","class":"not-held",)json"
        R"json("remarks":"0 of 100 points are proved."})json");
  made.assessment.score = {};
  CHECK(value_of(result_of(made)["props"], "score.proved") == "(none)");
}

TEST_CASE("a client of whom nothing is known has no observations and no empty list") {
  GapsCase made;
  for (auto& finding : made.assessment.findings) finding.checks.clear();
  const auto result = result_of(made);
  CHECK(!result.contains("observations"));
  CHECK(!result["findings"][0].contains("related-observations"));
  made.assessment.findings = {made.assessment.findings[4]};
  made.assessment.findings[0].control = 0;
  CHECK(!result_of(made).contains("risks"));
}

TEST_CASE("a risk stays the same from day to day, a finding does not, and another client's is another") {
  GapsCase made;
  const auto before = result_of(made);
  made.assessment.as_of = day("2026-11-22");
  const auto after = result_of(made);
  CHECK(before["risks"][0]["uuid"] == after["risks"][0]["uuid"]);
  CHECK(before["observations"][0]["uuid"] == after["observations"][0]["uuid"]);
  CHECK(before["findings"][0]["uuid"] != after["findings"][0]["uuid"]);
  made.inventory.client.id = "other";
  CHECK(before["risks"][0]["uuid"] != result_of(made)["risks"][0]["uuid"]);
}

TEST_CASE("a UUID is that of its name, in the shape of version 5") {
  // printf 'urn:candor:oscal\nacme' | sha256sum
  CHECK(uuid_of("acme") == "e1ed0ade-44ee-57d8-984f-28cd31798fba");
  for (const auto* name : {"a", "b", "c", "d"}) {
    CHECK(uuid_of(name).size() == 36);
    CHECK(uuid_of(name)[14] == '5');
    CHECK(std::string{"89ab"}.find(uuid_of(name)[19]) != std::string::npos);
  }
}

TEST_CASE("ids begin with a letter, and texts hold neither markup nor what acts on a reader") {
  CHECK(oscal::token("mfa.cloud") == "mfa.cloud");
  CHECK(oscal::token("2fa") == "_2fa");
  CHECK(oscal::token("-x") == "_-x");
  CHECK(oscal::line(" a\n\x1b[0m \xE2\x80\xAE ") == R"(a \u{1B}[0m \u{202E})");
  CHECK(oscal::line(" \n ") == "none");
  CHECK(oscal::markup("{{ insert: param, x }} <b> H~2~O x^2^") == R"(\{\{ insert: param, x \}\} \<b\> H\~2\~O x\^2\^)");
  GapsCase made;
  made.report.plan[0].what = "[a](javascript:b)\n# ::error::x";
  CHECK(result_of(made)["risks"][0]["remediations"][0]["description"] == R"(\[a\](javascript:b) \# ::error::x)");
}

}  // namespace
}  // namespace candor
