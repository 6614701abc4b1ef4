#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "candor/text/node.hpp"
#include "import/copies.hpp"

namespace candor {

inline constexpr std::size_t longest_archive_name = 80;

/// What BorgBackup's logs (`--log-json`) say together. What it means is not judged here.
struct BorgLogs {
  std::set<std::string> partial;  ///< names of archives
  bool has_create_log = false;
  bool has_stray_warnings = false;  ///< of a run that could not read everything, without its name
  bool has_check = false;
  Checked checked = Checked::NotToItsEnd;
  std::string damage;
  std::optional<bool> extract_failed;  ///< nothing: no log of an extract
  std::optional<Date> logged;          ///< the newest day of the logs
};

/// True for a message of a log, which other values that borg prints are not.
[[nodiscard]] bool is_borg_message(const yaml::Node& value);

/// One log, message by message.
class BorgLog {
 public:
  explicit BorgLog(BorgLogs& found) : found_(found) {}
  void read(const yaml::Node& message);

  /// Adds what the whole log comes to. Complains (`unknown-format`) when that is nothing.
  void finish(Place place, Diagnostics& diagnostics) const;

 private:
  void read_words(std::string_view words, std::string_view name, std::string_view level);
  void begin_run(std::string_view archive);
  void warn();
  void find_damage(bool is_of_check);

  BorgLogs& found_;
  bool is_check_ = false;
  bool is_extract_ = false;
  bool is_create_ = false;
  bool has_warning_ = false;  ///< of a run that is not yet named
  int open_checks_ = 0;
  Checked reads_ = Checked::Structure;
  std::string run_;  ///< the name of the archive that is being made
  std::string fatal_;
  std::optional<Date> day_;  ///< of the last message
  std::string damage_;
};

/// What borg's importer takes, as a hint.
inline constexpr std::string_view borg_files =
    "save what `borg list --json` prints, and beside it what create, `check --info` and extract print with --log-json";

}  // namespace candor
