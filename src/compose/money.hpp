#pragma once

#include <string>
#include <string_view>

#include "candor/model/inventory.hpp"

/// Amounts and prices in words. The currency is an ISO 4217 code; empty prints the bare number.
namespace candor::wording {

/// `£1,140`, `€12.50`, `SEK 900`
[[nodiscard]] std::string amount(Money money, std::string_view currency);

/// `£450 once, then £40 a month`, `no extra cost`, `not priced yet`
[[nodiscard]] std::string price(const Price& price, std::string_view currency);

/// What several prices come to. Only what is shown is added.
struct Total {
  Money once;
  Money a_year;
  int included = 0;  ///< how many cost nothing extra
  int priced = 0;    ///< how many have an amount

  void add(const Price& price);
};

/// `£380 now and £960 a year`; empty when no price has an amount.
[[nodiscard]] std::string total(const Total& total, std::string_view currency);

}  // namespace candor::wording
