#include "import/day.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "import/moment.hpp"
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

/// ` 1:05:49 PM`, `T10:00`, `, 10:00 AM +01:00`, or nothing: what may stand behind a day and does not move it.
bool is_time(std::string_view text) {
  constexpr std::size_t longest_time = 40;
  constexpr std::string_view signs = " :.,+-";
  if (text.empty()) return true;
  const bool begins = text.front() == ' ' || text.front() == 'T' || text.front() == ',';
  return begins && text.size() <= longest_time && text.find(':') != std::string_view::npos &&
         std::ranges::all_of(text, [&](char c) {
           return ascii::is_digit(c) || ascii::is_letter(c) || signs.find(c) != std::string_view::npos;
         });
}

/// Takes a word of letters or of digits off the front, and the blanks and signs behind it.
std::string_view take_word(std::string_view& text, bool (*belongs)(char)) {
  const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
  const auto word = text.substr(0, end);
  text.remove_prefix(std::min(text.find_first_not_of(" -,.", end), text.size()));
  return word;
}

/// `21-Nov-2026`, `Nov 21, 2026`, `21 November 2026 10:00`.
std::optional<Date> day_with_month_name(std::string_view text) {
  constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  const bool is_month_first = !text.empty() && ascii::is_letter(text.front());
  const auto first = take_word(text, is_month_first ? ascii::is_letter : ascii::is_digit);
  const auto second = take_word(text, is_month_first ? ascii::is_digit : ascii::is_letter);
  const auto day = is_month_first ? second : first;
  const auto month =
      std::ranges::find(months, lower_case((is_month_first ? first : second).substr(0, 3))) - months.begin() + 1;
  constexpr std::size_t digits_of_year = 4;
  const auto year = text.substr(0, digits_of_year);
  if (month > std::ssize(months) || day.empty() || day.size() > 2 || year.size() != digits_of_year ||
      !is_time(text.substr(digits_of_year)))
    return std::nullopt;
  return parse_date(fmt::format("{}-{:02}-{:0>2}", year, month, day));
}

/// Dots have the day first everywhere, and a number over 12 is no month.
std::optional<DayOrder> order_of(const Pieces& pieces, std::optional<DayOrder> said) {
  constexpr unsigned months = 12;
  const auto [first, second, year] = pieces.numbers;
  if (pieces.separator == '.') return DayOrder::DayFirst;
  if (said) return said;
  if (first > months) return DayOrder::DayFirst;
  if (second > months) return DayOrder::MonthFirst;
  return std::nullopt;
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
  if (pieces) order = order_of(*pieces, order);
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

DayFoundIn find_day_in(std::string_view text, std::optional<DayOrder> order) {
  constexpr std::size_t size_of_iso = 10;
  if (const auto day = day_of_time(text)) return {.day = day};
  if (is_time(text.substr(std::min(size_of_iso, text.size()))))
    if (const auto day = day_of_time(text.substr(0, size_of_iso))) return {.day = day};
  if (const auto day = day_with_month_name(text)) return {.day = day};
  const auto end = std::min(text.find_first_of(" T,"), text.size());
  const auto pieces = is_time(text.substr(end)) ? pieces_of(text.substr(0, end)) : std::nullopt;
  if (!pieces) return {};
  order = order_of(*pieces, order);
  if (!order) return {.day = {}, .needs_order = true};
  const auto day = day_of(*pieces, *order);
  return {.day = day, .exists = day.has_value()};
}

}  // namespace candor
