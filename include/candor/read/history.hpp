#pragma once

#include <optional>

#include "candor/model/history.hpp"
#include "candor/text/diagnostics.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// Reads an assessment that was recorded, or one in the format `json`, which says what it came to and not what it was
/// made from. Complains and returns nothing when the file is neither, or of a newer format.
[[nodiscard]] std::optional<HistoryEntry> read_record(const yaml::Tree& tree, Diagnostics& diagnostics);

/// What an assessment was made from, as a record and a packed client have it.
[[nodiscard]] Inputs read_inputs(const yaml::Node& node);

}  // namespace candor
