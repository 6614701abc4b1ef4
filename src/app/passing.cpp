#include "app/passing.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "app/exit_status.hpp"
#include "app/output.hpp"
#include "candor/assess/limits.hpp"
#include "candor/compose/compose.hpp"
#include "candor/text/utf8.hpp"

namespace candor::app {

namespace {

void tell(std::string_view line) { write_to_standard_error(fmt::format("candor: {}\n", show_hostile(line))); }

std::string what_is_late(const Assessment& assessment) {
  const AskedLimits overdue{.fail_on = {FailOn::Overdue}};
  return compose_limits(assessment, judge_limits(assessment, overdue)).front().why;
}

std::string why(const Assessment& assessment, Passing passing) {
  switch (passing) {
    case Passing::Met: return "not needed: the standard is met";
    case Passing::Accepted: return "accepted: every limit asked for holds, and no agreed work is late";
    case Passing::NotMet: return fmt::format("not accepted: the verdict is `{}`", name(assessment.verdict));
    case Passing::LimitBroken:
      return assessment.verdict == Verdict::Meets ? "not needed: the standard is met, but a limit is broken"
                                                  : "not accepted: a limit is broken";
    case Passing::Late: return "not accepted: " + what_is_late(assessment);
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace

int tell_passing(const Assessment& assessment, const std::vector<LimitLine>& limits,
                 std::span<const Verdict> accepted) {
  for (const auto& limit : limits)
    tell(fmt::format("limit {}: {}: {}", limit.held ? "held" : "broken", limit.asked, limit.why));
  const auto passing = decide(assessment, std::ranges::all_of(limits, &LimitLine::held), accepted);
  if (!accepted.empty()) {
    std::vector<std::string_view> names;
    for (const auto verdict : accepted) names.push_back(name(verdict));
    tell(fmt::format("--accept {}: {}", fmt::join(names, ","), why(assessment, passing)));
  }
  return passing == Passing::Met || passing == Passing::Accepted ? exit_status::done : exit_status::not_met;
}

}  // namespace candor::app
