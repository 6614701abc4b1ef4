#include "app/exit_status.hpp"
#include "app/judge_client.hpp"
#include "app/load_profile.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

int card(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);
  return judge_client(arguments.client, settings, *standard, session, [&](const Assessment& assessment) {
    return present_words(compose_card(assessment), settings, session);
  });
}

}  // namespace candor::app
