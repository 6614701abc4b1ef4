#pragma once

#include "candor/model/report.hpp"

namespace candor {

/// One gap in at most about 130 words: what it is, what we found, what it can cost, what to
/// do, who, when and for how much. Where there is too much to tell, sources and details go
/// first; contradictions, declines and ages never do.
[[nodiscard]] FindingCard compose_finding(const Assessment& assessment, const Finding& finding);

/// The situation in one sentence: what the profile says of a control that came out so.
[[nodiscard]] std::string headline_of(const Control& control, Outcome outcome);

/// The gaps (missing, partly in place, not known) in the order in which they should be closed.
[[nodiscard]] std::vector<const Finding*> gaps_in_order(const Assessment& assessment);

}  // namespace candor
