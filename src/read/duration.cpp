#include <algorithm>
#include <array>

#include "candor/text/suggest.hpp"
#include "choice.hpp"
#include "number.hpp"
#include "word.hpp"

namespace candor {
namespace {

using Unit = Duration::Unit;

constexpr std::array<Named<Unit>, 12> units{{
    {"minute", Unit::Minutes},
    {"minutes", Unit::Minutes},
    {"hour", Unit::Hours},
    {"hours", Unit::Hours},
    {"day", Unit::Days},
    {"days", Unit::Days},
    {"week", Unit::Weeks},
    {"weeks", Unit::Weeks},
    {"month", Unit::Months},
    {"months", Unit::Months},
    {"year", Unit::Years},
    {"years", Unit::Years},
}};

// How people say it, and how it is written.
constexpr std::array<Named<std::string_view>, 16> sayings{{
    {"hourly", "1 hour"},
    {"daily", "1 day"},
    {"nightly", "1 day"},
    {"every day", "1 day"},
    {"every night", "1 day"},
    {"weekly", "1 week"},
    {"every week", "1 week"},
    {"fortnightly", "2 weeks"},
    {"monthly", "1 month"},
    {"every month", "1 month"},
    {"quarterly", "3 months"},
    {"yearly", "1 year"},
    {"annually", "1 year"},
    {"at once", "same day"},
    {"immediately", "same day"},
    {"the same day", "same day"},
}};

constexpr std::size_t most_amount_digits = 6;

std::string hint_for_duration(std::string_view text) {
  const auto saying = std::ranges::find(sayings, text, &Named<std::string_view>::name);
  if (saying != sayings.end()) return "write " + quoted(saying->value);
  const auto digits = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
  if (digits.empty() || digits.size() > most_amount_digits)
    return hint_for(text, "write a number and a unit, as in `6 months`, or `same day` or `never`");
  const auto unit = text.substr(std::min(text.find_first_not_of(' ', digits.size()), text.size()));
  if (unit.empty()) return "say of what, as in " + quoted(std::string{digits} + " days");
  std::vector<std::string_view> names;
  for (const auto& row : units) names.push_back(row.name);
  if (const auto near = nearest(unit, names))
    return "did you mean " + quoted(std::string{digits} + " " + std::string{*near}) + "?";
  return "the units are minutes, hours, days, weeks, months and years";
}

std::optional<Duration> parse_duration(std::string_view text) {
  if (text == "never") return Duration{.never = true};
  if (text == "same day") return Duration{};
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto amount = parse_digits(text.substr(0, space), most_amount_digits);
  const auto unit = std::ranges::find(units, text.substr(space + 1), &Named<Unit>::name);
  if (!amount || unit == units.end()) return std::nullopt;
  return Duration{.amount = *amount, .unit = unit->value};
}

}  // namespace

std::optional<Duration> read_duration(const yaml::Node& node) {
  const auto text = node.text("a length of time such as `6 months`");
  if (text.empty()) return std::nullopt;
  if (const auto duration = parse_duration(text)) return duration;
  node.error("bad-duration", quoted(text) + " is not a length of time", hint_for_duration(text));
  return std::nullopt;
}

}  // namespace candor
