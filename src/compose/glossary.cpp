#include "glossary.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// Whether `word` stands in `text` as a word of its own, a plural s allowed; case counts for nothing.
bool uses(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  for (auto at = text.begin(); !word.empty();) {
    at = std::search(at, text.end(), word.begin(), word.end(), same);
    if (at == text.end()) return false;
    auto after = at + static_cast<std::ptrdiff_t>(word.size());
    if (after != text.end() && *after == 's') ++after;
    const bool begins = at == text.begin() || !is_letter(*(at - 1));
    if (begins && (after == text.end() || !is_letter(*after))) return true;
    ++at;
  }
  return false;
}

/// A meaning that opens with its word stands alone; others follow it.
std::string explained(const Term& term) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  std::string_view meaning = term.meaning;
  for (const std::string_view article : {"A ", "An ", "The "})
    if (meaning.starts_with(article)) meaning.remove_prefix(article.size());
  const bool opens =
      meaning.size() >= term.word.size() && std::equal(term.word.begin(), term.word.end(), meaning.begin(), same);
  return opens ? sentence(term.meaning) : fmt::format("{}: {}", capitalised(term.word), sentence(term.meaning));
}

}  // namespace

Blocks compose_glossary(const Profile& profile, std::string_view text) {
  std::vector<std::string> items;
  for (const Term& term : profile.terms) {
    const auto is_used = [&](const std::string& word) { return uses(text, word); };
    if (is_used(term.word) || std::ranges::any_of(term.also, is_used)) items.push_back(explained(term));
  }
  if (items.empty()) return {};
  return {Heading{2, "Words explained"}, Bullets{std::move(items)}};
}

}  // namespace candor
