#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "candor/model/peers.hpp"
#include "candor/model/portfolio.hpp"

namespace candor {

/// Counts clients by what is proved and claimed; of each it keeps a digest of the id and no more. Clients without a
/// score are not counted.
class PeerCount {
 public:
  /// `as_of` stands for the day where no client is counted.
  PeerCount(const Profile& profile, Date as_of);

  void add(const ClientRow& row);

  /// All clients, then the sectors by name. A group that is too small is left out; where those left out, counted as
  /// all clients less the sectors that are told, would be too few themselves, so is the smallest sector that is told.
  [[nodiscard]] Peers take();

 private:
  Peers peers_;
  PeerGroup all_;
  std::map<std::string, PeerGroup> sectors_;
  std::unordered_set<std::size_t> clients_;
};

/// The group of that sector, else that of all clients; null where there is neither.
[[nodiscard]] const PeerGroup* nearest_group(const Peers& peers, std::string_view sector);

[[nodiscard]] PeerStanding stand_among(const PeerGroup& group, Date as_of, const Score& score);

}  // namespace candor
