#include "app/earlier.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "app/files.hpp"
#include "app/past.hpp"

namespace candor::app {

namespace {

/// Two clients, or two standards, cannot be better or worse than each other.
bool is_of_this(const Result& result, const std::string& path, const LoadedClient& client, const Profile& profile,
                Session& session) {
  if (!is_of_client(result, client.inventory.client)) {
    complain_about_file(path, of_another_client(result, client.inventory.client), session);
    return false;
  }
  if (result.profile == profile.id) return true;
  complain_about_file(path,
                      {"other-standard", fmt::format("this result was held against `{}`", result.profile),
                       fmt::format("name one that was held against `{}`", profile.id)},
                      session);
  return false;
}

}  // namespace

std::optional<EarlierResult> load_earlier(const Settings& settings, const LoadedClient& client, const Profile& profile,
                                          Session& session) {
  const auto said = settings.said.one(Key::NoWorseThan);
  if (!said) return std::nullopt;
  EarlierResult earlier{said->value, std::nullopt};
  if (said->value != "last") {
    auto entry = load_record(said->value, session);
    if (!entry || !is_of_this(entry->result, said->value, client, profile, session)) return std::nullopt;
    earlier.result = std::move(entry->result);
  } else if (!client.is_whole_folder) {
    complain_about(*said, "a file alone has no history", "name the client's folder, or the file of an earlier result",
                   session);
    return std::nullopt;
  } else if (auto entry = baseline_of(client.folder, client.inventory.client, profile.id, settings.as_of, session)) {
    earlier.result = std::move(entry->result);
  }
  return earlier;
}

}  // namespace candor::app
