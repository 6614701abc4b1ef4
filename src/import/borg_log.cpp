#include "import/borg_log.hpp"

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

bool is_of_prune(std::string_view words) {
  return words.starts_with("Keeping archive") || words.starts_with("Pruning archive") || words.starts_with("Would ");
}

}  // namespace

bool is_borg_message(const yaml::Node& value) { return value.is_mapping() && value.find("type"); }

void BorgLog::read(const yaml::Node& message) {
  const auto type = find_text(message, "type");
  if (type == "progress_percent" && find_text(message, "msgid").starts_with("extract")) is_extract_ = true;
  if (type == "file_status") {
    is_create_ = true;
    if (find_text(message, "status") == "E") warn();
  }
  if (type != "log_message") return;
  if (const auto day = day_of_seconds(find_number(message, "time").value_or(-1))) day_ = day;
  read_words(find_text(message, "message"), find_text(message, "name"), find_text(message, "levelname"));
}

void BorgLog::read_words(std::string_view words, std::string_view name, std::string_view level) {
  // What was repaired with zeros finds no problems any more; its level is INFO then.
  constexpr std::array damages{"Data integrity error", "missing file chunk", "errors found", "(all-zero) chunks"};
  const bool is_of_repository = name == "borg.repository" || name == "borg.archive";
  const bool is_error = level == "ERROR";
  const auto is_in_words = [&](std::string_view damage) { return holds(words, damage); };
  if (words.starts_with("Starting repository check") || words.starts_with("Starting archive consistency check")) {
    is_check_ = true;
    ++open_checks_;
  } else if (holds(words, "no problems found")) {
    --open_checks_;
  } else if (words.starts_with("Finished cryptographic data integrity verification")) {
    reads_ = Checked::AllData;
  }
  if (std::ranges::any_of(damages, is_in_words) || (is_error && is_of_repository)) {
    find_damage(is_check_ && is_error);
  } else if (is_error) {
    if (fatal_.empty()) fatal_ = words;
  } else if (level == "WARNING") {
    if (!is_of_repository && name != "borg.output.show-rc") warn();
  } else if (words.starts_with("Creating archive at ")) {
    begin_run(words.substr(std::min(words.rfind("::"), words.size() - 2) + 2));
  } else if (name == "borg.output.stats" && words.starts_with("Archive name: ")) {
    begin_run(words.substr(words.find(": ") + 2));
    if (has_warning_) found_.partial.insert(run_);
    has_warning_ = false;
    run_.clear();  // this line stands at the end of its run
  } else if (name == "borg.output.list" && !is_of_prune(words)) {
    is_extract_ = true;  // create says it with `file_status`
  }
}

void BorgLog::begin_run(std::string_view archive) {
  is_create_ = true;
  run_ = kept(archive.substr(0, archive.find('"')), longest_archive_name);
}

/// Something could not be read.
void BorgLog::warn() {
  if (run_.empty())
    has_warning_ = true;
  else
    found_.partial.insert(run_);
}

void BorgLog::find_damage(bool is_of_check) {
  if (!damage_.empty()) return;
  const auto day = day_ ? to_iso(*day_) : std::string{"an unknown day"};
  damage_ = is_of_check ? fmt::format("the repository failed its own check of {}", day)
                        : fmt::format("data in the repository was found damaged on {}", day);
}

void BorgLog::finish(Place place, Diagnostics& diagnostics) const {
  found_.logged = std::max(found_.logged, day_);
  if (found_.damage.empty()) found_.damage = damage_;
  if (is_check_) {
    found_.has_check = true;
    if (open_checks_ == 0) found_.checked = std::max(found_.checked, reads_);
  }
  if (is_extract_) found_.extract_failed = found_.extract_failed.value_or(false) || !damage_.empty() || !fatal_.empty();
  if (is_create_ || (has_warning_ && !is_extract_)) {
    found_.has_create_log = true;
    found_.has_stray_warnings = found_.has_stray_warnings || has_warning_;
  }
  if (is_check_ || is_extract_ || is_create_ || !damage_.empty() || has_warning_) return;
  if (fatal_.empty())
    diagnostics.error(place, "unknown-format", "this is no log of create, check or extract", std::string{borg_files});
  else
    diagnostics.error(place, "unknown-format", fmt::format("borg looked at nothing: {}", in_backticks(fatal_)),
                      "run it again until it ends well, and import what it then prints");
}

}  // namespace candor
