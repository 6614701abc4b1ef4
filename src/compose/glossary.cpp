#include "glossary.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>

#include "candor/text/ascii.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// Whether `word` stands in `text` as a word of its own, a plural s allowed. Both are ascii::lowered to
/// small letters: the text once for all words.
bool uses(std::string_view text, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    auto after = at + word.size();
    if (after < text.size() && text[after] == 's') ++after;
    const bool begins = at == 0 || !ascii::is_letter(text[at - 1]);
    if (begins && (after == text.size() || !ascii::is_letter(text[after]))) return true;
  }
  return false;
}

/// The words of a text, to look for terms among them: few of the terms stand in it, and looking through all of it for
/// each takes longer than making a report.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const auto word = letters_at(text, at);
      if (!word.empty()) words_.insert(word);
      at += std::max<std::size_t>(word.size(), 1);
    }
  }

  [[nodiscard]] bool use(std::string_view term) const {
    const std::string first{letters_at(term, 0)};
    const bool may_be = first.empty() || words_.contains(first) || words_.contains(first + 's');
    return may_be && uses(text_, term);
  }

 private:
  static std::string_view letters_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && ascii::is_letter(text[end])) ++end;
    return text.substr(at, end - at);
  }

  std::string_view text_;
  std::unordered_set<std::string_view> words_;  // looked up only: its order reaches no output
};

/// A meaning that opens with its word stands alone; others follow it.
std::string explained(const Term& term) {
  const auto same = [](char a, char b) { return ascii::lower(a) == ascii::lower(b); };
  std::string_view meaning = term.meaning;
  for (const std::string_view article : {"A ", "An ", "The "})
    if (meaning.starts_with(article)) meaning.remove_prefix(article.size());
  const bool opens =
      meaning.size() >= term.word.size() && std::equal(term.word.begin(), term.word.end(), meaning.begin(), same);
  return opens ? sentence(term.meaning) : fmt::format("{}: {}", capitalised(term.word), sentence(term.meaning));
}

}  // namespace

Blocks compose_glossary(const Profile& profile, std::string_view text) {
  const std::string small = ascii::lowered(text);
  const Vocabulary vocabulary{small};
  std::vector<std::string> items;
  for (const Term& term : profile.terms) {
    const auto is_used = [&](const std::string& word) { return vocabulary.use(ascii::lowered(word)); };
    if (is_used(term.word) || std::ranges::any_of(term.also, is_used)) items.push_back(explained(term));
  }
  if (items.empty()) return {};
  return {Heading{2, "Words explained"}, Bullets{std::move(items)}};
}

}  // namespace candor
