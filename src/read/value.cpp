#include "value.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "candor/read/read.hpp"
#include "choice.hpp"
#include "day.hpp"
#include "number.hpp"
#include "word.hpp"

namespace candor {
namespace {

/// A value of a variant where there is one.
template <typename Variant, typename T>
std::optional<Variant> widen(std::optional<T>&& value) {
  if (!value) return std::nullopt;
  return Variant{std::move(*value)};
}

/// `nobody` and `none` are an answer: there is nobody.
std::optional<Text> parse_text(const yaml::Node& node) {
  const auto text = node.text("a name or a short text");
  if (text.empty()) return std::nullopt;
  if (text == "nobody" || text == "none") return Text{};
  return Text{std::string{text}};
}

/// A day, or `never` where the catalog has words for it.
std::optional<Value> parse_day(const yaml::Node& node, const Fact& fact, Latest latest) {
  if (node.is_scalar() && node.raw() == "never" && fact.say.contains("never")) return Event{};
  return widen<Value>(latest ? read_past_day(node, *latest) : read_day(node));
}

template <typename Variant>
std::optional<Variant> parse_choice_as(const yaml::Node& node, const std::vector<std::string>& choices,
                                       std::string_view what) {
  const auto index = parse_choice(node, choices, what);
  if (!index) return std::nullopt;
  return Variant{Choice{*index}};
}

}  // namespace

std::optional<std::uint16_t> parse_choice(const yaml::Node& node, const std::vector<std::string>& choices,
                                          std::string_view what) {
  const auto text = node.text("one of the words for it");
  if (text.empty()) return std::nullopt;
  const auto found = std::ranges::find(choices, text);
  if (found != choices.end()) return static_cast<std::uint16_t>(found - choices.begin());
  const std::vector<std::string_view> words(choices.begin(), choices.end());
  node.error("bad-choice", quoted(text) + " is not an answer to " + quoted(what),
             hint_for(text, hint_among(text, words)));
  return std::nullopt;
}

std::optional<bool> parse_yes_no(const yaml::Node& node) {
  if (node.is_scalar() && (node.raw() == "yes" || node.raw() == "no")) return node.raw() == "yes";
  return read_yes_no(node, hint_for(node.raw(), "write `yes`, `no` or `unknown`"));
}

std::optional<Value> parse_value(const yaml::Node& node, const Fact& fact, Latest latest) {
  if (says_unknown(node)) return Unknown{};
  switch (fact.type) {
    case Type::Coverage: return widen<Value>(read_coverage(node));
    case Type::YesNo: return widen<Value>(parse_yes_no(node));
    case Type::Date: return parse_day(node, fact, latest);
    case Type::Event: return parse_event(node, fact, latest);
    case Type::Duration: return widen<Value>(read_duration(node));
    case Type::Number: return widen<Value>(read_number(node));
    case Type::Choice: return parse_choice_as<Value>(node, fact.choices, fact.address);
    case Type::Text: return widen<Value>(parse_text(node));
    case Type::Version: return widen<Value>(read_version(node));
    case Type::Records: return parse_records(node, fact);
  }
  std::abort();  // a value that is no enumerator
}

std::optional<FieldValue> parse_field(const yaml::Node& node, const Field& field) {
  if (says_unknown(node)) return Unknown{};
  switch (field.type) {
    case Type::YesNo: return widen<FieldValue>(parse_yes_no(node));
    case Type::Date: return widen<FieldValue>(read_day(node));
    case Type::Number: return widen<FieldValue>(read_number(node));
    case Type::Choice: return parse_choice_as<FieldValue>(node, field.choices, field.name);
    case Type::Version: return widen<FieldValue>(read_version(node));
    case Type::Text: {
      const auto text = node.text();
      if (text.empty()) return std::nullopt;
      return Text{std::string{text}};
    }
    case Type::Coverage:
    case Type::Event:
    case Type::Duration:
    case Type::Records: break;  // the catalog's reader lets no field have these
  }
  std::abort();
}

std::optional<Value> read_value(const yaml::Node& node, const Fact& fact, const ReadContext& context) {
  return parse_value(node, fact, context.latest);
}

}  // namespace candor
