#include "candor/model/profile.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {
namespace {

void collect_facts(const std::vector<Condition>& conditions, std::vector<FactId>& facts) {
  for (const auto& condition : conditions) {
    const bool is_group = condition.test == Condition::Test::All || condition.test == Condition::Test::Any;
    if (is_group)
      collect_facts(condition.children, facts);
    else if (std::ranges::find(facts, condition.fact) == facts.end())
      facts.push_back(condition.fact);
  }
}

}  // namespace

std::optional<std::size_t> Profile::find(std::string_view control) const {
  const auto found = std::ranges::find(controls, control, &Control::id);
  if (found == controls.end()) return std::nullopt;
  return static_cast<std::size_t>(found - controls.begin());
}

const Baseline* Profile::find_baseline(std::string_view key) const {
  const auto found = std::ranges::find(baselines, key, &Baseline::key);
  return found == baselines.end() ? nullptr : &*found;
}

int Profile::total_weight() const {
  int total = 0;
  for (const auto& control : controls) total += control.weight;
  return total;
}

std::vector<FactId> facts_of(const std::vector<Condition>& conditions) {
  std::vector<FactId> facts;
  collect_facts(conditions, facts);
  return facts;
}

std::string_view name(Harm harm) {
  switch (harm) {
    case Harm::WorkStops: return "work_stops";
    case Harm::DataPublished: return "data_published";
    case Harm::FalsePayment: return "false_payment";
    case Harm::WayIntoCustomers: return "way_into_customers";
    case Harm::CoverLost: return "cover_lost";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(Effort effort) {
  switch (effort) {
    case Effort::Small: return "small";
    case Effort::Medium: return "medium";
    case Effort::Large: return "large";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(Condition::Test test) {
  switch (test) {
    case Condition::Test::All:
    case Condition::Test::Everyone: return "all";
    case Condition::Test::Any: return "any";
    case Condition::Test::Is: return "is";
    case Condition::Test::OneOf: return "one_of";
    case Condition::Test::AtLeast: return "at_least";
    case Condition::Test::AtMost: return "at_most";
    case Condition::Test::Within: return "within";
    case Condition::Test::SeenWithin: return "seen_within";
    case Condition::Test::NotPassed: return "not_passed";
    case Condition::Test::Given: return "given";
    case Condition::Test::Every: return "every";
    case Condition::Test::Fixed: return "fixed";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
