#pragma once

#include <string_view>

namespace candor::lint {

/// The syllables of one English word, as it is spoken: at least 1 for anything with a letter.
/// By rule (groups of vowels, less the endings that are silent, plus the pairs that are two),
/// with a list of frequent words that the rules get wrong. A word with a hyphen is its parts.
[[nodiscard]] int syllables(std::string_view word);

}  // namespace candor::lint
