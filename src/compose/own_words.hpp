#pragma once

#include <optional>
#include <string_view>

#include "candor/model/report.hpp"

namespace candor {

/// One of the words that our own reports and manuals are written in, as this profile uses it. `wanted` is
/// in small letters.
[[nodiscard]] std::optional<Report> explain_own_word(const Profile& profile, std::string_view wanted);

}  // namespace candor
