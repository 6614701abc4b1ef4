#include "import/moment.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace candor;

namespace {

std::string day(std::string_view text) {
  const auto found = day_of_time(text);
  return found ? to_iso(*found) : "none";
}

std::string day(std::int64_t seconds) {
  const auto found = day_of_seconds(seconds);
  return found ? to_iso(*found) : "none";
}

}  // namespace

TEST_CASE("a time is read as programs write it") {
  for (const auto* text :
       {"2026-11-21", "2026-11-21T19:26:51Z", "2026-11-21T19:26:51.894331Z", "2026-11-21T19:26:51z", "2026-11-21 19:26",
        "2026-11-21 19:26:51", "2026-11-21T19:26:51+00:00", "2026-11-21 19:31:52+0000", "2026-11-21 19:26:51 UTC",
        "2026-11-21 19:26:51.5 +0000 UTC", "2026/11/21 19:26:51", "2026/11/21"})
    CHECK(day(text) == "2026-11-21");
}

TEST_CASE("a time with its zone falls on the day that it is in UTC; one without stands as it is written") {
  CHECK(day("2026-11-21T23:59:59") == "2026-11-21");
  CHECK(day("2026-11-21T23:30:00-01:00") == "2026-11-22");
  CHECK(day("2026-11-21T00:30:00+01:00") == "2026-11-20");
  CHECK(day("2026-12-31T20:00:00-0500") == "2027-01-01");
  CHECK(day("2024-03-01T00:15:00+05:45") == "2024-02-29");
  CHECK(day("2016-12-31T23:59:60Z") == "2017-01-01");
}

TEST_CASE("what is no time is none, and so is what programs write for never") {
  for (const auto* text : {"",
                           "2026",
                           "2026-11",
                           "2026-11-2",
                           "2026-13-01",
                           "2026-02-30",
                           "21/11/2026",
                           "11/21/2026",
                           "2026-11-21X",
                           "2026-11-21T",
                           "2026-11-21T19",
                           "2026-11-21T24:00:00Z",
                           "2026-11-21T19:60",
                           "2026-11-21T19:26:61",
                           "2026-11-21T-1:26",
                           "2026-11-21T19:26:51+",
                           "2026-11-21T19:26:51+19:00",
                           "2026-11-21T19:26:51+01:60",
                           "2026-11-21T19:26:51 CEST",
                           "2026-11-21T19:26:51Z Z",
                           " 2026-11-21",
                           "2026/11-21",
                           "0001-01-01T00:00:00Z",
                           "1899-12-31",
                           "Never logged in"})
    CHECK(day(text) == "none");
}

TEST_CASE("a time that its zone moves out of the years that are read is none") {
  CHECK(day("9999-12-31T23:00:00-02:00") == "none");
  CHECK(day("1900-01-01T00:00:00+01:00") == "none");
}

TEST_CASE("where a time has no zone, tomorrow may have begun already; where it has one, tomorrow is still to come") {
  const auto friday = *parse_date("2026-11-20");
  const auto local = [&](std::string_view text) { return to_iso(*day_of_local_time(text, friday)); };
  CHECK(local("2026-11-21 06:10:00") == "2026-11-20");
  CHECK(local("2026-11-21T06:10:00.123") == "2026-11-20");
  CHECK(local("2026-11-21T06:10:00Z") == "2026-11-21");
  CHECK(local("2026-11-21T06:10:00-05:00") == "2026-11-21");
  CHECK(local("2026-11-21 06:10:00 UTC") == "2026-11-21");
  CHECK(local("2026-11-21") == "2026-11-21");
  CHECK(local("2026-11-22 06:10:00") == "2026-11-22");
  CHECK(local("2026-11-19 06:10:00") == "2026-11-19");
  CHECK(!day_of_local_time("soon", friday));
}

TEST_CASE("seconds since 1970 are a day in UTC") {
  CHECK(day(0) == "1970-01-01");
  CHECK(day(1795285611) == "2026-11-21");
  CHECK(day(253'402'300'799) == "9999-12-31");
  CHECK(day(253'402'300'800) == "none");
  CHECK(day(-1) == "none");
  CHECK(day(1'795'285'611'000) == "none");  // thousandths of a second
}
