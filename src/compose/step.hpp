#pragma once

#include <optional>
#include <string>
#include <vector>

#include "candor/model/assessment.hpp"

/// What to do about a gap: what was agreed or offered, else the profile's own advice, ready
/// to be put into words. Page 1 and the cards of the gaps say it from the same step.
namespace candor::wording {

struct Step {
  std::string part;              ///< the part it is for; empty for all of it
  std::string what;              ///< a sentence
  std::vector<std::string> who;  ///< party keys, or `provider`, `client`, `shared`
  std::optional<Date> by;
  std::string takes;
  bool takes_usually = false;  ///< the profile's judgement, nobody promised it
  Price price;
  bool is_agreed = false;
  bool is_question = false;
  bool is_overdue = false;
  std::size_t gaps = 1;  ///< how many the price is for
};

[[nodiscard]] Step step_of(const Assessment& assessment, const Action& action);

/// An agreed action past its day, whatever else serves its controls.
[[nodiscard]] Step late_step(const Agreed& agreed);

/// The step for one finding of an action: where nothing was planned, everybody who must act is named.
[[nodiscard]] Step step_for(const Assessment& assessment, const Action& action, const Finding& finding);

/// `By 27 November 2026 (half a day).`
[[nodiscard]] std::string timing(const Step& step);

/// `We, by 27 November 2026 (half a day).`
[[nodiscard]] std::string who_and_when(const Assessment& assessment, const Step& step);

/// `£380 once, then £960 a year. One price for 3 gaps.`
[[nodiscard]] std::string costing(const Assessment& assessment, const Step& step);

}  // namespace candor::wording
