#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "candor/read/portfolio.hpp"
#include "under.hpp"

namespace candor {
namespace {

constexpr std::string_view known_kind = "candor-peers/";
constexpr std::string_view known_format = "candor-peers/1";
constexpr std::string_view again = "make it again: `candor portfolio PATH... --anonymous`";
constexpr std::int64_t most_clients = 1'000'000'000;

constexpr std::array<std::string_view, 4> file_keys{"format", "profile", "as_of", "groups"};
constexpr std::array<std::string_view, 2> profile_keys{"id", "version"};
constexpr std::array<std::string_view, 4> group_keys{"sector", "clients", "proved", "claimed"};

/// `null` stands for all clients.
std::string read_sector(const yaml::Node& node) {
  if (node.is_scalar() && !node.is_quoted() && node.raw() == "null") return {};
  return std::string{node.text("a sector, or null for all clients")};
}

PeerBands read_bands(const yaml::Node& node, std::string_view key) {
  return numbers_under<std::int64_t, std::tuple_size_v<PeerBands>>(node, key, most_clients);
}

/// False, with a complaint, when that is not how many clients there are.
bool adds_up(const yaml::Node& node, std::string_view key, const PeerBands& bands, std::int64_t clients) {
  const auto sum = std::accumulate(bands.begin(), bands.end(), std::int64_t{0});
  if (sum == clients) return true;
  node.required(key)->error("bad-value", fmt::format("these add up to {}, and the group has {} clients", sum, clients),
                            std::string{again});
  return false;
}

PeerGroup read_group(const yaml::Node& node) {
  PeerGroup group;
  const auto told = node.diagnostics().all().size();
  if (!node.allow_only(group_keys)) return group;
  if (const auto sector = node.required("sector")) group.sector = read_sector(*sector);
  group.clients = number_under(node, "clients", smallest_group, most_clients);
  group.proved = read_bands(node, "proved");
  group.claimed = read_bands(node, "claimed");
  if (node.diagnostics().all().size() == told)
    (void)(adds_up(node, "proved", group.proved, group.clients) &&
           adds_up(node, "claimed", group.claimed, group.clients));
  return group;
}

std::vector<PeerGroup> read_groups(const yaml::Node& node) {
  std::vector<PeerGroup> groups;
  for (const auto& item : node.items("a list of groups")) {
    auto group = read_group(item);
    if (std::ranges::find(groups, group.sector, &PeerGroup::sector) != groups.end())
      item.error("bad-value",
                 group.sector.empty() ? "the group of all clients is there twice"
                                      : fmt::format("the group of {} is there twice", quoted(group.sector)),
                 std::string{again});
    groups.push_back(std::move(group));
  }
  return groups;
}

/// Ours, and no newer than we are.
bool is_known(const yaml::Node& root) {
  const auto format = root.is_mapping() ? root.find("format") : std::nullopt;
  const auto written = format ? format->raw() : std::string_view{};
  if (written == known_format) return true;
  if (written.starts_with(known_kind))
    format->error("newer-format", fmt::format("{} was written by a newer candor", quoted(written)),
                  "install a newer candor to read it");
  else
    root.error("no-peers", "this is no file of anonymous counts", "`candor portfolio PATH... --anonymous` writes one");
  return false;
}

}  // namespace

std::optional<Peers> read_peers(const yaml::Tree& tree, Diagnostics& diagnostics) {
  const yaml::Node root{tree, diagnostics};
  const auto told = diagnostics.all().size();
  if (!is_known(root) || !root.allow_only(file_keys)) return std::nullopt;
  Peers peers;
  if (const auto profile = root.required("profile"); profile && profile->allow_only(profile_keys)) {
    peers.profile = text_under(*profile, "id");
    peers.version = text_under(*profile, "version");
  }
  peers.as_of = day_under(root, "as_of");
  if (const auto groups = root.required("groups")) peers.groups = read_groups(*groups);
  if (diagnostics.all().size() > told) return std::nullopt;
  return peers;
}

}  // namespace candor
