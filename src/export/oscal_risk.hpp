#pragma once

#include "export/gap.hpp"
#include "export/object.hpp"

namespace candor::oscal {

/// A gap as a risk: what it can cost, what to do about it, who said no to it.
[[nodiscard]] Json risk_of(const Gap& gap, const Assessment& assessment, const Json& related_observations);

/// `A second check at every sign-in: in place, not proved` where the plan has no headline.
[[nodiscard]] std::string title_of(const Gap& gap);

}  // namespace candor::oscal
