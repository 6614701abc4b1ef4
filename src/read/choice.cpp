#include "choice.hpp"

#include <array>
#include <utility>

#include "candor/text/ascii.hpp"

namespace candor {
namespace {

// What people and other tools write for yes and no, whatever its capitals.
constexpr std::array<Named<std::string_view>, 8> sayings{{
    {"yes", "yes"},
    {"true", "yes"},
    {"y", "yes"},
    {"on", "yes"},
    {"no", "no"},
    {"false", "no"},
    {"n", "no"},
    {"off", "no"},
}};

}  // namespace

std::string list_words(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += '`';
    out += words[i];
    out += '`';
  }
  return out;
}

std::string hint_among(std::string_view word, std::span<const std::string_view> words) {
  auto hint = did_you_mean(word, words);
  if (!hint.empty()) return hint;
  return words.size() == 1 ? "write " + list_words(words) : "one of " + list_words(words);
}

std::optional<bool> read_yes_no(const yaml::Node& node, std::string fallback) {
  const auto text = node.text("`yes` or `no`");
  if (text.empty()) return std::nullopt;
  if (text == "yes" || text == "true") return true;
  if (text == "no" || text == "false") return false;
  const auto word = ascii::lowered(text);
  const auto saying = std::ranges::find(sayings, word, &Named<std::string_view>::name);
  node.error("bad-value", quoted(text) + " is neither `yes` nor `no`",
             saying == sayings.end() ? std::move(fallback) : "write " + quoted(saying->value));
  return std::nullopt;
}

}  // namespace candor
