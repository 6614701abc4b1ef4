#pragma once

#include "case.hpp"

namespace candor {

/// What one answer says of so many heads: how many surely and at most have it, and of how many it says itself that it
/// does not know. One that looked at fewer than there are leaves the rest unknown too.
struct Heads {
  std::int64_t has = 0;
  std::int64_t high = 0;
  std::int64_t unknown = 0;
};
[[nodiscard]] Heads heads_in(const Value& value, std::int64_t size);

/// Parts of a coverage add up. Fills the check's interval, count and parts.
void check_coverage(const Case& in, const Control& control, Check& check);

}  // namespace candor
