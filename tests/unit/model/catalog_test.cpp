#include <doctest/doctest.h>

#include <initializer_list>
#include <string_view>

#include "candor/model/catalog.hpp"

using namespace candor;

namespace {

Catalog with(std::initializer_list<std::string_view> addresses) {
  Catalog catalog;
  for (const auto address : addresses) catalog.facts.emplace_back().address = address;
  return catalog;
}

}  // namespace

TEST_CASE("a fact is found by its whole address and by nothing near it") {
  const auto catalog = with({"backup.away", "backup.restored", "mfa.cloud_accounts"});
  CHECK(catalog.find("backup.away") == FactId{0});
  CHECK(catalog.find("mfa.cloud_accounts") == FactId{2});
  CHECK_FALSE(catalog.find("backup").has_value());
  CHECK_FALSE(catalog.find("backup.awa").has_value());
  CHECK_FALSE(catalog.find("backup.away2").has_value());
  CHECK_FALSE(catalog.find("").has_value());
  CHECK_FALSE(Catalog{}.find("backup.away").has_value());
}

TEST_CASE("an area is all facts before the same dot") {
  const auto catalog = with({"backup.away", "backup.restored", "backups.odd", "mfa.cloud_accounts"});
  CHECK(catalog.area("backup") == std::vector<FactId>{0, 1});
  CHECK(catalog.area("mfa") == std::vector<FactId>{3});
  CHECK(catalog.area("backup.away").empty());
  CHECK(catalog.has_area("backups"));
  CHECK_FALSE(catalog.has_area("back"));
}

TEST_CASE("a fact is found by its role, and facts without one by none") {
  auto catalog = with({"backup.away", "backup.restored"});
  CHECK_FALSE(catalog.find(Role::CopyRestored).has_value());
  catalog.facts[1].role = Role::CopyRestored;
  CHECK(catalog.find(Role::CopyRestored) == FactId{1});
  CHECK_FALSE(catalog.find(Role::None).has_value());
}

TEST_CASE("an address is its area, a dot and its name") {
  Fact fact;
  fact.address = "mfa.cloud_accounts";
  CHECK(fact.area() == "mfa");
  CHECK(fact.name() == "cloud_accounts");
}

TEST_CASE("types are named as the catalog writes them") {
  std::string names;
  for (const auto type : {Type::Coverage, Type::YesNo, Type::Date, Type::Event, Type::Duration, Type::Number,
                          Type::Choice, Type::Text, Type::Version, Type::Records}) {
    names += name(type);
    names += ' ';
  }
  CHECK(names == "coverage yes_no date event duration number choice text version records ");
}
