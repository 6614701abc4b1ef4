#pragma once

#include <string>

#include "candor/export/export.hpp"

namespace candor {

/// The whole assessment, as profiles/schemas/assessment.schema.json describes it.
[[nodiscard]] std::string export_json(const Report& report, const Sources& files);

}  // namespace candor
