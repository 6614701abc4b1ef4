#include "render/wrap.hpp"

#include <algorithm>

#include "candor/text/log_line.hpp"
#include "candor/text/utf8.hpp"

namespace candor {

namespace {

constexpr std::string_view spelt_colon = "\\u{3A}";

/// Breaks a word that is wider than a line; the last piece is left as the line to go on with.
/// Widths are added up character by character, so that a word of any length costs one walk.
std::size_t break_word(std::string_view word, std::size_t width, std::vector<std::string>& lines) {
  std::size_t used = 0;
  for (std::size_t at = 0; at < word.size();) {
    const auto size = decode(word, at).size;
    auto character = word.substr(at, size);
    auto columns = display_width(character);
    if (used + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used == 0 && begins_command(word.substr(at))) {
      character = spelt_colon;
      columns = spelt_colon.size();
    }
    lines.back() += character;
    used += columns;
    at += size;
  }
  return used;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool is_between = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      is_between = !line.empty();
      continue;
    }
    if (is_between) line += ' ';
    is_between = false;
    line += c;
  }
  return line;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 2);
  const auto line = one_line(text);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::string_view rest = line; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = show_hostile(rest.substr(0, end));  // any word may become the first of a line
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto columns = display_width(word);
    if (used > 0 && used + 1 + columns <= width) {
      lines.back() += ' ';
      lines.back() += word;
      used += 1 + columns;
      continue;
    }
    if (used > 0) lines.emplace_back();
    if (columns > width) {
      used = break_word(word, width, lines);
    } else {
      lines.back() = word;
      used = columns;
    }
  }
  return lines;
}

}  // namespace candor
