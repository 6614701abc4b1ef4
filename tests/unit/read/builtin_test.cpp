#include <doctest/doctest.h>

#include <string>

#include "candor/read/builtin.hpp"
#include "candor/read/read.hpp"

using namespace candor;

namespace {

struct Builtin {
  Sources sources;
  Diagnostics diagnostics{sources};
  Catalog catalog = read_catalog(builtin_catalog(sources), diagnostics);
};

}  // namespace

TEST_CASE("the built-in catalog reads without a complaint") {
  const Builtin builtin;
  CHECK(builtin.diagnostics.to_text() == "");
  CHECK(builtin.catalog.find("mfa.cloud_accounts").has_value());
}

TEST_CASE("every role is some fact's in the built-in catalog") {
  const Builtin builtin;
  for (const auto role : {Role::CopyEvery, Role::CopyLastGood, Role::CopyAway, Role::CopyRestored, Role::InCharge})
    CHECK(builtin.catalog.find(role).has_value());
}

TEST_CASE("every built-in profile reads without a complaint, the default first") {
  Builtin builtin;
  REQUIRE(builtin_profiles().front() == default_profile);
  for (const auto id : builtin_profiles()) {
    const auto tree = builtin_profile(id, builtin.sources);
    REQUIRE(tree.has_value());
    const auto profile = read_profile(*tree, builtin.catalog, nullptr, builtin.diagnostics);
    CHECK(builtin.diagnostics.to_text() == "");
    CHECK(profile.id == id);
  }
}

TEST_CASE("the default standard has 29 controls, 11 of them gates") {
  Builtin builtin;
  const auto profile =
      read_profile(*builtin_profile(default_profile, builtin.sources), builtin.catalog, nullptr, builtin.diagnostics);
  CHECK(profile.controls.size() == 29);
  std::string gates;
  for (const auto& control : profile.controls)
    if (control.minimum) gates += control.id + "\n";
  CHECK(gates ==
        "mfa.cloud\nmfa.remote\nmfa.admin\npatch.critical\nsoftware.supported\nvuln.log4j\nvuln.kev\nexposure.admin\n"
        "backup.automated\nbackup.isolated\nbackup.tested\n");
}

TEST_CASE("a profile nobody built in is not found") {
  Sources sources;
  CHECK_FALSE(builtin_profile("maximum-standard", sources).has_value());
  CHECK(sources.size() == 0);
}

TEST_CASE("a place in a built-in file has the file's name and line") {
  Builtin builtin;
  const auto& fact = builtin.catalog.facts.front();
  CHECK(builtin.sources.at(fact.place.file).name == "profiles/catalog.yaml");
  CHECK(fact.place.line > 1);
}
