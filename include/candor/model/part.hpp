#pragma once

#include <string_view>

namespace candor {

/// Two plans are about one thing where their parts are the same or one of them is about all of it (empty).
[[nodiscard]] inline bool is_of_one_part(std::string_view part, std::string_view other) {
  return part.empty() || other.empty() || part == other;
}

}  // namespace candor
