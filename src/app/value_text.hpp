#pragma once

#include <string>

#include "candor/model/catalog.hpp"
#include "candor/model/value.hpp"

namespace candor::app {

/// A value as it is written into a YAML file of ours and read back the same, on one line: texts in it are quoted
/// where they must be.
[[nodiscard]] std::string value_text(const Value& value, const Fact& fact);
[[nodiscard]] std::string record_text(const Record& record, const Fact& fact);

}  // namespace candor::app
