#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "candor/model/assessment.hpp"

/// The recorded "no", told without blame: what, who, when, why, signed or not.
namespace candor::wording {

/// Every decline that is not moot, once, with its flags, in the order of the file.
[[nodiscard]] std::vector<DeclineState> standing_declines(const Assessment& assessment);

/// The client's own no. A supplier's, or ours, must not be told as if the owner had said it.
[[nodiscard]] bool is_yours(const Inventory& inventory, const Decline& decline);

/// For page 1: `Second check for five partners: R. Holt, 2 March 2026. The price, signed, ran out 2 March 2027.`
[[nodiscard]] std::string declined_in_short(const Assessment& assessment, const DeclineState& state);

/// `because of the price`
[[nodiscard]] std::string_view why(Decline::Cause cause);

/// Who decided what is told above: `You were offered more: a copy of all mail. G. Tolland said no on 15 June 2026,
/// because of the price.`
[[nodiscard]] std::string decided(const Assessment& assessment, const DeclineState& state);

/// For a card: who said no, when and why, signed or not, what is done instead, until when;
/// unless `in_brief`, also to what and who explained it.
[[nodiscard]] std::string declined(const Assessment& assessment, const DeclineState& state, bool in_brief);

}  // namespace candor::wording
