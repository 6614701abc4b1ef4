#include <algorithm>
#include <iterator>
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

/// True where some other statement says something of the fact: an unknown one on its part would be dropped beside it.
bool is_known_elsewhere(const std::vector<Statement>& statements, const Statement& statement) {
  return std::ranges::any_of(statements, [&](const Statement& other) {
    return other.fact == statement.fact && !is_unknown(other.value);
  });
}

}  // namespace

void place(Brought& brought, const PartSaid& said) {
  if (said.part.empty() && !said.is_whole) return;
  std::vector<Statement> placed;
  const auto all = brought.statements;
  for (auto& statement : brought.statements) {
    if (is_unknown(statement.value) && !statement.part.empty() && is_known_elsewhere(all, statement)) {
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
