#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "candor/text/date.hpp"

/// Many clients as counts alone, so that one client can be told where it stands among others and nobody can tell who
/// these are.
namespace candor {

/// A group of fewer clients is never told.
inline constexpr std::int64_t smallest_group = 10;

/// Sectors with a longer name are not told apart from the others; of more sectors than that neither are the last.
inline constexpr std::size_t longest_sector = 64;
inline constexpr std::size_t most_sectors = 200;

/// How many clients have 0 to 9 points of 100, 10 to 19, …, 90 to 99, and 100.
using PeerBands = std::array<std::int64_t, 11>;
[[nodiscard]] constexpr std::size_t band_of(int points) { return static_cast<std::size_t>(points / 10); }

/// The clients of a sector, or all of them.
struct PeerGroup {
  std::string sector;  ///< in small letters; empty: all clients together
  std::int64_t clients = 0;
  PeerBands proved{};  ///< each of the two adds up to `clients`
  PeerBands claimed{};
};

/// Nothing in it names a client, and no group of fewer than `smallest_group` follows from the others by subtracting.
struct Peers {
  std::string profile;
  std::string version;
  Date as_of{};  ///< the latest day on which one of the clients was judged
  std::vector<PeerGroup> groups;
};

/// Where one client stands in a group. Those in the band of the client are neither behind nor ahead of it; it may be
/// one of them itself.
struct PeerPlace {
  std::int64_t behind = 0;  ///< how many have fewer points
  std::int64_t ahead = 0;
};
struct PeerStanding {
  std::int64_t clients = 0;
  bool is_own_sector = false;  ///< false: the group is all clients
  std::string sector = {};     ///< as the client's file has it; empty where it is not told
  Date as_of{};
  PeerPlace proved;
  PeerPlace claimed;
};

}  // namespace candor
