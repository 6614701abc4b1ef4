#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "change.hpp"
#include "notice.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

std::string standards(const Comparison& comparison) {
  const Profile& profile = *comparison.now.profile;
  const Profile& before = *comparison.old.profile;
  const auto called = [&](const Profile& one) {
    const std::string id = profile.title == before.title && profile.id != before.id ? fmt::format(" ({})", one.id) : "";
    return fmt::format("{}{}, {}", one.title, id, one.version);
  };
  if (comparison.is_same_standard) return fmt::format("Held against: {}.", called(profile));
  return fmt::format("Held against {} before and against {} now.", called(before), called(profile));
}

Blocks compose_changes(const Comparison& comparison) {
  Blocks blocks;
  for (const ControlChange& change : comparison.controls) {
    if (!is_moved(change)) continue;
    blocks.emplace_back(Heading{3, phrase(change.title)});
    blocks.emplace_back(Paragraph{outcomes(change)});
    if (auto items = reasons(comparison, change); !items.empty()) blocks.emplace_back(Bullets{std::move(items)});
  }
  if (blocks.empty()) return {Paragraph{"Nothing that we know of changed between the two days."}};
  blocks.insert(blocks.begin(), Heading{2, "What changed, one by one"});
  return blocks;
}

/// What was not judged otherwise, and whose points moved with the whole alone.
Blocks compose_shares(const Comparison& comparison) {
  std::vector<std::string> items;
  for (const ControlChange& change : comparison.controls)
    if (const auto points = in_words(change.total()); !is_moved(change) && !points.empty())
      items.push_back(fmt::format("{}: {}.", phrase(change.title), points));
  if (items.empty()) return {};
  return {Heading{2, "The same as before, and counted otherwise"},
          Paragraph{fmt::format("Nothing changed here. But all things together weigh {} now and weighed {} before, so "
                                "each has another share of the 100 points.",
                                comparison.now.score.weight, comparison.before.score.weight)},
          Bullets{std::move(items)}};
}

/// Of two standards, what only one of them asks for.
Blocks compose_unshared(const Comparison& comparison) {
  std::vector<std::string> fresh;
  std::vector<std::string> gone;
  for (const ControlChange& change : comparison.controls) {
    if (!change.before) fresh.push_back(phrase(change.title));
    if (!change.after) gone.push_back(phrase(change.title));
  }
  if (fresh.empty() && gone.empty()) return {};
  Rows rows;
  if (!fresh.empty()) rows.rows.emplace_back("Asked for only now", joined(fresh) + ".");
  if (!gone.empty()) rows.rows.emplace_back("No longer asked for", joined(gone) + ".");
  return {Heading{2, "What only one of the two standards asks for"}, std::move(rows)};
}

}  // namespace

Report compose_comparison(const Comparison& comparison) {
  Report report;
  report.title = fmt::format("{}: what changed from {} to {}", comparison.now.inventory->client.name,
                             to_words(comparison.before.as_of), to_words(comparison.now.as_of));
  report.comparison = &comparison;
  report.assessment = &comparison.now;
  report.blocks = {Heading{1, report.title}, Paragraph{standards(comparison), Paragraph::Tone::Small},
                   Paragraph{verdicts(comparison), Paragraph::Tone::Lead}, numbers(comparison)};
  append(report.blocks, why(comparison, 2));
  append(report.blocks, compose_unshared(comparison));
  append(report.blocks, compose_changes(comparison));
  append(report.blocks, compose_shares(comparison));
  add_notice(*comparison.now.inventory, "report", report);
  return report;
}

}  // namespace candor
