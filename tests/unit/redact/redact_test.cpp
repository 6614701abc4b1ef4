#include "candor/redact/redact.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

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
  redact(inventory, Catalog{}, Profile{}, stand_ins);
}

std::string redacted(std::string_view version) {
  auto stand_ins = nobody_yet();
  Value value{*Version::parse(version)};
  redact(value, Fact{}, stand_ins);
  CHECK(std::get<Version>(value) == *Version::parse(version));
  return std::get<Version>(value).written;
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
  (void)stand_ins.of_somebody("Will", "Person");
  (void)stand_ins.of("Server", "Part");
  CHECK(stand_ins.swept("Northgate IT, NORTHGATE IT and northgate-it") == "Provider, Provider and provider");
  CHECK(stand_ins.swept("Northgate's Server. Northgates will. Will") == "Firm 1's Server. Northgates will. Person 1");
  CHECK(stand_ins.swept("ask éWill and Wills") == "ask éWill and Wills");
}

TEST_CASE("a version keeps what is compared and nothing that was written behind it") {
  CHECK(redacted("2.14.1-harbour") == "2.14.1");
  CHECK(redacted("v2.14.1") == "2.14.1");
  CHECK(redacted("2.0-beta9") == "2.0-beta9");
  CHECK(redacted("2.0.rc.1-harbour7") == "2.0-rc1");
  CHECK(redacted("2.0-beta-harbour9") == "2.0-beta");
}

TEST_CASE("computers and addresses are hosts, all else is a part") {
  auto stand_ins = nobody_yet();
  for (const std::string host : {"192.0.2.7", "dc.harbour.example", "00:50:56:c0:00:08", "PC-07"})
    CHECK(stand_in_for_thing(host, stand_ins).starts_with("Host "));
  for (const std::string part : {"Server", "Microsoft 365", "M. Byrne's laptop"})
    CHECK(stand_in_for_thing(part, stand_ins).starts_with("Part "));
}

TEST_CASE("two parties of one name stay two") {
  auto inventory = with_parties({party("a", PartyKind::Client), party("b", PartyKind::ThirdParty)});
  inventory.acts = {{.control = {}, .part = "", .who = "b", .place = {}}};
  redact_alone(inventory);
  CHECK(inventory.parties[0].name == "Person 1");
  CHECK(inventory.parties[1].name == "Person 1");
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

TEST_CASE("ten thousand parties of one name are told apart at once, by number") {
  std::vector<Party> parties;
  for (int i = 0; i < 10'000; ++i) parties.push_back(party("p" + std::to_string(i), PartyKind::Client));
  auto inventory = with_parties(std::move(parties));
  redact_alone(inventory);
  CHECK(inventory.parties[0].key == "person-1");
  CHECK(inventory.parties[1].key == "person-1-2");
  CHECK(inventory.parties.back().key == "person-1-10000");
}

TEST_CASE("a plan is swept of the names of who stands further down, and of the provider") {
  auto stand_ins = nobody_yet();
  Inventory inventory;
  inventory.offered.emplace_back().what = "D. Keane and Northgate IT switch it on";
  (void)stand_ins.of_somebody("D. Keane", "Person");
  (void)stand_ins.of_somebody("Northgate IT", "Provider");
  sweep_plans(inventory, stand_ins);
  CHECK(inventory.offered[0].what == "Person 1 and Provider switch it on");
}

TEST_CASE("somebody may be called as a program is, and is not let out for that") {
  auto stand_ins = nobody_yet();
  CHECK(stand_ins.of_somebody("Nmap", "Client") == "Client");
  CHECK(stand_ins.swept("a report for Nmap") == "a report for Client");
}

TEST_CASE("a name of one word is swept from an id in small letters too") {
  auto stand_ins = nobody_yet();
  (void)stand_ins.of_somebody("Northgate", "Provider");
  CHECK(stand_ins.swept_id("northgate-standard") == "provider-standard");
}
