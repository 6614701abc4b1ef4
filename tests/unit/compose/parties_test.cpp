#include "compose/parties.hpp"

#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::wording;

TEST_CASE("the provider is we, the client you, all others have a name") {
  const auto inventory = fixture::practice();
  const auto who = [&](std::vector<std::string> parties) { return subject(sides_of(inventory, parties)); };
  CHECK(who({"us"}) == "we");
  CHECK(who({"provider"}) == "we");
  CHECK(who({"lowe"}) == "you (Dr S. Lowe)");
  CHECK(who({"client"}) == "you");
  CHECK(who({"shared"}) == "you and we");
  CHECK(who({"soft"}) == "Soft Ltd");
  CHECK(who({"Harbour Ltd"}) == "Harbour Ltd");
  CHECK(who({""}) == "nobody yet");
  CHECK(who({"us", "soft", "soft"}) == "we and Soft Ltd");
}

TEST_CASE("a duty says who must act, and never leaves a hole") {
  const auto inventory = fixture::practice();
  const auto must = [&](std::vector<std::string> parties) { return duty(sides_of(inventory, parties), "do this"); };
  CHECK(must({"us"}) == "We will do this.");
  CHECK(must({"lowe"}) == "You need to do this (Dr S. Lowe).");
  CHECK(must({"shared"}) == "You and we need to do this together.");
  CHECK(must({"soft"}) == "Soft Ltd. You or we need to ask them.");
  CHECK(must({"us", "soft"}) == "We will do this with Soft Ltd.");
  CHECK(must({"client", "soft"}) == "You need to do this with Soft Ltd.");
  CHECK(must({"shared", "soft"}) == "You and we need to do this together, with Soft Ltd.");
  CHECK(must({}) == "Nobody has this job yet.");
}

TEST_CASE("a name nobody wrote down is someone") {
  const auto inventory = fixture::practice();
  CHECK(name(inventory, "lowe") == "Dr S. Lowe");
  CHECK(name(inventory, "A. Obi") == "A. Obi");
  CHECK(name(inventory, "unknown") == "someone");
  CHECK(name(inventory, "") == "someone");
}
