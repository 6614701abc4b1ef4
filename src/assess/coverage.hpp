#pragma once

#include "case.hpp"

namespace candor {

/// Parts of a coverage add up. Fills the check's interval, count and parts.
void check_coverage(const Case& in, const Control& control, Check& check);

}  // namespace candor
