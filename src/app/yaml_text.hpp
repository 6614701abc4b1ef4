#pragma once

#include <string>
#include <string_view>

namespace candor::app {

/// A text as it is written into a YAML file of ours: plain where that is safe, else in double
/// quotes. Needs valid UTF-8.
[[nodiscard]] std::string yaml_text(std::string_view text);

}  // namespace candor::app
