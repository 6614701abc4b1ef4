#include <array>

#include <fmt/format.h>

#include "day.hpp"
#include "number.hpp"
#include "value.hpp"
#include "word.hpp"

namespace candor {
namespace {

/// The value of an optional key, `unknown` being as good as not written.
std::optional<yaml::Node> find_known(const yaml::Node& mapping, std::string_view key) {
  const auto node = mapping.find(key);
  return node && !says_unknown(*node) ? node : std::nullopt;
}

std::optional<Date> parse_done(const yaml::Node& node, Latest latest) {
  return latest ? read_past_day(node, *latest) : read_day(node);
}

void allow_event_keys(const yaml::Node& node, const Fact& fact) {
  std::vector<std::string_view> keys{"date"};
  if (fact.asks_worked) keys.push_back("worked");
  if (!fact.scopes.empty()) keys.push_back("scope");
  keys.push_back("took");
  node.allow_only(keys);
}

}  // namespace

std::optional<Value> parse_event(const yaml::Node& node, const Fact& fact, Latest latest) {
  if (node.is_scalar() && node.raw() == "never") return Event{};
  if (!node.is_mapping()) {
    const auto text = node.text("a day such as `2026-11-12`, `never`, or keys such as `{date: 2026-11-12}`");
    if (text.empty()) return std::nullopt;
    if (text == "no" || text == "none" || text == "not yet") {
      node.error("bad-date", quoted(text) + " is not a day", "write `never`");
      return std::nullopt;
    }
    if (const auto date = parse_done(node, latest)) return Event{.date = date, .worked = {}, .scope = {}, .took = {}};
    return std::nullopt;
  }

  allow_event_keys(node, fact);
  Event event;
  if (const auto worked = find_known(node, "worked")) event.worked = parse_yes_no(*worked);
  if (const auto scope = find_known(node, "scope")) event.scope = parse_choice(*scope, fact.scopes, "scope");
  if (const auto took = find_known(node, "took")) event.took = read_duration(*took);
  const auto date = node.required("date");
  if (!date) return std::nullopt;
  if (says_unknown(*date)) return Unknown{};  // when is what an event is judged by
  event.date = parse_done(*date, latest);
  if (!event.date) return std::nullopt;
  return event;
}

}  // namespace candor
