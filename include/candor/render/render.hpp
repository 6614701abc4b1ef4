#pragma once

#include <span>
#include <string>
#include <string_view>

#include "candor/model/report.hpp"

namespace candor {

enum class Paper { A4, Letter };

/// Whose report it is, as its provider wants to be seen.
struct Brand {
  std::string name;
  std::string logo;    ///< a `data:` address of a picture; empty for none
  std::string accent;  ///< `#1d3f5e`, with a contrast of at least 7:1 on white; empty for ours
};

/// How the place that shows the report looks.
struct Canvas {
  int width = 80;      ///< columns of a terminal
  bool color = false;  ///< never true for a file or a pipe
  Paper paper = Paper::A4;
  Brand brand = {};
};

/// A format for people. `render` returns the whole output; it walks the report's blocks.
struct Renderer {
  std::string_view name;
  std::string_view purpose;
  std::string_view ending;  ///< of a file that holds it: `.html`; empty for none
  std::string (*render)(const Report& report, const Canvas& canvas);
  bool is_printed = false;  ///< what `render` gives is a page, still to be printed as a PDF
};

/// All formats for people, in the order of --help and the manual.
[[nodiscard]] std::span<const Renderer> renderers();

}  // namespace candor
