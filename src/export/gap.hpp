#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "candor/model/report.hpp"

namespace candor {

/// One control that a pipeline must not pass over: missing, partly in place, not known, or a must-have that is in place
/// and lacks the proof that its standard asks for. The words are the action plan's.
struct Gap {
  const Finding* finding = nullptr;
  const Control* control = nullptr;
  const PlanRow* plan = nullptr;  ///< nothing for one that lacks its proof only
  std::string_view type;          ///< the outcome's name, else `not_proved`
  std::string headline;
  std::vector<std::pair<std::string_view, std::string>> rows;  ///< what to do, who, by when, what was said so far

  /// Whether the verdict rests on it.
  [[nodiscard]] bool is_gate() const { return finding->gate_missed || finding->gate_unknown; }
  /// Whether what lacks is knowledge: an answer, or proof.
  [[nodiscard]] bool is_unknown() const {
    return finding->outcome == Outcome::Unknown || finding->outcome == Outcome::Met;
  }
};

/// The row of the action plan for a finding; nothing where it is no gap.
[[nodiscard]] const PlanRow* plan_row_of(const Report& report, const Finding& finding);

[[nodiscard]] std::optional<Gap> gap_of(const Report& report, const Finding& finding);

/// All gaps: must-haves that are missed, then those that are not known or not proved, then the rest; within each by
/// points, ties in the profile's order.
[[nodiscard]] std::vector<Gap> gaps_of(const Report& report);

/// `A second check at every sign-in (mfa.cloud)`
[[nodiscard]] std::string title_with_id(const Control& control);

}  // namespace candor
