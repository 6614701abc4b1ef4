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

/// What one statement says of so many heads: how many surely and at most have it. One that looked at fewer than there
/// are leaves the rest unknown.
struct Count {
  std::int64_t has = 0;
  std::int64_t high = 0;
};

Count count(const Value& value, std::int64_t size) {
  const auto* said = std::get_if<Coverage>(&value);
  if (said == nullptr) return {0, size};
  switch (said->said) {
    case Coverage::Said::All: return {size, size};
    case Coverage::Said::None: return {0, 0};
    case Coverage::Said::NotAll: return {0, size - 1};
    case Coverage::Said::Counted: break;
  }
  const auto left = size - said->of;  // negative where only what was replaced counted so many
  return {std::min(said->has, size), std::min(said->has + said->unknown + std::max<std::int64_t>(left, 0), size)};
}

std::int64_t size_of(const Case& in, const std::vector<std::size_t>& statements) {
  std::int64_t size = 0;
  for (const auto i : statements)
    if (const auto* said = std::get_if<Coverage>(&in.inventory.statements[i].value)) size = std::max(size, said->of);
  return size;
}

/// The worst of what stands on one part: the smallest counts. Heads that a statement knows nothing of replace nothing:
/// of these what it replaced still counts, as the claim or the proof that it was.
Tally tally(const Case& in, const Control& control, const PartStatements& part, std::int64_t at_least) {
  Tally result{.size = std::max(at_least, size_of(in, part.standing))};
  if (result.size == 0) result.size = size_of(in, part.claims);  // `all`, of as many as were told
  if (result.size == 0) return result;

  const auto value_of = [&](std::size_t i) -> const Value& { return in.inventory.statements[i].value; };
  const auto aged = [&](std::size_t i) { return is_aged(in.inventory.statements[i], control, in.as_of); };
  result.has = result.low = result.high = result.size;
  auto shown = result.size;
  bool is_proved = false;
  for (const auto i : part.standing) {
    const auto [has, high] = count(value_of(i), result.size);
    auto known = has;
    auto low = aged(i) ? 0 : has;
    auto proof = has;
    for (const auto& [replaced, by] : part.replaced) {
      if (by != i) continue;
      const auto told = std::min(count(value_of(replaced), result.size).has, high);
      known = std::max(known, told);
      if (!aged(replaced)) low = std::max(low, told);
      if (!proves(in.inventory.statements[replaced], control, in.as_of)) continue;
      proof = std::max(proof, told);
      is_proved = true;
    }
    result.has = std::min(result.has, known);
    result.low = std::min(result.low, low);
    result.high = std::min(result.high, high);
    shown = std::min(shown, proof);
    is_proved = is_proved || (!is_unknown(value_of(i)) && proves(in.inventory.statements[i], control, in.as_of));
  }
  result.has = std::min(result.has, result.high);
  result.low = std::min(result.low, result.high);
  result.proved = is_proved ? std::min(result.low, shown) : 0;
  return result;
}

/// Parts and a whole that both count heads: what the parts lack, the whole lacks too, and no more than that is known of
/// the heads that no part holds. A head that a part does not prove is not proved by the whole alone.
Tally together(const Tally& all, const Tally& parts) {
  Tally result{.size = std::max(all.size, parts.size)};
  const auto uncounted = result.size - all.size;
  const auto least = [&](std::int64_t of_all, std::int64_t of_parts) {
    return std::min(of_all, result.size - (parts.size - of_parts));
  };
  result.has = least(all.has, parts.has);
  result.high = least(all.high + uncounted, parts.high);
  result.low = std::min(least(all.low, parts.low), result.high);
  result.proved = std::min(least(all.proved, parts.proved), result.low);
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
  std::optional<Tally> whole_in_heads;
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
      if (has_size && !result.named_only) whole_in_heads = heads;
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
    if (adds_up && whole_in_heads) {
      const auto both = together(*whole_in_heads, sum);
      check.interval = both.interval();
      counted = both.counted();
    } else {
      check.interval = told_whole ? worse(parts, *told_whole) : parts;
      if (adds_up && !counted) counted = sum.counted();
    }
  } else if (told_whole) {
    check.interval = *told_whole;
  }
  check.counted = counted;
}

}  // namespace candor
