#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candor/text/node.hpp"

/// The rules by which Microsoft Entra lets people in ("Conditional Access"). Microsoft Graph answers `includeUsers`;
/// its PowerShell module, and what is built on it, writes `IncludeUsers` for the same: all keys here are found either
/// way.
namespace candor {

/// What stands under a key of Graph; nothing when it is not there, or when nothing is in it: `null`, an empty text or
/// list, or an object of such.
[[nodiscard]] std::optional<yaml::Node> find_in_graph(const yaml::Node& object, std::string_view key);

/// The key as this object writes it, for the other ways to look it up.
[[nodiscard]] std::string graph_key(const yaml::Node& object, std::string_view key);

/// Who must pass a second check at every sign-in.
struct AccessRules {
  bool is_everyone = false;           ///< but for those that are left out
  std::vector<std::string> left_out;  ///< ids of single accounts that no such rule reaches, in order
  std::string because;                ///< not everyone: why the rule that comes nearest does not do it
  bool has_one_for_roles = false;     ///< whoever has certain roles is, with nobody left out
  bool has_rules = false;             ///< a rule is switched on, whatever it is for: security defaults then are not
};

/// A rule counts when it is switched on, when nobody gets in by it without a second check, and when it is for all
/// users, all programs and all circumstances: what is not known to be wide enough is a gap.
[[nodiscard]] AccessRules read_access_rules(const std::vector<yaml::Node>& policies);

}  // namespace candor
