#pragma once

#include "reading.hpp"

namespace candor {

/// `from:` of a file that an import wrote: which tool, which bytes, what it could not see.
struct From {
  ToolRun run;
  std::string sha256;
};
[[nodiscard]] From read_from(const yaml::Node& node, const ReadContext& context);

/// `statements:`, what a tool shows: facts and their values, each of kind `export` or `test`.
void read_statements(const yaml::Node& node, const From& from, const Reading& reading);

}  // namespace candor
