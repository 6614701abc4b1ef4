#include "import/field_value.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string>
#include <utility>

#include "candor/text/ascii.hpp"
#include "import/day.hpp"
#include "import/words.hpp"

namespace candor {

std::optional<FieldValue> field_value(const Field& field, std::string_view text, std::optional<DayOrder> order) {
  constexpr std::size_t most_digits = 12;
  const auto word = lower_case(text);
  switch (field.type) {
    case Type::YesNo:
      if (word == "yes" || word == "true") return FieldValue{true};
      if (word == "no" || word == "false") return FieldValue{false};
      return std::nullopt;
    case Type::Date:
      if (const auto day = find_day_in(text, order).day) return FieldValue{*day};
      return std::nullopt;
    case Type::Number: {
      std::int64_t number = 0;
      const bool is_number = !text.empty() && text.size() <= most_digits && std::ranges::all_of(text, ascii::is_digit);
      if (!is_number || std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc{})
        return std::nullopt;
      return FieldValue{number};
    }
    case Type::Choice:
      for (std::size_t i = 0; i < field.choices.size(); ++i)
        if (lower_case(field.choices[i]) == word) return FieldValue{Choice{static_cast<std::uint16_t>(i)}};
      return std::nullopt;
    case Type::Version:
      if (auto version = Version::parse(text)) return FieldValue{std::move(*version)};
      return std::nullopt;
    case Type::Text:
      if (text.empty()) return std::nullopt;
      return FieldValue{Text{std::string{text}}};
    case Type::Coverage:
    case Type::Event:
    case Type::Duration:
    case Type::Records: break;  // the catalog's reader lets no field have these
  }
  std::abort();
}

}  // namespace candor
