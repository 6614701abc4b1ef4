#include "candor/text/date.hpp"

#include <array>

#include <fmt/format.h>

namespace candor {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

/// The number that the digits of `text` write; nothing when it holds anything else.
std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char character : text) {
    if (character < '0' || character > '9') return std::nullopt;
    number = number * 10 + (character - '0');
  }
  return number;
}

int year_of(Date date) { return static_cast<int>(date.year()); }
unsigned month_of(Date date) { return static_cast<unsigned>(date.month()); }
unsigned day_of(Date date) { return static_cast<unsigned>(date.day()); }

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1900) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string to_iso(Date date) { return fmt::format("{:04}-{:02}-{:02}", year_of(date), month_of(date), day_of(date)); }

std::string to_words(Date date) {
  return fmt::format("{} {} {}", day_of(date), month_names[(month_of(date) - 1) % month_names.size()], year_of(date));
}

std::string to_words_in_year_of(Date other, Date date) {
  if (date.year() != other.year()) return to_words(date);
  return fmt::format("{} {}", day_of(date), month_names[(month_of(date) - 1) % month_names.size()]);
}

Date plus_months(Date date, int months) {
  const auto moved = date + std::chrono::months{months};
  if (moved.ok()) return moved;
  return moved.year() / moved.month() / std::chrono::last;
}

Date plus_days(Date date, int days) { return std::chrono::sys_days{date} + std::chrono::days{days}; }

std::int64_t days_between(Date from, Date to) {
  return (std::chrono::sys_days{to} - std::chrono::sys_days{from}).count();
}

}  // namespace candor
