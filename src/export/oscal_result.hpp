#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "candor/model/report.hpp"
#include "export/object.hpp"

namespace candor::oscal {

/// The UUID of each statement that stands, by its index. A statement is known by what it says: where it is written may
/// change.
using Observations = std::map<std::size_t, std::string>;
[[nodiscard]] Observations observations_of(const Assessment& assessment);

/// The document that a statement names, as a resource.
[[nodiscard]] std::string file_uuid(const Statement& said, const Assessment& assessment);

/// Observations, risks, findings and what is counted.
[[nodiscard]] Json result_of(const Report& report, const Observations& observations);

}  // namespace candor::oscal
