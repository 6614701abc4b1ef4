#pragma once

#include "candor/text/source.hpp"

namespace candor {

/// A value and where it was written, for anything a later stage may complain about.
template <typename T>
struct Located {
  T value{};
  Place place;
};

}  // namespace candor
