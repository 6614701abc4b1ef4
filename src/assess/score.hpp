#pragma once

#include "case.hpp"

namespace candor {

/// Adds up the band over all findings that apply and puts it in whole numbers of 100.
[[nodiscard]] Score add_up(const Profile& profile, const std::vector<Finding>& findings);

/// The band if one more control of `weight` applied and were missing.
[[nodiscard]] Score with_missing(Score score, int weight);

/// 100 - claimed, shared out: the known shortfall by who must act (provider, client, shared,
/// then third parties as they come), and what is not known as the last row.
[[nodiscard]] std::vector<MissingRow> points_missing(const Score& score, const std::vector<Finding>& findings);

/// Gives each finding its share of 100 - claimed, in whole points.
void share_points(const Profile& profile, const Score& score, std::vector<Finding>& findings);

[[nodiscard]] std::array<Door, harm_count> count_doors(const Profile& profile, const std::vector<Finding>& findings);

}  // namespace candor
