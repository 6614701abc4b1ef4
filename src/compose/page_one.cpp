#include "page_one.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "decline.hpp"
#include "money.hpp"
#include "parties.hpp"
#include "question.hpp"
#include "scoring.hpp"
#include "step.hpp"
#include "verdict.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

constexpr std::size_t word_limit = 220;

/// How much of each list fits, from the fullest page to the shortest.
struct Room {
  std::size_t actions;
  std::size_t harms;
  std::size_t items;
};
constexpr std::array rooms{Room{3, 2, 3}, Room{3, 1, 2}, Room{3, 1, 1}, Room{2, 1, 1}, Room{1, 1, 1}};

/// `Checked on 9 November 2026 by J. Marsh, Northgate IT, against …`
std::string checked(const Assessment& assessment) {
  const Inventory& inventory = *assessment.inventory;
  const std::string provider = provider_name(inventory);
  std::string who = inventory.assessed_by.empty() ? provider : name(inventory, inventory.assessed_by);
  if (!provider.empty() && who != provider) who += ", " + provider + ",";
  std::string text = fmt::format("Checked on {}", to_words(inventory.assessed));
  if (!who.empty()) text += " by " + who;
  text += fmt::format(" against: {}, {}.", assessment.profile->title, assessment.profile->version);
  return inventory.assessed == assessment.as_of ? text
                                                : fmt::format("{} Judged as of {}.", text, to_words(assessment.as_of));
}

/// What can happen while nobody acts, in the owner's words.
std::string risk_of_waiting(const Assessment& assessment, const Action& action, std::size_t limit) {
  std::vector<std::string> fears;
  for (int at = 0; at < harm_count && fears.size() < limit; ++at) {
    const auto harm = static_cast<Harm>(at);
    const auto names_it = [&](std::size_t index) {
      return std::ranges::find(assessment.profile->controls[index].harms, harm) !=
             assessment.profile->controls[index].harms.end();
    };
    const auto fear = assessment.profile->harms.find(harm);
    if (fear != assessment.profile->harms.end() && std::ranges::any_of(action.findings, names_it))
      fears.push_back(fear->second);
  }
  std::string all;
  for (const std::string& fear : fears) all += (all.empty() ? "" : ", or ") + fear;
  return all.empty() ? all : fmt::format("The risk while you wait: {}.", all);
}

std::string action_item(const Assessment& assessment, const Action& action, Room room) {
  const Step step = step_of(assessment, action);
  const std::string cost = price(step.price, assessment.inventory->client.currency);
  return run_on({step.what, who_and_when(assessment, step), fmt::format("Cost: {}.", cost),
                 risk_of_waiting(assessment, action, room.harms)});
}

void add_actions(const Assessment& assessment, Room room, Blocks& blocks) {
  std::vector<std::string> items;
  for (const Action& action : assessment.actions) {
    if (items.size() == room.actions) break;
    items.push_back(action_item(assessment, action, room));
  }
  if (items.empty()) return;
  blocks.emplace_back(Heading{2, "To do first"});
  blocks.emplace_back(Bullets{items, true});
}

bool is_known_gap(const Finding& finding) {
  return finding.outcome == Outcome::NotMet || finding.outcome == Outcome::Partly;
}

bool has_price(const Assessment& assessment, const Finding& finding) {
  const auto offered = [&](std::size_t index) { return assessment.inventory->offered[index].price.is_known(); };
  const auto agreed = [&](std::size_t index) { return assessment.inventory->agreed[index].price.is_known(); };
  return std::ranges::any_of(finding.offers, offered) || std::ranges::any_of(finding.agreed, agreed);
}

/// What all offers come to, what was agreed already, and how many gaps have no price.
std::string prices(const Assessment& assessment) {
  const std::string_view currency = assessment.inventory->client.currency;
  Total offers;
  Total agreed;
  for (const Action& action : assessment.actions) {
    if (action.agreed) agreed.add(assessment.inventory->agreed[*action.agreed].price);
    if (action.offer) offers.add(assessment.inventory->offered[*action.offer].price);
  }
  const auto unpriced = std::ranges::count_if(assessment.findings, [&](const Finding& finding) {
    return is_known_gap(finding) && !has_price(assessment, finding);
  });
  std::vector<std::string> sentences;
  if (offers.priced > 0) sentences.push_back(fmt::format("All our offers: {}.", total(offers, currency)));
  if (agreed.priced > 0) sentences.push_back(fmt::format("Agreed already: {}.", total(agreed, currency)));
  if (unpriced > 0)
    sentences.push_back(fmt::format("{} {} no price yet.", counted(unpriced, "gap"), choose(unpriced, "has", "have")));
  return run_on(sentences);
}

/// How many gaps each side has to close.
std::string whose_gaps(const Assessment& assessment) {
  int all = 0, ours = 0, yours = 0, both = 0, others = 0;
  for (const Finding& finding : assessment.findings) {
    if (!is_known_gap(finding)) continue;
    std::vector<std::string> parties;
    for (const Share& share : finding.shares) parties.push_back(share.party);
    const Sides sides = sides_of(*assessment.inventory, parties);
    ++all;
    ++(!sides.others.empty() ? others : sides.us && sides.you ? both : sides.you ? yours : ours);
  }
  if (all == 0) return {};
  const auto part = [](int count, std::string_view text) {
    return count == 0 ? std::string{} : fmt::format("{} {}", count, text);
  };
  const std::string who = joined(
      {part(ours, "ours to close"), part(yours, "yours"), part(both, "for us both"), part(others, "with other firms")});
  return all == 1 ? fmt::format("The one gap: {}.", who) : fmt::format("Of {}: {}.", counted(all, "gap"), who);
}

/// At most `limit` items, and one that says how many are left.
Bullets cut(std::vector<std::string> items, std::size_t limit) {
  if (items.size() > limit) {
    const auto left = items.size() - limit;
    items.resize(limit);
    items.push_back(fmt::format("And {} more.", left));
  }
  return Bullets{std::move(items)};
}

void add_overdue(const Assessment& assessment, Room room, Blocks& blocks) {
  std::vector<std::string> ours;
  std::vector<std::string> theirs;
  for (const Action& action : assessment.actions) {
    if (!action.is_overdue) continue;
    const Step step = step_of(assessment, action);
    const Sides sides = sides_of(*assessment.inventory, step.who);
    (sides.us ? ours : theirs)
        .push_back(fmt::format("{} {}, due {}.", step.what, capitalised(subject(sides)), to_words(*step.by)));
  }
  ours.insert(ours.end(), theirs.begin(), theirs.end());
  if (ours.empty()) return;
  blocks.emplace_back(Heading{2, "Agreed and late"});
  blocks.emplace_back(cut(std::move(ours), room.items));
}

void add_declines(const Assessment& assessment, Room room, Blocks& blocks) {
  std::vector<std::string> items;
  for (const DeclineState& state : standing_declines(assessment)) items.push_back(declined_in_short(assessment, state));
  if (items.empty()) return;
  blocks.emplace_back(Heading{2, "What you said no to"});
  blocks.emplace_back(cut(std::move(items), room.items));
}

std::string only_told(const Assessment& assessment) {
  std::int64_t met = 0, told = 0;
  for (const Finding& finding : assessment.findings) {
    if (finding.outcome != Outcome::Met) continue;
    ++met;
    if (finding.interval.proved < whole) ++told;
  }
  if (told == 0) return {};
  if (told == met)
    return fmt::format("For {} in place we have only your word.",
                       met == 1 ? "the one thing" : fmt::format("all {} things", met));
  return fmt::format("For {} of the {} things in place we have only your word.", told, met);
}

void add_paragraph(std::string text, Blocks& blocks) {
  if (!text.empty()) blocks.emplace_back(Paragraph{std::move(text)});
}

void add_unknowns(const Assessment& assessment, Room room, Blocks& blocks) {
  const std::string questions = open_questions(assessment, room.items);
  const std::string told = only_told(assessment);
  if (questions.empty() && told.empty()) return;
  blocks.emplace_back(Heading{2, "What we do not know"});
  add_paragraph(questions, blocks);
  add_paragraph(told, blocks);
}

/// One decision: the jobs shown that nobody has agreed to yet, else that the dates stand.
std::string decision(const Assessment& assessment, std::size_t shown) {
  const auto count = std::min(shown, assessment.actions.size());
  const auto begin = assessment.actions.begin();
  const auto open = std::count_if(begin, begin + static_cast<std::ptrdiff_t>(count),
                                  [](const Action& action) { return !action.agreed; });
  if (count == 0) return "Do you want us to keep this up, and check again within 12 months?";
  if (open == 0) return "Do you stand by the dates above?";
  if (static_cast<std::size_t>(open) == count)
    return count == 1 ? "May we start on the job above?" : fmt::format("May we start on these {} jobs?", count);
  return fmt::format("May we also start on the {} not agreed yet?", counted(open, "job"));
}

Blocks page(const Assessment& assessment, Room room) {
  Blocks blocks;
  blocks.emplace_back(Heading{1, fmt::format("{}: safety report", assessment.inventory->client.name)});
  blocks.emplace_back(Paragraph{checked(assessment), Paragraph::Tone::Small});
  blocks.emplace_back(Paragraph{verdict(assessment, Whose::Yours), Paragraph::Tone::Lead});
  blocks.emplace_back(Paragraph{service(assessment)});
  add_actions(assessment, room, blocks);
  add_paragraph(run_on({prices(assessment), whose_gaps(assessment)}), blocks);
  add_overdue(assessment, room, blocks);
  add_declines(assessment, room, blocks);
  add_unknowns(assessment, room, blocks);
  blocks.emplace_back(Heading{2, "Your decision"});
  blocks.emplace_back(Paragraph{decision(assessment, room.actions)});
  blocks.emplace_back(Signatures{{"Yes or no", "Name and date"}});
  blocks.push_back(compose_score(assessment));
  return blocks;
}

}  // namespace

Blocks compose_page_one(const Assessment& assessment) {
  Blocks blocks;
  for (const Room& room : rooms) {
    blocks = page(assessment, room);
    if (count_words(text_of(blocks)) <= word_limit) break;
  }
  return blocks;
}

}  // namespace candor
