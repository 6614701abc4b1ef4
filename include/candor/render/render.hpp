#pragma once

#include <span>
#include <string>
#include <string_view>

#include "candor/model/report.hpp"

namespace candor {

/// How the place that shows the report looks.
struct Canvas {
  int width = 80;      ///< columns of a terminal
  bool color = false;  ///< never true for a file or a pipe
};

/// A format for people. `render` returns the whole output; it walks the report's blocks.
struct Renderer {
  std::string_view name;
  std::string_view purpose;
  std::string (*render)(const Report& report, const Canvas& canvas);
};

/// All formats for people, in the order of --help and the manual.
[[nodiscard]] std::span<const Renderer> renderers();

}  // namespace candor
