#include "import/restic_output.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/output.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

/// The number that a text begins with.
std::optional<std::int64_t> leading_number(std::string_view text) {
  std::int64_t number = 0;
  std::size_t size = 0;
  for (; size < text.size() && size < 18 && text[size] >= '0' && text[size] <= '9'; ++size)
    number = number * 10 + (text[size] - '0');
  if (size == 0) return std::nullopt;
  return number;
}

/// What stands between two texts, the first of each; nothing when one is not there.
std::optional<std::string_view> between(std::string_view text, std::string_view before, std::string_view after) {
  const auto begin = text.find(before);
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin + before.size());
  const auto end = text.find(after);
  if (end == std::string_view::npos) return std::nullopt;
  return text.substr(0, end);
}

/// `restoring <Snapshot cc278cb9 of [/srv/data] at 2026-11-21 19:26:09.7336 +0000 UTC by root@laptop> to /srv/restore`
ResticRestore restore_of(std::string_view line) {
  ResticRestore restore;
  restore.id = restic_id(between(line, "<Snapshot ", " of [").value_or(""));
  const auto paths = between(line, " of [", "] at ").value_or("");
  const auto by = between(line, " by ", "> to ").value_or("");
  if (by.find('@') != std::string_view::npos) restore.part = fmt::format("{} {}", by.substr(by.rfind('@') + 1), paths);
  restore.is_of_all = paths == "/";
  const auto time = between(line, "] at ", " by ").value_or("");
  std::string zoned{time.substr(0, time.rfind(' '))};  // without the name of the zone
  if (const auto blank = zoned.rfind(' '); blank != std::string::npos) zoned.erase(blank, 1);
  restore.day = day_of_time(zoned);
  return restore;
}

/// Reads what restic printed, line by line.
class Reader {
 public:
  explicit Reader(ResticOutput& found) : found_(found) {}

  void read(const ImportFile& file, Diagnostics& diagnostics) {
    Output output{file, diagnostics};
    Place first{file.file, 0, 0};
    while (const auto line = output.next()) {
      if (diagnostics.is_full()) return;
      if (first.line == 0) first = line->place;
      if (!line->is_message())
        read_line(line->text);
      else if (const auto tree = read_json(line->text, line->place, diagnostics))
        read_message({*tree, diagnostics});
    }
    if (has_error_) blame();
    found_.has_stray_errors = found_.has_stray_errors || has_error_;
    if (!run_.empty() && !shows_errors_) ++found_.silent_logs;
    complain(first, diagnostics);
  }

 private:
  void read_message(const yaml::Node& message) {
    const auto type = find_text(message, "message_type");
    if (type == "summary") {
      read_summary(message);
    } else if (type == "status") {
      has_error_ = has_error_ || find_number(message, "error_count").value_or(0) > 0;
      is_known_ = true;
    } else if (type == "verbose_status") {
      is_known_ = true;
    } else if (type == "error" && find_text(message, "during") == "restore") {
      fail_restore();
    } else if (type == "error" && message.find("during")) {
      has_error_ = true;
    } else if (type == "error") {
      read_line(find_text(message, "message"));
    } else if (type == "exit_error") {
      if (find_number(message, "code") == 3) return blame();
      read_line(find_text(message, "message"));
      if (!is_known_ && fatal_.empty()) fatal_ = find_text(message, "message");
    }
  }

  void read_summary(const yaml::Node& summary) {
    if (const auto errors = find_number(summary, "num_errors")) {
      found_.has_check = is_known_ = true;
      found_.is_damaged = found_.is_damaged || *errors > 0;
      found_.checked = std::max(found_.checked, Checked::Structure);
    } else if (summary.find("files_new")) {
      end_run(find_text(summary, "snapshot_id"), find_number(summary, "total_files_processed").value_or(0),
              find_bool(summary, "dry_run").value_or(false));
    } else if (summary.find("total_files") || summary.find("seconds_elapsed") || summary.members().size() == 1) {
      is_known_ = true;
      auto& restore = found_.restores.emplace_back();
      restore.is_json = true;
      const auto total = find_number(summary, "total_files").value_or(0);
      const auto skipped = find_number(summary, "files_skipped").value_or(0);
      restore.has_failed = total == 0 || find_number(summary, "files_restored").value_or(0) + skipped < total;
    }
  }

  void read_line(std::string_view line) {
    if (holds(line, "at least one source file could not be read")) return blame();
    if (line.ends_with(" does not exist, skipping")) {
      has_error_ = true;
    } else if (line.starts_with("snapshot ") && line.ends_with(" saved")) {
      end_run(*between(line, "snapshot ", " saved"), 0, false);
    } else if (line.starts_with("restoring <Snapshot ")) {
      found_.restores.push_back(restore_of(line));
      is_known_ = is_restore_ = true;
    } else if (const auto count = between(line, "finished verifying ", " files"); count && is_restore_) {
      found_.restores.back().verified = leading_number(*count);
    } else if (line.starts_with("ignoring error for ") || (holds(line, "There were ") && holds(line, " errors")) ||
               (line.starts_with("Summary: Restored ") && holds(line, " / ")) ||
               (is_restore_ && line.starts_with("Fatal: "))) {
      fail_restore();
    } else {
      read_line_of_check(line);
    }
  }

  void read_line_of_check(std::string_view line) {
    constexpr std::array damages{"repository contains errors", "LoadIndex returned errors", "must be repaired",
                                 "damaged pack files",         "Pack ID does not match",    "error for tree "};
    constexpr std::array steps{"load indexes", "check all packs", "check snapshots, trees and blobs"};
    const auto is_in_line = [&](std::string_view words) { return holds(line, words); };
    if (std::ranges::any_of(damages, is_in_line)) {
      found_.has_check = found_.is_damaged = is_known_ = true;
    } else if (line == "read all data") {
      reads_ = Checked::AllData;
    } else if (line.starts_with("read ") && (holds(line, "data") || holds(line, "packfiles"))) {
      reads_ = Checked::PartOfTheData;
    } else if (holds(line, "no errors were found")) {
      found_.has_check = is_known_ = true;
      found_.checked = std::max(found_.checked, reads_);
    } else if (std::ranges::any_of(steps, is_in_line)) {
      found_.has_check = is_known_ = true;
    } else if (fatal_.empty() && (line.starts_with("Fatal: ") || holds(line, "repository is already locked"))) {
      fatal_ = line;
    }
  }

  void end_run(std::string_view id, std::int64_t files, bool is_dry) {
    found_.has_backup_log = is_known_ = true;
    if (is_dry || id.empty()) {
      has_error_ = false;  // no copy was made
      return;
    }
    run_ = restic_id(id);
    found_.runs[run_] = files;
    if (has_error_) blame();
  }

  /// The run before this line could not read everything; where there is none, the next one.
  void blame() {
    found_.has_backup_log = is_known_ = shows_errors_ = true;
    has_error_ = run_.empty();
    if (!run_.empty()) found_.partial.insert(run_);
  }

  void fail_restore() {
    is_known_ = true;
    if (is_restore_)
      found_.restores.back().has_failed = true;
    else
      found_.has_stray_failure = true;
  }

  void complain(Place place, Diagnostics& diagnostics) const {
    if (is_known_ || diagnostics.has_errors()) return;
    if (fatal_.empty())
      diagnostics.error(place, "unknown-format", "this is nothing that restic prints of its copies",
                        std::string{restic_files});
    else
      diagnostics.error(place, "unknown-format", fmt::format("restic looked at nothing: {}", in_backticks(fatal_)),
                        "run it again until it ends well, and import what it then prints");
  }

  ResticOutput& found_;
  bool is_known_ = false;
  bool has_error_ = false;  ///< something could not be read by the run that is not yet named
  bool shows_errors_ = false;
  bool is_restore_ = false;  ///< the last of the restores stands in this file
  Checked reads_ = Checked::Structure;
  std::string run_;  ///< the id of the last snapshot that was made
  std::string fatal_;
};

}  // namespace

std::string restic_id(std::string_view id) { return kept(id.substr(0, 8), 8); }

void read_restic(const ImportFile& file, ResticOutput& found, Diagnostics& diagnostics) {
  Reader{found}.read(file, diagnostics);
}

}  // namespace candor
