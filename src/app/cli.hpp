#pragma once

namespace candor::app {

/// Reads the command line, runs the verb it names, and returns the exit status.
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace candor::app
