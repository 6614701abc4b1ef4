#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "candor/text/date.hpp"

namespace candor {

/// The day, in UTC, of a time as programs write it: `2026-11-21T19:26:51.894Z`, `2025-04-30T08:29:07+10:00`,
/// `2026-11-21 19:31:52+0000`, `2016/04/04 00:24:13`, or a day alone. A time without a zone is taken as it stands.
/// Nothing for all else, and for `0001-01-01`, which programs write for "never".
[[nodiscard]] std::optional<Date> day_of_time(std::string_view text);

/// A day by a clock whose zone nobody wrote down: east of UTC it is tomorrow already, and such a day is `latest`.
[[nodiscard]] Date local_day(Date day, Date latest);

/// `day_of_time` for a tool that may write no zone: where a time has none, its day is a `local_day`.
[[nodiscard]] std::optional<Date> day_of_local_time(std::string_view text, Date latest);

/// The day, in UTC, of seconds since 1970.
[[nodiscard]] std::optional<Date> day_of_seconds(std::int64_t seconds);

/// The newest of several days, looked at one by one.
void keep_newest(std::optional<Date>& newest, const std::optional<Date>& day);

}  // namespace candor
