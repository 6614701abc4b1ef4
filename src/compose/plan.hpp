#pragma once

#include <vector>

#include "candor/model/assessment.hpp"
#include "candor/model/plan.hpp"

namespace candor {

/// The action plan: one row a gap, in the order of the report, in the same words.
[[nodiscard]] std::vector<PlanRow> compose_plan(const Assessment& assessment);

}  // namespace candor
