#include "import/csv.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace candor;

namespace {

/// The fields of each row in brackets, one row a line; then the complaints.
std::string read(std::string bytes) {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto file = sources.add("plan.csv", std::move(bytes));
  const auto rows = read_csv(sources.at(file).bytes, file, diagnostics);
  std::string text;
  if (rows)
    for (const auto& row : *rows) {
      for (const auto& field : row) text += "[" + field.text + "]";
      text += "\n";
    }
  return text + diagnostics.to_text();
}

}  // namespace

TEST_CASE("a table is read however a spreadsheet saved it") {
  const std::string wanted = "[Id][Note]\n[a][x, y]\n";
  CHECK(read("Id,Note\r\na,\"x, y\"\r\n") == wanted);
  CHECK(read("Id,Note\na,\"x, y\"\n") == wanted);
  CHECK(read("Id,Note\na,\"x, y\"") == wanted);
  CHECK(read("\xEF\xBB\xBFId,Note\r\na,\"x, y\"\r\n") == wanted);
  CHECK(read("Id;Note\r\na;x, y\r\n") == wanted);
  CHECK(read("Id\tNote\r\na\tx, y\r\n") == wanted);
  CHECK(read("\"Id\";\"Note\"\r\n\"a\";\"x, y\"\r\n") == wanted);
}

TEST_CASE("quotes hold separators, line breaks and quotes") {
  CHECK(read("a,b\n\"1;2\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"\n") ==
        "[a][b]\n[1;2][say \"no\"]\n[two\nlines][]\n");
  CHECK(read("a,b\n5\" pipe,x\n") == "[a][b]\n[5\" pipe][x]\n");
}

TEST_CASE("the separator is that of the first line, outside its quotes") {
  CHECK(read("\"a,b,c,d\";e\n1,5;2\n") == "[a,b,c,d][e]\n[1,5][2]\n");
}

TEST_CASE("blank lines are left out, and a row may be shorter than the headings") {
  CHECK(read("a,b,c\n\n1\r\n\r\n,,\n") == "[a][b][c]\n[1]\n[][][]\n");
}

TEST_CASE("a field knows its line and column in characters, behind a byte order mark and a field of two lines too") {
  Sources sources;
  Diagnostics diagnostics{sources};
  const std::string bytes = "\xEF\xBB\xBF£,b\n\"two\nlines\",é,z\n";
  const auto file = sources.add("plan.csv", bytes);
  const auto rows = read_csv(bytes, file, diagnostics);
  REQUIRE(rows);
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[0][1].place == Place{file, 1, 3});
  CHECK((*rows)[1][0].place == Place{file, 2, 1});
  CHECK((*rows)[1][1].place == Place{file, 3, 8});
  CHECK((*rows)[1][2].place == Place{file, 3, 10});
}

TEST_CASE("what is no CSV is told with its place") {
  CHECK(read("a,b\n1,\"never closed\n2,3\n") ==
        "[a][b]\n[1][never closed\n2,3\n]\n"
        R"(plan.csv:2:3: error: this quote is not closed [bad-csv]
   2 | 1,"never closed
         ^
       hint: a field that begins with `"` ends with one
)");
  CHECK(read("a,b\n\"1\"x,2\n") == R"([a][b]
[1x][2]
plan.csv:2:4: error: the field goes on after its closing quote [bad-csv]
   2 | "1"x,2
          ^
       hint: a quote inside a field is written twice: `""`
)");
  CHECK(read("PK\x03\x04rest") == R"(plan.csv: error: this is a workbook, not a CSV file [bad-csv]
       hint: save the table as `CSV UTF-8` (Excel), or as CSV in the character set UTF-8
)");
  CHECK(read("") == "plan.csv: error: there is nothing in this file [empty-file]\n");
  CHECK(read("\xEF\xBB\xBF\r\n") == "plan.csv: error: there is nothing in this file [empty-file]\n");
}

TEST_CASE("an encoding is never guessed") {
  CHECK(read("a,b\n1,caf\xE9\n") == R"(plan.csv:2:6: error: this file is not UTF-8 [invalid-utf8]
   2 | 1,caf\xE9
            ^
       hint: save the table as `CSV UTF-8` (Excel), or as CSV in the character set UTF-8
)");
  CHECK(read(std::string("\xFF\xFEI\0d\0", 6)) == R"(plan.csv: error: this file is UTF-16, not UTF-8 [invalid-utf8]
       hint: save the table as `CSV UTF-8` (Excel), or as CSV in the character set UTF-8
)");
}

TEST_CASE("characters that act on a reader are a fault") {
  CHECK(read("a,b\n1,x\xE2\x80\xAEy\n") ==
        "[a][b]\n[1][x\xE2\x80\xAEy]\n"
        R"(plan.csv:2:4: error: this file holds the invisible character U+202E [control-character]
   2 | 1,x\u{202E}y
          ^
       hint: it could act on a terminal instead of being read: take it out
)");
}

TEST_CASE("what is more than any console writes is refused before it fills the memory") {
  CHECK(read("a,b\n" + std::string(20'000, ',')) ==
        "plan.csv:2:16385: error: this line holds more than 16384 fields [too-large]\n   2 | …" + std::string(99, ',') +
            "…\n" + std::string(79, ' ') + "^\n       hint: no spreadsheet has so many columns: is this a table?\n");
  std::string rows;
  for (int i = 0; i < 250'000; ++i) rows += "1,,,,,,,,,,,,,,,\n";
  CHECK(read(rows) == R"(plan.csv: error: this table holds more than 4000000 fields [too-large]
       hint: leave out the columns that nobody asks for
)");
}

TEST_CASE("more characters that act on a reader than are told are counted") {
  const auto text = read("a,b\n" + std::string(2000, '\x1B') + "\n");
  CHECK(text.ends_with("1000 more complaints are left out\n"));
}

TEST_CASE("whatever the bytes, there is a table or a complaint") {
  std::uint32_t seed = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) {
      seed = seed * 1664525 + 1013904223;
      constexpr std::string_view alphabet{",;\"\"\r\n\tab'=\xC3\xA9\0\xE2\x80\xAE", 17};
      bytes += alphabet[(seed >> 16U) % alphabet.size()];
    }
    CHECK(!read(bytes).empty());
  }
}
