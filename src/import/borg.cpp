#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/borg_log.hpp"
#include "import/copies.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/output.hpp"
#include "import/words.hpp"

// BorgBackup: `borg list --json` or `borg info --json --last 1` (which archives there are; only info, and list with
// --format '{hostname}', say of which machine), and beside it `borg create --json` and what these print to standard
// error with --log-json: create (whether it could read all files: an archive that lacks some looks like the rest),
// check with --info (without it a check that goes well prints nothing) and extract. An extract that goes well prints
// the same when it writes nothing (--dry-run), so no file of borg's proves that data came back; one that fails does
// prove the opposite. None of list, info and create says when it was asked, so the day of the import counts. Times are
// those of the machine's own clock, without their zone.
namespace candor {

namespace {

constexpr std::string_view nameless = "Borg repository";
struct Archive {
  std::string name;
  std::string host;  ///< empty when not said
  Date day{};
  std::string time;
  bool is_partial = false;
};

/// What all files say.
struct Found : BorgLogs {
  bool has_list = false;
  std::map<std::string, Archive> archives;  ///< by id
  std::string repository;                   ///< its id
  std::string location;
  std::string encryption;
  std::vector<std::string> created;  ///< ids of the archives whose own `create --json` is here
  std::optional<Date> newest;
};

void read_archive(const yaml::Node& item, Found& found, const ImportContext& context) {
  const auto id = find_text(item, "id");
  const auto name = find_text(item, "name");
  const auto time = find_text(item, item.find("start") ? "start" : "time");
  const auto day = day_of_local_time(time, context.latest);
  if (id.empty() || name.empty() || !day)
    return item.error("unknown-format", "this is no archive with `id`, `name` and `start`", std::string{borg_files});
  auto& archive = found.archives[std::string{id}];
  archive.name = kept(name, longest_archive_name);
  archive.day = *day;
  archive.time = time;
  archive.is_partial = archive.is_partial || holds(name, ".checkpoint");  // its run did not come to its end
  if (const auto host = find_text(item, "hostname"); !host.empty()) archive.host = host;
  keep_newest(found.newest, archive.day);
}

/// `borg list`, `info` or `create`: an object that says of which repository it is.
void read_document(const yaml::Node& root, Found& found, const ImportContext& context) {
  const auto repository = find_object(root, "repository");
  const auto archives = find_list(root, "archives");
  const auto created = find_object(root, "archive");
  if (!repository || (!archives && !created))
    return root.error("unknown-format", repository ? "no archive is in this file" : "this is nothing that borg prints",
                      std::string{borg_files});
  const auto id = find_text(*repository, "id");
  if (!found.repository.empty() && id != found.repository)
    return root.error("too-many-files", "this is of another repository than the file before",
                      "import them one after another, each with what belongs to it");
  found.repository = id;
  found.location = find_text(*repository, "location");
  keep_newest(found.newest, day_of_local_time(find_text(*repository, "last_modified"), context.latest));
  if (const auto encryption = find_object(root, "encryption")) found.encryption = find_text(*encryption, "mode");
  found.has_list = found.has_list || archives.has_value();
  if (archives)
    for (const auto& item : archives->items()) read_archive(item, found, context);
  if (!created) return;
  read_archive(*created, found, context);
  found.created.emplace_back(find_text(*created, "id"));
}

void read_file(const ImportFile& file, Found& found, const ImportContext& context, Diagnostics& diagnostics) {
  Output output{file, diagnostics};
  BorgLog log{found};
  std::optional<Place> logged;  // its first message
  std::optional<Place> other;   // the first line that is no message
  std::string value;            // those lines, each at its own number: one JSON value over several lines
  std::uint32_t number = 1;
  while (const auto line = output.next()) {
    if (diagnostics.is_full()) return;
    if (!line->is_message()) {
      if (!other) other = line->place;
      for (; number < line->place.line; ++number) value += '\n';
      value += line->text;
      continue;
    }
    const auto tree = read_json(line->text, line->place, diagnostics);
    if (!tree) continue;
    const yaml::Node message{*tree, diagnostics};
    if (!is_borg_message(message)) {
      read_document(message, found, context);
      continue;
    }
    if (!logged) logged = line->place;
    log.read(message);
  }
  if (logged) log.finish(*logged, diagnostics);
  if (!other) return;
  if (!looks_like_json(value))
    diagnostics.error(*other, "unknown-format", "this is not JSON", std::string{borg_files});
  else if (const auto tree = read_json({file.file, value}, diagnostics))
    read_document({*tree, diagnostics}, found, context);
}

/// Warnings without a name are of a run whose own `create --json` is here; of which, nobody can tell where there are
/// several.
void settle_partial(Found& found) {
  for (auto& [id, archive] : found.archives)
    if (found.partial.contains(archive.name)) archive.is_partial = true;
  if (!found.has_stray_warnings || found.created.empty()) return;
  for (const auto& id : found.created) found.archives[id].is_partial = true;
  found.has_stray_warnings = false;
}

std::vector<BackupSet> sets_of(const Found& found, Look& look) {
  std::map<std::string, BackupSet> sets;
  const auto whole = found.location.empty() ? std::string{nameless} : found.location;
  const bool has_hosts = std::ranges::any_of(found.archives, [](const auto& one) { return !one.second.host.empty(); });
  std::int64_t left_out = 0;
  for (const auto& [id, archive] : found.archives) {
    if (archive.host.empty() && has_hosts) {
      ++left_out;
      continue;
    }
    auto& set = sets[has_hosts ? archive.host : whole];
    set.copies.push_back({archive.day, archive.time, "archive " + archive.name, archive.is_partial});
  }
  if (!has_hosts && !sets.empty())
    look.not_seen("Of which machine each copy is: the list does not say, so the newest of any of them counts.");
  if (left_out > 0)
    look.not_seen(
        fmt::format("Of which machine {}: nothing here says it.", counted(left_out, "archive is", "archives are")));
  std::vector<BackupSet> list;
  list.reserve(sets.size() + 1);
  for (auto& [part, set] : sets) list.push_back({part, std::move(set.copies)});
  if (list.empty()) list.push_back({whole, {}});
  return list;
}

void tell(Look& look, Found found) {
  settle_partial(found);
  const auto sets = sets_of(found, look);
  const Doubts doubts{.damage = found.damage, .has_unnamed_partial_run = found.has_stray_warnings};
  const bool has_copies = found.has_list || !found.archives.empty();
  if (has_copies || !found.damage.empty()) {
    for (const auto& set : sets) tell_last_good(look, set, doubts);
  } else if (!found.extract_failed || found.has_check || found.has_create_log) {
    look.say_unknown("backup.last_good", nameless,
                     "no list of archives is here: a log does not say of what and when the copies are");
  }
  if (found.extract_failed) {
    const auto part = sets.size() == 1 || found.location.empty() ? sets.front().part : found.location;
    if (*found.extract_failed)
      tell_restored(look, part, found.logged.value_or(look.day()), false).note = "the extract ended with an error";
    else
      look.say_unknown("backup.restored", part, "an extract that writes nothing (--dry-run) prints the same");
  }
  look.set_scope(has_copies ? fmt::format("{} in {}", counted(std::ssize(found.archives), "archive"), found.location)
                            : std::string{nameless});

  if (!found.archives.empty()) tell_unseen_runs(look, found.has_create_log);
  if (found.damage.empty() && (has_copies || found.has_check))
    tell_unseen_by_check(look, found.has_check ? found.checked : Checked::Not);
  constexpr std::array open{"none", "authenticated", "authenticated-blake2"};
  if (std::ranges::find(open, found.encryption) != open.end())
    look.not_seen("Who reads the copies: they are not encrypted, so whoever reaches the repository can.");
}

}  // namespace

Brought import_borg(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  Found found;
  bool is_silent = true;
  for (const auto& file : files) {
    if (is_blank(file)) continue;
    is_silent = false;
    read_file(file, found, context, diagnostics);
  }
  if (diagnostics.has_errors()) return {};
  const auto newest = std::max(found.newest, found.logged);
  const auto stated = found.newest ? std::nullopt : found.logged;
  const auto day =
      day_of_look({.stated = stated, .newest = newest, .is_stricter_later = found.has_list || !found.archives.empty()},
                  {files.front().file, 0, 0}, context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  if (is_silent) {
    look.say_unknown("backup.last_good", nameless,
                     "the file is empty: borg prints nothing unless it is asked (--info)");
    return look.take();
  }
  tell(look, std::move(found));
  return look.take();
}

}  // namespace candor
