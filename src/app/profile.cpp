#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/load_profile.hpp"
#include "app/output.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"
#include "candor/read/builtin.hpp"

namespace candor::app {

namespace {

int list(Settings settings, Session& session) {
  std::string lines;
  for (const auto id : builtin_profiles()) {
    settings.profile = Setting{std::string{id}, Setting::From::Flag, "--profile", {}};
    const auto standard = load_standard(settings, session);
    if (!standard) continue;
    const auto& profile = standard->profile;
    lines +=
        fmt::format("{}  {}  {} ({} controls, {} of them the minimum)\n", profile.id, profile.version, profile.title,
                    profile.controls.size(), std::ranges::count(profile.controls, true, &Control::minimum));
  }
  if (const auto status = session.stop_if_faulty()) return *status;
  return write_result(lines, settings.targets.front().file, session);
}

int show(const Arguments& arguments, Settings settings, Session& session) {
  if (!arguments.subject.empty())
    settings.profile = Setting{arguments.subject, Setting::From::Flag, "profile show", {}};
  const auto standard = load_standard(settings, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!standard) return exit_status::not_understood;
  return present_words(describe_profile(standard->profile, standard->catalog), settings, session);
}

}  // namespace

int profile(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  if (arguments.action == "list") return list(settings, session);
  return show(arguments, settings, session);
}

}  // namespace candor::app
