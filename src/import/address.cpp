#include "import/address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "import/number.hpp"

namespace candor {

namespace {

struct Range {
  std::uint32_t first;
  int bits;  ///< that its addresses share with the first
};

// RFC 6890 and 5771: this network, private, shared, loopback, link-local, private, private, multicast and reserved.
constexpr std::array inside{Range{0x00000000, 8},  Range{0x0A000000, 8},  Range{0x64400000, 10}, Range{0x7F000000, 8},
                            Range{0xA9FE0000, 16}, Range{0xAC100000, 12}, Range{0xC0A80000, 16}, Range{0xE0000000, 3}};

std::optional<std::uint32_t> version_4(std::string_view text) {
  std::uint32_t address = 0;
  for (int part = 0; part < 4; ++part) {
    const auto dot = part < 3 ? text.find('.') : text.size();
    if (dot == std::string_view::npos) return std::nullopt;
    const auto number = number_of(text.substr(0, dot));
    if (!number || *number > 255) return std::nullopt;
    address = address << 8u | static_cast<std::uint32_t>(*number);
    text.remove_prefix(std::min(dot + 1, text.size()));
  }
  return address;
}

}  // namespace

bool faces_internet(std::string_view address) {
  if (const auto colon = address.find(':'); colon != std::string_view::npos) {
    const auto first = number_of(address.substr(0, colon), 16);
    return first && *first >= 0x2000 && *first < 0x4000;  // 2000::/3, all that is given out
  }
  const auto number = version_4(address);
  return number && std::ranges::none_of(inside, [&](const Range& range) {
           return (*number ^ range.first) >> static_cast<unsigned>(32 - range.bits) == 0;
         });
}

}  // namespace candor
