#include "raw.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "candor/text/node.hpp"
#include "candor/text/utf8.hpp"

namespace candor::yaml {

namespace {

constexpr std::size_t block = 256;
constexpr int most_complaints = 20;  // of one file's characters: more say nothing new
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// UTF-16 and UTF-32 with a mark, or without one as far as a Latin first letter shows it.
bool is_wide_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

struct Walk {
  std::string_view bytes;
  Place place;
  Diagnostics& diagnostics;
  RawText result{.is_readable = true};
  int complaints = 0;

  void complain(std::string message, std::string hint) {
    if (++complaints <= most_complaints)
      diagnostics.error(place, "control-character", std::move(message), std::move(hint));
  }

  /// A control character proper. The parser takes some of them for the end of the file.
  void control(char32_t character) {
    result.is_readable = false;
    complain(fmt::format("the control character `\\u{{{:X}}}` stands here", static_cast<unsigned>(character)),
             "delete it; an editor that shows invisible characters finds it");
  }

  /// True when the walk should go on.
  bool visit(const Decoded& decoded, std::size_t at) {
    if (!decoded.is_valid) {
      result.is_readable = false;
      diagnostics.error(
          place, "invalid-utf8",
          fmt::format("the byte 0x{:02X} is not part of any UTF-8 character", static_cast<unsigned>(decoded.character)),
          "save the file as UTF-8");
      return false;
    }
    const char32_t character = decoded.character;
    if (character == 0) {
      result.is_readable = false;
      complain("a NUL byte stands here", "this may be no text file, or one that was damaged");
      return false;
    }
    if (character == U'\r') {
      if (at + 1 < bytes.size() && bytes[at + 1] == '\n') return true;
      result.is_readable = false;
      complain("a carriage return stands alone", "save the file with line ends LF or CR LF");
      return false;
    }
    if (character < 0x20 || character == 0x7F) {
      if (character != U'\t' && character != U'\n') control(character);
    } else if (is_hostile(character)) {
      result.has_hostile = true;
      complain(fmt::format("the invisible character `\\u{{{:X}}}` stands here", static_cast<unsigned>(character)),
               "delete it; it changes how the text reads without being seen");
    }
    return true;
  }
};

}  // namespace

RawText check_raw(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) {
  const std::string_view bytes = sources.at(file).bytes;
  const Place whole{file, 0, 0};
  if (bytes.size() > max_file_bytes) {
    diagnostics.error(whole, "too-large", "the file is larger than 8 MiB",
                      "a client's inventory is text of some kilobytes; is this the right file?");
    return {};
  }
  if (is_wide_encoding(bytes)) {
    diagnostics.error(whole, "invalid-utf8", "the file is not written in UTF-8", "save it as UTF-8");
    return {};
  }
  Walk walk{.bytes = bytes, .place = {file, 1, 1}, .diagnostics = diagnostics};
  if (bytes.starts_with(byte_order_mark)) walk.result.begin = byte_order_mark.size();
  for (std::size_t at = walk.result.begin; at < bytes.size();) {
    if (bytes[at] >= ' ' && bytes[at] <= '~') {  // most are
      ++at;
      ++walk.place.column;
      continue;
    }
    const auto decoded = decode(bytes, at);
    // A second mark at the beginning would be swallowed by the parser and shift every place.
    if (at == walk.result.begin && decoded.character == 0xFEFF) walk.result.is_readable = false;
    if (!walk.visit(decoded, at)) break;
    at += decoded.size;
    if (decoded.character == U'\n')
      walk.place = {file, walk.place.line + 1, 1};
    else
      ++walk.place.column;
  }
  return walk.result;
}

void complain_empty(std::string_view text, std::uint32_t file, Diagnostics& diagnostics) {
  const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  const bool has_comment = text.find('#') != std::string_view::npos;
  diagnostics.error({file, 0, 0}, "empty-file",
                    is_blank      ? "the file is empty"
                    : has_comment ? "the file holds only comments"
                                  : "the file holds no value",
                    "the first line is usually `candor: 1`");
}

Columns::Columns(std::string_view text) : text_(text) {
  if (std::ranges::none_of(text, is_continuation)) return;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % block == 0) before_block_.push_back(count);
    if (is_continuation(text[at])) ++count;
  }
  before_block_.push_back(count);
}

std::size_t Columns::continuation_bytes_before(std::size_t at) const {
  const auto begin = at / block * block;
  const auto tail = text_.substr(begin, at - begin);
  return before_block_[at / block] + static_cast<std::size_t>(std::ranges::count_if(tail, is_continuation));
}

std::uint32_t Columns::column(std::size_t line_begin, std::size_t at) const {
  at = std::min(at, text_.size());
  line_begin = std::min(line_begin, at);
  const auto bytes = at - line_begin;
  const auto inside = before_block_.empty() ? 0 : continuation_bytes_before(at) - continuation_bytes_before(line_begin);
  return static_cast<std::uint32_t>(bytes - inside + 1);
}

}  // namespace candor::yaml
