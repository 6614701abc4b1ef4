#pragma once

#include <optional>
#include <string_view>

#include "candor/import/import.hpp"
#include "import/csv.hpp"

namespace candor {

/// A day in a cell: `2026-11-28`, or as a spreadsheet rewrites it. `28.11.2026` has the day first
/// everywhere, and of `28/11/2026` only 11 can be the month; of `12/11/2026` the user must have said which comes first.
/// Complains (`bad-date`).
[[nodiscard]] std::optional<Date> read_day(const CsvField& cell, std::optional<DayOrder> order,
                                           Diagnostics& diagnostics);

/// A day as consoles write it, perhaps with a time behind it: `2026-11-21T19:26:51Z`, `7/27/2020 1:05:49 PM`,
/// `21.11.2026 10:00`, `21-Nov-2026`, `Nov 21, 2026 10:00 AM`. The order counts as for `read_day`.
struct DayFoundIn {
  std::optional<Date> day;
  bool needs_order = false;  ///< it is a day, and nobody said which number is the month
  bool exists = true;        ///< false: the numbers of a day in an order in which no such day exists
};
[[nodiscard]] DayFoundIn find_day_in(std::string_view text, std::optional<DayOrder> order);

}  // namespace candor
