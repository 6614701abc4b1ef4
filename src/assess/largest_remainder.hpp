#pragma once

#include <cstdint>
#include <vector>

namespace candor {

/// Shares `total` out in whole numbers in proportion to `weights`, by largest remainder, ties
/// in the order given. The result adds up to `total`; all zero when every weight is.
[[nodiscard]] std::vector<std::int64_t> share_by_largest_remainder(std::int64_t total,
                                                                   const std::vector<std::int64_t>& weights);

}  // namespace candor
