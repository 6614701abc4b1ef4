#include "app/judge_client.hpp"

#include <optional>

#include "app/exit_status.hpp"
#include "app/load_client.hpp"
#include "app/load_provider.hpp"
#include "app/redaction.hpp"
#include "candor/assess/assess.hpp"

namespace candor::app {

int judge_client(const std::string& path, const Settings& settings, const Standard& standard, Session& session,
                 const std::function<int(const Assessment&)>& show) {
  const ReadContext context{standard.catalog, standard.profile, settings.latest};
  auto client = load_client(path, context, session);
  std::optional<LoadedClient> provider;  // for the names in it alone
  if (client && session.redacts)
    provider = load_provider(settings, context, *client, session);
  else if (client)
    add_from_provider(settings, context, *client, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;
  if (!session.redacts) return show(assess(standard.catalog, standard.profile, client->inventory, settings.as_of));
  auto shown = standard;
  (void)redact(client->inventory, provider, shown, session);
  return show(assess(shown.catalog, shown.profile, client->inventory, settings.as_of));
}

}  // namespace candor::app
