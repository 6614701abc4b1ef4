#include <string>
#include <utility>
#include <vector>

#include "app/exit_status.hpp"
#include "app/files.hpp"
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
  std::vector<HistoryEntry> entries;
  const auto profile = profile_asked_for(settings, session);
  for (const auto& file : recorded_files(arguments.client, profile, session))
    if (auto entry = load_record(file, session)) entries.push_back(std::move(*entry));
  if (const auto status = session.stop_if_faulty()) return *status;
  return present_words(compose_history(entries), settings, session);
}

}  // namespace candor::app
