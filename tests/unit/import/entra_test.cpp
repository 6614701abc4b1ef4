#include <string>

#include <doctest/doctest.h>

#include "import/world.hpp"

using namespace candor;
using test::World;

namespace {

std::string row(std::string_view name, bool is_capable, std::string_view more = {}) {
  return R"({"id": "id-)" + std::string{name} + R"(", "userPrincipalName": ")" + std::string{name} +
         R"(@acme.example", "isMfaCapable": )" + (is_capable ? "true" : "false") +
         R"(, "userType": "member", "lastUpdatedDateTime": "2026-11-20T23:30:00-02:00")" + std::string{more} + "}";
}

std::string users(std::initializer_list<std::string> rows, std::string_view more = {}) {
  std::string text =
      R"({"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#reports/authenticationMethods/userRegistrationDetails")" +
      std::string{more} + R"(, "value": [)";
  for (const auto& one : rows) text += (text.ends_with('[') ? "" : ", ") + one;
  return text + "]}";
}

std::string policy(std::string_view state, std::string_view users_said, std::string_view grant = R"(["mfa"])") {
  return R"({"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies", "value": [{
    "displayName": "Second check for all", "state": ")" +
         std::string{state} + R"(", "conditions": {"users": )" + std::string{users_said} +
         R"(, "applications": {"includeApplications": ["All"], "excludeApplications": []}, "clientAppTypes": ["all"]},
    "grantControls": {"operator": "OR", "builtInControls": )" +
         std::string{grant} + "}}]}";
}

constexpr std::string_view everyone = R"({"includeUsers": ["All"], "excludeUsers": [], "excludeGroups": []})";

}  // namespace

TEST_CASE("a second check that was set up is not one that is asked for") {
  CHECK(
      World{}.import("entra", users({row("ann", true), row("bob", false), row("eve", true, R"(, "isAdmin": true)")})) ==
      R"(2026-11-21 entra: 3 accounts of acme.example
mfa.cloud_accounts [acme.example] = 0 of 3 (2 unknown), export, where: without: bob@acme.example, note: 2 set it up, but nothing shows that they are asked for it
mfa.admin_accounts [acme.example] = 0 of 1 (1 unknown), export, note: 1 set it up, but nothing shows that they are asked for it
not seen: Whether people are asked for their second check: the list shows what was set up, not what is asked for.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("with the rule that asks everyone, who has set it up counts, and who it leaves out does not") {
  const auto list = users({row("ann", true), row("bob", false), row("eve", true, R"(, "isAdmin": true)")});
  const std::string leaves_eve_out = R"({"includeUsers": ["All"], "excludeUsers": ["id-eve"]})";
  CHECK(World{}.import("entra", {{"rules.json", policy("enabled", leaves_eve_out)}, {"users.json", list}}) ==
        R"(2026-11-21 entra: 3 accounts of acme.example
mfa.cloud_accounts [acme.example] = 1 of 3, export, where: without: bob@acme.example, eve@acme.example
mfa.admin_accounts [acme.example] = 0 of 1, export, where: without: eve@acme.example
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("a rule that does not reach everyone at every sign-in shows nothing, and is named") {
  const auto because = [](const std::string& rules) {
    const auto text = World{}.import("entra", {{"u", users({row("ann", true)})}, {"r", rules}});
    const auto begin = text.find("not seen: Whether people are asked for their second check: ") + 59;
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  CHECK(because(policy("enabledForReportingButNotEnforced", everyone)) ==
        "the rule \"Second check for all\" is not switched on.");
  CHECK(because(policy("enabled", R"({"includeUsers": ["All"], "excludeGroups": ["g"]})")) ==
        "the rule \"Second check for all\" does not reach everyone: it leaves groups or roles out.");
  CHECK(because(policy("enabled", R"({"includeUsers": ["id-ann"]})")) ==
        "the rule \"Second check for all\" does not reach everyone: it is not for all users.");
  CHECK(because(policy("enabled", everyone, R"(["mfa", "compliantDevice"])")) ==
        "no rule that is switched on asks for a second check.");
}

TEST_CASE("a list without rows is no list of people who are all right") {
  CHECK(World{}.import("entra", users({}), {.looked = parse_date("2026-11-20")}) ==
        R"(2026-11-20 entra: 0 accounts of Microsoft Entra
mfa.cloud_accounts [Microsoft Entra] = unknown, export, note: the list holds no accounts
mfa.admin_accounts [Microsoft Entra] = unknown, export, note: the list holds no administrators
not seen: Whether people are asked for their second check: the list shows what was set up, not what is asked for.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("guests sign in with an account of their own, which nobody here sees") {
  CHECK(World{}.import("entra",
                       users({R"({"id": "g", "userPrincipalName": "gus_other#EXT#@acme.example", "isMfaCapable": false,
"userType": "guest", "lastUpdatedDateTime": "2026-11-20T10:00:00Z", "methodsRegistered": []})"})) ==
        R"(2026-11-20 entra: 1 account of Microsoft Entra
mfa.cloud_accounts [Microsoft Entra] = 0 of 1 (1 unknown), export, note: guests sign in with an account of their own: 1 not known
mfa.admin_accounts [Microsoft Entra] = unknown, export, note: the list holds no administrators
not seen: Whether people are asked for their second check: the list shows what was set up, not what is asked for.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("an export with a next page is refused, for what is missing could be the bad part") {
  CHECK(World{}.import("entra", users({row("ann", true)}, R"(, "@odata.nextLink": "https://x")")) ==
        R"(file:1:139: error: this export is not finished: the service holds more rows than it gave [unfinished-export]
   1 | …rts/authenticationMethods/userRegistrationDetails", "@odata.nextLink": "https://x", "value": [{"id"…
                                                                               ^
       hint: follow `@odata.nextLink` until it is gone (`Get-MgReportAuthenticationMethodUserRegistrationDetail -All`), and import all rows as one file
)");
}

TEST_CASE("the day of a list is the newest in it; a day before that is no day of its export") {
  CHECK(World{}.import("entra", users({row("ann", true)}), {.looked = parse_date("2026-11-20")}) ==
        R"(file:1:1: error: --date 2026-11-20 is before 2026-11-21, a day that stands in this file [bad-date]
   1 | {"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#reports/authenticationMethods/userReg…
       ^
       hint: --date is the day on which the file was made
)");
}
