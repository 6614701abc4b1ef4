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

/// `yes` or `no`; complains about everything else.
[[nodiscard]] std::optional<bool> read_yes_no(const yaml::Node& node);

/// One row of a closed vocabulary: how a value is written in a file.
template <typename T>
struct Named {
  std::string_view name;
  T value;
};

/// Looks a scalar up in a table; complains (`bad-choice`) when it is not there. `what`
/// completes "is not …": "a harm", "an effort".
template <typename T>
[[nodiscard]] std::optional<T> read_named(const yaml::Node& node, std::span<const Named<T>> table,
                                          std::string_view what) {
  const auto text = node.text(what);
  if (text.empty()) return std::nullopt;
  const auto found = std::ranges::find(table, text, &Named<T>::name);
  if (found != table.end()) return found->value;
  std::vector<std::string_view> names;
  for (const auto& row : table) names.push_back(row.name);
  node.error("bad-choice", quoted(text) + " is not " + std::string(what), hint_among(text, names));
  return std::nullopt;
}

}  // namespace candor
