#include <algorithm>
#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include "candor/text/node.hpp"

namespace candor::yaml {
namespace {

struct Read {
  bool has_tree = false;
  std::string complaints;
};

Read read(std::string bytes) {
  Sources sources;
  sources.add("f", std::move(bytes));
  Diagnostics diagnostics{sources};
  const auto tree = parse(sources, 0, diagnostics);
  return {tree.has_value(), diagnostics.to_text()};
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("bytes that are not UTF-8 are named where they stand") {
  const auto [has_tree, complaints] = read("a: 1\nclient: Caf\xE9 Uno\n");
  CHECK(!has_tree);
  CHECK(complaints ==
        "f:2:12: error: the byte 0xE9 is not part of any UTF-8 character [invalid-utf8]\n"
        "   2 | client: Caf\\xE9 Uno\n"
        "                  ^\n"
        "       hint: save the file as UTF-8\n");
}

TEST_CASE("UTF-16 and UTF-32 are refused with and without a byte order mark") {
  using namespace std::string_literals;
  for (const auto& bytes : {"\xFF\xFE"
                            "a\0:\0"s,
                            "\xFE\xFF\0a\0:"s, "a\0:\0"s, "\0a\0:"s, "\xFF\xFE\0\0a\0\0\0"s})
    CHECK(read(bytes).complaints ==
          "f: error: the file is not written in UTF-8 [invalid-utf8]\n"
          "       hint: save it as UTF-8\n");
}

TEST_CASE("control characters are refused, because the parser takes some for the end of the file") {
  const auto [has_tree, complaints] = read("a: x\x04y\nb: \x1b[2J\n");
  CHECK(!has_tree);
  CHECK(complaints ==
        "f:1:5: error: the control character `\\u{4}` stands here [control-character]\n"
        "   1 | a: x\\u{4}y\n"
        "           ^\n"
        "       hint: delete it; an editor that shows invisible characters finds it\n"
        "f:2:4: error: the control character `\\u{1B}` stands here [control-character]\n"
        "   2 | b: \\u{1B}[2J\n"
        "          ^\n"
        "       hint: delete it; an editor that shows invisible characters finds it\n");
}

TEST_CASE("a NUL byte ends the reading") {
  const auto [has_tree, complaints] = read(std::string{"abc\0\0\0", 6});
  CHECK(!has_tree);
  CHECK(complaints ==
        "f:1:4: error: a NUL byte stands here [control-character]\n"
        "   1 | abc\\u{0}\\u{0}\\u{0}\n"
        "          ^\n"
        "       hint: this may be no text file, or one that was damaged\n");
}

TEST_CASE("line ends of old Macs are named once a line") {
  CHECK(read("a: 1\rb: 2").complaints ==
        "f:1:5: error: a carriage return stands alone [control-character]\n"
        "   1 | a: 1\\u{D}b: 2\n"
        "           ^\n"
        "       hint: save the file with line ends LF or CR LF\n");
}

TEST_CASE("invisible characters are refused and the values read without them") {
  Sources sources;
  sources.add("f", "na\u200Bme: safe\u202Egnp.exe\n");
  Diagnostics diagnostics{sources};
  const auto tree = parse(sources, 0, diagnostics);
  REQUIRE(tree);
  const auto name = Node{*tree, diagnostics}.find("name");
  REQUIRE(name);
  CHECK(name->raw() == "safegnp.exe");
  CHECK(diagnostics.to_text() ==
        "f:1:3: error: the invisible character `\\u{200B}` stands here [control-character]\n"
        "   1 | na\\u{200B}me: safe\\u{202E}gnp.exe\n"
        "         ^\n"
        "       hint: delete it; it changes how the text reads without being seen\n"
        "f:1:12: error: the invisible character `\\u{202E}` stands here [control-character]\n"
        "   1 | na\\u{200B}me: safe\\u{202E}gnp.exe\n"
        "                         ^\n"
        "       hint: delete it; it changes how the text reads without being seen\n");
}

TEST_CASE("an escape cannot bring in what a byte may not") {
  const auto [has_tree, complaints] = read("a: \"x\\u202ey\\0z\"\n");
  CHECK(has_tree);
  CHECK(complaints ==
        "f:1:4: error: an escape in these quotes makes the character `\\u{202E}` [control-character]\n"
        "   1 | a: \"x\\u202ey\\0z\"\n"
        "          ^\n"
        "       hint: delete it; it would act on whoever reads the text\n");
}

TEST_CASE("a file of nothing but control characters is not listed to its end") {
  const auto complaints = read(std::string(100'000, '\x01')).complaints;
  CHECK(std::ranges::count(complaints, '\n') < 100);
}

TEST_CASE("a file over eight mebibytes is refused") {
  CHECK(read(std::string((8u << 20) + 1, 'a')).complaints ==
        "f: error: the file is larger than 8 MiB [too-large]\n"
        "       hint: a client's inventory is text of some kilobytes; is this the right file?\n");
}

TEST_CASE("sixty-four levels are read, one more is not") {
  CHECK(read(repeated("[", 64) + repeated("]", 64)).has_tree);
  const auto [has_tree, complaints] = read(repeated("[", 65) + repeated("]", 65));
  CHECK(!has_tree);
  CHECK(complaints == "f:1:65: error: values are nested more than 64 levels deep [too-deep]\n   1 | " +
                          repeated("[", 65) + repeated("]", 35) + "…\n" + std::string(71, ' ') +
                          "^\n       hint: is a bracket not closed?\n");
}

TEST_CASE("no shape of nesting or repetition takes long") {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string_view piece :
       {"[",      "{a: ",     "- ",    "? ", "&a ",   "!a ", "a: ", "[]",  ",",   ":",    "\"",    "'",
        "a: 1\n", "- &a x\n", "? a\n", "\t", "# x\n", "{",   "}",   "*a ", "|\n", "%a\n", "---\n", "\n"})
    for (const auto& bytes :
         {repeated(piece, 20'000), "a: " + repeated(piece, 20'000), "- " + repeated(piece, 20'000)}) {
      const auto [has_tree, complaints] = read(bytes);
      CHECK_MESSAGE((has_tree || !complaints.empty()), piece);
    }
  // About a second here, under sanitizers ten; anything quadratic takes minutes.
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::minutes{2});
}

TEST_CASE("a hundred thousand keys are held against each other in no time") {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += "k" + std::to_string(i) + ": 1\n";
  const auto start = std::chrono::steady_clock::now();
  CHECK(read(bytes + "k77: 2\n").complaints ==
        "f:100001:1: error: the key `k77` is repeated [repeated-key]\n"
        "100001 | k77: 2\n"
        "         ^\n"
        "         hint: it was first written on line 78; only one can stand\n");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds{60});
}

}  // namespace
}  // namespace candor::yaml
