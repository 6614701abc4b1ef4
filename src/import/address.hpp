#pragma once

#include <string_view>

namespace candor {

/// Whether the internet knows a way to an IP address: not so for private, loopback, link-local and shared ones, for
/// IPv6's local ones, and for what is no address.
[[nodiscard]] bool faces_internet(std::string_view address);

}  // namespace candor
