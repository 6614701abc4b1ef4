#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "candor/text/node.hpp"

namespace candor {

/// The catalog and profiles that are compiled in. Each call adds a source without bytes, so
/// that places in it have a name; the tree borrows constant data and needs no parsing.
[[nodiscard]] yaml::Tree builtin_catalog(Sources& sources);

/// Nothing when no built-in profile has that id.
[[nodiscard]] std::optional<yaml::Tree> builtin_profile(std::string_view id, Sources& sources);

/// The ids of all built-in profiles, the default first.
[[nodiscard]] std::vector<std::string_view> builtin_profiles();

inline constexpr std::string_view default_profile = "minimum-standard";

}  // namespace candor
