#include "candor/text/utf8.hpp"

#include <doctest/doctest.h>

namespace candor {
namespace {

TEST_CASE("the first byte that is not UTF-8 is found") {
  CHECK(!find_invalid_utf8(""));
  CHECK(!find_invalid_utf8("Müller, 東京, 🦷"));
  CHECK(!find_invalid_utf8("\xF4\x8F\xBF\xBF"));      // U+10FFFF
  CHECK(find_invalid_utf8("Caf\xE9") == 3);           // Latin-1
  CHECK(find_invalid_utf8("a\xC0\x80") == 1);         // overlong NUL
  CHECK(find_invalid_utf8("\xE0\x9F\xBF") == 0);      // overlong
  CHECK(find_invalid_utf8("\xF0\x8F\xBF\xBF") == 0);  // overlong
  CHECK(find_invalid_utf8("ab\xED\xA0\x80") == 2);    // surrogate
  CHECK(find_invalid_utf8("\xF4\x90\x80\x80") == 0);  // past U+10FFFF
  CHECK(find_invalid_utf8("\x80") == 0);
  CHECK(find_invalid_utf8("abc\xE2\x82") == 3);  // cut off
}

TEST_CASE("a text takes the columns that a terminal gives it") {
  CHECK(display_width("") == 0);
  CHECK(display_width("Dental") == 6);
  CHECK(display_width("Müller") == 6);
  CHECK(display_width("Mu\u0308ller") == 6);  // the dots as a character of their own
  CHECK(display_width("東京") == 4);
  CHECK(display_width("🦷") == 2);
  CHECK(display_width("👨\u200D👩\u200D👧") == 2);
  CHECK(display_width("👍🏽") == 2);
  CHECK(display_width("█▒·") == 3);
}

TEST_CASE("characters that act on a reader are hostile, those that are read are not") {
  for (const char32_t hostile :
       U"\u0001\u0007\u0008\t\n\r\u001B\u007F\u0085\u009B\u00AD\u061C\u200B\u200C\u200D\u200E"
       U"\u2028\u2029\u202A\u202E\u2060\u2066\u2069\u3164\uFEFF\uFFF9\U000E0041")
    CHECK_MESSAGE(is_hostile(hostile), static_cast<unsigned>(hostile));
  for (const char32_t plain :
       {U'a', U' ', U'~', U'é', U'\u00A0', U'ß', U'東', U'Ж', U'ע', U'\u0301', U'\u0600', U'€', U'🦷'})
    CHECK_MESSAGE(!is_hostile(plain), static_cast<unsigned>(plain));
}

TEST_CASE("hostile characters and broken bytes are spelt out") {
  CHECK(show_hostile("Harbour Dental") == "Harbour Dental");
  CHECK(show_hostile("safe\u202Egnp.exe") == "safe\\u{202E}gnp.exe");
  CHECK(show_hostile("\x1b[31mred\x1b[0m") == "\\u{1B}[31mred\\u{1B}[0m");
  CHECK(show_hostile("a\tb\n") == "a\\u{9}b\\u{A}");
  CHECK(show_hostile("Caf\xE9") == "Caf\\xE9");
}

TEST_CASE("characters are walked one by one") {
  const std::string_view text = "é🦷x";
  std::size_t next = 0;
  CHECK(next_character(text, next) == U'é');
  CHECK(next == 2);
  CHECK(next_character(text, next) == U'🦷');
  CHECK(next == 6);
  CHECK(next_character(text, next) == U'x');
  CHECK(next == text.size());
}

}  // namespace
}  // namespace candor
