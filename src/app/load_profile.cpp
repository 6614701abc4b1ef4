#include "app/load_profile.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "app/files.hpp"
#include "candor/read/builtin.hpp"
#include "candor/read/read.hpp"
#include "candor/text/suggest.hpp"

namespace candor::app {

namespace {

/// A provider's standard rests on another one or two.
constexpr std::size_t most_bases = 8;

/// One profile of a chain, the most derived first.
struct Link {
  yaml::Tree tree;
  std::string path;  ///< empty: built in
};

/// Where a base named in a profile file lies: paths count from that file.
std::string path_of_base(const Link& link, std::string_view name) {
  return (std::filesystem::path{link.path}.parent_path() / name).string();
}

std::optional<yaml::Node> extends_node(const yaml::Tree& tree, Session& session) {
  const yaml::Node root{tree, session.diagnostics};
  if (!root.is_mapping()) return std::nullopt;
  const auto profile = root.find("profile");
  return profile && profile->is_mapping() ? profile->find("extends") : std::nullopt;
}

void complain_about_base(const Link& link, std::string_view code, std::string message, std::string hint,
                         Session& session) {
  const auto node = extends_node(link.tree, session);
  const Place place = node ? node->place() : Place{link.tree.file, 0, 0};
  session.diagnostics.error(place, code, std::move(message), std::move(hint));
}

std::optional<Link> load_first(const Settings& settings, Session& session) {
  const auto name = profile_name(settings);
  if (auto tree = builtin_profile(name, session.sources)) return Link{std::move(*tree), {}};
  if (exists(name)) {
    if (auto tree = read_tree(name, session)) return Link{std::move(*tree), name};
    return std::nullopt;
  }
  auto hint = did_you_mean(name, builtin_profiles());
  if (hint.empty()) hint = fmt::format("built in is `{}`", fmt::join(builtin_profiles(), "`, `"));
  complain_about(*settings.profile, fmt::format("`{}` is neither a built-in profile nor a file", name), hint, session);
  return std::nullopt;
}

bool is_in_chain(const std::deque<Link>& chain, const std::string& path) {
  return std::ranges::any_of(chain, [&](const Link& link) { return is_same_file(link.path, path); });
}

/// Adds what the last profile of the chain extends. False when that cannot be had.
bool add_base(std::deque<Link>& chain, std::string_view name, Session& session) {
  const Link& last = chain.back();
  if (auto tree = builtin_profile(name, session.sources)) {
    chain.push_back({std::move(*tree), {}});
    return true;
  }
  const auto path = path_of_base(last, name);
  if (last.path.empty() || !exists(path)) {
    complain_about_base(last, "unknown-base", fmt::format("`{}` is neither a built-in profile nor a file", name),
                        did_you_mean(name, builtin_profiles()), session);
    return false;
  }
  if (is_in_chain(chain, path)) {
    complain_about_base(last, "base-cycle", fmt::format("`{}` leads back to a profile that extends it", name),
                        "a profile cannot start from itself", session);
    return false;
  }
  if (chain.size() > most_bases) {
    complain_about_base(last, "too-many", fmt::format("more than {} profiles extend one another here", most_bases),
                        "write what they say into fewer files", session);
    return false;
  }
  auto tree = read_tree(path, session);
  if (!tree) return false;
  chain.push_back({std::move(*tree), path});
  return true;
}

}  // namespace

std::optional<Standard> load_standard(const Settings& settings, Session& session) {
  if (session.is_refused()) return std::nullopt;
  Standard standard;
  standard.catalog = read_catalog(builtin_catalog(session.sources), session.diagnostics);

  auto first = load_first(settings, session);
  if (!first) return std::nullopt;
  std::deque<Link> chain;
  chain.push_back(std::move(*first));
  for (auto base = extends_of(chain.back().tree); !base.empty(); base = extends_of(chain.back().tree))
    if (!add_base(chain, base, session)) return std::nullopt;

  std::optional<Profile> profile;
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    auto next = read_profile(link->tree, standard.catalog, profile ? &*profile : nullptr, session.diagnostics);
    profile = std::move(next);
    auto name = std::filesystem::path{session.sources.at(link->tree.file).name}.filename().string();
    standard.files.push_back({InputFile::Role::Profile, std::move(name), std::move(link->tree)});
  }
  if (session.diagnostics.has_errors()) return std::nullopt;
  standard.profile = std::move(*profile);
  return standard;
}

}  // namespace candor::app
