#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "candor/lint/prose.hpp"

/// Where sentences, words and codes begin and end in a prose.
namespace candor::lint {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A sentence ends at `.`, `!` or `?` (with closing quotes or brackets) before a blank and a
/// capital, a digit or an opening quote or bracket, and at the end of its block. An abbreviation
/// (`e.g.`), a `No.` before a number, a single initial (`J. Marsh`) and a row of dots end nothing.
/// Every item of a list and every heading with a letter in it is a sentence.
[[nodiscard]] std::vector<Span> split_sentences(std::string_view text);

struct Token {
  Span span;
  bool is_code = false;
};

/// Words are letters with apostrophes and hyphens between them; a number is none. Codes are what
/// no owner says: paths, settings (`name=value`, `some_name`), options, versions, ids
/// (`mfa.cloud`, `CVE-2021-44228`). A code counts as one word of one syllable.
[[nodiscard]] std::vector<Token> split_words(std::string_view text, Span sentence);

/// The length of a code that begins at `at`; 0 when none does.
class CodeFinder {
 public:
  explicit CodeFinder(std::string_view text) : text_(text) {}
  [[nodiscard]] std::size_t length(std::size_t at);

 private:
  [[nodiscard]] std::size_t end_of_chunk(std::size_t at);
  [[nodiscard]] char at(std::size_t index) const { return index < text_.size() ? text_[index] : ' '; }
  [[nodiscard]] std::size_t end_of_setting(std::size_t begin);
  [[nodiscard]] std::size_t end_of_mixed_case(std::size_t begin) const;
  [[nodiscard]] std::size_t end_of_number(std::size_t begin) const;
  [[nodiscard]] std::size_t end_of_capitals(std::size_t begin) const;
  [[nodiscard]] std::size_t end_of_dotted(std::size_t begin) const;

  std::string_view text_;
  std::size_t chunk_end_ = 0;     ///< of what was looked at last, between blanks
  std::size_t last_setting_ = 0;  ///< its last `=` between two names
};

}  // namespace candor::lint
