#pragma once

#include "app/load_profile.hpp"
#include "app/session.hpp"
#include "candor/model/limit.hpp"
#include "candor/redact/redact.hpp"

/// What --redact does before anything is judged.
namespace candor::app {

/// Nobody has a stand-in yet. The programs that candor imports from keep their names.
[[nodiscard]] StandIns no_stand_ins();

/// Once all inventories have their stand-ins: the profile, where it is not a built-in one.
void redact(Standard& standard, const StandIns& stand_ins, const Session& session);

/// Of the result that a run must not be worse than.
void redact(EarlierResult& earlier, StandIns& stand_ins);

/// Every source of a run under a name that gives nobody away, and without its bytes: `client/inventory.yaml`,
/// `client/evidence/file-4.yaml`. Files that candor itself names keep their names.
[[nodiscard]] Sources stand_ins_for(const Sources& sources, const std::vector<std::string>& folders);

/// A complaint without what stands between its first and its last backtick: that quotes the user.
[[nodiscard]] std::string without_quotes(std::string_view message);

}  // namespace candor::app
