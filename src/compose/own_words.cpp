#include "own_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "blocks.hpp"
#include "candor/compose/compose.hpp"
#include "words.hpp"

namespace candor {
namespace {

using namespace wording;

Blocks controls_by_name(std::string title, const Profile& profile, bool only_gates, bool with_weight) {
  std::vector<std::string> items;
  for (const Control& control : profile.controls)
    if (control.minimum || !only_gates)
      items.push_back(with_weight ? fmt::format("{}: {}", control.id, control.weight)
                                  : fmt::format("{}: {}", control.id, control.title));
  return {Heading{2, std::move(title)}, Bullets{std::move(items)}};
}

Blocks gates(const Profile& profile) {
  const auto count = std::ranges::count_if(profile.controls, &Control::minimum);
  return controls_by_name(fmt::format("The {} of {}", counted(count, "gate"), profile.id), profile, true, false);
}

Blocks weights(const Profile& profile) {
  return controls_by_name(fmt::format("What weighs how much in {}, {} in all", profile.id, profile.total_weight()),
                          profile, false, true);
}

Blocks doors(const Profile& profile) {
  std::vector<std::string> items;
  for (const auto& [named, fear] : profile.harms) {
    const auto names_it = [harm = named](const Control& control) {
      return std::ranges::find(control.harms, harm) != control.harms.end();
    };
    items.push_back(
        fmt::format("{}: {}", capitalised(fear), counted(std::ranges::count_if(profile.controls, names_it), "door")));
  }
  return {Heading{2, fmt::format("What they guard in {}", profile.id)}, Bullets{std::move(items)}};
}

Blocks grace(const Profile& profile) {
  return {Paragraph{fmt::format("In {} it is {}.", profile.id, to_text(profile.grace))}};
}

/// A word, what else it is looked up as, its meaning, and what this profile makes of it.
struct OwnWord {
  std::string_view word;
  std::string_view also;
  std::string_view meaning;
  Blocks (*here)(const Profile& profile) = nullptr;
};

constexpr std::array own{
    OwnWord{"proved", "proof",
            "Something is proved when somebody looked, when a document or a system report shows it, or when a test "
            "tried it. Each control says how strong and how new its proof must be."},
    OwnWord{"told", "only told",
            "Told is what somebody said and nobody has checked. It counts as claimed and never as proved."},
    OwnWord{"claimed", "claim",
            "Claimed is what is in place if all that was told is true. What is proved is part of it."},
    OwnWord{"at best", "best", "At best is what the score would be if everything that nobody knows turned out well."},
    OwnWord{"door", "doors",
            "A door is a control that guards against something an owner fears. It is shut when the control is in "
            "place. One control can be a door to several fears.",
            doors},
    OwnWord{"weight", "weights",
            "A control weighs as much as the number of public rule books that ask for it at their first level. One "
            "that none of them asks for weighs 1 and is marked as ours.",
            weights},
    OwnWord{"grace", "grace period",
            "Grace is the time that an agreed fix for a missed gate may take, from the day it was agreed. A later "
            "date is no condition on which service goes on.",
            grace},
    OwnWord{"gate", "gates",
            "A gate is a control of the minimum. Miss one, and the client is below the minimum, whatever the score.",
            gates},
    OwnWord{"ledger", "ledgers",
            "The ledger names all that does not count as it was said: left out, replaced, too old, contradicted or "
            "declined. Nothing switches it off."},
};

}  // namespace

std::vector<std::string_view> own_words() {
  std::vector<std::string_view> words;
  for (const auto& entry : own) words.push_back(entry.word);
  return words;
}

std::optional<Report> explain_own_word(const Profile& profile, std::string_view wanted) {
  const auto is_wanted = [&](const OwnWord& entry) { return entry.word == wanted || entry.also == wanted; };
  const auto found = std::ranges::find_if(own, is_wanted);
  if (found == own.end()) return std::nullopt;
  Report report;
  report.title = capitalised(found->word);
  report.blocks = {Heading{1, report.title}, Paragraph{std::string{found->meaning}}};
  if (found->here != nullptr) append(report.blocks, found->here(profile));
  return report;
}

}  // namespace candor
