#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "condition.hpp"
#include "evidence.hpp"
#include "full_ledger.hpp"
#include "notice.hpp"
#include "parties.hpp"
#include "rule.hpp"
#include "standard.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// Everything that was said about a control's facts: what stands, then what does not and why.
Blocks said(const Assessment& assessment, const Finding& finding) {
  Blocks blocks{Heading{2, "What was said"}};
  for (const auto fact : facts_of(assessment.control_of(finding).floor)) {
    std::vector<std::string> items;
    for (const auto& check : finding.checks) {
      if (check.fact != fact) continue;
      for (auto& line : standing(assessment, check))
        if (std::ranges::find(items, line) == items.end()) items.push_back(std::move(line));
    }
    for (const auto& entry : assessment.ledger) {
      if (!entry.statement || assessment.statement(*entry.statement).fact != fact) continue;
      if (entry.what == LedgerEntry::What::Overridden)
        items.push_back(fmt::format("Replaced: {}; by {}", statement(assessment, *entry.statement),
                                    statement(assessment, *entry.other)));
      if (entry.what == LedgerEntry::What::Future)
        items.push_back(fmt::format("Left out, dated after {}: {}", to_iso(assessment.as_of),
                                    statement(assessment, *entry.statement)));
    }
    if (items.empty()) items.emplace_back("Nobody said anything.");
    blocks.emplace_back(Heading{3, assessment.catalog->facts[fact].address});
    blocks.emplace_back(Bullets{std::move(items)});
  }
  return blocks;
}

std::string part_line(const PartResult& part) {
  auto text = fmt::format("{}: {}", part.part.empty() ? "the whole" : part.part, interval(part.interval));
  if (part.counted && part.counted->said == Coverage::Said::Counted)
    text += fmt::format(" ({} of {}, {} not known)", part.counted->has, part.counted->of, part.counted->unknown);
  return part.named_only ? text + ", named only" : text;
}

Blocks steps(const Assessment& assessment, const Finding& finding) {
  Blocks blocks{
      Heading{2, "Step by step"},
      Paragraph{"A share runs from low (surely so) to high (at best so), each between 0 and 1. On one part the worst "
                "of what stands counts, "
                "parts of a coverage add up, and of all else the worst part counts. What is not known is 0 to 1."}};
  for (const auto& check : finding.checks) {
    const Fact& fact = assessment.catalog->facts[check.fact];
    std::vector<std::string> items;
    for (const auto& part : check.parts) items.push_back(part_line(part));
    for (auto& line : bad_records(assessment, check)) items.push_back(std::move(line));
    items.push_back(fmt::format("Together: {}, so {}", result(check), interval(check.interval)));
    blocks.emplace_back(Heading{3, fmt::format("{}: {}", fact.address, asked(*check.condition, *assessment.catalog))});
    blocks.emplace_back(Bullets{std::move(items)});
  }
  return blocks;
}

std::string outcome_rule(Outcome outcome) {
  switch (outcome) {
    case Outcome::Met: return "in place, because low is 1";
    case Outcome::Unknown:
      return "not known, because high is 1 and low is less: nothing known falls short, but something is not known";
    case Outcome::Partly: return "partly in place, because high is between 0 and 1: a known shortfall decides";
    case Outcome::NotMet: return "missing, because high is 0";
    case Outcome::NotApplicable: return "does not apply, so it is left out of the score";
  }
  std::abort();  // a value that is no enumerator
}

Blocks outcome(const Assessment& assessment, const Finding& finding) {
  const Control& control = assessment.control_of(finding);
  std::vector<std::pair<std::string, std::string>> rows;
  if (finding.outcome != Outcome::NotApplicable)
    rows = {{"Share",
             fmt::format("{} (the smallest low and the smallest high of all conditions; of one-of groups the largest)",
                         interval(finding.interval))},
            {"Adds", fmt::format("proved {}, claimed {}, at best {}, of weight {}",
                                 share(std::int64_t{control.weight} * finding.interval.proved),
                                 share(std::int64_t{control.weight} * finding.interval.low),
                                 share(std::int64_t{control.weight} * finding.interval.high), control.weight)}};
  rows.emplace_back("Outcome", outcome_rule(finding.outcome));
  if (finding.gate_missed || finding.gate_unknown)
    rows.emplace_back("Minimum", finding.gate_missed
                                     ? "missed: the client is below the minimum"
                                     : "not known or without its proof: nobody can tell whether the minimum is met");
  if (finding.stretch) rows.emplace_back("Beyond the minimum", interval(*finding.stretch) + " (never scored)");
  for (const auto& one : finding.shares)
    rows.emplace_back("Missing, to act", fmt::format("{}: weight {}", name(*assessment.inventory, one.party),
                                                     share(one.weight_millionths)));
  return {Heading{2, "Outcome"}, Rows{std::move(rows)}};
}

Blocks remarks(const Assessment& assessment, const Finding& finding) {
  const Inventory& inventory = *assessment.inventory;
  std::vector<std::string> items;
  for (const auto& one : finding.contradictions) items.push_back("Contradicted: " + contradiction(assessment, one));
  for (const auto index : finding.aged)
    items.push_back(fmt::format("Older than {}, so its low became 0: {}", to_text(assessment.control_of(finding).fresh),
                                statement(assessment, index)));
  for (const auto& state : finding.declines)
    items.push_back("Declined, which changes no number: " + decline_item(assessment, state));
  for (const auto i : finding.agreed) items.push_back("Agreed: " + agreed_item(assessment, inventory.agreed[i]));
  for (const auto i : finding.offers) items.push_back("Offered: " + offer_item(assessment, inventory.offered[i]));
  for (const auto i : finding.open) items.push_back("Open: " + open_item(assessment, inventory.open[i]));
  if (finding.not_applicable) {
    const NotApplicable& item = inventory.not_applicable[*finding.not_applicable];
    items.push_back(fmt::format("Said not to apply: {}, by {} on {}", phrase(item.because), name(inventory, item.by),
                                to_iso(item.date)));
  }
  for (const auto& entry : assessment.ledger)
    if (entry.what == LedgerEntry::What::Future && entry.list && entry.finding == finding.control)
      items.push_back(ledger_line(assessment, entry));
  if (items.empty()) return {};
  return {Heading{2, "Also on file"}, Bullets{std::move(items)}};
}

}  // namespace

Report explain_control(const Assessment& assessment, std::size_t control) {
  const Finding& finding = assessment.findings[control];
  Report report;
  report.assessment = &assessment;
  report.title = fmt::format("{}: {} at {}", assessment.control_of(finding).id, words(finding.outcome),
                             assessment.inventory->client.name);
  report.blocks = {Heading{1, report.title}};
  append(report.blocks, describe_control(*assessment.profile, *assessment.catalog, assessment.control_of(finding)));
  append(report.blocks, said(assessment, finding));
  append(report.blocks, steps(assessment, finding));
  append(report.blocks, outcome(assessment, finding));
  append(report.blocks, remarks(assessment, finding));
  add_notice(*assessment.inventory, "page", report);
  return report;
}

}  // namespace candor
