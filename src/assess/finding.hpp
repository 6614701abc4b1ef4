#pragma once

#include "case.hpp"

namespace candor {

/// Holds one control against everything that stands: its floor, what bears on it and who must act.
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
