#include "word.hpp"

#include <algorithm>
#include <array>

#include "candor/text/ascii.hpp"

namespace candor {
namespace {

constexpr std::size_t longest_word = 60;  // bytes: what is longer is no way of not answering

constexpr std::array<std::string_view, 12> not_known{
    "?", "??", "-", "~", "null", "tbc", "tbd", "not known", "don't know", "dont know", "not sure", "unkown"};
constexpr std::array<std::string_view, 6> not_asked{"n/a",   "na", "not applicable", "not_applicable", "does not apply",
                                                    "0 of 0"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool says_unknown(const yaml::Node& node) { return node.is_scalar() && node.raw() == "unknown"; }

std::string hint_for(std::string_view text, std::string fallback) {
  if (text.size() > longest_word) return fallback;
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
