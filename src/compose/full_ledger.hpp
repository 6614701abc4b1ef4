#pragma once

#include "blocks.hpp"

namespace candor {

/// Every entry of the ledger with its statements, dates and names, nothing counted together.
[[nodiscard]] Blocks compose_full_ledger(const Assessment& assessment);

}  // namespace candor
