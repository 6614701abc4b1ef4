#include "candor/assess/compare.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "candor/assess/assess.hpp"
#include "largest_remainder.hpp"
#include "mix.hpp"
#include "news.hpp"

namespace candor {
namespace {

// Points in billionths over two weights that are multiplied: they need 128 bits.
__extension__ using Wide = __int128;

/// One of the three numbers: how it is made up, and where it is kept.
struct Number {
  Millionths Interval::*part;
  int Score::*shown;
  int Points::*points;
};
constexpr std::array numbers{Number{&Interval::proved, &Score::proved, &Points::proved},
                             Number{&Interval::low, &Score::claimed, &Points::claimed},
                             Number{&Interval::high, &Score::at_best, &Points::at_best}};

using Results = std::array<Result, cause_count + 1>;

const ControlResult* find(const Result& result, std::string_view control) {
  const auto found = std::ranges::find(result.controls, control, &ControlResult::control);
  return found == result.controls.end() ? nullptr : &*found;
}

/// What a control gives to a number, in billionths of a point.
std::int64_t given(const Result& result, std::string_view control, const Number& number) {
  const ControlResult* found = find(result, control);
  if (!found || found->outcome == Outcome::NotApplicable || result.score.weight == 0) return 0;
  const Wide share = static_cast<Wide>(found->weight) * (found->interval.*number.part) * 100 * billionths;
  return static_cast<std::int64_t>(share / (static_cast<Wide>(result.score.weight) * whole));
}

void share_out(const Results& results, const Number& number, Comparison& comparison) {
  std::vector<std::vector<std::int64_t>> cells(cause_count);
  std::vector<std::int64_t> causes(cause_count, 0);
  for (std::size_t cause = 0; cause < cause_count; ++cause)
    for (const ControlChange& change : comparison.controls) {
      const auto moved =
          given(results[cause + 1], change.control, number) - given(results[cause], change.control, number);
      cells[cause].push_back(moved);
      causes[cause] += moved;
    }
  const int difference = results.back().score.*number.shown - results.front().score.*number.shown;
  const auto shown = share_difference(difference, causes);
  for (std::size_t cause = 0; cause < cause_count; ++cause) {
    comparison.causes[cause].*number.points = shown[cause];
    const auto each = share_difference(shown[cause], cells[cause]);
    for (std::size_t i = 0; i < each.size(); ++i) comparison.controls[i].points[cause].*number.points = each[i];
  }
}

/// Every control that any of the steps knows, in the newer profile's order, then those that it does not have.
std::vector<ControlChange> list_controls(const Results& results) {
  std::vector<ControlChange> changes;
  for (auto result = results.rbegin(); result != results.rend(); ++result)
    for (const ControlResult& control : result->controls) {
      if (std::ranges::find(changes, control.control, &ControlChange::control) != changes.end()) continue;
      changes.push_back({.control = control.control, .title = control.title, .before = {}, .after = {}, .news = {}});
    }
  const auto is_other = [&](const ControlChange& change, std::size_t cause) {
    const auto* was = find(results[cause], change.control);
    const auto* is = find(results[cause + 1], change.control);
    return !was || !is ? was != is : was->outcome != is->outcome || !(was->interval == is->interval);
  };
  for (ControlChange& change : changes) {
    for (std::size_t cause = 0; cause < cause_count; ++cause) change.judged[cause] = is_other(change, cause);
    if (const auto* before = find(results.front(), change.control)) change.before = *before;
    if (const auto* after = find(results.back(), change.control)) change.after = *after;
  }
  return changes;
}

}  // namespace

Comparison compare(const Catalog& catalog, const Side& before, const std::optional<Result>& recorded,
                   const Side& after) {
  Comparison made;
  const Inventory& with_evidence = made.between.emplace_back(with_newer_evidence(before.inventory, after.inventory));
  const Inventory& known_before = made.between.emplace_back(without_new_knowledge(before.inventory, after.inventory));
  made.old = assess(catalog, before.profile, before.inventory, before.as_of);
  made.now = assess(catalog, after.profile, after.inventory, after.as_of);
  const Assessment later = assess(catalog, before.profile, before.inventory, after.as_of);
  const Assessment by_newer = assess(catalog, after.profile, before.inventory, after.as_of);
  const Assessment proved = assess(catalog, after.profile, with_evidence, after.as_of);
  const Assessment told = assess(catalog, after.profile, known_before, after.as_of);

  const Results results{recorded ? *recorded : result_of(made.old),
                        result_of(made.old),
                        result_of(later),
                        result_of(by_newer),
                        result_of(proved),
                        result_of(told),
                        result_of(made.now)};
  made.before = results.front();
  for (std::size_t cause = 0; cause < cause_count; ++cause) made.steps[cause] = results[cause + 1].score;
  made.is_same_standard = before.profile.id == after.profile.id && before.profile.version == after.profile.version;
  made.controls = list_controls(results);
  for (const Number& number : numbers) share_out(results, number, made);
  add_news({made.old, later, by_newer, proved, told, made.now}, made.controls);
  return made;
}

}  // namespace candor
