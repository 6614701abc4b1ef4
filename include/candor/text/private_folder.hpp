#pragma once

#include <string>
#include <string_view>

namespace candor {

/// A new folder for scratch files that nobody else can read, under `TMPDIR` or /tmp. It is gone, with all that is in
/// it, when this is.
class PrivateFolder {
 public:
  PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();

  /// An absolute path; empty when no folder could be made.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string file(std::string_view name) const;

 private:
  std::string path_;
};

}  // namespace candor
