#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/copies.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/output.hpp"
#include "import/restic_output.hpp"
#include "import/words.hpp"

// restic: `restic snapshots --json` (which copies there are; not when it was asked, so the day of the import counts),
// and beside it what `restic backup --json` printed, standard error too (which of them are partial: in the list they
// look like the rest, and what could not be read is told only there), what `restic check` printed (whether the
// repository is whole), and what `restic restore --verify` printed (whether files came back). A restore as JSON reads
// the same when nothing was written (`--dry-run`), and one of `/` does not say whether all of it came back
// (`--include`). None of them says what was left out of the copies on purpose.
namespace candor {

namespace {

constexpr std::string_view restored = "backup.restored";

struct Snapshot {
  std::string id;  ///< its first characters, as restic shows it
  std::string part;
  Date day{};
  std::string time;
  std::optional<std::int64_t> files;  ///< how many it holds
};

/// What all files say.
struct Found : ResticOutput {
  bool has_list = false;
  std::vector<Snapshot> snapshots;
  std::optional<Date> newest;  ///< of the copies
  std::string version;
};

std::optional<Snapshot> snapshot_of(const yaml::Node& item) {
  const auto host = find_text(item, "hostname");
  const auto id = find_text(item, "id");
  const auto time = find_text(item, "time");
  const auto day = day_of_time(time);
  const auto paths = find_list(item, "paths");
  if (host.empty() || id.empty() || !day || !paths) return std::nullopt;
  std::vector<std::string_view> sorted;
  for (const auto& path : paths->items()) sorted.push_back(path.raw());
  std::ranges::sort(sorted);
  Snapshot snapshot;
  snapshot.id = restic_id(id);
  snapshot.day = *day;
  snapshot.time = time;
  snapshot.part = host;
  for (const auto path : sorted) snapshot.part.append(" ").append(path);
  if (const auto summary = find_object(item, "summary"))
    snapshot.files = find_number(*summary, "total_files_processed");
  return snapshot;
}

/// A list of objects, or an empty one: `[0:00] 100.00%` is none.
bool is_list(std::string_view bytes) {
  const auto begin = bytes.find_first_of("[{");
  if (!looks_like_json(bytes) || bytes[begin] != '[') return false;
  const auto next = bytes.find_first_not_of(" \t\r\n", begin + 1);
  return next != std::string_view::npos && (bytes[next] == '{' || bytes[next] == ']');
}

void read_list(const yaml::Node& root, Found& found) {
  if (found.has_list)
    return root.error("too-many-files", "two lists of snapshots are here",
                      "import them one after another, each with what belongs to it");
  found.has_list = true;
  Date newest{};
  for (const auto& item : root.items()) {
    auto snapshot = snapshot_of(item);
    if (!snapshot)
      return item.error("unknown-format", "this is no snapshot with `time`, `hostname`, `paths` and `id`",
                        "save what `restic snapshots --json` prints, without --group-by");
    const auto version = find_text(item, "program_version");
    if (snapshot->day >= newest && !version.empty())
      found.version = version.substr(version.starts_with("restic ") ? 7 : 0);
    newest = std::max(newest, snapshot->day);
    found.snapshots.push_back(std::move(*snapshot));
  }
  if (!found.snapshots.empty()) found.newest = newest;
}

Found read_all(Files files, Diagnostics& diagnostics) {
  Found found;
  std::ptrdiff_t blank_files = 0;
  for (const auto& file : files) {
    if (is_blank(file) && files.size() > 1) {  // nothing went to standard error
      ++blank_files;
      continue;
    }
    if (is_list(file.bytes)) {
      if (const auto tree = read_json(file, diagnostics)) read_list({*tree, diagnostics}, found);
    } else {
      read_restic(file, found, diagnostics);
    }
  }
  found.silent_logs = found.has_stray_errors ? 0 : found.silent_logs - blank_files;
  if (found.has_stray_errors && !found.runs.empty()) {  // of one of them: which, nobody can tell
    for (const auto& [id, read] : found.runs) found.partial.insert(id);
    found.has_stray_errors = false;
  }
  return found;
}

/// How many files a snapshot holds, from the list or from the log of its run.
std::optional<std::int64_t> files_of(const std::string& id, const Found& found) {
  const auto snapshot = std::ranges::find(found.snapshots, id, &Snapshot::id);
  if (snapshot != found.snapshots.end() && snapshot->files) return snapshot->files;
  const auto run = found.runs.find(id);
  if (run != found.runs.end() && run->second > 0) return run->second;
  return std::nullopt;
}

/// The place of a word among the scopes of `backup.restored`.
std::optional<std::uint16_t> scope_of(const ImportContext& context, std::string_view word) {
  const auto id = context.catalog.find(restored);
  if (!id) return std::nullopt;
  const auto& scopes = context.catalog.facts[*id].scopes;
  const auto found = std::ranges::find(scopes, word);
  if (found == scopes.end()) return std::nullopt;
  return static_cast<std::uint16_t>(found - scopes.begin());
}

/// A restore is of the backup set that the list tells of its snapshot.
void settle_restores(Found& found) {
  for (auto& restore : found.restores) {
    const auto snapshot = std::ranges::find(found.snapshots, restore.id, &Snapshot::id);
    if (restore.id.empty() || snapshot == found.snapshots.end()) continue;
    restore.part = snapshot->part;
    if (!restore.day) restore.day = snapshot->day;
  }
}

void tell(Look& look, const ResticRestore& restore, const Found& found, const ImportContext& context) {
  // Beside a list the day of the look, said by --date or not, is that of the list, and the restore may be older.
  const auto day = !found.has_list && context.looked ? context.looked : restore.day;
  if (restore.has_failed || found.has_stray_failure || restore.verified == 0) {
    const auto latest = found.newest.value_or(look.day());
    tell_restored(look, restore.part, day.value_or(latest), false).note = "not all files came back";
  } else if (restore.is_json) {
    look.say_unknown(restored, restore.part, "a run that writes nothing (--dry-run) prints the same");
  } else if (!restore.verified) {
    look.say_unknown(restored, restore.part, "nothing shows that files came back: they were not held against the copy");
  } else if (!day) {
    look.say_unknown(restored, restore.part, "nothing shows on which day files came back");
  } else {
    const auto files = files_of(restore.id, found);
    const bool is_whole = restore.is_of_all && restore.verified == files && !found.partial.contains(restore.id);
    const auto* scope = is_whole ? "whole_system" : *restore.verified == 1 ? "one_file" : "one_folder";
    auto& statement = tell_restored(look, restore.part, *day, true, scope_of(context, scope));
    statement.where = fmt::format("{} of snapshot {}", counted(*restore.verified, "file"), restore.id);
    if (restore.is_of_all && !is_whole) statement.note = "nothing shows that all of the system came back";
    look.not_seen("Whether somebody opened what came back and worked with it.");
  }
}

/// False, with a complaint, where there are more backup sets than any client has.
bool is_countable(const Found& found, Place place, Diagnostics& diagnostics) {
  std::set<std::string_view> parts;
  for (const auto& snapshot : found.snapshots) parts.insert(snapshot.part);
  for (const auto& restore : found.restores) parts.insert(restore.part);
  if (parts.size() <= most_parts) return true;
  diagnostics.error(place, "too-large", fmt::format("more than {} backup sets are named here", most_parts),
                    "import the machines one after another, as in `restic snapshots --json --host NAME`");
  return false;
}

/// Where one backup set came back, nothing is known of the others in the list.
void tell_unrestored(Look& look, const Found& found) {
  std::set<std::string> others;
  for (const auto& snapshot : found.snapshots) others.insert(snapshot.part);
  bool is_of_one = false;
  for (const auto& restore : found.restores) {
    is_of_one = is_of_one || restore.part != restic_nameless;
    others.erase(restore.part);
  }
  if (!is_of_one) return;  // nor can anyone tell which are the others
  for (const auto& part : others) look.say_unknown(restored, part, "no restore of it is among these files");
}

void tell_copies(Look& look, const Found& found) {
  const Doubts doubts{.damage = found.is_damaged ? "the repository failed its own check" : "",
                      .has_unnamed_partial_run = found.has_stray_errors};
  std::map<std::string, BackupSet> sets;
  for (const auto& snapshot : found.snapshots) {
    auto& set = sets[snapshot.part];
    set.part = snapshot.part;
    set.copies.push_back({snapshot.day, snapshot.time, "snapshot " + snapshot.id, found.partial.contains(snapshot.id)});
  }
  if (sets.empty() && (found.has_list || found.is_damaged))
    tell_last_good(look, {std::string{restic_nameless}, {}}, doubts);
  else if (sets.empty() && (found.has_check || found.has_backup_log))
    look.say_unknown("backup.last_good", restic_nameless,
                     "no list of snapshots is here: a check or a log does not say of what and when the copies are");
  for (const auto& [part, set] : sets) tell_last_good(look, set, doubts);
  look.set_scope(found.has_list ? fmt::format("{} of {}", counted(std::ssize(found.snapshots), "snapshot"),
                                              counted(std::ssize(sets), "backup set"))
                                : std::string{restic_nameless});

  if (!sets.empty()) tell_unseen_runs(look, found.has_backup_log);
  if (found.silent_logs > 0)
    look.not_seen(
        "Which files the runs whose log is here could not read: the log alone does not show it, as restic writes that "
        "to standard error.");
  if (!found.is_damaged && (found.has_list || found.has_check))
    tell_unseen_by_check(look, found.has_check ? found.checked : Checked::Not);
}

}  // namespace

Brought import_restic(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  auto found = read_all(files, diagnostics);
  if (diagnostics.has_errors()) return {};
  const Place all{files.front().file, 0, 0};
  settle_restores(found);
  if (!is_countable(found, all, diagnostics)) return {};
  auto newest = found.newest;
  for (const auto& restore : found.restores) newest = std::max(newest, restore.day);
  const bool is_list = found.has_list && (newest || found.restores.empty());  // of a restore a later day flatters
  const auto day =
      day_of_look({.stated = {}, .newest = newest, .is_stricter_later = is_list}, all, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  look.set_version(found.version);
  tell_copies(look, found);
  for (const auto& restore : found.restores) tell(look, restore, found, context);
  tell_unrestored(look, found);
  if (found.restores.empty() && found.has_stray_failure) tell(look, {}, found, context);
  return look.take();
}

}  // namespace candor
