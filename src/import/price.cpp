#include "import/price.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "import/words.hpp"

namespace candor {

namespace {

using namespace std::literals;

constexpr std::array signs{"£"sv, "€"sv, "$"sv};
constexpr std::size_t most_digits = 12;  // as in an inventory, so that sums stay exact

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_currency(std::string_view text, std::string_view currency) {
  const auto take = [&](std::string_view word) {
    if (word.empty()) return;
    if (text.starts_with(word)) text.remove_prefix(word.size());
    if (text.ends_with(word)) text.remove_suffix(word.size());
    text = trimmed(text);
  };
  for (const auto sign : signs) take(sign);
  take(currency);
  take(lower_case(currency));
  return text;
}

/// Cuts at the words that stand between two prices.
std::vector<std::string> parts_of(std::string text) {
  for (const auto between : {", then "sv, " then "sv, " and "sv, " plus "sv, ", "sv, " + "sv})
    for (auto at = text.find(between); at != std::string::npos; at = text.find(between))
      text.replace(at, between.size(), "\n");
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    parts.emplace_back(trimmed(std::string_view{text}.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

enum class Span { Bare, Once, Month, Year };

/// Takes the words after the amount: `a month`, `per year`, `once`.
Span take_span(std::string_view& text) {
  constexpr std::array<std::pair<std::string_view, Span>, 11> endings{{
      {" once", Span::Once},
      {" a month", Span::Month},
      {" per month", Span::Month},
      {"/month", Span::Month},
      {" each month", Span::Month},
      {" monthly", Span::Month},
      {" a year", Span::Year},
      {" per year", Span::Year},
      {"/year", Span::Year},
      {" each year", Span::Year},
      {" yearly", Span::Year},
  }};
  for (const auto& [ending, span] : endings) {
    if (!text.ends_with(ending)) continue;
    text = trimmed(text.substr(0, text.size() - ending.size()));
    return span;
  }
  return Span::Bare;
}

/// What an amount without another word must mean, given the price that was offered.
Span meant_by(const Price& price) {
  if (price.once && !price.running) return Span::Once;
  if (!price.running || price.once) return Span::Bare;
  return price.per == Price::Per::Month ? Span::Month : Span::Year;
}

}  // namespace

std::optional<Money> parse_amount(std::string_view text, std::string_view currency) {
  text = without_currency(trimmed(text), currency);
  const auto point = std::min(text.find_first_of(".,"), text.size());
  const auto units = text.substr(0, point);
  auto cents = text.substr(std::min(point + 1, text.size()));
  const bool has_point = point < text.size();
  if (units.empty() || units.size() > most_digits || !std::ranges::all_of(units, is_digit)) return std::nullopt;
  if (has_point && (cents.empty() || cents.size() > 2 || !std::ranges::all_of(cents, is_digit))) return std::nullopt;
  std::int64_t sum = 0;
  std::from_chars(units.data(), units.data() + units.size(), sum);
  sum *= 100;
  if (!cents.empty()) sum += (cents[0] - '0') * 10;
  if (cents.size() == 2) sum += cents[1] - '0';
  return Money{sum};
}

std::optional<Price> parse_price(std::string_view text, const Price& of_row, std::string_view currency) {
  const auto said = lower_case(trimmed(text));
  Price price;
  if (said == "included" || said == "free" || said == "no extra cost") {
    price.included = true;
    return price;
  }
  const auto parts = parts_of(said);
  for (std::string_view part : parts) {
    auto span = take_span(part);
    if (span == Span::Bare && parts.size() == 1) span = meant_by(of_row);
    const auto amount = parse_amount(part, lower_case(currency));
    const bool is_second = span == Span::Once ? price.once.has_value() : price.running.has_value();
    if (!amount || span == Span::Bare || is_second) return std::nullopt;
    if (span == Span::Once) {
      price.once = amount;
    } else {
      price.running = amount;
      price.per = span == Span::Month ? Price::Per::Month : Price::Per::Year;
    }
  }
  return price;
}

}  // namespace candor
