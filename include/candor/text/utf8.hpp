#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

[[nodiscard]] bool is_ascii(std::string_view text);

/// Byte offset of the first byte that is not valid UTF-8 (overlong forms and
/// surrogates are not), or nothing when all is well.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Columns a terminal needs: wide characters take 2, combining ones 0, and an emoji
/// sequence as many as its first part. Needs valid UTF-8.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// True for characters that may act on a reader instead of being read: C0 and C1
/// controls, bidi controls, zero-width and other invisible format characters.
/// Tab and line feed count too: callers that allow them say so.
[[nodiscard]] bool is_hostile(char32_t character);

/// Replaces every hostile character by a visible `\u{202E}` form, so that nothing from
/// a file acts on a terminal, page or log. Invalid bytes become `\xNN`. The colon of `::name` at the
/// beginning and the bracket of `##[` are spelt out too: a build machine obeys them (log_line.hpp).
[[nodiscard]] std::string show_hostile(std::string_view text);

/// One character, or one byte that is not part of any.
struct Decoded {
  char32_t character = 0;  ///< the byte's value where it is not valid
  std::size_t size = 1;    ///< bytes taken
  bool is_valid = true;
};

/// Reads what stands at a byte offset that lies inside the text. Any bytes will do.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at);

/// A word of a text, as it is compared where neither case nor the way in which accents are written matters.
struct FoldedWord {
  std::size_t start = 0;  ///< byte offset
  std::size_t end = 0;
  std::string folded;
};

/// All words, in order: runs of letters, digits and the marks on them. What cannot be seen divides none.
[[nodiscard]] std::vector<FoldedWord> folded_words(std::string_view text);

/// Walks code points; `next` is advanced past the character read. Needs valid UTF-8.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& next);

}  // namespace candor
