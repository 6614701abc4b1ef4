#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

/// Breaks a text into lines of at most `width` columns, at blanks where it can. Line breaks
/// and tabs of the text count as blanks; other characters that could act on a terminal are
/// spelt out. At least one line, which may be empty.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The text with every run of blanks, tabs and line breaks as one blank, and none at its ends.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace candor
