#include "day.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "number.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::size_t longest_date = 40;

bool has_iso_shape(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : !ascii::is_digit(text[i])) return false;
  return true;
}

/// The runs of digits and of letters; what stands between them is of no interest.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  while (!text.empty()) {
    const auto belongs = ascii::is_digit(text.front()) ? ascii::is_digit : ascii::is_letter;
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, belongs) - text.begin());
    if (end > 0) pieces.push_back(text.substr(0, end));
    text.remove_prefix(std::max<std::size_t>(end, 1));
  }
  return pieces;
}

/// 1 to 12 for `Nov`, `november`; 0 for other words.
std::int64_t month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto start = ascii::lowered(word.substr(0, 3));
  const auto found = std::ranges::find(months, start);
  return found == months.end() ? 0 : found - months.begin() + 1;
}

std::string iso(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 100) year += 2000;
  auto text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  return parse_date(text) ? text : std::string{};
}

/// `12 November 2026`, `Nov 12, 2026`.
std::string from_month_name(const std::vector<std::string_view>& pieces) {
  std::vector<std::int64_t> numbers;
  std::int64_t month = 0;
  for (const auto piece : pieces) {
    if (const auto number = parse_digits(piece, 4))
      numbers.push_back(*number);
    else if (month == 0)
      month = month_of(piece);
  }
  if (month == 0 || numbers.size() != 2) return {};
  return iso(numbers[1], month, numbers[0]);
}

/// The days that `12/11/2026` may mean, the day first and the month first.
std::vector<std::string> from_numbers(const std::vector<std::string_view>& pieces) {
  std::vector<std::int64_t> numbers;
  for (const auto piece : pieces) {
    const auto number = parse_digits(piece, 4);
    if (!number) return {};
    numbers.push_back(*number);
  }
  if (numbers.size() != 3) return {};
  std::vector<std::string> days;
  if (pieces[0].size() == 4) {
    days = {iso(numbers[0], numbers[1], numbers[2])};
  } else {
    days = {iso(numbers[2], numbers[1], numbers[0])};
    if (numbers[0] != numbers[1]) days.push_back(iso(numbers[2], numbers[0], numbers[1]));
  }
  std::erase(days, std::string{});
  return days;
}

/// How the day that was meant is written.
std::string hint_for_date(std::string_view text) {
  if (text == "unknown") return "a day is needed here: where only the month is known, write its first day";
  if (text.size() == 7 && parse_date(std::string{text} + "-01"))
    return "write the day too; where only the month is known, write " + quoted(std::string{text} + "-01");
  const auto fallback = hint_for(text, "write year, month and day, as in `2026-11-12`");
  if (text.size() > longest_date) return fallback;
  if (const auto date = text.substr(0, 10); text.size() > 10 && parse_date(date)) return "write " + quoted(date);
  const auto pieces = pieces_of(text);
  if (auto day = from_month_name(pieces); !day.empty()) return "write " + quoted(day);
  const auto days = from_numbers(pieces);
  if (days.size() == 1) return "write " + quoted(days[0]);
  if (days.size() == 2)
    return fmt::format("write `{}` for {}, or `{}` for {}", days[0], to_words(*parse_date(days[0])), days[1],
                       to_words(*parse_date(days[1])));
  return fallback;
}

}  // namespace

std::optional<Date> read_day(const yaml::Node& node) {
  const auto text = node.text("a date such as `2026-11-12`");
  if (text.empty()) return std::nullopt;
  if (const auto date = parse_date(text)) return date;
  if (has_iso_shape(text)) {
    node.error("bad-date", quoted(text) + " is not a day that exists",
               text < "1900" ? "years run from 1900 to 9999" : "");
  } else {
    node.error("bad-date", quoted(text) + " is not a date", hint_for_date(text));
  }
  return std::nullopt;
}

std::optional<Date> read_past_day(const yaml::Node& node, Date latest) {
  const auto date = read_day(node);
  if (!date || *date <= latest) return date;
  node.error("future-date", quoted(node.raw()) + " is in the future",
             "nothing can have been seen, said or done after today, or after the day it is judged");
  return std::nullopt;
}

}  // namespace candor
