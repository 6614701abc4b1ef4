#pragma once

#include <optional>
#include <vector>

#include "case.hpp"

namespace candor {

/// What would come back, from what the findings proved. Nothing when no control asks for a restore.
[[nodiscard]] std::optional<Recovery> find_recovery(const Case& in, const std::vector<Finding>& findings);

}  // namespace candor
