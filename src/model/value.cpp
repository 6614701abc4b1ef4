#include "candor/model/value.hpp"

#include <array>
#include <limits>
#include <string_view>

#include <fmt/format.h>

#include "candor/model/catalog.hpp"

namespace candor {
namespace {

struct UnitRow {
  Duration::Unit unit;
  std::string_view noun;
  std::int64_t minutes;
};

// A month as 30 days and a year as 12 such months, so that `180 days` is `6 months`.
constexpr std::array units{
    UnitRow{Duration::Unit::Minutes, "minute", 1},          UnitRow{Duration::Unit::Hours, "hour", 60},
    UnitRow{Duration::Unit::Days, "day", 60 * 24},          UnitRow{Duration::Unit::Weeks, "week", 60 * 24 * 7},
    UnitRow{Duration::Unit::Months, "month", 60 * 24 * 30}, UnitRow{Duration::Unit::Years, "year", 60 * 24 * 360},
};

const UnitRow& row_of(Duration::Unit unit) { return units[static_cast<std::size_t>(unit)]; }

std::string_view yes_or_no(bool yes) { return yes ? "yes" : "no"; }

/// An index that a catalog no longer has is shown as unknown instead of read past the end.
std::string_view choice_at(const std::vector<std::string>& choices, std::size_t index) {
  return index < choices.size() ? std::string_view{choices[index]} : std::string_view{"unknown"};
}

struct FieldText {
  const Field& field;

  std::string operator()(Unknown) const { return "unknown"; }
  std::string operator()(bool yes) const { return std::string{yes_or_no(yes)}; }
  std::string operator()(Date date) const { return to_iso(date); }
  std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
  std::string operator()(Choice choice) const { return std::string{choice_at(field.choices, choice.index)}; }
  std::string operator()(const Text& text) const { return text.text; }
  std::string operator()(const Version& version) const { return version.written; }
};

std::string to_text(const Record& record, const Fact& fact) {
  std::string text;
  for (std::size_t i = 0; i < record.fields.size() && i < fact.fields.size(); ++i) {
    if (std::holds_alternative<Unknown>(record.fields[i])) continue;
    const auto& field = fact.fields[i];
    text +=
        fmt::format("{}{}: {}", text.empty() ? "" : ", ", field.name, std::visit(FieldText{field}, record.fields[i]));
  }
  return "{" + text + "}";
}

std::string to_text(const Event& event, const Fact& fact) {
  if (!event.date) return "never";
  if (!event.worked && !event.scope && !event.took) return to_iso(*event.date);
  auto text = "{date: " + to_iso(*event.date);
  if (event.worked) text += fmt::format(", worked: {}", yes_or_no(*event.worked));
  if (event.scope) text += fmt::format(", scope: {}", choice_at(fact.scopes, *event.scope));
  if (event.took) text += fmt::format(", took: {}", to_text(*event.took));
  return text + "}";
}

std::string to_text(const Coverage& coverage) {
  switch (coverage.said) {
    case Coverage::Said::All: return "all";
    case Coverage::Said::None: return "none";
    case Coverage::Said::NotAll: return "not all";
    case Coverage::Said::Counted: break;
  }
  if (coverage.unknown == 0) return fmt::format("{} of {}", coverage.has, coverage.of);
  return fmt::format("{} of {} ({} unknown)", coverage.has, coverage.of, coverage.unknown);
}

struct ValueText {
  const Fact& fact;

  std::string operator()(Unknown) const { return "unknown"; }
  std::string operator()(const Coverage& coverage) const { return to_text(coverage); }
  std::string operator()(bool yes) const { return std::string{yes_or_no(yes)}; }
  std::string operator()(Date date) const { return to_iso(date); }
  std::string operator()(const Event& event) const { return to_text(event, fact); }
  std::string operator()(const Duration& duration) const { return to_text(duration); }
  std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
  std::string operator()(Choice choice) const { return std::string{choice_at(fact.choices, choice.index)}; }
  std::string operator()(const Text& text) const { return text.text.empty() ? "nobody" : text.text; }
  std::string operator()(const Version& version) const { return version.written; }
  std::string operator()(const Records& records) const {
    if (records.items.empty()) return "none";
    std::string text;
    for (const auto& item : records.items) text += (text.empty() ? "" : ", ") + to_text(item, fact);
    return "[" + text + "]";
  }
};

}  // namespace

std::int64_t Duration::minutes() const {
  if (never) return std::numeric_limits<std::int64_t>::max();
  return amount * row_of(unit).minutes;
}

std::string to_text(const Duration& duration) {
  if (duration.never) return "never";
  if (duration.amount == 0 && duration.unit == Duration::Unit::Days) return "same day";
  return fmt::format("{} {}{}", duration.amount, row_of(duration.unit).noun, duration.amount == 1 ? "" : "s");
}

std::string to_text(const Value& value, const Fact& fact) { return std::visit(ValueText{fact}, value); }

}  // namespace candor
