#pragma once

#include "case.hpp"

namespace candor {

/// Rests on the gates alone: below when one is missed, cannot tell when one is not known or
/// lacks its proof or none applies, else meets.
[[nodiscard]] Verdict verdict_of(const Profile& profile, const std::vector<Finding>& findings);

/// What follows for the provider's service. With conditions: every missed gate has an agreed
/// action with a named person and a day that is within the profile's grace and not past, and
/// every unknown gate has an open question with who finds out by when, and that day is not past.
[[nodiscard]] Service service_of(const Case& in, Verdict verdict, const std::vector<Finding>& findings);

}  // namespace candor
