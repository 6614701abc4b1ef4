#include "candor/lint/jargon.hpp"

#include <algorithm>
#include <utility>

#include "lint/letters.hpp"

namespace candor::lint {

namespace {

constexpr int most_variants = 16;  // of one term: each hyphen doubles them

/// `MFA`, `CI/CD`, `2FA`: nothing but capitals, digits and marks.
bool is_acronym(std::string_view word) {
  return word.size() >= 2 && std::ranges::all_of(word, [](char character) {
           return is_upper(character) || is_digit(character) || is_one_of(character, "/&.-");
         });
}

std::size_t end_of_name(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name(text[at])) ++at;
  return at;
}

/// Past blanks and hyphens.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != block_break && (is_blank(text[at]) || text[at] == '-')) ++at;
  return at;
}

/// What may stand at the end of a word without making it another.
bool is_same_word(std::string_view found, std::string_view word, bool is_exact) {
  if (!found.starts_with(word)) return false;
  const auto ending = found.substr(word.size());
  return ending.empty() || ending == "s" || (!is_exact && ending == "es");
}

}  // namespace

Jargon::Jargon(std::vector<Term> terms) : terms_(std::move(terms)) {
  for (std::uint32_t term = 0; term < terms_.size(); ++term) {
    const auto& word = terms_[term].word;
    // With a hyphen between letters, the same word written as one.
    std::vector<std::string> variants{""};
    for (std::size_t at = 0; at < word.size(); ++at) {
      const bool may_join = word[at] == '-' && at > 0 && is_letter(word[at - 1]) && at + 1 < word.size() &&
                            is_letter(word[at + 1]) && variants.size() * 2 <= most_variants;
      const auto count = variants.size();
      for (std::size_t i = 0; may_join && i < count; ++i) variants.push_back(variants[i]);
      for (std::size_t i = 0; i < count; ++i) variants[i] += word[at];
    }
    for (const auto& variant : variants) add(term, variant);
  }
}

void Jargon::add(std::uint32_t term, std::string_view word) {
  Pattern pattern{.term = term, .is_exact = is_acronym(word), .is_stem = word.ends_with('*'), .parts = {}};
  if (pattern.is_stem) word.remove_suffix(1);
  for (std::size_t at = 0; at < word.size();) {
    const auto end = end_of_name(word, at);
    auto next = end;
    while (next < word.size() && !is_name(word[next])) ++next;
    Part part{.word = std::string{word.substr(at, end - at)}, .mark = {}};
    if (!pattern.is_exact) part.word = lower(part.word);
    if (at > 0) {
      const auto begin =
          word.find_last_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_", at - 1) + 1;
      part.mark = word.substr(begin, at - begin);
      if (part.mark.find_first_not_of(" -") == std::string::npos) part.mark.clear();
    }
    pattern.parts.push_back(std::move(part));
    at = next;
  }
  add_pattern(std::move(pattern));
}

void Jargon::add_pattern(Pattern pattern) {
  if (pattern.parts.empty()) return;
  if (pattern.is_stem && pattern.parts.size() == 1) {
    stems_.push_back(std::move(pattern));
  } else {
    const auto key = lower(pattern.parts.front().word);
    by_first_word_[key].push_back(std::move(pattern));
  }
}

/// Where the pattern that begins at `at` ends; 0 when it does not stand there.
std::size_t Jargon::match(const Pattern& pattern, std::string_view text, std::size_t at) const {
  for (std::size_t i = 0; i < pattern.parts.size(); ++i) {
    const auto& [word, mark] = pattern.parts[i];
    if (i > 0) {
      const auto next = mark.empty() ? skip_blanks(text, at) : at + mark.size();
      if (next == at || (!mark.empty() && !text.substr(at).starts_with(mark))) return 0;
      at = next;
    }
    const auto end = end_of_name(text, at);
    const auto written = text.substr(at, end - at);
    const auto found = pattern.is_exact ? std::string{written} : lower(written.substr(0, word.size() + 2));
    if (pattern.is_stem && i + 1 == pattern.parts.size()) {
      if (!found.starts_with(word)) return 0;
    } else if (found.size() != written.size() ||
               (i + 1 == pattern.parts.size() ? !is_same_word(found, word, pattern.is_exact) : found != word)) {
      return 0;
    }
    at = end;
  }
  const auto rest = text.substr(at);
  if (!pattern.is_stem && rest.starts_with("'s") && (rest.size() == 2 || !is_name(rest[2]))) at += 2;
  return at;
}

std::vector<Hit> Jargon::find(std::string_view text, std::size_t begin, std::size_t end) const {
  constexpr std::size_t longest_word = 64;
  std::vector<Hit> hits;
  text = text.substr(0, end);
  std::string key;
  for (auto at = begin; at < end;) {
    if (!is_name(text[at])) {
      ++at;
      continue;
    }
    const auto word_end = end_of_name(text, at);
    Hit best{.begin = at, .end = 0, .term = 0};
    const auto try_all = [&](const std::vector<Pattern>& patterns) {
      for (const auto& pattern : patterns)
        if (const auto reached = match(pattern, text, at); reached > best.end)
          best = {.begin = at, .end = reached, .term = pattern.term};
    };
    if (word_end - at <= longest_word) {
      key = lower(text.substr(at, word_end - at));
      for (const std::string_view ending : {"", "s", "es"}) {
        if (!key.ends_with(ending)) continue;
        const auto found = by_first_word_.find(std::string_view{key}.substr(0, key.size() - ending.size()));
        if (found != by_first_word_.end()) try_all(found->second);
      }
    }
    try_all(stems_);
    if (best.end > 0) hits.push_back(best);
    at = std::max(word_end, best.end);
  }
  return hits;
}

}  // namespace candor::lint
