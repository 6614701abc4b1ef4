#pragma once

#include <vector>

#include "case.hpp"

namespace candor {

/// The points that were told and turned out not to be so.
[[nodiscard]] Contradicted find_contradicted(const Case& in, const Score& score, const std::vector<Finding>& findings);

/// The claims that lack a proof, the cheapest proof first.
[[nodiscard]] std::vector<ProofWanted> find_proofs_wanted(const Case& in, const Score& score,
                                                          const std::vector<Finding>& findings);

/// Evidence that is strong enough to prove a control and too old to.
[[nodiscard]] std::vector<StaleProof> find_stale_proofs(const Case& in, const std::vector<Finding>& findings);

}  // namespace candor
