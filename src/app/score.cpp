#include <optional>
#include <string>

#include "app/exit_status.hpp"
#include "app/load_client.hpp"
#include "app/load_profile.hpp"
#include "app/load_provider.hpp"
#include "app/passing.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/show_config.hpp"
#include "app/verbs.hpp"
#include "candor/assess/assess.hpp"
#include "candor/assess/limits.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

int score(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  if (arguments.show_config) {
    if (const auto status = session.stop_if_faulty()) return *status;
    return show_config(settings, arguments, session);
  }
  const auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);

  const ReadContext context{standard->catalog, standard->profile, settings.latest};
  auto client = load_client(arguments.client, context, session);
  std::optional<LoadedClient> provider;
  if (client) provider = load_provider(settings, context, *client, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;

  const auto assessment = assess(standard->catalog, standard->profile, client->inventory, settings.as_of);
  std::optional<Assessment> ours;
  Mirror mirror;
  if (provider) {
    ours = assess(standard->catalog, standard->profile, provider->inventory, settings.as_of);
    mirror = {provider->inventory.client.name, &*ours};
  }
  auto report = compose(assessment, settings.audience, mirror);
  report.limits = compose_limits(assessment, judge_limits(assessment, settings.limits));
  const int written = present(report, settings, session);
  if (written == exit_status::command_line) return written;
  const int passed = tell_passing(assessment, report.limits, settings.accepted);
  return written == exit_status::done ? passed : written;
}

}  // namespace candor::app
