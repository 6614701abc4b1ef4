#pragma once

#include "blocks.hpp"

namespace candor {

/// Page 1, at most about 220 words: the verdict, what to do first, what is open, one decision to sign,
/// the score last. Where there is too much to tell, lists are cut and say how much is left.
[[nodiscard]] Blocks compose_page_one(const Assessment& assessment);

}  // namespace candor
