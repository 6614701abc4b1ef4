#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "candor/model/value.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// Numbers longer than this are refused, so that sums over a whole file stay exact.
inline constexpr std::size_t most_digits = 12;
/// The same for what is counted: parts are added up and shared out in millionths.
inline constexpr std::size_t most_counted_digits = 7;

/// Digits alone, no more than `most`: `0042` is 42. Nothing else.
[[nodiscard]] std::optional<std::int64_t> parse_digits(std::string_view text, std::size_t most);

/// A whole number without a sign; complains (`bad-number`).
[[nodiscard]] std::optional<std::int64_t> read_number(const yaml::Node& node, std::size_t most = most_digits);

/// `12`, `12.5` or `12.50` in hundredths. Nothing else.
[[nodiscard]] std::optional<std::int64_t> parse_hundredths(std::string_view text);

/// `38 of 42`, `30 of 42 (11 unknown)`, `all` or `none`; complains (`bad-coverage`).
[[nodiscard]] std::optional<Coverage> read_coverage(const yaml::Node& node);

/// `6 months`, `same day` or `never`; complains (`bad-duration`).
[[nodiscard]] std::optional<Duration> read_duration(const yaml::Node& node);

/// `2.17.1`; complains (`bad-version`).
[[nodiscard]] std::optional<Version> read_version(const yaml::Node& node);

}  // namespace candor
