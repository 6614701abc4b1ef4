#include "number.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "word.hpp"

namespace candor {
namespace {

/// The digits of `1,200`, `1'200` or `1 200`; empty when it is no number written so.
std::string without_separators(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (ascii::is_digit(c))
      digits += c;
    else if (c != ',' && c != '\'' && c != ' ' && c != '_')
      return {};
  }
  return digits.size() == text.size() ? std::string{} : digits;
}

}  // namespace

std::optional<std::int64_t> parse_digits(std::string_view text, std::size_t most) {
  if (text.empty() || !std::ranges::all_of(text, ascii::is_digit)) return std::nullopt;
  text.remove_prefix(std::min(text.find_first_not_of('0'), text.size()));
  if (text.size() > most) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

std::optional<std::int64_t> parse_hundredths(std::string_view text) {
  const auto point = std::min(text.find('.'), text.size());
  const auto units = parse_digits(text.substr(0, point), most_digits);
  if (!units) return std::nullopt;
  if (point == text.size()) return *units * 100;
  const auto decimals = text.substr(point + 1);
  const auto hundredths = parse_digits(decimals, 2);
  if (!hundredths || decimals.size() > 2) return std::nullopt;
  return *units * 100 + *hundredths * (decimals.size() == 1 ? 10 : 1);
}

std::optional<std::int64_t> read_number(const yaml::Node& node, std::size_t most) {
  const auto text = node.text("a whole number");
  if (text.empty()) return std::nullopt;
  if (const auto number = parse_digits(text, most)) return number;
  if (std::ranges::all_of(text, ascii::is_digit)) {
    node.error("bad-number", quoted(text) + " is more than can be counted here",
               fmt::format("write at most {} digits", most));
  } else if (text == "none" || text == "no") {
    node.error("bad-number", quoted(text) + " is not a whole number", "write `0`");
  } else {
    const auto digits = without_separators(text);
    node.error("bad-number", quoted(text) + " is not a whole number",
               hint_for(text, digits.empty() ? "write digits alone, as in `12`" : "write " + quoted(digits)));
  }
  return std::nullopt;
}

std::optional<Version> read_version(const yaml::Node& node) {
  const auto text = node.text("a version such as `2.17.1`");
  if (text.empty()) return std::nullopt;
  if (auto version = Version::parse(text)) return version;
  node.error("bad-version", quoted(text) + " is not a version",
             hint_for(text, "write all its numbers, as in `2.17.1`, or `unknown`"));
  return std::nullopt;
}

}  // namespace candor
