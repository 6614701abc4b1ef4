#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "candor/model/profile.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// Reads the conditions of a floor or a stretch target: a list of which all must hold.
/// Each is one test of a fact that fits the fact's type, or a group. Complains about
/// whatever is not one and leaves it out.
[[nodiscard]] std::vector<Condition> read_conditions(const yaml::Node& list, const Catalog& catalog);

/// A span of days, weeks, months or years, at least one and at most a hundred years.
[[nodiscard]] std::optional<Duration> read_span(const yaml::Node& node);

}  // namespace candor
