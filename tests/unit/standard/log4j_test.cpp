#include <doctest/doctest.h>

#include <string>

#include "candor/assess/assess.hpp"
#include "candor/read/builtin.hpp"
#include "candor/read/read.hpp"

using namespace candor;

/// The built-in standard on Log4j, from the file a technician writes to the outcome.
namespace {

Outcome outcome_of_records(const std::string& found) {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto catalog = read_catalog(builtin_catalog(sources), diagnostics);
  const auto profile = read_profile(*builtin_profile(default_profile, sources), catalog, nullptr, diagnostics);
  const auto file = sources.add("inventory.yaml",
                                "candor: 1\nclient: {name: Quayside}\nassessed: {date: 2026-11-09, by: J. Marsh}\n"
                                "facts:\n  log4j: {looked_at: 3 of 3, found: " +
                                    found + "}\n");
  const auto tree = yaml::parse(sources, file, diagnostics);
  REQUIRE(tree);
  const auto today = *parse_date("2026-11-21");
  const auto inventory = read_inventory(*tree, {catalog, profile, today}, diagnostics);
  REQUIRE(diagnostics.to_text() == "");
  return assess(catalog, profile, inventory, today).findings[*profile.find("vuln.log4j")].outcome;
}

}  // namespace

TEST_CASE("a record without a product is taken for the part that has the flaw") {
  CHECK(outcome_of_records("[{where: Phone system, version: 2.14.1}]") == Outcome::NotMet);
  CHECK(outcome_of_records("[{where: Phone system, version: 2.17.1}]") == Outcome::Met);
  CHECK(outcome_of_records("[{where: Phone system, version: 1.2.17}]") == Outcome::NotMet);
}

TEST_CASE("Log4j 1 is missing with or without its version") {
  CHECK(outcome_of_records("[{where: Old server, product: log4j-1}]") == Outcome::NotMet);
  CHECK(outcome_of_records("[{where: Old server, product: log4j-1, version: 1.2.17}]") == Outcome::NotMet);
}

TEST_CASE("no workaround stands in for the update") {
  for (const auto* done : {"nothing", "class_removed", "lookups_off", "filter", "isolated"}) {
    CAPTURE(done);
    CHECK(outcome_of_records("[{where: Phone system, version: 2.14.1, done: " + std::string(done) + "}]") ==
          Outcome::NotMet);
    CHECK(outcome_of_records("[{where: Phone system, version: 2.12.4, done: " + std::string(done) + "}]") ==
          Outcome::Met);
  }
}

TEST_CASE("the harmless part alone is no gap, an unknown product or version is not known") {
  CHECK(outcome_of_records("[{where: Phone system, version: 2.14.1, product: log4j-api}]") == Outcome::Met);
  CHECK(outcome_of_records("[{where: Phone system, version: 2.14.1, product: unknown}]") == Outcome::Unknown);
  CHECK(outcome_of_records("[{where: Phone system}]") == Outcome::Unknown);
  CHECK(outcome_of_records("none") == Outcome::Met);
}
