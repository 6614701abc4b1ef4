#include "condition.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

namespace candor::wording {
namespace {

using Test = Condition::Test;

/// Writes conditions; those inside `every` are about the fields of one fact's records.
struct Writer {
  const Catalog& catalog;
  const Fact* records = nullptr;

  [[nodiscard]] const Fact& fact(const Condition& condition) const {
    return records ? *records : catalog.facts[condition.fact];
  }

  /// A wanted answer as one writes it.
  [[nodiscard]] std::string answer(const Value& value, const Condition& condition) const {
    const auto* choice = std::get_if<Choice>(&value);
    if (records && choice) return records->fields[condition.field].choices[choice->index];
    return to_text(value, fact(condition));
  }

  [[nodiscard]] std::string one_of(const Condition& condition) const {
    std::string text;
    for (std::size_t i = 0; i < condition.wanted.size(); ++i) {
      if (i > 0) text += i + 1 == condition.wanted.size() ? " or " : ", ";
      text += answer(condition.wanted[i], condition);
    }
    return text;
  }

  [[nodiscard]] std::string within(const Condition& condition) const {
    auto text = "within " + to_text(condition.span);
    if (condition.scope) text += ", at least " + fact(condition).scopes[*condition.scope];
    return text;
  }

  /// `2.17.1 or later, or 2.12.4 or later of the 2.12 line`
  [[nodiscard]] static std::string fixed(const Condition& condition) {
    std::string text;
    for (const auto& version : condition.fixed) {
      if (text.empty())
        text = version.written + " or later";
      else
        text +=
            fmt::format(", or {} or later of the {}.{} line", version.written, version.number(0), version.number(1));
    }
    return text;
  }

  /// Conditions of a group: `(a) …; (b) …`, so that groups in groups stay clear.
  [[nodiscard]] std::string lettered(const std::vector<Condition>& children) const {
    if (children.size() == 1) return write(children.front());
    std::string text;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const auto mark = i < 26 ? std::string(1, static_cast<char>('a' + i)) : fmt::to_string(i + 1);
      text += fmt::format("{}({}) {}", i == 0 ? "" : "; ", mark, write(children[i]));
    }
    return text;
  }

  [[nodiscard]] std::string asked(const Condition& condition) const {
    switch (condition.test) {
      case Test::All: return "all of: " + lettered(condition.children);
      case Test::Any: return "one of: " + lettered(condition.children);
      case Test::Is:
      case Test::OneOf: return one_of(condition);
      case Test::AtLeast: return "at least " + answer(condition.wanted.front(), condition);
      case Test::AtMost: return "at most " + answer(condition.wanted.front(), condition);
      case Test::Everyone: return "all of them";
      case Test::Within: return within(condition);
      case Test::SeenWithin: return fmt::format("at most {} before the day it was looked at", to_text(condition.span));
      case Test::NotPassed: return "not passed";
      case Test::Given: return "somebody is named";
      case Test::Every:
        return "every item: " + Writer{catalog, &catalog.facts[condition.fact]}.lettered(condition.children);
      case Test::Fixed: return fixed(condition);
    }
    std::abort();  // a value that is no enumerator
  }

  [[nodiscard]] std::string write(const Condition& condition) const {
    if (condition.test == Test::All || condition.test == Test::Any) return asked(condition);
    if (records) return fmt::format("{} {}", records->fields[condition.field].name, asked(condition));
    return fmt::format("{}: {}", fact(condition).address, asked(condition));
  }
};

}  // namespace

std::string asked(const Condition& condition, const Catalog& catalog) { return Writer{catalog}.asked(condition); }

std::string condition(const Condition& condition, const Catalog& catalog) { return Writer{catalog}.write(condition); }

std::vector<std::string> conditions(const std::vector<Condition>& conditions, const Catalog& catalog) {
  std::vector<std::string> lines;
  for (const auto& one : conditions) lines.push_back(condition(one, catalog));
  return lines;
}

}  // namespace candor::wording
