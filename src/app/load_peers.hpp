#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/peers.hpp"

namespace candor::app {

/// The clients that one is told of next to, and of which day they are.
struct NearestPeers {
  PeerGroup group;
  std::string sector;  ///< as the client's file has it; empty where names are left out
  Date as_of{};
};

/// The nearest group of the file that --peers names. Nothing where none was named; with a complaint where the file is
/// not understood or of another standard; with a warning where it says nothing that this report could tell.
[[nodiscard]] std::optional<NearestPeers> load_peers(const Settings& settings, const Profile& profile,
                                                     std::string_view sector, Session& session);

}  // namespace candor::app
