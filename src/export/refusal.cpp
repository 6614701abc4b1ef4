#include "export/refusal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace candor {

namespace {

bool covers_all(const Decline& decline, const Finding& finding) {
  const auto is_covered = [&](const PartResult& part) {
    return part.interval.low == whole || part.part == decline.part;
  };
  const auto is_settled = [&](const Check& check) {
    return check.interval.low == whole || (!check.rest_unknown && !check.parts.empty() && check.records.empty() &&
                                           std::ranges::all_of(check.parts, is_covered));
  };
  return decline.part.empty() || std::ranges::all_of(finding.checks, is_settled);
}

}  // namespace

bool stands(const DeclineState& state) { return !state.is_lapsed && !state.is_moot; }

bool is_accepted(const Decline& decline, const DeclineState& state, const Finding& finding) {
  return stands(state) && state.is_signed && covers_all(decline, finding);
}

std::string refusal(const Inventory& inventory, const DeclineState& state) {
  const auto& decline = inventory.declined[state.decline];
  std::string text = fmt::format("Declined by {} on {}; cause: {}", inventory.name_of(decline.by), to_iso(decline.date),
                                 name(decline.cause));
  if (!decline.part.empty()) text += fmt::format("; part: {}", decline.part);
  if (!decline.instead.empty()) text += fmt::format("; instead: {}", decline.instead);
  text += !state.is_signed    ? "; not signed"
          : decline.signed_on ? fmt::format("; signed on {}", to_iso(*decline.signed_on))
                              : "; signed";
  return text + fmt::format("; until {}.", to_iso(decline.until));
}

}  // namespace candor
