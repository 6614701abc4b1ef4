#pragma once

#include "case.hpp"

namespace candor {

/// Holds one condition on one fact against everything that stands on it: parts together,
/// age and proof by the control's rules.
[[nodiscard]] Check check_condition(const Case& in, const Control& control, const Condition& condition);

}  // namespace candor
