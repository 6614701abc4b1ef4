#include "mix.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace candor {
namespace {

using Said = std::vector<const Statement*>;

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

std::map<std::string_view, Said> by_part(const Said& said) {
  std::map<std::string_view, Said> parts;
  for (const Statement* statement : said) parts[statement->part].push_back(statement);
  return parts;
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

/// Where both were counted: a firm that grew is another one, though its share may be the same.
bool are_of_one_size(const Coverage& a, const Coverage& b) { return a.of == 0 || b.of == 0 || a.of == b.of; }

bool has_all(const Records& longer, const Records& shorter) {
  return std::ranges::all_of(shorter.items,
                             [&](const Record& item) { return std::ranges::count(longer.items, item) > 0; });
}

/// What was said before leaves room for what is said now, so that nothing need have changed.
bool leaves_room(const Value& before, const Value& now) {
  if (is_unknown(before) || is_unknown(now) || before == now) return true;
  const auto* counted = std::get_if<Coverage>(&before);
  const auto* counted_now = std::get_if<Coverage>(&now);
  if (counted && counted_now)
    return are_of_one_size(*counted, *counted_now) &&
           (lies_within(*counted_now, *counted) || lies_within(*counted, *counted_now));
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

std::set<std::string_view> parts_of(const Said& said) {
  std::set<std::string_view> parts;
  for (const Statement* statement : said) parts.insert(statement->part);
  return parts;
}

bool includes(const std::set<std::string_view>& all, const std::set<std::string_view>& some) {
  return std::ranges::includes(all, some);
}

/// Of one fact: what is told now, or, where nothing need have changed, what was told before.
Said without_news(const Said& before, const Said& now) {
  if (before.empty()) return {};   // only known now
  if (now.empty()) return before;  // known no more
  const auto parts_before = parts_of(before);
  const auto parts_now = parts_of(now);
  const bool are_renamed = !includes(parts_now, parts_before) && !includes(parts_before, parts_now);
  if (are_renamed || has_parts(before) != has_parts(now)) {
    const auto knew_nothing = [](const Statement* statement) { return is_unknown(statement->value); };
    return std::ranges::all_of(before, knew_nothing) ? before : now;
  }
  Said kept;
  auto old = by_part(before);
  for (const auto& [part, fresh] : by_part(now)) {
    // A part that nobody had named is one we did not know of.
    const Said& told = old[part];
    const Said& taken = told.empty() || leaves_room(told, fresh) ? told : fresh;
    kept.insert(kept.end(), taken.begin(), taken.end());
  }
  return kept;
}

using Topic = std::pair<FactId, std::string>;  // owned: statements move while they are looked up

/// What is told of, fact by fact and part by part.
std::set<Topic> topics_of(const std::vector<Statement>& statements) {
  std::set<Topic> topics;
  for (const Statement& statement : statements)
    if (is_told(statement)) topics.emplace(statement.fact, statement.part);
  return topics;
}

bool is_at(const std::set<Topic>& topics, const Statement& statement) {
  return topics.contains(Topic{statement.fact, statement.part});
}

/// Equal for statements that say the same, and seldom for others: a hostile file may tell one part very often.
std::size_t digest_of(const Statement& statement) {
  std::size_t digest = statement.fact;
  const auto add = [&](std::size_t more) { digest = digest * 1'000'003u + more; };
  for (const auto* text : {&statement.part, &statement.by, &statement.told_by, &statement.sha256})
    add(std::hash<std::string>{}(*text));
  add(static_cast<std::size_t>(statement.kind));
  add(std::hash<std::string>{}(to_iso(statement.date)));
  if (const auto* coverage = std::get_if<Coverage>(&statement.value))
    for (const auto count : {coverage->has, coverage->of, coverage->unknown}) add(static_cast<std::size_t>(count));
  if (const auto* number = std::get_if<std::int64_t>(&statement.value)) add(static_cast<std::size_t>(*number));
  if (const auto* text = std::get_if<Text>(&statement.value)) add(std::hash<std::string>{}(text->text));
  if (const auto* event = std::get_if<Event>(&statement.value); event != nullptr && event->date)
    add(std::hash<std::string>{}(to_iso(*event->date)));
  return digest;
}

}  // namespace

bool says_the_same(const Statement& a, const Statement& b) {
  return a.fact == b.fact && a.part == b.part && a.value == b.value && a.kind == b.kind && a.origin == b.origin &&
         a.date == b.date && a.by == b.by && a.told_by == b.told_by && a.sha256 == b.sha256;
}

Sayings::Sayings(const Inventory& inventory) : inventory_(&inventory) {
  for (std::size_t i = 0; i < inventory.statements.size(); ++i) {
    const auto& statement = inventory.statements[i];
    statements_[statement.fact][statement.part].push_back(i);
    by_digest_[digest_of(statement)].push_back(i);
  }
}

std::optional<std::size_t> Sayings::index_of(const Statement& statement) const {
  const auto alike = by_digest_.find(digest_of(statement));
  if (alike == by_digest_.end()) return std::nullopt;
  for (const auto i : alike->second)
    if (says_the_same(inventory_->statements[i], statement)) return i;
  return std::nullopt;
}

std::vector<std::size_t> Sayings::told_of(FactId fact, std::string_view part) const {
  std::vector<std::size_t> told;
  const auto of_fact = statements_.find(fact);
  if (of_fact == statements_.end()) return told;
  const auto of_part = of_fact->second.find(part);
  if (of_part == of_fact->second.end()) return told;
  std::ranges::copy_if(of_part->second, std::back_inserter(told),
                       [&](std::size_t i) { return is_told(inventory_->statements[i]); });
  return told;
}

std::vector<std::string_view> Sayings::parts_told_of(FactId fact) const {
  std::vector<std::pair<std::size_t, std::string_view>> found;
  if (const auto of_fact = statements_.find(fact); of_fact != statements_.end())
    for (const auto& [part, indexes] : of_fact->second)
      if (const auto told = told_of(fact, part); !told.empty()) found.emplace_back(told.front(), part);
  std::ranges::sort(found);
  std::vector<std::string_view> parts;
  for (const auto& [first, part] : found) parts.push_back(part);
  return parts;
}

/// Proof goes with what it is about: of a part that only one side tells of it comes and goes with that part.
Inventory with_newer_evidence(const Inventory& before, const Inventory& after) {
  const auto told_before = topics_of(before.statements);
  const auto told_now = topics_of(after.statements);
  const Sayings said_before{before};
  const Sayings said_now{after};
  Inventory mixed = before;
  mixed.tool_runs.clear();  // they point into other statements, and nobody reads them here
  std::erase_if(mixed.statements, [&](const Statement& statement) {
    const bool goes_later = is_at(told_before, statement) && !is_at(told_now, statement);
    return !is_told(statement) && !goes_later && !said_now.has(statement);
  });
  for (const Statement& statement : after.statements) {
    const bool comes_later = is_at(told_now, statement) && !is_at(told_before, statement);
    if (!is_told(statement) && !comes_later && !said_before.has(statement)) mixed.statements.push_back(statement);
  }
  return mixed;
}

Inventory without_new_knowledge(const Inventory& before, const Inventory& after) {
  auto old = told_by_fact(before);
  const auto now = told_by_fact(after);
  Inventory mixed = after;
  mixed.tool_runs.clear();
  mixed.statements.clear();
  for (const auto& [fact, said] : now)
    for (const Statement* statement : without_news(old[fact], said)) mixed.statements.push_back(*statement);
  for (const auto& [fact, said] : old)
    if (!now.contains(fact))
      for (const Statement* statement : said) mixed.statements.push_back(*statement);
  const auto told_before = topics_of(before.statements);
  const auto told_now = topics_of(after.statements);
  const auto known = topics_of(mixed.statements);
  const Sayings said_before{before};
  for (const Statement& statement : after.statements) {
    const bool is_of_new_part =
        is_at(told_now, statement) && !is_at(told_before, statement) && !is_at(known, statement);
    if (!is_told(statement) && (!is_of_new_part || said_before.has(statement))) mixed.statements.push_back(statement);
  }
  std::erase_if(mixed.counts, [&](const auto& count) { return !before.counts.contains(count.first); });
  mixed.counts.insert(before.counts.begin(), before.counts.end());
  return mixed;
}

}  // namespace candor
