#include "candor/assess/peers.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "candor/text/ascii.hpp"

namespace candor {
namespace {

void count(const ClientRow& row, PeerGroup& group) {
  ++group.clients;
  ++group.proved[band_of(row.proved)];
  ++group.claimed[band_of(row.claimed)];
}

PeerPlace place_in(const PeerBands& bands, int points) {
  const auto own = bands.begin() + static_cast<std::ptrdiff_t>(band_of(points));
  return {std::accumulate(bands.begin(), own, std::int64_t{0}), std::accumulate(own + 1, bands.end(), std::int64_t{0})};
}

}  // namespace

PeerCount::PeerCount(const Profile& profile, Date as_of) {
  peers_.profile = profile.id;
  peers_.version = profile.version;
  peers_.as_of = as_of;
}

void PeerCount::add(const ClientRow& row) {
  // Whoever comes twice is counted once: else one client may be a group.
  if (!row.is_scored || !clients_.insert(std::hash<std::string>{}(row.client)).second) return;
  peers_.as_of = all_.clients == 0 ? row.as_of : std::max(peers_.as_of, row.as_of);
  count(row, all_);
  auto sector = ascii::lowered(row.sector);
  // A name that a row has cut may stand for several sectors.
  if (sector.empty() || sector.size() > longest_sector || sector.ends_with("…")) return;
  // From its first client on or not at all: no sector is ever told with some of its clients.
  if (sectors_.size() == most_sectors && !sectors_.contains(sector)) return;
  auto& group = sectors_[sector];
  group.sector = std::move(sector);
  count(row, group);
}

Peers PeerCount::take() {
  auto& groups = peers_.groups;
  if (all_.clients < smallest_group) return std::move(peers_);
  groups.push_back(std::move(all_));
  auto left_out = groups.front().clients;
  for (auto& [sector, group] : sectors_) {
    if (group.clients < smallest_group) continue;
    left_out -= group.clients;
    groups.push_back(std::move(group));
  }
  if (left_out > 0 && left_out < smallest_group)
    groups.erase(std::min_element(groups.begin() + 1, groups.end(),
                                  [](const PeerGroup& a, const PeerGroup& b) { return a.clients < b.clients; }));
  return std::move(peers_);
}

const PeerGroup* nearest_group(const Peers& peers, std::string_view sector) {
  const auto wanted = ascii::lowered(sector);
  const PeerGroup* nearest = nullptr;
  for (const auto& group : peers.groups) {
    if (group.sector.empty())
      nearest = nearest == nullptr ? &group : nearest;
    else if (group.sector == wanted)
      return &group;
  }
  return nearest;
}

PeerStanding stand_among(const PeerGroup& group, Date as_of, const Score& score) {
  return {.clients = group.clients,
          .is_own_sector = !group.sector.empty(),
          .as_of = as_of,
          .proved = place_in(group.proved, score.proved),
          .claimed = place_in(group.claimed, score.claimed)};
}

}  // namespace candor
