#include "money.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "words.hpp"

namespace candor::wording {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 3> symbols{
    {{"GBP", "£"}, {"EUR", "€"}, {"USD", "$"}}};

std::string_view per(Price::Per per) {
  switch (per) {
    case Price::Per::None: return "";
    case Price::Per::Month: return " a month";
    case Price::Per::Year: return " a year";
  }
  return "";
}

}  // namespace

std::string amount(Money money, std::string_view currency) {
  std::string sum = number(money.hundredths / 100);
  if (const auto rest = money.hundredths % 100) sum += fmt::format(".{:02}", rest);
  for (const auto& [code, symbol] : symbols)
    if (code == currency) return fmt::format("{}{}", symbol, sum);
  return currency.empty() ? sum : fmt::format("{} {}", currency, sum);
}

std::string price(const Price& price, std::string_view currency) {
  if (!price.is_known()) return "not priced yet";
  const std::string running = price.running ? amount(*price.running, currency) + std::string{per(price.per)} : "";
  if (price.once && price.running) return fmt::format("{} once, then {}", amount(*price.once, currency), running);
  if (price.once) return amount(*price.once, currency) + " once";
  return price.running ? running : "no extra cost";
}

void Total::add(const Price& price) {
  if (price.once) once.hundredths += price.once->hundredths;
  if (const auto year = price.a_year()) a_year.hundredths += year->hundredths;
  if (price.once || price.running)
    ++priced;
  else if (price.included)
    ++included;
}

std::string total(const Total& total, std::string_view currency) {
  if (total.priced == 0) return {};
  const bool has_once = total.once.hundredths != 0;
  const bool has_year = total.a_year.hundredths != 0;
  if (has_once && has_year)
    return fmt::format("{} now and {} a year", amount(total.once, currency), amount(total.a_year, currency));
  if (has_year) return amount(total.a_year, currency) + " a year";
  return amount(total.once, currency) + " now";
}

}  // namespace candor::wording
