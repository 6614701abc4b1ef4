#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The whole program in this process, in a folder of its own that is emptied before each run.
namespace candor::fuzz {

using File = std::pair<std::string, std::string>;  ///< its path under the folder, and its bytes

/// What one run gave.
struct Ran {
  int status = 0;
  std::string output;
  std::string complaints;
};

/// Empties the folder and writes the files.
void set_up(const std::vector<File>& files);

/// Runs `candor WORDS…` there. Words that could reach outside the folder or start another program are refused:
/// see `is_contained`.
[[nodiscard]] Ran run_program(const std::vector<std::string>& words);

/// True when no word names a place outside the folder, a device or a browser.
[[nodiscard]] bool is_contained(const std::vector<std::string>& words);

/// Runs it, and holds the laws of every run: a known exit status, a reason wherever it is not 0 or 1, and nothing in
/// either stream that acts on its reader.
void check_program(const std::vector<std::string>& words);

[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

}  // namespace candor::fuzz
