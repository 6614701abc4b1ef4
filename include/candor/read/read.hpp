#pragma once

#include <optional>
#include <string_view>

#include "candor/model/inventory.hpp"
#include "candor/model/profile.hpp"
#include "candor/text/node.hpp"

/// Readers turn a document into a model and report every fault; they return what could be
/// made out and never touch the file system. Check `diagnostics.has_errors()` before using a result.
namespace candor {

[[nodiscard]] Catalog read_catalog(const yaml::Tree& tree, Diagnostics& diagnostics);

/// `base` is the profile named under `extends:`, already read; null when there is none.
[[nodiscard]] Profile read_profile(const yaml::Tree& tree, const Catalog& catalog, const Profile* base,
                                   Diagnostics& diagnostics);

/// The `extends:` of a profile file, before it is read; empty when it has none.
[[nodiscard]] std::string_view extends_of(const yaml::Tree& tree);

/// What an inventory's readers must know besides the file.
struct ReadContext {
  const Catalog& catalog;
  const Profile& profile;  ///< for the control ids that an inventory names
  Date latest;             ///< the later of --as-of and today: a date after it is a fault
};

[[nodiscard]] Inventory read_inventory(const yaml::Tree& tree, const ReadContext& context, Diagnostics& diagnostics);

/// Adds a file of the client's `evidence/` to an inventory that was read: proof, and the answers that
/// an import brought (`offered`, `agreed`, `declined`, as in an inventory).
void read_evidence_file(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory,
                        Diagnostics& diagnostics);

/// Adds a provider's `for_clients.yaml`: facts that are true at every client.
void read_provider_facts(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory,
                         Diagnostics& diagnostics);

/// A provider's `prices.yaml`: fills the blank prices of offers for a control.
void read_prices(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory, Diagnostics& diagnostics);

/// Reads one value of a fact from its YAML form; complains and returns nothing when it is not one.
[[nodiscard]] std::optional<Value> read_value(const yaml::Node& node, const Fact& fact, const ReadContext& context);

/// What somebody may have meant who named a control that the profile does not have: a name near to it, or
/// the controls that rest on the fact of that name.
[[nodiscard]] std::string hint_for_control(std::string_view id, const ReadContext& context);

}  // namespace candor
