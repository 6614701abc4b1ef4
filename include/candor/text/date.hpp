#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace candor {

using Date = std::chrono::year_month_day;

/// Reads `2026-11-09`, a day that exists, years 1900 to 9999. Nothing else.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// `2026-11-09`
[[nodiscard]] std::string to_iso(Date date);

/// `9 November 2026`
[[nodiscard]] std::string to_words(Date date);

/// `12 November` where both days are of one year, else with its year.
[[nodiscard]] std::string to_words_in_year_of(Date other, Date date);

/// Months clamp to the month's end: 31 August plus 6 months is 28 (or 29) February.
[[nodiscard]] Date plus_months(Date date, int months);
[[nodiscard]] Date plus_days(Date date, int days);

/// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] std::int64_t days_between(Date from, Date to);

}  // namespace candor
