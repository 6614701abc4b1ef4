#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "candor/import/import.hpp"

namespace candor {

namespace {

/// The count that another one of the same fact and day can be added to.
Coverage* countable(std::vector<Statement>& statements, const Statement& statement) {
  const auto* count = std::get_if<Coverage>(&statement.value);
  if (count == nullptr || count->said != Coverage::Said::Counted) return nullptr;
  for (auto& other : statements) {
    if (other.fact != statement.fact || other.kind != statement.kind || other.date != statement.date) continue;
    auto* found = std::get_if<Coverage>(&other.value);
    if (found != nullptr && found->said == Coverage::Said::Counted) return found;
  }
  return nullptr;
}

void append(std::string& text, const std::string& more) {
  if (more.empty() || text == more) return;
  if (!text.empty()) text += "; ";
  text += more;
}

/// What is said of a part that no longer stands behind the statement.
std::string told_of(const std::string& part, const std::string& text) {
  return part.empty() || text.empty() ? text : part + ": " + text;
}

/// What is said of one fact, by all parts that become one.
struct Said {
  std::string part;  ///< the first of them
  Date oldest;
  bool is_of_several = false;
  bool is_known = false;               ///< of one of them at least
  std::set<std::string> with_event{};  ///< parts; events add up: none replaces another, and each keeps its day
};

std::map<FactId, Said> said_of(const std::vector<Statement>& statements) {
  std::map<FactId, Said> facts;
  for (const auto& statement : statements) {
    auto& said = facts.try_emplace(statement.fact, Said{statement.part, statement.date}).first->second;
    said.oldest = std::min(said.oldest, statement.date);
    said.is_of_several = said.is_of_several || said.part != statement.part;
    said.is_known = said.is_known || !is_unknown(statement.value);
    const auto* event = std::get_if<Event>(&statement.value);
    if (event != nullptr && event->date) said.with_event.insert(statement.part);
  }
  return facts;
}

}  // namespace

void place(Brought& brought, const PartSaid& said) {
  if (said.part.empty() && !said.is_whole) return;
  const auto facts = said_of(brought.statements);
  std::vector<Statement> placed;
  for (auto& statement : brought.statements) {
    const auto& fact = facts.at(statement.fact);
    if (fact.is_of_several && fact.with_event.empty())
      statement.date = fact.oldest;  // else the newest would replace what was seen of the others
    if (fact.is_of_several && fact.is_known && is_unknown(statement.value) &&
        !fact.with_event.contains(statement.part)) {
      placed.push_back(std::move(statement));
      continue;
    }
    statement.where = told_of(statement.part, statement.where.empty() ? "all of it" : statement.where);
    statement.note = told_of(statement.part, statement.note);
    statement.part = said.part;
    auto* sum = countable(placed, statement);
    if (sum == nullptr) {
      placed.push_back(std::move(statement));
      continue;
    }
    const auto& count = std::get<Coverage>(statement.value);
    sum->has += count.has;
    sum->of += count.of;
    sum->unknown += count.unknown;
    const auto into =
        std::ranges::find_if(placed, [&](const Statement& s) { return std::get_if<Coverage>(&s.value) == sum; });
    append(into->where, statement.where);
    append(into->note, statement.note);
  }
  brought.statements = std::move(placed);
}

}  // namespace candor
