#include "owner.hpp"

#include <fmt/format.h>

#include "blocks.hpp"
#include "finding.hpp"
#include "glossary.hpp"
#include "in_place.hpp"
#include "ledger.hpp"
#include "mirror.hpp"
#include "notice.hpp"
#include "page_one.hpp"
#include "scoring.hpp"
#include "since.hpp"
#include "tomorrow.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// `Of 29 things, 9 are in place, 12 missing or partly in place and 8 not known.`
std::string outcome_counts(const Assessment& assessment) {
  const auto count = [&](Outcome outcome) { return assessment.counts[static_cast<std::size_t>(outcome)]; };
  std::vector<std::string> parts;
  for (const Outcome outcome : {Outcome::Met, Outcome::Partly, Outcome::NotMet, Outcome::Unknown})
    if (const int some = count(outcome))
      parts.push_back(fmt::format("{} {} {}", some, choose(some, "is", "are"), words(outcome)));
  if (const int some = count(Outcome::NotApplicable))
    parts.push_back(fmt::format("{} {} not apply", some, choose(some, "does", "do")));
  return fmt::format("Of {}, {}.", counted(std::ssize(assessment.findings), "thing"), joined(parts));
}

std::string title_of_gaps(const Assessment& assessment) {
  const auto count = [&](Outcome outcome) { return assessment.counts[static_cast<std::size_t>(outcome)]; };
  const bool has_gaps = count(Outcome::NotMet) + count(Outcome::Partly) > 0;
  if (count(Outcome::Unknown) == 0) return has_gaps ? "Your gaps, the first to close first" : "What we found";
  return has_gaps ? "Gaps and open questions, the first to close first" : "Open questions, the first to answer first";
}

Blocks compose_gaps(const Assessment& assessment) {
  const auto gaps = gaps_in_order(assessment);
  Blocks blocks{Heading{2, title_of_gaps(assessment)}, Paragraph{outcome_counts(assessment)}};
  for (const Finding* finding : gaps) blocks.emplace_back(compose_finding(assessment, *finding));
  return blocks;
}

/// All that a glossary is for: the report, and what a card had no room to tell of its control.
std::string all_text(const Assessment& assessment, const Blocks& blocks) {
  std::string text = text_of(blocks);
  for (const Finding* gap : gaps_in_order(assessment)) {
    text += assessment.control_of(*gap).words.what;
    text += '\n';
  }
  return text;
}

}  // namespace

Report compose_owner(const Assessment& assessment, const Mirror& mirror, const Since& since,
                     const std::optional<PeerStanding>& peers) {
  Report report{
      .title = title_of(assessment), .blocks = compose_page_one(assessment, peers), .assessment = &assessment};
  report.blocks.emplace_back(PageEnd{});
  append(report.blocks, compose_since(assessment, since));
  append(report.blocks, compose_tomorrow(assessment));
  append(report.blocks, compose_gaps(assessment));
  append(report.blocks, compose_in_place(assessment));
  append(report.blocks, compose_not_applicable(assessment));
  append(report.blocks, compose_ledger(assessment));
  append(report.blocks, compose_glossary(*assessment.profile, all_text(assessment, report.blocks)));
  append(report.blocks, compose_scoring(assessment));
  append(report.blocks, compose_doors(assessment));
  append(report.blocks, compose_mirror(mirror, assessment));
  add_notice(*assessment.inventory, "report", report);
  return report;
}

Report compose_board(const Assessment& assessment, const std::optional<PeerStanding>& peers) {
  Report report{
      .title = title_of(assessment), .blocks = compose_page_one(assessment, peers), .assessment = &assessment};
  add_notice(*assessment.inventory, "page", report);
  return report;
}

}  // namespace candor
