#include "candor/assess/compare.hpp"

#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/present.hpp"
#include "app/redaction.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/side.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

namespace {

/// The day on which an older client is judged, where one was named.
std::optional<Date> old_day(const Arguments& arguments, Session& session) {
  if (!arguments.old_as_of) return std::nullopt;
  const auto day = parse_date(*arguments.old_as_of);
  if (!day)
    session.refuse(fmt::format("`{}` is not a date", *arguments.old_as_of), "--old-as-of takes a day like 2026-11-09");
  return day;
}

/// The newer one first: its names are numbered as in its own report.
void redact(ComparedSide& before, ComparedSide& after, const Session& session) {
  auto stand_ins = no_stand_ins();
  std::vector<Named> all;
  for (auto* side : {&after, &before}) all.push_back(named(side->inventory, side->standard, session));
  for (auto* side : {&after, &before})
    if (side->provider) all.push_back(named(*side->provider, side->standard, session, "Provider"));
  candor::redact(all, stand_ins);
  for (auto* side : {&after, &before})
    if (side->recorded) candor::redact(*side->recorded, stand_ins);
  for (auto* side : {&after, &before}) app::redact(side->standard, stand_ins, session);
}

bool can_be_compared(const ComparedSide& before, const ComparedSide& after, Session& session) {
  const auto& old = before.inventory.client;
  const auto& now = after.inventory.client;
  if (!is_same_client(old, now))
    session.refuse(fmt::format("`{}` and `{}` are two clients", old.name, now.name), "compare a client with itself");
  else if (after.as_of < before.as_of)
    session.refuse(fmt::format("OLD is of {}, after NEW, which is of {}", to_iso(before.as_of), to_iso(after.as_of)),
                   "name the older one first, or the day of NEW with --as-of");
  return !session.is_refused();
}

}  // namespace

int compare(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  const auto day = old_day(arguments, session);
  if (is_moment(arguments.client) && is_moment(arguments.subject))
    session.refuse(fmt::format("`{}` and `{}` name no client", arguments.client, arguments.subject),
                   fmt::format("write CLIENT@{}", arguments.client));
  if (session.is_refused()) return session.stop_if_faulty().value_or(exit_status::command_line);
  const auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);
  auto before = load_side(arguments.client, arguments.subject, day, *standard, settings, session);
  auto after = load_side(arguments.subject, arguments.client, settings.as_of, *standard, settings, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!before || !after) return exit_status::not_understood;
  if (!can_be_compared(*before, *after, session)) return exit_status::command_line;
  if (session.redacts) redact(*before, *after, session);
  const auto comparison =
      candor::compare(after->standard.catalog, {before->standard.profile, before->inventory, before->as_of},
                      before->recorded, {after->standard.profile, after->inventory, after->as_of});
  return present_words(compose_comparison(comparison), settings, session);
}

}  // namespace candor::app
