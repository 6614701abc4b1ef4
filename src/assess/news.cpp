#include "news.hpp"

#include <algorithm>
#include <map>
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

std::set<FactId> facts_of_control(const Assessment& assessment, std::string_view control) {
  const auto index = assessment.profile->find(control);
  if (!index) return {};
  const auto facts = facts_of(assessment.profile->controls[*index].floor);
  return {facts.begin(), facts.end()};
}

/// What one control rests on grew too old, or its day passed.
void add_time(const Assessment& then, const Finding& before, const Finding& after, std::vector<News>& news) {
  std::vector<std::size_t> aged;
  std::set<std::size_t> known;
  const auto add = [&](std::size_t statement) {
    if (known.insert(statement).second) aged.push_back(statement);
  };
  const std::set<std::size_t> had{before.aged.begin(), before.aged.end()};
  for (const std::size_t statement : after.aged)
    if (!had.contains(statement)) add(statement);
  // An event, a date or a proof that is too old is no statement that aged: what stands on it lost its worth.
  for (std::size_t i = 0; i < std::min(before.checks.size(), after.checks.size()); ++i) {
    std::map<std::string_view, const PartResult*> parts;
    for (const PartResult& part : before.checks[i].parts) parts.emplace(part.part, &part);
    for (const PartResult& part : after.checks[i].parts) {
      const auto was = parts.find(part.part);
      if (was == parts.end() || !(was->second->interval == part.interval))
        for (const std::size_t statement : part.statements) add(statement);
    }
  }
  for (const std::size_t index : aged) {
    const bool is_new = then.statement(index).date > then.as_of;
    news.push_back({is_new ? News::What::Begun : News::What::Aged, Cause::Time, index, std::nullopt});
  }
}

/// Tells what moved the controls, of whatever the two inventories and those between them say.
class Teller {
 public:
  explicit Teller(const Steps& steps)
      : steps_(steps),
        before_(*steps.old.inventory),
        after_(*steps.now.inventory),
        said_before_(before_),
        said_with_evidence_(*steps.proved.inventory),
        said_known_before_(*steps.told.inventory),
        said_now_(after_) {}

  void add_evidence(std::string_view control, std::vector<News>& news) const {
    const auto shown = add_contradictions(control, news);
    add_proof(control, Cause::Evidence, said_before_, said_with_evidence_, shown, news);
  }
  void add_client(std::string_view control, std::vector<News>& news) const {
    add_told(control, Cause::Client, *steps_.old.inventory, said_before_, *steps_.told.inventory, said_known_before_,
             news);
    add_proof(control, Cause::Client, said_with_evidence_, said_known_before_, {}, news);
  }
  void add_knowledge(std::string_view control, std::vector<News>& news) const {
    add_told(control, Cause::Knowledge, *steps_.told.inventory, said_known_before_, after_, said_now_, news);
    add_proof(control, Cause::Knowledge, said_known_before_, said_now_, {}, news);
  }

 private:
  std::set<std::size_t> add_contradictions(std::string_view control, std::vector<News>& news) const;
  void add_proof(std::string_view control, Cause cause, const Sayings& from, const Sayings& to,
                 const std::set<std::size_t>& shown, std::vector<News>& news) const;
  void add_told(std::string_view control, Cause cause, const Inventory& from, const Sayings& said_from,
                const Inventory& to, const Sayings& said_to, std::vector<News>& news) const;

  const Steps& steps_;
  const Inventory& before_;
  const Inventory& after_;
  Sayings said_before_;
  Sayings said_with_evidence_;
  Sayings said_known_before_;
  Sayings said_now_;
};

/// Claims that the newer evidence showed not to be so. `proved` is judged by what was told before and the evidence
/// there is now. Gives what showed it.
std::set<std::size_t> Teller::add_contradictions(std::string_view control, std::vector<News>& news) const {
  std::set<std::size_t> shown;
  std::set<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>> old;  // as `told` and `stands` below
  if (const Finding* was = find(steps_.by_newer, control))
    for (const Contradiction& other : was->contradictions)
      old.emplace(said_before_.index_of(steps_.by_newer.statement(other.told)),
                  said_now_.index_of(steps_.by_newer.statement(other.stands)));
  for (const Contradiction& found : find(steps_.proved, control)->contradictions) {
    const auto told = said_before_.index_of(steps_.proved.statement(found.told));
    const auto stands = said_now_.index_of(steps_.proved.statement(found.stands));
    if (!told || !stands || old.contains({told, stands})) continue;
    shown.insert(*stands);
    news.push_back({News::What::Contradicted, Cause::Evidence, told, stands});
  }
  return shown;
}

/// Proof and tools' looks that came or went in the step between two inventories.
void Teller::add_proof(std::string_view control, Cause cause, const Sayings& from, const Sayings& to,
                       const std::set<std::size_t>& shown, std::vector<News>& news) const {
  const auto facts = facts_of_control(steps_.now, control);
  const auto is_about = [&](const Statement& statement) {
    return !is_told(statement) && facts.contains(statement.fact);
  };
  for (std::size_t i = 0; i < after_.statements.size(); ++i) {
    const Statement& statement = after_.statements[i];
    if (is_about(statement) && !shown.contains(i) && to.has(statement) && !from.has(statement))
      news.push_back({News::What::Came, cause, std::nullopt, i});
  }
  for (std::size_t i = 0; i < before_.statements.size(); ++i) {
    const Statement& statement = before_.statements[i];
    if (is_about(statement) && from.has(statement) && !to.has(statement))
      news.push_back({News::What::Went, cause, i, std::nullopt});
  }
}

bool tell_the_same(const Inventory& a, const std::vector<std::size_t>& in_a, const Inventory& b,
                   const std::vector<std::size_t>& in_b) {
  return std::ranges::equal(
      in_a, in_b, [&](std::size_t i, std::size_t j) { return says_the_same(a.statements[i], b.statements[j]); });
}

/// What was told of a control's facts and is told otherwise now, in the step between two inventories.
void Teller::add_told(std::string_view control, Cause cause, const Inventory& from, const Sayings& said_from,
                      const Inventory& to, const Sayings& said_to, std::vector<News>& news) const {
  for (const FactId fact : facts_of_control(steps_.now, control)) {
    auto parts = said_from.parts_told_of(fact);
    const std::set<std::string_view> named{parts.begin(), parts.end()};
    for (const auto part : said_to.parts_told_of(fact))
      if (!named.contains(part)) parts.push_back(part);
    for (const auto part : parts) {
      if (tell_the_same(from, said_from.told_of(fact, part), to, said_to.told_of(fact, part))) continue;
      const auto was = said_before_.told_of(fact, part);
      const auto is = said_now_.told_of(fact, part);
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
  const Teller teller{steps};
  for (ControlChange& change : changes) {
    const Finding* old = find(steps.old, change.control);
    const Finding* later = find(steps.later, change.control);
    if (!is_same(old, later)) add_time(steps.old, *old, *later, change.news);
    const Finding* now = find(steps.now, change.control);
    if (!now) continue;  // the standard no longer asks for it
    const Finding* proved = find(steps.proved, change.control);
    const Finding* told = find(steps.told, change.control);
    if (!is_same(find(steps.by_newer, change.control), proved)) teller.add_evidence(change.control, change.news);
    if (!is_same(proved, told)) teller.add_client(change.control, change.news);
    if (!is_same(told, now)) teller.add_knowledge(change.control, change.news);
  }
}

}  // namespace candor
