#pragma once

#include "case.hpp"

namespace candor {

/// Everything left out, overridden, aged, contradicted or declined, kind by kind.
[[nodiscard]] std::vector<LedgerEntry> write_ledger(const Case& in, const Score& score,
                                                    const std::vector<Finding>& findings);

}  // namespace candor
