#pragma once

#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

/// What comes back after a bad day, part by part, as the report and the card tell it.
namespace candor::wording {

/// `40 minutes`, `5 hours and 40 minutes`, `2 days and 4 hours`: a time that was added up.
[[nodiscard]] std::string length(const Duration& time);

/// One sentence or two for each part that is promised, in the order of the file:
/// `Server: you get all of it back, but for up to 1 day of work. The test on 12 September 2026 took 3 hours.`
[[nodiscard]] std::vector<std::string> promised(const Assessment& assessment);

/// The same for the day itself, at most `limit` of them and the names of the rest; with the place, also where
/// the copy is.
/// `Server: back in 3 hours; you lose up to 1 day of work. D. Keane tested it on 12 September 2026.`
[[nodiscard]] std::vector<std::string> promised_in_short(const Assessment& assessment, std::size_t limit,
                                                         bool with_place);

/// What came back in a test that we saw, though something else is lacking for a promise.
[[nodiscard]] std::vector<std::string> tested_only(const Assessment& assessment);

/// What is not promised, and what it lacks; parts that lack all of it share one line.
[[nodiscard]] std::vector<std::string> not_promised(const Assessment& assessment);

/// The names of what is not promised: `Server, Mail`; `all your data` where parts have no name.
[[nodiscard]] std::vector<std::string> names_not_promised(const Recovery& recovery);

}  // namespace candor::wording
