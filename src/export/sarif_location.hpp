#pragma once

#include "candor/text/source.hpp"
#include "export/object.hpp"

namespace candor {

/// The folder that paths are relative to, as SARIF and GitHub call it: the one candor was started in.
inline constexpr std::string_view source_root = "%SRCROOT%";

/// A place as a `physicalLocation`: the file and, from the place on, its line. A path that leads out of the working
/// folder stays as it is; an absolute one becomes a `file:` address, which GitHub makes relative to the checkout.
[[nodiscard]] Json physical_location(const Place& place, const Sources& files);

}  // namespace candor
