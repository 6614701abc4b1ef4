#include "candor/compose/compose.hpp"

#include <cstdlib>

#include "owner.hpp"
#include "technician.hpp"

namespace candor {

Report compose(const Assessment& assessment, Audience audience, const Mirror& mirror) {
  switch (audience) {
    case Audience::Owner: return compose_owner(assessment, mirror);
    case Audience::Technician: return compose_technician(assessment);
    case Audience::Board: return compose_board(assessment);
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
