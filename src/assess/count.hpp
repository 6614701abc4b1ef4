#pragma once

#include "case.hpp"

namespace candor {

/// What can be counted of an assessment and no more: findings, outcomes, score, verdict, who must act. What is told
/// beside these (actions, ledger, contradictions, …) is left empty. A third of the work, for rows of many clients.
[[nodiscard]] Assessment count(const Case& in);

}  // namespace candor
