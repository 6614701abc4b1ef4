#pragma once

#include "case.hpp"

namespace candor {

/// What to do about the gaps, in the order in which it should be done. A control that an agreed
/// action or an offer covers goes with it; all others are an action of their own. Missed gates
/// come first, then gates that are not known or not proved, then the rest; within each the
/// larger `value` first: (points that could be won + one point a door) / effort, where a point
/// is a hundredth of the weight and effort counts 1, 2 or 4. That ranking is our judgement.
[[nodiscard]] std::vector<Action> rank_actions(const Case& in, const Score& score,
                                               const std::vector<Finding>& findings);

}  // namespace candor
