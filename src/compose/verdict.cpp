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

/// `3 of its 11 must-haves`
std::string some_of(int some, int all) {
  if (all == 1) return "its one must-have";
  return fmt::format("{} its {} must-haves", some == all ? "all" : fmt::format("{} of", some), all);
}

std::string below(const Assessment& assessment, std::string_view who, int all) {
  const bool any_partly = std::ranges::any_of(assessment.findings, [](const Finding& finding) {
    return finding.gate_missed && finding.outcome == Outcome::Partly;
  });
  const int missed = assessment.gates_missed;
  return fmt::format("Today {} below the minimum standard: {} {} missing{}.", who, some_of(missed, all),
                     choose(missed, "is", "are"), any_partly ? " or not complete" : "");
}

/// What is in the way: an answer, proof, or both.
std::string_view what_lacks(const Assessment& assessment) {
  const auto unknown = std::ranges::count_if(assessment.findings, [](const Finding& finding) {
    return finding.gate_unknown && finding.outcome == Outcome::Unknown;
  });
  if (unknown == 0) return "proof";
  return unknown == assessment.gates_unknown ? "an answer" : "an answer or proof";
}

std::string cannot_tell(const Assessment& assessment, std::string_view who, int all) {
  if (all == 0) return fmt::format("Nobody can say if {} the minimum standard: none of its must-haves applies.", who);
  const int open = assessment.gates_unknown;
  return fmt::format("Today nobody can say if {} the minimum standard: {} still {} {}.", who, some_of(open, all),
                     choose(open, "lacks", "lack"), what_lacks(assessment));
}

}  // namespace

std::string verdict(const Assessment& assessment, Whose whose) {
  const int all = applicable_gates(assessment);
  const bool yours = whose == Whose::Yours;
  switch (assessment.verdict) {
    case Verdict::Below: return below(assessment, yours ? "you are" : "we are", all);
    case Verdict::CannotTell: return cannot_tell(assessment, yours ? "you meet" : "we meet", all);
    case Verdict::Meets:
      return fmt::format("Today {} the minimum standard: {} {} in place, with proof.", yours ? "you meet" : "we meet",
                         some_of(all, all), choose(all, "is", "are"));
  }
  std::abort();  // a value that is no enumerator
}

std::string service(const Assessment& assessment) {
  const bool is_below = assessment.verdict == Verdict::Below;
  const bool is_client = assessment.inventory->client.since && *assessment.inventory->client.since <= assessment.as_of;
  const std::string_view serve = is_client ? "We can keep you as a client" : "We can take you on, or keep you,";
  switch (assessment.service) {
    case Service::TakeOn: return fmt::format("{}{}.", serve, is_client ? "" : " as a client");
    case Service::WithConditions:
      return fmt::format("{} if {}.", serve,
                         is_below ? "each job gets done by its date" : "each answer comes by its date");
    case Service::DoNotTakeOn: break;
  }
  std::string condition = fmt::format("{} only if {}.", serve,
                                      is_below ? "you agree a fix for each" : "each answer gets a name and a date");
  if (is_below && assessment.gates_unknown > 0)
    condition += fmt::format(" {} more {} proof or an answer.", assessment.gates_unknown,
                             choose(assessment.gates_unknown, "needs", "need"));
  return condition;
}

}  // namespace candor::wording
