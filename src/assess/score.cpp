#include "score.hpp"

#include <algorithm>

#include "largest_remainder.hpp"

namespace candor {
namespace {

void show(Score& score) {
  if (score.weight == 0) return;
  score.proved = shown_points(score.proved_sum, score.weight);
  score.claimed = shown_points(score.claimed_sum, score.weight);
  score.at_best = shown_points(score.at_best_sum, score.weight);
}

}  // namespace

Score add_up(const Profile& profile, const std::vector<Finding>& findings) {
  Score score;
  for (const auto& finding : findings) {
    if (finding.outcome == Outcome::NotApplicable) continue;
    const std::int64_t weight = profile.controls[finding.control].weight;
    score.weight += weight;
    score.proved_sum += weight * finding.interval.proved;
    score.claimed_sum += weight * finding.interval.low;
    score.at_best_sum += weight * finding.interval.high;
  }
  show(score);
  return score;
}

Score with_missing(Score score, int weight) {
  score.weight += weight;
  show(score);
  return score;
}

std::vector<MissingRow> points_missing(const Score& score, const std::vector<Finding>& findings) {
  if (score.weight == 0) return {};
  std::vector<Share> sums{{"provider", 0}, {"client", 0}, {"shared", 0}};
  for (const auto& finding : findings)
    for (const auto& share : finding.shares) {
      const auto found = std::ranges::find(sums, share.party, &Share::party);
      if (found != sums.end())
        found->weight_millionths += share.weight_millionths;
      else
        sums.push_back(share);
    }

  std::vector<std::int64_t> weights;
  for (const auto& sum : sums) weights.push_back(sum.weight_millionths);
  const auto shown = share_by_largest_remainder(100 - score.at_best, weights);
  std::vector<MissingRow> rows;
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (sums[i].weight_millionths > 0) rows.push_back({sums[i].party, static_cast<int>(shown[i])});
  if (score.at_best_sum > score.claimed_sum) rows.push_back({{}, score.at_best - score.claimed});
  return rows;
}

void share_points(const Profile& profile, const Score& score, std::vector<Finding>& findings) {
  if (score.weight == 0) return;
  std::vector<std::int64_t> open;
  for (const auto& finding : findings) {
    const bool applies = finding.outcome != Outcome::NotApplicable;
    const std::int64_t weight = profile.controls[finding.control].weight;
    open.push_back(applies ? weight * (whole - finding.interval.low) : 0);
  }
  const auto shown = share_by_largest_remainder(100 - score.claimed, open);
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i].points = static_cast<int>(shown[i]);
}

std::array<Door, harm_count> count_doors(const Profile& profile, const std::vector<Finding>& findings) {
  std::array<Door, harm_count> result{};
  for (int i = 0; i < harm_count; ++i) result[static_cast<std::size_t>(i)].harm = static_cast<Harm>(i);
  for (const auto& finding : findings) {
    if (finding.outcome == Outcome::NotApplicable) continue;
    for (const auto harm : profile.controls[finding.control].harms) {
      auto& door = result[static_cast<std::size_t>(harm)];
      ++door.applicable;
      if (finding.outcome != Outcome::Met) continue;
      ++door.closed;
      if (finding.interval.proved == whole) ++door.proved;
    }
  }
  return result;
}

}  // namespace candor
