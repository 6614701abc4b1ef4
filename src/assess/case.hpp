#pragma once

#include <algorithm>

#include "candor/model/assessment.hpp"
#include "standing.hpp"

namespace candor {

/// The arguments of one assessment and what stands on its date, handed from step to step.
struct Case {
  const Catalog& catalog;
  const Profile& profile;
  const Inventory& inventory;
  Date as_of;
  const Standing& standing;

  /// The part was named, but nobody said anything about it.
  [[nodiscard]] bool names_only(const PartStatements& part) const {
    return std::ranges::all_of(part.standing, [&](std::size_t i) { return is_unknown(inventory.statements[i].value); });
  }
};

}  // namespace candor
