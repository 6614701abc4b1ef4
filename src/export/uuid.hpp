#pragma once

#include <string>
#include <string_view>

namespace candor {

/// The same UUID for the same name, ours alone: the first 128 bits of a SHA-256 in the shape of version 5. RFC 9562
/// makes that version of a SHA-1 and has 8 for any other hash, but OSCAL takes none but 4 and 5; a reader cannot tell.
[[nodiscard]] std::string uuid_of(std::string_view name);

}  // namespace candor
