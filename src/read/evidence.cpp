#include <algorithm>
#include <array>

#include "sections.hpp"
#include "text/format.hpp"
#include "tool_run.hpp"
#include "word.hpp"

// A file of `evidence/`: proof, answers, and what was imported from tools.
namespace candor {
namespace {

constexpr std::array<std::string_view, 7> file_keys{"candor",  "from",   "statements", "proof",
                                                    "offered", "agreed", "declined"};

struct Section {
  std::string_view key;
  void (*read)(const yaml::Node& node, const Reading& reading);
};
constexpr std::array<Section, 4> sections{{
    {"proof", read_proof},
    {"offered", read_offered},
    {"agreed", read_agreed},
    {"declined", read_declined},
}};

/// What a tool shows, and the look that shows it. An export without the tool that made it would be a word for a proof.
void read_tool(const yaml::Node& root, const Reading& reading) {
  const auto from = root.find("from");
  const auto statements = root.find("statements");
  if (statements && !from) (void)root.required("from");
  if (!from) return;
  auto read = read_from(*from, reading.context);
  if (!statements) return;
  if (from->is_mapping())
    for (const auto* key : {"date", "files", "sha256"}) (void)from->required(key);
  read.run.first = reading.inventory.statements.size();
  read_statements(*statements, read, reading);
  read.run.end = reading.inventory.statements.size();
  if (!read.run.program.empty()) reading.inventory.tool_runs.push_back(read.run);
}

}  // namespace

void read_evidence_file(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory,
                        Diagnostics& diagnostics) {
  const yaml::Node root{tree, diagnostics};
  if (!check_format(root, file_keys)) return;
  const Reading reading{context, inventory};
  const auto first = inventory.statements.size();
  read_tool(root, reading);
  const auto is_there = [&](const Section& section) { return root.find(section.key).has_value(); };
  if (std::ranges::none_of(sections, is_there) && !root.find("statements")) (void)root.required("proof");
  for (const auto& section : sections)
    if (const auto node = root.find(section.key)) section.read(*node, reading);
  refuse_news_from_later(reading, first, diagnostics);
}

}  // namespace candor
