#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "candor/text/node.hpp"

namespace candor::yaml {
namespace {

/// What a text reads as: each value with its place, then the complaints.
std::string read(std::string bytes) {
  Sources sources;
  sources.add("f", std::move(bytes));
  Diagnostics diagnostics{sources};
  const auto tree = parse(sources, 0, diagnostics);
  std::string text = tree ? "" : "no tree\n";
  if (tree)
    for (const auto& entry : tree->entries()) {
      const auto value = tree->text().substr(entry.begin, entry.size);
      const std::string_view quote = entry.quoted ? "\"" : "";
      const auto shown = entry.kind == Kind::Scalar    ? fmt::format("{0}{1}{0}", quote, value)
                         : entry.kind == Kind::Mapping ? std::string{"{}"}
                                                       : std::string{"[]"};
      text += fmt::format("{}:{} {} ..{}\n", entry.line, entry.column, shown, entry.end);
    }
  return text + diagnostics.to_text();
}

/// The complaint alone, without the values that were read all the same.
std::string complaint(std::string bytes) {
  Sources sources;
  sources.add("f", std::move(bytes));
  Diagnostics diagnostics{sources};
  static_cast<void>(parse(sources, 0, diagnostics));
  return diagnostics.to_text();
}

TEST_CASE("a document is a flat list of values, each with its line and column") {
  CHECK(read("a: 1\nb: [x, 'y']\nc:\n  - {d: e}\n") ==
        "1:1 {} ..12\n"
        "1:1 a ..2\n"
        "1:4 1 ..3\n"
        "2:1 b ..4\n"
        "2:4 [] ..7\n"
        "2:5 x ..6\n"
        "2:8 \"y\" ..7\n"
        "3:1 c ..8\n"
        "4:3 [] ..12\n"
        "4:5 {} ..12\n"
        "4:6 d ..11\n"
        "4:9 e ..12\n");
}

TEST_CASE("JSON is read as it is") {
  CHECK(read("{\"a\":1,\n \"b\": [true, null, \"x\\/\\u00e9\"], \"c\": {}}\n") ==
        "1:1 {} ..10\n"
        "1:2 \"a\" ..2\n"
        "1:6 1 ..3\n"
        "2:2 \"b\" ..4\n"
        "2:7 [] ..8\n"
        "2:8 true ..6\n"
        "2:14 null ..7\n"
        "2:20 \"x/é\" ..8\n"
        "2:34 \"c\" ..9\n"
        "2:39 {} ..10\n");
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(read("é: {ü: \"ö\", 東京: x}\n") ==
        "1:1 {} ..7\n"
        "1:1 é ..2\n"
        "1:4 {} ..7\n"
        "1:5 ü ..4\n"
        "1:8 \"ö\" ..5\n"
        "1:13 東京 ..6\n"
        "1:17 x ..7\n");
}

TEST_CASE("columns hold far into one very long line") {
  std::string line = "[";
  for (int i = 0; i < 1000; ++i) line += "é, ";
  const auto text = read(line + "z]");
  CHECK(text.find("\n1:3002 z ..1002\n") != std::string::npos);
}

TEST_CASE("nothing is decided about a scalar: no, null, numbers and dates stay as they were written") {
  CHECK(read("[no, ~, null, 010, 2026-11-09, 'no', .nan]") ==
        "1:1 [] ..8\n1:2 no ..2\n1:6 ~ ..3\n1:9 null ..4\n1:15 010 ..5\n1:20 2026-11-09 ..6\n1:32 \"no\" ..7\n1:38 "
        ".nan ..8\n");
}

TEST_CASE("a value that is not there stands where its key or its dash is") {
  CHECK(read("a:\nb: 1\n") == "1:1 {} ..5\n1:1 a ..2\n1:1  ..3\n2:1 b ..4\n2:4 1 ..5\n");
  CHECK(read("- x\n- # later\n\n- y\n") == "1:1 [] ..4\n1:3 x ..2\n2:1  ..3\n4:3 y ..4\n");
}

TEST_CASE("line ends of Windows, a byte order mark, tabs between words and a missing last line end are fine") {
  CHECK(read("\xEF\xBB\xBF"
             "a:\t1\r\nb: x\ty") == "1:1 {} ..5\n1:1 a ..2\n1:4 1 ..3\n2:1 b ..4\n2:4 x\ty ..5\n");
}

TEST_CASE("of repeated keys the first stands, however they are quoted and nested") {
  CHECK(read("a: 1\nb: {x: 1}\n\"a\": {y: [2, 3]}\nc: {z: 1, z: 2, w: 3}\n") ==
        "1:1 {} ..13\n"
        "1:1 a ..2\n"
        "1:4 1 ..3\n"
        "2:1 b ..4\n"
        "2:4 {} ..7\n"
        "2:5 x ..6\n"
        "2:8 1 ..7\n"
        "4:1 c ..8\n"
        "4:4 {} ..13\n"
        "4:5 z ..10\n"
        "4:8 1 ..11\n"
        "4:17 w ..12\n"
        "4:20 3 ..13\n"
        "f:3:1: error: the key `a` is repeated [repeated-key]\n"
        "   3 | \"a\": {y: [2, 3]}\n"
        "       ^\n"
        "       hint: it was first written on line 1; only one can stand\n"
        "f:4:11: error: the key `z` is repeated [repeated-key]\n"
        "   4 | c: {z: 1, z: 2, w: 3}\n"
        "                 ^\n"
        "       hint: it was first written on line 4; only one can stand\n");
}

TEST_CASE("anchors and tags are refused, and what they stand before is read") {
  CHECK(read("a: &x 1\nb: !!str 2\nc: ! 3\n") ==
        "1:1 {} ..7\n1:1 a ..2\n1:4 1 ..3\n2:1 b ..4\n2:4 2 ..5\n3:1 c ..6\n3:4 3 ..7\n"
        "f:1:4: error: `&x` is an anchor, and anchors are not read [anchor]\n"
        "   1 | a: &x 1\n"
        "          ^\n"
        "       hint: remove it, or put the value in quotes\n"
        "f:2:4: error: a value cannot start with `!`: tags are not read [tag]\n"
        "   2 | b: !!str 2\n"
        "          ^\n"
        "       hint: remove the tag, or put the value in quotes\n"
        "f:3:4: error: a value cannot start with `!`: tags are not read [tag]\n"
        "   3 | c: ! 3\n"
        "          ^\n"
        "       hint: remove the tag, or put the value in quotes\n");
}

TEST_CASE("an alias is refused, and no reader complains about it a second time") {
  Sources sources;
  sources.add("f", "a: &x 1\nb: *x\n");
  Diagnostics diagnostics{sources};
  const auto tree = parse(sources, 0, diagnostics);
  REQUIRE(tree);
  const auto before = diagnostics.all().size();
  const auto alias = Node{*tree, diagnostics}.find("b");
  REQUIRE(alias);
  CHECK(alias->text().empty());
  CHECK(alias->items().empty());
  alias->error("bad-date", "not a date");
  CHECK(diagnostics.all().size() == before);
  CHECK(complaint("b: *x\n") ==
        "f:1:4: error: aliases are not read [alias]\n"
        "   1 | b: *x\n"
        "          ^\n"
        "       hint: write the value out\n");
}

TEST_CASE("a merge key goes with the alias under it") {
  CHECK(read("a: &x {k: 1}\nb: {<<: *x, m: 2}\n") ==
        "1:1 {} ..9\n1:1 a ..2\n1:4 {} ..5\n1:8 k ..4\n1:11 1 ..5\n2:1 b ..6\n2:4 {} ..9\n2:13 m ..8\n2:16 2 ..9\n"
        "f:1:4: error: `&x` is an anchor, and anchors are not read [anchor]\n"
        "   1 | a: &x {k: 1}\n"
        "          ^\n"
        "       hint: remove it, or put the value in quotes\n"
        "f:2:9: error: a value cannot start with `*`: aliases are not read [alias]\n"
        "   2 | b: {<<: *x, m: 2}\n"
        "               ^\n"
        "       hint: write the value out, or put it in quotes\n");
}

TEST_CASE("a key that is no plain text is refused and its value left out") {
  CHECK(read("? [a, b]\n: 1\nc: 2\n") ==
        "1:1 {} ..3\n3:1 c ..2\n3:4 2 ..3\n"
        "f:1:3: error: a key must be a plain text [wrong-kind]\n"
        "   1 | ? [a, b]\n"
        "         ^\n");
  CHECK(complaint("a: 1\n: 2\n") ==
        "f:2:1: error: a key is missing here [syntax]\n"
        "   2 | : 2\n"
        "       ^\n"
        "       hint: write `key: value`\n");
}

TEST_CASE("a last line without its colon is no key") {
  CHECK(complaint("a:\n  - b\nc\n") ==
        "f:3:1: error: `c` has no `:` after it [syntax]\n"
        "   3 | c\n"
        "       ^\n"
        "       hint: write `key: value`\n");
  CHECK(complaint("{a: 1, b}") ==
        "f:1:8: error: `b` has no `:` after it [syntax]\n"
        "   1 | {a: 1, b}\n"
        "              ^\n"
        "       hint: write `key: value`\n");
  CHECK(complaint("a: 1\n\"b c\" :\n").empty());
  CHECK(complaint("? a\n").empty());
}

}  // namespace
}  // namespace candor::yaml
