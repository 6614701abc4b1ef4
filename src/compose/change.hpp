#pragma once

#include <string>
#include <vector>

#include "blocks.hpp"
#include "candor/model/comparison.hpp"

/// The difference between two assessments in words for an owner.
namespace candor::wording {

/// `You are still below the minimum standard.`
[[nodiscard]] std::string verdicts(const Comparison& comparison);

/// The three numbers then and now, a row each.
[[nodiscard]] Rows numbers(const Comparison& comparison);

/// Under a heading of that level the causes that moved a point, each with its points, and the order in which they are
/// told apart; empty when none did.
[[nodiscard]] Blocks why(const Comparison& comparison, int level);

/// `3 points more with proof and 2 fewer with what was told`; empty when no point moved.
[[nodiscard]] std::string in_words(const Points& points);

/// True when it was judged otherwise, weighed otherwise, or something new was said of it. The points of all others move
/// only with the whole.
[[nodiscard]] bool is_moved(const ControlChange& change);

[[nodiscard]] bool is_other_outcome(const ControlChange& change);

/// `Missing before, in place now.`
[[nodiscard]] std::string outcomes(const ControlChange& change);

/// Why it moved: a sentence or two each, with the points of its cause.
[[nodiscard]] std::vector<std::string> reasons(const Comparison& comparison, const ControlChange& change);

}  // namespace candor::wording
