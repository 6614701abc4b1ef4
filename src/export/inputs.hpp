#pragma once

#include "candor/model/history.hpp"
#include "export/object.hpp"

namespace candor {

/// All that an assessment was made from: each file as it was read, and the digests of the documents.
[[nodiscard]] Json json_of(const Inputs& inputs);

}  // namespace candor
