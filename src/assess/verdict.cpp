#include "verdict.hpp"

#include <algorithm>

#include "age.hpp"

namespace candor {
namespace {

bool holds(const Case& in, const Agreed& agreed) {
  return !agreed.who.empty() && agreed.by && *agreed.by >= in.as_of &&
         *agreed.by <= last_day(agreed.date, in.profile.grace);
}

/// Every part that falls short has an agreed action, or the control as a whole has one.
bool is_agreed(const Case& in, const Finding& finding) {
  const auto covers = [&](std::string_view part) {
    return std::ranges::any_of(finding.agreed, [&](std::size_t i) {
      const auto& agreed = in.inventory.agreed[i];
      return (agreed.part.empty() || agreed.part == part) && holds(in, agreed);
    });
  };
  if (covers({})) return true;
  bool any = false;
  for (const auto& check : finding.checks)
    for (const auto& part : check.parts) {
      if (part.interval.high == whole) continue;
      if (!covers(part.part)) return false;
      any = true;
    }
  return any;
}

bool is_asked(const Case& in, const Finding& finding) {
  return std::ranges::any_of(finding.open, [&](std::size_t i) {
    const auto& question = in.inventory.open[i];
    return !question.who.empty() && question.by && *question.by >= in.as_of;
  });
}

}  // namespace

Verdict verdict_of(const Profile& profile, const std::vector<Finding>& findings) {
  bool any_gate = false;
  bool any_unknown = false;
  for (const auto& finding : findings) {
    if (!profile.controls[finding.control].minimum || finding.outcome == Outcome::NotApplicable) continue;
    any_gate = true;
    if (finding.gate_missed) return Verdict::Below;
    any_unknown = any_unknown || finding.gate_unknown;
  }
  return any_gate && !any_unknown ? Verdict::Meets : Verdict::CannotTell;
}

Service service_of(const Case& in, Verdict verdict, const std::vector<Finding>& findings) {
  if (verdict == Verdict::Meets) return Service::TakeOn;
  bool any_gate = false;
  for (const auto& finding : findings) {
    any_gate = any_gate || finding.gate_missed || finding.gate_unknown;
    if (finding.gate_missed && !is_agreed(in, finding)) return Service::DoNotTakeOn;
    if (finding.gate_unknown && !is_asked(in, finding)) return Service::DoNotTakeOn;
  }
  return any_gate ? Service::WithConditions : Service::DoNotTakeOn;
}

}  // namespace candor
