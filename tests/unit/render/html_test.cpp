#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "candor/text/sha256.hpp"
#include "render/escape.hpp"
#include "render/renderers.hpp"
#include "render/sample.hpp"

namespace candor {
namespace {

std::string between(const std::string& text, std::string_view first, std::string_view last) {
  const auto begin = text.find(first);
  if (begin == std::string::npos) return {};
  const auto from = begin + first.size();
  return text.substr(from, text.find(last, from) - from);
}

std::string style_of(const std::string& page) { return between(page, "<style>", "</style>"); }

/// A page without its pictures, which have tests of their own.
std::string without_pictures(std::string page) {
  for (auto begin = page.find("<svg"); begin != std::string::npos; begin = page.find("<svg", begin))
    page.replace(begin, page.find("</svg>", begin) + 6 - begin, "@");
  return page;
}

std::string body(const Report& report) {
  return without_pictures(between(render_html(report, {}), "<main>\n", "</main>"));
}

TEST_CASE("a report is a page with its blocks in order") {
  CHECK(body(test::sample()) ==
        "<div class=\"sheet\">\n"
        "<h1>Harbour Dental: below the minimum</h1>\n"
        "<p class=\"lead\">The practice does not yet meet the minimum standard, because two things are missing.</p>\n"
        "<ol>\n"
        "<li>Turn on the second check for the last four people.</li>\n"
        "<li>Test that the backup can be read back.</li>\n"
        "</ol>\n"
        "</div>\n"
        "<div>\n"
        "<h2>What is missing</h2>\n"
        "<article class=\"finding not_met\">\n"
        "<div class=\"top\">\n"
        "<h3>No one has checked that your backup works.</h3>\n"
        "<div class=\"status\">@<span>missing, minimum</span></div>\n"
        "</div>\n"
        "<p>A copy that cannot be read back is no copy.</p>\n"
        "<p>If the server fails, the practice may stand still.</p>\n"
        "<dl class=\"acts\">\n"
        "<div><dt>What to do</dt><dd>Read the whole server back onto a spare machine.</dd></div>\n"
        "<div><dt>Who</dt><dd>Northgate IT</dd></div>\n"
        "<div><dt>Cost</dt><dd>not priced yet</dd></div>\n"
        "</dl>\n"
        "<ul class=\"notes\">\n"
        "<li>M. Byrne said no on 2 March 2026.</li>\n"
        "</ul>\n"
        "</article>\n"
        "<ul>\n"
        "<li><b>In place:</b> 12</li>\n"
        "<li>and one that does not apply</li>\n"
        "</ul>\n"
        "<p>These are whole numbers.</p>\n"
        "<figure class=\"band\">@\n"
        "<ul class=\"key\">\n"
        "<li>@44 proved</li>\n"
        "<li>@12 only told</li>\n"
        "<li>@22 not known</li>\n"
        "<li>@22 missing</li>\n"
        "</ul>\n"
        "<figcaption>Of 100 points, 44 are proved.</figcaption></figure>\n"
        "<ul>\n"
        "<li>one</li>\n"
        "<li>two</li>\n"
        "</ul>\n"
        "<h3>Your decision</h3>\n"
        "<p class=\"small\">Signing changes nothing in the score.</p>\n"
        "<div class=\"sign\">\n"
        "<p>Yes or no:<span></span></p>\n"
        "<p>Name and date:<span></span></p>\n"
        "</div>\n"
        "</div>\n");
}

TEST_CASE("the policy of a page allows its own style sheet and pictures inside it, and nothing else") {
  const auto page = render_html(test::sample(), {});
  CHECK(between(page, "Content-Security-Policy\" content=\"", "\"") ==
        "default-src 'none'; style-src 'sha256-" + sha256_base64(style_of(page)) +
            "'; img-src data:; base-uri 'none'; form-action 'none'");
}

TEST_CASE("nothing from a client's file ends an element, an attribute or a rule") {
  const std::string hostile = "</style></title><script>alert(1)</script>\"'&\x1b[31m\xe2\x80\xae} @import url(//x)";
  Report report = test::only(Heading{1, hostile});
  report.title = hostile;
  Canvas canvas;
  canvas.brand.name = hostile;
  const auto page = render_html(report, canvas);
  const std::string shown =
      "&lt;/style&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\\u{1B}[31m\\u{202E}} @import "
      "url(//x)";
  CHECK(between(page, "<title>", "</title>") == shown);
  CHECK(between(page, "<header class=\"brand\"><span>", "</span></header>") == shown);
  CHECK(between(page, "<h1>", "</h1>") == shown);
  CHECK(between(style_of(page), "@bottom-left{content:", ";font") ==
        "\"\\3C \\2F style\\3E \\3C \\2F title\\3E \\3C script\\3E alert\\28 1\\29 \\3C \\2F script\\3E \\22 \\27 \\26 "
        "\\5C u\\7B 1B\\7D \\5B 31m\\5C u\\7B 202E\\7D \\7D  \\40 import url\\28 \\2F \\2F x\\29 \"");
  CHECK(page.find("<script") == std::string::npos);
}

TEST_CASE("a brand has its name, its logo and its colour on the page") {
  Canvas canvas;
  canvas.brand = {"Northgate IT", "data:image/png;base64,AAAA", "#7a1f2b"};
  canvas.paper = Paper::Letter;
  const auto page = render_html(test::sample(), canvas);
  CHECK(between(page, "<header class=\"brand\">", "</header>") ==
        "<img src=\"data:image/png;base64,AAAA\" alt=\"\"><span>Northgate IT</span>");
  CHECK(between(page, ":root{--accent:", "}") == "#7a1f2b");
  CHECK(between(page, "@page{size:", ";") == "letter");
  CHECK(between(render_html(test::sample(), {}), "@page{size:", ";") == "A4");
}

TEST_CASE("a long list of short lines stands in columns") {
  const std::vector<std::string> six(6, "You have a list.");
  CHECK(body(test::only(Bullets{six})).starts_with("<div class=\"page\">\n<ul class=\"many\">"));
  CHECK(body(test::only(Bullets{{six.begin(), six.begin() + 5}})).starts_with("<div class=\"page\">\n<ul>"));
  CHECK(body(test::only(Bullets{six, true})).starts_with("<div class=\"page\">\n<ol>"));
}

TEST_CASE("boxes to tick have no other mark before them") {
  CHECK(body(test::only(Bullets{{"☐ The price.", "☐ Another reason."}}))
            .starts_with("<div class=\"page\">\n<ul class=\"ticks\">"));
}

TEST_CASE("a text for HTML has no live character left") {
  CHECK(escape_html("a<b>&\"c'\n d\t\xff") == "a&lt;b&gt;&amp;&quot;c&#39; d \\xFF");
}

}  // namespace
}  // namespace candor
