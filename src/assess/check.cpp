#include "check.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "age.hpp"
#include "coverage.hpp"
#include "part.hpp"
#include "predicate.hpp"

namespace candor {
namespace {

/// A smaller event says nothing about the one asked for, unless it failed or there is no other.
bool bears_on(const Condition& condition, const Event& event) {
  return !condition.scope || !event.scope || *event.scope >= *condition.scope || event.worked == false;
}

/// The latest of some events on one condition. Several tellings of one day are one event: what
/// one leaves open another may say, and a failure told by anyone counts.
/// `counts` says which tellings are fresh enough for their good news.
template <typename Counts>
Interval latest_event(const Case& in, const Condition& condition, std::vector<std::size_t> tellings,
                      const Counts& counts) {
  const auto& fact = in.catalog.facts[condition.fact];
  const auto event = [&](std::size_t i) -> const Event* {
    return std::get_if<Event>(&in.inventory.statements[i].value);
  };
  const auto dated = [&](std::size_t i) { return event(i) != nullptr && event(i)->date; };

  const bool someone_said = std::ranges::any_of(tellings, [&](std::size_t i) { return event(i) != nullptr; });
  std::erase_if(tellings, [&](std::size_t i) { return !dated(i); });
  if (tellings.empty()) return someone_said ? Interval{0, 0, 0} : Interval{0, whole, 0};
  if (std::ranges::any_of(tellings, [&](std::size_t i) { return bears_on(condition, *event(i)); }))
    std::erase_if(tellings, [&](std::size_t i) { return !bears_on(condition, *event(i)); });

  const auto day =
      *event(*std::ranges::max_element(tellings, {}, [&](std::size_t i) { return *event(i)->date; }))->date;
  Interval result{0, whole, 0};
  for (const auto i : tellings) {
    if (*event(i)->date != day) continue;
    auto told = judge(condition, fact, *event(i), in.inventory.statements[i].date, in.as_of);
    if (!counts(in.inventory.statements[i])) told.low = 0;
    result = {std::max(result.low, told.low), std::min(result.high, told.high), 0};
  }
  result.low = std::min(result.low, result.high);
  return result;
}

Interval check_event_part(const Case& in, const Control& control, const Condition& condition,
                          const PartStatements& part) {
  auto result =
      latest_event(in, condition, part.standing, [&](const Statement& s) { return !is_aged(s, control, in.as_of); });
  // The latest of those strong enough is chosen before age is asked, so that a proof which ages
  // away never uncovers an older one.
  std::vector<std::size_t> strong;
  for (const auto i : part.standing)
    if (in.inventory.statements[i].kind >= control.proof.kind) strong.push_back(i);
  if (strong.empty()) return result;
  const auto shown =
      latest_event(in, condition, strong, [&](const Statement& s) { return proves(s, control, in.as_of); });
  result.proved = std::min(result.low, shown.low);
  return result;
}

}  // namespace

void sort_records(const Case& in, Check& check) {
  if (check.condition->test != Condition::Test::Every) return;
  std::unordered_set<std::string> seen;
  for (const auto& part : check.parts) {
    for (const auto i : part.statements) {
      const auto& statement = in.inventory.statements[i];
      const auto* records = std::get_if<Records>(&statement.value);
      if (records == nullptr) continue;
      for (const auto& record : records->items) {
        if (!seen.insert(key_of(record, in.catalog.facts[check.fact])).second) continue;
        const auto result = judge(check.condition->children, record, statement.date, in.as_of);
        if (result.high == 0)
          check.short_records.push_back(check.records.size());
        else if (result.low == 0)
          check.unclear_records.push_back(check.records.size());
        check.records.push_back(record);
      }
    }
  }
}

namespace {

void check_worst_part(const Case& in, const Control& control, Check& check) {
  const auto& said = in.standing.of(check.fact);
  const auto type = in.catalog.facts[check.fact].type;
  if (said.parts.empty()) return;  // nobody said anything: 0..whole

  check.interval = {whole, whole, whole};
  check.parts.reserve(said.parts.size());
  bool has_parts = false;
  bool whole_is_known = false;
  for (const auto& part : said.parts) {
    const auto result = type == Type::Event ? check_event_part(in, control, *check.condition, part)
                                            : check_part(in, control, *check.condition, part);
    const bool named_only = in.names_only(part);
    if (part.part.empty())
      whole_is_known = !named_only;
    else
      has_parts = true;
    check.interval = worse(check.interval, result);
    check.parts.push_back({std::string{part.part}, result, {}, part.standing, named_only});
  }
  check.rest_unknown = has_parts && !said.listed && !whole_is_known;
  if (check.rest_unknown) check.interval.low = check.interval.proved = 0;
}

}  // namespace

Check check_condition(const Case& in, const Control& control, const Condition& condition) {
  Check check;
  check.fact = condition.fact;
  check.condition = &condition;
  if (in.catalog.facts[condition.fact].type == Type::Coverage)
    check_coverage(in, control, check);
  else
    check_worst_part(in, control, check);
  return check;
}

}  // namespace candor
