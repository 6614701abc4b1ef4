#include "app/questionnaire.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/yaml_text.hpp"

namespace candor::app {

namespace {

constexpr std::size_t comment_width = 110;

/// The facts that the verdict rests on.
std::set<FactId> facts_of_gates(const Profile& profile) {
  std::set<FactId> facts;
  for (const auto& control : profile.controls)
    if (control.minimum)
      for (const auto fact : facts_of(control.floor)) facts.insert(fact);
  return facts;
}

/// Comment lines of a bounded width; the first starts with a label, the others are indented.
std::string comment(std::string_view label, std::string_view text) {
  std::string lines;
  std::string line = fmt::format("  # {}", label);
  const std::string indent = fmt::format("  # {}", std::string(label.size(), ' '));
  bool is_first_word = true;
  while (!text.empty()) {
    const auto space = std::min(text.find(' '), text.size());
    const auto word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (!is_first_word && line.size() + 1 + word.size() > comment_width) {
      lines += line + "\n";
      line = indent;
      is_first_word = true;
    }
    if (!is_first_word) line += ' ';
    line += word;
    is_first_word = false;
  }
  return lines + line + "\n";
}

std::string question(const Fact& fact, bool is_gate) {
  std::string lines = comment("", fact.question);
  if (is_gate)
    lines += comment("The minimum asks for this. Good: ", fact.good);
  else
    lines += comment("Good: ", fact.good);
  for (const auto& look : fact.look) lines += comment("Look: ", look);
  if (!fact.choices.empty()) lines += comment("One of: ", fmt::format("{}", fmt::join(fact.choices, ", ")));
  if (!fact.scopes.empty()) lines += comment("Scope, one of: ", fmt::format("{}", fmt::join(fact.scopes, ", ")));
  return lines + fmt::format("  #{}: {}\n", fact.address, fact.example);
}

/// The questions of one place, what gates rest on first.
std::string group(const Group& place, const Catalog& catalog, const std::set<FactId>& gates) {
  std::string first;
  std::string rest;
  for (FactId id = 0; id < catalog.facts.size(); ++id) {
    const auto& fact = catalog.facts[id];
    if (fact.group != place.key) continue;
    const bool is_gate = gates.contains(id);
    (is_gate ? first : rest) += "\n" + question(fact, is_gate);
  }
  if (first.empty() && rest.empty()) return {};
  return fmt::format("\n  # ==== {} ====\n", place.title) + first + rest;
}

std::string quantities(std::string_view key, const std::vector<Quantity>& all, std::string_view example) {
  std::string lines = fmt::format("{}:\n", key);
  for (const auto& quantity : all) {
    lines += comment("", quantity.question);
    lines += fmt::format("  #{}: {}\n", quantity.key, example);
  }
  return lines;
}

std::string head(const NewClient& client) {
  std::string line = fmt::format("client: {{name: {}", yaml_text(client.name));
  if (!client.sector.empty()) line += fmt::format(", sector: {}", yaml_text(client.sector));
  if (!client.country.empty()) line += fmt::format(", country: {}", yaml_text(client.country));
  if (!client.currency.empty()) line += fmt::format(", currency: {}", yaml_text(client.currency));
  return fmt::format(
      "# What is known about {0}. Each question below is followed by an answer as an example: take away the # in\n"
      "# front of it, and write what is true here. A question left alone counts as not known, and so does\n"
      "# `unknown`, which says that you asked. Nothing here is sent anywhere.\n"
      "#\n"
      "# An answer may be a list of parts, one a site, a service or a kind of device:\n"
      "#   mfa.cloud_accounts: [{{part: Microsoft 365, is: 38 of 42}}, {{part: Booking system, is: 0 of 3 (3 "
      "unknown)}}]\n"
      "# and may say who told you, when, and who runs it: {{is: 38 of 42, told_by: byrne, date: 2026-11-12, run_by: "
      "us}}\n"
      "# The manual page candor-inventory(5) has the rest.\n"
      "candor: 1\n"
      "{1}}}\n"
      "assessed: {{date: {2}, by: {3}}}   # the day you looked, and who you are\n"
      "parties:\n"
      "  us: {{kind: provider, name: {4}}}\n"
      "  # Who decides, who knows, and who else runs something here.\n"
      "  #byrne: {{kind: client, name: M. Byrne, role: owner, phone: \"+353 1 555 0100\"}}\n"
      "  #soft: {{kind: third_party, name: Practice software supplier, does: server and nightly copy}}\n",
      client.name, line, to_iso(client.date), yaml_text(client.by), yaml_text(client.us));
}

/// What stands beside the facts, each as one line that can be used.
std::string tail(Date today) {
  const auto day = to_iso(today);
  const auto later = to_iso(plus_months(today, 1));
  return fmt::format(
      "\n"
      "# What proves an answer: `candor prove CLIENT FACT FILE` writes such an entry.\n"
      "#proof: [{{for: inventory.reviewed, shows: {0}, kind: seen, date: {0}, by: D. Keane, where: walked every "
      "room}}]\n"
      "# What you could not find out, why, who will, and by when.\n"
      "# Because, one of: not_looked, no_access, no_answer, not_recorded, refused\n"
      "#open: [{{for: backup.restored, because: not_looked, who: us, by: {1}}}]\n"
      "# What you offered to do and nobody has answered yet.\n"
      "#offered: [{{control: mfa.cloud, what: second check for everyone, who: us, takes: 10 minutes each,"
      " price: included, date: {0}}}]\n"
      "# What was agreed: who does it by when.\n"
      "#agreed: [{{control: backup.tested, what: restore the whole server once, who: us, by: {1}, once: 450,"
      " date: {0}}}]\n"
      "# What the client decided not to do. Cause, one of: price, awareness, both, supplier, other\n"
      "#declined: [{{control: mfa.remote, cause: price, date: {0}, by: M. Byrne, explained_by: D. Keane,"
      " offered: second check for 9 people, price: 540, per: year, instead: nothing}}]\n"
      "# The first hour of a bad day, for `candor card`: who decides and whom to call, as keys under `parties` in\n"
      "# their order, who insures it (`nobody` when nobody does), and where the printed page lies.\n"
      "#incident: {{calls: [us], insurer: unknown, kept: the drawer at reception}}\n"
      "# What does not apply here, with the reason.\n"
      "#not_applicable: [{{control: macros.autorun, because: no office software that can run macros, by: D. Keane,"
      " date: {0}}}]\n",
      day, later);
}

}  // namespace

std::string questionnaire(const NewClient& client, const Catalog& catalog, const Profile& profile) {
  const auto gates = facts_of_gates(profile);
  std::string text = head(client);
  text += "\n# How many of each there are; coverages are held against these numbers.\n";
  text += quantities("counts", catalog.counts, "42");
  text += "\n# What only the owner knows.\n";
  text += quantities("figures", catalog.figures, "12000");
  text += "\n# What you are told, place by place. What you see yourself goes under `proof`.\nfacts:\n";
  for (const auto& place : catalog.groups) text += group(place, catalog, gates);
  return text + tail(client.date);
}

}  // namespace candor::app
