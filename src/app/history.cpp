#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/exit_status.hpp"
#include "app/files.hpp"
#include "app/load_profile.hpp"
#include "app/past.hpp"
#include "app/present.hpp"
#include "app/redaction.hpp"
#include "app/session.hpp"
#include "app/settings.hpp"
#include "app/verbs.hpp"
#include "candor/compose/compose.hpp"

namespace candor::app {

namespace {

/// Limits were told in words when they were kept, and may name a file.
void redact(std::vector<HistoryEntry>& entries) {
  constexpr std::string_view no_worse_than = "--no-worse-than ";
  auto stand_ins = no_stand_ins();
  for (auto& entry : entries) {
    candor::redact(entry.result, stand_ins);
    for (auto& limit : entry.limits) {
      limit.why = words_left_out;
      if (limit.asked.starts_with(no_worse_than) && limit.asked.substr(no_worse_than.size()) != "last")
        limit.asked = std::string{no_worse_than} + stand_ins.of(limit.asked.substr(no_worse_than.size()), "File");
    }
  }
}

}  // namespace

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
  if (session.redacts) redact(entries);
  return present_words(compose_history(entries, session.redacts), settings, session);
}

}  // namespace candor::app
