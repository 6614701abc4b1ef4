#pragma once

#include <string>

namespace candor::app {

/// `candor 0.1.0` and a line's end. Scripts read it: it stays as it is.
[[nodiscard]] std::string version();

/// What went into this program: the compiler, the data with their fingerprints, and every library with its version, its
/// licence and how it got there. For whoever reports a fault, or must know where a library is in use.
[[nodiscard]] std::string made_of();

}  // namespace candor::app
