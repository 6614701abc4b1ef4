#include "app/yaml_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "candor/text/log_line.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

bool is_letter_or_digit(char c) { return ascii::is_letter(c) || ascii::is_digit(c); }

/// Letters, digits and a few signs that mean nothing to YAML wherever they stand.
bool is_plain(std::string_view text) {
  const auto is_harmless = [](char c) {
    return is_letter_or_digit(c) || c == ' ' || c == '.' || c == '/' || c == '-' || c == '_' || c == '(' || c == ')' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  return !text.empty() && (is_letter_or_digit(text.front()) || static_cast<unsigned char>(text.front()) >= 0x80) &&
         text.back() != ' ' && std::ranges::all_of(text, is_harmless);
}

bool has_hostile(std::string_view text) {
  for (std::size_t next = 0; next < text.size();)
    if (is_hostile(next_character(text, next))) return true;
  return false;
}

}  // namespace

std::string yaml_text(std::string_view text) {
  if (is_plain(text) && !has_hostile(text)) return std::string{text};
  std::string quoted = "\"";
  for (std::size_t next = 0; next < text.size();) {
    const auto begin = next;
    const auto character = next_character(text, next);
    if (character == U'"' || character == U'\\')
      quoted += fmt::format("\\{}", static_cast<char>(character));
    else if (is_hostile(character) || opens_command(text, begin))
      quoted += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(character));
    else
      quoted += text.substr(begin, next - begin);
  }
  return quoted + '"';
}

}  // namespace candor::app
