#include "app/side.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "app/files.hpp"
#include "app/load_client.hpp"
#include "app/load_provider.hpp"
#include "app/past.hpp"

namespace candor::app {

namespace {

constexpr std::string_view last = "last";

/// `harbour-dental@2026-11-21` in its two halves; the second is empty where there is none.
std::pair<std::string, std::string> halves(const std::string& name) {
  const auto at = name.rfind('@');
  if (at == std::string::npos || !is_moment(std::string_view{name}.substr(at + 1))) return {name, {}};
  return {name.substr(0, at), name.substr(at + 1)};
}

std::optional<ComparedSide> side_of(std::optional<Past> past) {
  if (!past) return std::nullopt;
  const auto day = past->entry.result.as_of;
  return ComparedSide{std::move(past->standard), std::move(past->inventory), day, std::move(past->entry.result)};
}

std::optional<ComparedSide> recorded(std::optional<HistoryEntry> entry, const std::string& path,
                                     const Settings& settings, Session& session) {
  if (!entry) return std::nullopt;
  return side_of(read_again(std::move(*entry), path, settings.latest, session));
}

/// The days of a client's history, for those who asked for another.
std::string days(const std::vector<RecordedFile>& files) {
  std::vector<std::string> days;
  for (const auto& file : files) days.push_back(to_iso(file.as_of));
  days.erase(std::unique(days.begin(), days.end()), days.end());
  if (days.empty()) return "`candor score CLIENT --record` keeps a result";
  return fmt::format("recorded are {}", fmt::join(days, ", "));
}

/// The newest of a day, or the last one that is not after NEW's day.
std::optional<ComparedSide> load_of_history(const std::string& client, const std::string& moment,
                                            const std::string& profile, const Settings& settings, Session& session) {
  const auto files = recorded_files(client, profile, session);
  const auto day = parse_date(moment);
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (day ? file->as_of != *day : file->as_of > settings.as_of) continue;
    auto entry = load_record(*file, session);
    if (!entry || entry->result.profile == profile) return recorded(std::move(entry), file->path, settings, session);
  }
  complain_about_file(
      join(client, "history"),
      {"no-record",
       fmt::format("nothing was recorded {} against `{}`", day ? "on " + moment : std::string{"yet"}, profile),
       days(files)},
      session);
  return std::nullopt;
}

/// The newest day on which something was said.
Date newest_day(const Inventory& inventory) {
  auto day = inventory.assessed;
  for (const auto& statement : inventory.statements) day = std::max(day, statement.date);
  return day;
}

std::optional<ComparedSide> load_client_side(const std::string& path, std::optional<Date> day, const Standard& standard,
                                             const Settings& settings, Session& session) {
  const ReadContext context{standard.catalog, standard.profile, settings.latest};
  auto client = load_client(path, context, session);
  if (!client) return std::nullopt;
  std::optional<LoadedClient> provider;
  if (session.redacts)
    provider = load_provider(settings, context, *client, session);
  else
    add_from_provider(settings, context, *client, session);
  const auto judged_on = day ? *day : newest_day(client->inventory);
  ComparedSide side{standard, std::move(client->inventory), judged_on, std::nullopt};
  if (provider) side.provider = std::move(provider->inventory);
  return side;
}

}  // namespace

bool is_moment(std::string_view text) { return text == last || parse_date(text).has_value(); }

std::optional<ComparedSide> load_side(const std::string& name, const std::string& other, std::optional<Date> day,
                                      const Standard& standard, const Settings& settings, Session& session) {
  const auto& profile = standard.profile.id;
  if (is_moment(name) && !exists(name)) return load_of_history(halves(other).first, name, profile, settings, session);
  const auto [path, moment] = exists(name) ? std::pair{name, std::string{}} : halves(name);
  if (!moment.empty()) return load_of_history(path, moment, profile, settings, session);
  if (path.ends_with(".json") && !is_folder(path)) {  // an inventory may be JSON too
    auto bytes = read_bytes(path, largest_record);
    const auto* text = std::get_if<std::string>(&bytes);
    if (text && looks_like_record(*text))
      return recorded(load_record(path, std::move(bytes), session), path, settings, session);
  }
  return load_client_side(path, day, standard, settings, session);
}

}  // namespace candor::app
