#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/copies.hpp"

/// What restic printed while it copied, checked and restored, read line by line. What it means is not judged here.
namespace candor {

/// What it is called where nothing says of which machine and folder.
inline constexpr std::string_view restic_nameless = "restic repository";

/// What restic's importer takes, as a hint.
inline constexpr std::string_view restic_files =
    "save what `restic snapshots --json` prints, and beside it what backup, check and `restore --verify` print";

struct ResticRestore {
  std::string id;  ///< of the snapshot; empty when not said
  std::string part = std::string{restic_nameless};
  std::optional<Date> day;               ///< of the snapshot: files came back on that day or later
  std::optional<std::int64_t> verified;  ///< how many files were held against the copy
  bool is_of_all = false;
  bool is_json = false;
  bool has_failed = false;
};

/// What all of it says together.
struct ResticOutput {
  std::map<std::string, std::int64_t> runs;  ///< by the id of the snapshot that each made: how many files it read
  std::set<std::string> partial;             ///< ids
  bool has_stray_errors = false;             ///< of a run that could not read everything, without its id
  bool has_backup_log = false;
  std::ptrdiff_t silent_logs = 0;  ///< in which runs complain of nothing: their errors may have gone elsewhere
  bool has_check = false;
  bool is_damaged = false;
  Checked checked = Checked::NotToItsEnd;
  std::vector<ResticRestore> restores;
  bool has_stray_failure = false;  ///< of a restore
};

/// The id by which restic shows a snapshot: its first characters.
[[nodiscard]] std::string restic_id(std::string_view id);

/// Adds what one file says, and complains (`unknown-format`) about one that says nothing of this.
void read_restic(const ImportFile& file, ResticOutput& found, Diagnostics& diagnostics);

}  // namespace candor
