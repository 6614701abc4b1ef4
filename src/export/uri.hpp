#pragma once

#include <string>
#include <string_view>

namespace candor {

/// A path as that of a URI (RFC 3986). A `:` is escaped too: it could pass for the end of a scheme.
[[nodiscard]] std::string uri_path(std::string_view path);

}  // namespace candor
