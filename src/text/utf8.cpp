#include "candor/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>
#include <utf8proc.h>

#include "candor/text/log_line.hpp"

namespace candor {

namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0u) == 0x80u; }

/// Arabic and other signs that stand before a number and are seen, though Unicode files
/// them under format characters.
bool is_visible_format(char32_t c) {
  return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 || c == 0x0891 || c == 0x08E2 ||
         c == 0x110BD || c == 0x110CD;
}

/// Letters and marks that draw nothing.
bool is_blank_letter(char32_t c) {
  return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || c == 0x3164 || c == 0xFFA0;
}

bool belongs_to_word(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CF: return true;
    default: return false;
  }
}

/// Taken apart and without case: `É` is `e` and its accent, `ß` is `ss`; what cannot be seen is nothing.
void add_folded(char32_t c, std::string& folded) {
  constexpr std::size_t most = 32;  // the longest is 18
  std::array<utf8proc_int32_t, most> points{};
  int boundary = 0;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), points.data(), most, options, &boundary);
  for (utf8proc_ssize_t at = 0; at < count && at < static_cast<utf8proc_ssize_t>(most); ++at) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(points[static_cast<std::size_t>(at)], bytes.data());
    for (utf8proc_ssize_t byte = 0; byte < size; ++byte)
      folded += static_cast<char>(bytes[static_cast<std::size_t>(byte)]);
  }
}

/// How many bytes at the beginning are ASCII, eight at a time as long as that goes.
std::size_t plain_bytes(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_noncharacter(char32_t c) { return (c & 0xFFFEu) == 0xFFFEu || (c >= 0xFDD0 && c <= 0xFDEF); }

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) -> unsigned char {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0;
  };
  const unsigned char first = byte(0);
  if (first < 0x80) return {.character = first, .size = 1, .is_valid = true};
  const Decoded broken{.character = first, .size = 1, .is_valid = false};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return broken;
  char32_t character = first & (0x7Fu >> size);
  for (std::size_t offset = 1; offset < size; ++offset) {
    if (!is_continuation(byte(offset))) return broken;
    character = character << 6u | (byte(offset) & 0x3Fu);
  }
  const bool overlong = (size == 3 && character < 0x800) || (size == 4 && character < 0x10000);
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (overlong || surrogate || character > 0x10FFFF) return broken;
  return {.character = character, .size = size, .is_valid = true};
}

bool is_ascii(std::string_view text) { return plain_bytes(text) == text.size(); }

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    at += plain_bytes(text.substr(at));  // most are, and reading large files is half of their import
    if (at == text.size()) break;
    const auto decoded = decode(text, at);
    if (!decoded.is_valid) return at;
    at += decoded.size;
  }
  return std::nullopt;
}

char32_t next_character(std::string_view text, std::size_t& next) {
  const auto decoded = decode(text, next);
  next += decoded.size;
  return decoded.character;
}

std::vector<FoldedWord> folded_words(std::string_view text) {
  std::vector<FoldedWord> words;
  bool is_inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode(text, at);
    const bool belongs = decoded.is_valid && belongs_to_word(decoded.character);
    if (belongs && !is_inside) words.push_back({at, at, {}});
    if (belongs) add_folded(decoded.character, words.back().folded);
    at += decoded.size;
    if (belongs) words.back().end = at;
    is_inside = belongs;
  }
  std::erase_if(words, [](const FoldedWord& word) { return word.folded.empty(); });
  return words;
}

std::size_t display_width(std::string_view text) {
  // Most words are plain: each character is one column, and nobody need look it up.
  if (std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; })) return text.size();
  std::size_t width = 0;
  std::size_t cluster = 0;  // width of the characters that are drawn as one
  std::size_t first = 0;    // width of the first of them
  bool is_sequence = false;
  utf8proc_int32_t state = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    const auto point = static_cast<utf8proc_int32_t>(character);
    const auto columns = static_cast<std::size_t>(std::max(0, utf8proc_charwidth(point)));
    const bool starts =
        before == 0 || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before), point, &state);
    if (starts) {
      width += is_sequence ? first : cluster;
      cluster = 0;
      first = columns;
      is_sequence = false;
    }
    cluster += columns;
    // Joined emoji and skin tones are drawn in the place of the first.
    is_sequence = is_sequence || character == 0x200D || (!starts && character >= 0x1F3FB && character <= 0x1F3FF);
    before = character;
  }
  return width + (is_sequence ? first : cluster);
}

bool is_hostile(char32_t character) {
  if (character < 0x7F) return character < 0x20;
  if (is_noncharacter(character) || is_blank_letter(character)) return true;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(character))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    case UTF8PROC_CATEGORY_CF: return !is_visible_format(character);
    default: return false;
  }
}

std::string show_hostile(std::string_view text) {
  // Most texts have nothing in them that needs looking at.
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != ':' && c != '['; };
  if (std::ranges::all_of(text, is_plain)) return std::string{text};
  std::string shown;
  shown.reserve(text.size());
  bool spells_colon = begins_command(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode(text, at);
    const bool is_colon = spells_colon && text[at] == ':';
    spells_colon = spells_colon && !is_colon;
    if (!decoded.is_valid)
      shown += fmt::format("\\x{:02X}", static_cast<unsigned>(decoded.character));
    else if (is_colon || is_hostile(decoded.character) || opens_command(text, at))
      shown += fmt::format("\\u{{{:X}}}", static_cast<unsigned>(decoded.character));
    else
      shown += text.substr(at, decoded.size);
    at += decoded.size;
  }
  return shown;
}

}  // namespace candor
