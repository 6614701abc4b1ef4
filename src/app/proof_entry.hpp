#pragma once

#include <string>
#include <variant>

#include "app/load_client.hpp"
#include "app/output.hpp"
#include "app/session.hpp"
#include "candor/read/read.hpp"

namespace candor::app {

/// One entry of `proof`, as a person would write it.
struct ProofEntry {
  std::string fact;
  std::string part;   ///< may be empty, as may where
  std::string shows;  ///< the value, in the form of an inventory
  std::string kind;
  std::string date;
  std::string by;
  std::string file;
  std::string sha256;
  std::string where;
};

/// The entry as an item of a block list, its dash after `indent` spaces.
[[nodiscard]] std::string to_yaml(const ProofEntry& entry, std::size_t indent);

/// True when the entry reads as one statement about its fact; the session has the complaints.
[[nodiscard]] bool check_entry(const ProofEntry& entry, const LoadedClient& client, const ReadContext& context,
                               Session& session);

enum class Appended { Added, WasThere };

/// Adds the entry at the end of the client's evidence/proof.yaml, which is made when there is
/// none. What a person wrote there stays byte for byte; the file is replaced only when the new
/// one reads as the old one and this entry. Returns what became of it, or why it cannot be added.
[[nodiscard]] std::variant<Appended, NotReplaced> append_entry(const ProofEntry& entry, const LoadedClient& client,
                                                               const ReadContext& context);

}  // namespace candor::app
