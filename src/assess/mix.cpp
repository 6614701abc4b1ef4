#include "mix.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace candor {
namespace {

using Said = std::vector<const Statement*>;

bool is_told(const Statement& statement) { return statement.origin == Origin::Inventory; }

/// What the inventory itself tells, by fact, in its order.
std::map<FactId, Said> told_by_fact(const Inventory& inventory) {
  std::map<FactId, Said> facts;
  for (const Statement& statement : inventory.statements)
    if (is_told(statement)) facts[statement.fact].push_back(&statement);
  return facts;
}

bool has_parts(const Said& said) {
  return std::ranges::any_of(said, [](const Statement* statement) { return !statement->part.empty(); });
}

Said of_part(const Said& said, std::string_view part) {
  Said of;
  for (const Statement* statement : said)
    if (statement->part == part) of.push_back(statement);
  return of;
}

/// The least and the most that a share may be, each as a number of `of`.
struct Range {
  std::int64_t low = 0;
  std::int64_t high = 1;
  std::int64_t of = 1;
};

Range range_of(const Coverage& coverage) {
  switch (coverage.said) {
    case Coverage::Said::All: return {1, 1, 1};
    case Coverage::Said::None: return {0, 0, 1};
    case Coverage::Said::NotAll: return {0, 1, 1};
    case Coverage::Said::Counted: break;
  }
  return {coverage.has, coverage.has + coverage.unknown, std::max<std::int64_t>(coverage.of, 1)};
}

bool lies_within(const Coverage& inner, const Coverage& outer) {
  const Range in = range_of(inner);
  const Range out = range_of(outer);
  return in.low * out.of >= out.low * in.of && in.high * out.of <= out.high * in.of;
}

bool has_all(const Records& longer, const Records& shorter) {
  return std::ranges::all_of(shorter.items,
                             [&](const Record& item) { return std::ranges::count(longer.items, item) > 0; });
}

/// What was said before leaves room for what is said now, so that nothing need have changed.
bool leaves_room(const Value& before, const Value& now) {
  if (is_unknown(before) || is_unknown(now) || before == now) return true;
  const auto* counted = std::get_if<Coverage>(&before);
  const auto* counted_now = std::get_if<Coverage>(&now);
  if (counted && counted_now) return lies_within(*counted_now, *counted) || lies_within(*counted, *counted_now);
  const auto* records = std::get_if<Records>(&before);
  const auto* records_now = std::get_if<Records>(&now);
  if (records && records_now) return has_all(*records_now, *records);
  const auto* event = std::get_if<Event>(&before);
  const auto* event_now = std::get_if<Event>(&now);
  if (!event || !event_now || event->date != event_now->date) return false;
  const auto agree = [](const auto& a, const auto& b) { return !a || !b || a == b; };
  return agree(event->worked, event_now->worked) && agree(event->scope, event_now->scope) &&
         agree(event->took, event_now->took);
}

bool leaves_room(const Said& before, const Said& now) {
  return before.size() == now.size() && std::ranges::equal(before, now, [](const Statement* a, const Statement* b) {
           return leaves_room(a->value, b->value);
         });
}

/// Of one fact: what is told now, or, where nothing need have changed, what was told before.
Said without_news(const Said& before, const Said& now) {
  if (before.empty()) return {};   // only known now
  if (now.empty()) return before;  // known no more
  if (has_parts(before) != has_parts(now)) {
    const auto knew_nothing = [](const Statement* statement) { return is_unknown(statement->value); };
    return std::ranges::all_of(before, knew_nothing) ? before : now;
  }
  Said kept;
  std::set<std::string_view> done;
  for (const Statement* statement : now) {
    if (!done.insert(statement->part).second) continue;
    const Said old = of_part(before, statement->part);
    const Said fresh = of_part(now, statement->part);
    // A part that nobody had named is one we did not know of.
    const Said& taken = old.empty() || leaves_room(old, fresh) ? old : fresh;
    kept.insert(kept.end(), taken.begin(), taken.end());
  }
  return kept;
}

/// Puts statements before those that the inventory does not tell itself; its tools' looks keep theirs.
void replace_told(Inventory& inventory, const std::vector<Statement>& told, const Inventory& with_evidence) {
  const auto& all = with_evidence.statements;
  const auto was_told = static_cast<std::size_t>(std::ranges::count_if(all, is_told));
  inventory.statements = told;
  std::ranges::copy_if(all, std::back_inserter(inventory.statements), std::not_fn(is_told));
  inventory.tool_runs = with_evidence.tool_runs;
  for (ToolRun& run : inventory.tool_runs) {
    run.first = run.first - was_told + told.size();
    run.end = run.end - was_told + told.size();
  }
}

std::vector<Statement> told_of(const Inventory& inventory) {
  std::vector<Statement> told;
  std::ranges::copy_if(inventory.statements, std::back_inserter(told), is_told);
  return told;
}

}  // namespace

Inventory with_newer_evidence(const Inventory& before, const Inventory& after) {
  Inventory mixed = before;
  replace_told(mixed, told_of(before), after);
  return mixed;
}

Inventory without_new_knowledge(const Inventory& before, const Inventory& after) {
  Inventory mixed = after;
  auto old = told_by_fact(before);
  const auto now = told_by_fact(after);
  std::vector<Statement> told;
  for (const auto& [fact, said] : now)
    for (const Statement* statement : without_news(old[fact], said)) told.push_back(*statement);
  for (const auto& [fact, said] : old)
    if (!now.contains(fact))
      for (const Statement* statement : said) told.push_back(*statement);
  replace_told(mixed, told, after);

  std::erase_if(mixed.counts, [&](const auto& count) { return !before.counts.contains(count.first); });
  mixed.counts.insert(before.counts.begin(), before.counts.end());
  return mixed;
}

}  // namespace candor
