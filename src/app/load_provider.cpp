#include "app/load_provider.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "app/documents.hpp"
#include "app/files.hpp"

namespace candor::app {

std::string provider_folder(const Settings& settings, const LoadedClient& client) {
  if (settings.provider) return settings.provider->value;
  const auto& written = client.inventory.provider_folder;
  if (written.empty()) return {};
  return (std::filesystem::path{client.folder} / written).lexically_normal().string();
}

namespace {

/// Facts that are true at every client, with documents that lie in the provider's folder.
void add_facts_for_clients(const std::string& folder, const ReadContext& context, LoadedClient& client,
                           Session& session) {
  auto& inventory = client.inventory;
  auto tree = read_tree_inside(folder, "for_clients.yaml", session);
  if (!tree) return;
  Inventory ours;
  ours.parties = inventory.parties;
  ours.assessed = inventory.assessed;
  read_provider_facts(*tree, context, ours, session.diagnostics);
  check_documents(ours, folder, session);
  std::ranges::move(ours.statements, std::back_inserter(inventory.statements));
  client.files.push_back({InputFile::Role::ForClients, "for_clients.yaml", std::move(*tree)});
}

void add_prices(const std::string& folder, const ReadContext& context, LoadedClient& client, Session& session) {
  auto tree = read_tree_inside(folder, "prices.yaml", session);
  if (!tree) return;
  read_prices(*tree, context, client.inventory, session.diagnostics);
  client.files.push_back({InputFile::Role::Prices, "prices.yaml", std::move(*tree)});
}

/// Lets the folder speak for the client; the folder where the provider itself is told of there.
std::optional<std::string> find_provider(const Settings& settings, const ReadContext& context, LoadedClient& client,
                                         Session& session) {
  auto folder = provider_folder(settings, client);
  if (folder.empty()) return std::nullopt;
  if (client.has_folder && is_same_file(folder, client.folder.empty() ? "." : client.folder)) return std::nullopt;
  if (!is_folder(folder)) {
    complain_about_file(
        folder, {"unreadable", "there is no such folder", "the provider's own folder is looked for here"}, session);
    return std::nullopt;
  }
  session.folders.push_back(folder);
  const bool has_facts = exists(join(folder, "for_clients.yaml"));
  const bool has_prices = exists(join(folder, "prices.yaml"));
  if (has_facts) add_facts_for_clients(folder, context, client, session);
  if (has_prices) add_prices(folder, context, client, session);
  if (has_inventory(folder)) return folder;
  if (!has_facts && !has_prices)
    complain_about_file(
        folder, {"no-inventory", "this provider's folder has no inventory.yaml, prices.yaml or for_clients.yaml", ""},
        session);
  return std::nullopt;
}

}  // namespace

void add_from_provider(const Settings& settings, const ReadContext& context, LoadedClient& client, Session& session) {
  (void)find_provider(settings, context, client, session);
}

std::optional<LoadedClient> load_provider(const Settings& settings, const ReadContext& context, LoadedClient& client,
                                          Session& session) {
  const auto folder = find_provider(settings, context, client, session);
  if (!folder) return std::nullopt;
  return load_client(*folder, context, session);
}

}  // namespace candor::app
