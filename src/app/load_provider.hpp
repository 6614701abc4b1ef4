#pragma once

#include <optional>
#include <string>

#include "app/load_client.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"

namespace candor::app {

/// The provider's folder as a user would write it from here: a client's file names it from its own folder. Empty where
/// none is named.
[[nodiscard]] std::string provider_folder(const Settings& settings, const LoadedClient& client);

/// Reads the provider's own folder, one level deep, and lets it speak for this client: its
/// for_clients.yaml adds statements, its prices.yaml fills blank prices.
void add_from_provider(const Settings& settings, const ReadContext& context, LoadedClient& client, Session& session);

/// The same, and what the folder says of the provider itself, for the mirror; nothing when there is
/// no such folder, or when the client is the provider.
[[nodiscard]] std::optional<LoadedClient> load_provider(const Settings& settings, const ReadContext& context,
                                                        LoadedClient& client, Session& session);

}  // namespace candor::app
