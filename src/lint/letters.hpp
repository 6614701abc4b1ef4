#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Characters of a prose text, which is ASCII (see prose.hpp): no locale has a say.
namespace candor::lint {

// What stands in a prose for characters that are no letter of any word.
inline constexpr char long_dash = '\x02';
inline constexpr char symbol = '\x04';
inline constexpr char block_break = '\f';

constexpr bool is_one_of(char character, std::string_view set) { return set.find(character) != std::string_view::npos; }
constexpr bool is_upper(char character) { return character >= 'A' && character <= 'Z'; }
constexpr bool is_lower(char character) { return character >= 'a' && character <= 'z'; }
constexpr bool is_letter(char character) { return is_upper(character) || is_lower(character); }
constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }
constexpr bool is_name(char character) { return is_letter(character) || is_digit(character) || character == '_'; }
constexpr bool is_blank(char character) {
  return character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == block_break;
}
constexpr bool is_vowel(char character) { return is_one_of(character, "aeiouy"); }
constexpr char to_lower(char character) {
  return is_upper(character) ? static_cast<char>(character - 'A' + 'a') : character;
}

inline std::string lower(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), to_lower);
  return result;
}

}  // namespace candor::lint
