#include "candor/model/limit.hpp"

#include <cstdlib>

namespace candor {

std::string_view name(FailOn word) {
  switch (word) {
    case FailOn::Contradiction: return "contradiction";
    case FailOn::UnprovenGate: return "unproven-gate";
    case FailOn::LapsedDecline: return "lapsed-decline";
    case FailOn::Overdue: return "overdue";
    case FailOn::Unowned: return "unowned";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
