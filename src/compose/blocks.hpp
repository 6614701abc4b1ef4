#pragma once

#include <span>
#include <string>
#include <vector>

#include "candor/model/report.hpp"

namespace candor {

using Blocks = std::vector<Block>;

/// All words of a block, to count or to search them; never shown.
[[nodiscard]] std::string text_of(const Block& block);
[[nodiscard]] std::string text_of(std::span<const Block> blocks);

/// Puts `more` at the end of `blocks`.
void append(Blocks& blocks, Blocks more);

}  // namespace candor
