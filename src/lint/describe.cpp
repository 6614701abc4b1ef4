#include <algorithm>

#include <fmt/format.h>

#include "candor/lint/lint.hpp"

namespace candor::lint {

bool Result::holds() const { return std::ranges::all_of(goals, &Goal::is_held); }

Report describe(const Result& result) {
  Report report{.title = result.title, .blocks = {}};
  report.blocks.emplace_back(Heading{1, result.title});
  Rows rows;
  for (const auto& goal : result.goals)
    rows.rows.emplace_back(goal.what, goal.limit.empty() ? goal.measured
                                                         : fmt::format("{} ({}){}", goal.measured, goal.limit,
                                                                       goal.is_held ? "" : ", not held"));
  report.blocks.emplace_back(std::move(rows));
  const auto broken = std::ranges::count(result.goals, false, &Goal::is_held);
  report.blocks.emplace_back(Paragraph{broken == 0   ? "Every goal for plain words is held."
                                       : broken == 1 ? "1 goal for plain words is not held."
                                                     : fmt::format("{} goals for plain words are not held.", broken)});
  return report;
}

}  // namespace candor::lint
