#pragma once

#include "case.hpp"

namespace candor {

/// Holds one condition on one fact against everything that stands on it: parts together,
/// age and proof by the control's rules.
[[nodiscard]] Check check_condition(const Case& in, const Control& control, const Condition& condition);

/// Fills in the records that stand, united, and which of them fall short or do not say enough.
void sort_records(const Case& in, Check& check);

}  // namespace candor
