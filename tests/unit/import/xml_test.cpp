#include "import/xml.hpp"

#include <string>
#include <utility>

#include <doctest/doctest.h>

using namespace candor;

namespace {

/// What can be seen of an element and all inside: `name(attribute "value"?)"text"[children]`.
std::string to_text(const XmlElement& element) {
  auto text = std::string{element.name()};
  if (const auto id = element.attribute("id"); !id.empty()) text += "(" + std::string{id} + ")";
  if (!element.text().empty()) text += "\"" + std::string{element.text()} + "\"";
  const auto children = element.children();
  if (children.empty()) return text;
  text += "[";
  for (const auto& child : children) text += (text.ends_with('[') ? "" : " ") + to_text(child);
  return text + "]";
}

std::string read(std::string bytes) {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto file = sources.add("scan.xml", std::move(bytes));
  const auto document = XmlDocument::read({file, sources.at(file).bytes}, diagnostics);
  CHECK(document.has_value() != diagnostics.has_errors());
  return (document ? to_text(document->root()) + "\n" : "") + diagnostics.to_text();
}

/// A complaint about what is no XML.
std::string bad_at(std::string_view place, std::string_view message, std::string_view line, std::size_t caret) {
  return "scan.xml:" + std::string{place} + ": error: " + std::string{message} + " [bad-xml]\n   " +
         std::string{place.substr(0, place.find(':'))} + " | " + std::string{line} + "\n" +
         std::string(caret + 6, ' ') + "^\n       hint: export the file again; do not edit it by hand\n";
}

constexpr std::string_view broken = "this is no whole XML document: it is cut short or broken here";

}  // namespace

TEST_CASE("names lose their prefix, and an attribute without one comes before one with it") {
  CHECK(read(R"(<?xml version="1.0"?>
<!-- made by a tool -->
<cdf:Result xmlns:cdf="urn:x" xml:id="no" id="yes"><cdf:rule cdf:id="1">pass</cdf:rule><rule id="2"/></cdf:Result>
)") == "Result(yes)[rule(1)\"pass\" rule(2)]\n");
}

TEST_CASE("a text is whole, whatever a comment or an element parts it into") {
  CHECK(read("<r>pa<!-- no -->ss</r>") == "r\"pass\"\n");
  CHECK(read("<r>pa<![CDATA[ss & <b>]]></r>") == "r\"pass & <b>\"\n");
  CHECK(read("<r>not<a>in</a> checked<b/></r>") == "r\"not checked\"[a\"in\" b]\n");
  CHECK(read("<r><a/>\n  <b/>\n</r>") == "r[a b]\n");
}

TEST_CASE("what a document type declares is neither expanded nor fetched") {
  CHECK(read(R"(<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
<r id="&c;">&c;</r>)") == "r(&c;)\"&c;\"\n");
  CHECK(read(R"(<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>)") == "r\"&a;\"\n");
  CHECK(read(R"(<!DOCTYPE r SYSTEM "http://example.com/r.dtd"><r>x</r>)") == "r\"x\"\n");
}

TEST_CASE("the five entities and numbers of characters are undone, and a number of none is refused") {
  CHECK(read("<r id='&lt;&quot;'>&amp;&gt;&apos;&#65;&#x2713;</r>") == "r(<\")\"&>'A\xE2\x9C\x93\"\n");
  constexpr std::string_view message = "`&#` is followed by no character that XML has";
  CHECK(read("<r>pass&#0;fail</r>") == bad_at("1:8", message, "<r>pass&#0;fail</r>", 8));
  CHECK(read("<r>\n&#xD800;</r>") == bad_at("2:1", message, "&#xD800;</r>", 1));
  for (const auto* number :
       {"&#x1B;", "&#xFFFE;", "&#1114112;", "&#99999999999;", "&#;", "&#x;", "&#-1;", "&#65", "&#"})
    CHECK(read("<r>" + std::string{number} + "</r>").find(message) != std::string::npos);
}

TEST_CASE("what is no XML is told with its place, lines and characters counted") {
  CHECK(read("<r>\n  <\xC3\xA9t\xC3\xA9></r>") == bad_at("2:10", broken, "  <\xC3\xA9t\xC3\xA9></r>", 10));
  CHECK(read("<r") == bad_at("1:2", broken, "<r", 2));
  CHECK(read("<r a=1/>") == bad_at("1:6", broken, "<r a=1/>", 6));
  CHECK(read("{}") ==
        "scan.xml: error: this is no XML document: it holds no element [bad-xml]\n"
        "       hint: export the file again; do not edit it by hand\n");
}

TEST_CASE("an attribute that is said twice is refused: nobody can say which is meant") {
  CHECK(read("<r>\n<a id='pass' id='fail'/></r>") ==
        bad_at("2:1", "this element has an attribute twice, or more than 256", "<a id='pass' id='fail'/></r>", 1));
  std::string many = "<r";
  for (int i = 0; i < 256; ++i) many += " a" + std::to_string(i) + "=''";
  CHECK(read(many + "/>") == "r\n");
  CHECK(read(many + " b=''/>").find("more than 256") != std::string::npos);
}

TEST_CASE("a file is one document: what stands before or behind it is not passed over") {
  constexpr std::string_view message = "this stands outside of the XML document";
  CHECK(read("<r/>\n<r/>") == bad_at("2:1", message, "<r/>", 1));
  CHECK(read("<r/> and so on") == bad_at("1:5", message, "<r/> and so on", 5));
  CHECK(read("Starting\n<r/>") == bad_at("1:1", message, "Starting", 1));
  CHECK(read("<r/><!-- fine -->\n<?fine?>\n") == "r\n");
}

TEST_CASE("an empty file, another character set and control characters are told as what they are") {
  CHECK(read("") == "scan.xml: error: there is nothing in this file [empty-file]\n");
  CHECK(read("\xEF\xBB\xBF \r\n") == "scan.xml: error: there is nothing in this file [empty-file]\n");
  CHECK(read("\xEF\xBB\xBF<r/>") == "r\n");
  CHECK(read(std::string{"\xFF\xFE<\0r\0/\0>\0", 10}) ==
        "scan.xml: error: this file is UTF-16, not UTF-8 [invalid-utf8]\n"
        "       hint: save it in the character set UTF-8\n");
  CHECK(read("<r>\ncaf\xE9</r>") == R"(scan.xml:2:4: error: this file is not UTF-8 [invalid-utf8]
   2 | caf\xE9</r>
          ^
       hint: save it in the character set UTF-8
)");
  CHECK(read(std::string{"<r/>\0<r/>", 9}) ==
        bad_at("1:5", "a control character stands here, and XML has none", "<r/>\\u{0}<r/>", 5));
  CHECK(read("<r>\x1B[2J</r>").find("a control character stands here") != std::string::npos);
  CHECK(read("<!-- nothing -->") ==
        "scan.xml: error: this is no XML document: it holds no element [bad-xml]\n"
        "       hint: export the file again; do not edit it by hand\n");
}

TEST_CASE("a document that is cut at any byte is a complaint, never a smaller document") {
  const std::string whole =
      "\xEF\xBB\xBF<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e 'x'>]><r id='1'>\xC3\xA9&amp;<!-- c --><a b='2'>t</a>"
      "<![CDATA[d]]></r>";
  REQUIRE(read(whole) == "r(1)\"\xC3\xA9&d\"[a\"t\"]\n");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO("cut at ", size);
    CHECK(read(whole.substr(0, size)).starts_with("scan.xml"));
  }
}

TEST_CASE("whatever the bytes, there is a document or a complaint") {
  std::uint32_t seed = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = "<a>";
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525 + 1013904223;
      constexpr std::string_view alphabet{"<<<>>/a!-[]?&#;x'=\" \n\0\xC3\xA9", 24};
      bytes += alphabet[(seed >> 16U) % alphabet.size()];
    }
    CHECK(!read(bytes + "</a>").empty());
  }
}

TEST_CASE("100,000 elements inside each other are read") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  deep += "<last/>";
  for (int i = 0; i < 100'000; ++i) deep += "</a>";
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto document = XmlDocument::read({0, deep}, diagnostics);
  REQUIRE(document);
  const auto last = document->root().find("last");
  REQUIRE(last);
  CHECK(last->place().column == 300'001);
}

TEST_CASE("a file of more tags than memory should hold is refused") {
  std::string many = "<r>";
  for (std::size_t i = 0; i + 1 < max_xml_tags; ++i) many += "<a/>";
  CHECK(read(many + "</r>") ==
        "scan.xml: error: this file holds more than 2000000 tags [too-large]\n"
        "       hint: export fewer machines at once\n");
}

TEST_CASE("an element knows the place of its `<`, behind a byte order mark, a document type and long characters too") {
  const std::string bytes = "\xEF\xBB\xBF<!DOCTYPE r>\r\n<r>\xE2\x9C\x93\xC3\xA9<x:a/>\r\n <b\r\n/></r>";
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto file = sources.add("scan.xml", bytes);
  const auto document = XmlDocument::read({file, bytes}, diagnostics);
  REQUIRE(document);
  CHECK(document->root().place() == Place{file, 2, 1});
  CHECK(document->root().child("a")->place() == Place{file, 2, 6});
  CHECK(document->root().child("b")->place() == Place{file, 3, 2});
}

TEST_CASE("an element lives on when its document is moved") {
  const std::string bytes = "<r>\n<a id='1'/></r>";
  Sources sources;
  Diagnostics diagnostics{sources};
  std::vector<XmlDocument> documents;
  documents.push_back(*XmlDocument::read({7, bytes}, diagnostics));
  const auto element = documents.front().root().children("a").front();
  documents.reserve(documents.capacity() + 1);  // moves it
  CHECK(element.attribute("id") == "1");
  CHECK(element.place() == Place{7, 2, 1});
}

TEST_CASE("an element is found by its name at any depth, itself too") {
  Sources sources;
  Diagnostics diagnostics{sources};
  const auto document = XmlDocument::read({0, "<r><a><c id='1'/></a><c id='2'/></r>"}, diagnostics);
  REQUIRE(document);
  CHECK(document->root().find("r")->name() == "r");
  CHECK(document->root().find("c")->attribute("id") == "1");
  CHECK(document->root().child("c")->attribute("id") == "2");
  CHECK(!document->root().find("d"));
  CHECK(!document->root().child("r"));
}
