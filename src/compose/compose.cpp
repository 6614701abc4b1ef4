#include "candor/compose/compose.hpp"

#include <cstdlib>

#include "owner.hpp"
#include "plan.hpp"
#include "technician.hpp"

namespace candor {

namespace {

Report compose_for(Audience audience, const Assessment& assessment, const Mirror& mirror, const Since& since,
                   const std::optional<PeerStanding>& peers) {
  switch (audience) {
    case Audience::Owner: return compose_owner(assessment, mirror, since, peers);
    case Audience::Technician: return compose_technician(assessment, since, peers);
    case Audience::Board: return compose_board(assessment, peers);
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace

Report compose(const Assessment& assessment, Audience audience, const Mirror& mirror, const Since& since,
               const std::optional<PeerStanding>& peers) {
  Report report = compose_for(audience, assessment, mirror, since, peers);
  report.plan = compose_plan(assessment);
  return report;
}

}  // namespace candor
