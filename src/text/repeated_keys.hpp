#pragma once

#include <cstdint>

#include "candor/text/node.hpp"

namespace candor::yaml {

/// Of repeated keys the first stands, and so that no reader meets the others they are
/// taken out. Sorting keeps this near linear for any number of keys.
/// `mapping` is the last one of the tree: nothing follows its values.
void drop_repeated_keys(Tree& tree, std::uint32_t mapping, Diagnostics& diagnostics);

}  // namespace candor::yaml
