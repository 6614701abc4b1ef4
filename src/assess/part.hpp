#pragma once

#include <string>

#include "case.hpp"

namespace candor {

/// One record as a text that equals another's when they say the same.
[[nodiscard]] std::string key_of(const Record& record, const Fact& fact);

/// The worst of what stands on one part, in whole answers; proved when one of them is strong and fresh
/// enough. Events and coverages that say their size are judged elsewhere: the former add up, the latter in heads.
[[nodiscard]] Interval check_part(const Case& in, const Control& control, const Condition& condition,
                                  const PartStatements& part);

}  // namespace candor
