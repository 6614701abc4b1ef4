#pragma once

namespace candor::app {

/// What a stream shows. Only a terminal has colour and a width of its own.
struct Terminal {
  bool is_there = false;     ///< false: a file or a pipe
  bool shows_color = false;  ///< a terminal that is not `dumb`, and NO_COLOR is not set
  int width = 80;
};

[[nodiscard]] Terminal standard_output_terminal();
[[nodiscard]] Terminal standard_error_terminal();

}  // namespace candor::app
