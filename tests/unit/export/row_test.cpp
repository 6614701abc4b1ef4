#include <doctest/doctest.h>

#include <string>

#include "candor/export/portfolio.hpp"
#include "candor/read/portfolio.hpp"
#include "candor/text/json.hpp"

using namespace candor;

namespace {

ClientRow a_row() {
  ClientRow row;
  row.client = "harbour-dental";
  row.name = "Harbour Dental";
  row.provider = "Northgate IT";
  row.sector = "dental";
  row.country = "IE";
  row.profile = "minimum-standard";
  row.version = "2026.1";
  row.as_of = *parse_date("2026-11-21");
  row.verdict = Verdict::Below;
  row.since = *parse_date("2026-10-01");
  row.is_scored = true;
  row.proved = 44;
  row.claimed = 55;
  row.at_best = 70;
  row.outcomes = "Mmpxu-";
  row.lost = {12, 20, 1, 2, 10};
  row.declines_soon = 1;
  row.proofs_soon = 2;
  row.next = *parse_date("2026-12-01");
  return row;
}

std::optional<ClientRow> read_back(const std::string& text, std::string& complaints) {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto file = sources.add("rows.ndjson", text);
  const auto tree = json::parse(text, {file, 1, 1}, diagnostics);
  auto row = tree ? read_row(*tree, diagnostics) : std::nullopt;
  complaints = diagnostics.to_text();
  return row;
}

}  // namespace

TEST_CASE("a row is one short line of JSON") {
  CHECK(
      row_text(a_row()) ==
      R"({"candor_row":1,"client":"harbour-dental","name":"Harbour Dental","provider":"Northgate IT","sector":"dental",)"
      R"("country":"IE","profile":"minimum-standard","version":"2026.1","as_of":"2026-11-21","verdict":"below",)"
      R"("since":"2026-10-01","points":[44,55,70],"controls":"Mmpxu-","lost":[12,20,1,2,10],"soon":[1,2],"next":"2026-12-01"})"
      "\n");
}

TEST_CASE("a row reads back as it was written") {
  std::string complaints;
  const auto row = read_back(row_text(a_row()), complaints);
  CHECK(complaints.empty());
  REQUIRE(row);
  CHECK(row_text(*row) == row_text(a_row()));
}

TEST_CASE("a client to whom nothing applies has no points") {
  auto row = a_row();
  row.is_scored = false;
  row.lost = {};
  row.declines_soon = row.proofs_soon = 0;
  row.since.reset();
  row.next.reset();
  row.sector.clear();
  std::string complaints;
  const auto again = read_back(row_text(row), complaints);
  CHECK(complaints.empty());
  REQUIRE(again);
  CHECK_FALSE(again->is_scored);
  CHECK(row_text(*again) == row_text(row));
}

TEST_CASE("a row of the longest names keeps its limit, and is cut between characters") {
  auto row = a_row();
  for (auto* text : {&row.client, &row.name, &row.provider, &row.sector, &row.country, &row.version}) {
    text->clear();
    for (int i = 0; i < 300; ++i) *text += i % 3 == 0 ? "\"" : i % 3 == 1 ? "é" : "\\";
  }
  row.outcomes = std::string(60, 'x');
  row.lost = {0, 100, 0, 0, 0};
  row.proved = row.claimed = 0;
  row.declines_soon = 1000;
  row.proofs_soon = 100000;
  const auto text = row_text(row);
  CHECK(text.size() <= max_row_bytes);
  std::string complaints;
  CHECK(read_back(text, complaints));
  CHECK(complaints.empty());
  CHECK(text.find("…\"") != std::string::npos);
}

TEST_CASE("every fault of a row is told") {
  std::string complaints;
  CHECK_FALSE(
      read_back(R"({"candor_row":1,"client":"a","name":"A","provider":null,"sector":null,"country":null,"profile":"p",)"
                R"("version":"1","as_of":"2026-11-31","verdict":"fine","since":null,"points":[50,40,101],)"
                R"("controls":"Mz","lost":[1,2],"soon":[0,0],"next":null})",
                complaints));
  for (const auto* fault :
       {"`2026-11-31` is not a date", "`fine` is not a verdict", "`101` is no number from 0 to 100",
        "`Mz` holds a letter that stands for no outcome", "2 numbers stand here, and 5 belong here"})
    CHECK_MESSAGE(complaints.find(fault) != std::string::npos, fault << " in " << complaints);
}

TEST_CASE("a row that does not hold together is none") {
  const auto text = row_text(a_row());
  const auto with = [&](std::string_view written, std::string_view instead) {
    auto changed = text;
    changed.replace(changed.find(written), written.size(), instead);
    std::string complaints;
    CHECK_FALSE(read_back(changed, complaints));
    return complaints;
  };
  CHECK(with("[44,55,70]", "[44,55,50]").find("the points of this row are not in order") != std::string::npos);
  CHECK(with("[12,20,1,2,10]", "[12,20,1,2,11]").find("does not add up") != std::string::npos);
  CHECK(with("\"2026-10-01\"", "\"2027-10-01\"").find("after its own day") != std::string::npos);
  CHECK(with("[1,2]", "[0,0]").find("names a day on which nothing runs out") != std::string::npos);
  CHECK_FALSE(with("[44,55,70]", "\"abc\"").empty());
}

TEST_CASE("what is no row, and a row of a newer program, are refused") {
  std::string complaints;
  CHECK_FALSE(read_back(R"({"candor": 1})", complaints));
  CHECK(complaints == R"(rows.ndjson:1:1: error: this is no row of a portfolio [no-row]
   1 | {"candor": 1}
       ^
       hint: `candor portfolio -f row` writes rows, one a line
)");
  CHECK_FALSE(read_back(R"({"candor_row": 2})", complaints));
  CHECK(complaints.find("this row was written by a newer candor") != std::string::npos);
}

TEST_CASE("in the table a name that looks like a formula is marked") {
  auto row = a_row();
  row.name = "=HYPERLINK(\"http://x\")";
  CHECK(row_line(row) ==
        "harbour-dental,\"'=HYPERLINK(\"\"http://x\"\")\",Northgate "
        "IT,dental,IE,2026-11-21,below,2026-10-01,44,55,70,2,1,"
        "12,20,1,2,10,1,2,2026-12-01\r\n");
}
