#pragma once

#include "blocks.hpp"

namespace candor {

/// "If it happened tomorrow": what would come back and how long that would take, from proved facts
/// alone; where nothing is proved, that nobody can promise anything, and who decided so. Empty when
/// the standard does not ask if the data comes back.
[[nodiscard]] Blocks compose_tomorrow(const Assessment& assessment);

}  // namespace candor
