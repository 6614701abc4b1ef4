#pragma once

#include "candor/model/report.hpp"

namespace candor {

/// The same findings as a work list: addresses, thresholds, clauses and where to look.
[[nodiscard]] Report compose_technician(const Assessment& assessment);

}  // namespace candor
