#include <string>

#include <doctest/doctest.h>

#include "candor/export/portfolio.hpp"
#include "candor/read/portfolio.hpp"
#include "candor/text/json.hpp"

using namespace candor;

namespace {

Peers some() {
  Peers peers;
  peers.profile = "minimum-standard";
  peers.version = "2026.1";
  peers.as_of = *parse_date("2026-11-21");
  peers.groups = {{"", 34, {20, 4, 0, 0, 0, 0, 0, 0, 0, 0, 10}, {34}},
                  {"it \"provider\"", 12, {0, 0, 0, 0, 0, 0, 0, 0, 0, 12}, {12}}};
  return peers;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

struct Desk {
  Sources sources;
  Diagnostics diagnostics{sources};

  std::optional<Peers> read(const std::string& text) {
    const auto file = sources.add("peers.json", text);
    const auto tree = json::parse(sources.at(file).bytes, {file, 1, 1}, diagnostics);
    return tree ? read_peers(*tree, diagnostics) : std::nullopt;
  }
};

std::string complaint(const std::string& text) {
  Desk desk;
  CHECK_FALSE(desk.read(text));
  return desk.diagnostics.to_text();
}

std::string complaint(const std::string& what, const std::string& by) {
  return complaint(replaced(peers_text(some()), what, by));
}

}  // namespace

TEST_CASE("counts are a small file of JSON, a group a line") {
  CHECK(peers_text(some()) == R"({
 "format": "candor-peers/1",
 "profile": {"id":"minimum-standard","version":"2026.1"},
 "as_of": "2026-11-21",
 "groups": [
  {"sector":null,"clients":34,"proved":[20,4,0,0,0,0,0,0,0,0,10],"claimed":[34,0,0,0,0,0,0,0,0,0,0]},
  {"sector":"it \"provider\"","clients":12,"proved":[0,0,0,0,0,0,0,0,0,12,0],"claimed":[12,0,0,0,0,0,0,0,0,0,0]}]
}
)");
}

TEST_CASE("counts read back as they were written, and so does a file without a group") {
  auto peers = some();
  for (int i = 0; i < 2; ++i) {
    Desk desk;
    const auto again = desk.read(peers_text(peers));
    CHECK(desk.diagnostics.to_text() == "");
    REQUIRE(again);
    CHECK(peers_text(*again) == peers_text(peers));
    peers.groups.clear();
  }
}

TEST_CASE("a sector that a row may have reads back too") {
  auto peers = some();
  peers.groups[1].sector = "a\u200bb \U0001f600 ##[error]";
  const auto text = peers_text(peers);
  CHECK(text.find("##[") == std::string::npos);
  Desk desk;
  const auto again = desk.read(text);
  CHECK(desk.diagnostics.to_text() == "");
  REQUIRE(again);
  CHECK(again->groups[1].sector == peers.groups[1].sector);
}

TEST_CASE("what candor portfolio did not write, and what a newer one wrote, is refused") {
  CHECK(complaint("{}\n") ==
        "peers.json:1:1: error: this is no file of anonymous counts [no-peers]\n"
        "   1 | {}\n"
        "       ^\n"
        "       hint: `candor portfolio PATH... --anonymous` writes one\n");
  CHECK(complaint("[1]\n").find("[no-peers]") != std::string::npos);
  CHECK(complaint("{\"format\": \"candor-record/1\"}\n").find("[no-peers]") != std::string::npos);
  CHECK(complaint("candor-peers/1", "candor-peers/2") ==
        "peers.json:2:12: error: `candor-peers/2` was written by a newer candor [newer-format]\n"
        "   2 |  \"format\": \"candor-peers/2\",\n"
        "                  ^\n"
        "       hint: install a newer candor to read it\n");
}

TEST_CASE("counts that do not hold together are told once, with their place and what to do") {
  CHECK(complaint("12,\"proved\"", "13,\"proved\"") ==
        R"(peers.json:7:53: error: these add up to 12, and the group has 13 clients [bad-value]
   7 |   {"sector":"it \"provider\"","clients":13,"proved":[0,0,0,0,0,0,0,0,0,12,0],"claimed":[12,0,0,0,0,0…
                                                           ^
       hint: make it again: `candor portfolio PATH... --anonymous`
)");
  CHECK(complaint("[12,0", "[11,0") ==
        R"(peers.json:7:88: error: these add up to 11, and the group has 12 clients [bad-value]
   7 | …\"provider\"","clients":12,"proved":[0,0,0,0,0,0,0,0,0,12,0],"claimed":[11,0,0,0,0,0,0,0,0,0,0]}]
                                                                               ^
       hint: make it again: `candor portfolio PATH... --anonymous`
)");
}

TEST_CASE("every other fault of the file is told") {
  const auto gives = [](const std::string& what, const std::string& by, const std::string& wanted) {
    const auto text = complaint(what, by);
    CHECK_MESSAGE(text.find(wanted) != std::string::npos, wanted << " in " << text);
  };
  gives("\"clients\":12", "\"clients\":9", "`9` is no number from 10 to 1000000000 [bad-value]");
  gives("\"clients\":12", "\"clients\":\"twelve\"", "`twelve` is no number");
  gives("[12,0", "[12,-1", "`-1` is no number from 0 to 1000000000");
  gives("[12,0", "[12", "10 numbers stand here, and 11 belong here [bad-value]");
  gives("\"it \\\"provider\\\"\"", "null", "the group of all clients is there twice [bad-value]");
  gives("null", "\"it \\\"provider\\\"\"", "the group of `it \"provider\"` is there twice [bad-value]");
  gives("null", "[]", "[wrong-kind]");
  gives("null", "\"\"", "[empty-value]");
  gives("2026-11-21", "2026-11-31", "`2026-11-31` is not a date [bad-date]");
  gives("\"version\"", "\"versoin\"", "[unknown-key]");
  gives("\"as_of\"", "\"names\"", "[unknown-key]");
  gives(",\"claimed\"", ",\"client\"", "[unknown-key]");
  gives(" \"as_of\": \"2026-11-21\",\n", "", "[missing-key]");
  gives("\"sector\":null,", "", "[missing-key]");
}
