#pragma once

#include <optional>

#include "candor/model/comparison.hpp"

namespace candor {

/// What one of two assessments is made from.
struct Side {
  const Profile& profile;
  const Inventory& inventory;
  Date as_of;
};

/// Tells the difference between two assessments apart by its causes. Pure. `recorded` is what the older one came to
/// when it was recorded; nothing when it never was. Both sides speak the catalog's vocabulary, and all must outlive the
/// result, which points into them.
///
/// The steps are real assessments: the older side as recorded; judged by this program; on the newer day; against the
/// newer profile; with the newer proof and evidence; with what the client's inventory tells now, but for what it only
/// tells because somebody now knows; all of it. A value only became known when what was said before leaves it possible:
/// `unknown`, a count whose unknown heads were filled in, a list that got longer, the same said again on another day.
///
/// Points are whole ones: the shown difference is shared out over the causes by largest remainder, and each cause's
/// share over the controls that it moved, ties in the order of the causes and of the profile.
[[nodiscard]] Comparison compare(const Catalog& catalog, const Side& before, const std::optional<Result>& recorded,
                                 const Side& after);

}  // namespace candor
