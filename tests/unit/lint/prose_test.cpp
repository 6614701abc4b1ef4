#include "candor/lint/prose.hpp"

#include <doctest/doctest.h>

#include "lint/tokens.hpp"

namespace candor::lint {
namespace {

/// The sentences of a text, each as it is read, with a bar between them.
std::string read(std::string_view bytes) {
  const auto prose = read_prose(bytes);
  std::string sentences;
  for (const auto& [begin, end] : split_sentences(prose.text)) {
    if (!sentences.empty()) sentences += " | ";
    sentences += prose.text.substr(begin, end - begin);
  }
  return sentences;
}

TEST_CASE("a sentence ends before a capital, a digit or an opening quote") {
  CHECK(read("One two. Three four! \"Five?\" six (Seven.) Eight") ==
        "One two. | Three four! | \"Five?\" six (Seven.) | Eight");
  CHECK(read("At 3.5 hours, e.g. Monday, ask J. Marsh. He said no. No. 5 is it.") ==
        "At 3.5 hours, e.g. Monday, ask J. Marsh. | He said no. | No. 5 is it.");
  CHECK(read("Wait... Then go") == "Wait  Then go");
}

TEST_CASE("headings, items and rows are sentences of their own, lines are not") {
  CHECK(read("# A title\nwords that\ngo on\n\n- one\n* two\n12. three\n> quoted\n| a | b "
             "|\n|---|---|\nUnder\n=====\nend") ==
        "A title | words that\ngo on | one | two | three\nquoted | | a | b | | Under | end");
}

TEST_CASE("marks of Markdown are not read, and the words between them are") {
  CHECK(read("Say **this** and _that_ in `code`, [a link](https://x.example/a_b) and <b>bold</b>.") ==
        "Say this and that in code, [a link and  bold .");
  CHECK(read("a <!-- not\nthis --> b ```\nnor this\n``` c https://example.com/x. Then 1\\. d &amp; e") ==
        "a   b | c  . | Then 1. d & e");
}

TEST_CASE("a stray < blanked out the rest of the text up to the next >") {
  CHECK(read("Fewer than <ten of us.\nWe use SMTP. That is > all.\n\n<b>Bold</b> <!-- not\nthis --> end <a\nb>") ==
        "Fewer than <ten of us. | We use SMTP. | That is > all. | Bold    end <a\nb>");
}

TEST_CASE("accents, quotes and invisible characters are read as plain letters") {
  CHECK(read("Caf\u00e9 \u201cna\u00efve\u201d it\u2019s\u00a0so\u00adft\u200b") == "Cafe \"naive\" it's soft");
}

TEST_CASE("every byte knows where it was written") {
  const auto prose = read_prose("## \u00e9 **b**");
  std::string places;
  for (std::size_t i = 0; i < prose.text.size(); ++i) places += prose.text[i] + std::to_string(prose.written[i]) + ' ';
  CHECK(places == "\f0  2 e3  5 b8 ");
}

TEST_CASE("any bytes are read") {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 131 + i / 7) & 0xFF);
  const auto prose = read_prose(bytes);
  CHECK(prose.text.size() == prose.written.size());
  CHECK(prose.text.size() <= bytes.size() + 1);
  for (std::size_t size = 0; size < 64; ++size)
    (void)split_sentences(read_prose(std::string_view{bytes}.substr(0, size)).text);
}

}  // namespace
}  // namespace candor::lint
