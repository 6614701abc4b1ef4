#include "choice.hpp"

#include <array>

namespace candor {

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

std::optional<bool> read_yes_no(const yaml::Node& node) {
  const auto text = node.text("`yes` or `no`");
  if (text.empty()) return std::nullopt;
  if (text == "yes") return true;
  if (text == "no") return false;
  const bool is_other_word = text == "true" || text == "false";
  node.error("bad-value", quoted(text) + " is neither `yes` nor `no`",
             is_other_word ? "write `" + std::string(text == "true" ? "yes" : "no") + "`" : std::string{});
  return std::nullopt;
}

}  // namespace candor
