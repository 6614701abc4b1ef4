#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "choice.hpp"
#include "day.hpp"
#include "facts.hpp"
#include "sections.hpp"
#include "text/format.hpp"
#include "word.hpp"

// What a provider keeps for all clients: facts that are true everywhere, and a price list.
namespace candor {
namespace {

constexpr std::array<std::string_view, 4> facts_keys{"candor", "by", "date", "facts"};
constexpr std::array<std::string_view, 2> prices_keys{"candor", "prices"};
constexpr std::array<std::string_view, 5> price_keys{"control", "price", "per", "once", "for_each"};

/// A price of the list; nothing where it is for each of something that nobody counted.
using PriceList = std::map<std::string, std::optional<Price>, std::less<>>;

constexpr std::int64_t most_hundredths = 100'000'000'000'000;  // a product past it is no price

std::optional<Money> times(const std::optional<Money>& money, std::int64_t count) {
  if (!money || (count > 0 && money->hundredths > most_hundredths / count)) return std::nullopt;
  return Money{money->hundredths * count};
}

class PriceReader {
 public:
  PriceReader(const ReadContext& context, const Inventory& inventory) : context_(context), inventory_(inventory) {}

  void read(const yaml::Node& node) {
    if (!node.allow_only(price_keys)) return;
    const auto control = node.required("control");
    auto price = read_price(node);
    const bool has_price = node.find("price") || node.find("once");
    if (!has_price)
      node.error("missing-key", "this control has no price",
                 "write `price` with `per`, or `once`, or `price: included`");
    const auto for_each = node.find("for_each");
    const auto count = for_each ? read_count(*for_each) : std::optional<std::int64_t>{1};
    if (!control) return;
    const auto id = control->text("the name of a control");
    if (id.empty()) return;
    // A price list serves every profile of its provider, so a control of another one is no fault.
    if (!context_.profile.find(id))
      node.diagnostics().warning(control->place(), "unknown-control",
                                 fmt::format("{} is not a control of `{}`", quoted(id), context_.profile.id),
                                 hint_for_control_id(id));
    if (list_.contains(id)) return control->error("repeated-key", quoted(id) + " has a price already");
    if (for_each && !price.included) {
      price.once = count ? times(price.once, *count) : std::nullopt;
      price.running = count ? times(price.running, *count) : std::nullopt;
    }
    list_.emplace(id, price.is_known() ? std::optional{price} : std::nullopt);
  }

  /// The price of an offer: the sum over its controls, when all have one.
  [[nodiscard]] std::optional<Price> price_of(const Offer& offer) const {
    Price total;
    bool is_included = !offer.controls.empty();
    for (const auto& control : offer.controls) {
      const auto found = list_.find(control.value);
      if (found == list_.end() || !found->second) return std::nullopt;
      add(total, *found->second);
      is_included = is_included && found->second->included;
    }
    total.included = is_included;
    return total.is_known() ? std::optional{total} : std::nullopt;
  }

 private:
  /// The number of a count of the catalog; nothing when it is not known.
  std::optional<std::int64_t> read_count(const yaml::Node& node) const {
    const auto key = node.text("a count such as `people`");
    if (key.empty()) return std::nullopt;
    const auto& counts = context_.catalog.counts;
    if (std::ranges::find(counts, key, &Quantity::key) == counts.end()) {
      std::vector<std::string_view> keys;
      for (const auto& quantity : counts) keys.push_back(quantity.key);
      node.error("unknown-count", quoted(key) + " is not something that is counted", hint_among(key, keys));
    }
    const auto found = inventory_.counts.find(key);
    return found == inventory_.counts.end() ? std::nullopt : std::optional{found->second};
  }

  [[nodiscard]] std::string hint_for_control_id(std::string_view id) const {
    std::vector<std::string_view> ids;
    for (const auto& control : context_.profile.controls) ids.push_back(control.id);
    return did_you_mean(id, ids);
  }

  /// Prices by the month and by the year add up over the year.
  static void add(Price& total, const Price& price) {
    if (price.once) total.once = Money{(total.once ? total.once->hundredths : 0) + price.once->hundredths};
    if (!price.running) return;
    if (!total.running || total.per == price.per) {
      total.running = Money{(total.running ? total.running->hundredths : 0) + price.running->hundredths};
      total.per = price.per;
    } else {
      total.running = Money{total.a_year()->hundredths + price.a_year()->hundredths};
      total.per = Price::Per::Year;
    }
  }

  const ReadContext& context_;
  const Inventory& inventory_;
  PriceList list_;
};

}  // namespace

void read_provider_facts(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory,
                         Diagnostics& diagnostics) {
  const yaml::Node root{tree, diagnostics};
  if (!check_format(root, facts_keys)) return;
  const Reading reading{context, inventory};
  Statement told;
  told.origin = Origin::Provider;
  told.by = require_text(root, "by", "who wrote it down");
  told.date = require_past_day(root, "date", context);
  const auto first = inventory.statements.size();
  if (const auto facts = root.required("facts")) read_facts(*facts, told, reading);
  refuse_news_from_later(reading, first, diagnostics);
}

void read_prices(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory, Diagnostics& diagnostics) {
  const yaml::Node root{tree, diagnostics};
  if (!check_format(root, prices_keys)) return;
  const auto prices = root.required("prices");
  if (!prices) return;
  PriceReader reader{context, inventory};
  for (const auto& item : prices->items("a list of prices")) reader.read(item);
  for (auto& offer : inventory.offered)
    if (!offer.price.is_known())
      if (const auto price = reader.price_of(offer)) offer.price = *price;
}

}  // namespace candor
