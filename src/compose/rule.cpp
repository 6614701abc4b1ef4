#include "rule.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "condition.hpp"
#include "standard.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// How an answer of this type is written.
std::string answers(const Fact& fact) {
  switch (fact.type) {
    case Type::Coverage: return "38 of 42, 30 of 42 (11 unknown), all, none or unknown";
    case Type::YesNo: return "yes, no or unknown";
    case Type::Date: return "2026-11-09 or unknown";
    case Type::Event: return "a date, {date, worked, scope, took}, never or unknown";
    case Type::Duration: return "6 months, 1 day, same day, never or unknown";
    case Type::Number: return "a whole number or unknown";
    case Type::Choice: return joined(fact.choices) + (fact.ordered ? ", worst first; or unknown" : "; or unknown");
    case Type::Text: return "a name, nobody or unknown";
    case Type::Version: return "2.17.1 or unknown";
    case Type::Records: return "a list of records, none or unknown";
  }
  std::abort();  // a value that is no enumerator
}

std::string field(const Field& field) {
  auto text = fmt::format("{} ({}{})", field.name, name(field.type), field.required ? ", always written" : "");
  if (!field.choices.empty()) text += ": " + joined(field.choices);
  if (field.assumed) text += fmt::format("; {} where it is left out", field.choices[*field.assumed]);
  return text;
}

std::string counts(const Catalog& catalog, const Fact& fact) {
  std::vector<std::string> nouns;
  for (const auto& key : fact.of)
    if (const auto found = std::ranges::find(catalog.counts, key, &Quantity::key); found != catalog.counts.end())
      nouns.push_back(found->noun);
  return joined(nouns);
}

std::string group_title(const Catalog& catalog, const Fact& fact) {
  const auto found = std::ranges::find(catalog.groups, fact.group, &Group::key);
  return found == catalog.groups.end() ? std::string{} : found->title;
}

std::string users(const Profile& profile, FactId fact) {
  std::vector<std::string> ids;
  for (const auto& control : profile.controls) {
    const auto facts = facts_of(control.floor);
    const auto beyond = facts_of(control.stretch);
    if (std::ranges::find(facts, fact) != facts.end())
      ids.push_back(control.id);
    else if (std::ranges::find(beyond, fact) != beyond.end())
      ids.push_back(control.id + " (beyond the minimum)");
  }
  return ids.empty() ? "no control of this profile" : joined(ids);
}

}  // namespace

Blocks describe_control(const Profile& profile, const Catalog& catalog, const Control& control) {
  Pairs rows{{"Name", control.title},
             {"Technical", control.technical},
             {"Standing", gate(control)},
             {"Weight", weight(control)},
             {"Proof", proof_rule(control.proof)},
             {"Fresh", fmt::format("good answers count for {}", to_text(control.fresh))},
             {"Acts", fmt::format("{}, effort {} (our judgement)", actor(control), name(control.effort))}};
  if (const auto feared = harms(profile, control); !feared.empty())
    rows.emplace_back("Harms", feared + " (our judgement)");
  if (control.origin != profile.id) rows.emplace_back("From", control.origin);
  std::erase_if(rows, [](const auto& row) { return row.second.empty(); });
  Blocks blocks{Rows{std::move(rows)}};
  if (!control.words.what.empty()) blocks.emplace_back(Paragraph{control.words.what});
  blocks.emplace_back(Heading{2, "Floor: all of this must hold"});
  blocks.emplace_back(Bullets{conditions(control.floor, catalog)});
  if (!control.stretch.empty()) {
    blocks.emplace_back(Heading{2, "Beyond the minimum, never scored"});
    blocks.emplace_back(Bullets{conditions(control.stretch, catalog)});
  }
  blocks.emplace_back(Heading{2, "Who asks for it"});
  if (control.required_by.empty())
    blocks.emplace_back(Paragraph{"No public baseline: this rule is ours."});
  else
    blocks.emplace_back(Bullets{clauses(profile, control)});
  return blocks;
}

Blocks describe_fact(const Profile& profile, const Catalog& catalog, FactId id) {
  const Fact& fact = catalog.facts[id];
  Pairs rows{{"Question", fact.question},
             {"Good answer", fact.good},
             {"Type", std::string{name(fact.type)}},
             {"Written as", answers(fact)}};
  if (!fact.example.empty()) rows.emplace_back("Example", fact.example);
  if (!fact.of.empty()) rows.emplace_back("Out of", counts(catalog, fact));
  if (!fact.scopes.empty()) rows.emplace_back("Scopes", joined(fact.scopes) + ", smallest first");
  for (const auto& one : fact.fields) rows.emplace_back("Field", field(one));
  if (const auto title = group_title(catalog, fact); !title.empty()) rows.emplace_back("Asked with", title);
  rows.emplace_back("Used by", users(profile, id));
  Blocks blocks{Rows{std::move(rows)}};
  if (!fact.look.empty()) {
    blocks.emplace_back(Heading{2, "Where to look"});
    blocks.emplace_back(Bullets{fact.look});
  }
  return blocks;
}

}  // namespace candor
