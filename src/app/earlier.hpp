#pragma once

#include <optional>

#include "app/load_client.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "candor/model/limit.hpp"

namespace candor::app {

/// What --no-worse-than names: the result in a file, or the newest of the client's history whose limits held. Nothing
/// when it names none, or when it cannot be had; the session says why.
[[nodiscard]] std::optional<EarlierResult> load_earlier(const Settings& settings, const LoadedClient& client,
                                                        const Profile& profile, Session& session);

}  // namespace candor::app
