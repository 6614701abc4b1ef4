#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/control.hpp"
#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/judge_client.hpp"
#include "app/load_profile.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"
#include "candor/text/suggest.hpp"

namespace candor::app {

namespace {

int explain_word(const Arguments& arguments, const Settings& settings, const Standard& standard, Session& session) {
  if (const auto status = session.stop_if_faulty()) return *status;
  const auto& word = arguments.client;
  const auto report = candor::explain_word(standard.profile, standard.catalog, word);
  if (report && arguments.subject.empty()) return present_words(*report, settings, session);
  if (report) {
    session.refuse(fmt::format("`{}` is a word, and only a client has controls to explain", word),
                   fmt::format("`candor explain CLIENT {}`", arguments.subject));
    return exit_status::command_line;
  }
  std::vector<std::string_view> known;
  for (const auto& term : standard.profile.terms) {
    known.push_back(term.word);
    known.insert(known.end(), term.also.begin(), term.also.end());
  }
  for (const auto& own : own_words()) known.push_back(own);
  for (const auto& control : standard.profile.controls) known.push_back(control.id);
  for (const auto& fact : standard.catalog.facts) known.push_back(fact.address);
  auto hint = did_you_mean(word, known);
  if (hint.empty()) hint = "`candor profile show` lists the controls; a client is a folder or a file";
  session.refuse(fmt::format("`{}` is neither a client nor a word that can be explained", word), hint);
  return exit_status::command_line;
}

int explain_client(const Arguments& arguments, const Settings& settings, const Standard& standard, Session& session) {
  std::optional<std::size_t> control;
  if (!arguments.subject.empty())
    control = find_control({standard.catalog, standard.profile, settings.latest}, arguments.subject, session);
  return judge_client(arguments.client, settings, standard, session, [&](const Assessment& assessment) {
    const auto report = control ? explain_control(assessment, *control) : explain_arithmetic(assessment);
    return present_words(report, settings, session);
  });
}

}  // namespace

int explain(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);
  if (arguments.client == "-" || exists(arguments.client))
    return explain_client(arguments, settings, *standard, session);
  return explain_word(arguments, settings, *standard, session);
}

}  // namespace candor::app
