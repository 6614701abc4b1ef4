#include "app/format.hpp"

namespace candor::app {

std::vector<Format> all_formats() {
  std::vector<Format> formats;
  for (const auto& renderer : renderers()) formats.push_back({&renderer, nullptr});
  for (const auto& exporter : exporters()) formats.push_back({nullptr, &exporter});
  return formats;
}

std::optional<Format> find_format(std::string_view name) {
  for (const auto& format : all_formats())
    if (format.name() == name) return format;
  return std::nullopt;
}

std::optional<Format> format_by_ending(std::string_view file) {
  if (file.ends_with(".htm")) return format_by_ending(".html");  // as some systems shorten it
  std::optional<Format> best;
  for (const auto& format : all_formats())
    if (!format.ending().empty() && file.ends_with(format.ending()) &&
        (!best || format.ending().size() > best->ending().size()))
      best = format;
  return best;
}

}  // namespace candor::app
