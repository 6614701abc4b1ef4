#include "age.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {
namespace {

/// Longer than any calendar candor reads, and short enough never to overflow one.
constexpr std::int64_t longest_years = 5000;

int clamped(std::int64_t amount, std::int64_t most) {
  return static_cast<int>(std::clamp<std::int64_t>(amount, 0, most));
}

}  // namespace

Date last_day(Date from, const Duration& span) {
  if (span.never) return plus_months(from, static_cast<int>(longest_years * 12));
  switch (span.unit) {
    case Duration::Unit::Minutes: return plus_days(from, clamped(span.amount / (24 * 60), longest_years * 365));
    case Duration::Unit::Hours: return plus_days(from, clamped(span.amount / 24, longest_years * 365));
    case Duration::Unit::Days: return plus_days(from, clamped(span.amount, longest_years * 365));
    case Duration::Unit::Weeks: return plus_days(from, 7 * clamped(span.amount, longest_years * 52));
    case Duration::Unit::Months: return plus_months(from, clamped(span.amount, longest_years * 12));
    case Duration::Unit::Years: return plus_months(from, 12 * clamped(span.amount, longest_years));
  }
  std::abort();  // a value that is no enumerator
}

bool is_aged(const Statement& statement, const Control& control, Date as_of) {
  return last_day(statement.date, control.fresh) < as_of;
}

bool proves(const Statement& statement, const Control& control, Date as_of) {
  return statement.kind >= control.proof.kind && !is_aged(statement, control, as_of) &&
         last_day(statement.date, control.proof.within) >= as_of;
}

}  // namespace candor
