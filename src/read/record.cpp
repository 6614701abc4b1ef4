#include <fmt/format.h>

#include "value.hpp"
#include "word.hpp"

namespace candor {
namespace {

/// One record as an example: `[{where: …, version: …}]` with what is required.
std::string shape_of(const Fact& fact) {
  std::string keys;
  for (const auto& field : fact.fields)
    if (field.required) keys += fmt::format("{}{}: …", keys.empty() ? "" : ", ", field.name);
  return "[{" + keys + "}]";
}

Record parse_record(const yaml::Node& node, const Fact& fact, std::span<const std::string_view> keys) {
  Record record{.fields = std::vector<FieldValue>(fact.fields.size()), .place = node.place()};
  if (!node.allow_only(keys)) return record;
  for (std::size_t i = 0; i < fact.fields.size(); ++i) {
    const auto& field = fact.fields[i];
    const auto value = field.required ? node.required(field.name) : node.find(field.name);
    if (!value && field.assumed) record.fields[i] = Choice{*field.assumed};
    if (!value) continue;
    if (field.required && says_unknown(*value)) {
      value->error("bad-value", fmt::format("`{}` cannot be unknown here", field.name), "say enough to find it again");
    } else if (auto read = parse_field(*value, field)) {
      record.fields[i] = std::move(*read);
    }
  }
  return record;
}

}  // namespace

std::optional<Value> parse_records(const yaml::Node& node, const Fact& fact) {
  if (node.is_scalar() && node.raw() == "none") return Records{};
  if (!node.is_sequence()) {
    const auto expected = fmt::format("a list such as `{}`, or `none`", shape_of(fact));
    const auto text = node.text(expected);
    if (!text.empty())
      node.error("bad-value", quoted(text) + " is not a list of what was found",
                 hint_for(text, fmt::format("write `{}`, `none` or `unknown`", shape_of(fact))));
    return std::nullopt;
  }
  std::vector<std::string_view> keys;
  for (const auto& field : fact.fields) keys.push_back(field.name);
  Records records;
  for (const auto& item : node.items()) records.items.push_back(parse_record(item, fact, keys));
  return records;
}

}  // namespace candor
