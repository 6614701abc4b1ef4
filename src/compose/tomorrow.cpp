#include "tomorrow.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "decline.hpp"
#include "restore.hpp"
#include "step.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

std::string answer(const Recovery& recovery) {
  const auto all = std::ssize(recovery.parts);
  const auto shown = static_cast<std::int64_t>(recovery.promised);
  if (recovery.is_all_promised()) return "Tests have shown that all your data comes back.";
  if (shown == 0) return "Nobody can promise you that anything comes back.";
  if (shown < all)
    return fmt::format("Tests brought back your data from {} of {}. For the rest nobody can promise anything.", shown,
                       counted(all, "place"));
  return fmt::format(
      "Tests brought back your data from {} that we know of. Nobody has told us if that is all your data.",
      all == 1 ? "the one place" : fmt::format("all {} places", all));
}

/// How long it takes, and why the real thing takes longer.
std::string how_long(const Recovery& recovery) {
  if (recovery.promised == 0) return {};
  const std::string all = recovery.promised > 1 && recovery.took && recovery.took->amount > 0
                              ? fmt::format("One after another, these tests took {}.", length(*recovery.took))
                              : std::string{};
  return run_on({all, "A real attack takes longer, as someone must first find and close the way in."});
}

/// Every no to one of these controls, once.
void add_declines(const Assessment& assessment, Blocks& blocks) {
  const auto& about = assessment.recovery->findings;
  for (const DeclineState& state : standing_declines(assessment)) {
    const bool is_about = std::ranges::any_of(about, [&](std::size_t index) {
      const auto& declines = assessment.findings[index].declines;
      return std::ranges::find(declines, state.decline, &DeclineState::decline) != declines.end();
    });
    if (is_about) blocks.emplace_back(Paragraph{decided(assessment, state)});
  }
}

/// The first thing to do about what is not promised.
void add_step(const Assessment& assessment, Blocks& blocks) {
  const auto& about = assessment.recovery->findings;
  const auto serves = [&](const Action& action) {
    return std::ranges::find_first_of(action.findings, about) != action.findings.end();
  };
  const auto action = std::ranges::find_if(assessment.actions, serves);
  if (action == assessment.actions.end()) return;
  const Step step = step_of(assessment, *action);
  blocks.emplace_back(Rows{{{"What to do", run_on({step.what, who_and_when(assessment, step)})}}});
}

}  // namespace

Blocks compose_tomorrow(const Assessment& assessment) {
  if (!assessment.recovery) return {};
  const Recovery& recovery = *assessment.recovery;
  Blocks blocks{Heading{2, "If it happened tomorrow"},
                Paragraph{"Say criminals lock all your files tomorrow, or a fire takes your computers. What comes "
                          "back? We count only what someone has shown to work."},
                Paragraph{answer(recovery), Paragraph::Tone::Lead}};
  std::vector<std::string> items = promised(assessment);
  std::ranges::move(not_promised(assessment), std::back_inserter(items));
  if (recovery.parts.empty()) items.emplace_back("Nobody has told us yet where your data is and what copies it.");
  if (recovery.rest_unknown && recovery.promised < recovery.parts.size())
    items.emplace_back("Nobody has told us if that is all your data.");
  blocks.emplace_back(Bullets{std::move(items)});
  if (auto time = how_long(recovery); !time.empty()) blocks.emplace_back(Paragraph{std::move(time)});
  if (recovery.is_all_promised()) return blocks;
  add_declines(assessment, blocks);
  add_step(assessment, blocks);
  return blocks;
}

}  // namespace candor
