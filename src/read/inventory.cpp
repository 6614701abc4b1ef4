#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "facts.hpp"
#include "sections.hpp"
#include "text/format.hpp"
#include "word.hpp"

namespace candor {
namespace {

constexpr std::array<std::string_view, 16> file_keys{
    "candor", "client",  "parties", "assessed", "counts",         "figures", "facts",    "proof",
    "open",   "offered", "agreed",  "declined", "not_applicable", "acts",    "incident", "provider"};
constexpr std::array<std::string_view, 1> provider_keys{"folder"};

/// One row a section that needs nothing but the parties and the day of the assessment.
struct Section {
  std::string_view key;
  void (*read)(const yaml::Node& node, const Reading& reading);
};

void read_told_facts(const yaml::Node& node, const Reading& reading) {
  Statement told;
  told.date = reading.inventory.assessed;
  told.by = reading.inventory.assessed_by;
  told.told_by = reading.inventory.told_by;
  read_facts(node, told, reading);
}

void read_provider(const yaml::Node& node, const Reading& reading) {
  if (!node.allow_only(provider_keys)) return;
  reading.inventory.provider_folder = require_text(node, "folder", "the provider's folder");
}

/// A heading with nothing under it, as `candor init` leaves it until somebody answers.
bool is_blank(const yaml::Node& node) { return node.is_scalar() && node.raw().empty(); }

// The order in which they are read, whatever the order in the file: statements keep it.
constexpr std::array<Section, 12> sections{{
    {"counts", read_counts},
    {"figures", read_figures},
    {"facts", read_told_facts},
    {"proof", read_proof},
    {"open", read_open},
    {"offered", read_offered},
    {"agreed", read_agreed},
    {"declined", read_declined},
    {"not_applicable", read_not_applicable},
    {"acts", read_acts},
    {"incident", read_incident},
    {"provider", read_provider},
}};

/// A whole that is larger than what was counted: one of the two numbers is old. Judging takes the
/// larger, so this is only worth a word.
void warn_of_old_counts(const Inventory& inventory, const ReadContext& context, Diagnostics& diagnostics) {
  for (const auto& statement : inventory.statements) {
    const auto& fact = context.catalog.facts[statement.fact];
    const auto* coverage = std::get_if<Coverage>(&statement.value);
    if (coverage == nullptr || !statement.part.empty()) continue;
    const auto counted = inventory.counted(fact.of);
    if (counted && coverage->of > *counted)
      diagnostics.warning(statement.place, "more-than-counted",
                          fmt::format("`{}` is out of more than the {} under `counts`", fact.address, *counted),
                          "count again, or correct one of the two");
  }
}

}  // namespace

Inventory read_inventory(const yaml::Tree& tree, const ReadContext& context, Diagnostics& diagnostics) {
  Inventory inventory;
  inventory.place = {tree.file, 1, 1};
  const yaml::Node root{tree, diagnostics};
  if (!check_format(root, file_keys)) return inventory;
  if (const auto client = root.required("client")) read_client(*client, inventory);
  if (const auto parties = root.find("parties")) read_parties(*parties, inventory);
  constexpr std::size_t most_at_once = 256;
  inventory.statements.reserve(std::min(most_at_once, tree.entries().size() / 4));
  const Reading reading{context, inventory};
  if (const auto assessed = root.required("assessed")) read_assessed(*assessed, reading);
  for (const auto& section : sections)
    if (const auto node = root.find(section.key); node && !is_blank(*node)) section.read(*node, reading);
  refuse_news_from_later(reading, 0, diagnostics);
  warn_of_old_counts(inventory, context, diagnostics);
  return inventory;
}

}  // namespace candor
