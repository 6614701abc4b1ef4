#include "import/price.hpp"

#include <string>

#include <doctest/doctest.h>

#include "import/day.hpp"

using namespace candor;

namespace {

std::string amount(std::optional<Money> money) { return money ? std::to_string(money->hundredths) : "nothing"; }

/// `450.00 once`, in hundredths.
std::string said(std::string_view text, const Price& of_row = {}) {
  const auto price = parse_price(text, of_row, "EUR");
  if (!price) return "nothing";
  if (price->included) return "included";
  std::string told;
  if (price->once) told += amount(price->once) + " once ";
  if (price->running) told += amount(price->running) + (price->per == Price::Per::Month ? " a month" : " a year");
  return told;
}

std::string day(std::string text, std::optional<DayOrder> order = std::nullopt) {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto file = sources.add("plan.csv", text);
  const auto date = read_day({text, {file, 1, 1}}, order, diagnostics);
  return date ? to_iso(*date) : diagnostics.all().front().message + "; " + diagnostics.all().front().hint;
}

}  // namespace

TEST_CASE("an amount is digits with a dot or a comma before the hundredths") {
  CHECK(amount(parse_amount("450", "EUR")) == "45000");
  CHECK(amount(parse_amount("12.5", "EUR")) == "1250");
  CHECK(amount(parse_amount("12,50", "EUR")) == "1250");
  CHECK(amount(parse_amount("£450", "GBP")) == "45000");
  CHECK(amount(parse_amount(" 450 € ", "EUR")) == "45000");
  CHECK(amount(parse_amount("EUR 450", "EUR")) == "45000");
  for (const auto* text :
       {"", "x", "1,200", "1.200", "1.200,50", "-5", "450.", "1e3", "12.505", "USD 5", "1234567890123"})
    CHECK(amount(parse_amount(text, "EUR")) == "nothing");
}

TEST_CASE("a price says how often it is paid") {
  CHECK(said("450 once") == "45000 once ");
  CHECK(said("40 a month") == "4000 a month");
  CHECK(said("40 per month") == "4000 a month");
  CHECK(said("40/month") == "4000 a month");
  CHECK(said("€480 a Year") == "48000 a year");
  CHECK(said("450 once, then 40 a month") == "45000 once 4000 a month");
  CHECK(said("450 once and 40,50 a month") == "45000 once 4050 a month");
  CHECK(said("450 once + 40 a month") == "45000 once 4000 a month");
  CHECK(said("Included") == "included");
  for (const auto* text :
       {"450", "about 450 once", "450 once, 40", "40 a month, 480 a year", "450 once, 3 once", "?", "1,200 once"})
    CHECK(said(text) == "nothing");
}

TEST_CASE("a bare amount means what the row's own price is") {
  const Price once{.included = false, .once = Money{100}, .running = std::nullopt, .per = Price::Per::None};
  const Price monthly{.included = false, .once = std::nullopt, .running = Money{100}, .per = Price::Per::Month};
  const Price both{.included = false, .once = Money{100}, .running = Money{100}, .per = Price::Per::Year};
  CHECK(said("400", once) == "40000 once ");
  CHECK(said("35", monthly) == "3500 a month");
  CHECK(said("35", both) == "nothing");
}

TEST_CASE("a day is read as spreadsheets rewrite it, and its order is never guessed") {
  CHECK(day("2026-11-28") == "2026-11-28");
  CHECK(day("28.11.2026") == "2026-11-28");
  CHECK(day("5.1.2026") == "2026-01-05");
  CHECK(day("28/11/2026", DayOrder::DayFirst) == "2026-11-28");
  CHECK(day("11/28/2026", DayOrder::MonthFirst) == "2026-11-28");
  CHECK(day("28/11/2026") == "2026-11-28");
  CHECK(day("12/11/2026") ==
        "`12/11/2026` does not say which is the day and which the month; say it with --dates day-first or --dates "
        "month-first, or write `2026-11-28`");
  CHECK(day("28/11/2026", DayOrder::MonthFirst) ==
        "`28/11/2026` is not a day that exists; write year, month and day, as in `2026-11-28`");
  for (const auto* text :
       {"28/11/26", "28/11.2026", "next week", "2026-02-30", "28 Nov 2026", "1/2/3/2026", "111/1/2026"})
    CHECK(day(text) == "`" + std::string{text} + "` is not a date; write year, month and day, as in `2026-11-28`");
}
