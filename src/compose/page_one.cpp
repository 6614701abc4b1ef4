#include "page_one.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "decline.hpp"
#include "first_actions.hpp"
#include "parties.hpp"
#include "peers.hpp"
#include "question.hpp"
#include "scoring.hpp"
#include "step.hpp"
#include "tally.hpp"
#include "verdict.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t word_limit = 220;

/// How much of each list fits, from the fullest page to the shortest.
struct Room {
  std::size_t actions;
  std::size_t items;  ///< of what is late, and of what was declined
  Takes takes;
};
constexpr std::array rooms{
    Room{3, 3, Takes::All},  Room{3, 2, Takes::All},      Room{3, 1, Takes::All},  Room{3, 1, Takes::Promised},
    Room{3, 1, Takes::None}, Room{3, 0, Takes::Promised}, Room{3, 0, Takes::None}, Room{2, 1, Takes::All},
    Room{2, 0, Takes::None}, Room{1, 0, Takes::None},
};

/// `Checked on 9 November 2026 by J. Marsh, Northgate IT, against …`
std::string checked(const Assessment& assessment) {
  const Inventory& inventory = *assessment.inventory;
  const std::string provider = provider_name(inventory);
  std::string who = inventory.assessed_by.empty() ? provider : name(inventory, inventory.assessed_by);
  if (!provider.empty() && who != provider) who += ", " + provider;
  if (!provider.empty()) who += " (\"we\"),";
  return fmt::format("Checked on {}{}{} against: {}, {}.", to_words(inventory.assessed), who.empty() ? "" : " by ", who,
                     assessment.profile->title, assessment.profile->version);
}

/// At most `limit` items, and one that names some of the rest: what stands before the first colon or full stop.
Bullets cut(std::vector<std::string> items, std::size_t limit) {
  if (items.size() <= limit) return Bullets{std::move(items)};
  constexpr std::size_t most_named = 3;
  std::vector<std::string> names;
  for (std::size_t at = limit; at < items.size() && names.size() < most_named; ++at) {
    const auto name = items[at].substr(0, items[at].find_first_of(":."));
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
  }
  const auto left = items.size() - limit;
  items.resize(limit);
  items.push_back(left <= most_named ? fmt::format("{}.", fmt::join(names, "; "))
                                     : fmt::format("{}; {} in all.", fmt::join(names, "; "), left));
  return Bullets{std::move(items)};
}

void add_actions(const Assessment& assessment, Room room, Blocks& blocks) {
  std::vector<std::string> items = first_actions(assessment, room.actions, room.takes);
  if (items.empty()) return;
  blocks.emplace_back(Heading{2, "To do first"});
  blocks.emplace_back(Bullets{std::move(items), true});
}

/// Agreed actions past their day, but for those that stand under "To do first".
std::vector<std::size_t> late_besides(const Assessment& assessment, std::size_t shown) {
  const auto first = std::span{assessment.actions}.first(std::min(shown, assessment.actions.size()));
  std::vector<std::size_t> late;
  for (const LedgerEntry& entry : assessment.ledger) {
    if (entry.what != LedgerEntry::What::Overdue || !entry.item) continue;
    const bool is_shown = std::ranges::find(first, entry.item, &Action::agreed) != first.end();
    if (!is_shown && std::ranges::find(late, *entry.item) == late.end()) late.push_back(*entry.item);
  }
  return late;
}

void add_late(const Assessment& assessment, Room room, Blocks& blocks) {
  std::vector<std::string> ours;
  std::vector<std::string> theirs;
  for (const std::size_t index : late_besides(assessment, room.actions)) {
    const Step step = late_step(assessment.inventory->agreed[index]);
    const bool is_ours = sides_of(*assessment.inventory, step.who).us;
    (is_ours ? ours : theirs).push_back(run_on({step.what, who_and_when(assessment, step)}));
  }
  ours.insert(ours.end(), theirs.begin(), theirs.end());
  if (ours.empty()) return;
  blocks.emplace_back(Heading{2, "Agreed, and late"});
  blocks.emplace_back(cut(std::move(ours), room.items));
}

void add_declines(const Assessment& assessment, Room room, Blocks& blocks) {
  std::vector<std::string> yours;
  std::vector<std::string> of_others;
  for (const DeclineState& state : standing_declines(assessment)) {
    const bool is_your_no = is_yours(*assessment.inventory, assessment.inventory->declined[state.decline]);
    (is_your_no ? yours : of_others).push_back(declined_in_short(assessment, state));
  }
  for (auto& [heading, items] : {std::pair{"You said no to", &yours}, {"Others said no to", &of_others}}) {
    if (items->empty()) continue;
    blocks.emplace_back(Heading{2, heading});
    blocks.emplace_back(cut(std::move(*items), room.items));
  }
}

void add_paragraph(std::string text, Blocks& blocks) {
  if (!text.empty()) blocks.emplace_back(Paragraph{std::move(text)});
}

void add_unknowns(const Assessment& assessment, Blocks& blocks) {
  const std::string questions = open_questions(assessment);
  if (questions.empty()) return;
  blocks.emplace_back(Heading{2, "Open questions"});
  add_paragraph(questions, blocks);
}

Blocks page(const Assessment& assessment, const std::optional<PeerStanding>& peers, Room room) {
  Blocks blocks;
  blocks.emplace_back(Heading{1, title_of(assessment)});
  blocks.emplace_back(Paragraph{checked(assessment), Paragraph::Tone::Small});
  blocks.emplace_back(Paragraph{verdict(assessment, Whose::Yours), Paragraph::Tone::Lead});
  blocks.emplace_back(Paragraph{service(assessment)});
  add_actions(assessment, room, blocks);
  add_paragraph(gaps_and_prices(assessment), blocks);
  add_late(assessment, room, blocks);
  add_declines(assessment, room, blocks);
  add_unknowns(assessment, blocks);
  blocks.emplace_back(Heading{2, "Your decision"});
  blocks.emplace_back(Paragraph{decision(assessment, room.actions)});
  blocks.emplace_back(Signatures{{"Yes or no", "Signed, dated"}});
  blocks.push_back(compose_score(assessment));
  if (peers) blocks.emplace_back(Paragraph{compose_peers(*peers, assessment), Paragraph::Tone::Small});
  return blocks;
}

}  // namespace

std::string title_of(const Assessment& assessment) {
  return fmt::format("{}: security report, {}", assessment.inventory->client.name, to_words(assessment.as_of));
}

std::string title_of_sheet(const Assessment& assessment, std::string_view heading) {
  return fmt::format("{}, {}. {}", assessment.inventory->client.name, to_words(assessment.as_of), heading);
}

Blocks compose_page_one(const Assessment& assessment, const std::optional<PeerStanding>& peers) {
  Blocks blocks;
  for (const Room& room : rooms) {
    blocks = page(assessment, peers, room);
    if (count_words(text_of(blocks)) <= word_limit) break;
  }
  return blocks;
}

}  // namespace candor
