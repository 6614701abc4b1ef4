#include "app/load_peers.hpp"

#include <string>

#include <fmt/format.h>

#include "app/files.hpp"
#include "candor/assess/peers.hpp"
#include "candor/read/portfolio.hpp"
#include "candor/text/quoted.hpp"

namespace candor::app {

namespace {

constexpr std::string_view again = "make it again: `candor portfolio PATH... --anonymous`";

/// Why these clients cannot stand beside a report of that day; empty when they can. Points of two versions are not the
/// same points: a report is then better off without the others, and a pipeline must not stop because the standard
/// moved.
std::string why_not(const Peers& peers, const Profile& profile, Date as_of) {
  constexpr int months_kept = 12;
  if (peers.version != profile.version)
    return fmt::format("these clients were held against version {} of the standard, and this one is held against {}",
                       quoted(peers.version), quoted(profile.version));
  if (peers.as_of > as_of)
    return fmt::format("these clients were counted on {}, after the day of the report", to_iso(peers.as_of));
  if (plus_months(peers.as_of, months_kept) < as_of)
    return fmt::format("these clients were counted on {}, more than {} months before the report", to_iso(peers.as_of),
                       months_kept);
  return {};
}

}  // namespace

std::optional<NearestPeers> load_peers(const Settings& settings, const Profile& profile, std::string_view sector,
                                       Session& session) {
  if (!settings.peers) return std::nullopt;
  const auto& path = settings.peers->value;
  const auto tree = add_json_tree(path, read_bytes(path, yaml::max_file_bytes), session);
  if (!tree) return std::nullopt;
  const Place file{tree->file, 0, 0};
  const auto peers = read_peers(*tree, session.diagnostics);
  if (!peers) return std::nullopt;
  if (peers->profile != profile.id) {
    session.diagnostics.error(file, "other-standard",
                              fmt::format("these clients were held against {}, and this one is held against {}",
                                          quoted(peers->profile), quoted(profile.id)),
                              "name a file of the same standard");
    return std::nullopt;
  }
  if (const auto why = why_not(*peers, profile, settings.as_of); !why.empty()) {
    session.diagnostics.warning(file, "peers-left-out", why + "; the report does not tell of them", std::string{again});
    return std::nullopt;
  }
  const auto* group = nearest_group(*peers, sector);
  if (group == nullptr) {
    session.diagnostics.warning(file, "peers-left-out",
                                "no group is here for this client; the report does not tell of others",
                                fmt::format("a group has {} clients or more", smallest_group));
    return std::nullopt;
  }
  return NearestPeers{*group, session.redacts ? std::string{} : std::string{sector}, peers->as_of};
}

}  // namespace candor::app
