#pragma once

#include "candor/model/catalog.hpp"
#include "candor/text/node.hpp"

namespace candor {

/// Reads the sentences of a fact whose type, choices and fields are known already. Complains
/// about each sentence that the type needs and nobody wrote, about keys that the type does
/// not have, and about placeholders that its answers cannot fill (`bad-sentence`).
[[nodiscard]] Sentences read_sentences(const yaml::Node& say, const Fact& fact);

}  // namespace candor
