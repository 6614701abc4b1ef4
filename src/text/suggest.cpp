#include "candor/text/suggest.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"

namespace candor {

namespace {

/// Longer words are no misspelt keys, and looking for them would take long.
constexpr std::size_t longest = 64;

/// Capitals and the three ways to join words are no difference worth counting.
char folded(char character) { return character == '-' || character == ' ' ? '_' : ascii::lower(character); }

/// Damerau-Levenshtein distance where no letter is touched twice; any number past `limit`
/// may stand for a larger one.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > limit) return limit + 1;
  using Row = std::array<std::size_t, longest + 1>;
  Row before{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = folded(a[i - 1]) == folded(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) && folded(a[i - 2]) == folded(b[j - 1]))
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = last;
    last = row;
  }
  return last[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > longest) return std::nullopt;
  const std::size_t limit = word.size() / 3;
  std::optional<std::string_view> best;
  std::size_t best_distance = limit + 1;
  for (const auto candidate : candidates) {
    if (candidate.size() > longest) continue;
    const auto away = distance(word, candidate, limit);
    if (away >= best_distance) continue;
    best = candidate;
    best_distance = away;
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const auto near = nearest(word, candidates);
  return near ? fmt::format("did you mean `{}`?", *near) : std::string{};
}

}  // namespace candor
