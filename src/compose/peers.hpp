#pragma once

#include <string>

#include "candor/model/assessment.hpp"
#include "candor/model/peers.hpp"

namespace candor {

/// How much the client has proved next to others, for an owner. Never better than it is: the figure is rounded down,
/// and where more of the others are ahead than behind, it is they who are told of.
[[nodiscard]] std::string compose_peers(const PeerStanding& standing, const Assessment& assessment);

/// The same as counts, of what is claimed too, for a technician.
[[nodiscard]] std::string peer_counts(const PeerStanding& standing);

}  // namespace candor
