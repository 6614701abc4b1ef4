#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "candor/model/assessment.hpp"
#include "choice.hpp"

/// What stands under a key of a file that this program wrote: every key is there, each value of its own form. Anything
/// else is complained about, and a harmless value stands in.
namespace candor {

[[nodiscard]] std::string text_under(const yaml::Node& object, std::string_view key);

/// A text that may be `null`.
[[nodiscard]] std::string text_if_said(const yaml::Node& object, std::string_view key);

[[nodiscard]] bool flag_under(const yaml::Node& object, std::string_view key);

[[nodiscard]] std::int64_t number_under(const yaml::Node& object, std::string_view key, std::int64_t least,
                                        std::int64_t most);
/// The number itself, as above.
[[nodiscard]] std::int64_t read_whole_number(const yaml::Node& node, std::int64_t least, std::int64_t most);

/// So many numbers under a key, none of them below 0; complains about another count.
template <typename T, std::size_t N>
[[nodiscard]] std::array<T, N> numbers_under(const yaml::Node& object, std::string_view key, std::int64_t most) {
  std::array<T, N> numbers{};
  const auto node = object.required(key);
  if (!node) return numbers;
  const auto items = node->items("a list of numbers");
  if (items.size() != N)
    node->error("bad-value",
                std::to_string(items.size()) + " numbers stand here, and " + std::to_string(N) + " belong here");
  for (std::size_t i = 0; i < std::min(N, items.size()); ++i)
    numbers[i] = static_cast<T>(read_whole_number(items[i], 0, most));
  return numbers;
}

[[nodiscard]] Date day_under(const yaml::Node& object, std::string_view key);
/// A day that may be `null`.
[[nodiscard]] std::optional<Date> day_if_said(const yaml::Node& object, std::string_view key);

[[nodiscard]] Verdict verdict_under(const yaml::Node& object);

template <typename T>
[[nodiscard]] T named_under(const yaml::Node& object, std::string_view key, std::span<const Named<T>> table,
                            std::string_view what) {
  const auto node = object.required(key);
  return (node ? read_named<T>(*node, table, what) : std::nullopt).value_or(table.front().value);
}

}  // namespace candor
