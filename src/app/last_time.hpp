#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/past.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/comparison.hpp"
#include "candor/redact/redact.hpp"

namespace candor::app {

/// What the last recorded assessment was made from, what changed since, and how the score went. It stays where it was
/// made: the comparison points into the past.
struct LastTime {
  Past past;
  Comparison comparison;
  std::vector<Result> results;  ///< as many of the newest as a report shows, the oldest first
};

/// The last time is the newest record before the assessment's day with the same profile, which is named as the records
/// have it. Nothing when there is none, or when it cannot be read: then the session has a warning. Where there are
/// stand-ins, the assessment has them already.
[[nodiscard]] std::unique_ptr<LastTime> load_last_time(const std::string& folder, const Assessment& assessment,
                                                       const std::string& profile, const Settings& settings,
                                                       StandIns* stand_ins, Session& session);

}  // namespace candor::app
