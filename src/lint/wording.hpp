#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/tokens.hpp"

/// Wordings that the goals for plain words speak of, found in the words of one sentence.
namespace candor::lint {

/// A form of "to be" or "to get" and a participle, with at most two words such as "not" or
/// "quickly" between them: "the files were quickly stolen".
[[nodiscard]] std::optional<Span> find_passive(std::string_view text, const std::vector<Token>& words);

/// "you", "your", "we", "our" or "us" among the parts of a word; in capitals it is a country.
[[nodiscard]] bool addresses_reader(std::string_view word);

/// A number with a per cent sign, and "per cent".
[[nodiscard]] std::vector<Span> find_percentages(std::string_view text, Span sentence);

/// "likely" and its kin.
[[nodiscard]] bool is_vague(std::string_view word);

/// Words that frighten or sell, and exclamation marks.
[[nodiscard]] std::vector<Span> find_scares(std::string_view text, Span sentence);

/// Two capitals or more, with digits perhaps, as `NDA`; countries, currencies and what everybody
/// says (`PC`, `TV`) are none.
[[nodiscard]] bool is_abbreviation(std::string_view word);

}  // namespace candor::lint
