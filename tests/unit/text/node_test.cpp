#include "candor/text/node.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>

namespace candor::yaml {
namespace {

using namespace std::string_view_literals;

/// One document and the complaints about it.
struct Document {
  explicit Document(std::string bytes) {
    sources.add("f", std::move(bytes));
    tree = *parse(sources, 0, diagnostics);
  }

  [[nodiscard]] Node root() { return Node{tree, diagnostics}; }
  [[nodiscard]] std::string complaints() const { return diagnostics.to_text(); }

  Sources sources;
  Diagnostics diagnostics{sources};
  Tree tree;
};

TEST_CASE("a mapping gives its values by key and its pairs in order") {
  Document document{"b: 1\na: two\n"};
  const auto root = document.root();
  CHECK(root.is_mapping());
  CHECK(root.find("a")->text() == "two");
  CHECK(!root.find("c"));
  std::string pairs;
  for (const auto& [key, value] : root.members())
    pairs += std::string{key.raw()} + "=" + std::string{value.raw()} + " ";
  CHECK(pairs == "b=1 a=two ");
  CHECK(document.complaints().empty());
}

TEST_CASE("a list gives its items, a single value may stand for a list of one") {
  Document document{"a: [x, y]\nb: z\n"};
  const auto items = document.root().find("a")->items();
  REQUIRE(items.size() == 2);
  CHECK(items[1].text() == "y");
  CHECK(items[1].place() == Place{0, 1, 8});
  CHECK(document.root().find("a")->one_or_more().size() == 2);
  CHECK(document.root().find("b")->one_or_more().at(0).text() == "z");
  CHECK(document.complaints().empty());
}

TEST_CASE("a value of the wrong kind is told with what was expected and what was found") {
  Document document{"a: [x]\nb: y\nc: {d: 1}\ne:\n"};
  const auto root = document.root();
  CHECK(root.find("a")->text("a date").empty());
  CHECK(root.find("b")->items().empty());
  CHECK(root.find("b")->members("parties").empty());
  CHECK(root.find("c")->text().empty());
  CHECK(root.find("e")->text("a date").empty());
  CHECK(root.find("e")->items().empty());
  CHECK(document.complaints() ==
        "f:1:4: error: expected a date, found a list [wrong-kind]\n"
        "   1 | a: [x]\n"
        "          ^\n"
        "f:2:4: error: expected a list, found a text [wrong-kind]\n"
        "   2 | b: y\n"
        "          ^\n"
        "f:2:4: error: expected parties, found a text [wrong-kind]\n"
        "   2 | b: y\n"
        "          ^\n"
        "f:3:4: error: expected a text, found keys and values [wrong-kind]\n"
        "   3 | c: {d: 1}\n"
        "          ^\n"
        "f:4:1: error: expected a date, found nothing [empty-value]\n"
        "   4 | e:\n"
        "       ^\n"
        "f:4:1: error: expected a list, found nothing [wrong-kind]\n"
        "   4 | e:\n"
        "       ^\n");
}

TEST_CASE("a key that lacks its colon before a bracket is one slip, and its own key is not missing too") {
  Document document{"client {name: H}\n"};
  constexpr std::array keys{"client"sv};
  CHECK(document.root().allow_only(keys));
  CHECK(!document.root().required("client"));
  CHECK(document.complaints() ==
        "f:1:1: error: `client {name` is not a key this file can have [unknown-key]\n"
        "   1 | client {name: H}\n"
        "       ^\n"
        "       hint: is a `:` missing before the bracket?\n");
}

TEST_CASE("an unknown key gets the nearest one as a hint, or the list of all") {
  Document document{"answr: 1\nsomething: 2\nnote: 3\n"};
  constexpr std::array keys{"answer"sv, "note"sv};
  CHECK(document.root().allow_only(keys));
  CHECK(document.complaints() ==
        "f:1:1: error: `answr` is not a key this file can have [unknown-key]\n"
        "   1 | answr: 1\n"
        "       ^\n"
        "       hint: did you mean `answer`?\n"
        "f:2:1: error: `something` is not a key this file can have [unknown-key]\n"
        "   2 | something: 2\n"
        "       ^\n"
        "       hint: it can have `answer` and `note`\n");
}

TEST_CASE("where keys were expected and a list is found, one complaint says so") {
  Document document{"- a\n"};
  constexpr std::array keys{"answer"sv};
  CHECK(!document.root().allow_only(keys));
  CHECK(!document.root().required("answer"));
  CHECK(document.complaints() ==
        "f:1:1: error: expected keys and values, found a list [wrong-kind]\n"
        "   1 | - a\n"
        "       ^\n");
}

TEST_CASE("a missing key is told at its mapping") {
  Document document{"a:\n  b: 1\n"};
  CHECK(!document.root().find("a")->required("date"));
  CHECK(document.complaints() ==
        "f:2:3: error: the key `date` is missing here [missing-key]\n"
        "   2 |   b: 1\n"
        "         ^\n");
}

TEST_CASE("a misspelt key is not also a missing one") {
  Document document{"dte: 1\n"};
  constexpr std::array keys{"date"sv, "by"sv};
  document.root().allow_only(keys);
  CHECK(!document.root().required("date"));
  CHECK(document.complaints() ==
        "f:1:1: error: `dte` is not a key this file can have [unknown-key]\n"
        "   1 | dte: 1\n"
        "       ^\n"
        "       hint: did you mean `date`?\n");
}

TEST_CASE("a key that resembles a missing one but is allowed does not hide it") {
  Document document{"controls: 1\n"};
  constexpr std::array keys{"control"sv, "controls"sv};
  document.root().allow_only(keys);
  CHECK(!document.root().required("control"));
  CHECK(document.complaints() ==
        "f:1:1: error: the key `control` is missing here [missing-key]\n"
        "   1 | controls: 1\n"
        "       ^\n");
}

TEST_CASE("a tree over constant data reads like a parsed one") {
  static constexpr std::array entries{
      Entry{.kind = Kind::Mapping, .line = 1, .column = 1, .end = 3},
      Entry{.kind = Kind::Scalar, .line = 1, .column = 1, .begin = 0, .size = 3, .end = 2},
      Entry{.kind = Kind::Scalar, .line = 1, .column = 6, .begin = 3, .size = 2, .end = 3},
  };
  Sources sources;
  Diagnostics diagnostics{sources};
  const Tree tree{.file = sources.add("built in", ""),
                  .owned_entries = {},
                  .owned_text = {},
                  .borrowed_entries = entries,
                  .borrowed_text = "keyno"};
  CHECK(Node{tree, diagnostics}.find("key")->text() == "no");
  Node{tree, diagnostics}.find("key")->error("a-code", "not this");
  CHECK(diagnostics.to_text() == "built in:1:6: error: not this [a-code]\n");
}

}  // namespace
}  // namespace candor::yaml
