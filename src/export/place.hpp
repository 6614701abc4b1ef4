#pragma once

#include <string>

#include "candor/model/assessment.hpp"
#include "candor/text/source.hpp"

namespace candor {

/// Where one reads why a control came out as it did: the worst standing statement of the first condition that does not
/// hold. Where nobody said anything it is the first line of the inventory.
[[nodiscard]] Place place_of(const Assessment& assessment, const Finding& finding);

/// The path of a source for a program that knows the repository: as it was given, without `./` before it. What came in
/// through standard input is called `inventory.yaml`.
[[nodiscard]] std::string path_of(const Place& place, const Sources& files);

/// The line, of which such programs know none below 1.
[[nodiscard]] std::uint32_t line_of(const Place& place);

/// `clients/acme/inventory.yaml:12`
[[nodiscard]] std::string place_text(const Place& place, const Sources& files);

}  // namespace candor
