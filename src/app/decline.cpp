#include <string>

#include <fmt/format.h>

#include "app/control.hpp"
#include "app/exit_status.hpp"
#include "app/judge_client.hpp"
#include "app/load_profile.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

namespace {

/// There is nothing to say no to.
int refuse(const Arguments& arguments, std::string_view why, Session& session) {
  session.refuse(fmt::format("`{}` {}: there is nothing to say no to", arguments.subject, why),
                 fmt::format("`candor explain {} {}` shows why", arguments.client, arguments.subject));
  return exit_status::command_line;
}

}  // namespace

int decline(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);
  const auto control =
      find_control({standard->catalog, standard->profile, settings.latest}, arguments.subject, session);
  return judge_client(arguments.client, settings, *standard, session, [&](const Assessment& assessment) {
    const auto outcome = assessment.findings[*control].outcome;  // without a control the run has ended
    if (outcome == Outcome::Met) return refuse(arguments, "is in place", session);
    if (outcome == Outcome::NotApplicable) return refuse(arguments, "does not apply here", session);
    return present_words(compose_decline(assessment, *control), settings, session);
  });
}

}  // namespace candor::app
