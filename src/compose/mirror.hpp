#pragma once

#include "blocks.hpp"
#include "candor/compose/compose.hpp"

namespace candor {

/// The provider's own result against the same standard beside the client's, and what the provider has not shown; or
/// that nothing of it was shown.
[[nodiscard]] Blocks compose_mirror(const Mirror& mirror, const Assessment& client);

}  // namespace candor
