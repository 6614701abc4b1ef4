#include "condition.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "words.hpp"

namespace candor::wording {
namespace {

using Test = Condition::Test;

/// A wanted answer as one writes it.
std::string answer(const Value& value, const Condition& condition, const Catalog& catalog) {
  const Fact& fact = catalog.facts[condition.fact];
  const auto* choice = std::get_if<Choice>(&value);
  if (condition.in_record && choice) return fact.fields[condition.field].choices[choice->index];
  return to_text(value, fact);
}

std::string one_of(const Condition& condition, const Catalog& catalog) {
  std::string text;
  for (std::size_t i = 0; i < condition.wanted.size(); ++i) {
    if (i > 0) text += i + 1 == condition.wanted.size() ? " or " : ", ";
    text += answer(condition.wanted[i], condition, catalog);
  }
  return text;
}

std::string within(const Condition& condition, const Catalog& catalog) {
  auto text = "within " + to_text(condition.span);
  if (condition.scope) text += ", at least " + catalog.facts[condition.fact].scopes[*condition.scope];
  return text;
}

/// `2.17.1 or later, or 2.12.4 or later of the 2.12 line`
std::string fixed(const Condition& condition) {
  std::string text;
  for (const auto& version : condition.fixed) {
    if (text.empty())
      text = version.written + " or later";
    else
      text += fmt::format(", or {} or later of the {}.{} line", version.written, version.number(0), version.number(1));
  }
  return text;
}

/// Conditions of a group: `(a) …; (b) …`, so that groups in groups stay clear.
std::string lettered(const std::vector<Condition>& children, const Catalog& catalog) {
  if (children.size() == 1) return condition(children.front(), catalog);
  std::string text;
  for (std::size_t i = 0; i < children.size(); ++i)
    text += fmt::format("{}({}) {}", i == 0 ? "" : "; ", i < 26 ? std::string(1, static_cast<char>('a' + i)) : number(static_cast<std::int64_t>(i + 1)),
                        condition(children[i], catalog));
  return text;
}

void collect(const std::vector<Condition>& conditions, std::vector<FactId>& facts) {
  for (const auto& one : conditions) {
    const bool is_group = one.test == Test::All || one.test == Test::Any;
    if (is_group)
      collect(one.children, facts);
    else if (std::ranges::find(facts, one.fact) == facts.end())
      facts.push_back(one.fact);
  }
}

}  // namespace

std::string asked(const Condition& condition, const Catalog& catalog) {
  switch (condition.test) {
    case Test::All: return "all of: " + lettered(condition.children, catalog);
    case Test::Any: return "one of: " + lettered(condition.children, catalog);
    case Test::Is:
    case Test::OneOf: return one_of(condition, catalog);
    case Test::AtLeast: return "at least " + answer(condition.wanted.front(), condition, catalog);
    case Test::AtMost: return "at most " + answer(condition.wanted.front(), condition, catalog);
    case Test::Everyone: return "all of them";
    case Test::Within: return within(condition, catalog);
    case Test::SeenWithin: return fmt::format("at most {} before the day it was looked at", to_text(condition.span));
    case Test::NotPassed: return "not passed";
    case Test::Given: return "somebody is named";
    case Test::Every: return "every item: " + lettered(condition.children, catalog);
    case Test::Fixed: return fixed(condition);
  }
  std::abort();  // a value that is no enumerator
}

std::string condition(const Condition& condition, const Catalog& catalog) {
  if (condition.test == Test::All || condition.test == Test::Any) return asked(condition, catalog);
  const Fact& fact = catalog.facts[condition.fact];
  const std::string& subject = condition.in_record ? fact.fields[condition.field].name : fact.address;
  return fmt::format("{}{} {}", subject, condition.in_record ? "" : ":", asked(condition, catalog));
}

std::vector<std::string> conditions(const std::vector<Condition>& conditions, const Catalog& catalog) {
  std::vector<std::string> lines;
  for (const auto& one : conditions) lines.push_back(condition(one, catalog));
  return lines;
}

std::vector<FactId> facts_of(const std::vector<Condition>& conditions) {
  std::vector<FactId> facts;
  collect(conditions, facts);
  return facts;
}

}  // namespace candor::wording
