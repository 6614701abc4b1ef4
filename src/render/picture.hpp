#pragma once

#include <array>
#include <string>

#include "candor/model/report.hpp"

/// Pictures as inline SVG. States are told apart by pattern, so that a grey print loses
/// nothing, and every picture says in its title what the words beside it say.
namespace candor {

/// The score as one bar of four parts.
[[nodiscard]] std::string picture(const BandBar& bar);

/// A small sample of one part of the bar: 0 proved, 1 only told, 2 not known, 3 missing.
/// One column a point, its parts told apart as in the bar, as many of the newest as there is room for.
[[nodiscard]] std::string picture(const ScoreLine& line);

[[nodiscard]] std::string bar_sample(std::size_t part);

/// What the small bars are filled with: once on a page that has any.
[[nodiscard]] std::string_view small_bar_fillings();

/// The bar of one client among many. Silent: its words stand beside it. Empty where nothing applies.
[[nodiscard]] std::string small_bar(const std::array<int, 4>& parts);

/// One door each: shut with proof, shut as told, open.
[[nodiscard]] std::string picture(const Doors::Row& row);

/// One mark each: has it, nobody knows, has it not. Many are drawn as one bar.
[[nodiscard]] std::string picture(const Crowd& crowd);

/// A mark for an outcome, with its own shape. Silent: the word stands beside it.
[[nodiscard]] std::string outcome_mark(Outcome outcome);

}  // namespace candor
