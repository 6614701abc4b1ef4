#include "peers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// So many in 10, rounded down. Not 10 of them, even where it is all: that would be told of a group that the client is
/// in itself.
std::int64_t in_ten(std::int64_t count, std::int64_t of) { return std::min<std::int64_t>(10 * count / of, 9); }

std::string counts(const PeerPlace& place, std::int64_t clients) {
  return fmt::format("{} behind, {} level, {} ahead", number(place.behind),
                     number(clients - place.behind - place.ahead), number(place.ahead));
}

}  // namespace

std::string compose_peers(const PeerStanding& standing, const Assessment& assessment) {
  const auto& [behind, ahead] = standing.proved;
  const std::string_view whom = standing.is_own_sector ? "similar clients" : "clients";
  const bool more_are_behind = behind >= ahead;
  const auto tenths = in_ten(more_are_behind ? behind : ahead, standing.clients);
  const auto place = tenths == 0       ? fmt::format("Most {} have about as {} proof as you.", whom,
                                               band_of(assessment.score.proved) == 0 ? "little" : "much")
                     : more_are_behind ? fmt::format("Your proof puts you ahead of {} in 10 {}.", tenths, whom)
                                       : fmt::format("At least {} in 10 {} have more proof than you.", tenths, whom);
  const auto work = !standing.is_own_sector   ? std::string{"all lines of work"}
                    : standing.sector.empty() ? std::string{"your line of work"}
                                              : fmt::format("your line of work ({})", phrase(standing.sector));
  return fmt::format("{} We compared you with {} clients in {}, as of {}.", place, number(standing.clients), work,
                     to_words(standing.as_of));
}

std::string peer_counts(const PeerStanding& standing) {
  return fmt::format("{} clients {}, {}: by proved points {}; by claimed points {}", number(standing.clients),
                     standing.is_own_sector ? "of this sector" : "of all sectors", to_iso(standing.as_of),
                     counts(standing.proved, standing.clients), counts(standing.claimed, standing.clients));
}

}  // namespace candor
