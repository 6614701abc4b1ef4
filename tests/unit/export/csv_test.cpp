#include "export/csv.hpp"

#include <doctest/doctest.h>

#include "export/plan_table.hpp"

using namespace candor;

TEST_CASE("a field is quoted where a reader could take it apart, and a line ends in CR LF") {
  CHECK(csv_line({"plain", "", "12.50", "a, b", "a; b", "say \"no\"", " edge", "two\nlines"}) ==
        "plain,,12.50,\"a, b\",\"a; b\",\"say \"\"no\"\"\",\" edge\",\"two\nlines\"\r\n");
}

TEST_CASE("a cell is one harmless line that no spreadsheet takes for a formula") {
  CHECK(safe_cell("Turn it on.") == "Turn it on.");
  CHECK(safe_cell("=HYPERLINK(\"x\")") == "'=HYPERLINK(\"x\")");
  CHECK(safe_cell("+1") == "'+1");
  CHECK(safe_cell("-1") == "'-1");
  CHECK(safe_cell("@sum") == "'@sum");
  CHECK(safe_cell("'=1") == "''=1");
  CHECK(safe_cell("＝1") == "'＝1");
  CHECK(safe_cell("a\r\nb\tc") == "a  b c");
  CHECK(safe_cell("x\x1b[31m\xE2\x80\xAEy") == "x\\u{1B}[31m\\u{202E}y");
  CHECK(safe_cell("x\xEF\xBF\xBFy").find("\xEF\xBF\xBF") == std::string::npos);
}
