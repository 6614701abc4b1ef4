#include "render/escape.hpp"

#include <doctest/doctest.h>

namespace candor {
namespace {

TEST_CASE("plain words stay as they are") {
  CHECK(escape_markdown("38 of 42 accounts have a second check (since 2026-11-12); 50% of 3 - that is all.") ==
        "38 of 42 accounts have a second check (since 2026-11-12); 50% of 3 - that is all.");
  CHECK(escape_markdown("Müller & Söhne, 東京: \"ja\" 'nein' + 1 = x!") ==
        "Müller & Söhne, 東京: \"ja\" 'nein' + 1 = x!");
  CHECK(escape_markdown("") == "");
}

TEST_CASE("no link, image, HTML, emphasis, code, table or formula comes to life") {
  CHECK(escape_markdown("[x](javascript:alert(1))") == "\\[x\\](javascript:alert(1))");
  CHECK(escape_markdown("![i](a.png)") == "!\\[i\\](a.png)");
  CHECK(escape_markdown("<img src=x onerror=alert(1)>") == "\\<img src=x onerror=alert(1)\\>");
  CHECK(escape_markdown("*a* _b_ ~~c~~ `d` $e$") == "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\$e\\$");
  CHECK(escape_markdown("a | b\n---|---") == "a \\| b ---\\|---");
  CHECK(escape_markdown("&copy; &#60; R&D Q & A") == "\\&copy; `&#60;` R\\&D Q & A");
  CHECK(escape_markdown("{{ secrets }} C:\\Users") == "\\{\\{ secrets \\}\\} C:\\\\Users");
  CHECK(escape_markdown("[[ATTACHMENT|x]] [^1] [ ]") == "\\[\\[ATTACHMENT\\|x\\]\\] \\[^1\\] \\[ \\]");
}

TEST_CASE("addresses, mentions and numbers of issues are shown as code") {
  CHECK(escape_markdown("ask @octocat, see #12") == "ask `@octocat,` see `#12`");
  CHECK(escape_markdown("jo@acme.example") == "`jo@acme.example`");
  CHECK(escape_markdown("https://evil.example www.evil.example WwW.x") ==
        "`https://evil.example` `www.evil.example` `WwW.x`");
  CHECK(escape_markdown("`@a` x``@y") == "`` `@a` `` ```x``@y```");
  CHECK(escape_markdown("C# or #one") == "C\\# or \\#one");
}

TEST_CASE("nothing starts a heading, a list, a quote, a rule or a block of code") {
  CHECK(escape_markdown("# one") == "\\# one");
  CHECK(escape_markdown("- one") == "\\- one");
  CHECK(escape_markdown("+ one") == "\\+ one");
  CHECK(escape_markdown("* one") == "\\* one");
  CHECK(escape_markdown("12. one") == "12\\. one");
  CHECK(escape_markdown("1) one") == "1\\) one");
  CHECK(escape_markdown("> one") == "\\> one");
  CHECK(escape_markdown("---") == "\\---");
  CHECK(escape_markdown("===") == "\\===");
  CHECK(escape_markdown("```") == "\\`\\`\\`");
  CHECK(escape_markdown("    one\n\ttwo") == "one two");
}

TEST_CASE("hostile characters are spelt out, and the spelling is escaped too") {
  CHECK(escape_markdown("a\u202Eb") == "a\\\\u\\{202E\\}b");
  CHECK(escape_markdown("\x1b[31m") == "\\\\u\\{1B\\}\\[31m");
}

}  // namespace
}  // namespace candor
