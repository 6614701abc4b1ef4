#include "render/bar.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {

std::array<int, 4> bar_cells(const BandBar& bar, int cells) {
  const std::array parts{bar.proved, bar.claimed_only, bar.not_known, bar.missing};
  int total = 0;
  for (const int part : parts) total += part;
  std::array<int, 4> widths{};
  if (total <= 0 || cells <= 0) return widths;
  std::array<int, 4> remainders{};
  int left = cells;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    widths[i] = parts[i] * cells / total;
    remainders[i] = parts[i] * cells % total;
    left -= widths[i];
  }
  for (; left > 0; --left) {
    const auto largest = std::ranges::max_element(remainders);
    ++widths[static_cast<std::size_t>(largest - remainders.begin())];
    *largest = -1;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == 0 || widths[i] > 0) continue;
    const auto widest = std::ranges::max_element(widths);
    if (*widest < 2) break;
    --*widest;
    widths[i] = 1;
  }
  return widths;
}

std::string_view shape(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return "[+]";
    case Outcome::Partly: return "[~]";
    case Outcome::NotMet: return "[!]";
    case Outcome::Unknown: return "[?]";
    case Outcome::NotApplicable: return "[-]";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
