#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/node.hpp"
#include "candor/text/suggest.hpp"
#include "word.hpp"

namespace candor {

/// `a, b or c`, each in backticks.
[[nodiscard]] std::string list_words(std::span<const std::string_view> words);

/// "did you mean `b`?" when one is near, else "one of `a`, `b` or `c`".
[[nodiscard]] std::string hint_among(std::string_view word, std::span<const std::string_view> words);

/// `yes` or `no`, and `true` or `false` as JSON has them; complains (`bad-value`) about everything else.
/// `fallback` is the hint where nothing better is known.
[[nodiscard]] std::optional<bool> read_yes_no(const yaml::Node& node, std::string fallback = {});

/// One row of a closed vocabulary: how a value is written in a file.
template <typename T>
struct Named {
  std::string_view name;
  T value;
};

/// Looks a scalar up in a table; complains (`bad-choice`) when it is not there. `what`
/// completes "is not …": "a harm", "an effort". `hinted` are the names that a hint offers, if not all.
template <typename T>
[[nodiscard]] std::optional<T> read_named(const yaml::Node& node, std::span<const Named<T>> table,
                                          std::string_view what, std::span<const std::string_view> hinted = {}) {
  const auto text = node.text(what);
  if (text.empty()) return std::nullopt;
  const auto found = std::ranges::find(table, text, &Named<T>::name);
  if (found != table.end()) return found->value;
  std::vector<std::string_view> names{hinted.begin(), hinted.end()};
  if (names.empty())
    for (const auto& row : table) names.push_back(row.name);
  node.error("bad-choice", quoted(text) + " is not " + std::string(what), hint_among(text, names));
  return std::nullopt;
}

}  // namespace candor
