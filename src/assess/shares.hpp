#pragma once

#include "case.hpp"

namespace candor {

/// Splits the known shortfall of a control, weight x (1 - high), by who must act: the parts
/// that fall short, each by its heads (coverage) or equally, with the party that `acts:` or the
/// profile names. The shares add up to the shortfall exactly.
[[nodiscard]] std::vector<Share> share_out(const Case& in, const Control& control, const Finding& finding);

/// Who must act on one part of a control (`part` may be empty): `provider`, `client`, `shared`
/// or the key of a named third party.
[[nodiscard]] std::string who_acts(const Case& in, const Control& control, std::string_view part);

}  // namespace candor
