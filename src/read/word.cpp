#include "word.hpp"

#include <algorithm>
#include <array>

#include "candor/text/ascii.hpp"
#include "candor/text/utf8.hpp"

namespace candor {
namespace {

constexpr std::size_t longest_quote = 60;  // bytes: a message stays one line

constexpr std::array<std::string_view, 12> not_known{
    "?", "??", "-", "~", "null", "tbc", "tbd", "not known", "don't know", "dont know", "not sure", "unkown"};
constexpr std::array<std::string_view, 6> not_asked{"n/a",   "na", "not applicable", "not_applicable", "does not apply",
                                                    "0 of 0"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string_view dots;
  if (text.size() > longest_quote) {
    auto size = longest_quote;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0u) == 0x80u) --size;  // never inside a character
    text = text.substr(0, size);
    dots = "…";
  }
  auto words = "`" + show_hostile(text);
  words += dots;
  words += '`';
  return words;
}

bool says_unknown(const yaml::Node& node) { return node.is_scalar() && node.raw() == "unknown"; }

std::string hint_for(std::string_view text, std::string fallback) {
  if (text.size() > longest_quote) return fallback;
  const auto word = ascii::lowered(text);
  if (word == "unknown" || has(not_known, word)) return "write `unknown` where nobody knows";
  if (has(not_asked, word)) return "to say that it does not apply, list the control under `not_applicable`";
  return fallback;
}

std::string read_text(const yaml::Node& mapping, std::string_view key, std::string_view what) {
  const auto node = mapping.find(key);
  return node ? std::string{node->text(what)} : std::string{};
}

}  // namespace candor
