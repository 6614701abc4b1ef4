#include "export/sarif_location.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>

#include "candor/text/utf8.hpp"
#include "export/place.hpp"
#include "export/uri.hpp"

namespace candor {

namespace {

Json artifact_location(const Place& place, const Sources& files) {
  const auto path = std::filesystem::path{path_of(place, files)}.lexically_normal().generic_string();
  if (path.starts_with('/')) return object({{"uri", "file://" + uri_path(path)}});
  if (path.starts_with("../")) return object({{"uri", uri_path(path)}});
  return object({{"uri", uri_path(path)}, {"uriBaseId", source_root}});
}

/// One past the last character of a line, in characters from 1.
std::uint32_t end_of_line(const Place& place, const Sources& files) {
  if (place.file >= files.size()) return 1;
  const auto line = files.line(place.file, line_of(place));
  std::uint32_t column = 1;
  for (std::size_t at = 0; at < line.size(); at += decode(line, at).size) ++column;
  return column;
}

}  // namespace

Json physical_location(const Place& place, const Sources& files) {
  const auto start = std::max(place.column, 1U);
  return object({{"artifactLocation", artifact_location(place, files)},
                 {"region", object({{"startLine", line_of(place)},
                                    {"startColumn", start},
                                    {"endLine", line_of(place)},
                                    {"endColumn", std::max(start, end_of_line(place, files))}})}});
}

}  // namespace candor
