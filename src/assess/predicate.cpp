#include "predicate.hpp"

#include <algorithm>
#include <cassert>

#include "age.hpp"

namespace candor {
namespace {

// Counts may be as large as a 64-bit number: a ratio needs 128 bits on the way.
__extension__ using Wide = __int128;

constexpr Interval holds{whole, whole, 0};
constexpr Interval fails{0, 0, 0};
constexpr Interval unclear{0, whole, 0};

Interval claim(bool is_true) { return is_true ? holds : fails; }

/// Numbers, durations, ordered choices and versions on one scale.
template <typename T>
std::optional<std::weak_ordering> compare_as(const Value& value, const Value& wanted) {
  const auto* a = std::get_if<T>(&value);
  const auto* b = std::get_if<T>(&wanted);
  if (a == nullptr || b == nullptr) return std::nullopt;
  if constexpr (std::is_same_v<T, Choice>)
    return a->index <=> b->index;
  else
    return *a <=> *b;
}

std::optional<std::weak_ordering> compare(const Value& value, const Value& wanted) {
  if (const auto order = compare_as<std::int64_t>(value, wanted)) return order;
  if (const auto order = compare_as<Duration>(value, wanted)) return order;
  if (const auto order = compare_as<Choice>(value, wanted)) return order;
  if (const auto order = compare_as<Version>(value, wanted)) return order;
  return compare_as<Date>(value, wanted);
}

Interval judge_event(const Condition& condition, const Fact& fact, const Event& event, Date as_of) {
  if (!event.date || last_day(*event.date, condition.span) < as_of || event.worked == false) return fails;
  if (condition.scope && event.scope && *event.scope < *condition.scope) return fails;
  const bool untold = (condition.scope && !event.scope) || (fact.asks_worked && !event.worked);
  return untold ? unclear : holds;
}

Interval judge_coverage(const Coverage& coverage) {
  switch (coverage.said) {
    case Coverage::Said::All: return holds;
    case Coverage::Said::None: return fails;
    case Coverage::Said::NotAll: return {0, whole - 1, 0};
    case Coverage::Said::Counted: break;
  }
  return {ratio(coverage.has, coverage.of), ratio(coverage.has + coverage.unknown, coverage.of), 0};
}

Interval judge_date(const Condition& condition, Date date, Date said_on, Date as_of) {
  if (condition.test == Condition::Test::NotPassed) return claim(date >= as_of);
  if (condition.test == Condition::Test::SeenWithin)
    return claim(date <= said_on && last_day(date, condition.span) >= said_on);
  return claim(last_day(date, condition.span) >= as_of);
}

/// `never` is no amount of time: records kept never are not kept long, and what runs never does
/// not run often.
bool is_never(const Value& value) {
  const auto* duration = std::get_if<Duration>(&value);
  return duration != nullptr && duration->never;
}

Interval judge_leaf(const Condition& condition, const Value& value, Date said_on, Date as_of) {
  using enum Condition::Test;
  switch (condition.test) {
    case Is:
    case OneOf: return claim(std::ranges::find(condition.wanted, value) != condition.wanted.end());
    case AtLeast:
      return claim(!is_never(value) &&
                   compare(value, condition.wanted.front()).value_or(std::weak_ordering::less) >= 0);
    case AtMost:
      return claim(!is_never(value) &&
                   compare(value, condition.wanted.front()).value_or(std::weak_ordering::greater) <= 0);
    case Everyone: return judge_coverage(std::get<Coverage>(value));
    case Within:
    case SeenWithin:
    case NotPassed: return judge_date(condition, std::get<Date>(value), said_on, as_of);
    case Given: return claim(!std::get<Text>(value).text.empty());
    case Fixed: return claim(is_fixed(std::get<Version>(value), condition.fixed));
    case All:
    case Any:
    case Every: break;
  }
  assert(false && "a group is no leaf");
  return unclear;
}

Value widen(const FieldValue& field) {
  return std::visit([](const auto& value) { return Value{value}; }, field);
}

Interval judge_item(const Condition& condition, const Record& record, Date said_on, Date as_of) {
  if (condition.test == Condition::Test::All) return judge(condition.children, record, said_on, as_of);
  if (condition.test == Condition::Test::Any) {
    Interval best = fails;
    for (const auto& child : condition.children) best = better(best, judge_item(child, record, said_on, as_of));
    return best;
  }
  const auto value = widen(record.fields[condition.field]);
  return is_unknown(value) ? unclear : judge_leaf(condition, value, said_on, as_of);
}

}  // namespace

Interval worse(const Interval& a, const Interval& b) {
  return {std::min(a.low, b.low), std::min(a.high, b.high), std::min(a.proved, b.proved)};
}

Interval better(const Interval& a, const Interval& b) {
  return {std::max(a.low, b.low), std::max(a.high, b.high), std::max(a.proved, b.proved)};
}

Millionths ratio(std::int64_t part, std::int64_t all) {
  assert(all > 0 && part >= 0 && part <= all);
  return static_cast<Millionths>(static_cast<Wide>(part) * whole / all);
}

bool is_fixed(const Version& version, const std::vector<Version>& fixed) {
  if (fixed.empty()) return false;
  if (version >= fixed.front()) return true;
  return std::ranges::any_of(fixed, [&](const Version& entry) {
    return version.number(0) == entry.number(0) && version.number(1) == entry.number(1) && version >= entry;
  });
}

Interval judge(const std::vector<Condition>& conditions, const Record& record, Date said_on, Date as_of) {
  Interval worst = holds;
  for (const auto& condition : conditions) worst = worse(worst, judge_item(condition, record, said_on, as_of));
  return worst;
}

Interval judge(const Condition& condition, const Fact& fact, const Value& value, Date said_on, Date as_of) {
  if (is_unknown(value)) return unclear;
  if (const auto* event = std::get_if<Event>(&value)) return judge_event(condition, fact, *event, as_of);
  if (const auto* records = std::get_if<Records>(&value)) {
    Interval worst = holds;
    for (const auto& item : records->items) worst = worse(worst, judge(condition.children, item, said_on, as_of));
    return worst;
  }
  return judge_leaf(condition, value, said_on, as_of);
}

}  // namespace candor
