#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace candor {

/// The candidate nearest to a misspelt word (Damerau-Levenshtein, at most a third of
/// its length away), the first of equals; nothing when none is near.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

/// "did you mean `answer`?", or empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace candor
