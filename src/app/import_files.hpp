#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/evidence_text.hpp"
#include "app/load_client.hpp"
#include "app/session.hpp"
#include "candor/import/import.hpp"

/// What an import reads besides the client, and what it finds in the client's folder.
namespace candor::app {

/// The files to be imported, read once, and where they came from.
struct ImportedFiles {
  std::vector<ImportFile> files;
  Import import;
  std::optional<ImportFile> map;
};

/// Reads them into the session; complains about each that cannot be read.
[[nodiscard]] ImportedFiles read_files(const Importer& importer, const std::vector<std::string>& paths,
                                       const std::optional<std::string>& map, Session& session);

/// The file of the evidence folder that the same importer made of these very bytes, on whatever day; nothing where
/// there is none.
[[nodiscard]] std::optional<std::string> find_imported(const std::string& folder, const Import& import,
                                                       Session& session);

/// `evidence/restic-2026-11-21-1a2b3c4d.yaml`: the first name of that kind that is free, for what is there is never
/// replaced.
[[nodiscard]] std::string free_name(const std::string& folder, const Import& import, Date date);

/// True when the new file says to a reader what was brought: only then it is worth keeping.
[[nodiscard]] bool reads_back(const std::string& name, const std::string& text, const Brought& brought,
                              const Inventory& inventory, const ReadContext& context, Session& session);

}  // namespace candor::app
