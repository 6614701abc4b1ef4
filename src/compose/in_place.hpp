#pragma once

#include "blocks.hpp"

namespace candor {

/// What is in place, proved and only told apart.
[[nodiscard]] Blocks compose_in_place(const Assessment& assessment);

/// What does not apply, with the reason, the name and the date of whoever said so.
[[nodiscard]] Blocks compose_not_applicable(const Assessment& assessment);

}  // namespace candor
