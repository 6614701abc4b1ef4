#pragma once

#include "candor/model/catalog.hpp"
#include "candor/model/inventory.hpp"

namespace candor {

/// What was told before, beside the proof and evidence that there is now.
[[nodiscard]] Inventory with_newer_evidence(const Inventory& before, const Inventory& after);

/// What there is now, but for what is only told because it became known: there, what was told before.
[[nodiscard]] Inventory without_new_knowledge(const Inventory& before, const Inventory& after);

/// The same news from the same source, wherever it is written.
[[nodiscard]] bool says_the_same(const Statement& a, const Statement& b);
[[nodiscard]] bool says(const Inventory& inventory, const Statement& statement);

}  // namespace candor
