#pragma once

#include <cstdint>
#include <vector>

namespace candor {

/// Shares `total` out in whole numbers in proportion to `weights`, by largest remainder, ties
/// in the order given. The result adds up to `total`; all zero when every weight is.
[[nodiscard]] std::vector<std::int64_t> share_by_largest_remainder(std::int64_t total,
                                                                   const std::vector<std::int64_t>& weights);

/// A billionth of a point: fine enough that whole points stay whole.
inline constexpr std::int64_t billionths = 1'000'000'000;

/// Shares a whole difference out over what it is made of, each in billionths with its sign: rounded down, then the
/// largest remainders up, ties in the order given. What is nothing gets nothing. The result adds up to `total`.
[[nodiscard]] std::vector<int> share_difference(int total, const std::vector<std::int64_t>& exact);

}  // namespace candor
