#include "candor/redact/redact.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "redact/values.hpp"

using namespace candor;

namespace {

StandIns nobody_yet() { return StandIns{{"Nmap"}}; }

Party party(std::string key, PartyKind kind) {
  Party named;
  named.key = std::move(key);
  named.kind = kind;
  named.name = "M. Byrne";
  named.phone = "0191 496 0120";
  return named;
}

Inventory with_parties(std::vector<Party> parties) {
  Inventory inventory;
  inventory.client.name = "Harbour Dental";
  inventory.parties = std::move(parties);
  return inventory;
}

void redact_alone(Inventory& inventory) {
  auto stand_ins = nobody_yet();
  const Catalog catalog;
  const Profile profile;
  redact({{&inventory, &catalog, &profile}}, stand_ins);
}

std::string redacted(std::string_view version) {
  auto stand_ins = nobody_yet();
  Value value{*Version::parse(version)};
  redact(value, Fact{}, stand_ins);
  CHECK(std::get<Version>(value) == *Version::parse(version));
  return std::get<Version>(value).written;
}

std::string redacted_field(std::string name, std::string text) {
  auto stand_ins = nobody_yet();
  Fact fact;
  fact.fields.resize(1);
  fact.fields[0].name = std::move(name);
  Record record;
  record.fields = {Text{std::move(text)}};
  Value value{Records{{record}}};
  redact(value, fact, stand_ins);
  return std::get<Text>(std::get<Records>(value).items[0].fields[0]).text;
}

}  // namespace

TEST_CASE("a name keeps its stand-in, and two names never share one") {
  auto stand_ins = nobody_yet();
  CHECK(stand_ins.of("M. Byrne", "Person") == "Person 1");
  CHECK(stand_ins.of("D. Keane", "Person") == "Person 2");
  CHECK(stand_ins.of("M. Byrne", "Part") == "Person 1");
  CHECK(stand_ins.of("Harbour Dental", "Client") == "Client");
  CHECK(stand_ins.of("Quayside Dental", "Client") == "Client 2");
  CHECK(stand_ins.of("Person 1", "Person") == "Person 3");
  CHECK(stand_ins.of("Nmap", "Tool") == "Nmap");
  CHECK(stand_ins.of("", "Person").empty());
}

TEST_CASE("names of somebody are swept out of a text as whole words, the longest first") {
  auto stand_ins = nobody_yet();
  (void)stand_ins.of_somebody("Northgate", "Firm");
  (void)stand_ins.of_somebody("Northgate IT", "Provider");
  (void)stand_ins.of_somebody("Ann", "Person");
  (void)stand_ins.of("Server", "Part");
  CHECK(stand_ins.swept("Northgate IT, NORTHGATE IT and northgate-it") == "Provider, Provider and provider");
  CHECK(stand_ins.swept("Northgate's Server. Northgates ann. Ann") == "Firm 1's Server. Northgates ann. Person 1");
  CHECK(stand_ins.swept("ask éAnn and Anns") == "ask éAnn and Anns");
  CHECK(stand_ins.swept("").empty());
}

TEST_CASE("a name of one word stayed in ids and in capitals") {
  auto stand_ins = nobody_yet();
  (void)stand_ins.of_somebody("Northgate", "Provider");
  CHECK(stand_ins.swept("northgate-standard") == "provider-standard");
  CHECK(stand_ins.swept("northgate_standard, NORTHGATE") == "provider_standard, Provider");
}

TEST_CASE("a name stayed where its accents were in other case, taken apart, or beside other quotes") {
  auto stand_ins = nobody_yet();
  (void)stand_ins.of_somebody("D. Müller", "Person");
  for (const std::string written : {"D. MÜLLER", "D. Mu\u0308ller", "D.\u00a0Müller", "D. Mül\u00adler"})
    CHECK(stand_ins.swept("“" + written + "”") == "“Person 1”");
}

TEST_CASE("each sweep sorted all names again") {
  auto stand_ins = nobody_yet();
  constexpr int many = 20000;
  for (int number = 0; number < many; ++number)
    (void)stand_ins.of_somebody(fmt::format("M. Byrne {}", number), "Person");
  for (int number = 0; number < many; ++number)
    REQUIRE(stand_ins.swept(fmt::format("ask M. Byrne {}!", number)) == fmt::format("ask Person {}!", number + 1));
}

TEST_CASE("parties who share a name took cubic time to tell apart") {
  constexpr int many = 20000;
  std::vector<Party> parties;
  for (int number = 0; number < many; ++number) parties.push_back(party(fmt::format("p{}", number), PartyKind::Client));
  auto inventory = with_parties(std::move(parties));
  redact_alone(inventory);
  std::set<std::string> keys;
  for (const auto& one : inventory.parties) keys.insert(one.key);
  CHECK(keys.size() == many);
  CHECK(inventory.parties[1].key == "person-1-2");
}

TEST_CASE("a name that came later stayed in the words of the standard that plans are told in") {
  Catalog catalog;
  Profile profile;
  profile.controls.resize(1);
  profile.controls[0].id = "mfa.cloud";
  profile.controls[0].words.act = "Ask D. Keane, M. Byrne or Northgate IT.";
  auto inventory = with_parties({});
  inventory.agreed.resize(1);
  inventory.agreed[0].controls.push_back({"mfa.cloud", {}});
  inventory.agreed[0].what = "a second factor";
  inventory.agreed[0].said_by = "D. Keane";
  inventory.incident.insurer = "M. Byrne";
  Inventory provider;
  provider.client.name = "Northgate IT";
  auto stand_ins = nobody_yet();
  redact({{&inventory, &catalog, &profile}, {&provider, &catalog, &profile, "Provider"}}, stand_ins);
  CHECK(inventory.agreed[0].what == "Ask Person 1, Person 2 or Provider.");
}

TEST_CASE("somebody who is called as a program is kept the name") {
  auto stand_ins = nobody_yet();
  CHECK(stand_ins.of_somebody("Nmap", "Person") == "Person 1");
  CHECK(stand_ins.of("Nmap", "Client") == "Person 1");
  CHECK(stand_ins.of("Nmap", "Tool") == "Nmap");
  CHECK(stand_ins.of("Nmap", "Item") == "Nmap");
}

TEST_CASE("digits behind CVE- passed as the number of a flaw, whatever they were and wherever they stood") {
  CHECK(redacted_field("flaw", "CVE-2023-3519") == "CVE-2023-3519");
  CHECK(redacted_field("flaw", "CVE-2021-1234567") == "CVE-2021-1234567");
  for (const std::string number :
       {"CVE-0191-496-0120", "CVE-01914960120", "CVE-2023-351", "CVE-2023-12345678", "CVE-", "CVE-20234-3519"})
    CHECK(redacted_field("flaw", number) == "Item 1");
  CHECK(redacted_field("where", "CVE-2023-3519") == "Host 1");
  CHECK(redacted_field("what", "CVE-2023-3519") == "Item 1");
}

TEST_CASE("the profile id of a recorded result named the provider") {
  StandIns stand_ins{{"minimum-standard"}};
  Result result;
  result.client = "Harbour Dental";
  result.profile = "northgate-standard";
  result.version = "northgate-7";
  redact(result, stand_ins);
  CHECK(result.profile == "standard-1");
  CHECK(result.version == "Version 1");
  Profile profile;
  profile.id = "northgate-standard";
  profile.version = "2026.1";
  profile.extends = "minimum-standard";
  redact(profile, stand_ins);
  CHECK(profile.id == "standard-1");
  CHECK(profile.version == "2026.1");
  CHECK(profile.extends == "minimum-standard");
}

TEST_CASE("a version keeps what is compared and nothing that was written behind it") {
  CHECK(redacted("2.14.1-harbour") == "2.14.1");
  CHECK(redacted("v2.14.1") == "2.14.1");
  CHECK(redacted("2.0-beta9") == "2.0-beta9");
  CHECK(redacted("2.0.rc.1-harbour7") == "2.0-rc1");
  CHECK(redacted("2.0-beta-harbour9") == "2.0-beta");
  CHECK(redacted("10.0.19045.3803") == "10.0.19045.3803");
}

TEST_CASE("the number of a telephone passed as a version") {
  const auto kept = [](std::string_view version) {
    auto stand_ins = nobody_yet();
    Value value{*Version::parse(version)};
    redact(value, Fact{}, stand_ins);
    return std::get<Version>(value).written;
  };
  CHECK(kept("1914960120") == "99999");
  CHECK(kept("0.1.9.1.4.9.6.0.1.2.0") == "0.1.9.1");
  CHECK(kept("2.0-beta1914960120") == "2.0-beta19149");
  for (const std::string version : {"01914960120", "0.1.9.1.4.9", "0191 496", "+44"}) {
    auto of_tool = version;
    redact_version(of_tool);
    CHECK(of_tool.empty());
  }
  std::string plain = "10.0.19045";
  redact_version(plain);
  CHECK(plain == "10.0.19045");
}

TEST_CASE("computers and addresses are hosts, all else is a part") {
  auto stand_ins = nobody_yet();
  for (const std::string host : {"192.0.2.7", "dc.harbour.example", "00:50:56:c0:00:08", "PC-07"})
    CHECK(stand_in_for_thing(host, stand_ins).starts_with("Host "));
  for (const std::string part : {"Server", "Microsoft 365", "M. Byrne's laptop"})
    CHECK(stand_in_for_thing(part, stand_ins).starts_with("Part "));
}

TEST_CASE("a person and a firm of one name shared one stand-in") {
  auto inventory = with_parties({party("a", PartyKind::Client), party("b", PartyKind::ThirdParty)});
  inventory.acts = {{.control = {}, .part = "", .who = "b", .place = {}}};
  redact_alone(inventory);
  CHECK(inventory.parties[0].name == "Person 1");
  CHECK(inventory.parties[1].name == "Firm 1");
  REQUIRE(inventory.find_party(inventory.acts[0].who) != nullptr);
  CHECK(inventory.find_party(inventory.acts[0].who)->kind == PartyKind::ThirdParty);
}

TEST_CASE("a party that is named outright is the same one") {
  auto inventory = with_parties({party("byrne", PartyKind::Client)});
  inventory.assessed_by = "M. Byrne";
  inventory.told_by = "byrne";
  redact_alone(inventory);
  CHECK(inventory.assessed_by == "Person 1");
  CHECK(inventory.told_by == "person-1");
  CHECK(inventory.parties[0].phone == "number left out");
  CHECK(inventory.is_redacted);
}

TEST_CASE("what stands for nobody in particular stays") {
  auto inventory = with_parties({});
  inventory.acts = {{.control = {}, .part = "", .who = "shared", .place = {}}};
  inventory.declined.resize(1);
  inventory.declined[0].explained_by = "unknown";
  inventory.declined[0].instead = "nothing";
  redact_alone(inventory);
  CHECK(inventory.acts[0].who == "shared");
  CHECK(inventory.declined[0].explained_by == "unknown");
  CHECK(inventory.declined[0].instead == "nothing");
}

TEST_CASE("a text that the profile asks for stays, for it is judged by") {
  Profile profile;
  profile.controls.resize(1);
  profile.controls[0].floor.resize(1);
  profile.controls[0].floor[0].wanted = {Text{"Provider's own"}};
  auto stand_ins = nobody_yet();
  keep_what_is_asked_for(profile, stand_ins);
  Value asked{Text{"Provider's own"}};
  Value other{Text{"M. Byrne"}};
  redact(asked, Fact{}, stand_ins);
  redact(other, Fact{}, stand_ins);
  CHECK(std::get<Text>(asked).text == "Provider's own");
  CHECK(std::get<Text>(other).text == "Person 1");
}
