#include "import/day.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "import/words.hpp"

namespace candor {

namespace {

struct Pieces {
  std::array<unsigned, 3> numbers{};
  char separator = ' ';
};

/// `28/11/2026`, `28.11.2026`, `28-11-2026`: three numbers, the last of four digits.
std::optional<Pieces> pieces_of(std::string_view text) {
  Pieces pieces;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto* const begin = text.data();
    const auto [end, error] = std::from_chars(begin, begin + text.size(), pieces.numbers[i]);
    const auto digits = static_cast<std::size_t>(end - begin);
    const bool has_size = i == 2 ? digits == 4 && digits == text.size() : digits == 1 || digits == 2;
    if (error != std::errc{} || !has_size) return std::nullopt;
    text.remove_prefix(digits);
    if (i == 2) break;
    const char separator = text.empty() ? ' ' : text.front();
    const bool is_known = separator == '/' || separator == '.' || separator == '-';
    if (!is_known || (i > 0 && separator != pieces.separator)) return std::nullopt;
    pieces.separator = separator;
    text.remove_prefix(1);
  }
  return pieces;
}

std::optional<Date> day_of(const Pieces& pieces, DayOrder order) {
  const auto [first, second, year] = pieces.numbers;
  const auto day = order == DayOrder::DayFirst ? first : second;
  const auto month = order == DayOrder::DayFirst ? second : first;
  return parse_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

}  // namespace

std::optional<Date> read_day(const CsvField& cell, std::optional<DayOrder> order, Diagnostics& diagnostics) {
  if (const auto date = parse_date(cell.text)) return date;
  const auto pieces = pieces_of(cell.text);
  if (pieces && pieces->separator == '.') order = DayOrder::DayFirst;
  if (pieces && order)
    if (const auto date = day_of(*pieces, *order)) return date;
  if (pieces && !order)
    diagnostics.error(cell.place, "bad-date",
                      fmt::format("{} does not say which is the day and which the month", in_backticks(cell.text)),
                      "say it with --dates day-first or --dates month-first, or write `2026-11-28`");
  else
    diagnostics.error(cell.place, "bad-date",
                      fmt::format("{} is not a {}", in_backticks(cell.text), pieces ? "day that exists" : "date"),
                      "write year, month and day, as in `2026-11-28`");
  return std::nullopt;
}

}  // namespace candor
