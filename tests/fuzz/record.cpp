// A recorded assessment, or one in the format `json`: what a later run reads back.
#include <algorithm>
#include <string_view>

#include "candor/compose/compose.hpp"
#include "candor/read/history.hpp"
#include "candor/render/render.hpp"
#include "candor/text/json.hpp"
#include "candor/text/utf8.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/laws.hpp"
#include "text/json_quick.hpp"

namespace {

/// Two ways to read JSON: where the quick one finds no fault there is none, and the tree is the same.
void check_both_ways(std::string_view bytes) {
  using namespace candor;
  fuzz::Input input{"both.json", bytes};
  const auto quick = json::parse_faultless(bytes, {input.file, 1, 1});
  if (!quick) return;
  const auto slow = json::parse_with_complaints(bytes, {input.file, 1, 1}, input.diagnostics);
  if (!slow || !input.diagnostics.all().empty()) return fuzz::fail("a fault was passed over");
  const auto same = [&](const yaml::Entry& a, const yaml::Entry& b) {
    return a.kind == b.kind && a.quoted == b.quoted && a.line == b.line && a.column == b.column && a.end == b.end &&
           quick->text().substr(a.begin, a.size) == slow->text().substr(b.begin, b.size);
  };
  if (!std::ranges::equal(quick->owned_entries, slow->owned_entries, same)) fuzz::fail("two trees of one text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto bytes = fuzz::view(data, size);
  if (candor::find_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return 0;
  fuzz::Input input{"record.json", bytes};
  check_both_ways(bytes);
  const auto tree = candor::json::parse(bytes, {input.file, 1, 1}, input.diagnostics);
  auto entry = tree ? candor::read_record(*tree, input.diagnostics) : std::nullopt;
  if (input.is_refused("a record") || !entry) return 0;
  const auto history = candor::compose_history({*entry});
  for (const auto& renderer : candor::renderers()) fuzz::check_harmless(renderer.render(history, {}), "a history");
  for (const auto& file : entry->inputs.files) {
    candor::Inventory inventory;
    const auto is_inventory = file.role == candor::InputFile::Role::Inventory;
    if (is_inventory) inventory = candor::read_inventory(file.tree, fuzz::context(), input.diagnostics);
    if (is_inventory && !input.is_refused("an inventory in a record"))
      fuzz::judge_and_write(fuzz::standard().profile, inventory, input.sources, fuzz::chosen_by(bytes));
  }
  return 0;
}
