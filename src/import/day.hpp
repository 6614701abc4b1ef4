#pragma once

#include <optional>

#include "candor/import/import.hpp"
#include "import/csv.hpp"

namespace candor {

/// A day in a cell: `2026-11-28`, or as a spreadsheet rewrites it. `28.11.2026` has the day first
/// everywhere; of `28/11/2026` the user must have said which comes first. Complains (`bad-date`).
[[nodiscard]] std::optional<Date> read_day(const CsvField& cell, std::optional<DayOrder> order,
                                           Diagnostics& diagnostics);

}  // namespace candor
