#include "words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"

namespace candor::wording {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto blank = " \t\r\n";
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

bool is_closed(std::string_view text) { return text.ends_with('.') || text.ends_with('!') || text.ends_with('?'); }

}  // namespace

std::string number(std::int64_t value) {
  std::string digits = fmt::format("{}", value);
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string_view choose(std::int64_t count, std::string_view one, std::string_view many) {
  return count == 1 ? one : many;
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  const std::string plural = many.empty() ? fmt::format("{}s", one) : std::string{many};
  return fmt::format("{} {}", number(count), choose(count, one, plural));
}

std::string joined(const std::vector<std::string>& items) {
  std::vector<std::string_view> said;
  for (const std::string& item : items)
    if (!item.empty()) said.push_back(item);
  if (said.empty()) return {};
  const std::string_view last = said.back();
  said.pop_back();
  return said.empty() ? std::string{last} : fmt::format("{} and {}", fmt::join(said, ", "), last);
}

std::string run_on(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& each : sentences) {
    if (each.empty()) continue;
    if (!text.empty()) text += ' ';
    text += each;
  }
  return text;
}

std::string capitalised(std::string_view text) {
  std::string result{trimmed(text)};
  const bool has_own_capitals = result.size() > 1 && ascii::is_capital(result[1]);
  if (!result.empty() && !has_own_capitals) result[0] = ascii::upper(result[0]);
  return result;
}

std::string sentence(std::string_view text) {
  std::string result = capitalised(text);
  if (!result.empty() && !is_closed(result)) result += '.';
  return result;
}

std::string phrase(std::string_view text) {
  std::string_view result = trimmed(text);
  if (result.ends_with('.')) result.remove_suffix(1);
  return std::string{result};
}

std::string spaced(std::string_view name) {
  std::string result{name};
  std::ranges::replace(result, '_', ' ');
  return result;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool joins =
        inside && (text[at] == '\'' || (text[at] == '-' && at + 1 < text.size() && ascii::is_letter(text[at + 1])));
    const bool counts = ascii::is_letter(text[at]) || joins;
    if (counts && !inside) ++words;
    inside = counts;
  }
  return words;
}

}  // namespace candor::wording
