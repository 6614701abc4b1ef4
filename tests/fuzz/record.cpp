// A recorded assessment, or one in the format `json`: what a later run reads back.
#include "candor/compose/compose.hpp"
#include "candor/read/history.hpp"
#include "candor/render/render.hpp"
#include "candor/text/json.hpp"
#include "candor/text/utf8.hpp"
#include "fuzz/flow.hpp"
#include "fuzz/laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace fuzz = candor::fuzz;
  const auto bytes = fuzz::view(data, size);
  if (candor::find_invalid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) return 0;
  fuzz::Input input{"record.json", bytes};
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
