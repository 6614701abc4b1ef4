#pragma once

#include "reading.hpp"

namespace candor {

/// Adds a statement for each value under `facts:`, in file order. `base` carries what holds
/// for all of them unless they say otherwise: kind, origin, date, by and told_by.
void read_facts(const yaml::Node& node, const Statement& base, const Reading& reading);

}  // namespace candor
