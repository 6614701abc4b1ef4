#include "candor/text/date.hpp"

#include <doctest/doctest.h>

namespace candor {
namespace {

Date day(std::string_view text) { return *parse_date(text); }

TEST_CASE("a date is read only as year, month and day of a day that exists") {
  CHECK(to_iso(day("2026-11-09")) == "2026-11-09");
  CHECK(to_iso(day("2024-02-29")) == "2024-02-29");
  CHECK(to_iso(day("1900-01-01")) == "1900-01-01");
  CHECK(to_iso(day("9999-12-31")) == "9999-12-31");
  for (const auto* wrong :
       {"2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-00", "1899-12-31", "2026-1-9", "26-11-09",
        "2026/11/09", "2026-11-09 ", " 2026-11-09", "09-11-2026", "2026-11-0a", "+026-11-09", "", "2026-11-091"})
    CHECK_MESSAGE(!parse_date(wrong), wrong);
}

TEST_CASE("a date is told in words without leading zeros") {
  CHECK(to_words(day("2026-11-09")) == "9 November 2026");
  CHECK(to_words(day("2027-01-31")) == "31 January 2027");
}

TEST_CASE("a date is told without its year where the other day is of that year") {
  CHECK(to_words_in_year_of(day("2026-11-21"), day("2026-11-27")) == "27 November");
  CHECK(to_words_in_year_of(day("2026-11-21"), day("2026-01-01")) == "1 January");
  CHECK(to_words_in_year_of(day("2026-12-31"), day("2027-01-01")) == "1 January 2027");
  CHECK(to_words_in_year_of(day("2026-01-01"), day("2025-12-31")) == "31 December 2025");
}

TEST_CASE("adding months keeps the day or stops at the month's end") {
  CHECK(to_iso(plus_months(day("2026-08-31"), 6)) == "2027-02-28");
  CHECK(to_iso(plus_months(day("2027-08-31"), 6)) == "2028-02-29");
  CHECK(to_iso(plus_months(day("2026-11-21"), 12)) == "2027-11-21");
  CHECK(to_iso(plus_months(day("2024-02-29"), 12)) == "2025-02-28");
  CHECK(to_iso(plus_months(day("2026-03-31"), -1)) == "2026-02-28");
  CHECK(to_iso(plus_months(day("2026-12-15"), 1)) == "2027-01-15");
}

TEST_CASE("days are counted over the ends of months and years") {
  CHECK(to_iso(plus_days(day("2026-12-31"), 1)) == "2027-01-01");
  CHECK(to_iso(plus_days(day("2026-03-01"), -1)) == "2026-02-28");
  CHECK(days_between(day("2026-11-21"), day("2026-11-29")) == 8);
  CHECK(days_between(day("2026-11-21"), day("2026-11-20")) == -1);
  CHECK(days_between(day("2024-01-01"), day("2025-01-01")) == 366);
}

}  // namespace
}  // namespace candor
