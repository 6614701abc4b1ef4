#pragma once

#include <cstdint>

#include "candor/text/node.hpp"

namespace candor::yaml {

/// Whether two keys of a mapping are the same. It is the last one of the tree, as below.
[[nodiscard]] bool repeats_a_key(const Tree& tree, std::uint32_t mapping);

/// Of repeated keys the first stands, and so that no reader meets the others they are
/// taken out. Sorting keeps this near linear for any number of keys.
/// `mapping` is the last one of the tree: nothing follows its values.
void drop_repeated_keys(Tree& tree, std::uint32_t mapping, Diagnostics& diagnostics);

}  // namespace candor::yaml
