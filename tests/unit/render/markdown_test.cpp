#include <doctest/doctest.h>

#include "render/renderers.hpp"
#include "render/sample.hpp"

namespace candor {
namespace {

TEST_CASE("a report is a Markdown document with its blocks in order") {
  CHECK(render_markdown(test::sample(), {}) ==
        "# Harbour Dental: below the minimum\n"
        "\n"
        "**The practice does not yet meet the minimum standard, because two things are missing.**\n"
        "\n"
        "1. Turn on the second check for the last four people.\n"
        "2. Test that the backup can be read back.\n"
        "\n"
        "---\n"
        "\n"
        "## What is missing\n"
        "\n"
        "### No one has checked that your backup works.\n"
        "\n"
        "`[!]` **missing, minimum**\n"
        "\n"
        "A copy that cannot be read back is no copy.\n"
        "\n"
        "If the server fails, the practice may stand still.\n"
        "\n"
        "- **What to do:** Read the whole server back onto a spare machine.\n"
        "- **Who:** Northgate IT\n"
        "- **Cost:** not priced yet\n"
        "\n"
        "> M. Byrne said no on 2 March 2026.\n"
        "\n"
        "- **In place:** 12\n"
        "- and one that does not apply\n"
        "\n"
        "These are whole numbers.\n"
        "\n"
        "`██████████████████████▒▒▒▒▒▒???????????···········`\n"
        "\n"
        "- `█` 44 proved\n"
        "- `▒` 12 only told\n"
        "- `?` 22 not known\n"
        "- `·` 22 missing\n"
        "\n"
        "Of 100 points, 44 are proved.\n"
        "\n"
        "- one\n"
        "- two\n"
        "\n"
        "### Your decision\n"
        "\n"
        "*Signing changes nothing in the score.*\n"
        "\n"
        "Yes or no: ______________________________\n"
        "\n"
        "Name and date: ______________________________\n");
}

TEST_CASE("lists that follow one another stay lists of their own") {
  Report report;
  report.blocks = {Bullets{{"a"}, false}, Bullets{{"b"}, false}, Rows{{{"c", "d"}}},
                   Bullets{{"e"}, true},  Bullets{{"f"}, true},  Paragraph{"g", Paragraph::Tone::Plain},
                   Bullets{{"h"}, false}};
  CHECK(render_markdown(report, {}) ==
        "- a\n"
        "\n"
        "* b\n"
        "\n"
        "- **c:** d\n"
        "\n"
        "1) e\n"
        "\n"
        "1. f\n"
        "\n"
        "g\n"
        "\n"
        "- h\n");
}

TEST_CASE("text from a client's file is escaped in every block") {
  const std::string hostile = "# [x](y)";
  const std::string harmless = "\\# \\[x\\](y)";
  Report report;
  report.blocks = {Heading{2, hostile},
                   Paragraph{hostile, Paragraph::Tone::Plain},
                   Paragraph{hostile, Paragraph::Tone::Lead},
                   Paragraph{hostile, Paragraph::Tone::Small},
                   Bullets{{hostile}, false},
                   Rows{{{hostile, hostile}, {"", hostile}}},
                   BandBar{0, 0, 0, 100, {hostile, hostile, hostile, hostile}, hostile},
                   FindingCard{Outcome::Partly, hostile, hostile, {hostile}, {{hostile, hostile}}, {hostile, hostile}},
                   Signatures{{hostile}}};
  std::string bar;
  for (int cell = 0; cell < 50; ++cell) bar += "·";
  CHECK(render_markdown(report, {}) ==
        "## " + harmless + "\n\n" + harmless + "\n\n**" + harmless + "**\n\n*" + harmless + "*\n\n- " + harmless +
            "\n\n* **" + harmless + ":** " + harmless + "\n* " + harmless + "\n\n`" + bar + "`\n\n- `█` " + harmless +
            "\n- `▒` " + harmless + "\n- `?` " + harmless + "\n- `·` " + harmless + "\n\n" + harmless + "\n\n### " +
            harmless + "\n\n`[~]` **" + harmless + "**\n\n" + harmless + "\n\n- **" + harmless + ":** " + harmless +
            "\n\n> " + harmless + "\n>\n> " + harmless + "\n\n" + harmless + ": ______________________________\n");
}

}  // namespace
}  // namespace candor
