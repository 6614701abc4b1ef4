#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_profile.hpp"
#include "app/past.hpp"
#include "app/present.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

int history(const Arguments& arguments) {
  Session session;
  const auto settings = settle(arguments, session);
  if (!is_folder(arguments.client))
    complain_about_file(arguments.client, {"unreadable", "there is no such folder", "a client's folder has a history"},
                        session);
  std::vector<std::pair<int, HistoryEntry>> found;  // with its place among those of its day
  std::string profile;                              // empty: all of them
  if (settings.profile)
    if (const auto standard = load_standard(settings, session)) profile = standard->profile.id;
  for (const auto& file : recorded_files(arguments.client, profile, session)) {
    auto entry = load_result(file, session);
    if (!entry || (!profile.empty() && entry->result.profile != profile)) continue;
    const int number = number_of(file, entry->result.profile);
    found.emplace_back(number, std::move(*entry));
  }
  std::ranges::stable_sort(found, {}, [](const auto& one) { return std::pair{one.second.result.as_of, one.first}; });
  std::vector<HistoryEntry> entries;
  for (auto& one : found) entries.push_back(std::move(one.second));
  if (const auto status = session.stop_if_faulty()) return *status;
  return present_words(compose_history(entries), settings, session);
}

}  // namespace candor::app
