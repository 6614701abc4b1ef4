#pragma once

#include <string>
#include <string_view>

namespace candor {

/// A text as Markdown that reads as it is: nothing in it becomes a link, an image, HTML,
/// a heading, a list, a table or a mention. The result is one line; where it stands at the
/// beginning of a line, it still starts no block.
[[nodiscard]] std::string escape_markdown(std::string_view text);

}  // namespace candor
