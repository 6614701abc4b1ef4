#include "candor/model/value.hpp"

#include <doctest/doctest.h>

#include "candor/model/catalog.hpp"

using namespace candor;

namespace {

using Unit = Duration::Unit;

Date day(int year, unsigned month, unsigned of_month) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

Version version(std::string_view text) {
  const auto parsed = Version::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

}  // namespace

TEST_CASE("lengths of time are compared by days, whatever their unit") {
  CHECK(Duration{180, Unit::Days, false} == Duration{6, Unit::Months, false});
  CHECK(Duration{12, Unit::Months, false} == Duration{1, Unit::Years, false});
  CHECK(Duration{7, Unit::Days, false} == Duration{1, Unit::Weeks, false});
  CHECK(Duration{24, Unit::Hours, false} == Duration{1, Unit::Days, false});
  CHECK(Duration{60, Unit::Minutes, false} == Duration{1, Unit::Hours, false});
  CHECK(Duration{179, Unit::Days, false} < Duration{6, Unit::Months, false});
}

TEST_CASE("never is longer than any length of time") {
  CHECK(Duration{999'999, Unit::Years, false} < Duration{.never = true});
  CHECK(Duration{.never = true} == Duration{.never = true});
}

TEST_CASE("a length of time is told as one writes it") {
  CHECK(to_text(Duration{1, Unit::Days, false}) == "1 day");
  CHECK(to_text(Duration{6, Unit::Months, false}) == "6 months");
  CHECK(to_text(Duration{0, Unit::Days, false}) == "same day");
  CHECK(to_text(Duration{0, Unit::Minutes, false}) == "0 minutes");
  CHECK(to_text(Duration{.never = true}) == "never");
}

TEST_CASE("versions are compared number by number, a missing one being 0") {
  CHECK(version("2.17.1") > version("2.17.0"));
  CHECK(version("2.9") < version("2.17"));
  CHECK(version("2.17") == version("2.17.0"));
  CHECK(version("v2.17") == version("2.17"));
  CHECK(version("3") > version("2.99.99"));
}

TEST_CASE("what comes before a release sorts before it") {
  CHECK(version("2.0-beta9") < version("2.0"));
  CHECK(version("2.0-alpha1") < version("2.0-beta9"));
  CHECK(version("2.0-beta9") < version("2.0-beta10"));
  CHECK(version("2.0-rc1") > version("2.0-beta10"));
  CHECK(version("2.0rc1") == version("2.0-RC1"));
  CHECK(version("2.15.0-SNAPSHOT") < version("2.15.0"));
  CHECK(version("2.0.0-m3") < version("2.0.0-rc1"));
  CHECK(version("2.0-beta9") > version("1.9"));
}

TEST_CASE("a tail that is no pre-release is ignored") {
  CHECK(version("2.17.1.Final") == version("2.17.1"));
  CHECK(version("1.2.17-redhat-00008") == version("1.2.17"));
  CHECK(version("2.17.1-1~deb11u1") == version("2.17.1"));
  CHECK(version("2.17.1.Final").pre_release.empty());
}

TEST_CASE("what does not tell all its numbers is no version") {
  for (const auto* text :
       {"", "latest", "2.17.x", "2.X", "> 2.17.1", "2.17.1 or later", "beta9", "2..1", "2.", "1.99999999999999999999"})
    CHECK_MESSAGE(!Version::parse(text), text);
}

TEST_CASE("every value is told as one writes it") {
  Fact any;
  any.choices = {"none", "other_account"};
  any.scopes = {"one_file", "whole_system"};
  any.fields = std::vector<Field>(2);
  any.fields[0].name = "where";
  any.fields[1].name = "version";
  CHECK(to_text(Unknown{}, any) == "unknown");
  CHECK(to_text(Coverage{.has = 38, .of = 42}, any) == "38 of 42");
  CHECK(to_text(Coverage{.has = 30, .of = 42, .unknown = 11}, any) == "30 of 42 (11 unknown)");
  CHECK(to_text(Coverage{.said = Coverage::Said::All}, any) == "all");
  CHECK(to_text(Coverage{.said = Coverage::Said::None}, any) == "none");
  CHECK(to_text(true, any) == "yes");
  CHECK(to_text(false, any) == "no");
  CHECK(to_text(day(2026, 9, 30), any) == "2026-09-30");
  CHECK(to_text(std::int64_t{12}, any) == "12");
  CHECK(to_text(Choice{1}, any) == "other_account");
  CHECK(to_text(Text{"R. Holt"}, any) == "R. Holt");
  CHECK(to_text(Text{}, any) == "nobody");
  CHECK(to_text(version("2.0-beta9"), any) == "2.0-beta9");
  CHECK(to_text(Event{}, any) == "never");
  CHECK(to_text(Event{day(2026, 9, 30), {}, {}, {}}, any) == "2026-09-30");
  CHECK(to_text(Event{day(2026, 9, 30), true, std::uint16_t{1}, Duration{3, Unit::Hours, false}}, any) ==
        "{date: 2026-09-30, worked: yes, scope: whole_system, took: 3 hours}");
  CHECK(to_text(Records{}, any) == "none");
  CHECK(to_text(Records{{{{Text{"Phone system"}, version("2.14.1")}, {}}, {{Text{"Stock system"}, Unknown{}}, {}}}},
                any) == "[{where: Phone system, version: 2.14.1}, {where: Stock system}]");
}
