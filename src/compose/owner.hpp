#pragma once

#include "candor/compose/compose.hpp"

namespace candor {

/// Page 1, then what changed, what would come back tomorrow, each gap, what is in place, what was left out, words,
/// points and the mirror.
[[nodiscard]] Report compose_owner(const Assessment& assessment, const Mirror& mirror, const Since& since = {},
                                   const std::optional<PeerStanding>& peers = {});

/// Page 1 alone.
[[nodiscard]] Report compose_board(const Assessment& assessment, const std::optional<PeerStanding>& peers = {});

}  // namespace candor
