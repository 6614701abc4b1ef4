#include "candor/read/history.hpp"

#include <string>

#include <doctest/doctest.h>

#include "candor/text/json.hpp"

using namespace candor;

namespace {

struct Desk {
  Sources sources;
  Diagnostics diagnostics{sources};

  std::optional<HistoryEntry> read(const std::string& text) {
    const auto file = sources.add("kept.json", text);
    const auto tree = json::parse(sources.at(file).bytes, {file, 1, 1}, diagnostics);
    return tree ? read_record(*tree, diagnostics) : std::nullopt;
  }
};

const std::string assessment = R"({"client": {"id": null, "name": "Acme"}, "profile": {"id": "small", "version": "1"},
 "as_of": "2026-11-21", "verdict": "below", "service": "do_not_take_on", "gates": {"missed": 1, "unknown": 0},
 "score": {"proved": 10, "claimed": 20, "at_best": 30, "weight": 2,
  "sums": {"proved": 200000, "claimed": 400000, "at_best": 600000, "out_of": 2000000}},
 "findings": [{"control": "mfa.cloud", "title": "A second check", "gate": true, "weight": 2, "outcome": "partly",
  "low": 200000, "high": 300000, "proved": 100000}], "ledger": {}})";

std::string record(const std::string& of) {
  return R"({"format": "candor-record/1", "program": "candor 9.9", "assessment": )" + of +
         R"(, "limits": [{"asked": "--min-proved 40", "held": false, "why": "10 points are proved."}],
 "inputs": {"files": [{"role": "profile", "file": "small.yaml", "says": {"candor": "1", "list": ["a", "b"]}},
  {"role": "inventory", "file": "inventory.yaml", "says": {"candor": "1"}}],
  "documents": [{"file": "evidence/a.pdf", "sha256": "ab"}]}})";
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

}  // namespace

TEST_CASE("a record says what came out, what was asked for and what it was made from") {
  Desk desk;
  const auto entry = desk.read(record(assessment));
  REQUIRE(desk.diagnostics.to_text() == "");
  REQUIRE(entry);
  CHECK(entry->result.client == "Acme");
  CHECK(entry->result.client_id == "");
  CHECK(entry->result.profile == "small");
  CHECK(to_iso(entry->result.as_of) == "2026-11-21");
  CHECK(entry->result.verdict == Verdict::Below);
  CHECK(entry->result.score.claimed_sum == 400'000);
  REQUIRE(entry->result.controls.size() == 1);
  CHECK(entry->result.controls[0].interval == Interval{200'000, 300'000, 100'000});
  CHECK_FALSE(entry->held());
  CHECK(entry->inputs.program == "candor 9.9");
  REQUIRE(entry->inputs.files.size() == 2);
  CHECK(entry->inputs.documents[0].sha256 == "ab");
}

TEST_CASE("a file within a record reads as it would alone, and its places are those of the record") {
  Desk desk;
  const auto entry = desk.read(record(assessment));
  REQUIRE(entry);
  const yaml::Node root{entry->inputs.files[0].tree, desk.diagnostics};
  REQUIRE(root.find("list"));
  const auto items = root.find("list")->items();
  REQUIRE(items.size() == 2);
  CHECK(items[1].raw() == "b");
  CHECK(items[1].place().line == 7);
  CHECK(root.find("candor")->raw() == "1");
}

TEST_CASE("an assessment in the format json reads as a result without its inputs") {
  Desk desk;
  const auto entry = desk.read(replaced(assessment, "{", R"({"format": "candor-assessment/1", )"));
  REQUIRE(entry);
  CHECK(entry->result.verdict == Verdict::Below);
  CHECK(entry->inputs.files.empty());
  CHECK(entry->held());
}

TEST_CASE("numbers that no assessment can have are told, not taken") {
  const auto complaint = [](const std::string& what, const std::string& by) {
    Desk desk;
    (void)desk.read(record(replaced(assessment, what, by)));
    return desk.diagnostics.to_text();
  };
  CHECK(complaint(R"("high": 300000)", R"("high": 100000)") ==
        "kept.json:6:26: error: `100000` is no number from 200000 to 1000000 [bad-value]\n"
        "   6 |   \"low\": 200000, \"high\": 100000, \"proved\": 100000}], \"ledger\": {}}, \"limits\": [{\"asked\": "
        "\"--min-prov…\n"
        "                                ^\n");
  CHECK(complaint(R"("proved": 10,)", R"("proved": 21,)").find("`21` is no number from 0 to 20") != std::string::npos);
  CHECK(complaint(R"("weight": 2, "outcome")", R"("weight": -2, "outcome")").find("`-2` is no number") !=
        std::string::npos);
  CHECK(complaint("2026-11-21", "2026-02-30").find("`2026-02-30` is not a date [bad-date]") != std::string::npos);
  CHECK(complaint(R"("verdict": "below")", R"("verdict": "fine")").find("`fine` is not a verdict [bad-choice]") !=
        std::string::npos);
}

TEST_CASE("what no candor wrote is no record, and a newer one is refused in one sentence") {
  const auto complaint = [](const std::string& text) {
    Desk desk;
    CHECK_FALSE(desk.read(text));
    return desk.diagnostics.to_text();
  };
  CHECK(complaint("{}") ==
        "kept.json:1:1: error: this is no assessment that candor recorded [no-record]\n"
        "   1 | {}\n"
        "       ^\n"
        "       hint: `candor score CLIENT --record` makes a new one\n");
  CHECK(complaint("[1]").find("[no-record]") != std::string::npos);
  CHECK(complaint(R"({"format": "candor-record/2"})") ==
        "kept.json:1:12: error: `candor-record/2` was written by a newer candor [newer-format]\n"
        "   1 | {\"format\": \"candor-record/2\"}\n"
        "                  ^\n"
        "       hint: install a newer candor to read it\n");
}
