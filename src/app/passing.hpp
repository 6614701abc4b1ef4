#pragma once

#include <span>
#include <vector>

#include "candor/model/limit.hpp"
#include "candor/model/report.hpp"

namespace candor::app {

/// Says on standard error how each limit held, and why a verdict that --accept is about did or did not pass. Returns
/// the exit status of the assessment: done or not_met.
[[nodiscard]] int tell_passing(const Assessment& assessment, const std::vector<LimitLine>& limits,
                               std::span<const Verdict> accepted);

}  // namespace candor::app
