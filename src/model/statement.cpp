#include "candor/model/statement.hpp"

#include <cstdlib>

namespace candor {

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::Told: return "told";
    case Kind::Seen: return "seen";
    case Kind::Document: return "document";
    case Kind::Export: return "export";
    case Kind::Test: return "test";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
