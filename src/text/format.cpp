#include "format.hpp"

#include <fmt/format.h>

#include "candor/text/quoted.hpp"

namespace candor {
namespace {

bool is_newer(std::string_view text) {
  const bool is_number = !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number && text.front() != '0' && text != std::to_string(file_format);
}

}  // namespace

bool check_format(const yaml::Node& root, std::span<const std::string_view> keys) {
  if (!root.is_mapping()) {
    (void)root.members("keys and values, `candor: 1` the first");
    return false;
  }
  const auto written = root.find("candor");
  if (written && written->is_scalar() && is_newer(written->raw())) {
    written->error(
        "newer-format",
        fmt::format("this file is of format {}, and this program reads format {}", quoted(written->raw()), file_format),
        "use a newer candor for it");
    return false;
  }
  root.allow_only(keys);
  const auto node = root.required("candor");
  const auto text = node ? node->text("the number of the file's format") : std::string_view{};
  if (!text.empty() && text != std::to_string(file_format))
    node->error("bad-value", fmt::format("{} is not a file format", quoted(text)),
                fmt::format("write `candor: {}`", file_format));
  return true;
}

}  // namespace candor
