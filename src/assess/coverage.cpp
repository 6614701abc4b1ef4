#include "coverage.hpp"

#include <algorithm>

#include "age.hpp"
#include "part.hpp"
#include "predicate.hpp"

namespace candor {
namespace {

/// One part in heads: how many there are, how many surely and possibly have it, and how many
/// of the sure ones are proved. `has` is before age takes its floor away, for display.
struct Tally {
  std::int64_t size = 0;  ///< 0: nobody said how many there are
  std::int64_t has = 0;
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t proved = 0;

  [[nodiscard]] Interval interval() const { return {ratio(low, size), ratio(high, size), ratio(proved, size)}; }
  [[nodiscard]] Coverage counted() const {
    return {Coverage::Said::Counted, has, size, std::max<std::int64_t>(high - has, 0)};
  }

  void operator+=(const Tally& other) {
    size += other.size;
    has += other.has;
    low += other.low;
    high += other.high;
    proved += other.proved;
  }
};

/// The worst of what stands on one part: the smallest counts. A statement that looked at fewer
/// than there are leaves the rest unknown.
Tally tally(const Case& in, const Control& control, const PartStatements& part, std::int64_t at_least) {
  Tally result{.size = at_least};
  for (const auto i : part.standing)
    if (const auto* said = std::get_if<Coverage>(&in.inventory.statements[i].value))
      result.size = std::max(result.size, said->of);
  if (result.size == 0) return result;

  result.has = result.low = result.high = result.size;
  bool is_proved = false;
  for (const auto i : part.standing) {
    const auto& statement = in.inventory.statements[i];
    const auto* said = std::get_if<Coverage>(&statement.value);
    std::int64_t has = 0;
    std::int64_t high = result.size;
    if (said != nullptr && said->said == Coverage::Said::All) has = result.size;
    if (said != nullptr && said->said == Coverage::Said::None) high = 0;
    if (said != nullptr && said->said == Coverage::Said::Counted) {
      has = said->has;
      high = said->has + said->unknown + (result.size - said->of);
    }
    result.has = std::min(result.has, has);
    result.low = std::min(result.low, is_aged(statement, control, in.as_of) ? 0 : has);
    result.high = std::min(result.high, high);
    is_proved = is_proved || (said != nullptr && proves(statement, control, in.as_of));
  }
  result.has = std::min(result.has, result.high);
  result.low = std::min(result.low, result.high);
  result.proved = is_proved ? result.low : 0;
  return result;
}

}  // namespace

void check_coverage(const Case& in, const Control& control, Check& check) {
  const auto& fact = in.catalog.facts[check.fact];
  const auto& said = in.standing.of(check.fact);
  const auto there_are = in.inventory.counted(fact.of).value_or(0);  // 0: nobody counted them all

  Tally sum;
  bool has_parts = false;
  bool adds_up = true;  // every part says its size
  Interval worst_part{whole, whole, whole};
  Millionths unsized_high = whole;
  std::optional<Interval> told_whole;
  std::optional<Coverage> counted;

  for (const auto& part : said.parts) {
    const bool is_whole = part.part.empty();
    const auto heads = tally(in, control, part, is_whole ? there_are : 0);
    const bool has_size = heads.size > 0;
    PartResult result{std::string{part.part},
                      has_size ? heads.interval() : check_part(in, control, *check.condition, part),
                      {},
                      part.standing,
                      false};
    result.named_only = in.names_only(part);
    if (has_size && !result.named_only) result.counted = heads.counted();
    if (is_whole) {
      told_whole = result.interval;
      counted = result.counted;
    } else {
      has_parts = true;
      adds_up = adds_up && has_size;
      worst_part = worse(worst_part, result.interval);
      if (!has_size) unsized_high = std::min(unsized_high, result.interval.high);
      sum += heads;
    }
    check.parts.push_back(std::move(result));
  }

  if (has_parts) {
    const bool whole_is_known = told_whole && std::ranges::any_of(check.parts, [](const PartResult& p) {
                                  return p.part.empty() && !p.named_only;
                                });
    check.rest_unknown = !said.listed && !whole_is_known;
    // Heads that the list of parts does not account for are heads nobody looked at.
    if (!whole_is_known && adds_up && there_are > sum.size) {
      sum.high += there_are - sum.size;
      sum.size = there_are;
    }
    // A part without a size cannot be added: it leaves the floor at nothing. The ceiling is where the sized parts
    // together put it, unless it is known how many there are in all: then what is left for the other parts may all be
    // good.
    auto parts = adds_up ? sum.interval() : worst_part;
    const auto left = !adds_up && !whole_is_known ? std::max<std::int64_t>(there_are - sum.size, 0) : 0;
    if (!adds_up && sum.size > 0) parts.high = std::min(unsized_high, ratio(sum.high + left, sum.size + left));
    if (check.rest_unknown) parts.low = parts.proved = 0;
    check.interval = told_whole ? worse(parts, *told_whole) : parts;
    if (adds_up && !counted) counted = sum.counted();
  } else if (told_whole) {
    check.interval = *told_whole;
  }
  check.counted = counted;
}

}  // namespace candor
