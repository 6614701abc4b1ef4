#pragma once

#include "case.hpp"

namespace candor {

/// Finds every place where what was told is better than something that stands: the told value
/// claims what another statement shows is not so. Replaced claims are told too.
void note_contradictions(const Case& in, Finding& finding);

}  // namespace candor
