#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/access_rule.hpp"
#include "import/baseline_check.hpp"
#include "import/domain.hpp"
#include "import/importers.hpp"
#include "import/json.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"

// ScubaGear of CISA (`Invoke-SCuBA`): the one file ScubaResults_….json of its report. It looks at the rules of a tenant
// of Microsoft 365, not at its accounts, and at the mail records of its domains.
//
// MS.AAD.3.1 or 3.2 passes where an enabled rule asks all users in all programs; ScubaGear does not look at the places,
// devices and risks that such a rule may be limited to, and takes the exceptions that its own settings allow. Where the
// report holds the rules (`Raw`), they are read here too and must reach everyone. Where old programs may sign in
// without a second check (MS.AAD.1.1), nothing shows that all are asked. Where neither passes, security defaults may
// ask instead, which ScubaGear does not look at: only where rules are in use are they known to be off.
//
// `Warning` is the word for a check that is not met and that the baseline only recommends. A result that the client
// marked as omitted or incorrect is a word of the client: what ScubaGear found counts, but a `Pass` that the client
// calls wrong is none. Of how long records last nothing is checked.
namespace candor {

namespace {

using Outcome = BaselineCheck::Outcome;

/// `a.example, b.example` of `2 agency domain(s) found in violation: a.example, b.example. View DNS logs …`, without
/// those that Microsoft gave.
std::vector<std::string> own_domains_in(std::string_view details) {
  constexpr std::string_view before = "found in violation:";
  const auto found = details.find(before);
  if (found == std::string_view::npos) return {};
  auto rest = details.substr(found + before.size());
  rest = rest.substr(0, rest.find(". "));
  std::vector<std::string> domains;
  for (std::size_t begin = 0; begin < rest.size();) {
    const auto end = std::min(rest.find(',', begin), rest.size());
    auto domain = trimmed(rest.substr(begin, end - begin));
    if (domain.ends_with('.')) domain.remove_suffix(1);
    if (domain.find('.') != std::string_view::npos && !is_given_by_microsoft(domain))
      domains.push_back(kept(domain, 80));
    begin = end + 1;
  }
  return domains;
}

/// What ScubaGear itself found, whatever the client made of it.
std::string_view found_in(const yaml::Node& control) {
  const auto original = find_text(control, "OriginalResult");
  if (!original.empty()) return original;
  const auto result = find_text(control, "Result");
  return result == "Omitted" ? find_text(control, "OmittedEvaluationResult") : result;
}

BaselineCheck check_of(const yaml::Node& control) {
  const auto id = kept(find_text(control, "Control ID"), 40);
  const auto result = find_text(control, "Result");
  const auto found = found_in(control);
  const auto criticality = find_text(control, "Criticality");
  BaselineCheck check{.where = fmt::format("{}: {}", id, kept(found, 40)), .because = {}, .domains = {}};
  const bool is_marked = found != result;
  if (is_marked) check.where += fmt::format(" (the client marked it: {})", kept(result, 40));
  if (found == "N/A" || criticality.ends_with("/Not-Implemented") || criticality.ends_with("/3rd Party"))
    check.because = id + " was not checked";
  else if (found == "Fail" || found == "Warning")
    check.outcome = Outcome::NotMet;
  else if (found != "Pass")
    check.because = fmt::format("{} came to no result: {}", id, kept(found, 60));
  else if (is_marked && result != "Omitted")
    check.because = fmt::format("{} passed, and the client marked that as wrong", id);
  else
    check.outcome = Outcome::Met;
  if (check.outcome != Outcome::NotMet) return check;
  const auto details = find_text(control, "OriginalDetails");
  check.domains = own_domains_in(details.empty() ? find_text(control, "Details") : details);
  return check;
}

BaselineChecks checks_of(const yaml::Node& root) {
  BaselineChecks checks;
  for (const auto& product : find_object(root, "Results")->members()) {
    if (!product.value.is_sequence()) continue;
    for (const auto& group : product.value.items())
      if (const auto controls = find_list(group, "Controls"))
        for (const auto& control : controls->items()) checks.add(find_text(control, "Control ID"), check_of(control));
  }
  return checks;
}

/// The rules themselves, where the report holds them.
std::optional<AccessRules> rules_of(const yaml::Node& root) {
  const auto raw = find_object(root, "Raw");
  const auto policies = raw ? find_list(*raw, "conditional_access_policies") : std::nullopt;
  if (!policies) return std::nullopt;
  return read_access_rules(policies->items());
}

/// What is known of everyone at sign-in.
struct Everyone {
  enum class Is { Asked, NotAll, NotKnown };
  Is is = Is::NotKnown;
  std::string where;
  std::string because;  ///< why not, or what weakens it
};

Everyone everyone_of(const BaselineChecks& checks, const std::optional<AccessRules>& rules) {
  using Is = Everyone::Is;
  const auto strong = checks.find("MS.AAD.3.1");
  const auto any = checks.find("MS.AAD.3.2");
  const auto old_programs = checks.find("MS.AAD.1.1");
  if (strong.outcome != Outcome::Met && any.outcome == Outcome::NotShown) return {Is::NotKnown, any.where, any.because};
  if (strong.outcome != Outcome::Met && any.outcome == Outcome::NotMet) {
    const bool uses_rules = rules ? rules->has_rules : old_programs.outcome == Outcome::Met;
    if (uses_rules) return {Is::NotAll, any.where, "no rule asks everyone for a second check"};
    return {Is::NotKnown, any.where,
            "no rule asks everyone for a second check; whether security defaults do is not told"};
  }
  const auto& met = strong.outcome == Outcome::Met ? strong : any;
  if (rules && !rules->is_everyone)
    return {Is::NotKnown, met.where, fmt::format("ScubaGear is content, but {}", rules->because)};
  if (rules && !rules->left_out.empty())
    return {Is::NotAll, met.where,
            fmt::format("the rule leaves {} out", counted(std::ssize(rules->left_out), "account"))};
  if (old_programs.outcome == Outcome::NotMet)
    return {Is::NotKnown, met.where,
            fmt::format("old programs can sign in without the second check ({})", old_programs.where)};
  if (old_programs.outcome == Outcome::NotShown)
    return {Is::NotKnown, met.where,
            fmt::format("whether old programs can sign in without it is not shown: {}", old_programs.because)};
  if (rules) return {Is::Asked, met.where, {}};
  return {Is::Asked, met.where,
          "as ScubaGear judges the rule: exceptions in its settings, places and devices were not looked at"};
}

/// Where not all are asked, those with the roles that ScubaGear calls highly privileged may be.
void tell_administrators(Look& look, const std::string& part, const BaselineChecks& checks,
                         const std::optional<AccessRules>& rules, const Everyone& everyone) {
  constexpr auto* fact = "mfa.admin_accounts";
  const auto strong = checks.find("MS.AAD.3.6");
  const auto old_programs = checks.find("MS.AAD.1.1");
  if (strong.outcome != Outcome::Met)
    look.say_unknown(fact, part, fmt::format("of everyone: {}", everyone.because));
  else if (rules && !rules->has_one_for_roles)
    look.say_unknown(
        fact, part, fmt::format("ScubaGear is content ({}), but no rule always reaches all with a role", strong.where));
  else if (old_programs.outcome != Outcome::Met)
    look.say_unknown(fact, part,
                     fmt::format("nothing shows that old programs cannot sign in without the second check ({})",
                                 old_programs.where.empty() ? old_programs.because : old_programs.where));
  else
    look.say(fact, part, Coverage{.said = Coverage::Said::All}, strong.where).note =
        rules ? "of the roles that ScubaGear calls highly privileged"
              : "of the roles that ScubaGear calls highly privileged, and as it judges the rule";
}

void tell_second_check(Look& look, const std::string& part, const BaselineChecks& checks,
                       const std::optional<AccessRules>& rules) {
  const auto everyone = everyone_of(checks, rules);
  constexpr auto* fact = "mfa.cloud_accounts";
  switch (everyone.is) {
    case Everyone::Is::Asked:
      // All users are the administrators too.
      for (const auto* one : {fact, "mfa.admin_accounts"})
        look.say(one, part, Coverage{.said = Coverage::Said::All}, everyone.where).note = everyone.because;
      return;
    case Everyone::Is::NotAll: say_not_all(look, fact, part, everyone.where, everyone.because); break;
    case Everyone::Is::NotKnown: look.say(fact, part, Unknown{}, everyone.where).note = kept(everyone.because, 300);
  }
  tell_administrators(look, part, checks, rules, everyone);
}

/// The check asks for a record that ends in `-all`: one that ends in `~all` is enough for us and fails it.
void tell_senders(Look& look, const std::string& part, const BaselineChecks& checks) {
  const auto published = checks.find("MS.EXO.2.2");
  const auto gap = gap_of_domains(checks);
  if (published.outcome == Outcome::Met && !gap.empty()) {
    look.say_unknown("email.spf", part, gap);
  } else if (published.outcome == Outcome::Met) {
    look.say("email.spf", part, true, published.where);
  } else if (published.outcome == Outcome::NotShown) {
    look.say_unknown("email.spf", part, published.because);
  } else {
    const auto of = published.domains.empty() ? std::string{} : " of " + first_few(published.domains);
    look.say_unknown(
        "email.spf", part,
        fmt::format("no record{} that ends in `-all` was found ({}); there may be a softer one", of, published.where));
  }
}

/// Which file of a report it is, when it is not the one that is needed.
std::string_view other_file(std::string_view bytes) {
  const auto first_line = bytes.substr(0, bytes.find('\n'));
  const auto has = [](std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
  };
  if (has(first_line, "Control ID") && has(first_line, "Non-Compliance Reason")) return "ActionPlan.csv";
  if (has(first_line, "Control ID") && has(first_line, "Criticality")) return "ScubaResults.csv";
  return {};
}

std::string_view other_file(const yaml::Node& root) {
  if (root.is_sequence()) {
    const auto items = root.items();
    return !items.empty() && !find_text(items.front(), "PolicyId").empty() ? "TestResults.json" : std::string_view{};
  }
  if (root.is_mapping() && root.find("scuba_config") && root.find("module_version"))
    return "ProviderSettingsExport.json";
  if (root.is_mapping() && root.find("ReportSummary") && root.find("Results")) return "one of IndividualReports";
  return {};
}

void refuse(Place place, std::string_view other, Diagnostics& diagnostics) {
  diagnostics.error(place, "unknown-format",
                    other.empty() ? std::string{"this is not a report of ScubaGear"}
                                  : fmt::format("this is {} of a report of ScubaGear", other),
                    "import `ScubaResults_….json`, which lies in the report's folder");
}

std::optional<yaml::Tree> read_results(const ImportFile& file, Diagnostics& diagnostics) {
  if (const auto other = other_file(file.bytes); !other.empty()) {
    refuse({file.file, 1, 1}, other, diagnostics);
    return std::nullopt;
  }
  auto tree = read_json(file, diagnostics);
  if (!tree) return std::nullopt;
  const yaml::Node root{*tree, diagnostics};
  const auto about = find_object(root, "MetaData");
  if (about && find_text(*about, "Tool") == "ScubaGear" && find_object(root, "Results")) return tree;
  refuse(root.place(), other_file(root), diagnostics);
  return std::nullopt;
}

std::string part_of(const yaml::Node& about) {
  for (const auto* key : {"DomainName", "DisplayName"})
    if (auto name = kept(find_text(about, key)); !name.empty()) return name;
  return "Microsoft 365";
}

std::string products_of(const yaml::Node& about) {
  std::vector<std::string> products;
  if (const auto list = find_list(about, "ProductsAssessed"))
    for (const auto& product : list->items()) products.push_back(kept(product.raw(), 40));
  return products.empty() ? std::string{} : ": " + first_few(products, 8);
}

}  // namespace

Brought import_scubagear(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  std::optional<yaml::Tree> results;
  for (const auto& file : files) {
    auto tree = read_results(file, diagnostics);
    if (tree && results)
      diagnostics.error({file.file, 0, 0}, "too-many-files", "one report is imported at a time",
                        "import them one after another");
    if (tree) results = std::move(tree);
  }
  if (!results || diagnostics.has_errors()) return {};
  const yaml::Node root{*results, diagnostics};
  const auto about = *find_object(root, "MetaData");
  const auto day = day_of_look({.stated = day_of_time(find_text(about, "TimestampZulu")), .newest = {}}, about.place(),
                               context, diagnostics);
  if (!day) return {};

  Look look{context, *day};
  const auto part = part_of(about);
  const auto checks = checks_of(root);
  const auto rules = rules_of(root);
  tell_second_check(look, part, checks, rules);
  tell_senders(look, part, checks);
  tell_mail_checks(look, context.catalog, part, checks);
  tell_log_check(look, part, checks.find("MS.DEFENDER.6.1"));
  if (!rules) look.not_seen("The rules for sign-in themselves: the report does not hold them (it has no `Raw`).");
  look.not_seen("Which accounts have set up a second check, or have it switched on one by one.");
  look.not_seen("How long records of sign-ins and changes last: ScubaGear does not check it.");
  look.not_seen("Mail domains that are not in this tenant, and mail that leaves by another service.");
  look.set_version(find_text(about, "ToolVersion"));
  look.set_scope(part + products_of(about));
  return look.take();
}

}  // namespace candor
