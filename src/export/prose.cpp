#include "export/prose.hpp"

#include "candor/text/utf8.hpp"
#include "export/plain_line.hpp"

namespace candor {

std::string as_sentence(std::string_view text) {
  auto line = plain_line(text);
  const bool is_ended = line.empty() || line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
  return is_ended ? line : line + ".";
}

std::string cut(std::string_view text, std::size_t most) {
  std::size_t before_last = 0;
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == most) return std::string{text.substr(0, before_last)} + "…";
    before_last = at;
    at += decode(text, at).size;
  }
  return std::string{text};
}

std::string message_text(std::string_view text) {
  std::string made;
  for (const char c : plain_line(text)) {
    if (c == '[' || c == ']' || c == '\\') made += '\\';
    if (c == '{' || c == '}') made += c;
    made += c;
  }
  return made;
}

std::string markdown_text(std::string_view text) {
  constexpr std::string_view live = "\\`*_[]{}<>#|~^!&@";
  std::string made;
  for (const char c : plain_line(text)) {
    if (live.find(c) != std::string_view::npos) made += '\\';
    made += c;
  }
  return made;
}

}  // namespace candor
