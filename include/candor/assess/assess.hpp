#pragma once

#include "candor/model/assessment.hpp"

namespace candor {

/// Holds an inventory against a profile. Pure: same inputs, same assessment. The three
/// arguments must outlive the result, which points into them. `as_of` is the day of the
/// assessment; statements dated later are left out and listed.
[[nodiscard]] Assessment assess(const Catalog& catalog, const Profile& profile, const Inventory& inventory, Date as_of);

}  // namespace candor
