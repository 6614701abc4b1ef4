#include "import/access_rule.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "import/json.hpp"
#include "import/look.hpp"
#include "import/words.hpp"

namespace candor {

namespace {

/// Keys with an `@` tell of other keys.
bool is_annotation(std::string_view key) { return key.find('@') != std::string_view::npos; }

/// Graph's own spelling of a key.
std::string spelt(std::string_view key) {
  std::string text{key};
  if (!text.empty()) text[0] = lower_case(text.substr(0, 1))[0];
  return text;
}

bool is_blank(const yaml::Node& node) {
  if (node.is_scalar()) return node.is_quoted() ? node.raw().empty() : node.raw() == "null";
  if (node.is_sequence()) return std::ranges::all_of(node.items(), is_blank);
  return std::ranges::all_of(node.members(), [](const yaml::Member& member) {
    return is_annotation(member.key.raw()) || is_blank(member.value);
  });
}

std::vector<yaml::Node> items_of(const yaml::Node& object, std::string_view key) {
  const auto list = find_in_graph(object, key);
  return list && list->is_sequence() ? list->items() : std::vector<yaml::Node>{};
}

bool lists(const yaml::Node& object, std::string_view key, std::string_view word) {
  return std::ranges::any_of(items_of(object, key), [&](const yaml::Node& item) { return item.raw() == word; });
}

/// What it grants, it grants after a second check only. A strength may be one that a single step meets.
bool asks_for_second_check(const yaml::Node& policy) {
  const auto grant = find_in_graph(policy, "grantControls");
  if (!grant || !grant->is_mapping()) return false;
  const auto strength = find_in_graph(*grant, "authenticationStrength");
  const bool is_strong = strength && strength->is_mapping() &&
                         find_text(*strength, graph_key(*strength, "requirementsSatisfied")) == "mfa";
  if (!is_strong && !lists(*grant, "builtInControls", "mfa")) return false;
  auto ways = items_of(*grant, "builtInControls").size() + (strength ? 1 : 0);
  for (const auto* other : {"customAuthenticationFactors", "termsOfUse"}) ways += items_of(*grant, other).size();
  return ways == 1 || find_text(*grant, graph_key(*grant, "operator")) == "AND";
}

/// `{"includePlatforms": ["all"], "excludePlatforms": []}`: a condition that holds always.
bool holds_always(const yaml::Node& condition) {
  if (!condition.is_mapping()) return false;
  return std::ranges::all_of(condition.members(), [&](const yaml::Member& member) {
    const auto key = spelt(member.key.raw());
    return is_annotation(key) || is_blank(member.value) ||
           (key.starts_with("include") && (lists(condition, key, "all") || lists(condition, key, "All")));
  });
}

std::optional<yaml::Node> users_of(const yaml::Node& policy) {
  const auto conditions = find_in_graph(policy, "conditions");
  const auto users = conditions ? find_in_graph(*conditions, "users") : std::nullopt;
  return users && users->is_mapping() ? users : std::nullopt;
}

bool is_for_all(const yaml::Node& policy) {
  const auto users = users_of(policy);
  return users && lists(*users, "includeUsers", "All");
}

/// Whom it leaves out, or when it does not hold; empty: it always reaches all it is for. Of single accounts that it
/// leaves out nothing is said here.
std::string gap_of(const yaml::Node& policy) {
  const auto users = users_of(policy);
  if (!users) return "it is not for all users";
  const auto conditions = find_in_graph(policy, "conditions");
  if (find_in_graph(*users, "excludeGroups") || find_in_graph(*users, "excludeRoles"))
    return "it leaves groups or roles out";
  if (find_in_graph(*users, "excludeGuestsOrExternalUsers") || lists(*users, "excludeUsers", "GuestsOrExternalUsers"))
    return "it leaves guests out";
  const auto programs = find_in_graph(*conditions, "applications");
  if (!programs || !programs->is_mapping() || !lists(*programs, "includeApplications", "All"))
    return "it is not for all programs";
  if (find_in_graph(*programs, "excludeApplications") || find_in_graph(*programs, "applicationFilter"))
    return "it leaves programs out";
  for (const auto& [key, condition] : conditions->members()) {
    const auto name = spelt(key.raw());
    if (name == "users" || name == "applications" || is_annotation(name)) continue;
    if (is_blank(condition) || holds_always(condition)) continue;
    if (name == "clientAppTypes" && lists(*conditions, name, "all")) continue;
    if (name == "clientAppTypes") return "it is not for all kinds of programs";
    if (name.ends_with("RiskLevels")) return "it depends on how risky a sign-in looks";
    return fmt::format("it depends on {}", kept(name, 40));
  }
  return {};
}

std::set<std::string> left_out_of(const yaml::Node& policy) {
  std::set<std::string> ids;
  if (const auto users = users_of(policy))
    for (const auto& id : items_of(*users, "excludeUsers")) ids.emplace(id.raw());
  return ids;
}

bool is_for_roles(const yaml::Node& policy) {
  const auto users = users_of(policy);
  return users && find_in_graph(*users, "includeRoles") && gap_of(policy).empty() && left_out_of(policy).empty();
}

}  // namespace

std::string graph_key(const yaml::Node& object, std::string_view key) {
  std::string written{key};
  if (object.is_mapping() && !written.empty() && !object.find(key) && written[0] >= 'a' && written[0] <= 'z')
    written[0] = static_cast<char>(written[0] - 'a' + 'A');
  return written;
}

std::optional<yaml::Node> find_in_graph(const yaml::Node& object, std::string_view key) {
  if (!object.is_mapping()) return std::nullopt;
  auto found = object.find(graph_key(object, key));
  if (found && is_blank(*found)) return std::nullopt;
  return found;
}

AccessRules read_access_rules(const std::vector<yaml::Node>& policies) {
  AccessRules asked;
  asked.because = "no rule that is switched on asks for a second check";
  bool has_gap = false;
  std::set<std::string> left_out;
  for (const auto& policy : policies) {
    if (!policy.is_mapping()) continue;
    const auto title = kept(find_text(policy, graph_key(policy, "displayName")), 60);
    const bool is_on = find_text(policy, graph_key(policy, "state")) == "enabled";
    asked.has_rules = asked.has_rules || is_on;
    if (!asks_for_second_check(policy)) continue;
    if (!is_on) {
      if (!has_gap) asked.because = fmt::format("the rule \"{}\" is not switched on", title);
      continue;
    }
    asked.has_one_for_roles = asked.has_one_for_roles || is_for_roles(policy);
    if (const auto gap = is_for_all(policy) ? gap_of(policy) : "it is not for all users"; !gap.empty()) {
      asked.because = fmt::format("the rule \"{}\" does not reach everyone: {}", title, gap);
      has_gap = true;
      continue;
    }
    const auto excluded = left_out_of(policy);
    if (!asked.is_everyone) left_out = excluded;
    std::erase_if(left_out, [&](const std::string& id) { return !excluded.contains(id); });
    asked.is_everyone = true;
  }
  asked.left_out.assign(left_out.begin(), left_out.end());
  if (asked.is_everyone) asked.because.clear();
  return asked;
}

}  // namespace candor
