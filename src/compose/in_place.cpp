#include "in_place.hpp"

#include <utility>

#include <fmt/format.h>

#include "parties.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

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
    items.push_back(sentence(control.words.met.empty() ? control.title : control.words.met));
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
