#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"

// Microsoft Entra, as Microsoft Graph answers: reports/authenticationMethods/userRegistrationDetails (who has set up a
// second check), and beside it identity/conditionalAccess/policies or
// policies/identitySecurityDefaultsEnforcementPolicy (who is asked for it). Set up is not asked for: without the second
// file no account counts as guarded, and what was set up is not known. Who has set up nothing counts as without in any
// case.
namespace candor {

namespace {

/// Who must pass the second check at every sign-in.
struct Enforcement {
  bool is_shown = false;           ///< a rule was seen that asks everyone
  std::set<std::string> excluded;  ///< ids of accounts that it leaves out
  std::string because;             ///< where no such rule was seen: why not
};

struct Account {
  std::string name;
  bool is_admin = false;
  bool is_guest = false;
  bool is_capable = false;
  bool is_weak = false;      ///< by phone call, text or mail alone
  bool is_excluded = false;  ///< from the rule that asks everyone
};

bool lists(const yaml::Node& object, std::string_view key, std::string_view word) {
  const auto list = find_list(object, key);
  return list && std::ranges::any_of(list->items(), [&](const yaml::Node& item) { return item.raw() == word; });
}

bool has_items(const yaml::Node& object, std::string_view key) {
  const auto list = find_list(object, key);
  return list && !list->items().empty();
}

/// Grant controls that let nobody in without a second check.
bool asks_for_second_check(const yaml::Node& policy) {
  const auto grant = find_object(policy, "grantControls");
  if (!grant) return false;
  if (find_object(*grant, "authenticationStrength")) return true;
  const auto controls = find_list(*grant, "builtInControls");
  if (!controls || !lists(*grant, "builtInControls", "mfa")) return false;
  return controls->items().size() == 1 || find_text(*grant, "operator") == "AND";
}

/// What a policy leaves out and this program cannot resolve to accounts.
std::string gap_of(const yaml::Node& policy) {
  const auto conditions = find_object(policy, "conditions");
  const auto users = conditions ? find_object(*conditions, "users") : std::nullopt;
  const auto applications = conditions ? find_object(*conditions, "applications") : std::nullopt;
  if (!users || !lists(*users, "includeUsers", "All")) return "it is not for all users";
  if (has_items(*users, "excludeGroups") || has_items(*users, "excludeRoles")) return "it leaves groups or roles out";
  if (find_object(*users, "excludeGuestsOrExternalUsers")) return "it leaves guests out";
  if (!applications || !lists(*applications, "includeApplications", "All")) return "it is not for all programs";
  if (has_items(*applications, "excludeApplications")) return "it leaves programs out";
  for (const auto* narrowing : {"locations", "platforms", "devices", "clientApplications"})
    if (find_object(*conditions, narrowing)) return fmt::format("it depends on {}", narrowing);
  for (const auto* risk : {"userRiskLevels", "signInRiskLevels", "servicePrincipalRiskLevels"})
    if (has_items(*conditions, risk)) return "it depends on how risky a sign-in looks";
  if (has_items(*conditions, "clientAppTypes") && !lists(*conditions, "clientAppTypes", "all"))
    return "it is not for all kinds of programs";
  return {};
}

/// Of several rules that ask everyone, the first; else the nearest miss.
void read_policies(const yaml::Node& root, Enforcement& enforcement) {
  if (enforcement.is_shown) return;
  std::string miss = "no rule that is switched on asks for a second check";
  for (const auto& policy : find_list(root, "value")->items()) {
    if (!asks_for_second_check(policy)) continue;
    const auto title = kept(find_text(policy, "displayName"), 60);
    if (find_text(policy, "state") != "enabled") {
      miss = fmt::format("the rule \"{}\" is not switched on", title);
      continue;
    }
    if (const auto gap = gap_of(policy); !gap.empty()) {
      miss = fmt::format("the rule \"{}\" does not reach everyone: {}", title, gap);
      continue;
    }
    enforcement.is_shown = true;
    const auto users = find_object(*find_object(policy, "conditions"), "users");
    if (const auto excluded = find_list(*users, "excludeUsers"))
      for (const auto& id : excluded->items()) enforcement.excluded.emplace(id.raw());
    return;
  }
  enforcement.because = miss;
}

Account account_of(const yaml::Node& row, const Enforcement& enforcement) {
  constexpr std::string_view weak[] = {"mobilePhone", "alternateMobilePhone", "officePhone", "email"};
  Account account;
  account.name = kept(find_text(row, "userPrincipalName"), 80);
  account.is_admin = find_bool(row, "isAdmin").value_or(false);
  account.is_guest = find_text(row, "userType") == "guest";
  account.is_capable = find_bool(row, "isMfaCapable").value_or(false);
  account.is_excluded = enforcement.excluded.contains(std::string{find_text(row, "id")});
  const auto methods = find_list(row, "methodsRegistered");
  account.is_weak =
      account.is_capable && methods && std::ranges::all_of(methods->items(), [&](const yaml::Node& method) {
        return std::ranges::find(weak, method.raw()) != std::end(weak);
      });
  return account;
}

/// What is written of some accounts under one fact.
void tell(Look& look, std::string_view fact, const std::string& part, const std::vector<Account>& accounts,
          const Enforcement& enforcement, std::string_view what) {
  if (accounts.empty()) return look.say_unknown(fact, part, fmt::format("the list holds no {}", what));
  Coverage count{.of = std::ssize(accounts)};
  std::vector<std::string> without;
  std::int64_t guests = 0;
  for (const auto& account : accounts) {
    const bool is_told = account.is_capable ? enforcement.is_shown : !account.is_guest;
    if (!is_told && account.is_guest && !account.is_capable) ++guests;
    if (!is_told)
      ++count.unknown;
    else if (account.is_capable && !account.is_excluded)
      ++count.has;
    else
      without.push_back(account.name);
  }
  auto& statement = look.say(fact, part, count, without.empty() ? "" : "without: " + first_few(without, 8));
  if (count.unknown > guests)
    statement.note = fmt::format("{} set it up, but nothing shows that they are asked for it", count.unknown - guests);
  if (guests > 0)
    statement.note += fmt::format("{}guests sign in with an account of their own: {} not known",
                                  statement.note.empty() ? "" : "; ", guests);
}

/// The mail domain that most accounts have: what the tenant is called by its people.
std::string domain_of(const std::vector<Account>& accounts) {
  std::map<std::string, int> domains;
  for (const auto& account : accounts)
    if (const auto at = account.name.find('@'); at != std::string::npos && !account.is_guest)
      ++domains[lower_case(account.name.substr(at + 1))];
  const auto most = std::ranges::max_element(domains, {}, [](const auto& one) { return one.second; });
  return most == domains.end() ? std::string{"Microsoft Entra"} : most->first;
}

/// The files by what they hold.
struct Documents {
  std::optional<yaml::Tree> users;
  std::vector<yaml::Tree> rules;
};

bool holds(const yaml::Node& root, std::string_view word) {
  return find_text(root, "@odata.context").find(word) != std::string_view::npos;
}

bool is_users(const yaml::Node& root) {
  const auto rows = find_list(root, "value");
  if (!rows || holds(root, "conditionalAccess")) return false;
  if (holds(root, "userRegistrationDetails")) return true;
  const auto items = rows->items();
  return !items.empty() && find_bool(items.front(), "isMfaCapable").has_value();
}

bool is_rules(const yaml::Node& root) {
  return (find_list(root, "value") && holds(root, "conditionalAccess")) ||
         holds(root, "identitySecurityDefaultsEnforcementPolicy");
}

Documents sort(Files files, Diagnostics& diagnostics) {
  Documents documents;
  for (const auto& file : files) {
    auto tree = read_json(file, diagnostics);
    if (!tree) continue;
    const yaml::Node root{*tree, diagnostics};
    if (root.is_mapping() && root.find("@odata.nextLink")) {
      root.find("@odata.nextLink")
          ->error("unfinished-export", "this export is not finished: the service holds more rows than it gave",
                  "follow `@odata.nextLink` until it is gone (`Get-MgReportAuthenticationMethodUserRegistrationDetail "
                  "-All`), and import all rows as one file");
    } else if (is_users(root) && documents.users) {
      root.error("too-many-files", "two lists of users are here",
                 "import them one after another, each with its --part");
    } else if (is_users(root)) {
      documents.users = std::move(*tree);
    } else if (is_rules(root)) {
      documents.rules.push_back(std::move(*tree));
    } else {
      root.error("unknown-format", "this is not a list of users, of rules or of security defaults from Microsoft Graph",
                 "export reports/authenticationMethods/userRegistrationDetails as JSON");
    }
  }
  return documents;
}

Enforcement enforcement_of(const Documents& documents, Look& look, Diagnostics& diagnostics) {
  Enforcement enforcement;
  enforcement.because = "the list shows what was set up, not what is asked for";
  for (const auto& tree : documents.rules) {
    const yaml::Node root{tree, diagnostics};
    if (find_list(root, "value")) {
      read_policies(root, enforcement);
    } else if (find_bool(root, "isEnabled").value_or(false)) {
      enforcement.is_shown = true;
      look.not_seen("Security defaults ask people other than administrators only when Microsoft finds it necessary.");
    } else if (!enforcement.is_shown) {
      enforcement.because = "security defaults are switched off";
    }
  }
  if (!enforcement.is_shown)
    look.not_seen(fmt::format("Whether people are asked for their second check: {}.", enforcement.because));
  return enforcement;
}

std::optional<Date> newest_update(const std::vector<yaml::Node>& rows) {
  std::optional<Date> newest;
  for (const auto& row : rows)
    if (const auto day = day_of_time(find_text(row, "lastUpdatedDateTime")); day && (!newest || *day > *newest))
      newest = day;
  return newest;
}

}  // namespace

Brought import_entra(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  const auto documents = sort(files, diagnostics);
  if (diagnostics.has_errors()) return {};
  if (!documents.users) {
    diagnostics.error({files.front().file, 0, 0}, "unknown-format", "there is no list of users here",
                      "rules alone do not say for whom they are: export userRegistrationDetails too");
    return {};
  }
  const yaml::Node root{*documents.users, diagnostics};
  const auto rows = find_list(root, "value")->items();
  const auto day = day_of_look({.stated = {}, .newest = newest_update(rows)}, root.place(), context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  const auto enforcement = enforcement_of(documents, look, diagnostics);
  std::vector<Account> accounts;
  for (const auto& row : rows) {
    if (!find_bool(row, "isMfaCapable")) row.error("unknown-format", "this row does not say `isMfaCapable`");
    accounts.push_back(account_of(row, enforcement));
  }
  std::vector<Account> admins;
  std::ranges::copy_if(accounts, std::back_inserter(admins), &Account::is_admin);
  const auto part = domain_of(accounts);
  tell(look, "mfa.cloud_accounts", part, accounts, enforcement, "accounts");
  tell(look, "mfa.admin_accounts", part, admins, enforcement, "administrators");

  const auto weak = std::ranges::count_if(accounts, &Account::is_weak);
  if (weak > 0)
    look.not_seen(fmt::format("How safe the second check is: {} by phone, text or mail alone.",
                              counted(weak, "account has it", "accounts have it")));
  look.not_seen("Which of these accounts are switched off: the list does not say, so all of them are counted.");
  look.set_scope(fmt::format("{} of {}", counted(std::ssize(accounts), "account"), part));
  return look.take();
}

}  // namespace candor
