#pragma once

#include <string>
#include <string_view>

namespace candor {

/// The bytes in base64 (RFC 4648, with padding, no line breaks).
[[nodiscard]] std::string to_base64(std::string_view bytes);

}  // namespace candor
