#include "render/escape.hpp"

#include <algorithm>
#include <utility>

#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"
#include "render/wrap.hpp"

namespace candor {

namespace {

/// Web and mail addresses, mentions and numbers of issues are looked for after escapes are
/// undone: only code keeps them from coming to life.
bool needs_code(std::string_view word) {
  if (word.find('@') != std::string_view::npos || word.find("//") != std::string_view::npos) return true;
  for (std::size_t at = 0; at + 1 < word.size(); ++at) {
    if (word[at] == '#' && ascii::is_digit(word[at + 1])) return true;
    const auto is_www = [&](std::size_t i) { return (word[i] | 0x20) == 'w'; };
    if (at + 3 < word.size() && is_www(at) && is_www(at + 1) && is_www(at + 2) && word[at + 3] == '.') return true;
  }
  return false;
}

std::string as_code(std::string_view word) {
  std::size_t longest = 0;
  for (std::size_t at = 0, run = 0; at < word.size(); ++at) {
    run = word[at] == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string_view space = word.front() == '`' || word.back() == '`' ? " " : "";
  std::string code = fence;
  code += space;
  code += word;
  code += space;
  return code + fence;
}

/// Whether the character at `at` must be escaped, inside a line.
bool is_live(std::string_view word, std::size_t at) {
  constexpr std::string_view always = "\\`*_{}[]<>|~$#";
  if (always.find(word[at]) != std::string_view::npos) return true;
  const char next = at + 1 < word.size() ? word[at + 1] : '\0';
  return word[at] == '&' && (ascii::is_letter(next) || next == '#');
}

std::string escape_word(std::string_view word) {
  std::string escaped;
  for (std::size_t at = 0; at < word.size(); ++at) {
    if (is_live(word, at)) escaped += '\\';
    escaped += word[at];
  }
  return escaped;
}

/// What would start a block: `-`, `+`, `=`, `:` and `12.` or `12)`. The rest is escaped anyway.
std::string escape_begin(std::string text) {
  if (text.empty()) return text;
  if (std::string_view{"-+=:%"}.find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\\');
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(text, ascii::is_digit) - text.begin());
  if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')')) text.insert(digits, "\\");
  return text;
}

}  // namespace

std::string harmless(std::string_view text) { return show_hostile(one_line(text)); }

std::string escape_html(std::string_view text) {
  std::string escaped;
  for (const char character : harmless(text)) switch (character) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\'': escaped += "&#39;"; break;
      default: escaped += character;
    }
  return escaped;
}

std::string escape_markdown(std::string_view text) {
  const auto shown = harmless(text);
  std::string escaped;
  for (std::string_view rest = shown; !rest.empty();) {
    const auto end = std::min(rest.find(' '), rest.size());
    const auto word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!escaped.empty()) escaped += ' ';
    escaped += needs_code(word) ? as_code(word) : escape_word(word);
  }
  return escape_begin(std::move(escaped));
}

}  // namespace candor
