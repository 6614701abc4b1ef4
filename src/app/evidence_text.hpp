#pragma once

#include <string>
#include <vector>

#include "candor/import/import.hpp"

/// The one place where what was imported becomes a file of the evidence folder.
namespace candor::app {

/// Where it came from.
struct Import {
  struct File {
    std::string name;    ///< without its folders
    std::string sha256;  ///< of its bytes
  };
  std::string tool;     ///< the importer's name
  std::string program;  ///< what people call it; may be empty
  std::vector<File> files;
  std::string sha256;  ///< of one file its own; of several that of theirs in a row, sorted
};

/// The digest of files that were imported together, in whatever order they were named.
[[nodiscard]] std::string digest_of(const std::vector<Import::File>& files);

[[nodiscard]] std::string to_yaml(const Brought& brought, const Import& import, const Catalog& catalog);

/// The same without what the client's files say already, word for word; of a decline the signature
/// may have come later.
[[nodiscard]] Brought only_new(Brought brought, const Inventory& known);

}  // namespace candor::app
