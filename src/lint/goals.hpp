#pragma once

#include <vector>

#include "candor/lint/lint.hpp"

/// The limits, in one place. C1 to C8, C11 and C18 of the goals for plain words.
namespace candor::lint {

inline constexpr double hardest_report = 6.0;         ///< C1: grade over a report
inline constexpr double hardest_finding = 8.0;        ///< C1: of any finding, and of any term's meaning
inline constexpr double least_ease = 70.0;            ///< C1
inline constexpr double most_watched = 0.5;           ///< C2: in 100 words
inline constexpr double most_words = 14.0;            ///< C4: a sentence, on average
inline constexpr double most_passive = 10.0;          ///< C5: in 100 sentences
inline constexpr double least_reader = 5.0;           ///< C7: you and we in 100 words
inline constexpr std::size_t most_abbreviations = 3;  ///< C11

/// What the goals ask of a text as a whole. `reads_on` is false for loose sentences, which need
/// not speak to anybody.
[[nodiscard]] std::vector<Goal> goals_of_whole(const Measures& whole, bool reads_on);

/// What they ask of its words: jargon, codes, percentages, scare words.
[[nodiscard]] std::vector<Goal> goals_of_words(const Measures& words);

/// A complaint for each goal of the whole that is not held, at one place. `hardest` is the line
/// of the sentence that is hardest to read; 0 when that is not known.
void complain_about_whole(const Measures& whole, bool reads_on, Place place, std::uint32_t hardest,
                          Diagnostics& diagnostics);

/// Whether there are more passives (in the text as a whole) or watched words than the goals allow.
[[nodiscard]] bool is_beyond(Spot::Kind kind, const Measures& whole, const Measures& words);

/// The limits by the figure that is shown: what reads 6.0 is 6.0.
[[nodiscard]] bool is_at_most(double value, double limit);
[[nodiscard]] bool is_at_least(double value, double limit);

}  // namespace candor::lint
