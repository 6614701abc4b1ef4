#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "candor/redact/redact.hpp"
#include "candor/text/ascii.hpp"

namespace candor {
namespace {

/// Of these there is usually one, which needs no number.
bool is_single(std::string_view kind) { return kind == "Client" || kind == "Provider"; }

bool belongs_to_word(char c) {
  return ascii::is_letter(c) || ascii::is_digit(c) || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

/// Where a name stands as whole words, from `start` on. One that is a single word may be an ordinary one too, so it
/// must be written alike.
std::size_t find_name(std::string_view text, std::string_view name, std::size_t start) {
  const bool is_one_word = name.find_first_of(" -") == std::string_view::npos;
  const auto is_same = [&](char a, char b) { return is_one_word ? a == b : ascii::lower(a) == ascii::lower(b); };
  for (auto from = text.begin() + static_cast<std::ptrdiff_t>(start); from < text.end(); ++from) {
    from = std::search(from, text.end(), name.begin(), name.end(), is_same);
    if (from == text.end()) break;
    const auto after = from + static_cast<std::ptrdiff_t>(name.size());
    const bool begins = from == text.begin() || !belongs_to_word(*(from - 1));
    const bool ends = after == text.end() || !belongs_to_word(*after);
    if (begins && ends) return static_cast<std::size_t>(from - text.begin());
  }
  return std::string_view::npos;
}

void replace_name(std::string& text, std::string_view name, std::string_view by) {
  for (auto at = find_name(text, name, 0); at != std::string::npos; at = find_name(text, name, at + by.size()))
    text.replace(at, name.size(), by);
}

std::string slug(std::string_view name) {
  auto made = ascii::lowered(name);
  std::ranges::replace(made, ' ', '-');
  return made;
}

}  // namespace

std::string StandIns::of(std::string_view name, std::string_view kind) {
  return name.empty() || is_public(name) ? std::string{name} : made(name, kind);
}

std::string StandIns::made(std::string_view name, std::string_view kind) {
  if (const auto known = known_.find(name); known != known_.end()) return known->second;
  const int number = ++counts_[std::string{kind}];
  auto stand_in = number == 1 && is_single(kind) ? std::string{kind} : fmt::format("{} {}", kind, number);
  return known_.emplace(name, std::move(stand_in)).first->second;
}

std::string StandIns::of_somebody(std::string_view name, std::string_view kind) {
  if (name.empty() || kept_.contains(name)) return std::string{name};
  auto stand_in = made(name, kind);  // somebody may be called as a program is
  of_people_.emplace(name, stand_in);
  return stand_in;
}

std::string StandIns::swept_id(std::string id) const {
  id = swept(std::move(id));
  for (const auto& [name, stand_in] : of_people_) replace_name(id, slug(name), slug(stand_in));
  return id;
}

std::string StandIns::swept(std::string text) const {
  std::vector<std::pair<std::string_view, std::string_view>> longest_first{of_people_.begin(), of_people_.end()};
  std::ranges::stable_sort(longest_first, std::ranges::greater{}, [](const auto& one) { return one.first.size(); });
  for (const auto& [name, stand_in] : longest_first) {
    replace_name(text, name, stand_in);
    if (name.find(' ') != std::string_view::npos) replace_name(text, slug(name), slug(stand_in));
  }
  return text;
}

}  // namespace candor
