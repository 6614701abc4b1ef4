#include <algorithm>
#include <iterator>
#include <map>
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

/// The day of all statements of a fact whose parts become one: else the newest of them would replace what was seen of
/// the others. Events add up, and keep their own.
void settle_days(std::vector<Statement>& statements) {
  struct Days {
    std::string part;
    Date oldest;
    bool is_of_several = false;
  };
  std::map<FactId, Days> facts;
  for (const auto& statement : statements) {
    auto& days = facts.try_emplace(statement.fact, Days{statement.part, statement.date}).first->second;
    days.oldest = std::min(days.oldest, statement.date);
    days.is_of_several = days.is_of_several || days.part != statement.part;
  }
  for (auto& statement : statements) {
    const auto& days = facts.at(statement.fact);
    if (days.is_of_several && !std::holds_alternative<Event>(statement.value)) statement.date = days.oldest;
  }
}

}  // namespace

void place(Brought& brought, const PartSaid& said) {
  if (said.part.empty() && !said.is_whole) return;
  settle_days(brought.statements);
  std::vector<Statement> placed;
  for (auto& statement : brought.statements) {
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
