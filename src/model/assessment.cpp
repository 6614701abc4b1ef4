#include "candor/model/assessment.hpp"

#include <algorithm>
#include <cstdlib>

namespace candor {

int shown_points(std::int64_t sum, std::int64_t weight) {
  const auto all = weight * whole;
  const auto rounded = static_cast<int>((sum * 200 + all) / (all * 2));
  return rounded == 100 && sum != all ? 99 : rounded;
}

std::string_view words(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return "in place";
    case Outcome::Partly: return "partly in place";
    case Outcome::NotMet: return "missing";
    case Outcome::Unknown: return "not known";
    case Outcome::NotApplicable: return "does not apply";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return "met";
    case Outcome::Partly: return "partly";
    case Outcome::NotMet: return "not_met";
    case Outcome::Unknown: return "unknown";
    case Outcome::NotApplicable: return "not_applicable";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::Below: return "below";
    case Verdict::CannotTell: return "cannot_tell";
    case Verdict::Meets: return "meets";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(Service service) {
  switch (service) {
    case Service::TakeOn: return "take_on_or_keep";
    case Service::WithConditions: return "with_conditions";
    case Service::DoNotTakeOn: return "do_not_take_on";
  }
  std::abort();  // a value that is no enumerator
}

std::string_view name(LedgerEntry::What what) {
  using What = LedgerEntry::What;
  switch (what) {
    case What::Overridden: return "overridden";
    case What::Aged: return "aged";
    case What::Future: return "future";
    case What::Contradicted: return "contradicted";
    case What::Declined: return "declined";
    case What::DeclineLapsed: return "decline_lapsed";
    case What::DeclineMoot: return "decline_moot";
    case What::NotApplicable: return "not_applicable";
    case What::Refused: return "refused";
    case What::Lapsed: return "lapsed";
    case What::ExtraPart: return "extra_part";
    case What::NoAnswer: return "no_answer";
    case What::Overdue: return "overdue";
  }
  std::abort();  // a value that is no enumerator
}

std::vector<std::pair<std::string_view, int>> ledger_counts(const Assessment& assessment) {
  using What = LedgerEntry::What;
  std::vector<std::pair<std::string_view, int>> counts;
  for (int i = 0; i <= static_cast<int>(What::Overdue); ++i) {
    const auto what = static_cast<What>(i);
    counts.emplace_back(name(what), static_cast<int>(std::ranges::count(assessment.ledger, what, &LedgerEntry::what)));
  }
  return counts;
}

std::string_view name(LedgerEntry::List list) {
  using List = LedgerEntry::List;
  switch (list) {
    case List::Offered: return "offered";
    case List::Agreed: return "agreed";
    case List::Declined: return "declined";
    case List::NotApplicable: return "not_applicable";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor
