#include "import/moment.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

namespace candor {

namespace {

using Seconds = std::chrono::seconds;

constexpr std::size_t size_of_day = 10;

/// Takes digits and signs off the front of a text.
struct Reader {
  std::string_view rest;

  bool take(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }

  std::optional<int> two_digits() {
    int number = 0;
    if (rest.size() < 2) return std::nullopt;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + 2, number);
    if (error != std::errc{} || end != rest.data() + 2 || number < 0) return std::nullopt;
    rest.remove_prefix(2);
    return number;
  }

  /// `19:26:51.894`, to the second; `19:26` too.
  std::optional<Seconds> clock() {
    const auto hours = two_digits();
    if (!hours || *hours > 23 || !take(':')) return std::nullopt;
    const auto minutes = two_digits();
    if (!minutes || *minutes > 59) return std::nullopt;
    auto time = std::chrono::hours{*hours} + std::chrono::minutes{*minutes} + Seconds{0};
    if (!take(':')) return time;
    const auto seconds = two_digits();
    if (!seconds || *seconds > 60) return std::nullopt;
    if (take('.')) rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));
    return time + Seconds{*seconds};
  }

  /// `Z`, `+10:00`, `-0500` or nothing.
  std::optional<Seconds> zone() {
    if (rest.empty() || rest == "Z" || rest == "z" || rest == " UTC" || rest == " +0000 UTC") {
      rest = {};
      return Seconds{0};
    }
    const bool is_east = rest.front() == '+';
    if (!take('+') && !take('-')) return std::nullopt;
    const auto hours = two_digits();
    take(':');
    const auto minutes = two_digits();
    if (!hours || *hours > 18 || !minutes || *minutes > 59 || !rest.empty()) return std::nullopt;
    const Seconds offset = std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
    return is_east ? offset : -offset;
  }
};

}  // namespace

std::optional<Date> day_of_time(std::string_view text) {
  if (text.size() < size_of_day) return std::nullopt;
  std::string written{text.substr(0, size_of_day)};
  if (written[4] == '/' && written[7] == '/') written[4] = written[7] = '-';
  const auto day = parse_date(written);
  if (!day) return std::nullopt;  // the year 1 is before all dates that are read
  Reader reader{text.substr(size_of_day)};
  if (reader.rest.empty()) return day;
  if (!reader.take('T') && !reader.take(' ')) return std::nullopt;
  const auto clock = reader.clock();
  const auto zone = clock ? reader.zone() : std::nullopt;
  if (!zone) return std::nullopt;
  // In UTC it may be a day before or after all dates that are read.
  return parse_date(to_iso(Date{std::chrono::floor<std::chrono::days>(std::chrono::sys_days{*day} + *clock - *zone)}));
}

Date local_day(Date day, Date latest) { return day == plus_days(latest, 1) ? latest : day; }

std::optional<Date> day_of_local_time(std::string_view text, Date latest) {
  const auto day = day_of_time(text);
  if (!day || text.size() == size_of_day) return day;
  const bool has_zone = text.find_first_not_of("0123456789:.", size_of_day + 1) != std::string_view::npos;
  return has_zone ? *day : local_day(*day, latest);
}

std::optional<Date> day_of_seconds(std::int64_t seconds) {
  constexpr std::int64_t latest = 253'402'300'799;  // the end of 9999
  if (seconds < 0 || seconds > latest) return std::nullopt;
  return Date{std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{Seconds{seconds}})};
}

void keep_newest(std::optional<Date>& newest, const std::optional<Date>& day) { newest = std::max(newest, day); }

}  // namespace candor
