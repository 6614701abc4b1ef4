#include "import/day.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace candor;

namespace {

/// The day, or why there is none.
std::string find(std::string_view text, std::optional<DayOrder> order = {}) {
  const auto found = find_day_in(text, order);
  if (found.day) return to_iso(*found.day);
  return found.needs_order ? "needs an order" : found.exists ? "no day" : "does not exist";
}

}  // namespace

TEST_CASE("a day is found however a console writes it, and a time behind it does not move it") {
  for (const auto* text : {"2026-11-21", "2026-11-21T19:26:51.894Z", "2026-11-21 19:31", "2026/11/21 7:31:52 PM",
                           "2026-11-21 07:31 AM +01:00", "21.11.2026", "21.11.2026 10:00", "21-Nov-2026",
                           "21 November 2026 10:00:00", "Nov 21, 2026, 10:00 AM", "november 21 2026"})
    CHECK_MESSAGE(find(text) == "2026-11-21", text);
  CHECK(find("2026-11-21T23:30:00-02:00") == "2026-11-22");
  CHECK(find("7/11/2026 1:05:49 PM", DayOrder::MonthFirst) == "2026-07-11");
  CHECK(find("7/11/2026 1:05:49 PM", DayOrder::DayFirst) == "2026-11-07");
  CHECK(find("07-11-2026", DayOrder::DayFirst) == "2026-11-07");
}

TEST_CASE("an order is needed where two numbers could be the month, and must be one that can be") {
  CHECK(find("12/11/2026") == "needs an order");
  CHECK(find("28/11/2026 10:00", DayOrder::MonthFirst) == "does not exist");
  CHECK(find("31.02.2026") == "does not exist");
}

TEST_CASE("a number over 12 is no month, so a day with one needs no order") {
  CHECK(find("28/11/2026") == "2026-11-28");
  CHECK(find("11/28/2026 10:00") == "2026-11-28");
  CHECK(find("28-11-2026", DayOrder::MonthFirst) == "does not exist");
  CHECK(find("13/13/2026") == "does not exist");
}

TEST_CASE("what only looks like a day is none") {
  for (const auto* text : {"",
                           " ",
                           "Never",
                           "0001-01-01T00:00:00Z",
                           "2026-11",
                           "11/2026",
                           "21/11/26",
                           "2026-11-21x",
                           "2026-11-211",
                           "21/11/2026 or so",
                           "21/11/2026 10:00 by Ann O'Brien",
                           "Nov 2026",
                           "Nov 41, 2026",
                           "Now 21, 2026",
                           "20261121",
                           "1.2.3",
                           "1-2/2026",
                           "12345678901/1/2026",
                           "Nov",
                           "21",
                           "2026-11-21 :<script>"})
    CHECK_MESSAGE(find(text, DayOrder::DayFirst) == "no day", text);
}
