#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/load_provider.hpp"
#include "app/output.hpp"
#include "app/redaction.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/still_open.hpp"
#include "app/verbs.hpp"
#include "candor/assess/assess.hpp"
#include "candor/text/utf8.hpp"
#include "compose/words.hpp"

namespace candor::app {

namespace {

using wording::counted;

/// What was read, in one line: enough to see that the right folder was meant.
std::string summary(const LoadedClient& client, const Catalog& catalog) {
  const auto& inventory = client.inventory;
  std::set<FactId> facts;
  for (const auto& statement : inventory.statements) facts.insert(statement.fact);
  return fmt::format("{}: {} of {} facts, {}, {}, {}, {}: no faults\n", show_hostile(inventory.client.name),
                     facts.size(), catalog.facts.size(),
                     counted(std::ssize(inventory.statements), "statement", "statements"),
                     counted(std::ssize(inventory.open), "open question", "open questions"),
                     counted(std::ssize(inventory.offered) + std::ssize(inventory.agreed), "offer or agreed action",
                             "offers and agreed actions"),
                     counted(std::ssize(inventory.declined), "decline", "declines"));
}

}  // namespace

int check(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);

  const ReadContext context{standard->catalog, standard->profile, settings.latest};
  auto client = load_client(arguments.client, context, session);
  std::optional<LoadedClient> provider;
  if (client) provider = load_provider(settings, context, *client, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;
  if (session.redacts) (void)redact(client->inventory, provider, *standard, session);
  return write_result(summary(*client, standard->catalog) +
                          still_open(assess(standard->catalog, standard->profile, client->inventory, settings.as_of)),
                      std::nullopt, session);
}

}  // namespace candor::app
