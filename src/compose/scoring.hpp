#pragma once

#include "blocks.hpp"

namespace candor {

/// The score as a bar with its sentence; a plain sentence where nothing applies.
[[nodiscard]] Block compose_score(const Assessment& assessment);

/// What the points mean and how these came about, with this client's own numbers.
[[nodiscard]] Blocks compose_scoring(const Assessment& assessment);

/// For each thing an owner fears: how many of the doors to it are shut.
[[nodiscard]] Blocks compose_doors(const Assessment& assessment);

}  // namespace candor
