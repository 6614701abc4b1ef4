#pragma once

#include <optional>

#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/session.hpp"
#include "candor/model/limit.hpp"
#include "candor/redact/redact.hpp"

/// What --redact does before anything is judged.
namespace candor::app {

/// Nobody has a stand-in yet. The programs that candor imports from, and the built-in standards, keep their names.
[[nodiscard]] StandIns no_stand_ins();

/// An inventory to redact, and the standard that it is judged against.
[[nodiscard]] Named named(Inventory& inventory, const Standard& standard, const Session& session,
                          std::string_view whose = "Client");

/// A client and the provider, if it is told of, and then the standard: in that order names are numbered.
[[nodiscard]] StandIns redact(Inventory& client, std::optional<LoadedClient>& provider, Standard& standard,
                              const Session& session);

/// Once all inventories have their stand-ins: the profile, where it is not a built-in one.
void redact(Standard& standard, StandIns& stand_ins, const Session& session);

/// Of the result that a run must not be worse than.
void redact(EarlierResult& earlier, StandIns& stand_ins);

/// Every source of a run under a name that gives nobody away, and without its bytes: `client/inventory.yaml`,
/// `client/evidence/file-4.yaml`. Files that candor itself names keep their names.
[[nodiscard]] Sources stand_ins_for(const Sources& sources, const std::vector<std::string>& folders);

/// A complaint without what stands between its first and its last backtick: that quotes the user.
[[nodiscard]] std::string without_quotes(std::string_view message);

}  // namespace candor::app
