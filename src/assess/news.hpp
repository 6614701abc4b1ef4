#pragma once

#include <vector>

#include "candor/model/comparison.hpp"

namespace candor {

/// The assessments of a comparison, each with one thing more as it is now.
struct Steps {
  const Assessment& old;
  const Assessment& later;
  const Assessment& by_newer;
  const Assessment& proved;
  const Assessment& told;
  const Assessment& now;
};

/// Says for every control what was said, or is no longer said, that moved it.
void add_news(const Steps& steps, std::vector<ControlChange>& changes);

}  // namespace candor
