#pragma once

#include <string>
#include <vector>

#include "candor/model/assessment.hpp"
#include "candor/model/report.hpp"

namespace candor::wording {

/// How much of what was found is told.
struct FoundLimit {
  std::size_t lines = 6;    ///< parts and records; what is over is counted
  bool with_source = true;  ///< say who told or saw it, and when
};

/// What was found, and the counts in it that can be drawn.
struct Found {
  std::string text;
  std::vector<Crowd> crowds;
};

/// What we found that makes this finding a gap, in sentences: what falls short or is not
/// known, part by part. What is in order is left out, unless all of it is.
[[nodiscard]] Found found(const Assessment& assessment, const Finding& finding, FoundLimit limit);

}  // namespace candor::wording
