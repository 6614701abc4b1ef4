#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/access_rule.hpp"
#include "import/domain.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"

// Microsoft Entra, as Microsoft Graph answers: reports/authenticationMethods/userRegistrationDetails (who has set up a
// second check), and beside it identity/conditionalAccess/policies or
// policies/identitySecurityDefaultsEnforcementPolicy (who is asked for it). The lists also as the PowerShell module of
// Graph writes them (`Get-MgReportAuthenticationMethodUserRegistrationDetail -All | ConvertTo-Json -Depth 9`,
// `Get-MgIdentityConditionalAccessPolicy -All | ConvertTo-Json -Depth 9`). Set up is not asked for: without the second
// file no account counts as guarded, and what was set up is not known. Who has set up nothing counts as without in any
// case. Security defaults ask administrators alone at every sign-in. The list does not tell which accounts are switched
// off.
namespace candor {

namespace {

/// Who must pass the second check at every sign-in.
struct Enforcement {
  bool asks_everyone = false;      ///< a rule was seen that does
  std::set<std::string> excluded;  ///< ids of accounts that it leaves out
  bool asks_admins = false;        ///< security defaults are on
  std::string because;             ///< where no rule asks everyone: why not
};

struct Account {
  std::string name;
  bool is_admin = false;
  bool is_guest = false;
  bool is_capable = false;
  bool is_weak = false;          ///< by phone call, text or mail alone
  std::optional<bool> is_asked;  ///< for its second check at every sign-in
};

/// Without an id nobody can tell whether the rule leaves an account out.
std::optional<bool> is_asked(std::string_view id, bool is_admin, const Enforcement& enforcement) {
  if (!enforcement.asks_everyone) return enforcement.asks_admins && is_admin ? std::optional{true} : std::nullopt;
  if (id.empty() && !enforcement.excluded.empty()) return std::nullopt;
  return !enforcement.excluded.contains(std::string{id});
}

Account account_of(const yaml::Node& row, const Enforcement& enforcement) {
  constexpr std::string_view weak[] = {"mobilePhone", "alternateMobilePhone", "officePhone", "email",
                                       "securityQuestion"};
  Account account;
  account.name = kept(find_text(row, graph_key(row, "userPrincipalName")), 120);
  account.is_admin = find_bool(row, graph_key(row, "isAdmin")).value_or(false);
  account.is_guest = lower_case(find_text(row, graph_key(row, "userType"))) == "guest";
  account.is_capable = find_bool(row, graph_key(row, "isMfaCapable")).value_or(false);
  account.is_asked = is_asked(find_text(row, graph_key(row, "id")), account.is_admin, enforcement);
  const auto methods = find_list(row, graph_key(row, "methodsRegistered"));
  account.is_weak = account.is_capable && methods && !methods->items().empty() &&
                    std::ranges::all_of(methods->items(), [&](const yaml::Node& method) {
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
    const bool is_told = account.is_capable ? account.is_asked.has_value() : !account.is_guest;
    if (!is_told && account.is_guest && !account.is_capable) ++guests;
    if (!is_told)
      ++count.unknown;
    else if (account.is_capable && *account.is_asked)
      ++count.has;
    else
      without.push_back(account.name);
  }
  auto& statement = look.say(fact, part, count, without.empty() ? "" : "without: " + first_few(without, 8));
  if (count.unknown > guests)
    statement.note = fmt::format("{} set it up, but {}", count.unknown - guests,
                                 enforcement.asks_everyone
                                     ? "a rule leaves accounts out by `id`, which the list does not say of them"
                                     : "nothing shows that they are asked for it");
  if (guests > 0)
    statement.note += fmt::format("{}guests sign in with an account of their own: {} not known",
                                  statement.note.empty() ? "" : "; ", guests);
}

/// What the tenant is called by its people.
std::string domain_of(const std::vector<Account>& accounts) {
  std::vector<std::string> addresses;
  for (const auto& account : accounts)
    if (!account.is_guest) addresses.push_back(account.name);
  auto domain = most_common_domain(addresses);
  return domain.empty() ? std::string{"Microsoft Entra"} : domain;
}

/// The files by what they hold.
struct Documents {
  std::optional<yaml::Tree> users;
  std::vector<yaml::Tree> rules;
};

bool holds(const yaml::Node& root, std::string_view word) {
  return find_text(root, "@odata.context").find(word) != std::string_view::npos;
}

/// Graph answers an object with the rows in it, its PowerShell module a list of them.
std::vector<yaml::Node> rows_of(const yaml::Node& root) {
  if (root.is_sequence()) return root.items();
  const auto rows = find_list(root, "value");
  return rows ? rows->items() : std::vector<yaml::Node>{};
}

bool is_user(const yaml::Node& row) { return find_bool(row, graph_key(row, "isMfaCapable")).has_value(); }

bool is_rule(const yaml::Node& row) {
  return find_object(row, graph_key(row, "conditions")) && !find_text(row, graph_key(row, "state")).empty();
}

bool is_users(const yaml::Node& root) {
  if (holds(root, "userRegistrationDetails") && find_list(root, "value")) return true;
  const auto rows = rows_of(root);
  return !rows.empty() && is_user(rows.front());
}

/// One rule may stand alone.
std::vector<yaml::Node> rules_of(const yaml::Node& root) { return is_rule(root) ? std::vector{root} : rows_of(root); }

bool is_rules(const yaml::Node& root) {
  const auto rules = rules_of(root);
  return holds(root, "conditionalAccess/policies") || (!rules.empty() && is_rule(rules.front()));
}

bool is_security_defaults(const yaml::Node& root) {
  return holds(root, "identitySecurityDefaultsEnforcementPolicy") && find_bool(root, "isEnabled");
}

Documents sort(Files files, Diagnostics& diagnostics) {
  Documents documents;
  for (const auto& file : files) {
    auto tree = read_json(file, diagnostics);
    if (!tree) continue;
    const yaml::Node root{*tree, diagnostics};
    if (const auto next = find_in_graph(root, "@odata.nextLink")) {
      next->error("unfinished-export", "this export is not finished: the service holds more rows than it gave",
                  "export all at once: `Get-MgReportAuthenticationMethodUserRegistrationDetail -All | ConvertTo-Json "
                  "-Depth 9`");
    } else if (is_users(root) && documents.users) {
      root.error("too-many-files", "two lists of users are here",
                 "import them one after another, each with its --part");
    } else if (is_users(root)) {
      documents.users = std::move(*tree);
    } else if (is_rules(root) || is_security_defaults(root)) {
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
    if (!is_security_defaults(root)) {
      const auto asked = read_access_rules(rules_of(root));
      if (asked.is_everyone) {
        enforcement.asks_everyone = true;
        enforcement.excluded.insert(asked.left_out.begin(), asked.left_out.end());
      }
      enforcement.because = asked.because;
    } else if (find_bool(root, "isEnabled").value_or(false)) {
      enforcement.asks_admins = true;
    } else if (documents.rules.size() == 1) {
      enforcement.because = "security defaults are switched off";
    }
  }
  if (enforcement.asks_admins) {
    enforcement.because = "security defaults ask others than administrators only when Microsoft finds it necessary";
    look.not_seen("Whether each administrator has one of the roles that security defaults ask at every sign-in.");
  }
  if (!enforcement.asks_everyone)
    look.not_seen(fmt::format("Whether people are asked for their second check: {}.", enforcement.because));
  return enforcement;
}

std::optional<Date> newest_update(const std::vector<yaml::Node>& rows) {
  std::optional<Date> newest;
  for (const auto& row : rows) keep_newest(newest, day_of_time(find_text(row, graph_key(row, "lastUpdatedDateTime"))));
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
  const auto rows = rows_of(root);
  const auto day = day_of_look({.stated = {}, .newest = newest_update(rows)}, root.place(), context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  const auto enforcement = enforcement_of(documents, look, diagnostics);
  std::vector<Account> accounts;
  for (const auto& row : rows) {
    if (!is_user(row))
      row.error("unknown-format", "this row does not say `isMfaCapable`",
                "export all fields of userRegistrationDetails");
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
