#include "in_place.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "answer.hpp"
#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// What a finding rests on at its weakest: of all that stands and says something, and of a proved one of all that
/// proves, the weakest kind, then the oldest.
std::string weakest_source(const Assessment& assessment, const Finding& finding) {
  const Statement* weakest = nullptr;
  for (const Check& check : finding.checks)
    for (const PartResult& part : check.parts)
      for (const std::size_t index : part.statements) {
        const Statement& statement = assessment.statement(index);
        const bool is_proof = statement.kind >= assessment.control_of(finding).proof.kind;
        if (is_unknown(statement.value) || (finding.interval.proved == whole && !is_proof)) continue;
        const auto rank = [](const Statement& one) { return std::pair{one.kind, one.date}; };
        if (!weakest || rank(statement) < rank(*weakest)) weakest = &statement;
      }
  return weakest ? source_in_short(*assessment.inventory, *weakest) : std::string{};
}

/// `You have a second check at sign-in (seen by D. Keane, 6 November 2026).`
std::string with_source(std::string_view met, const std::string& source) {
  return source.empty() ? sentence(met) : fmt::format("{} ({}).", capitalised(phrase(met)), source);
}

void add_list(std::string heading, std::vector<std::string> items, Blocks& blocks) {
  if (items.empty()) return;
  blocks.emplace_back(Heading{3, std::move(heading)});
  blocks.emplace_back(Bullets{std::move(items)});
}

}  // namespace

Blocks compose_in_place(const Assessment& assessment) {
  std::vector<std::string> proved;
  std::vector<std::string> told;
  for (const Finding& finding : assessment.findings) {
    if (finding.outcome != Outcome::Met) continue;
    const Control& control = assessment.control_of(finding);
    auto& items = finding.interval.proved == whole ? proved : told;
    items.push_back(with_source(control.words.met.empty() ? control.title : control.words.met,
                                weakest_source(assessment, finding)));
  }
  if (proved.empty() && told.empty()) return {};
  Blocks blocks{Heading{2, "What is in place"}};
  add_list("We saw proof", std::move(proved), blocks);
  add_list("We were only told", std::move(told), blocks);
  return blocks;
}

Blocks compose_not_applicable(const Assessment& assessment) {
  std::vector<std::string> items;
  for (const Finding& finding : assessment.findings) {
    if (finding.outcome != Outcome::NotApplicable || !finding.not_applicable) continue;
    const NotApplicable& entry = assessment.inventory->not_applicable[*finding.not_applicable];
    items.push_back(fmt::format("{}: {} ({}, {}).", capitalised(phrase(assessment.control_of(finding).title)),
                                phrase(entry.because), name(*assessment.inventory, entry.by), to_words(entry.date)));
  }
  if (items.empty()) return {};
  return {Heading{2, "What does not apply"}, Bullets{std::move(items)}};
}

}  // namespace candor
