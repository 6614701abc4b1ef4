#pragma once

#include <string>
#include <string_view>

namespace candor {

/// A text as Markdown that reads as it is: nothing in it becomes a link, an image, HTML,
/// a heading, a list, a table or a mention. The result is one line; where it stands at the
/// beginning of a line, it still starts no block.
[[nodiscard]] std::string escape_markdown(std::string_view text);

/// A text as it is, on one line, with hostile characters spelt out: for a place with escapes
/// of its own.
[[nodiscard]] std::string harmless(std::string_view text);

/// A text inside an element or a quoted attribute of HTML or SVG.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace candor
