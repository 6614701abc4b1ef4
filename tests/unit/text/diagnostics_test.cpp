#include "candor/text/diagnostics.hpp"

#include <doctest/doctest.h>

namespace candor {
namespace {

/// One file, one complaint about it.
std::string complaint(std::string bytes, std::uint32_t line, std::uint32_t column, std::string message = "not this",
                      std::string hint = {}) {
  Sources sources;
  sources.add("acme.yaml", std::move(bytes));
  Diagnostics diagnostics{sources};
  diagnostics.error({0, line, column}, "a-code", std::move(message), std::move(hint));
  return diagnostics.to_text();
}

TEST_CASE("a complaint names the place, shows the line, points at the character and gives a hint") {
  CHECK(complaint("candor: 1\nfacts:\n  mfa:\n    anwser: yes\n", 4, 5, "`anwser` is not a key this file can have",
                  "did you mean `answer`?") ==
        "acme.yaml:4:5: error: `anwser` is not a key this file can have [a-code]\n"
        "   4 |     anwser: yes\n"
        "           ^\n"
        "       hint: did you mean `answer`?\n");
}

TEST_CASE("the caret stands under the character after tabs, accents and wide characters") {
  CHECK(complaint("\tname:\tx", 1, 8) ==
        "acme.yaml:1:8: error: not this [a-code]\n"
        "   1 |  name: x\n"
        "              ^\n");
  CHECK(complaint("café: x", 1, 7) ==
        "acme.yaml:1:7: error: not this [a-code]\n"
        "   1 | café: x\n"
        "             ^\n");
  CHECK(complaint("東京: x", 1, 5) ==
        "acme.yaml:1:5: error: not this [a-code]\n"
        "   1 | 東京: x\n"
        "             ^\n");
}

TEST_CASE("a complaint holds nothing that a build machine would obey, in no word of it") {
  CHECK(complaint("a: ##[error]b", 1, 1, "##[error]c", "::error::d") ==
        "acme.yaml:1:1: error: ##\\u{5B}error]c [a-code]\n"
        "   1 | a: ##\\u{5B}error]b\n"
        "       ^\n"
        "       hint: \\u{3A}:error::d\n");
  CHECK(complaint("a: ##[error]b", 1, 7).find("##[") == std::string::npos);
  Sources sources;
  sources.add("::error::a/inventory.yaml", "x");
  Diagnostics diagnostics{sources};
  diagnostics.error({0, 0, 0}, "a-code", "no");
  CHECK(diagnostics.to_text() == "\\u{3A}:error::a/inventory.yaml: error: no [a-code]\n");
}

TEST_CASE("a complaint about a whole file has no line") {
  CHECK(complaint("", 0, 0, "the file is empty") == "acme.yaml: error: the file is empty [a-code]\n");
  CHECK(complaint("", 0, 0, "the file is empty", "write something") ==
        "acme.yaml: error: the file is empty [a-code]\n"
        "       hint: write something\n");
}

TEST_CASE("a place past the end of the line or the file still gets its caret") {
  CHECK(complaint("a: 1\n", 1, 50) ==
        "acme.yaml:1:50: error: not this [a-code]\n"
        "   1 | a: 1\n"
        "           ^\n");
  CHECK(complaint("a: 1\n", 9, 3) ==
        "acme.yaml:9:3: error: not this [a-code]\n"
        "   9 | \n"
        "       ^\n");
}

TEST_CASE("a file without bytes has no line to show") {
  CHECK(complaint("", 12, 3) == "acme.yaml:12:3: error: not this [a-code]\n");
}

TEST_CASE("line numbers of five digits move the line, the caret and the hint") {
  CHECK(complaint(std::string(12344, '\n') + "key: x", 12345, 6, "no", "yes") ==
        "acme.yaml:12345:6: error: no [a-code]\n"
        "12345 | key: x\n"
        "             ^\n"
        "        hint: yes\n");
}

TEST_CASE("a long line is cut on both sides of the caret") {
  const auto text = complaint(std::string(200, 'a') + "X" + std::string(200, 'b'), 1, 201);
  CHECK(text ==
        "acme.yaml:1:201: error: not this [a-code]\n"
        "   1 | …" +
            std::string(71, 'a') + "X" + std::string(27, 'b') + "…\n" + std::string(79, ' ') + "^\n");
}

TEST_CASE("nothing in a line, a name, a message or a hint acts on the terminal") {
  Sources sources;
  sources.add("a\x1b[2J.yaml", "k: \x1b]0;owned\x07\u202Ex\xFF");
  Diagnostics diagnostics{sources};
  diagnostics.error({0, 1, 13}, "a-code", "`\x1b[31m` is bad", "not `\u202E`");
  CHECK(diagnostics.to_text() ==
        "a\\u{1B}[2J.yaml:1:13: error: `\\u{1B}[31m` is bad [a-code]\n"
        "   1 | k: \\u{1B}]0;owned\\u{7}\\u{202E}x\\xFF\n"
        "                        ^\n"
        "       hint: not `\\u{202E}`\n");
}

TEST_CASE("complaints come in the order of files, lines and columns, and each once") {
  Sources sources;
  sources.add("a.yaml", "x: 1\ny: 2\n");
  sources.add("b.yaml", "z: 3\n");
  Diagnostics diagnostics{sources};
  diagnostics.error({1, 1, 1}, "one", "last");
  diagnostics.error({0, 2, 4}, "one", "third");
  diagnostics.error({0, 2, 1}, "one", "second");
  diagnostics.error({0, 2, 1}, "two", "another about the same");
  diagnostics.error({0, 2, 1}, "one", "second");
  diagnostics.warning({0, 0, 0}, "one", "first");
  CHECK(diagnostics.to_text() ==
        "a.yaml: warning: first [one]\n"
        "a.yaml:2:1: error: second [one]\n"
        "   2 | y: 2\n"
        "       ^\n"
        "a.yaml:2:1: error: another about the same [two]\n"
        "   2 | y: 2\n"
        "       ^\n"
        "a.yaml:2:4: error: third [one]\n"
        "   2 | y: 2\n"
        "          ^\n"
        "b.yaml:1:1: error: last [one]\n"
        "   1 | z: 3\n"
        "       ^\n");
}

TEST_CASE("a warning is no error") {
  const Sources sources;
  Diagnostics diagnostics{sources};
  CHECK(!diagnostics.has_errors());
  diagnostics.warning({}, "a-code", "mind this");
  CHECK(!diagnostics.has_errors());
  diagnostics.error({}, "a-code", "not this");
  CHECK(diagnostics.has_errors());
}

TEST_CASE("what was told is not told again, and what comes later is told by itself") {
  Sources sources;
  sources.add("acme.yaml", "a: 1\n");
  Diagnostics diagnostics{sources};
  CHECK(diagnostics.tell(false) == "");
  diagnostics.warning({0, 0, 0}, "a-code", "look at this");
  CHECK(diagnostics.tell(false) == "acme.yaml: warning: look at this [a-code]\n");
  CHECK(diagnostics.tell(false) == "");
  diagnostics.warning({0, 0, 0}, "a-code", "and at that");
  CHECK(diagnostics.tell(false) == "acme.yaml: warning: and at that [a-code]\n");
  CHECK(diagnostics.tell(false) == "");
}

TEST_CASE("past a thousand complaints the rest is counted, and an error among it still is one") {
  Sources sources;
  sources.add("a.yaml", "x");
  Diagnostics diagnostics{sources};
  for (std::uint32_t i = 0; i < Diagnostics::max_kept; ++i) diagnostics.warning({0, 1, i}, "w", "mind this");
  CHECK(diagnostics.is_full());
  CHECK(!diagnostics.has_errors());
  diagnostics.error({0, 1, 1}, "e", "not this");
  CHECK(diagnostics.has_errors());
  CHECK(diagnostics.all().size() == Diagnostics::max_kept);
  CHECK(diagnostics.to_text().ends_with("1 more complaint is left out\n"));
}

TEST_CASE("a very long message keeps its beginning and its end") {
  const auto text = complaint("x", 1, 1, "`" + std::string(10'000, 'y') + "` is not a date");
  const auto line = text.substr(0, text.find('\n'));
  CHECK(line.starts_with("acme.yaml:1:1: error: `yyyyy"));
  CHECK(line.ends_with("yyyyy` is not a date [a-code]"));
  CHECK(line.size() < 450);
}

TEST_CASE("colour marks the words and changes nothing else") {
  Sources sources;
  sources.add("a.yaml", "x: 1\n");
  Diagnostics diagnostics{sources};
  diagnostics.error({0, 1, 1}, "one", "not this", "but that");
  CHECK(diagnostics.to_text(true) ==
        "\x1b[1ma.yaml:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m not this [one]\n"
        "   1 | x: 1\n"
        "       \x1b[1;32m^\x1b[0m\n"
        "       hint: but that\n");
}

TEST_CASE("with stand-ins for the names of files a complaint quotes neither the user nor a file") {
  Sources sources;
  sources.add("harbour/inventory.yaml", "byrne: 1\n");
  sources.add("harbour", {});
  Sources stand_ins;
  stand_ins.add("client/inventory.yaml", {});
  stand_ins.add("client", {});
  Diagnostics diagnostics{sources};
  diagnostics.error({0, 1, 1}, "one", "`byrne` is not a key", "did you mean `bryne`?");
  diagnostics.warning({1, 0, 0}, "two", "`harbour` is odd");
  CHECK(diagnostics.tell(false, &stand_ins) ==
        "client/inventory.yaml:1:1: error: (words left out) [one]\n"
        "client: warning: (words left out) [two]\n");
}

}  // namespace
}  // namespace candor
