#pragma once

#include <vector>

#include "candor/model/limit.hpp"
#include "standing.hpp"

namespace candor {

/// What counts today and runs out by a day, that day included, if nothing new is said: proof that a control counts as
/// proved, standing declines of what is not met, agreed dates that are not late yet, and what is counted out as not
/// applicable. Soonest first.
[[nodiscard]] std::vector<LimitBreak> find_expiring(const Assessment& assessment, Date last);
/// `standing`: what stands on the assessment's day.
[[nodiscard]] std::vector<LimitBreak> find_expiring(const Assessment& assessment, const Standing& standing, Date last);

}  // namespace candor
