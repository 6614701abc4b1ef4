#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/baseline_check.hpp"
#include "import/domain.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"

// Maester (`Invoke-Maester`): the file TestResults-….json that it writes beside its page.
//
// MT.1006, MT.1007 and CISA.MS.AAD.3.1 and 3.2 pass where one enabled rule of Conditional Access names all users (or
// the administrators' roles), all programs and a second check. None of them looks at whom the rule leaves out, at which
// places, devices or risks it is limited to, or at whether the second check is one of several ways in: 3.2 passes for a
// rule for risky users alone. So `Passed` shows a rule, not that everyone is asked: not known, and `candor import
// entra` reads the rules themselves. `Failed` is known: no such rule, and where others are in use, security defaults
// are off; where those are on (MT.1021), they ask administrators alone at every sign-in. 3.2 and 3.6 fail for rules
// that ask in another way, so MT.1007 and MT.1006 decide, and against what the others found.
//
// The counts in the file's head may disagree with its list: the list is counted here, and what is not in it was not
// checked. Tests that were skipped, not run, or ended in an error, are no result.
namespace candor {

namespace {

using Outcome = BaselineCheck::Outcome;

/// Older versions have the id in front of the name: `MT.1006: At least one …`.
std::string_view id_of(const yaml::Node& test) {
  const auto id = find_text(test, "Id");
  if (!id.empty()) return id;
  const auto name = find_text(test, "Name");
  return name.substr(0, name.find(':'));
}

/// The domains of the rows `| acme.example | ❌ Fail | reason |`, without those that Microsoft gave.
std::vector<std::string> own_domains_in(std::string_view text) {
  std::vector<std::string> domains;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    const auto second = line.find('|', 1);
    if (!line.starts_with('|') || second == std::string_view::npos) continue;
    const auto result = line.substr(second + 1, line.find('|', second + 1) - second - 1);
    const auto domain = trimmed(line.substr(1, second - 1));
    if (!trimmed(result).ends_with("Fail") || domain.find('.') == std::string_view::npos) continue;
    if (!is_given_by_microsoft(domain)) domains.push_back(kept(domain, 80));
  }
  return domains;
}

BaselineCheck check_of(const yaml::Node& test) {
  const auto id = kept(id_of(test), 40);
  const auto result = find_text(test, "Result");
  const auto detail = find_object(test, "ResultDetail");
  const auto text = detail ? find_text(*detail, "TestResult") : std::string_view{};
  BaselineCheck check{.where = fmt::format("{}: {}", id, kept(result, 40)), .because = {}, .domains = {}};
  if (result == "Failed") {
    check.outcome = Outcome::NotMet;
    check.domains = own_domains_in(text);
  } else if (result != "Passed") {
    const auto reason = detail ? find_text(*detail, "SkippedReason") : std::string_view{};
    check.because = fmt::format("{} came to no result: {}{}{}", id, kept(result, 40), reason.empty() ? "" : ", ",
                                kept(reason, 120));
  } else if (text.find("not available") != std::string_view::npos) {
    check.because = fmt::format("{} passed, but could not look up all domains", id);
  } else {
    check.outcome = Outcome::Met;
  }
  return check;
}

BaselineChecks checks_of(const std::vector<yaml::Node>& tests) {
  BaselineChecks checks;
  for (const auto& test : tests) checks.add(id_of(test), check_of(test));
  return checks;
}

/// Whether the head counts what the list holds; if not, how they differ.
std::string difference_of(const yaml::Node& root, const std::vector<yaml::Node>& tests) {
  struct Counter {
    const char* key;
    const char* result;  ///< empty: all
  };
  constexpr std::array counters{Counter{"TotalCount", ""},
                                Counter{"PassedCount", "Passed"},
                                Counter{"FailedCount", "Failed"},
                                Counter{"SkippedCount", "Skipped"},
                                Counter{"NotRunCount", "NotRun"},
                                Counter{"ErrorCount", "Error"},
                                Counter{"InvestigateCount", "Investigate"}};
  for (const auto& [key, result] : counters) {
    const auto said = find_number(root, key);
    const std::string_view word = result;
    const auto listed = std::ranges::count_if(
        tests, [&](const yaml::Node& test) { return word.empty() || find_text(test, "Result") == word; });
    if (said && *said != listed) return fmt::format("`{}` is {}, and the list holds {}", key, *said, listed);
  }
  return {};
}

/// Rules of Conditional Access are in use, so that security defaults cannot be.
bool uses_rules(const BaselineChecks& checks) {
  return std::ranges::any_of(std::array{"MT.1003", "MT.1004", "MT.1006", "MT.1007", "MT.1009", "MS.AAD.1.1"},
                             [&](const char* id) { return checks.find(id).outcome == Outcome::Met; });
}

/// The widest test of several that look for a rule; where it is not in the list, one of the others that found one.
BaselineCheck widest_of(const BaselineChecks& checks, std::string_view widest,
                        std::initializer_list<std::string_view> others) {
  auto test = checks.find(widest);
  if (!test.where.empty()) return test;
  for (const auto id : others)
    if (auto other = checks.find(id); other.outcome == Outcome::Met) return other;
  return test;
}

/// A test that looks for one rule for all of some people.
void tell_rule(Look& look, std::string_view fact, const std::string& part, const BaselineCheck& test,
               const BaselineChecks& checks, std::string_view whom) {
  if (test.outcome == Outcome::NotMet && uses_rules(checks))
    return say_not_all(look, fact, part, test.where, fmt::format("no rule asks all {} for a second check", whom));
  const auto defaults = checks.find("MT.1021");
  if (test.outcome != Outcome::Met && defaults.outcome == Outcome::Met && fact == "mfa.admin_accounts") {
    look.say(fact, part, Coverage{.said = Coverage::Said::All}, defaults.where).note =
        "of the roles that security defaults ask at every sign-in";
    return;
  }
  std::string because;
  if (test.outcome == Outcome::Met)
    because = fmt::format("a rule asks {} ({}); whom it leaves out, and where it holds, is not told", whom, test.where);
  else if (defaults.outcome == Outcome::Met)
    because = fmt::format(
        "security defaults are on ({}); they ask others than administrators only when "
        "Microsoft finds it necessary",
        defaults.where);
  else if (defaults.outcome == Outcome::NotMet)
    because = fmt::format("no rule and no security defaults ask for it ({}); it may be switched on account by account",
                          defaults.where);
  else if (test.outcome == Outcome::NotMet)
    because = fmt::format("no rule asks all {} ({}); whether security defaults do is not told", whom, test.where);
  else
    because = test.because;
  for (const auto* id : {"MS.AAD.1.1", "MT.1009"}) {
    const auto old_programs = checks.find(id);
    if (test.outcome != Outcome::Met || old_programs.outcome != Outcome::NotMet) continue;
    because += fmt::format("; old programs can sign in without it ({})", old_programs.where);
    break;
  }
  look.say_unknown(fact, part, because);
}

/// MS.EXO.2.2: a record that names senders; MS.EXO.2.1: it ends in `-all`. One that ends in `~all` is enough for us and
/// fails 2.1, one without Microsoft's servers fails 2.2.
void tell_senders(Look& look, const std::string& part, const BaselineChecks& checks) {
  const auto names = checks.find("MS.EXO.2.2");
  const auto ends = checks.find("MS.EXO.2.1");
  const bool is_published = names.outcome == Outcome::Met && ends.outcome == Outcome::Met;
  const auto gap = gap_of_domains(checks);
  if (is_published && !gap.empty())
    look.say_unknown("email.spf", part, gap);
  else if (is_published)
    look.say("email.spf", part, true, fmt::format("{}, {}", ends.where, names.where));
  else if (names.outcome == Outcome::NotMet)
    look.say_unknown("email.spf", part,
                     fmt::format("no record that names Microsoft's servers was found ({})", names.where));
  else if (names.outcome == Outcome::NotShown || ends.outcome == Outcome::NotShown)
    look.say_unknown("email.spf", part, names.outcome == Outcome::NotShown ? names.because : ends.because);
  else
    look.say_unknown(
        "email.spf", part,
        fmt::format("no record that ends in `-all` was found ({}); there may be a softer one", ends.where));
}

std::optional<yaml::Tree> read_results(const ImportFile& file, Diagnostics& diagnostics) {
  constexpr auto* how = "import `TestResults-….json`, which `Invoke-Maester` writes into its folder `test-results`";
  if (!looks_like_json(file.bytes) && !trimmed(file.bytes).empty()) {
    diagnostics.error({file.file, 0, 0}, "unknown-format", "this is not the JSON file of Maester", how);
    return std::nullopt;
  }
  auto tree = read_json(file, diagnostics);
  if (!tree) return std::nullopt;
  const yaml::Node root{*tree, diagnostics};
  if (find_list(root, "Tests") && root.find("TenantName")) return tree;
  if (find_list(root, "Tenants"))
    root.error("unknown-format", "this file of Maester holds several tenants", "run it for one tenant at a time");
  else
    root.error("unknown-format", "this is not the JSON file of Maester", how);
  return std::nullopt;
}

/// What stands there where it was not connected is no name.
std::string part_of(const yaml::Node& root) {
  const auto name = kept(find_text(root, "TenantName"));
  return name.empty() || name.find("(not connected") != std::string::npos ? std::string{"Microsoft 365"} : name;
}

}  // namespace

Brought import_maester(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  if (files.size() > 1)
    diagnostics.error({files[1].file, 0, 0}, "too-many-files", "one run is imported at a time",
                      "import them one after another");
  const auto results = read_results(files.front(), diagnostics);
  if (!results || diagnostics.has_errors()) return {};
  const yaml::Node root{*results, diagnostics};
  const auto day = day_of_look({.stated = day_of_time(find_text(root, "ExecutedAt")), .newest = {}}, root.place(),
                               context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  const auto part = part_of(root);
  const auto tests = find_list(root, "Tests")->items();
  const auto checks = checks_of(tests);
  tell_rule(look, "mfa.cloud_accounts", part, widest_of(checks, "MT.1007", {"MS.AAD.3.1", "MS.AAD.3.2"}), checks,
            "users");
  tell_rule(look, "mfa.admin_accounts", part, widest_of(checks, "MT.1006", {"MS.AAD.3.6"}), checks, "administrators");
  tell_senders(look, part, checks);
  tell_mail_checks(look, context.catalog, part, checks);
  tell_log_check(look, part, checks.find("MS.EXO.17.1"));
  if (const auto difference = difference_of(root, tests); !difference.empty())
    look.not_seen(fmt::format("This file is not whole: {}. What is missing counts as not checked.", difference));
  look.not_seen("Whom the rules for a second check leave out: the tests do not look at it.");
  look.not_seen("Which accounts have set up a second check, or have it switched on one by one.");
  look.not_seen("How long records of sign-ins and changes last: no test tells it.");
  look.not_seen("Mail domains that are not in this tenant, and mail that leaves by another service.");
  look.set_version(find_text(root, "CurrentVersion"));
  look.set_scope(fmt::format("{}: {}", part, counted(std::ssize(tests), "test")));
  return look.take();
}

}  // namespace candor
