#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace candor::yaml {

/// A fault of syntax in words of ours.
struct SyntaxFault {
  std::string_view code = "syntax";
  std::string message;
  std::string hint;
};

/// Turns the parser's own words and the byte it stopped at into words that help.
/// `open_line` is the line of the innermost bracket that was still open, or 0.
[[nodiscard]] SyntaxFault explain_syntax(std::string_view parser_words, std::string_view text, std::size_t at,
                                         std::uint32_t open_line);

/// How a key and its value are written that lack the `:` between them, or the blank after it.
[[nodiscard]] std::string hint_for_lost_colon(std::string_view written);

/// The byte after the closing quote of the quoted text that begins at `at`, or nothing when
/// no quote closes it.
[[nodiscard]] std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at);

/// The first quote from `at` on that opens a text nobody closes.
[[nodiscard]] std::optional<std::size_t> find_unclosed_quote(std::string_view text, std::size_t at);

/// Whether a `:` makes a key of the text at `at`, which takes `size` bytes outside quotes.
/// Also true where a `?`, an anchor or a tag stands instead and another complaint is due.
[[nodiscard]] bool has_colon(std::string_view text, std::size_t at, std::size_t size);

/// The `-` before `end` that has nothing but blanks and comments after it.
[[nodiscard]] std::optional<std::size_t> find_item_dash(std::string_view text, std::size_t end);

}  // namespace candor::yaml
