#include "candor/model/report.hpp"

#include <cstdlib>

namespace candor {

std::string_view name(Audience audience) {
  switch (audience) {
    case Audience::Owner: return "owner";
    case Audience::Technician: return "technician";
    case Audience::Board: return "board";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
