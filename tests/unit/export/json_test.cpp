#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "export/exporters.hpp"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

Date day(std::string_view text) { return *parse_date(text); }

Condition condition(Condition::Test test, FactId fact) {
  Condition made;
  made.test = test;
  made.fact = fact;
  return made;
}

/// A client with one gate that is partly in place, one control that is not known and one that
/// does not apply; written by hand, so that nothing but the export is tested.
struct Case {
  Case() {
    files.add("acme/inventory.yaml", "");
    Fact accounts;
    accounts.address = "mfa.cloud_accounts";
    accounts.type = Type::Coverage;
    Fact found;
    found.address = "log4j.found";
    found.type = Type::Records;
    found.fields = {Field{"where", Type::Text, true, {}}, Field{"version", Type::Version, false, {}},
                    Field{"done", Type::Choice, false, {"nothing", "isolated"}}};
    catalog.facts = {std::move(accounts), std::move(found)};

    profile.id = "test-standard";
    profile.version = "2026.1";
    profile.title = "Test standard";
    profile.baselines = {Baseline{"CE", "Cyber Essentials", "2023", true}};
    profile.harms = {{Harm::WorkStops, "work stops"}};
    Control gate;
    gate.id = "mfa.cloud";
    gate.title = "A second check at every sign-in";
    gate.technical = "MFA on every cloud account";
    gate.minimum = gate.always = true;
    gate.floor = {condition(Condition::Test::Everyone, 0)};
    gate.weight = 2;
    gate.required_by = {Clause{"CE", "D.4", true, ""}};
    gate.harms = {Harm::WorkStops};
    Control patched;
    patched.id = "log4j.patched";
    patched.title = "No old Log4j";
    auto fixed = condition(Condition::Test::Fixed, 1);
    fixed.field = 1;
    fixed.in_record = true;
    fixed.fixed = {*Version::parse("2.17.1")};
    auto done = condition(Condition::Test::Is, 1);
    done.field = 2;
    done.in_record = true;
    done.wanted = {Choice{1}};
    auto any = condition(Condition::Test::Any, 1);
    any.children = {fixed, done};
    patched.floor = {condition(Condition::Test::Every, 1)};
    patched.floor[0].children = {any};
    Control absent;
    absent.id = "macros.autorun";
    absent.title = "No programs that start by themselves";
    absent.ours = true;
    profile.controls = {gate, patched, absent};

    inventory.client = {"acme", "Acme Dental", "dental", "IE", "EUR", day("2026-11-02")};
    inventory.parties = {Party{"byrne", PartyKind::Client, "M. Byrne", "owner", "", "", "", {}}};
    inventory.assessed = day("2026-11-12");
    inventory.assessed_by = "D. Keane";
    inventory.told_by = "byrne";
    Statement told;
    told.part = "Microsoft 365";
    told.value = Coverage{Coverage::Said::Counted, 38, 42, 0};
    told.date = day("2026-11-12");
    told.by = "D. Keane";
    told.told_by = "byrne";
    told.place = {0, 12, 27};
    Statement seen = told;
    seen.value = Coverage{Coverage::Said::Counted, 30, 42, 11};
    seen.kind = Kind::Seen;
    seen.file = "evidence/list.pdf";
    seen.sha256 = std::string(64, 'a');
    inventory.statements = {told, seen};
    Decline decline;
    decline.controls = {{"mfa.cloud", {}}};
    decline.cause = Decline::Cause::Price;
    decline.date = day("2026-03-02");
    decline.by = "byrne";
    decline.offered = "a second check";
    decline.price = {.included = false, .once = Money{5}, .running = Money{54000}, .per = Price::Per::Year};
    decline.until = day("2026-09-02");
    decline.signed_on = day("2026-03-04");
    inventory.declined = {decline};
    inventory.not_applicable = {
        NotApplicable{{"macros.autorun", {}}, "no such software", "D. Keane", day("2026-11-12"), {0, 30, 3}}};
    OpenQuestion question;
    question.facts = {1};
    question.because = OpenQuestion::Because::NoAnswer;
    question.by = day("2026-11-28");
    inventory.open = {question};

    assessment.catalog = &catalog;
    assessment.profile = &profile;
    assessment.inventory = &inventory;
    assessment.as_of = day("2026-11-21");
    Check check;
    check.condition = &profile.controls[0].floor[0];
    check.interval = {714285, 976190, 0};
    check.counted = Coverage{Coverage::Said::Counted, 30, 42, 11};
    check.parts = {PartResult{"Microsoft 365", {714285, 976190, 0}, check.counted, {1}, false}};
    Finding first;
    first.outcome = Outcome::Partly;
    first.interval = check.interval;
    first.checks = {check};
    first.contradictions = {Contradiction{0, "Microsoft 365", 0, 1}};
    first.declines = {DeclineState{0, true, true, false}};
    first.shares = {Share{"provider", 47620}};
    first.gate_missed = true;
    Check records;
    records.fact = 1;
    records.condition = &profile.controls[1].floor[0];
    records.records = {Record{{Text{"Phone system"}, Unknown{}, Unknown{}}, {0, 20, 5}},
                       Record{{Text{"Stock system"}, *Version::parse("2.14.1"), Choice{1}}, {0, 21, 5}}};
    records.unclear_records = {0};
    Finding second;
    second.control = 1;
    second.checks = {records};
    second.open = {0};
    Finding third;
    third.control = 2;
    third.outcome = Outcome::NotApplicable;
    third.not_applicable = 0;
    assessment.findings = {first, second, third};
    assessment.counts = {0, 1, 0, 1, 1};
    assessment.score = {3, 0, 1428570, 2952380, 0, 48, 98};
    assessment.verdict = Verdict::Below;
    assessment.gates_missed = 1;
    assessment.missing = {MissingRow{"provider", 2}, MissingRow{"", 50}};
    for (int i = 0; i < harm_count; ++i) assessment.doors[static_cast<std::size_t>(i)].harm = static_cast<Harm>(i);
    assessment.doors[0].applicable = 1;
    Action action;
    action.findings = {0};
    action.gates_missed = 1;
    action.points_millionths = 571430;
    action.value = 1571430;
    action.who = "provider";
    assessment.actions = {action};
    LedgerEntry lapsed;
    lapsed.what = LedgerEntry::What::DeclineLapsed;
    lapsed.finding = lapsed.item = 0;
    lapsed.list = LedgerEntry::List::Declined;
    lapsed.date = day("2026-09-02");
    LedgerEntry left_out;
    left_out.what = LedgerEntry::What::NotApplicable;
    left_out.finding = 2;
    left_out.list = LedgerEntry::List::NotApplicable;
    left_out.item = 0;
    left_out.as_if = Score{4, 0, 1, 2, 0, 36, 73};
    LedgerEntry contradicted;
    contradicted.what = LedgerEntry::What::Contradicted;
    contradicted.finding = contradicted.statement = 0;
    contradicted.other = 1;
    assessment.ledger = {lapsed, left_out, contradicted};
    report.assessment = &assessment;
    FindingCard card;
    card.outcome = Outcome::Partly;
    card.status = "partly in place, minimum";
    card.headline = "Some people can still sign in with a password alone.";
    card.paragraphs = {"A second check stops most break-ins."};
    card.rows = {{"Who", "us"}};
    card.notes = {"M. Byrne said no on 2 March 2026."};
    card.finding = 0;
    report.blocks = {Heading{1, "Acme Dental"}, card};
  }
  Case(const Case&) = delete;

  [[nodiscard]] std::string text() const { return export_json(report, files); }
  [[nodiscard]] Json json() const { return Json::parse(text()); }

  Sources files;
  Catalog catalog;
  Profile profile;
  Inventory inventory;
  Assessment assessment;
  Report report;
};

std::string keys(const Json& object) {
  std::string names;
  for (const auto& [key, value] : object.items()) names += (names.empty() ? "" : " ") + key;
  return names;
}

TEST_CASE("an assessment starts with whom it is about and what came out") {
  const Case made;
  auto json = made.json();
  CHECK(
      keys(json) ==
      "format contains client parties profile as_of assessed verdict service gates score counts findings contradicted "
      "proofs_wanted tools missing doors "
      "actions limits ledger");
  for (const auto* list : {"findings", "actions", "limits", "ledger", "doors"}) json.erase(list);
  CHECK(
      json.dump() ==
      R"json({"format":"candor-assessment/1","contains":{"redacted":false,"words":""},)json"
      R"json("client":{"id":"acme","name":"Acme Dental","sector":"dental","country":"IE","currency":"EUR","since":"2026-11-02"},)json"
      R"json("parties":[{"key":"byrne","kind":"client","name":"M. Byrne","role":"owner","does":null}],)json"
      R"json("profile":{"id":"test-standard","version":"2026.1","title":"Test standard"},"as_of":"2026-11-21",)json"
      R"json("assessed":{"date":"2026-11-12","by":"D. Keane","told_by":"byrne"},)json"
      R"json("verdict":"below","service":"do_not_take_on","gates":{"missed":1,"unknown":0},)json"
      R"json("score":{"proved":0,"claimed":48,"at_best":98,"weight":3,)json"
      R"json("sums":{"proved":0,"claimed":1428570,"at_best":2952380,"out_of":3000000}},)json"
      R"json("counts":{"met":0,"partly":1,"not_met":0,"unknown":1,"not_applicable":1},)json"
      R"json("contradicted":{"controls":0,"points":0,"sum":0},"proofs_wanted":[],"tools":[],)json"
      R"json("missing":[{"party":"provider","points":2},{"party":null,"points":50}]})json");
}

TEST_CASE("a finding carries its rule, its statements with their places, and the sentences a person reads") {
  const Case made;
  const std::string told =
      R"json({"fact":"mfa.cloud_accounts","part":"Microsoft 365","value":"38 of 42","kind":"told","date":"2026-11-12",)json"
      R"json("by":"D. Keane","told_by":"byrne","run_by":null,"document":null,"sha256":null,"where":null,"note":null,)json"
      R"json("place":{"file":"acme/inventory.yaml","line":12,"column":27}})json";
  const std::string seen =
      R"json({"fact":"mfa.cloud_accounts","part":"Microsoft 365","value":"30 of 42 (11 unknown)","kind":"seen","date":"2026-11-12",)json"
      R"json("by":"D. Keane","told_by":"byrne","run_by":null,"document":"evidence/list.pdf","sha256":")json" +
      std::string(64, 'a') +
      R"json(","where":null,"note":null,"place":{"file":"acme/inventory.yaml","line":12,"column":27}})json";
  CHECK(
      made.json()["findings"][0].dump() ==
      R"json({"control":"mfa.cloud","title":"A second check at every sign-in","technical":"MFA on every cloud account",)json"
      R"json("gate":true,"weight":2,"ours":false,"outcome":"partly","words":"partly in place",)json"
      R"json("low":714285,"high":976190,"proved":0,"gate_missed":true,"gate_unknown":false,)json"
      R"json("acts":"provider","effort":"medium","harms":["work_stops"],)json"
      R"json("required_by":[{"baseline":"CE","name":"Cyber Essentials","year":"2023","seen":true,"clause":"D.4","weighs":true,"note":null}],)json"
      R"json("proof":{"kind":"seen","within":"12 months"},)json"
      R"json("checks":[{"fact":"mfa.cloud_accounts","condition":{"test":"all","fact":"mfa.cloud_accounts","field":null,)json"
      R"json("wanted":[],"within":null,"scope":null,"fixed":[],"children":[]},)json"
      R"json("low":714285,"high":976190,"proved":0,"counted":{"has":30,"of":42,"unknown":11},"rest_unknown":false,)json"
      R"json("parts":[{"part":"Microsoft 365","low":714285,"high":976190,"proved":0,)json"
      R"json("counted":{"has":30,"of":42,"unknown":11},"named_only":false,"statements":[)json" +
          seen +
          R"json(]}],"records":[]}],"stretch":null,"contradictions":[{"fact":"mfa.cloud_accounts","part":"Microsoft 365","told":)json" +
          told + R"json(,"stands":)json" + seen +
          R"json(}],"better":[],"aged":[],"declines":[{"controls":["mfa.cloud"],"part":null,"cause":"price","date":"2026-03-02","by":"byrne",)json"
          R"json("explained_by":null,"offered":"a second check","price":{"included":false,"once":"0.05","running":"540.00","per":"year"},)json"
          R"json("instead":null,"until":"2026-09-02","note":null,"signature":{"date":"2026-03-04","document":null,"sha256":null},)json"
          R"json("place":{"file":"acme/inventory.yaml","line":0,"column":0},"is_signed":true,"is_lapsed":true,"is_moot":false}],)json"
          R"json("offers":[],"agreed":[],"open":[],"not_applicable":null,)json"
          R"json("shares":[{"party":"provider","weight_millionths":47620}],)json"
          R"json("sentences":{"status":"partly in place, minimum","headline":"Some people can still sign in with a password alone.",)json"
          R"json("paragraphs":["A second check stops most break-ins."],"rows":[{"label":"Who","text":"us"}],)json"
          R"json("notes":["M. Byrne said no on 2 March 2026."]}})json");
}

TEST_CASE("records carry their fields, and conditions inside them the field they test") {
  const Case made;
  const auto check = made.json()["findings"][1]["checks"][0];
  CHECK(
      check["condition"].dump() ==
      R"json({"test":"every","fact":"log4j.found","field":null,"wanted":[],"within":null,"scope":null,"fixed":[],"children":[)json"
      R"json({"test":"any","fact":null,"field":null,"wanted":[],"within":null,"scope":null,"fixed":[],"children":[)json"
      R"json({"test":"fixed","fact":null,"field":"version","wanted":[],"within":null,"scope":null,"fixed":["2.17.1"],"children":[]},)json"
      R"json({"test":"is","fact":null,"field":"done","wanted":["isolated"],"within":null,"scope":null,"fixed":[],"children":[]}]}]})json");
  CHECK(
      check["records"].dump() ==
      R"json([{"fields":{"where":"Phone system","version":null,"done":null},"falls_short":false,"unclear":true,)json"
      R"json("place":{"file":"acme/inventory.yaml","line":20,"column":5}},)json"
      R"json({"fields":{"where":"Stock system","version":"2.14.1","done":"isolated"},"falls_short":false,"unclear":false,)json"
      R"json("place":{"file":"acme/inventory.yaml","line":21,"column":5}}])json");
}

TEST_CASE("limits stand as they were asked, with how they held") {
  Case made;
  CHECK(made.json()["limits"].dump() == "[]");
  made.report.limits = {{"--min-proved 40", true, "44 of 100 points are proved"},
                        {"--fail-on unowned", false, "nobody is named for \"A\x1B plan\""}};
  CHECK(made.json()["limits"].dump() ==
        R"json([{"asked":"--min-proved 40","held":true,"why":"44 of 100 points are proved"},)json"
        R"json({"asked":"--fail-on unowned","held":false,"why":"nobody is named for \"A\u001b plan\""}])json");
}

TEST_CASE("the ledger carries the entry that each line is about") {
  const Case made;
  const auto ledger = made.json()["ledger"];
  REQUIRE(ledger.size() == 3);
  CHECK(ledger[0]["what"] == "decline_lapsed");
  CHECK(ledger[0]["list"] == "declined");
  CHECK(ledger[0]["item"]["cause"] == "price");
  CHECK(ledger[0]["date"] == "2026-09-02");
  CHECK(ledger[1]["item"].dump() == R"json({"because":"no such software","by":"D. Keane","date":"2026-11-12",)json"
                                    R"json("place":{"file":"acme/inventory.yaml","line":30,"column":3}})json");
  CHECK(ledger[1]["as_if"]["at_best"] == 73);
  CHECK(ledger[2]["list"].is_null());
  CHECK(ledger[2]["item"].is_null());
  CHECK(ledger[2]["statement"]["kind"] == "told");
  CHECK(ledger[2]["other"]["kind"] == "seen");
}

TEST_CASE("where nothing applies there is no score") {
  Case made;
  made.assessment.score = {};
  CHECK(made.json()["score"].is_null());
}

TEST_CASE("the same assessment is the same bytes") {
  const Case first;
  const Case second;
  CHECK(first.text() == second.text());
}

TEST_CASE("nothing in the text acts on a terminal or a log, and it reads back as it was") {
  Case made;
  const std::string hostile = "a\x1b[2J\u202Eb\u009B\x7F\U000E0041\nc";
  made.inventory.client.name = hostile;
  CHECK(made.text().find("a\\u001b[2J\\u202eb\\u009b\\u007f\\udb40\\udc41\\nc") != std::string::npos);
  CHECK(made.json()["client"]["name"] == hostile);
}

TEST_CASE("a name that a build machine would obey is spelt out in the text, and reads back as it was") {
  Case made;
  made.inventory.client.name = "##[add-mask]a ##vso[task]b [c]";
  CHECK(made.text().find(R"(##\u005badd-mask]a ##vso\u005btask]b [c])") != std::string::npos);
  CHECK(made.json()["client"]["name"] == made.inventory.client.name);
}

TEST_CASE("bytes that are no text become a sign for that, and not a crash") {
  Case made;
  made.inventory.client.name = "Caf\xE9";
  CHECK(made.json()["client"]["name"] == "Caf\uFFFD");
}

TEST_CASE("what lies in the future is told from the list it stands in, not from what kind of line it is") {
  Case made;
  made.inventory.offered = {Offer{}};
  made.inventory.agreed = {Agreed{}};
  const auto item = [&](LedgerEntry::List list) {
    LedgerEntry entry;
    entry.what = LedgerEntry::What::Future;
    entry.finding = entry.item = 0;
    entry.list = list;
    made.assessment.ledger = {entry};
    return keys(made.json()["ledger"][0]["item"]);
  };
  CHECK(item(LedgerEntry::List::Offered) == "controls part what who by takes price date note place");
  CHECK(item(LedgerEntry::List::Agreed) == "controls part what who by takes price date said_by note place");
  CHECK(item(LedgerEntry::List::Declined) ==
        "controls part cause date by explained_by offered price instead until note signature place");
  CHECK(item(LedgerEntry::List::NotApplicable) == "because by date place");
}

TEST_CASE("in one line it is the same document") {
  Case made;
  made.inventory.client.name =
      "a\n\xE2\x80\xA8"
      "b";
  const auto line = export_ndjson(made.report, made.files);
  CHECK(Json::parse(line) == made.json());
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.find("\xE2\x80\xA8") == std::string::npos);
}

TEST_CASE("JSON is the format for scripts") {
  REQUIRE(!exporters().empty());
  CHECK(exporters()[0].name == "json");
  CHECK(exporters()[0].purpose == "for scripts");
}

}  // namespace
}  // namespace candor
