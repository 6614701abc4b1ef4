#include "candor/text/quoted.hpp"

#include "candor/text/utf8.hpp"

namespace candor {
namespace {

constexpr std::size_t longest_quote = 60;  // bytes: a message stays one line

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

}  // namespace candor
