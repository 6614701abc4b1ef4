#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "candor/text/ascii.hpp"
#include "own_words.hpp"
#include "rule.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

/// Letters of any case, and `_` or `-` for a blank, are the same to somebody who looks a word up.
std::string folded(std::string_view text) {
  auto result = ascii::lowered(text);
  std::ranges::replace_if(
      result, [](char c) { return c == '_' || c == '-'; }, ' ');
  return result;
}

bool is_word(const Term& term, std::string_view wanted) {
  const auto is_it = [&](std::string_view text) { return folded(text) == wanted; };
  return is_it(term.word) || std::ranges::any_of(term.also, is_it);
}

Report explain_term(const Term& term) {
  Report report;
  report.title = capitalised(term.word);
  report.blocks = {Heading{1, report.title}, Paragraph{sentence(term.meaning)}};
  if (!term.also.empty())
    report.blocks.emplace_back(Paragraph{fmt::format("Also called: {}.", joined(term.also)), Paragraph::Tone::Small});
  return report;
}

Report explain_baseline(const Profile& profile, const Baseline& baseline) {
  Report report;
  report.title = fmt::format("{} ({})", baseline.name, baseline.year);
  std::vector<std::string> items;
  for (const auto& control : profile.controls)
    for (const auto& clause : control.required_by)
      if (clause.baseline == baseline.key)
        items.push_back(
            fmt::format("{}: {}{}", control.id, clause.clause, clause.weighs ? "" : " (context only: weighs nothing)"));
  report.blocks = {Heading{1, report.title},
                   Paragraph{baseline.seen ? "We read the source itself." : "We know it from secondary pages."}};
  if (!items.empty()) {
    report.blocks.emplace_back(Heading{2, "What it asks for"});
    report.blocks.emplace_back(Bullets{std::move(items)});
  }
  return report;
}

}  // namespace

std::optional<Report> explain_word(const Profile& profile, const Catalog& catalog, std::string_view word) {
  const auto wanted = folded(word);
  for (const auto& term : profile.terms)
    if (is_word(term, wanted)) return explain_term(term);
  if (auto own = explain_own_word(profile, wanted)) return own;
  Report report;
  for (const auto& control : profile.controls)
    if (control.id == word || folded(control.title) == wanted) {
      report.title = fmt::format("{}: {}", control.id, control.title);
      report.blocks = {Heading{1, report.title}};
      append(report.blocks, describe_control(profile, catalog, control));
      return report;
    }
  if (const auto fact = catalog.find(word)) {
    report.title = fmt::format("{}: {}", catalog.facts[*fact].address, catalog.facts[*fact].noun);
    report.blocks = {Heading{1, report.title}};
    append(report.blocks, describe_fact(profile, catalog, *fact));
    return report;
  }
  for (const auto& baseline : profile.baselines)
    if (folded(baseline.key) == wanted || folded(baseline.name) == wanted) return explain_baseline(profile, baseline);
  return std::nullopt;
}

}  // namespace candor
