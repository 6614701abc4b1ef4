#include "render/wrap.hpp"

#include <doctest/doctest.h>

#include "candor/text/utf8.hpp"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("a text is broken at blanks, as late as its width allows") {
  CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
  CHECK(wrap("one two three", 13) == Lines{"one two three"});
  CHECK(wrap("", 10) == Lines{""});
  CHECK(wrap("  one \n\t two  ", 20) == Lines{"one two"});
}

TEST_CASE("width is counted in columns, not in bytes or characters") {
  CHECK(wrap("é é é", 5) == Lines{"é é é"});
  CHECK(wrap("東京 東京", 8) == Lines{"東京", "東京"});
  CHECK(wrap("東京 東京", 9) == Lines{"東京 東京"});
}

TEST_CASE("a word that is wider than the line is broken where it must be") {
  CHECK(wrap("a abcdefgh b", 3) == Lines{"a", "abc", "def", "gh", "b"});
  CHECK(wrap("東京東京", 5) == Lines{"東京", "東京"});
  CHECK(wrap("abcdef gh", 4) == Lines{"abcd", "ef", "gh"});
}

TEST_CASE("what could act on the terminal is spelt out before it is measured") {
  CHECK(wrap("a\x1b[2Jb c", 9) == Lines{"a\\u{1B}[2", "Jb c"});
}

TEST_CASE("no line begins with what a build machine would obey, wherever the text is broken") {
  CHECK(wrap("aa ::error::x", 6) == Lines{"aa", "\\u{3A}", ":error", "\\u{3A}", ":x"});
  CHECK(wrap("aa ::error b", 12) == Lines{"aa", "\\u{3A}:error", "b"});
  CHECK(wrap("0123456789abcdef::error::x", 16) == Lines{"0123456789abcdef", "\\u{3A}:error::x"});
  CHECK(wrap("a ##[error]x", 20) == Lines{"a ##\\u{5B}error]x"});
}

TEST_CASE("no line is wider than asked, whatever the text") {
  const std::string text =
      "Wörter, 東京 and some👍🏽emoji in-one\u0301-very-long-hyphenated-word " + std::string(50, 'x');
  for (std::size_t width = 2; width < 60; ++width)
    for (const auto& line : wrap(text, width)) CHECK(display_width(line) <= width);
}

TEST_CASE("a word of a million marks that take no room is broken at once") {
  std::string marks = "e";
  for (int i = 0; i < 1'000'000; ++i) marks += "\u0301";
  CHECK(wrap(marks, 80) == Lines{marks});
}

}  // namespace
}  // namespace candor
