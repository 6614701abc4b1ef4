#include <array>
#include <string>

#include "choice.hpp"
#include "number.hpp"
#include "sections.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<Named<Price::Per>, 2> spans{{
    {"month", Price::Per::Month},
    {"year", Price::Per::Year},
}};

/// An amount of money; complains (`bad-price`).
std::optional<Money> read_money(const yaml::Node& node) {
  const auto text = node.text("an amount such as `12.50`");
  if (text.empty()) return std::nullopt;
  if (const auto hundredths = parse_hundredths(text)) return Money{*hundredths};
  const auto fallback = says_unknown(node) ? "leave it out while there is no price"
                        : text == "free"   ? "write `price: included`"
                                         : "write the number alone, as in `12.50`: the currency stands under `client`";
  node.error("bad-price", quoted(text) + " is not an amount", fallback);
  return std::nullopt;
}

}  // namespace

Price read_price(const yaml::Node& mapping) {
  Price price;
  if (const auto once = mapping.find("once")) price.once = read_money(*once);
  const auto running = mapping.find("price");
  const auto per = mapping.find("per");
  if (running && running->is_scalar() && running->raw() == "included") {
    price.included = true;
    if (per)
      per->error("bad-price", "`per` says how often, and nothing is to be paid",
                 "leave it out beside `price: included`");
    return price;
  }
  if (!running) {
    if (per)
      per->error("bad-price", "`per` says how often, and there is no `price`", "what is paid once stands under `once`");
    return price;
  }
  price.running = read_money(*running);
  if (per) {
    price.per = read_named<Price::Per>(*per, spans, "a span that a price is paid for").value_or(Price::Per::Year);
  } else if (price.running) {
    running->error("bad-price", quoted(running->raw()) + " does not say how often it is paid",
                   "add `per: month` or `per: year`; what is paid once stands under `once`");
  }
  return price;
}

}  // namespace candor
