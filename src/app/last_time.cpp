#include "app/last_time.hpp"

#include <algorithm>
#include <utility>

#include "candor/assess/compare.hpp"

namespace candor::app {

namespace {

constexpr std::size_t most_results = 12;  // a report has no room for more; `candor history` shows them all

}  // namespace

std::unique_ptr<LastTime> load_last_time(const std::string& folder, const Assessment& assessment,
                                         const Settings& settings, Session& session) {
  const auto& profile = assessment.profile->id;
  auto files = recorded_files(folder, profile, session);
  std::erase_if(files, [&](const RecordedFile& file) { return file.as_of >= assessment.as_of; });
  std::vector<Result> results;
  std::optional<HistoryEntry> newest;
  std::string path;
  for (auto file = files.rbegin(); file != files.rend() && results.size() < most_results; ++file) {
    auto entry = load_record(*file, session);
    if (!entry) return nullptr;
    if (entry->result.profile != profile) continue;
    results.push_back(entry->result);
    if (newest) continue;
    newest = std::move(entry);
    path = file->path;
  }
  if (!newest) return nullptr;
  auto past = read_again(std::move(*newest), path, settings.latest, session);
  if (!past) return nullptr;
  std::ranges::reverse(results);
  auto last = std::make_unique<LastTime>();
  last->past = std::move(*past);
  last->results = std::move(results);
  const auto& was = last->past;
  last->comparison = compare(*assessment.catalog, {was.standard.profile, was.inventory, was.entry.result.as_of},
                             was.entry.result, {*assessment.profile, *assessment.inventory, assessment.as_of});
  return last;
}

}  // namespace candor::app
