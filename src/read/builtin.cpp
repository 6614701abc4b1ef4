#include "candor/read/builtin.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace candor {

// Written by candor_pack while building; see CMakeLists.txt beside this file.
[[nodiscard]] yaml::Tree packed_catalog(std::uint32_t file);
[[nodiscard]] yaml::Tree packed_minimum_standard(std::uint32_t file);

namespace {

struct Builtin {
  std::string_view id;
  yaml::Tree (*tree)(std::uint32_t file);
};

// One row a profile, the default first.
constexpr std::array profiles{
    Builtin{default_profile, packed_minimum_standard},
};

/// What a place in a compiled-in file is called: the file it was made from and is installed as.
std::string source_name(std::string_view stem) { return "profiles/" + std::string(stem) + ".yaml"; }

}  // namespace

yaml::Tree builtin_catalog(Sources& sources) { return packed_catalog(sources.add(source_name("catalog"), {})); }

std::optional<yaml::Tree> builtin_profile(std::string_view id, Sources& sources) {
  const auto found = std::ranges::find(profiles, id, &Builtin::id);
  if (found == profiles.end()) return std::nullopt;
  return found->tree(sources.add(source_name(id), {}));
}

std::vector<std::string_view> builtin_profiles() {
  std::vector<std::string_view> ids;
  for (const auto& profile : profiles) ids.push_back(profile.id);
  return ids;
}

}  // namespace candor
