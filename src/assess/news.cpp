#include "news.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "mix.hpp"

namespace candor {
namespace {

const Finding* find(const Assessment& assessment, std::string_view control) {
  const auto index = assessment.profile->find(control);
  return index ? &assessment.findings[*index] : nullptr;
}

bool is_same(const Finding* a, const Finding* b) {
  if (!a || !b) return a == b;
  return a->outcome == b->outcome && a->interval == b->interval;
}

std::optional<std::size_t> index_of(const Inventory& inventory, const Statement& statement) {
  const auto& all = inventory.statements;
  const auto found = std::ranges::find_if(all, [&](const Statement& other) { return says_the_same(other, statement); });
  return found == all.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - all.begin())};
}

std::set<FactId> facts_of_control(const Assessment& assessment, std::string_view control) {
  const auto index = assessment.profile->find(control);
  if (!index) return {};
  const auto facts = facts_of(assessment.profile->controls[*index].floor);
  return {facts.begin(), facts.end()};
}

/// What one control rests on grew too old, or its day passed.
void add_time(const Assessment& then, const Finding& before, const Finding& after, std::vector<News>& news) {
  std::vector<std::size_t> aged;
  const auto add = [&](std::size_t statement) {
    if (std::ranges::find(aged, statement) == aged.end()) aged.push_back(statement);
  };
  for (const std::size_t statement : after.aged)
    if (std::ranges::find(before.aged, statement) == before.aged.end()) add(statement);
  // An event, a date or a proof that is too old is no statement that aged: what stands on it lost its worth.
  for (std::size_t i = 0; i < std::min(before.checks.size(), after.checks.size()); ++i)
    for (const PartResult& part : after.checks[i].parts) {
      const auto& parts = before.checks[i].parts;
      const auto was = std::ranges::find(parts, part.part, &PartResult::part);
      if (was == parts.end() || !(was->interval == part.interval))
        for (const std::size_t statement : part.statements) add(statement);
    }
  for (const std::size_t index : aged) {
    const bool is_new = then.statement(index).date > then.as_of;
    news.push_back({is_new ? News::What::Begun : News::What::Aged, Cause::Time, index, std::nullopt});
  }
}

/// Claims that the newer evidence showed not to be so. `proved` is judged by what was told before and the evidence
/// there is now. Gives what showed it.
std::set<std::size_t> add_contradictions(const Steps& steps, std::string_view control, std::vector<News>& news) {
  const Inventory& before = *steps.old.inventory;
  const Inventory& after = *steps.now.inventory;
  std::set<std::size_t> shown;
  const Finding* was = find(steps.by_newer, control);
  for (const Contradiction& found : find(steps.proved, control)->contradictions) {
    const auto told = index_of(before, steps.proved.statement(found.told));
    const auto stands = index_of(after, steps.proved.statement(found.stands));
    const auto is_old = [&](const Contradiction& other) {
      return index_of(before, steps.by_newer.statement(other.told)) == told &&
             says_the_same(steps.by_newer.statement(other.stands), steps.proved.statement(found.stands));
    };
    if (!told || !stands || (was && std::ranges::any_of(was->contradictions, is_old))) continue;
    shown.insert(*stands);
    news.push_back({News::What::Contradicted, Cause::Evidence, told, stands});
  }
  return shown;
}

/// Proof and tools' looks that came or went in the step between two inventories.
void add_evidence(const Steps& steps, std::string_view control, Cause cause, const Inventory& from, const Inventory& to,
                  std::vector<News>& news) {
  const Inventory& before = *steps.old.inventory;
  const Inventory& after = *steps.now.inventory;
  const auto facts = facts_of_control(steps.now, control);
  const auto shown = cause == Cause::Evidence ? add_contradictions(steps, control, news) : std::set<std::size_t>{};
  const auto is_about = [&](const Statement& statement) {
    return !is_told(statement) && facts.contains(statement.fact);
  };
  for (std::size_t i = 0; i < after.statements.size(); ++i) {
    const Statement& statement = after.statements[i];
    if (is_about(statement) && !shown.contains(i) && says(to, statement) && !says(from, statement))
      news.push_back({News::What::Came, cause, std::nullopt, i});
  }
  for (std::size_t i = 0; i < before.statements.size(); ++i) {
    const Statement& statement = before.statements[i];
    if (is_about(statement) && says(from, statement) && !says(to, statement))
      news.push_back({News::What::Went, cause, i, std::nullopt});
  }
}

/// The told statements of one fact and part.
std::vector<std::size_t> told_of(const Inventory& inventory, FactId fact, std::string_view part) {
  std::vector<std::size_t> told;
  for (std::size_t i = 0; i < inventory.statements.size(); ++i) {
    const Statement& statement = inventory.statements[i];
    if (is_told(statement) && statement.fact == fact && statement.part == part) told.push_back(i);
  }
  return told;
}

bool tell_the_same(const Inventory& a, const std::vector<std::size_t>& in_a, const Inventory& b,
                   const std::vector<std::size_t>& in_b) {
  return std::ranges::equal(
      in_a, in_b, [&](std::size_t i, std::size_t j) { return says_the_same(a.statements[i], b.statements[j]); });
}

/// What was told of a control's facts and is told otherwise now, in the step between two inventories.
void add_told(const Steps& steps, std::string_view control, Cause cause, const Inventory& from, const Inventory& to,
              std::vector<News>& news) {
  const Inventory& before = *steps.old.inventory;
  const Inventory& after = *steps.now.inventory;
  for (const FactId fact : facts_of_control(steps.now, control)) {
    std::vector<std::string_view> parts;
    for (const Inventory* inventory : {&from, &to})
      for (const Statement& statement : inventory->statements)
        if (is_told(statement) && statement.fact == fact &&
            std::ranges::find(parts, std::string_view{statement.part}) == parts.end())
          parts.push_back(statement.part);
    for (const auto part : parts) {
      if (tell_the_same(from, told_of(from, fact, part), to, told_of(to, fact, part))) continue;
      const auto was = told_of(before, fact, part);
      const auto is = told_of(after, fact, part);
      const auto last = [](const std::vector<std::size_t>& told) {
        return told.empty() ? std::nullopt : std::optional{told.back()};
      };
      const auto what = was.empty() ? News::What::Came : is.empty() ? News::What::Went : News::What::Changed;
      news.push_back({what, cause, last(was), last(is)});
    }
  }
}

}  // namespace

void add_news(const Steps& steps, std::vector<ControlChange>& changes) {
  for (ControlChange& change : changes) {
    const Finding* old = find(steps.old, change.control);
    const Finding* later = find(steps.later, change.control);
    if (!is_same(old, later)) add_time(steps.old, *old, *later, change.news);
    const Finding* now = find(steps.now, change.control);
    if (!now) continue;  // the standard no longer asks for it
    const Finding* proved = find(steps.proved, change.control);
    const Finding* told = find(steps.told, change.control);
    const auto add = [&](Cause cause, const Assessment& from, const Assessment& to) {
      if (cause != Cause::Evidence) add_told(steps, change.control, cause, *from.inventory, *to.inventory, change.news);
      add_evidence(steps, change.control, cause, *from.inventory, *to.inventory, change.news);
    };
    if (!is_same(find(steps.by_newer, change.control), proved)) add(Cause::Evidence, steps.by_newer, steps.proved);
    if (!is_same(proved, told)) add(Cause::Client, steps.proved, steps.told);
    if (!is_same(told, now)) add(Cause::Knowledge, steps.told, steps.now);
  }
}

}  // namespace candor
