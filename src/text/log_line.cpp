#include "candor/text/log_line.hpp"

#include <algorithm>

#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"

namespace candor {

namespace {

/// Of any language: the runner passes over them all.
bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

std::size_t first_not_blank(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto decoded = decode(text, at);
    if (!decoded.is_valid || !is_blank(decoded.character)) break;
    at += decoded.size;
  }
  return at;
}

}  // namespace

bool begins_command(std::string_view text) {
  text.remove_prefix(first_not_blank(text));
  if (!text.starts_with("::")) return false;
  text.remove_prefix(2);
  if (text.empty() || !ascii::is_letter(text.front())) return false;
  const auto is_in_name = [](char c) { return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_'; };
  text.remove_prefix(static_cast<std::size_t>(std::ranges::find_if_not(text, is_in_name) - text.begin()));
  return text.empty() || text.front() == ' ' || text.starts_with("::");
}

bool opens_command(std::string_view text, std::size_t at) {
  if (text[at] != '[') return false;
  while (at > 0 && ascii::is_letter(text[at - 1])) --at;
  return text.substr(0, at).ends_with("##");
}

}  // namespace candor
