#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// The plain letters and digits of codes, dates and numbers. All other characters are neither, whatever
/// the language of the machine.
namespace candor::ascii {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool is_letter(char c) { return is_small(c) || is_capital(c); }

[[nodiscard]] constexpr char lower(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] constexpr char upper(char c) { return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c; }

[[nodiscard]] inline std::string lowered(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), lower);
  return result;
}

/// A code of so many capitals: `EUR` of three, `IE` of two.
[[nodiscard]] constexpr bool is_code(std::string_view text, std::size_t letters) {
  return text.size() == letters && std::ranges::all_of(text, is_capital);
}

}  // namespace candor::ascii
