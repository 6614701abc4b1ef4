#pragma once

#include "candor/model/profile.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// What a control is read against: facts, and the baselines of its profile.
struct ControlContext {
  const Catalog& catalog;
  const Profile& profile;
};

/// Reads a control on top of what it holds already. A new one must say everything; one that
/// is taken over under `extends` changes only the keys that are written, words key by key.
void read_control(const yaml::Node& node, const ControlContext& context, bool is_new, Control& control);

}  // namespace candor
