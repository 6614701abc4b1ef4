#include "import/words.hpp"

#include <fmt/format.h>

#include "candor/text/quoted.hpp"
#include "candor/text/suggest.hpp"

namespace candor {

namespace {

constexpr std::string_view hard_blank = "\xC2\xA0";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string in_backticks(std::string_view text) { return quoted(text); }

std::string hint_of(std::string_view word, std::span<const std::string_view> words) {
  if (auto hint = did_you_mean(word, words); !hint.empty()) return hint;
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i)
    list += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == words.size() ? " or " : ", ", words[i]);
  return words.size() > 1 ? "one of " + list : "write " + list;
}

std::string_view trimmed(std::string_view text) {
  for (bool goes_on = true; goes_on;) {
    goes_on = false;
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
      goes_on = true;
    } else if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
      goes_on = true;
    } else if (text.starts_with(hard_blank)) {
      text.remove_prefix(hard_blank.size());
      goes_on = true;
    } else if (text.ends_with(hard_blank)) {
      text.remove_suffix(hard_blank.size());
      goes_on = true;
    }
  }
  return text;
}

std::string lower_case(std::string_view text) {
  std::string lowered{text};
  for (auto& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lowered;
}

}  // namespace candor
