#include <algorithm>
#include <array>

#include "format.hpp"
#include "sections.hpp"
#include "word.hpp"

// A file of `evidence/`: proof, and answers. What is imported from tools belongs here too, as one more section.
namespace candor {
namespace {

constexpr std::array<std::string_view, 6> file_keys{"candor", "from", "proof", "offered", "agreed", "declined"};
constexpr std::array<std::string_view, 3> from_keys{"tool", "file", "sha256"};

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

/// Which file an import read: for people, and to find it again.
void check_from(const yaml::Node& node) {
  if (!node.allow_only(from_keys)) return;
  if (node.required("tool")) (void)read_text(node, "tool", "what it was imported as");
  (void)read_text(node, "file", "the name of the file that was imported");
  (void)read_sha256(node);
}

}  // namespace

void read_evidence_file(const yaml::Tree& tree, const ReadContext& context, Inventory& inventory,
                        Diagnostics& diagnostics) {
  const yaml::Node root{tree, diagnostics};
  if (!check_format(root, file_keys)) return;
  const Reading reading{context, inventory};
  const auto first = inventory.statements.size();
  if (const auto from = root.find("from")) check_from(*from);
  const auto is_there = [&](const Section& section) { return root.find(section.key).has_value(); };
  if (std::ranges::none_of(sections, is_there)) (void)root.required("proof");
  for (const auto& section : sections)
    if (const auto node = root.find(section.key)) section.read(*node, reading);
  refuse_news_from_later(reading, first, diagnostics);
}

}  // namespace candor
