#include "part.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "age.hpp"
#include "predicate.hpp"

namespace candor {
namespace {

/// A proof proves only the records it shows: one that rests on a weaker word alone leaves the list unproved.
bool shows_all_records(const Case& in, const Control& control, const PartStatements& part) {
  const auto proves_none = [&](std::size_t i) { return !proves(in.inventory.statements[i], control, in.as_of); };
  if (std::ranges::none_of(part.standing, proves_none)) return true;
  std::unordered_set<std::string> shown;
  const auto each = [&](bool proving, const auto& visit) {
    for (const auto i : part.standing) {
      const auto& statement = in.inventory.statements[i];
      const auto* records = std::get_if<Records>(&statement.value);
      if (records == nullptr || proves(statement, control, in.as_of) != proving) continue;
      for (const auto& record : records->items) visit(key_of(record, in.catalog.facts[statement.fact]));
    }
  };
  bool all = true;
  each(true, [&](std::string key) { shown.insert(std::move(key)); });
  each(false, [&](const std::string& key) { all = all && shown.contains(key); });
  return all;
}

}  // namespace

std::string key_of(const Record& record, const Fact& fact) { return to_text(Value{Records{{record}}}, fact); }

Interval check_part(const Case& in, const Control& control, const Condition& condition, const PartStatements& part) {
  const auto& fact = in.catalog.facts[condition.fact];
  Interval worst{whole, whole, 0};
  bool is_proved = false;
  for (const auto i : part.standing) {
    const auto& statement = in.inventory.statements[i];
    auto result = judge(condition, fact, statement.value, statement.date, in.as_of);
    if (is_aged(statement, control, in.as_of)) result.low = 0;
    worst.low = std::min(worst.low, result.low);
    worst.high = std::min(worst.high, result.high);
    is_proved = is_proved || (!is_unknown(statement.value) && proves(statement, control, in.as_of));
  }
  if (part.standing.empty()) worst.low = 0;  // named, but what was said of it lies in the future
  if (is_proved && shows_all_records(in, control, part)) worst.proved = worst.low;
  return worst;
}

}  // namespace candor
