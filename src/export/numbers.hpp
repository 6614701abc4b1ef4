#pragma once

#include "candor/model/report.hpp"
#include "export/object.hpp"

namespace candor {

[[nodiscard]] Json json_of(const Interval& interval);

/// How many controls came out as what.
[[nodiscard]] Json outcome_counts_of(const Assessment& assessment);

/// How many lines of each kind the ledger has.
[[nodiscard]] Json ledger_counts_of(const Assessment& assessment);

/// What a document tells and who should see it, and whether names were left out.
[[nodiscard]] Json contains_of(const Report& report);

/// `null` where nothing applies.
[[nodiscard]] Json json_of(const Score& score);

}  // namespace candor
