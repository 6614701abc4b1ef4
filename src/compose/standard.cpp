#include "standard.hpp"

#include <fmt/format.h>

#include "words.hpp"

namespace candor::wording {

std::string clause(const Profile& profile, const Clause& clause) {
  const Baseline* baseline = profile.find_baseline(clause.baseline);
  auto text = baseline ? fmt::format("{} ({}) {}", baseline->name, baseline->year, clause.clause)
                       : fmt::format("{} {}", clause.baseline, clause.clause);
  if (!clause.note.empty()) text += fmt::format(" ({})", clause.note);
  if (!clause.weighs) text += ", context only: weighs nothing";
  return text + (baseline && baseline->seen ? ", read in the source" : ", known from secondary pages");
}

std::vector<std::string> clauses(const Profile& profile, const Control& control) {
  std::vector<std::string> lines;
  for (const bool weighs : {true, false})
    for (const auto& one : control.required_by)
      if (one.weighs == weighs) lines.push_back(clause(profile, one));
  return lines;
}

std::string weight(const Control& control) {
  if (control.ours) return "1, a rule of ours without a public clause";
  return fmt::format("{}, one for each public baseline that asks for it", control.weight);
}

std::string proof_rule(const ProofRule& rule) {
  const auto age = fmt::format("at most {} old", to_text(rule.within));
  return rule.kind == Kind::Test ? fmt::format("test, {}", age)
                                 : fmt::format("{} or stronger, {}", name(rule.kind), age);
}

std::string actor(const Control& control) { return control.acts_shared ? "shared" : std::string{name(control.acts)}; }

std::string gate(const Control& control) {
  const std::string_view counted_out = control.always ? "never counted out" : "counted out where it does not apply";
  return fmt::format("{}, {}", control.minimum ? "minimum" : "beyond the minimum", counted_out);
}

std::string harms(const Profile& profile, const Control& control) {
  std::vector<std::string> names;
  for (const auto harm : control.harms)
    if (const auto found = profile.harms.find(harm); found != profile.harms.end()) names.push_back(found->second);
  return joined(names);
}

}  // namespace candor::wording
