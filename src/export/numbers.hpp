#pragma once

#include <string>

#include "candor/model/assessment.hpp"
#include "export/object.hpp"

namespace candor {

[[nodiscard]] Json json_of(const Interval& interval);

/// `null` where nothing applies.
[[nodiscard]] Json json_of(const Score& score);

/// A whole document as a file: with what may act on a terminal or a log escaped, one line feed at the end. `indent`:
/// blanks a level, or -1 for one line.
[[nodiscard]] std::string to_bytes(const Json& document, int indent);

}  // namespace candor
