#include "since.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "change.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t most_changes = 6;  // the rest is told by `candor compare`

/// What became of one control: the outcome where it is another, and the points.
std::string change_of(const ControlChange& change) {
  std::vector<std::string> parts;
  if (is_other_outcome(change)) parts.push_back(phrase(outcomes(change)));
  if (auto points = in_words(change.total()); !points.empty()) parts.push_back(std::move(points));
  return fmt::format("{}: {}.", phrase(change.title), fmt::join(parts, "; "));
}

/// The controls that moved themselves, one line each, other outcomes first.
std::vector<std::string> changes(const Comparison& comparison) {
  std::vector<std::string> items;
  for (const bool is_other : {true, false})
    for (const ControlChange& change : comparison.controls)
      if (is_moved(change) && is_other_outcome(change) == is_other && (is_other || change.total() != Points{}))
        items.push_back(change_of(change));
  if (items.size() <= most_changes) return items;
  const auto more = std::ssize(items) - static_cast<std::ptrdiff_t>(most_changes);
  items.resize(most_changes);
  items.push_back(fmt::format("{} more.", counted(more, "change")));
  return items;
}

}  // namespace

Block compose_score_line(const std::vector<Result>& results) {
  ScoreLine line;
  for (const Result& result : results) {
    const Score& score = result.score;
    line.points.push_back(
        {.as_of = result.as_of,
         .proved = score.proved,
         .claimed = score.claimed,
         .at_best = score.at_best,
         .sentence = fmt::format("{}: {} with proof, {} with what was told, {} at best.", to_words(result.as_of),
                                 score.proved, score.claimed, score.at_best)});
  }
  line.labels = {"proved", "only told", "not known", "missing"};
  line.sentence = fmt::format("Points of 100 at {}, the oldest first.", counted(std::ssize(results), "check"));
  return line;
}

Blocks compose_since(const Assessment& assessment, const Since& since) {
  if (!since.comparison) return {};
  const Comparison& comparison = *since.comparison;
  Blocks blocks{Heading{2, fmt::format("Since last time, {}", to_words(comparison.before.as_of))},
                Paragraph{verdicts(comparison)}, numbers(comparison)};
  append(blocks, why(comparison, 3));
  if (auto items = changes(comparison); !items.empty()) {
    blocks.emplace_back(Heading{3, "What changed"});
    blocks.emplace_back(Bullets{std::move(items)});
  }
  auto results = since.results;
  results.push_back(result_of(assessment));
  if (results.size() > 1) {
    blocks.emplace_back(Heading{3, "How the score went"});
    blocks.push_back(compose_score_line(results));
  }
  return blocks;
}

}  // namespace candor
