#pragma once

#include "blocks.hpp"

namespace candor {

/// Every entry of the ledger with its statements, dates and names, nothing counted together.
[[nodiscard]] Blocks compose_full_ledger(const Assessment& assessment);

/// One of them, as it stands there.
[[nodiscard]] std::string ledger_line(const Assessment& assessment, const LedgerEntry& entry);

}  // namespace candor
