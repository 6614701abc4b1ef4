#pragma once

#include <optional>

#include "candor/text/date.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// An ISO date, past or to come; complains (`bad-date`) and says how the day is written.
[[nodiscard]] std::optional<Date> read_day(const yaml::Node& node);

/// An ISO date of something that was seen, said or done; complains too when it is after `latest` (`future-date`).
[[nodiscard]] std::optional<Date> read_past_day(const yaml::Node& node, Date latest);

}  // namespace candor
