#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/load_profile.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/history.hpp"
#include "candor/model/inventory.hpp"
#include "candor/read/read.hpp"

namespace candor::app {

/// A client as read: what its folder says, and where that folder is.
struct LoadedClient {
  Inventory inventory;
  std::string folder;               ///< documents are named from here; "." for the working folder
  bool has_folder = true;           ///< false for standard input: its documents cannot be looked at
  bool is_whole_folder = false;     ///< false for a file alone: nothing beside it was read
  std::size_t statements_told = 0;  ///< how many of the statements the inventory itself makes
  std::vector<InputFile> files;     ///< what it was read from, in that order
};

/// True of a folder that says who a client is.
[[nodiscard]] bool has_inventory(const std::string& folder);

/// Reads a client: a folder with inventory.yaml (or .json), such a file alone, or `-` for
/// standard input. Of a folder every file of ours in evidence/ is read
/// too: proof, and answers that were imported. The documents that proof and
/// signed declines name must exist inside the folder and have the SHA-256 written beside them;
/// where none is written, it is filled in. Nothing when there is no client to speak of.
[[nodiscard]] std::optional<LoadedClient> load_client(const std::string& path, const ReadContext& context,
                                                      Session& session);

}  // namespace candor::app
