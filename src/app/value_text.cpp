#include "app/value_text.hpp"

#include <fmt/format.h>

#include "app/yaml_text.hpp"

namespace candor::app {

namespace {

std::string field_text(const Field& field, const FieldValue& value) {
  if (const auto* text = std::get_if<Text>(&value)) return yaml_text(text->text);
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "yes" : "no";
  if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::to_string(*number);
  if (const auto* version = std::get_if<Version>(&value)) return yaml_text(version->written);
  if (const auto* choice = std::get_if<Choice>(&value)) return field.choices[choice->index];
  return "unknown";
}

}  // namespace

std::string record_text(const Record& record, const Fact& fact) {
  std::string text;
  for (std::size_t i = 0; i < record.fields.size() && i < fact.fields.size(); ++i) {
    const auto& field = fact.fields[i];
    const auto* choice = std::get_if<Choice>(&record.fields[i]);
    const bool is_assumed = choice != nullptr && field.assumed && choice->index == *field.assumed;
    if (is_assumed || std::holds_alternative<Unknown>(record.fields[i])) continue;
    text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", field.name, field_text(field, record.fields[i]));
  }
  return fmt::format("{{{}}}", text);
}

std::string value_text(const Value& value, const Fact& fact) {
  if (std::holds_alternative<Text>(value)) return yaml_text(to_text(value, fact));
  const auto* records = std::get_if<Records>(&value);
  if (records == nullptr || records->items.empty()) return to_text(value, fact);
  std::string text;
  for (const auto& record : records->items)
    text += fmt::format("{}{}", text.empty() ? "" : ", ", record_text(record, fact));
  return fmt::format("[{}]", text);
}

}  // namespace candor::app
