#include "verdict.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "words.hpp"

namespace candor::wording {
namespace {

int applicable_gates(const Assessment& assessment) {
  return static_cast<int>(std::ranges::count_if(assessment.findings, [&](const Finding& finding) {
    return assessment.control_of(finding).minimum && finding.outcome != Outcome::NotApplicable;
  }));
}

/// `3 of the 11 things it asks for as a minimum are`
std::string some_are(int some, int all) {
  if (all == 1) return "the one thing it asks for as a minimum is";
  const std::string how_many = some == all ? fmt::format("all {}", all) : fmt::format("{} of the {}", some, all);
  return fmt::format("{} things it asks for as a minimum {}", how_many, choose(some, "is", "are"));
}

std::string below(const Assessment& assessment, std::string_view who, int all) {
  const bool any_partly = std::ranges::any_of(assessment.findings, [](const Finding& finding) {
    return finding.gate_missed && finding.outcome == Outcome::Partly;
  });
  return fmt::format("Today {} below the minimum standard: {} missing{}.", who, some_are(assessment.gates_missed, all),
                     any_partly ? " or not complete" : "");
}

std::string cannot_tell(const Assessment& assessment, std::string_view who, int all) {
  if (all == 0)
    return fmt::format("Nobody can say if {} the minimum standard: nothing it asks for as a minimum applies.", who);
  return fmt::format("Today nobody can say if {} the minimum standard: {} not known or not proved.", who,
                     some_are(assessment.gates_unknown, all));
}

}  // namespace

std::string verdict(const Assessment& assessment, Whose whose) {
  const int all = applicable_gates(assessment);
  const bool yours = whose == Whose::Yours;
  switch (assessment.verdict) {
    case Verdict::Below: return below(assessment, yours ? "you are" : "we are", all);
    case Verdict::CannotTell: return cannot_tell(assessment, yours ? "you meet" : "we meet", all);
    case Verdict::Meets:
      return fmt::format("Today {} the minimum standard: {} in place, with proof.", yours ? "you meet" : "we meet",
                         some_are(all, all));
  }
  std::abort();  // a value that is no enumerator
}

std::string service(const Assessment& assessment) {
  switch (assessment.service) {
    case Service::TakeOn: return "We can take you on, or keep you, as a client.";
    case Service::WithConditions:
      return "We can take you on, or keep you, on one condition: each job below is done by its date.";
    case Service::DoNotTakeOn:
      return assessment.verdict == Verdict::Below
                 ? "We cannot take you on, or must give notice, until each gap has an agreed fix, a name and a date."
                 : "We cannot take you on, or must give notice, until each open question has a name and a date.";
  }
  std::abort();  // a value that is no enumerator
}

}  // namespace candor::wording
