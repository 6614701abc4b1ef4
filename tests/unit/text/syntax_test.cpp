#include <string>

#include <doctest/doctest.h>

#include "candor/text/node.hpp"

namespace candor::yaml {
namespace {

std::string complaint(std::string bytes) {
  Sources sources;
  sources.add("f", std::move(bytes));
  Diagnostics diagnostics{sources};
  static_cast<void>(parse(sources, 0, diagnostics));
  return diagnostics.to_text();
}

TEST_CASE("a second colon in a value asks for quotes") {
  CHECK(complaint("a: time: now\n") ==
        "f:1:8: error: a second `:` in one value [syntax]\n"
        "   1 | a: time: now\n"
        "              ^\n"
        "       hint: put the value in quotes when a `:` belongs to it, or start a new line\n");
}

TEST_CASE("a line that is indented with a tab says so") {
  CHECK(complaint("a:\n\tb: 1\n") ==
        "f:2:3: error: this line begins with a tab [syntax]\n"
        "   2 |  b: 1\n"
        "         ^\n"
        "       hint: indent with spaces: a tab does not count as any\n");
}

TEST_CASE("a key that lacks its colon is written out with it") {
  CHECK(complaint("counts:\n  people 42\n  computers: 31\n") ==
        "f:3:12: error: a key cannot stand here [syntax]\n"
        "   3 |   computers: 31\n"
        "                  ^\n"
        "       hint: the line before has no `:`; write `people: 42`\n");
  CHECK(complaint("facts\n  mfa: 1\n") ==
        "f:2:6: error: a key cannot stand here [syntax]\n"
        "   2 |   mfa: 1\n"
        "            ^\n"
        "       hint: the line before has no `:`; write `facts:`\n");
  CHECK(complaint("counts:\n  people: 42\n  computers 31\n") ==
        "f:3:3: error: `computers 31` has no `:` after it [syntax]\n"
        "   3 |   computers 31\n"
        "         ^\n"
        "       hint: write `computers: 31`\n");
  CHECK(complaint("{people:42, sites: 1}\n") ==
        "f:1:2: error: `people:42` has no `:` after it [syntax]\n"
        "   1 | {people:42, sites: 1}\n"
        "        ^\n"
        "       hint: write `people: 42`\n");
  CHECK(complaint("assessed {date: 2026-11-12, told by: N}\n") ==
        "f:1:36: error: `assessed` has no `:` after it [syntax]\n"
        "   1 | assessed {date: 2026-11-12, told by: N}\n"
        "                                          ^\n"
        "       hint: write `assessed: {`\n");
}

TEST_CASE("a key in the wrong column asks for the line before too") {
  CHECK(complaint("a: 1\n b: 2\n") ==
        "f:2:3: error: a key cannot stand here [syntax]\n"
        "   2 |  b: 2\n"
        "         ^\n"
        "       hint: keys of one block start in the same column; does the line before lack its `:`?\n");
  CHECK(complaint("a:\n  - b\n c: 1\n") ==
        "f:3:2: error: this does not line up with the keys above [syntax]\n"
        "   3 |  c: 1\n"
        "        ^\n"
        "       hint: items of one list, and keys of one block, start in the same column\n");
}

TEST_CASE("a quote that is never closed is shown where it opens") {
  const std::string unclosed = ": error: this quote is never closed [syntax]\n";
  CHECK(complaint("a: \"x\n") == "f:1:4" + unclosed + "   1 | a: \"x\n          ^\n");
  CHECK(complaint("é: 1\na: \"x\n  b: y\nc: d") == "f:2:4" + unclosed + "   2 | a: \"x\n          ^\n");
  CHECK(complaint("a: 'it''s'\nb: 'x\nc: y") == "f:2:4" + unclosed + "   2 | b: 'x\n          ^\n");
}

TEST_CASE("text after a closing quote or bracket says so") {
  CHECK(complaint("a: \"x\" y\n") ==
        "f:1:8: error: text follows the closing `\"` [syntax]\n"
        "   1 | a: \"x\" y\n"
        "              ^\n"
        "       hint: is a quote or bracket missing, here or on a line before?\n");
}

TEST_CASE("a bracket that is not closed names the line where it opens") {
  CHECK(complaint("a: 1\nb: [1, 2\nc: 3\n") ==
        "f:3:2: error: a `,` or `]` is missing in the list that starts on line 2 [syntax]\n"
        "   3 | c: 3\n"
        "        ^\n");
  CHECK(complaint("{\"a\": {\"b\": 1}\n") ==
        "f:1:1: error: a `,` or `}` is missing in the braces that open on line 1 [syntax]\n"
        "   1 | {\"a\": {\"b\": 1}\n"
        "       ^\n");
  CHECK(complaint("a: 1]\nb: ]\n") ==
        "f:2:4: error: this `]` closes nothing that is open [syntax]\n"
        "   2 | b: ]\n"
        "          ^\n");
}

TEST_CASE("a value that starts with a sign of YAML's own asks for quotes") {
  for (const auto* sign : {"@", "`", "%"})
    CHECK(complaint("a: " + std::string{sign} + "x\n") == "f:1:4: error: a value cannot start with `" +
                                                              std::string{sign} + "` [syntax]\n   1 | a: " + sign +
                                                              "x\n          ^\n       hint: put it in quotes\n");
  CHECK(complaint("a: 1\n, x\n") ==
        "f:2:1: error: a value cannot start with `,` [syntax]\n"
        "   2 | , x\n"
        "       ^\n"
        "       hint: put it in quotes\n");
  CHECK(complaint("a: - b\n") ==
        "f:1:4: error: a `-` item cannot stand here [syntax]\n"
        "   1 | a: - b\n"
        "          ^\n"
        "       hint: start the list on a line of its own, under its key\n");
}

TEST_CASE("an escape that means nothing is named") {
  CHECK(complaint("a: \"C:\\qux\"\n") ==
        "f:1:7: error: `\\q` means nothing in double quotes [syntax]\n"
        "   1 | a: \"C:\\qux\"\n"
        "             ^\n"
        "       hint: write a backslash as `\\\\`, or use single quotes\n");
}

TEST_CASE("a second document and what follows the first are refused") {
  CHECK(complaint("a: 1\n---\nb: 2\n") ==
        "f:2:1: error: a second document starts here [second-document]\n"
        "   2 | ---\n"
        "       ^\n"
        "       hint: one file holds one document\n");
  CHECK(complaint("{a: 1} b\n") ==
        "f:1:8: error: text follows the end of the document [second-document]\n"
        "   1 | {a: 1} b\n"
        "              ^\n"
        "       hint: is a key, a `:` or a bracket missing before it?\n");
  CHECK(complaint("\"a\":1\n") ==
        "f:1:4: error: text follows the end of the document [second-document]\n"
        "   1 | \"a\":1\n"
        "          ^\n"
        "       hint: put a blank after the `:`\n");
  CHECK(complaint("a: 1\n...\n# the end\n").empty());
  CHECK(complaint("---\na: 1\n").empty());
}

TEST_CASE("a lone comma is a complaint and not an endless document") {
  CHECK(complaint(",") == "f:1:1: error: a document cannot start with this [syntax]\n   1 | ,\n       ^\n");
}

TEST_CASE("a file without a value says what it holds instead") {
  const std::string hint = "       hint: the first line is usually `candor: 1`\n";
  CHECK(complaint("") == "f: error: the file is empty [empty-file]\n" + hint);
  CHECK(complaint(" \r\n\t\n") == "f: error: the file is empty [empty-file]\n" + hint);
  CHECK(complaint("# later\n") == "f: error: the file holds only comments [empty-file]\n" + hint);
  CHECK(complaint("---\n") == "f: error: the file holds no value [empty-file]\n" + hint);
}

}  // namespace
}  // namespace candor::yaml
