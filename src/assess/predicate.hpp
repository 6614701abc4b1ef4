#pragma once

#include "candor/model/assessment.hpp"

namespace candor {

/// What one value says about one condition, before age and parts come in: `low` and `high`
/// are 0 or whole, or a ratio for a coverage that says its size. `said_on` is the day of the
/// statement. Only `low` and `high` of the result are used.
[[nodiscard]] Interval judge(const Condition& condition, const Fact& fact, const Value& value, Date said_on,
                             Date as_of);

/// What one record says about the conditions inside `every`.
[[nodiscard]] Interval judge(const std::vector<Condition>& conditions, const Record& record, Date said_on, Date as_of);

/// True when a version is at least the highest of `fixed`, or at least the entry of its own
/// line. Versions of one line share their first two numbers: 2.12.4 is the fix of the 2.12 line.
/// Source of the rule: CISA's log4j guidance and the GitHub advisories give a fix for each line.
[[nodiscard]] bool is_fixed(const Version& version, const std::vector<Version>& fixed);

/// `part` of `all` in millionths, rounded down; `all` must be positive.
[[nodiscard]] Millionths ratio(std::int64_t part, std::int64_t all);

/// The smallest of each: of those that count, the worst counts.
[[nodiscard]] Interval worse(const Interval& a, const Interval& b);

/// The largest of each, for `any:`.
[[nodiscard]] Interval better(const Interval& a, const Interval& b);

}  // namespace candor
