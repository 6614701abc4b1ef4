#pragma once

#include "candor/model/profile.hpp"
#include "candor/model/statement.hpp"

namespace candor {

/// The last day on which something of `from` is still within `span`; months clamp to the
/// month's end, and parts of a day count as none.
[[nodiscard]] Date last_day(Date from, const Duration& span);

/// Too old for its good news to count: older than the control's `fresh`.
[[nodiscard]] bool is_aged(const Statement& statement, const Control& control, Date as_of);

/// Strong and fresh enough for the word "proved" under this control.
[[nodiscard]] bool proves(const Statement& statement, const Control& control, Date as_of);

}  // namespace candor
