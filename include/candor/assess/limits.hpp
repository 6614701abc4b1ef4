#pragma once

#include <span>
#include <vector>

#include "candor/model/limit.hpp"

namespace candor {

/// Holds an assessment against the limits that were asked for: one result a limit, one for each word to fail on, in the
/// order of --help. Pure.
[[nodiscard]] std::vector<LimitResult> judge_limits(const Assessment& assessment, const AskedLimits& asked);

/// Decides the whole run: first the standard, then the limits, then what `accepted` verdicts need besides.
[[nodiscard]] Passing decide(const Assessment& assessment, bool all_limits_held, std::span<const Verdict> accepted);

}  // namespace candor
