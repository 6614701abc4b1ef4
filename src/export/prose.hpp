#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace candor {

/// One line that ends as a sentence does.
[[nodiscard]] std::string as_sentence(std::string_view text);

/// At most so many characters; what was cut off ends in `…`.
[[nodiscard]] std::string cut(std::string_view text, std::size_t most);

/// A text inside a SARIF message, where brackets make links and braces stand for arguments (3.11.5, 3.11.6).
[[nodiscard]] std::string message_text(std::string_view text);

/// A text inside Markdown, of which nothing is markup; OSCAL adds a few marks of its own.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace candor
