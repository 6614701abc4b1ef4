#include "app/last_time.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/redaction.hpp"
#include "candor/assess/compare.hpp"

namespace candor::app {

namespace {

constexpr std::size_t most_results = 12;  // a report has no room for more; `candor history` shows them all

/// The last record and what changed since; the session complains when one cannot be read.
std::unique_ptr<LastTime> find_last_time(const std::string& folder, const Assessment& assessment,
                                         const std::string& profile, const Settings& settings, StandIns* stand_ins,
                                         Session& session) {
  auto files = recorded_files(folder, profile, session);
  std::erase_if(files, [&](const RecordedFile& file) { return file.as_of >= assessment.as_of; });
  auto last = std::make_unique<LastTime>();
  std::string path;
  std::optional<HistoryEntry> newest;
  for (auto file = files.rbegin(); file != files.rend() && last->results.size() < most_results; ++file) {
    auto entry = load_record(*file, session);
    if (!entry) return nullptr;
    if (entry->result.profile != profile) continue;
    if (stand_ins != nullptr) candor::redact(entry->result, *stand_ins);
    if (!is_of_client(entry->result, assessment.inventory->client)) {
      complain_about_file(file->path, of_another_client(entry->result, assessment.inventory->client), session);
      return nullptr;
    }
    last->results.push_back(entry->result);
    if (newest) continue;
    newest = std::move(entry);
    path = file->path;
  }
  if (!newest) return nullptr;
  std::ranges::reverse(last->results);
  auto past = read_again(std::move(*newest), path, settings.latest, session);
  if (!past) return nullptr;
  last->past = std::move(*past);
  if (stand_ins != nullptr) {
    auto& standard = last->past.standard;
    candor::redact({named(last->past.inventory, standard, session)}, *stand_ins);
    redact(standard, *stand_ins, session);
  }
  const auto& was = last->past;
  last->comparison = compare(*assessment.catalog, {was.standard.profile, was.inventory, was.entry.result.as_of},
                             was.entry.result, {*assessment.profile, *assessment.inventory, assessment.as_of});
  return last;
}

}  // namespace

std::unique_ptr<LastTime> load_last_time(const std::string& folder, const Assessment& assessment,
                                         const std::string& profile, const Settings& settings, StandIns* stand_ins,
                                         Session& session) {
  // The past decides nothing here: what of it cannot be read is worth a word, and the report goes without.
  Session past_session;
  auto last = find_last_time(folder, assessment, profile, settings, stand_ins, past_session);
  session.folders.push_back(folder);
  const auto& complaints = past_session.diagnostics.all();
  if (complaints.empty()) return last;
  const auto& first = complaints.front();
  const auto& name = past_session.sources.at(first.place.file).name;
  session.diagnostics.warning({session.sources.add(name, {}), first.place.line, first.place.column}, "unread-record",
                              fmt::format("the report says nothing of last time: {}", first.message), first.hint);
  return nullptr;
}

}  // namespace candor::app
