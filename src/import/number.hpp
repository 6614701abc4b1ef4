#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace candor {

/// The whole number that is all of a text: digits alone, no sign and no blanks.
[[nodiscard]] std::optional<std::int64_t> number_of(std::string_view text, int base = 10);

}  // namespace candor
