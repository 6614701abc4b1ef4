#pragma once

#include "candor/model/catalog.hpp"
#include "candor/model/inventory.hpp"

namespace candor {

/// What was told before, beside the proof and evidence that there is now.
[[nodiscard]] Inventory with_newer_evidence(const Inventory& before, const Inventory& after);

/// What there is now, but for what is only told because it became known: there, what was told before.
[[nodiscard]] Inventory without_new_knowledge(const Inventory& before, const Inventory& after);

}  // namespace candor
