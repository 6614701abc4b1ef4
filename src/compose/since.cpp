#include "since.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "change.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t most_changes = 6;  // the rest is told by `candor compare`

/// The controls whose outcome or proof changed, one line each.
std::vector<std::string> changes(const Comparison& comparison) {
  std::vector<std::string> items;
  std::size_t more = 0;
  for (const ControlChange& change : comparison.controls) {
    if (!change.before || !change.after) continue;
    const bool is_other = change.before->outcome != change.after->outcome;
    const bool was_proved = change.before->interval.proved == whole;
    const bool is_proved = change.after->interval.proved == whole;
    if (!is_other && was_proved == is_proved) continue;
    if (items.size() == most_changes) {
      ++more;
      continue;
    }
    const std::string what = is_other    ? phrase(outcomes(change))
                             : is_proved ? "now with proof"
                                         : "no longer with proof";
    items.push_back(fmt::format("{}: {}.", phrase(change.title), what));
  }
  if (more > 0) items.push_back(fmt::format("{} more.", counted(static_cast<std::int64_t>(more), "change")));
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
  if (auto rows = causes(comparison); !rows.rows.empty()) {
    blocks.emplace_back(Heading{3, "Why"});
    blocks.emplace_back(std::move(rows));
    blocks.emplace_back(Paragraph{order_of_causes(comparison), Paragraph::Tone::Small});
  }
  if (auto items = changes(comparison); !items.empty()) {
    blocks.emplace_back(Heading{3, "What changed"});
    blocks.emplace_back(Bullets{std::move(items)});
  }
  auto results = since.results;
  results.push_back(result_of(assessment));
  if (results.size() > 1) blocks.push_back(compose_score_line(results));
  return blocks;
}

}  // namespace candor
