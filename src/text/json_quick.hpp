#pragma once

#include <optional>
#include <string_view>

#include "candor/text/diagnostics.hpp"
#include "candor/text/node.hpp"
#include "candor/text/source.hpp"

namespace candor::json {

/// Two ways to the same tree. This one gives nothing where there is anything to complain about, and perhaps where there
/// is not; it takes a fifth of the time.
[[nodiscard]] std::optional<yaml::Tree> parse_faultless(std::string_view text, Place start);

/// This one has the words for every fault.
[[nodiscard]] std::optional<yaml::Tree> parse_with_complaints(std::string_view text, Place start,
                                                              Diagnostics& diagnostics);

}  // namespace candor::json
