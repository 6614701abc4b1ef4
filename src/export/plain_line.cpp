#include "export/plain_line.hpp"

#include <algorithm>

#include "candor/text/utf8.hpp"

namespace candor {

std::string plain_line(std::string_view text) {
  std::string line{text};
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return show_hostile(line);
}

}  // namespace candor
