#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

/// A place in a file that was read. Line and column count from 1; the column
/// counts characters (code points), not bytes. Line 0 stands for the whole file.
struct Place {
  std::uint32_t file = 0;  ///< index into the `Sources` the file was added to
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One file as it was read: its name as the user wrote it, and its bytes.
struct Source {
  std::string name;
  std::string bytes;
};

/// Every file of one run, in the order read. References stay valid while it lives.
class Sources {
 public:
  /// Returns the index that `Place::file` uses. A file has less than 4 GiB.
  std::uint32_t add(std::string name, std::string bytes);

  [[nodiscard]] const Source& at(std::uint32_t file) const { return files_[file]; }
  [[nodiscard]] std::size_t size() const { return files_.size(); }

  /// The text of one line without its line break; empty when there is none.
  [[nodiscard]] std::string_view line(std::uint32_t file, std::uint32_t line) const;

 private:
  std::deque<Source> files_;
  std::deque<std::vector<std::uint32_t>> line_starts_;  ///< so that a line is found at once in a large file
};

}  // namespace candor
