#pragma once

#include <string>
#include <string_view>

namespace candor {

/// A text from a client's file as one line that acts on nobody who reads it. What is left to escape is the format's
/// own.
[[nodiscard]] std::string plain_line(std::string_view text);

}  // namespace candor
