#pragma once

#include <string>

#include "candor/import/import.hpp"

/// The one place where what was imported becomes a file of the evidence folder.
namespace candor::app {

/// Where it came from.
struct Import {
  std::string tool;    ///< the importer's name
  std::string file;    ///< the file's name, without its folders
  std::string sha256;  ///< of its bytes
};

[[nodiscard]] std::string to_yaml(const Brought& brought, const Import& import);

/// The same without what the client's files say already, word for word; of a decline the signature
/// may have come later.
[[nodiscard]] Brought only_new(Brought brought, const Inventory& known);

}  // namespace candor::app
