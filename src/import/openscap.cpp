#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "import/importers.hpp"
#include "import/look.hpp"
#include "import/moment.hpp"
#include "import/words.hpp"
#include "import/xml.hpp"

// OpenSCAP: what `oscap xccdf eval --results` or `--results-arf` writes (XCCDF 1.1 and 1.2, alone, in a Benchmark or in
// an ARF), of one or several computers. Few rules show a fact of ours; the table below says which. A rule that does not
// apply, was not selected or could not be checked shows nothing, and the score counts rules that we do not know. It
// cannot tell since when an update is missing (but by the year of its notice), whether a scanner for viruses is on and
// up to date, and how long records are kept. Left out because a pass would not show the fact: login.defs (PAM does not
// read its length), installed scanners, encrypted partitions, automatic updates.
namespace candor {

namespace {

/// What a rule of the SCAP Security Guide shows of a fact. Rules of one thing must agree; of several things that serve
/// the same end (firewalld, ufw) one that is on will do. To add a rule, add a row.
struct Row {
  std::string_view rule;  ///< behind `content_rule_`
  std::string_view fact;
  std::string_view thing;
  bool pass_shows;           ///< a pass shows that it is so
  bool fail_shows;           ///< a fail shows that it is not
  std::string_view because;  ///< what the rule leaves open; it follows the rule's name
};

constexpr Row table[] = {
    {"service_firewalld_enabled", "firewall.on_computers", "firewalld", true, true, {}},
    {"check_ufw_active", "firewall.on_computers", "ufw", true, true, {}},
    {"service_ufw_enabled", "firewall.on_computers", "ufw", false, true, "passes while ufw itself is switched off"},
    {"service_nftables_enabled", "firewall.on_computers", "nftables", false, true, "passes without a single rule"},
    {"service_iptables_enabled", "firewall.on_computers", "iptables", false, true, "passes without a single rule"},
    {"dconf_gnome_disable_autorun", "macros.autorun_off", "GNOME", true, false,
     "fails too where GNOME asks before it starts something"},
    {"accounts_password_pam_minlen", "password.shortest", "PAM", true, false, {}},  // the length stands in `set-value`
};

constexpr std::string_view firewall = "firewall.on_computers";
constexpr std::string_view patches = "patch.critical_in_time";
constexpr std::string_view password = "password.shortest";

/// One rule, or one update, and how it came out.
struct Outcome {
  std::string name;
  std::string word;      ///< `pass`, `fail`, `notapplicable`
  std::string severity;  ///< of an update; empty where it is not told
  int year = 0;          ///< of an update's notice; 0 where it is not told
  const Row* row = nullptr;

  [[nodiscard]] bool is_pass() const { return word == "pass" || word == "fixed"; }
  [[nodiscard]] bool is_fail() const { return word == "fail"; }
  [[nodiscard]] bool is_undecided() const { return word == "error" || word == "unknown" || word == "notchecked"; }
};

using Outcomes = std::vector<Outcome>;

/// A computer on one day. Several results of it come together: what one did not look at another one may have.
struct Machine {
  std::string name;
  Date day;
  std::int64_t asked = 0;  ///< rules that were selected
  std::int64_t not_applicable = 0;
  std::vector<std::string> undecided;  ///< names of rules
  std::vector<std::string> overruled;
  std::map<std::string_view, Outcomes> outcomes;  ///< by fact
  std::optional<std::int64_t> length;             ///< that a password was asked to have
};

using Machines = std::map<std::pair<std::string, Date>, Machine>;

std::string_view rule_of(std::string_view id) {
  constexpr std::string_view before = "content_rule_";
  const auto at = id.find(before);
  return at == std::string_view::npos ? id : id.substr(at + before.size());
}

/// `oval-com.redhat.rhsa-def-20140675`, `oval:org.almalinux.alsa:def:20227967`: a maker's notice of an update.
std::optional<Outcome> update_of(std::string_view id) {
  constexpr std::pair<std::string_view, std::string_view> makers[] = {
      {"com.redhat.rhsa", "RHSA"}, {"com.oracle.elsa", "ELSA"}, {"org.almalinux.alsa", "ALSA"}};
  constexpr std::size_t size_of_def = 5;  // `:def:`
  constexpr std::size_t size_of_year = 4;
  for (const auto& [space, notice] : makers) {
    const auto at = id.find(space);
    if (at == std::string_view::npos || id.size() < at + space.size() + size_of_def + size_of_year) continue;
    const auto number = id.substr(at + space.size() + size_of_def);
    Outcome update;
    std::from_chars(number.data(), number.data() + size_of_year, update.year);
    update.name =
        kept(fmt::format("{}-{}:{}", notice, number.substr(0, size_of_year), number.substr(size_of_year)), 40);
    return update;
  }
  return std::nullopt;
}

/// The update that a result is about, if it is about one.
std::optional<Outcome> update_in(const XmlElement& result, const Outcome& outcome) {
  auto update = update_of(result.attribute("idref"));
  if (update) {
    update->severity = lower_case(kept(result.attribute("severity"), 20));
    if (update->severity.empty()) update->severity = "unknown";
  } else if (outcome.name == "security_patches_up_to_date") {  // its severity is that of the rule, not of the update
    const auto check = result.child("check");
    const auto content = check ? check->child("check-content-ref") : std::nullopt;
    if (content) update = update_of(content->attribute("name"));
    if (!update) update = outcome;
    update->severity = "not told";
  }
  if (update) update->word = outcome.word;
  return update;
}

void add(Machine& machine, const XmlElement& result) {
  const auto rule = rule_of(result.attribute("idref"));
  const auto overruled = result.child("override");  // what a person made of it afterwards is no result
  const auto old = overruled ? overruled->child("old-result") : std::nullopt;
  const auto found = old ? old : result.child("result");
  Outcome outcome;
  outcome.name = kept(rule, 80);
  outcome.word = found ? lower_case(kept(found->text(), 20)) : "unknown";
  if (outcome.word == "notselected") return;
  ++machine.asked;
  if (old) machine.overruled.push_back(outcome.name);
  if (outcome.word == "notapplicable") ++machine.not_applicable;
  if (outcome.is_undecided()) machine.undecided.push_back(outcome.name);
  if (auto update = update_in(result, outcome)) machine.outcomes[patches].push_back(std::move(*update));
  const auto row = std::ranges::find(table, rule, &Row::rule);
  if (row == std::end(table)) return;
  outcome.row = row;
  machine.outcomes[row->fact].push_back(std::move(outcome));
}

/// `a: pass, b: fail`
std::string list_of(const Outcomes& outcomes, bool (*is_listed)(const Outcome&)) {
  std::vector<std::string> names;
  for (const auto& one : outcomes)
    if (is_listed(one)) names.push_back(fmt::format("{}: {}", one.name, one.word));
  return first_few(names);
}

bool is_decided(const Outcome& one) { return one.is_pass() || one.is_fail(); }

/// Why no rule decided.
std::string why_not(const Machine& machine, const Outcomes& outcomes) {
  if (machine.asked == 0) return "the scan was asked for no rule";
  if (machine.not_applicable == machine.asked)
    return fmt::format("none of the {} rules of the scan is for this system", machine.asked);
  if (outcomes.empty()) return "no rule of the scan looks at it";
  return fmt::format("the scan did not decide it ({})", list_of(outcomes, [](const Outcome&) { return true; }));
}

/// What a machine shows of one fact: has it, has it not, or why nobody can tell.
struct Shown {
  std::optional<bool> has;
  std::string where;
  std::string because;
};

/// By the rows of the table.
Shown shown_of(const Machine& machine, const Outcomes& outcomes) {
  struct Thing {
    bool is_on = false;
    bool is_off = false;
    std::string open;  ///< what its rules leave open
  };
  std::map<std::string_view, Thing> things;
  Shown shown{{}, list_of(outcomes, is_decided), {}};
  for (const auto& one : outcomes) {
    auto& thing = things[one.row->thing];
    if (!is_decided(one)) continue;
    if (one.is_pass() ? one.row->pass_shows : one.row->fail_shows)
      (one.is_pass() ? thing.is_on : thing.is_off) = true;
    else
      thing.open = fmt::format("{} {}", one.name, one.row->because);
    if (one.word == "fixed") shown.because = "it was not so until this scan changed it";
  }
  for (auto& [name, thing] : things) {
    if (thing.is_on && thing.is_off) thing.open = fmt::format("the rules on {} contradict each other", name);
    if (thing.is_on && !thing.is_off) shown.has = true;
  }
  if (shown.has) return shown;
  shown.because.clear();
  for (const auto& [name, thing] : things)
    if (shown.because.empty() && !(thing.is_off && !thing.is_on)) shown.because = thing.open;
  if (!shown.because.empty()) return shown;
  if (std::ranges::any_of(things, [](const auto& thing) { return thing.second.is_off; }))
    shown.has = false;
  else
    shown.because = why_not(machine, outcomes);
  return shown;
}

/// Whether the whole year of a notice lies so many days back.
bool is_past(int year, int days, Date day) {
  using namespace std::chrono;
  return year != 0 && days_between(Date{std::chrono::year{year}, December, std::chrono::day{31}}, day) > days;
}

Shown updates_of(const Machine& machine, const Outcomes& updates) {
  constexpr int in_time = 14;  // days, as the fact asks
  constexpr int fresh = 31;    // days without a single notice of a maker: the list is old
  std::vector<std::string> late;
  std::vector<std::string> missing;
  std::vector<std::string> open;
  std::int64_t passed = 0;
  std::int64_t fixed = 0;
  std::int64_t minor = 0;  // missing, and rated low
  int newest = 0;
  for (const auto& one : updates) {
    newest = std::max(newest, one.year);
    if (one.is_pass()) ++passed;
    if (one.word == "fixed") ++fixed;
    if (one.is_undecided()) open.push_back(one.name);
    if (!one.is_fail()) continue;
    if (one.severity == "low" || one.severity == "info") {
      ++minor;
      continue;
    }
    missing.push_back(one.severity == "not told" ? one.name : fmt::format("{} ({})", one.name, one.severity));
    const bool is_urgent = one.severity != "medium" && one.severity != "not told";  // without a rating counts as urgent
    if (is_urgent && is_past(one.year, in_time, machine.day)) late.push_back(missing.back());
  }
  if (!late.empty())
    return {false, "missing: " + first_few(late), "by the year in its number the notice is older than 14 days"};
  if (!missing.empty())
    return {{},
            "missing: " + first_few(missing),
            "updates are missing; whether an urgent one of them is older than 14 days the result does not show"};
  if (!open.empty())
    return {{}, {}, fmt::format("{} could not be checked ({})", counted(std::ssize(open), "update"), first_few(open))};
  if (passed + minor == 0) return {{}, {}, why_not(machine, updates)};
  auto where = counted(passed, "update") + " installed or not needed";
  if (fixed > 0) where += fmt::format(", {} by this scan itself", fixed);
  if (minor > 0) where += fmt::format(", {} rated low missing", minor);
  if (is_past(newest, fresh, machine.day))
    return {{}, where, fmt::format("the list of updates ends in {}, and what came later is not known", newest)};
  return {true, where, "by the list of updates that the scan was given"};
}

void tell_password(Look& look, const Machine& machine, const Outcomes& outcomes) {
  if (outcomes.empty()) return;
  const auto where = list_of(outcomes, [](const Outcome&) { return true; });
  const bool is_kept = std::ranges::all_of(outcomes, &Outcome::is_pass);
  const bool is_short = std::ranges::any_of(outcomes, &Outcome::is_fail);
  if (is_kept && machine.length) {
    look.say(password, machine.name, *machine.length, where).note = "the rule asks for this length or more";
  } else if (is_short && machine.length) {
    look.say_unknown(password, machine.name,
                     fmt::format("shorter than {}, and the result does not show how short", *machine.length));
  } else {
    look.say_unknown(password, machine.name,
                     is_kept ? "the result does not show the length" : why_not(machine, outcomes));
  }
}

void tell(Look& look, const Machine& machine) {
  const auto of = [&](std::string_view fact) {
    const auto found = machine.outcomes.find(fact);
    return found == machine.outcomes.end() ? Outcomes{} : found->second;
  };
  const auto say = [&](std::string_view fact, const Shown& shown) {
    look.say_one(fact, machine.name, shown.has, shown.where, shown.because);
  };
  look.set_day(machine.day);
  say(firewall, shown_of(machine, of(firewall)));
  say(patches, updates_of(machine, of(patches)));
  for (const auto& [fact, outcomes] : machine.outcomes)
    if (fact != firewall && fact != patches && fact != password) say(fact, shown_of(machine, outcomes));
  tell_password(look, machine, of(password));
}

/// The results in a file, wherever its form keeps them.
std::vector<XmlElement> results_of(const XmlElement& root) {
  if (root.name() == "TestResult") return {root};
  if (root.name() == "Benchmark") return root.children("TestResult");
  std::vector<XmlElement> results;
  const auto reports = root.name() == "asset-report-collection" ? root.child("reports") : std::nullopt;
  if (!reports) return results;
  for (const auto& report : reports->children("report"))
    for (const auto& content : report.children("content"))
      for (const auto& result : content.children("TestResult")) results.push_back(result);
  return results;
}

void read_result(const XmlElement& result, Machines& machines, const ImportContext& context, Diagnostics& diagnostics) {
  const DayFound found{.stated = day_of_local_time(result.attribute("end-time"), context.latest), .newest = {}};
  const auto day = day_of_look(found, result.place(), context, diagnostics);
  if (!day) return;
  const auto target = result.child("target");
  auto name = target ? kept(target->text(), 80) : std::string{};
  const bool is_nameless = name.empty() || name.starts_with("localhost");
  if (name.empty()) name = "a computer without a name";
  const auto [at, is_new] = machines.try_emplace({name, *day});
  if (is_nameless && !is_new)
    return diagnostics.error(
        result.place(), "too-many-files",
        fmt::format("two results of {} are here, and they may be of two computers", in_backticks(name)),
        "import them one after another, each with its --part");
  auto& machine = at->second;
  machine.name = name;
  machine.day = *day;
  for (const auto& one : result.children("rule-result")) add(machine, one);
  for (const auto& setting : result.children("set-value")) {
    if (!setting.attribute("idref").ends_with("var_password_pam_minlen")) continue;
    const auto text = trimmed(setting.text());
    std::int64_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error == std::errc{} && end == text.data() + text.size() && length > 0)
      machine.length = std::min(length, machine.length.value_or(length));
  }
}

/// `1.3.7` of `cpe:/a:redhat:openscap:1.3.7`.
std::string_view version_of(std::string_view scanner) {
  constexpr std::string_view before = ":openscap:";
  const auto at = scanner.find(before);
  return at == std::string_view::npos ? std::string_view{} : scanner.substr(at + before.size());
}

}  // namespace

Brought import_openscap(Files files, const ImportContext& context, Diagnostics& diagnostics) {
  Machines machines;
  std::vector<std::string> versions;
  for (const auto& file : files) {
    const auto document = XmlDocument::read(file, diagnostics);
    if (!document) continue;
    const auto root = document->root();
    const bool is_xccdf = file.bytes.find("http://checklists.nist.gov/xccdf/1.") != std::string_view::npos;
    const auto results = is_xccdf ? results_of(root) : std::vector<XmlElement>{};
    if (results.empty())
      diagnostics.error(root.place(), "unknown-format", "this holds no result of an XCCDF scan",
                        "scan with `oscap xccdf eval --results FILE` or `--results-arf FILE`, and import that file");
    for (const auto& result : results) {
      read_result(result, machines, context, diagnostics);
      const auto version = kept(version_of(result.attribute("test-system")), 20);
      const bool is_told =
          version.empty() || versions.size() > 8 || std::ranges::find(versions, version) != versions.end();
      if (!is_told) versions.push_back(version);
    }
  }
  if (diagnostics.has_errors() || machines.empty()) return {};

  Look look{context, machines.begin()->second.day};
  std::vector<std::string> names;
  std::vector<std::string> undecided;
  std::vector<std::string> overruled;
  for (const auto& [key, machine] : machines) {
    tell(look, machine);
    if (names.empty() || names.back() != machine.name) names.push_back(machine.name);
    for (const auto& [rules, list] : {std::pair{&machine.undecided, &undecided}, {&machine.overruled, &overruled}})
      if (!rules->empty()) list->push_back(fmt::format("{}: {}", machine.name, first_few(*rules, 3)));
  }
  if (!undecided.empty()) look.not_seen(fmt::format("What the scan could not check ({}).", first_few(undecided, 3)));
  if (!overruled.empty())
    look.not_seen(
        fmt::format("What a person made of a result: what the scan found counts here ({}).", first_few(overruled, 3)));
  look.not_seen("If virus protection is on and up to date: the rules look at what is installed.");
  look.not_seen("How long records are kept, and if a thief could read a laptop: no rule shows that alone.");
  look.not_seen("Updates of what did not come with the system.");
  look.set_version(first_few(versions));
  look.set_scope(fmt::format("{}: {}", counted(std::ssize(names), "computer"), first_few(names)));
  return look.take();
}

}  // namespace candor
