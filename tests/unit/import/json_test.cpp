#include "import/json.hpp"

#include "candor/text/json.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace candor;

namespace {

std::string at(const Place& place) { return "@" + std::to_string(place.line) + ":" + std::to_string(place.column); }

/// A value and all inside with their places: `{key@1:2 "text"@1:7}`; texts in quotes, all else bare.
std::string to_text(const yaml::Node& node) {
  std::string text;
  if (node.is_scalar()) {
    text = node.is_quoted() ? "\"" + std::string{node.raw()} + "\"" : std::string{node.raw()};
  } else if (node.is_sequence()) {
    for (const auto& item : node.items()) text += (text.empty() ? "" : " ") + to_text(item);
    text = "[" + text + "]";
  } else {
    for (const auto& member : node.members())
      text += (text.empty() ? "" : " ") + std::string{member.key.raw()} + at(member.key.place()) + "=" +
              to_text(member.value);
    text = "{" + text + "}";
  }
  return text + at(node.place());
}

std::string read(std::string bytes) {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto file = sources.add("export.json", std::move(bytes));
  const auto tree = read_json({file, sources.at(file).bytes}, diagnostics);
  CHECK((tree || diagnostics.has_errors()));
  return (tree ? to_text(yaml::Node{*tree, diagnostics}) + "\n" : "") + diagnostics.to_text();
}

/// A complaint about what is no JSON.
std::string bad_at(std::string_view place, std::string_view message, std::string_view line, std::size_t caret,
                   std::string_view code = "bad-json") {
  return "export.json:" + std::string{place} + ": error: " + std::string{message} + " [" + std::string{code} +
         "]\n   " + std::string{place.substr(0, place.find(':'))} + " | " + std::string{line} + "\n" +
         std::string(caret + 6, ' ') + "^\n       hint: export the file again; do not edit it by hand\n";
}

constexpr std::string_view cut = "this is no whole JSON value: it ends in the middle or is broken at its end";
constexpr std::string_view broken = "this is not JSON from here on";

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("each value knows its kind and its place") {
  CHECK(read("{\"a\": [1, -2.5e+3, true, null, \"x\"],\n \"b\": {}, \"c\":\t[]}") ==
        "{a@1:2=[1@1:8 -2.5e+3@1:11 true@1:20 null@1:26 \"x\"@1:32]@1:7 b@2:2={}@2:7 c@2:11=[]@2:16}@1:1\n");
  CHECK(read("[1,2]") == "[1@1:2 2@1:4]@1:1\n");
  CHECK(read("[false]") == "[false@1:2]@1:1\n");
}

TEST_CASE("places count characters, behind escapes, quotes in a text and characters of several bytes too") {
  CHECK(read(R"({"q\"\\": "\\\"", "u\u00e9": 1})") == "{q\"\\@1:2=\"\\\"\"@1:11 u\xC3\xA9@1:19=1@1:30}@1:1\n");
  CHECK(read("[\"\xE2\x9C\x93\xC3\xA9\", \"\", 3]") == "[\"\xE2\x9C\x93\xC3\xA9\"@1:2 \"\"@1:8 3@1:12]@1:1\n");
  CHECK(read("[\r\n\"\\ud83d\\ude00\",\r\n1]") == "[\"\xF0\x9F\x98\x80\"@2:1 1@3:1]@1:1\n");
  CHECK(read("\xEF\xBB\xBF[1]") == "[1@1:2]@1:1\n");
}

TEST_CASE("a key that is repeated is told, in the object where it stands twice alone") {
  CHECK(read(R"({"a": 1, "b": {"a": 2}, "a": 3})") ==
        R"({a@1:2=1@1:7 b@1:10={a@1:16=2@1:21}@1:15 a@1:25=3@1:30}@1:1
export.json:1:25: error: the key `a` is repeated [repeated-key]
   1 | {"a": 1, "b": {"a": 2}, "a": 3}
                               ^
       hint: only one of the two can be meant: export the file again
)");
  CHECK(read(R"([{"a": 1}, {"a": 2}])") == "[{a@1:3=1@1:8}@1:2 {a@1:13=2@1:18}@1:12]@1:1\n");
  CHECK(read(R"({"\u0061": 1, "a": 2})").find("the key `a` is repeated") != std::string::npos);
}

TEST_CASE("values lie 128 deep in each other and no deeper") {
  CHECK(read(nested(128)).starts_with("[["));
  CHECK(read(nested(129))
            .starts_with(
                "export.json:1:129: error: values lie more than 128 deep in each other here [too-deep]\n   1 | …[["));
  CHECK(read(nested(129)).ends_with("\n       hint: no tool that candor reads writes such a file\n"));
}

TEST_CASE("what is no JSON is told with its place") {
  CHECK(read("{\"a\": 1,\n 'b': 2}") == bad_at("2:2", broken, " 'b': 2}", 2));
  CHECK(read("{\"\xC3\xA9\": nope}") == bad_at("1:8", broken, "{\"\xC3\xA9\": nope}", 8));
  CHECK(read("[1, 2") == bad_at("1:5", cut, "[1, 2", 5));
  CHECK(read("[1,]") == bad_at("1:4", cut, "[1,]", 4));
  CHECK(read("[01, 2]") == bad_at("1:4", broken, "[01, 2]", 4));
  CHECK(read("{} {}") == bad_at("1:4", broken, "{} {}", 4));
  CHECK(read("[1] // fine") == bad_at("1:5", broken, "[1] // fine", 5));
  CHECK(read("[1] and so on") == bad_at("1:5", broken, "[1] and so on", 5));
  for (const auto* text : {"[nan]", "[Infinity]", "[+1]", "[.5]", "[1.]", "[0x10]", "[1e]", "[-]", "['a']", "[\"\t\"]",
                           "[\"\\x\"]", "[\"\\ud800\"]", "{1: 2}", "{\"a\" 1}", "[1 2]", "[tru]", "[truee]", "[1}"})
    CHECK(read(text).find("[bad-json]") != std::string::npos);
}

TEST_CASE("what begins neither an object nor a list is no file of a tool, and may be a table") {
  constexpr auto* hint =
      "       hint: export it as JSON; if it is a table, `candor import --help` says which tools write CSV\n";
  CHECK(read("\xEF\xBB\xBF\r\n  User principal name,Registered\n") ==
        std::string{"export.json:2:3: error: this is no JSON file [bad-json]\n   2 |   User principal name,Registered\n"
                    "         ^\n"} +
            hint);
  CHECK(read("\"Name\",\"Mail\"\n") ==
        std::string{"export.json:1:1: error: this is no JSON file [bad-json]\n   1 | \"Name\",\"Mail\"\n       ^\n"} +
            hint);
  for (const auto* text : {"7", "\"a\"", "null", "tru", "<r/>", "nan", "2026-11-21,Ann"})
    CHECK(read(text).find("this is no JSON file [bad-json]") != std::string::npos);
}

TEST_CASE("a NUL byte does not end a file early") {
  CHECK(read(std::string{"123\0", 4}) ==
        bad_at("1:4", "a NUL byte stands here, and no such file has one", "123\\u{0}", 4));
  CHECK(read(std::string{"{\"ok\": true}\n\0{\"ok\": false}", 27}) ==
        bad_at("2:1", "a NUL byte stands here, and no such file has one", "\\u{0}{\"ok\": false}", 1));
  CHECK(read("[\"a\\u0000b\"]") == std::string{"[\"a\0b\"@1:2]@1:1\n", 16});
}

TEST_CASE("an empty file and another character set are told as what they are") {
  CHECK(read("") == "export.json: error: there is nothing in this file [empty-file]\n");
  CHECK(read("\xEF\xBB\xBF \r\n") == "export.json: error: there is nothing in this file [empty-file]\n");
  CHECK(read(std::string{"\xFF\xFE{\0}\0", 6}) ==
        "export.json: error: this file is UTF-16, not UTF-8 [invalid-utf8]\n"
        "       hint: PowerShell writes UTF-8 with `Out-File -Encoding utf8`\n");
  CHECK(read("{\"a\":\n \"caf\xE9\"}") == bad_at("2:6", "this file is not UTF-8", " \"caf\\xE9\"}", 6, "invalid-utf8"));
}

TEST_CASE("a value that is cut at any byte is a complaint, never a smaller value") {
  const std::string whole = "\xEF\xBB\xBF{\"a\\n\": [1.5, \"\xC3\xA9\\u00e9\", {}, null], \"b\": -12}";
  REQUIRE(read(whole).starts_with("{"));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO("cut at ", size);
    CHECK(read(whole.substr(0, size)).starts_with("export.json"));
  }
}

TEST_CASE("whatever the bytes, there is a value or a complaint") {
  std::uint32_t seed = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = 0; i < 30; ++i) {
      seed = seed * 1664525 + 1013904223;
      constexpr std::string_view alphabet{"{}[]\"\"\\,,::u0-1.e \n\xC3\xA9", 21};
      bytes += alphabet[(seed >> 16U) % alphabet.size()];
    }
    CHECK(!read(bytes).empty());
    CHECK(!read("[\"" + bytes + "\"]").empty());
  }
}

TEST_CASE("a file of more values than memory should hold is refused at the first too many") {
  Sources sources;
  Diagnostics diagnostics{sources};
  std::string list = "[";
  for (std::size_t i = 1; i < json::max_entries; ++i) list += "1,";
  const auto file = sources.add("log.json", list + "1]");
  CHECK(!read_json({file, sources.at(file).bytes}, diagnostics));
  REQUIRE(diagnostics.all().size() == 1);
  const auto& complaint = diagnostics.all().front();
  CHECK(at(complaint.place) + " " + complaint.message + " [" + complaint.code + "]" ==
        "@1:12000000 this file holds more than 6000000 values [too-large]");
}

TEST_CASE("what stands under a key is found only where it is of the kind that is asked for") {
  Sources sources;
  Diagnostics diagnostics{sources};
  const std::string bytes = R"({"object": {}, "list": [], "text": "true", "yes": true, "no": false, "null": null,
    "whole": 42, "big": 9223372036854775807, "too big": 9223372036854775808, "below": -7.9, "power": 1e3, "digits": "42"})";
  const auto file = sources.add("export.json", bytes);
  const auto tree = read_json({file, bytes}, diagnostics);
  REQUIRE(tree);
  const yaml::Node root{*tree, diagnostics};
  CHECK(find_object(root, "object"));
  CHECK(!find_object(root, "list"));
  CHECK(find_list(root, "list"));
  CHECK(!find_list(root, "object"));
  CHECK(find_text(root, "text") == "true");
  CHECK(find_text(root, "yes").empty());
  CHECK(find_text(root, "null").empty());
  CHECK(find_bool(root, "yes") == true);
  CHECK(find_bool(root, "no") == false);
  CHECK(!find_bool(root, "text"));
  CHECK(!find_bool(root, "null"));
  CHECK(find_number(root, "whole") == 42);
  CHECK(find_number(root, "big") == 9223372036854775807);
  CHECK(find_number(root, "below") == -7);
  for (const auto* key : {"too big", "power", "digits", "yes", "null", "absent"}) CHECK(!find_number(root, key));
  CHECK(!find_text(*find_list(root, "list"), "text").data());
  CHECK(!diagnostics.has_errors());
}

TEST_CASE("what begins an object or a list looks like JSON") {
  CHECK(looks_like_json(" {"));
  CHECK(looks_like_json("\xEF\xBB\xBF\r\n["));
  CHECK(!looks_like_json("<a/>"));
  CHECK(!looks_like_json("\"a\""));
  CHECK(!looks_like_json(""));
}
