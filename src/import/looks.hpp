#pragma once

#include <vector>

#include "candor/import/import.hpp"

namespace candor {

/// Several looks of one tool, each with its own day, as what one import brings: named by the newest. Needs one at
/// least.
[[nodiscard]] Brought together(std::vector<Brought> looks);

}  // namespace candor
