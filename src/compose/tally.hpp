#pragma once

#include <string>

#include "candor/model/assessment.hpp"

/// What page 1 counts.
namespace candor::wording {

/// `All offers: £450 now and £1,140 a year. Agreed already: £200 now. 12 gaps to close: we 7 and together 5.
/// 3 have no price yet.`
[[nodiscard]] std::string gaps_and_prices(const Assessment& assessment);

}  // namespace candor::wording
