#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "choice.hpp"
#include "day.hpp"
#include "number.hpp"
#include "sections.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<std::string_view, 3> figure_keys{"is", "told_by", "date"};

/// A quantity of the catalog; complains (`unknown-count`). `also` are keys of ours beside them.
const Quantity* find_quantity(const yaml::Node& key, const std::vector<Quantity>& quantities, std::string_view what,
                              std::span<const std::string_view> also) {
  const auto found = std::ranges::find(quantities, key.raw(), &Quantity::key);
  if (found != quantities.end()) return &*found;
  complain(key, "unknown-count", fmt::format("{} is not {}", quoted(key.raw()), what), [&] {
    std::vector<std::string_view> keys{also.begin(), also.end()};
    for (const auto& quantity : quantities) keys.push_back(quantity.key);
    return hint_among(key.raw(), keys);
  });
  return nullptr;
}

std::optional<std::int64_t> read_amount(const yaml::Node& node, const Quantity& quantity) {
  if (!quantity.is_money) return read_number(node);
  const auto text = node.text("an amount such as `18500`");
  if (text.empty()) return std::nullopt;
  if (const auto hundredths = parse_hundredths(text)) return hundredths;
  node.error("bad-number", quoted(text) + " is not an amount",
             hint_for(text, "write the number alone, as in `18500`: the currency stands under `client`"));
  return std::nullopt;
}

}  // namespace

void read_counts(const yaml::Node& node, const Reading& reading) {
  constexpr std::array<std::string_view, 2> also{"from", "date"};
  auto& inventory = reading.inventory;
  for (const auto& [key, value] : node.members("counts")) {
    if (key.raw() == "from") {
      inventory.counts_from = value.text();
    } else if (key.raw() == "date") {
      inventory.counts_date = read_past_day(value, reading.context.latest);
    } else if (find_quantity(key, reading.context.catalog.counts, "something that is counted", also) &&
               !says_unknown(value)) {
      if (const auto number = read_number(value, most_counted_digits)) inventory.counts.emplace(key.raw(), *number);
    }
  }
}

void read_figures(const yaml::Node& node, const Reading& reading) {
  auto& inventory = reading.inventory;
  for (const auto& [key, value] : node.members("figures")) {
    const auto* quantity = find_quantity(key, reading.context.catalog.figures, "a figure that is asked for", {});
    if (!quantity) continue;
    Figure figure{.key = quantity->key,
                  .value = {},
                  .told_by = inventory.told_by,
                  .date = inventory.assessed,
                  .place = value.place()};
    auto amount = std::optional{value};
    if (value.is_mapping()) {
      value.allow_only(figure_keys);
      amount = value.required("is");
      if (const auto told_by = value.find("told_by")) figure.told_by = told_by->text();
      if (const auto date = find_past_day(value, "date", reading.context)) figure.date = date;
    }
    if (amount && !says_unknown(*amount)) figure.value = read_amount(*amount, *quantity);
    inventory.figures.push_back(std::move(figure));
  }
}

}  // namespace candor
