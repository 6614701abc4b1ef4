#pragma once

#include <string>
#include <string_view>

namespace candor {

/// The user's words as a message shows them: in backticks, harmless, and cut when they are long.
[[nodiscard]] std::string quoted(std::string_view text);

}  // namespace candor
