#pragma once

#include "blocks.hpp"
#include "candor/compose/compose.hpp"

namespace candor {

/// What became of the client since the last recorded assessment, and how the score went. Empty when none was recorded.
[[nodiscard]] Blocks compose_since(const Assessment& assessment, const Since& since);

/// How the score went over some results, the oldest first.
[[nodiscard]] Block compose_score_line(const std::vector<Result>& results);

}  // namespace candor
