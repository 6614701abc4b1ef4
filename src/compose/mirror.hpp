#pragma once

#include "blocks.hpp"
#include "candor/compose/compose.hpp"

namespace candor {

/// The provider's own result against the same standard, or that it was not shown.
[[nodiscard]] Blocks compose_mirror(const Mirror& mirror);

}  // namespace candor
