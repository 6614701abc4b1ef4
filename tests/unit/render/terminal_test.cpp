#include <algorithm>

#include <doctest/doctest.h>

#include "candor/render/render.hpp"
#include "candor/text/utf8.hpp"
#include "render/renderers.hpp"
#include "render/sample.hpp"

namespace candor {
namespace {

TEST_CASE("a report reads well on eighty columns") {
  CHECK(render_terminal(test::sample(), {.width = 80, .color = false}) ==
        "Harbour Dental: below the minimum\n"
        "=================================\n"
        "\n"
        "The practice does not yet meet the minimum standard, because two things are\n"
        "missing.\n"
        "\n"
        "  1. Turn on the second check for the last four people.\n"
        "  2. Test that the backup can be read back.\n"
        "\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "\n"
        "What is missing\n"
        "---------------\n"
        "\n"
        "[!] missing, minimum\n"
        "    No one has checked that your backup works.\n"
        "\n"
        "    A copy that cannot be read back is no copy.\n"
        "\n"
        "    If the server fails, the practice may stand still.\n"
        "\n"
        "    What to do:  Read the whole server back onto a spare machine.\n"
        "    Who:         Northgate IT\n"
        "    Cost:        not priced yet\n"
        "\n"
        "    * M. Byrne said no on 2 March 2026.\n"
        "\n"
        "  In place:  12\n"
        "  and one that does not apply\n"
        "\n"
        "These are whole numbers.\n"
        "\n"
        "  ██████████████████████▒▒▒▒▒▒???????????···········\n"
        "\n"
        "  █ 44 proved\n"
        "  ▒ 12 only told\n"
        "  ? 22 not known\n"
        "  · 22 missing\n"
        "\n"
        "Of 100 points, 44 are proved.\n"
        "\n"
        "  - one\n"
        "  - two\n"
        "\n"
        "Your decision\n"
        "\n"
        "Signing changes nothing in the score.\n"
        "\n"
        "Yes or no: ________________________________________\n"
        "\n"
        "Name and date: ________________________________________\n");
}

TEST_CASE("a report reads well on forty columns") {
  CHECK(render_terminal(test::sample(), {.width = 40, .color = false}) ==
        "Harbour Dental: below the minimum\n"
        "=================================\n"
        "\n"
        "The practice does not yet meet the\n"
        "minimum standard, because two things are\n"
        "missing.\n"
        "\n"
        "  1. Turn on the second check for the\n"
        "     last four people.\n"
        "  2. Test that the backup can be read\n"
        "     back.\n"
        "\n"
        "────────────────────────────────────────\n"
        "\n"
        "What is missing\n"
        "---------------\n"
        "\n"
        "[!] missing, minimum\n"
        "    No one has checked that your backup\n"
        "    works.\n"
        "\n"
        "    A copy that cannot be read back is\n"
        "    no copy.\n"
        "\n"
        "    If the server fails, the practice\n"
        "    may stand still.\n"
        "\n"
        "    What to do:  Read the whole server\n"
        "                 back onto a spare\n"
        "                 machine.\n"
        "    Who:         Northgate IT\n"
        "    Cost:        not priced yet\n"
        "\n"
        "    * M. Byrne said no on 2 March 2026.\n"
        "\n"
        "  In place:  12\n"
        "  and one that does not apply\n"
        "\n"
        "These are whole numbers.\n"
        "\n"
        "  ████████████████▒▒▒▒????????········\n"
        "\n"
        "  █ 44 proved\n"
        "  ▒ 12 only told\n"
        "  ? 22 not known\n"
        "  · 22 missing\n"
        "\n"
        "Of 100 points, 44 are proved.\n"
        "\n"
        "  - one\n"
        "  - two\n"
        "\n"
        "Your decision\n"
        "\n"
        "Signing changes nothing in the score.\n"
        "\n"
        "Yes or no: _____________________________\n"
        "\n"
        "Name and date: _________________________\n");
}

TEST_CASE("no line is wider than the terminal, and none wider than a hundred columns") {
  auto report = test::sample();
  report.blocks.push_back(Rows{{{"A label that is far too long for a column of its own", std::string(300, 'x')}}});
  for (const int width : {20, 27, 40, 79, 80, 132, 400}) {
    const auto text = render_terminal(report, {.width = width, .color = false});
    for (std::size_t begin = 0; begin < text.size();) {
      const auto end = text.find('\n', begin);
      CHECK(display_width(text.substr(begin, end - begin)) <= static_cast<std::size_t>(std::min(width, 100)));
      begin = end + 1;
    }
  }
}

TEST_CASE("a width that no terminal has is made one") {
  for (const int width : {-5, 0, 1})
    CHECK(render_terminal(test::sample(), {.width = width, .color = false}) ==
          render_terminal(test::sample(), {.width = 20, .color = false}));
}

TEST_CASE("colour adds to the words and takes nothing away") {
  auto colored = render_terminal(test::sample(), {.width = 80, .color = true});
  CHECK(colored.find("\x1b[1;31mmissing, minimum\x1b[0m") != std::string::npos);
  for (auto escape = colored.find('\x1b'); escape != std::string::npos; escape = colored.find('\x1b'))
    colored.erase(escape, colored.find('m', escape) - escape + 1);
  CHECK(colored == render_terminal(test::sample(), {.width = 80, .color = false}));
}

TEST_CASE("nothing from a client's file acts on the terminal") {
  const std::string hostile = "a\x1b[2J\x07\u202Eb\u009Bc\u200Bd\re\x7F";
  Report report;
  report.blocks = {Heading{1, hostile},
                   Paragraph{hostile, Paragraph::Tone::Lead},
                   Bullets{{hostile}, false},
                   Rows{{{hostile, hostile}}},
                   BandBar{100, 0, 0, 0, {hostile, hostile, hostile, hostile}, hostile},
                   FindingCard{Outcome::Met, hostile, hostile, {hostile}, {{hostile, hostile}}, {hostile}},
                   Signatures{{hostile}}};
  const auto text = render_terminal(report, {.width = 80, .color = false});
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    CHECK_MESSAGE((character == U'\n' || !is_hostile(character)), static_cast<unsigned>(character));
  }
  CHECK(text.starts_with("a\\u{1B}[2J\\u{7}\\u{202E}b\\u{9B}c\\u{200B}d e\\u{7F}\n"));
}

TEST_CASE("the formats for people come in the order of the manual, the screen first") {
  std::string table;
  for (const auto& renderer : renderers())
    table += std::string{renderer.name} + ": " + std::string{renderer.purpose} + "\n";
  CHECK(table ==
        "terminal: for reading on screen\n"
        "markdown: for wikis, tickets and e-mail\n"
        "html: one page that needs nothing else, for a browser\n"
        "pdf: the same page on paper\n"
        "github-summary: the summary of a job in GitHub Actions, as Markdown\n");
}

}  // namespace
}  // namespace candor
