#include <algorithm>
#include <array>
#include <string_view>

#include "candor/model/value.hpp"
#include "candor/text/ascii.hpp"

namespace candor {
namespace {

// Tags that come before the release, earliest first. `m` is a milestone; Python writes `a` and `b`.
constexpr std::array<std::string_view, 12> tags{"snapshot",  "dev", "alpha",   "a",   "beta", "b",
                                                "milestone", "m",   "preview", "pre", "cr",   "rc"};

constexpr std::size_t longest_version = 100;
constexpr std::size_t most_numbers = 16;
constexpr std::size_t most_digits = 15;  // fits 64 bits with room to spare

bool is_separator(char c) { return c == '.' || c == '-' || c == '_' || c == '+' || c == '~'; }

std::string_view take_while(std::string_view text, bool (*belongs)(char)) {
  const auto end = std::ranges::find_if_not(text, belongs);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

struct Tag {
  std::size_t rank = tags.size();  ///< a release comes after every tag
  std::int64_t number = 0;
  friend auto operator<=>(const Tag&, const Tag&) = default;
};

std::int64_t to_number(std::string_view digits) {
  std::int64_t number = 0;
  for (const char c : digits.substr(0, most_digits)) number = number * 10 + (c - '0');
  return number;
}

/// Reads `beta9`, `rc.1`; a tail that is no known tag counts as the release.
Tag tag_of(std::string_view tail) {
  const auto word = take_while(tail, ascii::is_letter);
  const auto found = std::ranges::find(tags, word);
  if (found == tags.end()) return {};
  tail.remove_prefix(word.size());
  while (!tail.empty() && is_separator(tail.front())) tail.remove_prefix(1);
  return {static_cast<std::size_t>(found - tags.begin()), to_number(take_while(tail, ascii::is_digit))};
}

bool may_stand_in_a_tail(char c) { return ascii::is_digit(c) || ascii::is_letter(c) || is_separator(c); }

/// `2.17.x` hides the very number that is asked for.
bool is_wildcard(std::string_view tail) { return tail == "x" || tail.starts_with("x.") || tail.starts_with("x-"); }

}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
  if (text.size() > longest_version) return std::nullopt;
  Version version;
  version.written = text;
  if (text.size() > 1 && ascii::lower(text.front()) == 'v') text.remove_prefix(1);
  while (true) {
    const auto digits = take_while(text, ascii::is_digit);
    if (digits.empty() || digits.size() > most_digits || version.numbers.size() == most_numbers) return std::nullopt;
    version.numbers.push_back(to_number(digits));
    text.remove_prefix(digits.size());
    if (text.size() < 2 || text[0] != '.' || !ascii::is_digit(text[1])) break;
    text.remove_prefix(1);
  }
  const bool lacks_number = text.starts_with('.') && (text.size() == 1 || !ascii::is_letter(text[1]));
  if (lacks_number || !std::ranges::all_of(text, may_stand_in_a_tail)) return std::nullopt;
  while (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
  std::string tail{text};
  std::ranges::transform(tail, tail.begin(), ascii::lower);
  if (is_wildcard(tail)) return std::nullopt;
  if (tag_of(tail).rank < tags.size()) version.pre_release = tail;
  return version;
}

std::weak_ordering operator<=>(const Version& a, const Version& b) {
  const auto places = std::max(a.numbers.size(), b.numbers.size());
  for (std::size_t place = 0; place < places; ++place)
    if (a.number(place) != b.number(place)) return a.number(place) <=> b.number(place);
  return tag_of(a.pre_release) <=> tag_of(b.pre_release);
}

}  // namespace candor
