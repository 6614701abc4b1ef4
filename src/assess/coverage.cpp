#include "coverage.hpp"

#include <algorithm>
#include <span>
#include <vector>

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

std::int64_t size_of(const Case& in, std::size_t i) {
  const auto* said = std::get_if<Coverage>(&in.inventory.statements[i].value);
  return said == nullptr ? 0 : said->of;
}

std::int64_t size_of(const Case& in, const std::vector<std::size_t>& statements) {
  std::int64_t size = 0;
  for (const auto i : statements) size = std::max(size, size_of(in, i));
  return size;
}

/// What others on the same part say of heads that one statement knows nothing of. The claims among them have aged or
/// not, the proofs prove or do not.
struct Others {
  std::int64_t known = 0;
  std::int64_t low = 0;
  std::int64_t proved = 0;

  void add(const Case& in, const Control& control, std::size_t i, std::int64_t size) {
    const auto& statement = in.inventory.statements[i];
    const auto has = heads_in(statement.value, size).has;
    known = std::max(known, has);
    if (!is_aged(statement, control, in.as_of)) low = std::max(low, has);
    if (proves(statement, control, in.as_of)) proved = std::max(proved, has);
  }
};

/// How many there are: as many as anyone counted, in what was replaced too. What looked at fewer leaves the rest as it
/// was.
std::int64_t heads_of(const Case& in, const PartStatements& part, std::int64_t at_least) {
  auto size = std::max(at_least, size_of(in, part.standing));
  for (const auto& replaced : part.replaced) size = std::max(size, size_of(in, replaced.replaced));
  return size;
}

/// The worst of what stands on one part: the smallest counts. Heads that a statement knows nothing of replace nothing
/// and hide nothing: of these counts what others say, what it replaced too, the good as the claim or the proof that it
/// was, and the bad.
Tally tally(const Case& in, const Control& control, const PartStatements& part, std::int64_t at_least) {
  Tally result{.size = heads_of(in, part, at_least)};
  if (result.size == 0) return result;

  result.has = result.low = result.high = result.proved = result.size;
  Others standing;
  for (const auto i : part.standing) standing.add(in, control, i, result.size);
  std::vector<std::size_t> replacers;  // at most one a kind of statement
  for (const auto& replacement : part.replaced)
    if (std::ranges::find(replacers, replacement.by) == replacers.end()) replacers.push_back(replacement.by);
  for (const auto i : part.standing) {
    const auto& statement = in.inventory.statements[i];
    const auto said = heads_in(statement.value, result.size);
    const bool is_counted = std::holds_alternative<Coverage>(statement.value) &&
                            std::get<Coverage>(statement.value).said == Coverage::Said::Counted;
    const bool replaced_some = is_counted && said.high > said.has && std::ranges::find(replacers, i) != replacers.end();
    auto others = standing;
    // What it replaced counts for heads that it did not look at too; what stands beside it speaks for itself there.
    auto ceiling = replaced_some ? said.high : said.has + said.unknown;
    const auto open = ceiling - said.has;
    // Few have replaced any: looking through what was replaced for each would take the square of its number.
    for (const auto& [replaced, by] : replaced_some ? std::span{part.replaced} : std::span<const Replacement>{}) {
      if (by != i) continue;
      others.add(in, control, replaced, result.size);
      const auto told = heads_in(in.inventory.statements[replaced].value, result.size).high;
      ceiling = std::min(ceiling, std::max(said.has, told));
    }
    const auto filled = [&](std::int64_t own, std::int64_t by_others) {
      return std::max(own, std::min({by_others, ceiling, own + open}));
    };
    const bool is_proof = proves(statement, control, in.as_of);
    result.has = std::min(result.has, filled(said.has, others.known));
    result.low = std::min(result.low, filled(is_aged(statement, control, in.as_of) ? 0 : said.has, others.low));
    result.high = std::min(result.high, replaced_some ? ceiling : said.high);
    result.proved = std::min(result.proved, std::max(is_proof ? said.has : 0, std::min(others.proved, said.high)));
  }
  result.has = std::min(result.has, result.high);
  result.low = std::min(result.low, result.high);
  result.proved = std::min(result.proved, result.low);
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

Heads heads_in(const Value& value, std::int64_t size) {
  const auto* said = std::get_if<Coverage>(&value);
  if (said == nullptr) return {0, size, size};
  switch (said->said) {
    case Coverage::Said::All: return {size, size, 0};
    case Coverage::Said::None: return {0, 0, 0};
    case Coverage::Said::NotAll: return {0, size - 1, 0};
    case Coverage::Said::Counted: break;
  }
  const auto left = size - said->of;  // negative where only what was replaced counted so many
  const auto has = std::min(said->has, size);
  const auto unknown = std::min(said->unknown, size - has);
  return {has, std::min(has + unknown + std::max<std::int64_t>(left, 0), size), unknown};
}

void check_coverage(const Case& in, const Control& control, Check& check) {
  const auto& fact = in.catalog.facts[check.fact];
  const auto& said = in.standing.of(check.fact);
  const auto there_are = in.inventory.counted(fact.of).value_or(0);  // 0: nobody counted them all

  Tally sum;
  bool has_parts = false;
  bool adds_up = true;  // every part says its size
  Interval worst_part{whole, whole, whole};
  Millionths unsized_high = whole;
  Tally beside_in_heads;  ///< parts that the inventory does not list
  Interval beside{whole, whole, whole};
  bool beside_adds_up = true;
  std::optional<Interval> told_whole;
  std::optional<Tally> whole_in_heads;
  std::optional<Coverage> counted;

  check.parts.reserve(said.parts.size());
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
    } else if (said.listed && !part.is_listed) {
      // The list says what the whole consists of: what a tool calls otherwise is some of it, and adds no heads.
      beside = worse(beside, result.interval);
      if (has_size) beside_in_heads += heads;
      beside_adds_up = beside_adds_up && has_size;
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
    if (adds_up && beside_adds_up && beside_in_heads.size > 0) {
      sum = together(sum, beside_in_heads);
      parts = sum.interval();
    } else {
      parts = worse(parts, beside);
    }
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
