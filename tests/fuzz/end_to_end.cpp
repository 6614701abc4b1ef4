// A whole run: the words of the command line, then the files of a folder, separated by the byte 1E. A file is its path
// on a line and its bytes. Where a run records its result, it is run again over what it recorded.
#include <algorithm>
#include <filesystem>

#include "fuzz/flow.hpp"
#include "fuzz/program.hpp"

namespace {

using namespace candor;

constexpr char separator = '\x1e';
constexpr std::size_t most_files = 8;

/// The path on the first line, and the rest.
fuzz::File file_of(std::string_view part) {
  const auto end = std::min(part.find('\n'), part.size());
  return {std::string{part.substr(0, end)}, std::string{part.substr(std::min(end + 1, part.size()))}};
}

bool is_path(const std::string& path) {
  const std::filesystem::path steps{path};
  return !path.empty() && path.size() < 100 && !path.ends_with('/') && path.find('\0') == std::string::npos &&
         steps.is_relative() && std::ranges::find(steps, "..") == steps.end() &&
         std::ranges::find(steps, ".") == steps.end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto rest = fuzz::view(data, size);
  const auto first = std::min(rest.find(separator), rest.size());
  const auto words = fuzz::lines_of(rest.substr(0, first));
  if (!fuzz::is_contained(words)) return 0;
  rest.remove_prefix(std::min(first + 1, rest.size()));
  std::vector<fuzz::File> files;
  while (!rest.empty() && files.size() < most_files) {
    const auto end = std::min(rest.find(separator), rest.size());
    auto file = file_of(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto is_inside = [&](const fuzz::File& other) {
      return (other.first + "/").starts_with(file.first + "/") || (file.first + "/").starts_with(other.first + "/");
    };
    if (!is_path(file.first) || file.second.find("pdf") != std::string::npos || std::ranges::any_of(files, is_inside))
      return 0;
    files.push_back(std::move(file));
  }
  fuzz::set_up(files);
  fuzz::check_program(words);
  if (std::ranges::find(words, "--record") != words.end()) fuzz::check_program(words);
  return 0;
}
