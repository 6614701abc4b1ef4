#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "candor/lint/jargon.hpp"
#include "candor/lint/prose.hpp"

/// How hard a text is to read, counted. Pure: the same text gives the same numbers.
namespace candor::lint {

/// Counts of one text, or of several added up. What is a sentence, a word and a code:
/// src/lint/tokens.hpp; a syllable: src/lint/syllables.hpp.
struct Measures {
  std::size_t words = 0;
  std::size_t sentences = 0;
  std::size_t syllables = 0;
  std::size_t longest = 0;      ///< words of the longest sentence
  std::size_t passive = 0;      ///< sentences with a passive
  std::size_t reader = 0;       ///< you and we
  std::size_t jargon = 0;       ///< terms of tier A and B, and abbreviations, not explained where they first stand
  std::size_t watched = 0;      ///< terms of tier C
  std::size_t codes = 0;        ///< paths, settings, ids
  std::size_t percentages = 0;  ///< and "likely"
  std::size_t scares = 0;
  std::set<std::string> abbreviations;  ///< different ones, explained or not

  Measures& operator+=(const Measures& other);

  /// J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted
  /// personnel, 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59, a school grade.
  [[nodiscard]] double grade() const;
  /// R. Flesch, A new readability yardstick, 1948: 206.835 - 1.015 words a sentence - 84.6
  /// syllables a word; 100 is very easy.
  [[nodiscard]] double ease() const;
  [[nodiscard]] double words_a_sentence() const;
  [[nodiscard]] double passive_in_100() const;
  [[nodiscard]] double reader_in_100() const;
  [[nodiscard]] double watched_in_100() const;
};

/// Something in a text that the goals speak of.
struct Spot {
  enum class Kind { Jargon, Watched, Code, Percentage, Vague, Scare, Passive, LongSentence, Abbreviation };
  Kind kind = Kind::Jargon;
  std::size_t begin = 0;  ///< in `Prose::text`
  std::size_t end = 0;
  std::uint32_t number = 0;  ///< Jargon, Watched: the term; LongSentence: its words
};

/// A measured text.
struct Measured {
  Measures measures;
  std::vector<Spot> spots;            ///< sentence by sentence
  std::set<std::uint32_t> explained;  ///< terms that the text explains
  std::size_t hardest = 0;            ///< where its hardest sentence begins, in `Prose::text`
};

inline constexpr std::size_t longest_sentence = 25;

/// `known` are terms that were explained before the text begins.
[[nodiscard]] Measured measure(const Prose& prose, const Jargon& jargon, const std::set<std::uint32_t>& known = {});

}  // namespace candor::lint
