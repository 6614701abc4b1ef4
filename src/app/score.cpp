#include <algorithm>
#include <optional>
#include <string>

#include "app/earlier.hpp"
#include "app/exit_status.hpp"
#include "app/last_time.hpp"
#include "app/load_client.hpp"
#include "app/load_peers.hpp"
#include "app/load_profile.hpp"
#include "app/load_provider.hpp"
#include "app/passing.hpp"
#include "app/past.hpp"
#include "app/present.hpp"
#include "app/redaction.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/show_config.hpp"
#include "app/verbs.hpp"
#include "candor/assess/assess.hpp"
#include "candor/assess/limits.hpp"
#include "candor/assess/peers.hpp"
#include "candor/assess/portfolio.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

namespace {

/// Only people read what changed, and page 1 has no room for it.
bool tells_of_last_time(const Settings& settings, const LoadedClient& client) {
  const auto is_for_people = [](const Target& target) { return target.format.renderer != nullptr; };
  return client.is_whole_folder && settings.audience != Audience::Board &&
         std::ranges::any_of(settings.targets, is_for_people);
}

}  // namespace

int score(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  if (arguments.show_config) {
    if (const auto status = session.stop_if_faulty()) return *status;
    return show_config(settings, arguments, session);
  }
  auto standard = load_standard(settings, session);
  if (!standard) return session.stop_if_faulty().value_or(exit_status::not_understood);

  const ReadContext context{standard->catalog, standard->profile, settings.latest};
  auto client = load_client(arguments.client, context, session);
  std::optional<LoadedClient> provider;
  if (client) provider = load_provider(settings, context, *client, session);
  auto limits = settings.limits;
  if (client) limits.no_worse_than = load_earlier(settings, *client, standard->profile, session);
  std::optional<NearestPeers> peers;  // before names are left out: the sector is one of them
  if (client) peers = load_peers(settings, standard->profile, client->inventory.client.sector, session);
  if (const auto status = session.stop_if_faulty()) return *status;
  if (!client) return exit_status::not_understood;
  if (arguments.record && !client->is_whole_folder) {
    session.refuse("--record keeps the result in a client's folder, and this is a file alone",
                   "name the folder that holds the inventory");
    return exit_status::command_line;
  }

  const auto profile_id = standard->profile.id;
  std::optional<StandIns> stand_ins;
  if (session.redacts) {
    stand_ins = redact(client->inventory, provider, *standard, session);
    if (limits.no_worse_than) redact(*limits.no_worse_than, *stand_ins);
  }
  const auto assessment = assess(standard->catalog, standard->profile, client->inventory, settings.as_of);
  std::optional<Assessment> ours;
  Mirror mirror;
  if (provider) {
    ours = assess(standard->catalog, standard->profile, provider->inventory, settings.as_of);
    mirror = {provider->inventory.client.name, &*ours};
  }
  const auto last =
      tells_of_last_time(settings, *client)
          ? load_last_time(client->folder, assessment, profile_id, settings, stand_ins ? &*stand_ins : nullptr, session)
          : nullptr;
  if (const auto status = session.stop_if_faulty()) return *status;
  const auto since = last ? Since{&last->comparison, last->results} : Since{};
  std::optional<PeerStanding> standing;
  if (peers && assessment.score.weight > 0) {
    standing = stand_among(peers->group, peers->as_of, assessment.score);
    standing->sector = peers->sector;
  }
  const auto inputs = inputs_of(*standard, *client);
  const auto told_limits = compose_limits(assessment, judge_limits(assessment, limits));
  const bool has_row =
      std::ranges::any_of(settings.targets, [](const Target& target) { return target.format.name() == "row"; });
  const auto row = has_row ? std::optional{row_of(assessment)} : std::nullopt;
  const auto report_for = [&](Audience audience) {
    auto report = compose(assessment, audience, mirror, since, standing);
    report.inputs = &inputs;
    report.limits = told_limits;
    report.row = row ? &*row : nullptr;
    return report;
  };
  const auto report = report_for(Audience::Owner);  // what scripts read, whoever the report is for
  int written = settings.audience == Audience::Owner
                    ? present(report, report, settings, session)
                    : present(report_for(settings.audience), report, settings, session);
  if (written == exit_status::command_line) return written;
  if (arguments.record)
    written = std::max(written, keep_record(record_of(report, session.sources), result_of(assessment), client->folder));
  const int passed = tell_passing(assessment, report.limits, settings.accepted);
  return written == exit_status::done ? passed : written;
}

}  // namespace candor::app
