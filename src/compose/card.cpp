#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "notice.hpp"
#include "page_one.hpp"
#include "parties.hpp"
#include "restore.hpp"
#include "words.hpp"

// The one page for the first hour of a bad day. It is read on paper, with all systems down.
namespace candor {
namespace {

using namespace wording;

constexpr std::size_t word_limit = 220;

/// How many items of each list fit, from the fullest page to the shortest.
struct Room {
  std::size_t restores;
  std::size_t gaps;
  bool with_place = false;  ///< where the copy is
};
constexpr std::array rooms{Room{6, 8, true}, Room{3, 8, true}, Room{6, 8}, Room{4, 8}, Room{3, 8},
                           Room{2, 8},       Room{1, 8},       Room{1, 6}, Room{1, 4}};

bool is_ours(const Party& party) { return party.kind == PartyKind::Provider; }

/// Whom to call, in the order agreed; where there is none, ours: us first, then the insurer.
std::vector<const Party*> calls_of(const Inventory& inventory) {
  std::vector<const Party*> calls;
  const auto add = [&](const Party* party) {
    if (party && std::ranges::find(calls, party) == calls.end()) calls.push_back(party);
  };
  for (const auto& key : inventory.incident.calls) add(inventory.find_party(key));
  if (calls.empty())
    if (const auto us = std::ranges::find_if(inventory.parties, is_ours); us != inventory.parties.end()) add(&*us);
  add(inventory.find_party(inventory.incident.insurer));
  return calls;
}

/// A name with its number, and what to say first.
std::string reached(const Inventory& inventory, const Party& party) {
  const bool is_insurer = party.key == inventory.incident.insurer && !party.key.empty();
  const std::string role = is_ours(party)       ? "we look after your computers"
                           : is_insurer         ? "your insurer"
                           : party.does.empty() ? phrase(party.role)
                                                : phrase(party.does);
  return fmt::format("{}{}: {}.{}", capitalised(party.name), role.empty() ? "" : fmt::format(" ({})", role),
                     party.phone.empty() ? "no number yet" : party.phone,
                     party.reference.empty() ? "" : fmt::format(" Tell them this number: {}.", party.reference));
}

const Party* find_by_name(const Inventory& inventory, std::string_view name) {
  const auto found = std::ranges::find(inventory.parties, name, &Party::name);
  return found == inventory.parties.end() ? nullptr : &*found;
}

std::string number_of(const Inventory& inventory, std::string_view name) {
  const Party* party = find_by_name(inventory, name);
  return party && !party->phone.empty() ? fmt::format("{} ({})", name, party->phone)
                                        : fmt::format("{} (no number yet)", name);
}

/// `Dr S. Lowe (0191 496 0120). If nobody answers: P. Dunn (no number yet).`
std::string who_decides(const Assessment& assessment) {
  std::vector<std::string> numbers;
  for (const auto& name : in_charge(assessment)) numbers.push_back(number_of(*assessment.inventory, name));
  if (numbers.empty()) return "Nobody is named yet. Choose one person now.";
  const std::string first = numbers.front() + ".";
  numbers.erase(numbers.begin());
  return numbers.empty() ? first : fmt::format("{} If nobody answers: {}.", first, fmt::join(numbers, ", then "));
}

/// Everybody on the card whose number is not known, once.
std::vector<std::string> without_number(const Assessment& assessment) {
  const Inventory& inventory = *assessment.inventory;
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, const Party* party) {
    const bool is_known = party && !party->phone.empty();
    if (!is_known && std::ranges::find(names, name) == names.end()) names.push_back(name);
  };
  for (const auto& name : in_charge(assessment)) add(name, find_by_name(inventory, name));
  for (const Party* party : calls_of(inventory)) add(party->name, party);
  return names;
}

std::vector<std::string> gaps(const Assessment& assessment) {
  const Inventory& inventory = *assessment.inventory;
  const Incident& incident = inventory.incident;
  const Party* insurer = inventory.find_party(incident.insurer);
  const auto deciders = in_charge(assessment);
  std::vector<std::string> items;
  if (deciders.empty()) items.emplace_back("A person who decides.");
  if (const auto names = without_number(assessment); !names.empty())
    items.push_back(fmt::format("A phone number for {}.", joined(names)));
  if (deciders.size() == 1)
    items.push_back(fmt::format("A second person who decides when {} is away.", deciders.front()));
  if (incident.cover == Incident::Cover::NotSaid)
    items.emplace_back("The name and number of an insurer, if you have one.");
  if (insurer && insurer->reference.empty()) items.emplace_back("The number of your insurance policy.");
  if (incident.calls.empty()) items.emplace_back("An order of calls that you chose.");
  if (assessment.recovery) {
    const auto names = names_not_promised(*assessment.recovery);
    if (!names.empty()) items.push_back(fmt::format("Full proof that this comes back: {}.", joined(names)));
    if (assessment.recovery->parts.empty()) items.emplace_back("Proof that your data comes back.");
    if (assessment.recovery->rest_unknown)
      items.emplace_back("A list of all your data. Nobody has told us if this is all of it.");
  }
  if (incident.kept.empty()) items.emplace_back("A fixed place for this page, at work and at home.");
  return items;
}

/// At most `limit` items, and one that says how many are left.
Bullets cut(std::vector<std::string> items, std::size_t limit) {
  if (items.size() > limit) {
    const auto left = items.size() - limit;
    items.resize(limit);
    items.push_back(fmt::format("{} more: see your report.", left));
  }
  return Bullets{std::move(items)};
}

void add_first_steps(Blocks& blocks) {
  blocks.emplace_back(Heading{2, "Do this now"});
  blocks.emplace_back(
      Bullets{{"Pull the network cable or turn off the Wi-Fi on each computer that acts oddly. Leave it "
               "switched on.",
               "Phone the people below. Do not use your email: others may read it.",
               "Write down what you see and when. Take photos of the screens."},
              true});
  blocks.emplace_back(Heading{2, "Leave this alone until we have spoken"});
  blocks.emplace_back(Bullets{{"Do not switch off, wipe or mend any computer. It holds traces that we need.",
                               "Do not plug in or open a backup.", "Do not pay, and do not answer whoever did this."}});
}

void add_people(const Assessment& assessment, Blocks& blocks) {
  const Inventory& inventory = *assessment.inventory;
  blocks.emplace_back(Heading{2, "Who decides"});
  blocks.emplace_back(Paragraph{who_decides(assessment)});
  blocks.emplace_back(Heading{2, "Call in this order"});
  std::vector<std::string> items;
  for (const Party* party : calls_of(inventory)) items.push_back(reached(inventory, *party));
  if (items.empty()) {
    blocks.emplace_back(Paragraph{"No number is known yet. Write yours here before you need it."});
    blocks.emplace_back(Signatures{{"First", "Second"}});
  } else {
    blocks.emplace_back(Bullets{std::move(items), true});
  }
  if (inventory.incident.cover == Incident::Cover::None)
    blocks.emplace_back(Paragraph{"You told us that nobody insures you for this."});
}

void add_restores(const Assessment& assessment, Room room, Blocks& blocks) {
  if (!assessment.recovery) return;
  blocks.emplace_back(Heading{2, "What we have shown to come back"});
  auto items = promised_in_short(assessment, room.restores, room.with_place);
  auto tested = tested_only(assessment);
  if (items.empty() && tested.empty()) {
    blocks.emplace_back(Paragraph{"Nothing yet. Nobody can promise you that anything comes back."});
    return;
  }
  items.insert(items.end(), std::make_move_iterator(tested.begin()), std::make_move_iterator(tested.end()));
  blocks.emplace_back(Bullets{std::move(items)});
}

Blocks page(const Assessment& assessment, const std::string& title, Room room) {
  const std::string& kept = assessment.inventory->incident.kept;
  Blocks blocks{Heading{1, title},
                Paragraph{run_on({"Keep this on paper: your computers may be down.",
                                  kept.empty() ? kept : fmt::format("It lies here: {}.", phrase(kept)),
                                  fmt::format("As we knew it on {}.", to_words(assessment.as_of))}),
                          Paragraph::Tone::Small}};
  add_first_steps(blocks);
  add_people(assessment, blocks);
  add_restores(assessment, room, blocks);
  if (auto items = gaps(assessment); !items.empty()) {
    blocks.emplace_back(Heading{2, "You do not have this yet"});
    blocks.emplace_back(cut(std::move(items), room.gaps));
  }
  return blocks;
}

}  // namespace

Report compose_card(const Assessment& assessment) {
  const std::string heading = fmt::format("{}: the first hour of a bad day", assessment.inventory->client.name);
  Report report{
      .title = title_of_sheet(assessment, "The first hour of a bad day"), .blocks = {}, .assessment = &assessment};
  for (const Room& room : rooms) {
    report.blocks = page(assessment, heading, room);
    if (count_words(text_of(report.blocks)) <= word_limit) break;
  }
  add_notice(*assessment.inventory, "page", report, Gives::Numbers);
  return report;
}

}  // namespace candor
