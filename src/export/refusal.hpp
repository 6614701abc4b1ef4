#pragma once

#include <string>

#include "candor/model/assessment.hpp"

/// What a client's "no" is worth where findings are tracked: a risk that somebody accepted, or one that is only talked
/// about. It moves no outcome.
namespace candor {

/// One that ran out, or whose control is in place all the same, is none.
[[nodiscard]] bool stands(const DeclineState& state);

/// Signed, and about everything that falls short: one for a part says nothing about the others.
[[nodiscard]] bool is_accepted(const Decline& decline, const DeclineState& state, const Finding& finding);

/// Who said no, why, and until when: `Declined by M. Byrne on 2026-03-02; cause: price; not signed; until 2027-03-02.`
[[nodiscard]] std::string refusal(const Inventory& inventory, const DeclineState& state);

}  // namespace candor
