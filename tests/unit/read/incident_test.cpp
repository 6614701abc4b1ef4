#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

std::string complaints(std::string_view incident) {
  Desk desk;
  desk.inventory(client_with("incident: " + std::string{incident} + "\n"));
  return desk.complaints();
}

}  // namespace

TEST_CASE("who decides, who is called and who insures it are read in their order") {
  Desk desk;
  const auto& incident =
      desk.inventory(client_with("incident: {decides: [byrne, us], calls: us, insurer: byrne, kept: the drawer}\n"))
          .incident;
  REQUIRE(desk.complaints() == "");
  CHECK(incident.decides == std::vector<std::string>{"byrne", "us"});
  CHECK(incident.calls == std::vector<std::string>{"us"});
  CHECK(incident.cover == Incident::Cover::Insured);
  CHECK(incident.insurer == "byrne");
  CHECK(incident.kept == "the drawer");
}

TEST_CASE("unknown is an answer, and none says that nobody insures it") {
  Desk unknown;
  const auto& asked =
      unknown.inventory(client_with("incident: {decides: unknown, calls: unknown, insurer: unknown}\n")).incident;
  REQUIRE(unknown.complaints() == "");
  CHECK(asked.decides.empty());
  CHECK(asked.calls.empty());
  CHECK(asked.cover == Incident::Cover::NotSaid);
  Desk none;
  CHECK(none.inventory(client_with("incident: {insurer: none}\n")).incident.cover == Incident::Cover::None);
  CHECK(none.complaints() == "");
  Desk nobody;
  CHECK(nobody.inventory(client_with("incident: {insurer: nobody}\n")).incident.cover == Incident::Cover::None);
  CHECK(nobody.complaints() == "");
}

TEST_CASE("a party that nobody listed, one named twice and a misspelt key are told") {
  CHECK(complaints("{decides: [birne], insurer: Northgate IT}") ==
        R"(inventory.yaml:5:22: error: `birne` is not a key under `parties` [unknown-party]
   5 | incident: {decides: [birne], insurer: Northgate IT}
                            ^
       hint: did you mean `byrne`?
inventory.yaml:5:39: error: `Northgate IT` is not a key under `parties` [unknown-party]
   5 | incident: {decides: [birne], insurer: Northgate IT}
                                             ^
       hint: write `us`
)");
  CHECK(complaints("{calls: [us, us]}") == R"(inventory.yaml:5:24: error: `us` is already in this list [repeated-key]
   5 | incident: {calls: [us, us]}
                              ^
       hint: remove one of the two
)");
  CHECK(complaints("{call: us}") == R"(inventory.yaml:5:12: error: `call` is not a key this file can have [unknown-key]
   5 | incident: {call: us}
                  ^
       hint: did you mean `calls`?
)");
}

TEST_CASE("a party has the number that it asks for") {
  Desk desk;
  const auto& inventory = desk.inventory(
      "candor: 1\nclient: {name: A}\nparties: {cover: {kind: third_party, name: B, reference: QD-471}}\n"
      "assessed: {date: 2026-11-12, by: C}\n");
  REQUIRE(desk.complaints() == "");
  CHECK(inventory.parties[0].reference == "QD-471");
}
