#pragma once

#include <array>
#include <string>
#include <string_view>

#include "candor/model/report.hpp"

namespace candor {

/// The four parts of a bar, told apart without colour: proved, claimed only, not known, missing.
inline constexpr std::array<std::string_view, 4> bar_marks{"█", "▒", "?", "·"};

/// How many of `cells` each part of the bar takes; they add up to `cells`, and no part that
/// has a point is left out.
[[nodiscard]] std::array<int, 4> bar_cells(const BandBar& bar, int cells);

/// A shape for each outcome, so that its word never rests on colour alone.
[[nodiscard]] std::string_view shape(Outcome outcome);

}  // namespace candor
