#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace candor;
using namespace candor::test;

namespace {

Version version(std::string_view text) { return *Version::parse(text); }

enum : std::uint16_t { where, number, product };
constexpr std::uint16_t core = 0;
constexpr std::uint16_t api_alone = 1;

/// The floor of vuln.log4j: everything looked at, and every copy fixed on its own line or the
/// part of Log4j that was never affected.
struct Log4j : World {
  FactId looked_at = fact("log4j.looked_at", Type::Coverage);
  FactId found = fact("log4j.found", Type::Records);
  Log4j() {
    catalog.facts[found].fields = {{"where", Type::Text, true, {}},
                                   {"version", Type::Version, false, {}},
                                   {"product", Type::Choice, false, {"log4j-core", "log4j-api"}}};
    auto fixed = field_test(Condition::Test::Fixed, number);
    fixed.fixed = {version("2.17.1"), version("2.12.4"), version("2.3.2")};
    const auto not_affected = field_test(Condition::Test::Is, product, {Value{Choice{api_alone}}});
    gate("vuln.log4j", {all_of(looked_at), every(found, {group(Condition::Test::Any, {fixed, not_affected})})});
  }
  static Record copy(std::string place, FieldValue seen, FieldValue kind = Choice{core}) {
    return {{Text{std::move(place)}, std::move(seen), std::move(kind)}, {}};
  }
  void told_records(std::vector<Record> records, std::string part = {}) {
    told(found, Records{std::move(records)}, std::move(part));
  }
  [[nodiscard]] Finding finding(std::string_view date = "2026-11-21") const { return assessed_on(date).findings[0]; }
};

bool is_safe(std::string_view text) {
  Log4j world;
  world.told(world.looked_at, of(1, 1));
  world.told_records({Log4j::copy("Phone system", version(text))});
  return world.finding().outcome == Outcome::Met;
}

}  // namespace

TEST_CASE("Log4j is fixed on its own line: a higher number alone is not enough") {
  CHECK(is_safe("2.17.1"));
  CHECK(is_safe("2.25.4"));
  CHECK(is_safe("2.12.4"));
  CHECK(is_safe("2.12.5"));
  CHECK(is_safe("2.3.2"));
  CHECK_FALSE(is_safe("2.17.0"));
  CHECK_FALSE(is_safe("2.13.0"));
  CHECK_FALSE(is_safe("2.14.1"));
  CHECK_FALSE(is_safe("2.12.3"));
  CHECK_FALSE(is_safe("2.4"));
  CHECK_FALSE(is_safe("2.3.1"));
  CHECK_FALSE(is_safe("2.0-beta9"));
  CHECK_FALSE(is_safe("2.17.1-rc1"));
}

TEST_CASE("Log4j 1 has no fix: its maker ended it") {
  CHECK_FALSE(is_safe("1.2.17"));
  CHECK_FALSE(is_safe("1.2"));
}

TEST_CASE("the part of Log4j that was never affected is no gap") {
  Log4j world;
  world.told(world.looked_at, of(1, 1));
  world.told_records({Log4j::copy("Phone system", version("2.14.0"), Choice{api_alone})});
  CHECK(world.finding().outcome == Outcome::Met);
}

TEST_CASE("a copy without a version is not known") {
  Log4j world;
  world.told(world.looked_at, of(1, 1));
  world.told_records({Log4j::copy("Phone system", Unknown{})});
  const auto finding = world.finding();
  CHECK(finding.outcome == Outcome::Unknown);
  CHECK(finding.checks[1].unclear_records == std::vector<std::size_t>{0});
}

TEST_CASE("a scan that looked at nothing is not a clean scan") {
  Log4j world;
  world.told_records({});
  CHECK(world.finding().outcome == Outcome::Unknown);
  world.told(world.looked_at, of(0, 3, 3));
  CHECK(world.finding().outcome == Outcome::Unknown);
}

TEST_CASE("a clean Log4j scan 13 months old knows no more than one never made") {
  Log4j scanned;
  scanned.told(scanned.looked_at, of(6, 6), {}, "2025-10-21");
  scanned.told(scanned.found, Records{}, {}, "2025-10-21");
  Log4j never;
  CHECK(shown(scanned.finding().interval) == "0..1000000 proved 0");
  CHECK(shown(never.finding().interval) == "0..1000000 proved 0");
  CHECK(scanned.finding().aged.size() == 2);
}

TEST_CASE("records are united and a part's new list replaces that part's records only") {
  Log4j world;
  world.told(world.looked_at, of(2, 2));
  world.told(world.found, Records{{Log4j::copy("Phone", version("2.14.1"))}}, "Phone", "2026-10-01");
  world.told(world.found, Records{{Log4j::copy("Stock", version("2.14.1"))}}, "Stock", "2026-10-01");
  world.shown(world.found, Records{}, Kind::Export, "Phone", "2026-11-01");
  const auto finding = world.finding();
  REQUIRE(finding.checks[1].records.size() == 1);
  CHECK(std::get<Text>(finding.checks[1].records[0].fields[where]).text == "Stock");
  CHECK(finding.outcome == Outcome::NotMet);
}

TEST_CASE("an unsupported computer that is cut off from the internet meets the floor") {
  World world;
  const auto looked_at = world.fact("software.looked_at", Type::Coverage);
  const auto unsupported = world.fact("software.unsupported", Type::Records);
  world.catalog.facts[unsupported].fields = {{"where", Type::Text, true, {}}, {"internet", Type::YesNo, false, {}}};
  world.gate("software.supported", {all_of(looked_at), every(unsupported, {field_test(Condition::Test::Is, 1, {no})})});
  world.told(looked_at, of(11, 11));
  world.told(unsupported, Records{{Record{{Text{"Imaging PC"}, false}, {}}}});
  CHECK(world.assessed().findings[0].outcome == Outcome::Met);
  world.inventory.statements[1].value = Records{{Record{{Text{"Imaging PC"}, true}, {}}}};
  CHECK(world.assessed().findings[0].outcome == Outcome::NotMet);
  world.inventory.statements[1].value = Records{{Record{{Text{"Imaging PC"}, Unknown{}}, {}}}};
  CHECK(world.assessed().findings[0].outcome == Outcome::Unknown);
}

TEST_CASE("a known flaw is a gap from the day after it was due") {
  World world;
  const auto open = world.fact("kev.open", Type::Records);
  world.catalog.facts[open].fields = {{"where", Type::Text, true, {}}, {"due", Type::Date, false, {}}};
  world.gate("vuln.kev", {every(open, {field_test(Condition::Test::NotPassed, 1)})});
  world.told(open, Records{{Record{{Text{"Server"}, day("2026-11-21")}, {}}}});
  CHECK(world.assessed_on("2026-11-21").findings[0].outcome == Outcome::Met);
  CHECK(world.assessed_on("2026-11-22").findings[0].outcome == Outcome::NotMet);
}

TEST_CASE("a list is proved only when every record in it is shown") {
  Log4j world;
  world.shown(world.looked_at, of(2, 2), Kind::Seen);
  world.shown(world.found, Records{}, Kind::Seen, {}, "2026-10-01");
  world.told_records({Log4j::copy("Phone", version("2.17.1"))});
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 0");
  world.shown(world.found, Records{{Log4j::copy("Phone", version("2.17.1"))}}, Kind::Seen);
  CHECK(shown(world.finding().interval) == "1000000..1000000 proved 1000000");
}
