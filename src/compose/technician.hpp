#pragma once

#include "candor/compose/compose.hpp"

namespace candor {

/// The same findings as a work list: addresses, thresholds, clauses and where to look.
[[nodiscard]] Report compose_technician(const Assessment& assessment, const Since& since = {},
                                        const std::optional<PeerStanding>& peers = {});

}  // namespace candor
