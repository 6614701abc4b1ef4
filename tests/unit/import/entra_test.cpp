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

std::string policy(std::string_view state, std::string_view users_said, std::string_view grant = R"(["mfa"])",
                   std::string_view more_conditions = {}) {
  return R"({"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies", "value": [{
    "displayName": "Second check for all", "state": ")" +
         std::string{state} + R"(", "conditions": {"users": )" + std::string{users_said} +
         R"(, "applications": {"includeApplications": ["All"], "excludeApplications": []}, "clientAppTypes": ["all"])" +
         std::string{more_conditions} + R"(},
    "grantControls": {"operator": "OR", "builtInControls": )" +
         std::string{grant} + "}}]}";
}

/// Why these rules do not show that everyone is asked; `everyone is asked` where they do.
std::string because(const std::string& rules) {
  const auto text = World{}.import("entra", {{"u", users({row("ann", true)})}, {"r", rules}});
  const std::string before = "not seen: Whether people are asked for their second check: ";
  const auto begin = text.find(before);
  if (begin == std::string::npos)
    return text.find("mfa.cloud_accounts [acme.example] = 1 of 1") == std::string::npos ? text : "everyone is asked";
  return text.substr(begin + before.size(), text.find('\n', begin) - begin - before.size());
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
       hint: export all at once: `Get-MgReportAuthenticationMethodUserRegistrationDetail -All | ConvertTo-Json -Depth 9`
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

TEST_CASE("a condition that a rule has beside users and programs makes it narrower, known to us or not") {
  const auto with = [](std::string_view condition) {
    return because(policy("enabled", everyone, R"(["mfa"])", condition));
  };
  const std::string gap = "the rule \"Second check for all\" does not reach everyone: ";
  CHECK(with(R"(, "authenticationFlows": {"transferMethods": "deviceCodeFlow"})") ==
        gap + "it depends on authenticationFlows.");
  CHECK(with(R"(, "insiderRiskLevels": "elevated")") == gap + "it depends on how risky a sign-in looks.");
  CHECK(with(R"(, "userRiskLevels": ["high"])") == gap + "it depends on how risky a sign-in looks.");
  CHECK(with(R"(, "locations": {"includeLocations": ["All"], "excludeLocations": ["AllTrusted"]})") ==
        gap + "it depends on locations.");
  CHECK(with(R"(, "devices": {"deviceFilter": {"mode": "exclude", "rule": "device.isCompliant -eq True"}})") ==
        gap + "it depends on devices.");
  CHECK(with(R"(, "moonPhases": ["full"])") == gap + "it depends on moonPhases.");
}

TEST_CASE("a condition that always holds makes no rule narrower") {
  const auto with = [](std::string_view condition) {
    return because(policy("enabled", everyone, R"(["mfa"])", condition));
  };
  CHECK(with(R"(, "platforms": {"includePlatforms": ["all"], "excludePlatforms": []})") == "everyone is asked");
  CHECK(with(R"(, "locations": {"includeLocations": ["All"], "excludeLocations": null})") == "everyone is asked");
  CHECK(with(R"(, "locations": null, "signInRiskLevels": [], "users@odata.context": "x")") == "everyone is asked");
  CHECK(with(R"(, "devices": {"deviceFilter": null, "includeDevices": []})") == "everyone is asked");
}

TEST_CASE("guests can be left out by one word among the accounts, and programs by a filter") {
  CHECK(because(policy("enabled", R"({"includeUsers": ["All"], "excludeUsers": ["GuestsOrExternalUsers"]})")) ==
        "the rule \"Second check for all\" does not reach everyone: it leaves guests out.");
  CHECK(because(R"({"value": [{"displayName": "All but some", "state": "enabled", "conditions": {
"users": {"includeUsers": ["All"]}, "applications": {"includeApplications": ["All"],
"applicationFilter": {"mode": "exclude", "rule": "x"}}}, "grantControls": {"operator": "OR", "builtInControls": ["mfa"]}}]})") ==
        "the rule \"All but some\" does not reach everyone: it leaves programs out.");
}

TEST_CASE("a strength that one step meets is no second check, and neither is one of several ways in") {
  const auto granted = [](std::string_view grant) {
    return because(R"({"value": [{"displayName": "Strong", "state": "enabled", "conditions": {
"users": {"includeUsers": ["All"]}, "applications": {"includeApplications": ["All"]}}, "grantControls": )" +
                   std::string{grant} + "}]}");
  };
  const std::string none = "no rule that is switched on asks for a second check.";
  CHECK(
      granted(
          R"({"operator": "OR", "builtInControls": [], "authenticationStrength": {"requirementsSatisfied": "mfa"}})") ==
      "everyone is asked");
  CHECK(
      granted(
          R"({"operator": "OR", "builtInControls": [], "authenticationStrength": {"requirementsSatisfied": "none"}})") ==
      none);
  CHECK(granted(R"({"operator": "OR", "builtInControls": ["compliantDevice"],
"authenticationStrength": {"requirementsSatisfied": "mfa"}})") == none);
  CHECK(granted(R"({"operator": "OR", "builtInControls": ["mfa"], "termsOfUse": ["t"]})") == none);
  CHECK(granted(R"({"operator": "AND", "builtInControls": ["mfa"], "termsOfUse": ["t"]})") == "everyone is asked");
}

TEST_CASE("who is left out of one rule and not of the other is asked") {
  const auto rule = [](std::string_view id) {
    return R"({"displayName": "One", "state": "enabled", "conditions": {"users": {"includeUsers": ["All"], "excludeUsers": [)" +
           std::string{id} + R"(]}, "applications": {"includeApplications": ["All"]}},
"grantControls": {"operator": "OR", "builtInControls": ["mfa"]}})";
  };
  const auto rules = R"({"value": [)" + rule(R"("id-eve", "id-ann")") + ", " + rule(R"("id-eve")") + "]}";
  CHECK(World{}.import("entra", {{"u", users({row("ann", true), row("eve", true)})}, {"r", rules}}) ==
        R"(2026-11-21 entra: 2 accounts of acme.example
mfa.cloud_accounts [acme.example] = 1 of 2, export, where: without: eve@acme.example
mfa.admin_accounts [acme.example] = unknown, export, note: the list holds no administrators
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("what the PowerShell module of Graph writes is the same with capitals, and has no frame") {
  CHECK(World{}.import(
            "entra",
            {{"users.json", R"([{"Id": "id-ann", "IsAdmin": true, "IsMfaCapable": true, "AdditionalProperties": {},
"LastUpdatedDateTime": "2026-11-20T10:00:00Z", "MethodsRegistered": ["mobilePhone", "securityQuestion"],
"UserPrincipalName": "ann@acme.example", "UserType": "member"}])"},
             {"rule.json", R"({"DisplayName": "All", "State": "enabled", "Conditions": {
"ClientAppTypes": ["all"], "Users": {"IncludeUsers": ["All"], "ExcludeUsers": [], "ExcludeGuestsOrExternalUsers":
{"ExternalTenants": {"MembershipKind": null}, "GuestOrExternalUserTypes": null}}, "Locations": {"IncludeLocations": null},
"Applications": {"IncludeApplications": ["All"], "ExcludeApplications": []}},
"GrantControls": {"Operator": "OR", "BuiltInControls": ["mfa"], "AuthenticationStrength": {"Id": null}}})"}}) ==
        R"(2026-11-20 entra: 1 account of acme.example
mfa.cloud_accounts [acme.example] = 1 of 1, export
mfa.admin_accounts [acme.example] = 1 of 1, export
not seen: How safe the second check is: 1 account has it by phone, text or mail alone.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("security defaults ask administrators, of the others nobody knows, and switched off they ask nobody") {
  const auto defaults = [](std::string_view is_on) {
    return World{}.import(
        "entra", {{"u", users({row("ann", true), row("bob", false), row("eve", true, R"(, "isAdmin": true)")})},
                  {"d", R"({"@odata.context":
"https://graph.microsoft.com/v1.0/$metadata#policies/identitySecurityDefaultsEnforcementPolicy/$entity",
"id": "00000000-0000-0000-0000-000000000005", "displayName": "Security Defaults", "isEnabled": )" +
                            std::string{is_on} + "}"}});
  };
  CHECK(defaults("true") == R"(2026-11-21 entra: 3 accounts of acme.example
mfa.cloud_accounts [acme.example] = 1 of 3 (1 unknown), export, where: without: bob@acme.example, note: 1 set it up, but nothing shows that they are asked for it
mfa.admin_accounts [acme.example] = 1 of 1, export
not seen: Whether each administrator has one of the roles that security defaults ask at every sign-in.
not seen: Whether people are asked for their second check: security defaults ask others than administrators only when Microsoft finds it necessary.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
  CHECK(defaults("false") == R"(2026-11-21 entra: 3 accounts of acme.example
mfa.cloud_accounts [acme.example] = 0 of 3 (2 unknown), export, where: without: bob@acme.example, note: 2 set it up, but nothing shows that they are asked for it
mfa.admin_accounts [acme.example] = 0 of 1 (1 unknown), export, note: 1 set it up, but nothing shows that they are asked for it
not seen: Whether people are asked for their second check: security defaults are switched off.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}

TEST_CASE("an account without an id may be one that the rule leaves out") {
  const auto nameless = [](std::string_view excluded) {
    return World{}.import(
        "entra",
        {{"r", policy("enabled", R"({"includeUsers": ["All"], "excludeUsers": [)" + std::string{excluded} + "]}")},
         {"u", users({row("ann", true), R"({"userPrincipalName": "bob@acme.example", "isMfaCapable": true})",
                      R"({"userPrincipalName": "cid@acme.example", "isMfaCapable": false})"})}});
  };
  constexpr std::string_view rest =
      "mfa.admin_accounts [acme.example] = unknown, export, note: the list holds no administrators\n"
      "not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.\n";
  CHECK(nameless(R"("id-eve")") == R"(2026-11-21 entra: 3 accounts of acme.example
mfa.cloud_accounts [acme.example] = 1 of 3 (1 unknown), export, where: without: cid@acme.example, note: 1 set it up, but a rule leaves accounts out by `id`, which the list does not say of them
)" + std::string{rest});
  CHECK(nameless("") == R"(2026-11-21 entra: 3 accounts of acme.example
mfa.cloud_accounts [acme.example] = 2 of 3, export, where: without: cid@acme.example
)" + std::string{rest});
}

TEST_CASE("what is no list of users is refused with what to export") {
  CHECK(
      World{}.import("entra", "{}") ==
      R"(file:1:1: error: this is not a list of users, of rules or of security defaults from Microsoft Graph [unknown-format]
   1 | {}
       ^
       hint: export reports/authenticationMethods/userRegistrationDetails as JSON
)");
  CHECK(World{}.import("entra", policy("enabled", everyone)) ==
        R"(file: error: there is no list of users here [unknown-format]
       hint: rules alone do not say for whom they are: export userRegistrationDetails too
)");
  CHECK(World{}.import("entra", "") == "file: error: there is nothing in this file [empty-file]\n");
  CHECK(World{}.import("entra", users({row("ann", true)}).substr(0, 250)).find("[bad-json]") != std::string::npos);
  CHECK(World{}.import("entra", users({row("ann", true), R"({"id": "x"})"})) ==
        R"(file:1:285: error: this row does not say `isMfaCapable` [unknown-format]
   1 | …rType": "member", "lastUpdatedDateTime": "2026-11-20T23:30:00-02:00"}, {"id": "x"}]}
                                                                               ^
       hint: export all fields of userRegistrationDetails
)");
}

TEST_CASE("a name in a list is text, however it is made") {
  const auto name = "=1+1<script>\\u001b[31m" + std::string(10'000, 'x');
  const auto text = World{}.import("entra", users({row(name, false)}));
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text == R"(2026-11-21 entra: 1 account of Microsoft Entra
mfa.cloud_accounts [Microsoft Entra] = 0 of 1, export, where: without: =1+1<script>\u{1B}[31m)" +
                    std::string(98, 'x') + R"(…
mfa.admin_accounts [Microsoft Entra] = unknown, export, note: the list holds no administrators
not seen: Whether people are asked for their second check: the list shows what was set up, not what is asked for.
not seen: Which of these accounts are switched off: the list does not say, so all of them are counted.
)");
}
