#include "text/json_quick.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <tuple>

#include "candor/text/json.hpp"

namespace {

using namespace candor;

struct Read {
  explicit Read(std::string_view text) : file(sources.add("x.json", std::string{text})) {
    quick = json::parse_faultless(text, {file, 3, 5});
    telling = json::parse_with_complaints(text, {file, 3, 5}, diagnostics);
  }
  Sources sources;
  Diagnostics diagnostics{sources};
  std::uint32_t file;
  std::optional<yaml::Tree> quick;
  std::optional<yaml::Tree> telling;
};

void check_same(const yaml::Tree& a, const yaml::Tree& b) {
  REQUIRE(a.owned_entries.size() == b.owned_entries.size());
  for (std::size_t i = 0; i < a.owned_entries.size(); ++i) {
    const auto& x = a.owned_entries[i];
    const auto& y = b.owned_entries[i];
    CHECK(std::tie(x.kind, x.quoted, x.line, x.column, x.end) == std::tie(y.kind, y.quoted, y.line, y.column, y.end));
    CHECK(a.text().substr(x.begin, x.size) == b.text().substr(y.begin, y.size));
  }
}

constexpr std::array good{
    R"({})",
    R"([])",
    R"("a")",
    R"(17)",
    R"(-0.50)",
    R"(true)",
    R"( [ null , false,true ] )",
    "{\"a\": 1,\n  \"b\": [1, -2.5, \"\\u00e9\\n\\\\\", \"x\"],\r\n\t\"c\": {\"\": {}, \"d\": []}}\n",
    "{\"né\": \"日本語\", \"🪥\": [\"€\", 1], \"\\ud83e\\uddb7\": \"\\/\"}",
    R"({"a longer text of more than sixteen bytes": "another one that is longer than thirty-two bytes, a \"quoted\" one"})",
    R"({"k0":0,"k1":1,"k2":2,"k3":3,"k4":4,"k5":5,"k6":6,"k7":7,"k8":8,"k9":9,"ka":1,"kb":1,"kc":1,"kd":1,"ke":1,"kf":1,"kg":1})"};

TEST_CASE("A faultless text gives the same values at the same places, whichever way it is read") {
  for (const std::string_view text : good) {
    CAPTURE(text);
    const Read read{text};
    REQUIRE(read.telling);
    CHECK(read.diagnostics.all().empty());
    REQUIRE(read.quick);
    check_same(*read.quick, *read.telling);
  }
}

TEST_CASE("Cut anywhere or with one byte changed, the quick way takes nothing that has a fault") {
  std::size_t taken = 0;
  const auto hold = [&](const std::string& text) {
    CAPTURE(text);
    const Read read{text};
    if (!read.quick) return;
    ++taken;
    CHECK(read.diagnostics.all().empty());
    REQUIRE(read.telling);
    check_same(*read.quick, *read.telling);
  };
  for (const std::string_view text : good) {
    for (std::size_t size = 0; size < text.size(); ++size) hold(std::string{text.substr(0, size)});
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (static_cast<unsigned char>(text[at]) >= 0x80) continue;  // only valid UTF-8 is asked of either
      for (const char other : std::string_view{" \t\n\"\\{}[],:0-.eE1tnf/u\x01\x7f"}) {
        auto changed = std::string{text};
        changed[at] = other;
        hold(changed);
      }
    }
  }
  CHECK(taken > 500);
}

TEST_CASE("The quick way refuses what nobody may write") {
  std::string deep;
  for (int i = 0; i <= json::max_depth; ++i) deep += '[';
  deep += std::string(static_cast<std::size_t>(json::max_depth) + 1, ']');
  const std::string with_nul{"{\"a\":1}\0{}", 10};
  for (const std::string& text :
       {deep, with_nul, std::string{R"({"a":1,"a":2})"}, std::string{R"({"a":1,"\u0061":2})"}, std::string{R"(1e999)"},
        std::string{R"({"a":NaN})"}, std::string{"{}{}"}, std::string{"{\"a\":\"\\ud800\"}"},
        std::string{"{\"a\":\"\\uDC00\"}"}, std::string{"01"}, std::string{"[1,]"}, std::string{}}) {
    CAPTURE(text);
    CHECK_FALSE(json::parse_faultless(text, {}));
  }
}

}  // namespace
