#pragma once

#include <string>

#include "candor/model/profile.hpp"
#include "export/object.hpp"

namespace candor {

/// How severe GitHub takes a control to be, of 10 and in tenths, rounded down: a must-have is worth
/// 7 + 3 x weight / heaviest weight, so high or critical; any other control 6.9 x weight / heaviest weight, so low or
/// medium, and 0.1 at least. GitHub reads a string and drops a number without a word.
[[nodiscard]] std::string security_severity(const Control& control, const Profile& profile);

/// A control as a rule of SARIF, within GitHub's limits: 255 characters of name and 1024 of description.
[[nodiscard]] Json rule_of(const Control& control, const Profile& profile);

}  // namespace candor
