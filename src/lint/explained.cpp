#include <algorithm>
#include <array>
#include <initializer_list>

#include "candor/lint/jargon.hpp"
#include "lint/letters.hpp"

namespace candor::lint {

namespace {

using Words = std::initializer_list<std::string_view>;

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char character : text) {
    const bool is_part = is_letter(character) || (in_word && (character == '\'' || character == '-'));
    if (is_part && !in_word) ++words;
    in_word = is_part;
  }
  return words;
}

/// Reads on in a text from a place.
struct Cursor {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] std::string_view rest() const { return text.substr(std::min(at, text.size())); }

  bool take_one_of(std::string_view set) {
    if (at >= text.size() || !is_one_of(text[at], set)) return false;
    ++at;
    return true;
  }
  bool take_blanks() {
    const auto begin = at;
    while (at < text.size() && is_blank(text[at])) ++at;
    return at > begin;
  }
  /// One of these words, in any case, and not only the beginning of one.
  bool take_word(Words words) {
    for (const auto word : words) {
      if (lower(rest().substr(0, word.size())) != word) continue;
      const auto end = at + word.size();
      if (end < text.size() && is_name(text[end])) continue;
      at = end;
      return true;
    }
    return false;
  }
  /// Up to one of these characters, or the end.
  std::string_view take_until(std::string_view set) {
    const auto begin = at;
    while (at < text.size() && !is_one_of(text[at], set)) ++at;
    return text.substr(begin, at - begin);
  }
};

using IsPlain = std::function<bool(std::size_t, std::size_t)>;

/// The term (plain words).
bool by_brackets(Cursor cursor, const IsPlain& is_plain) {
  cursor.take_blanks();
  if (!cursor.take_one_of("(")) return false;
  const auto begin = cursor.at;
  const auto inside = cursor.take_until(")");
  return cursor.at < cursor.text.size() && inside.size() >= 12 && count_words(inside) >= 3 &&
         is_plain(begin, cursor.at);
}

/// The term is a … .
bool by_definition(Cursor cursor) {
  const auto begin = cursor.at;
  if (!cursor.take_blanks() || !cursor.take_word({"is", "are", "means", "refers to", "describes"})) return false;
  if (!cursor.take_blanks() ||
      !cursor.take_word({"a",        "an",      "the",      "when",     "what",      "where",   "any",
                         "software", "program", "programs", "criminal", "criminals", "someone", "you",
                         "that",     "message", "messages", "email",    "emails",    "having"}))
    return false;
  cursor.take_until(".");
  return count_words(cursor.text.substr(begin, cursor.at - begin)) >= 5;
}

/// The term: a … .
bool by_colon(Cursor cursor) {
  cursor.take_blanks();
  constexpr std::array marks{':', '-', long_dash};
  if (!cursor.take_one_of({marks.data(), marks.size()}) || !cursor.take_blanks()) return false;
  if (!cursor.take_word({"a", "an", "the", "when", "where", "software", "criminal", "criminals", "someone"}))
    return false;
  return count_words(cursor.take_until(".")) >= 3;
}

/// The term, which … .
bool by_clause(Cursor cursor) {
  if (!cursor.take_one_of(",") || !cursor.take_blanks()) return false;
  if (!cursor.take_word({"which", "where", "a", "an", "meaning", "so"})) return false;
  return count_words(cursor.take_until(".,;")) >= 4;
}

/// Plain words in small letters (the term).
bool by_words_before(std::string_view sentence, std::size_t begin, std::size_t end, const IsPlain& is_plain) {
  Cursor after{sentence, end};
  after.take_one_of("\"'");
  if (!after.rest().starts_with(")")) return false;
  auto at = begin;
  if (at > 0 && is_one_of(sentence[at - 1], "\"'")) --at;
  while (at > 0 && is_blank(sentence[at - 1])) --at;
  if (at == 0 || sentence[at - 1] != '(') return false;
  const auto last = --at;
  std::size_t words = 0;
  bool in_word = false;
  while (at > 0) {
    const char before = sentence[at - 1];
    const bool is_part = is_lower(before) || is_one_of(before, "',-");
    if (!is_part && !is_blank(before)) break;
    if (is_part && !in_word) ++words;
    in_word = is_part;
    --at;
  }
  if (in_word && at > 0 && is_name(sentence[at - 1])) --words;  // the end of a word that begins otherwise
  return words >= 3 && is_plain(at, last);
}

/// … is called the term.
bool by_name(std::string_view before) {
  const auto cut = [&](Words endings) {
    for (const auto ending : endings)
      if (before.size() >= ending.size() && lower(before.substr(before.size() - ending.size())) == ending) {
        before.remove_suffix(ending.size());
        return true;
      }
    return false;
  };
  cut({"\"", "'"});
  cut({" a ", " an ", " the "}) ? void() : static_cast<void>(cut({" "}));
  while (!before.empty() && is_blank(before.back())) before.remove_suffix(1);
  return cut({"called", "known as", "name for this is", "term is", "this is", "that is", "that's"});
}

}  // namespace

bool is_explained(std::string_view sentence, std::size_t begin, std::size_t end, const IsPlain& is_plain) {
  Cursor after{sentence, end};
  after.take_one_of("\"'");
  return by_brackets(after, is_plain) || by_definition(after) || by_colon(after) || by_clause(after) ||
         by_words_before(sentence, begin, end, is_plain) || by_name(sentence.substr(0, begin));
}

}  // namespace candor::lint
