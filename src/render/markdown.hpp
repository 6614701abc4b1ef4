#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "candor/model/report.hpp"

namespace candor {

/// Writes blocks as Markdown below what is there. One that would make the text longer than `limit` bytes is left out;
/// returns how many were.
[[nodiscard]] std::size_t add_markdown(std::span<const Block> blocks, std::size_t limit, std::string& out);

}  // namespace candor
