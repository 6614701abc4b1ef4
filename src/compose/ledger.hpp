#pragma once

#include "blocks.hpp"

namespace candor {

/// Everything left out, overridden, aged, contradicted or declined, in plain sentences: one a
/// kind, with names where there are few and a count where there are many.
[[nodiscard]] Blocks compose_ledger(const Assessment& assessment);

}  // namespace candor
