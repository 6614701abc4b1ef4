#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "app/descriptor.hpp"

namespace candor::app {

inline constexpr mode_t for_all = 0666;       // and what the umask takes away
inline constexpr mode_t for_us_alone = 0600;  // what is known about a client

/// A complete file beside its target, `.candor-PROCESS-NUMBER.tmp`, flushed to the disk and not yet under its name.
/// Removed again unless it is given that name. As long as somebody works on it, it is locked: one without a lock was
/// left behind by a run that was killed, and the next draft in that folder takes it away.
class Draft {
 public:
  /// A target that is there keeps its mode; a new one gets `mode`.
  Draft(const std::string& target, std::string_view bytes, mode_t mode);
  /// The same of what comes in pieces: `add` them, and `settle` before it is given its name.
  Draft(const std::string& target, mode_t mode);
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft();

  /// 0, or the `errno` of what failed.
  [[nodiscard]] int error() const { return error_; }

  void add(std::string_view bytes);
  void settle();

  /// Gives it the target's name, in place of what had it. Returns as `error` does.
  [[nodiscard]] int take_over(const std::string& target);

  /// Gives it the target's name only when nothing has it, on every file system. Returns as `error` does.
  [[nodiscard]] int take_free_name(const std::string& target);

  /// It has the name, whatever was returned: the disk alone did not confirm that it will keep it.
  [[nodiscard]] bool is_in_place() const { return is_in_place_; }

 private:
  void begin(const std::string& target, mode_t mode);
  [[nodiscard]] int create(mode_t mode);
  [[nodiscard]] int flush_folder() const;

  std::string folder_;
  std::string path_;
  std::optional<Descriptor> file_;  ///< open to the end: it holds the lock
  bool exists_ = false;
  bool is_in_place_ = false;
  int error_ = 0;
};

}  // namespace candor::app
