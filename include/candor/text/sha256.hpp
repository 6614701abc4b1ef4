#pragma once

#include <string>
#include <string_view>

namespace candor {

/// The SHA-256 of the bytes as 64 lower-case hex digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The same in base64, as a content security policy names it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);

}  // namespace candor
