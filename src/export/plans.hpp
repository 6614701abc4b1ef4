#pragma once

#include "candor/model/catalog.hpp"
#include "candor/model/inventory.hpp"
#include "export/object.hpp"

namespace candor {

/// What client and provider said about doing something, or not doing it.
[[nodiscard]] Json json_of(const Decline& decline, const Sources& files);
[[nodiscard]] Json json_of(const Offer& offer, const Sources& files);
[[nodiscard]] Json json_of(const Agreed& agreed, const Sources& files);
[[nodiscard]] Json json_of(const OpenQuestion& question, const Catalog& catalog, const Sources& files);
[[nodiscard]] Json json_of(const NotApplicable& entry, const Sources& files);

}  // namespace candor
