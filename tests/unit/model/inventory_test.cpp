#include "candor/model/inventory.hpp"

#include <doctest/doctest.h>

using namespace candor;

TEST_CASE("a monthly price is paid twelve times a year") {
  CHECK(Price{false, {}, Money{4000}, Price::Per::Month}.a_year() == Money{48000});
  CHECK(Price{false, {}, Money{54000}, Price::Per::Year}.a_year() == Money{54000});
  CHECK(Price{false, Money{45000}, {}, Price::Per::None}.a_year() == std::nullopt);
}

TEST_CASE("no price is not a price of nothing") {
  CHECK_FALSE(Price{}.is_known());
  CHECK(Price{true, {}, {}, Price::Per::None}.is_known());
  CHECK(Price{false, Money{0}, {}, Price::Per::None}.is_known());
}

TEST_CASE("a party is found by its key, and others are called as they were named") {
  Inventory inventory;
  Party soft;
  soft.key = "soft";
  soft.name = "Practice software supplier";
  inventory.parties = {soft};
  REQUIRE(inventory.find_party("soft"));
  CHECK(inventory.find_party("soft")->name == "Practice software supplier");
  CHECK(inventory.find_party("hard") == nullptr);
  CHECK(inventory.name_of("soft") == "Practice software supplier");
  CHECK(inventory.name_of("D. Keane") == "D. Keane");
}

TEST_CASE("the words of an inventory have one spelling") {
  CHECK(name(Kind::Told) == "told");
  CHECK(name(Kind::Seen) == "seen");
  CHECK(name(Kind::Document) == "document");
  CHECK(name(Kind::Export) == "export");
  CHECK(name(Kind::Test) == "test");
  CHECK(name(OpenQuestion::Because::NotLooked) == "not_looked");
  CHECK(name(OpenQuestion::Because::Refused) == "refused");
  CHECK(name(Decline::Cause::Supplier) == "supplier");
  CHECK(name(PartyKind::ThirdParty) == "third_party");
}
