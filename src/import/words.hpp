#pragma once

#include <span>
#include <string>
#include <string_view>

namespace candor {

/// The user's words as a message shows them: in backticks, harmless, cut when they are long.
[[nodiscard]] std::string in_backticks(std::string_view text);

/// "did you mean `b`?" when one is near, else "one of `a`, `b` or `c`".
[[nodiscard]] std::string hint_of(std::string_view word, std::span<const std::string_view> words);

/// Without the blanks around it, those that do not break a line too.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case: spreadsheets like to begin a cell with a capital.
[[nodiscard]] std::string lower_case(std::string_view text);

}  // namespace candor
