#pragma once

#include <string>

#include "candor/model/portfolio.hpp"

namespace candor {

/// The row as one line of JSON with its line feed, at most `max_row_bytes`: names that are too long are cut, and end in
/// `…`.
[[nodiscard]] std::string row_text(const ClientRow& row);

}  // namespace candor
