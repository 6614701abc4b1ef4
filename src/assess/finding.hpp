#pragma once

#include "case.hpp"

namespace candor {

/// Holds one control's floor against everything that stands: its interval, its outcome and the checks they come from.
[[nodiscard]] Finding hold_control(const Case& in, std::size_t control);

/// And what else can be counted: gates, plans, and who must act.
[[nodiscard]] Finding count_control(const Case& in, std::size_t control);

/// And all that is told of it: contradictions, what has aged, what lies beyond the minimum.
[[nodiscard]] Finding judge_control(const Case& in, std::size_t control);

/// The rule of three numbers: met when nothing is missing for certain, not met when nothing is there.
[[nodiscard]] Outcome outcome_of(const Interval& interval);

[[nodiscard]] inline bool names_control(const NotApplicable& item, std::string_view control) {
  return item.control.value == control;
}

/// True when an offer, agreed action or decline is about a control.
template <typename Item>
[[nodiscard]] bool names_control(const Item& item, std::string_view control) {
  return std::ranges::any_of(item.controls, [&](const Located<std::string>& id) { return id.value == control; });
}

}  // namespace candor
