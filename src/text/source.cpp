#include "candor/text/source.hpp"

#include <algorithm>
#include <utility>

namespace candor {

std::uint32_t Sources::add(std::string name, std::string bytes) {
  std::vector<std::uint32_t> starts;
  starts.reserve(static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1);
  if (!bytes.empty()) starts.push_back(0);
  for (auto at = bytes.find('\n'); at != std::string::npos; at = bytes.find('\n', at + 1))
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  files_.push_back({std::move(name), std::move(bytes)});
  line_starts_.push_back(std::move(starts));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

std::string_view Sources::line(std::uint32_t file, std::uint32_t line) const {
  const auto& starts = line_starts_[file];
  if (line == 0 || line > starts.size()) return {};
  const std::string_view bytes = files_[file].bytes;
  auto text = bytes.substr(starts[line - 1]);
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark takes no column
  return text;
}

}  // namespace candor
