#include "app/version.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/parts.hpp"

namespace candor::app {

std::string version() { return "candor " CANDOR_VERSION "\n"; }

std::string made_of() {
  auto text = fmt::format("licence: Apache-2.0\ncompiler: {}\nbuild: {}\n\nCompiled in, with their SHA-256:\n",
                          compiler, build_type.empty() ? "no type" : build_type);
  for (const auto& [name, number, sha256] : parts_of_data)
    text += fmt::format("  {:<21} {:<7} {}\n", name, number, sha256);
  text += "\nLibraries:\n";
  std::size_t widest = 0;
  for (const auto& part : parts) widest = std::max(widest, part.licence.size());
  for (const auto& part : parts)
    text += fmt::format("  {:<13} {:<7} {:<{}}  {}\n", part.name, part.version, part.licence, widest, part.how);
  return text;
}

}  // namespace candor::app
