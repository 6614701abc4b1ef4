#pragma once

#include "candor/model/assessment.hpp"
#include "export/object.hpp"

namespace candor {

[[nodiscard]] Json json_of(const Interval& interval);

/// `null` where nothing applies.
[[nodiscard]] Json json_of(const Score& score);

}  // namespace candor
