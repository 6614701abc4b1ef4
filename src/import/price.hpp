#pragma once

#include <optional>
#include <string_view>

#include "candor/model/inventory.hpp"

namespace candor {

/// `450`, `12.50` or `12,50`, with or without the sign or the code of a currency. Nothing for all
/// else: `1,200` is twelve hundred here and a little more than one there.
[[nodiscard]] std::optional<Money> parse_amount(std::string_view text, std::string_view currency);

/// A price as a person writes it down: `450 once`, `40 a month`, `450 once, then 40 a month`, `included`.
/// A bare amount means what the row's own price is, where that is one amount. Nothing for all else.
[[nodiscard]] std::optional<Price> parse_price(std::string_view text, const Price& of_row, std::string_view currency);

}  // namespace candor
