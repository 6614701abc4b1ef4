#pragma once

#include <string>

#include "candor/model/inventory.hpp"
#include "candor/model/profile.hpp"

namespace candor::app {

/// What is still to be done before the audit is complete, line by line: the questions that are out, and the
/// gates that rest on facts which nobody has answered or put down as a question. Empty when nothing is.
[[nodiscard]] std::string still_open(const Inventory& inventory, const Catalog& catalog, const Profile& profile);

}  // namespace candor::app
