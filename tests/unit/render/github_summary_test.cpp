#include <string>

#include <doctest/doctest.h>

#include "render/renderers.hpp"
#include "render/sample.hpp"

namespace candor {
namespace {

Report judged(const Assessment& assessment) {
  auto report = test::sample();
  report.blocks.insert(report.blocks.begin() + 3, Paragraph{"This is page 1."});
  report.assessment = &assessment;
  return report;
}

Assessment below() {
  Assessment assessment;
  assessment.verdict = Verdict::Below;
  assessment.gates_missed = 3;
  assessment.gates_unknown = 1;
  assessment.counts = {1, 2, 3, 4, 5};
  assessment.score = {100, 0, 0, 0, 44, 56, 78};
  assessment.ledger.resize(2);
  assessment.ledger[0].what = assessment.ledger[1].what = LedgerEntry::What::DeclineLapsed;
  return assessment;
}

TEST_CASE("a job's summary is the title, what decides, page 1 and the gaps, and nothing after them") {
  const auto assessment = below();
  auto report = judged(assessment);
  report.limits = {{"--min-proved 40", true, "Proved are 44."}, {"--max|x", false, "a@b|c <img> ![x](y)"}};
  CHECK(render_github_summary(report, {}) ==
        "# Harbour Dental: below the minimum\n"
        "\n"
        "| Verdict | below |\n"
        "| --- | --- |\n"
        "| Must-haves | 3 missed, 1 not known or not proved |\n"
        "| Score | 44 proved, 56 claimed, 78 at best, of 100 |\n"
        "| \\--min-proved 40 | held: Proved are 44. |\n"
        "| \\--max\\|x | not held: `a@b\\|c` \\<img\\> !\\[x\\](y) |\n"
        "| Controls | 1 in place, 2 partly in place, 3 missing, 4 not known, 5 does not apply |\n"
        "| Ledger | 2 decline lapsed |\n"
        "\n"
        "**The practice does not yet meet the minimum standard, because two things are missing.**\n"
        "\n"
        "1. Turn on the second check for the last four people.\n"
        "2. Test that the backup can be read back.\n"
        "\n"
        "This is page 1.\n"
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
        "> M. Byrne said no on 2 March 2026.\n");
}

TEST_CASE("whatever a client's file holds, a job's summary stays under 1 MiB and says that something is left out") {
  const auto assessment = below();
  auto report = judged(assessment);
  report.limits = {{std::string(200'000, '|'), true, ""}};
  report.blocks.insert(report.blocks.begin() + 1, Paragraph{std::string(800'000, '<')});
  for (int i = 0; i < 200; ++i) report.blocks.insert(report.blocks.begin() + 1, Paragraph{std::string(9'000, '<')});
  const auto text = render_github_summary(report, {});
  CHECK(text.size() < 1024 * 1024);
  CHECK(text.find("| Verdict | below |") != std::string::npos);
  CHECK(text.ends_with("\n*Left out: 146*\n"));
}

TEST_CASE("without a gap nothing is read past the end of the report") {
  auto report = test::only(Heading{1, "A title"});
  report.blocks = {Heading{1, "A title"}, Paragraph{"All is well."}, PageEnd{}, Paragraph{"No gap."}};
  report.blocks.shrink_to_fit();  // what lay behind the last block was taken for one: seen by the address sanitizer
  CHECK(render_github_summary(report, {}) == "# A title\n\nAll is well.\n");
}

TEST_CASE("words that are no assessment have no table") {
  const auto report = test::only(Paragraph{"A word."});
  CHECK(render_github_summary(report, {}) == "A word.\n");
}

}  // namespace
}  // namespace candor
